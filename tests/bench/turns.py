"""Contenders taking turns, and what their rounds amount to.

The machine is shared and its pace changes from one minute to the next; what happens side
by side in one round is comparable, so every ratio is taken within a round.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median, quantiles

OURS = "banxin"
THEIRS = "typst"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity over the rounds of one run."""

    values: tuple[float, ...]

    @property
    def middle(self) -> float:
        """Its median."""
        return median(self.values)

    @property
    def spread(self) -> tuple[float, float]:
        """Its quartiles; with fewer than four rounds, its least and most."""
        if len(self.values) < 4:
            return min(self.values), max(self.values)
        first, _, third = quantiles(self.values, n=4, method="inclusive")
        return first, third

    def shown(self, form: str = ".0f") -> str:
        """As a table has it: median and, in brackets, spread."""
        low, high = self.spread
        if low == high:
            return f"{self.middle:{form}}"
        return f"{self.middle:{form}} ({low:{form}}–{high:{form}})"


@dataclass(frozen=True, slots=True)
class Row:
    """One quantity of both contenders."""

    name: str
    unit: str
    figures: Mapping[str, Figure]
    """By contender; a variant of a contender has a name of its own."""
    form: str = ".0f"

    def ratio(self, one: str, other: str = THEIRS) -> Figure:
        """*one* in parts of *other*, round by round."""
        pairs = zip(self.figures[one].values, self.figures[other].values, strict=True)
        return Figure(tuple(a / b for a, b in pairs))

    def plain(self) -> dict[str, object]:
        """For JSON: everything measured."""
        raw = {name: asdict(figure)["values"] for name, figure in self.figures.items()}
        medians = {name: figure.middle for name, figure in self.figures.items()}
        others = [name for name in self.figures if name != THEIRS]
        ratios = {n: self.ratio(n).middle for n in others} if THEIRS in self.figures else {}
        return {
            "name": self.name,
            "unit": self.unit,
            "median": medians,
            "ratio_to_typst": ratios,
            "rounds": raw,
        }


def take_turns(
    contenders: Mapping[str, Callable[[int], Mapping[str, float]]], rounds: int
) -> dict[str, dict[str, Figure]]:
    """Let every contender run once a round, each round begun by another one.

    A contender is given the round's number and returns quantities by name; so does this,
    by contender.
    """
    names = list(contenders)
    told: dict[str, list[Mapping[str, float]]] = {name: [] for name in names}
    for number in range(rounds):
        start = number % len(names)
        for name in (*names[start:], *names[:start]):
            told[name].append(contenders[name](number))
    return {
        name: {key: Figure(tuple(t[key] for t in rows)) for key in rows[0]}
        for name, rows in told.items()
    }


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column is words, the others are figures."""
    lines = [list(head), ["---"] + ["---:"] * (len(head) - 1), *[list(row) for row in rows]]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
