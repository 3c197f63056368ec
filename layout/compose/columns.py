"""Filling columns: which height each passage takes, so that all columns come out level.

A search over the whole story at once. The columns' free stretches are laid end to end;
a passage may be set in more or fewer lines at a cost, and a column's edge that parts it
badly (单行不占栏: one line alone, a lead stranded, a crosshead at the foot) costs more
than any setting of lines could save. The cheapest way that fills the stretches exactly
is found by dynamic programming over the lines used so far.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from layout.compose.passages import Option, Passage

STRANDED = 1e6
"""Cost of one line alone, a stranded lead or a crosshead at a column's foot."""
LOOSE = 1e-3
"""Demerits are thousands where the eye sees a line; costs are counted in such lines."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of one column without a picture between them."""

    column: int
    top: int
    """First grid line, counted from the frame's top."""
    lines: int


@dataclass(frozen=True, slots=True)
class Filling:
    """How a story fills its stretches."""

    options: tuple[Option, ...]
    """One of each passage's."""
    cost: float
    left_over: int = 0
    """Lines of the stretches that stay empty."""

    @property
    def is_clean(self) -> bool:
        """Whether nothing is stranded."""
        return self.cost < STRANDED


def fill(
    passages: Sequence[Passage], stretches: Sequence[Stretch], *, spare: int = 0
) -> Filling | None:
    """The cheapest way to fill all but *spare* lines of *stretches*; None when there is none."""
    edges = list(accumulate(stretch.lines for stretch in stretches))
    room = edges[-1] - spare if edges else 0
    reached: dict[int, tuple[float, tuple[Option, ...]]] = {0: (0.0, ())}
    after_crosshead = False
    for number, passage in enumerate(passages):
        following = number + 1 < len(passages)
        step: dict[int, tuple[float, tuple[Option, ...]]] = {}
        for used, (cost, chosen) in reached.items():
            for option in passage.options:
                end = used + option.lines
                if end > room:
                    continue
                price = cost + option.cost * LOOSE
                price += STRANDED * _strandings(passage, used, end, edges, following=following)
                if after_crosshead and used in edges:
                    price += STRANDED
                known = step.get(end)
                if known is None or price < known[0]:
                    step[end] = (price, (*chosen, option))
        if not step:
            return None
        reached, after_crosshead = step, passage.is_crosshead
    found = reached.get(room)
    return Filling(found[1], found[0], spare) if found else None


def _strandings(
    passage: Passage, start: int, end: int, edges: Sequence[int], *, following: bool
) -> int:
    """How often a column's edge parts the passage where it must hold together."""
    count = 0
    place = bisect_right(edges, start)
    while place < len(edges) and edges[place] < end:
        edge = edges[place]
        next_edge = edges[place + 1] if place + 1 < len(edges) else end
        before, after = edge - start, min(end, next_edge) - edge
        if passage.is_crosshead or (before < passage.head and place == bisect_right(edges, start)):
            count += 1
        if after == 1:
            count += 1
        place += 1
    if passage.is_crosshead and following and end in edges:
        count += 1
    return count


def heights(passages: Sequence[Passage]) -> tuple[int, int, int]:
    """Lines of the story at its tightest, at its best and at its loosest."""
    least = sum(min(o.lines for o in p.options) for p in passages)
    most = sum(max(o.lines for o in p.options) for p in passages)
    return least, sum(p.options[0].lines for p in passages), most
