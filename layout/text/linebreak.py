"""Total-fit line breaking: the breaks of least cost over the whole paragraph.

Knuth and Plass, "Breaking Paragraphs into Lines" (1981), sections 2 to 4, with two
departures. Blanks give way tier by tier, so a line's badness is a sum over tiers and
not a single ratio. And the best way is kept for *every* number of lines, because a
page is made level by asking some paragraph for one line more or one line less.

Nothing here knows a script or a language: the rules came in as glue and penalties.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from layout.page.composition import LineCosts
from layout.text.items import INFINITE, TIERS, Box, Glue, Item, Paragraph, Penalty, Tier

EPSILON = 1e-6
"""Widths are sums of floats: this much of a point is nothing."""
TOLERANCES = (0.12, 0.3, 1.0, 40.0)
"""Gaps in em a line may open, tried in order until the paragraph can be set."""


@dataclass(frozen=True, slots=True)
class Breaking:
    """One way of breaking a paragraph."""

    breaks: tuple[int, ...]
    """Index of the item each line ends before; the last is the number of items."""
    demerits: float
    overfull: bool = False
    """Some line holds more than its measure: a word longer than the line."""

    @property
    def lines(self) -> int:
        """How many lines it makes."""
        return len(self.breaks)


@dataclass(frozen=True, slots=True)
class Sums:
    """Running totals over a paragraph's items, so that any line is measured by subtraction."""

    places: tuple[int, ...]
    """Item index of each legal break."""
    costs: tuple[float, ...]
    """Penalty of each."""
    ends: tuple[tuple[float, ...], ...]
    """Totals up to each break, with what a line that ends there takes."""
    starts: tuple[tuple[float, ...], ...]
    """Totals where a line that begins after each break begins; first the paragraph's head."""


# Columns of a row of totals.
NATURAL, SHRINK, STRETCH, JOINTS, WORD_STRETCH, TIER0 = range(6)


def sums(items: Sequence[Item]) -> Sums:
    """Measure *items* once. A break is legal at a penalty that is not infinite and at glue
    that follows a box; glue and penalties after a break vanish up to the next box.
    """
    natural = shrink = stretch = word_stretch = 0.0
    joints = 0
    tiers = [0.0] * TIERS
    places: list[int] = []
    costs: list[float] = []
    ends: list[tuple[float, ...]] = []
    starts: list[tuple[float, ...]] = [(0.0,) * (TIER0 + TIERS)]
    awaiting = 0  # breaks whose next line has not met its first box
    previous: Item | None = None

    def row(extra: float = 0.0) -> tuple[float, ...]:
        return (natural + extra, shrink, stretch, joints, word_stretch, *tiers)

    for i, item in enumerate(items):
        if isinstance(item, Box):
            if awaiting:
                starts += [row()] * awaiting
                awaiting = 0
            natural += item.width
        elif isinstance(item, Glue):
            if isinstance(previous, Box):
                places.append(i)
                costs.append(0.0)
                ends.append(row())
                awaiting += 1
            natural += item.width
            joints += item.joint
            if item.tier is not None:
                shrink += item.shrink
                tiers[item.tier] += item.shrink
                stretch += item.stretch
                if item.tier is Tier.WORD:
                    word_stretch += item.stretch
        elif item.cost < INFINITE:
            places.append(i)
            costs.append(item.cost)
            ends.append(row(item.width))
            awaiting += 1
        previous = item
    places.append(len(items))
    costs.append(0.0)
    ends.append(row())
    starts += [row()] * (awaiting + 1)
    return Sums(tuple(places), tuple(costs), tuple(ends), tuple(starts))


def badness_of_shrink(row: Sequence[float], need: float, costs: LineCosts) -> float:
    """Cost of taking *need* points from a line's blanks, each tier before the next.

    *row* is the line's totals. A tier costs c·(u² + ½), u being the part of it taken.
    """
    shrink = costs.shrink
    prices = (shrink.word, shrink.bracket, shrink.pause, shrink.han_latin, shrink.stop)
    badness = 0.0
    for available, price in zip(row[TIER0:], prices, strict=True):
        if need <= EPSILON:
            break
        if available > EPSILON:
            used = min(need, available)
            badness += price * ((used / available) ** 2 + 0.5)
            need -= used
    return badness


def badness_of_stretch(row: Sequence[float], need: float, em: float, costs: LineCosts) -> float:
    """Cost of opening a line by *need* points: word spaces, Han-Latin gaps, then every joint."""
    badness = 0.0
    word = row[WORD_STRETCH]
    for available, price in (
        (word, costs.stretch.word),
        (row[STRETCH] - word, costs.stretch.han_latin),
    ):
        if available > EPSILON and need > EPSILON:
            used = min(need, available)
            badness += price * (used / available) ** 2
            need -= used
    if need > EPSILON:
        gap = need / max(row[JOINTS], 0.2) / em
        badness += costs.stretch.han * (gap / 0.1) ** 2
    return badness


@dataclass(slots=True)
class _Node:
    """A break that can be reached, by the best way with its number of lines."""

    place: int
    """Index among the legal breaks; -1 for the paragraph's head."""
    line: int
    demerits: float
    previous: "_Node | None"
    overfull: bool = False


class _Breaker:
    """One run over a paragraph with one tolerance."""

    def __init__(
        self,
        paragraph: Paragraph,
        measured: Sums,
        measures: Sequence[float],
        costs: LineCosts,
        tolerance: float,
    ) -> None:
        self.em = paragraph.em
        self.indent = paragraph.indent
        self.sums = measured
        self.measures = measures
        self.costs = costs
        self.tolerance = tolerance * self.em
        self.last_resort = tolerance >= TOLERANCES[-1]

    def measure(self, line: int) -> float:
        """Room in line number *line*; the last measure goes on for ever."""
        measures = self.measures
        width = measures[line] if line < len(measures) else measures[-1]
        return width - self.indent if line == 0 else width

    def run(self) -> list[_Node]:
        """Nodes at the paragraph's end, one for each number of lines that can be had."""
        active = [_Node(-1, 0, 0.0, None)]
        last = len(self.sums.places) - 1
        best: dict[int, _Node] = {}
        for place in range(last + 1):
            best = self._reach(place, active, final=place == last)
            if place < last:
                active.extend(best.values())
            if not active and not best:
                return []
        return list(best.values())

    def _reach(self, place: int, active: list[_Node], *, final: bool) -> dict[int, _Node]:
        """Best nodes at *place* by number of lines; drops from *active* what can go no further.

        Dropping is sound because totals only grow: a line too full here is too full at
        every later break.
        """
        end, cost = self.sums.ends[place], self.sums.costs[place]
        starts = self.sums.starts
        natural_end, shrink_end = end[NATURAL], end[SHRINK]
        best: dict[int, _Node] = {}
        spent: list[_Node] = []
        for node in active:
            start = starts[node.place + 1]
            room = self.measure(node.line)
            need = natural_end - start[NATURAL] - room
            if need - (shrink_end - start[SHRINK]) > EPSILON:
                spent.append(node)
                continue
            badness = self._badness(start, end, need, final=final)
            if badness < 0.0:
                continue
            self._keep(best, place, node, badness + cost)
        for node in spent:
            active.remove(node)
        if self.last_resort and not active and not best and spent:
            self._overfull(best, place, spent)
        return best

    def _badness(
        self, start: tuple[float, ...], end: tuple[float, ...], need: float, *, final: bool
    ) -> float:
        """Badness of the line, or -1 when it is looser than tolerated."""
        if need > EPSILON:
            row = [b - a for a, b in zip(start, end, strict=True)]
            return badness_of_shrink(row, need, self.costs)
        if final or need > -EPSILON:
            return 0.0
        joints = end[JOINTS] - start[JOINTS]
        stretch = end[STRETCH] - start[STRETCH]
        if -need - stretch > self.tolerance * max(joints, 0.2):
            return -1.0
        row = [b - a for a, b in zip(start, end, strict=True)]
        return badness_of_stretch(row, -need, self.em, self.costs)

    @staticmethod
    def _keep(best: dict[int, _Node], place: int, node: _Node, price: float) -> None:
        demerits = node.demerits + (1.0 + price) ** 2
        line = node.line + 1
        known = best.get(line)
        if known is None or demerits < known.demerits:
            best[line] = _Node(place, line, demerits, node, node.overfull)

    @staticmethod
    def _overfull(best: dict[int, _Node], place: int, spent: Sequence[_Node]) -> None:
        """Nothing fits: let the word stand out of its line rather than lose it."""
        node = min(spent, key=lambda n: n.demerits)
        best[node.line + 1] = _Node(place, node.line + 1, node.demerits + 1e9, node, overfull=True)


@lru_cache(maxsize=8192)
def break_lines(
    paragraph: Paragraph, measures: tuple[float, ...], costs: LineCosts
) -> tuple[Breaking, ...]:
    """The best way of breaking *paragraph* for each number of lines, the best of all first.

    Args:
        paragraph: items to break.
        measures: room of each line in points; the last one goes on.
        costs: the house's prices.

    Returns:
        Never empty. A tolerance is enough once no line it forbids could pay: its
        demerits alone would be more than the whole paragraph's.

    """
    if not paragraph.items:
        return (Breaking((), 0.0),)
    measured = sums(paragraph.items)
    for tolerance in TOLERANCES:
        nodes = _Breaker(paragraph, measured, measures, costs, tolerance).run()
        if not nodes:
            continue
        nodes.sort(key=lambda n: (n.demerits, n.line))
        forbidden = (1 + costs.stretch.han * (tolerance / 0.1) ** 2) ** 2
        if nodes[0].demerits <= forbidden or tolerance == TOLERANCES[-1]:
            break
    return tuple(_trace(node, measured) for node in nodes)


def _trace(node: _Node, measured: Sums) -> Breaking:
    """Walk back from the paragraph's end."""
    breaks: list[int] = []
    at: _Node | None = node
    while at is not None and at.place >= 0:
        breaks.append(measured.places[at.place])
        at = at.previous
    return Breaking(tuple(reversed(breaks)), node.demerits, node.overfull)


def first_box(items: Sequence[Item], index: int) -> int:
    """Index of the first box at or after *index*: where the line after a break begins."""
    while index < len(items) and not isinstance(items[index], Box):
        index += 1
    return index


def line_of(breaking: Breaking, item: int) -> int:
    """Number of the line, from 0, that holds the item."""
    return bisect_left(breaking.breaks, item + 1)


__all__ = ["Breaking", "Penalty", "Sums", "break_lines", "first_box", "line_of", "sums"]
