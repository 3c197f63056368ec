"""Total-fit line breaking: the breaks of least cost over the whole paragraph.

Knuth and Plass, "Breaking Paragraphs into Lines" (1981), sections 2 to 4, with two
departures. Blanks give way tier by tier, so a line's badness is a sum over tiers and
not a single ratio. And the best way is kept for every number of lines near the best,
because a page is made level by asking some paragraph for one line more or one less.

Nothing here knows a script or a language: the rules came in as glue and penalties.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from layout.page.composition import LineCosts
from layout.text.items import Box, Item, Paragraph
from layout.text.measuring import (
    EPSILON,
    JOINTS,
    LEAST_JOINTS,
    NATURAL,
    SHRINK,
    STRETCH,
    Prices,
    Row,
    Sums,
    sums,
)

LOOSENESS = 2
"""Lines more or fewer than the best way's for which another way is kept."""
REACH = 6
"""Lines that one line's break can help: further on, breaks fall where they would anyway."""
LAST_RESORT = 40.0
"""Em: a line may be as loose as this rather than run over its measure."""
OVERFULL = 1e18
"""Demerits of a line that holds more than its measure: more than any loose line has."""


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


class _Node(NamedTuple):
    """A break that can be reached, by the best way with its number of lines."""

    place: int
    """Index among the legal breaks; -1 for the paragraph's head."""
    line: int
    """Number of lines up to here."""
    demerits: float
    previous: "_Node | None"


class _Group(NamedTuple):
    """The nodes at one place whose next line has one room."""

    start: Row
    """Totals where that line starts."""
    room: float
    """In points."""
    nodes: list[_Node]


_Best = dict[int, tuple[float, _Node]]
"""The best way to a place for each number of lines before its last: demerits, node."""


class _Breaker:
    """One run over a paragraph with one tolerance."""

    def __init__(
        self,
        paragraph: Paragraph,
        measured: Sums,
        measures: Sequence[float],
        prices: Prices,
        tolerance: float,
    ) -> None:
        self.sums = measured
        self.rooms = list(measures)
        self.rooms[0] -= paragraph.indent
        self.rest = measures[-1]
        self.narrowest = min(*self.rooms, self.rest)
        self.prices = prices
        self.tolerance = tolerance * paragraph.em
        self.last_resort = tolerance >= LAST_RESORT

    def room(self, line: int) -> float:
        """Points in line number *line*; the last measure goes on for ever."""
        return self.rooms[line] if line < len(self.rooms) else self.rest

    def run(self) -> list[_Node]:
        """Nodes at the paragraph's end, one for each number of lines that can be had."""
        starts, ends, costs = self.sums.starts, self.sums.ends, self.sums.costs
        active = deque([_Group(starts[0], self.room(0), [_Node(-1, 0, 0.0, None)])])
        last = len(ends) - 1
        nodes: list[_Node] = []
        for place, (end, cost) in enumerate(zip(ends, costs, strict=True)):
            spent = self._drop(active, end)
            nodes = self._nodes(place, self._reach(active, end, cost, final=place == last))
            if not nodes and not active:
                if not self.last_resort or spent is None:
                    return []
                nodes = [self._overfull(place, spent)]
            if nodes:
                self._open(active, starts[place + 1], nodes)
        return nodes

    def _open(self, active: deque[_Group], start: Row, nodes: list[_Node]) -> None:
        """Let lines begin at *nodes*."""
        if len(self.rooms) == 1 or min(node.line for node in nodes) >= len(self.rooms):
            active.append(_Group(start, self.rest, nodes))
        else:
            active.extend(_Group(start, self.room(node.line), [node]) for node in nodes)

    @staticmethod
    def _drop(active: deque[_Group], end: Row) -> _Group | None:
        """Take from the head of *active* what is too full up to *end*; the last one taken, if any.

        Sound because totals only grow: a line too full here is too full at every later break.
        """
        spent = None
        least = end[NATURAL] - end[SHRINK]
        while active:
            start, room, _ = active[0]
            if least - start[NATURAL] + start[SHRINK] - room <= EPSILON:
                break
            spent = active.popleft()
        return spent

    def _reach(self, active: deque[_Group], end: Row, cost: float, *, final: bool) -> _Best:
        """The best ways of ending a line at one place.

        Groups stand in the order of their starts, so that once one is too loose even for
        the narrowest line, all that follow are.
        """
        best: _Best = {}
        cost += 1.0
        for start, room, nodes in active:
            need = end[NATURAL] - start[NATURAL] - room
            if need > EPSILON:
                if need - end[SHRINK] + start[SHRINK] > EPSILON:
                    continue
                demerits = (cost + self.prices.of_shrink(start, end, need)) ** 2
            elif final or need > -EPSILON:
                demerits = cost * cost
            elif self._is_loose(start, end, room):
                if self._is_loose(start, end, self.narrowest):
                    break
                continue
            else:
                demerits = (cost + self.prices.of_stretch(start, end, -need)) ** 2
            for node in nodes:
                total = node.demerits + demerits
                line = node.line
                if line not in best or total < best[line][0]:
                    best[line] = total, node
        return best

    def _is_loose(self, start: Row, end: Row, room: float) -> bool:
        """Whether a line of *room* points would open its joints more than tolerated."""
        rest = room - (end[NATURAL] - start[NATURAL]) - (end[STRETCH] - start[STRETCH])
        return rest > self.tolerance * max(end[JOINTS] - start[JOINTS], LEAST_JOINTS)

    @staticmethod
    def _nodes(place: int, best: _Best) -> list[_Node]:
        """The best ways made nodes: those with about as many lines as the best of them."""
        if len(best) <= LOOSENESS:
            return [_Node(place, line + 1, total, node) for line, (total, node) in best.items()]
        _, centre = min((total, line) for line, (total, _) in best.items())
        return [
            _Node(place, line + 1, total, node)
            for line, (total, node) in best.items()
            if -LOOSENESS <= line - centre <= LOOSENESS
        ]

    @staticmethod
    def _overfull(place: int, spent: _Group) -> _Node:
        """Nothing fits: let the word stand out of its line rather than lose it."""
        node = min(spent.nodes, key=lambda n: n.demerits)
        return _Node(place, node.line + 1, node.demerits + OVERFULL, node)


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
        demerits alone would be more than those of any lines it could help.

    """
    if not paragraph.items:
        return (Breaking((), 0.0),)
    measured = sums(paragraph.items)
    prices = Prices(costs, paragraph.em)
    nodes: list[_Node] = []
    for tolerance in (costs.stretch.comfort, 2 * costs.stretch.comfort, 1.0, LAST_RESORT):
        nodes = _Breaker(paragraph, measured, measures, prices, tolerance).run()
        nodes.sort(key=lambda n: (n.demerits, n.line))
        if nodes and _dearest(nodes[0]) <= prices.least_demerits(tolerance):
            break
    return tuple(_trace(node, measured) for node in nodes)


def _dearest(node: _Node) -> float:
    """Demerits of the dearest run of :data:`REACH` lines: the most one looser line could spare."""
    totals = []
    at: _Node | None = node
    while at is not None:
        totals.append(at.demerits)
        at = at.previous
    totals += [0.0] * REACH
    return max(total - earlier for total, earlier in zip(totals, totals[REACH:], strict=False))


def _trace(node: _Node, measured: Sums) -> Breaking:
    """Walk back from the paragraph's end."""
    breaks: list[int] = []
    at: _Node | None = node
    while at is not None and at.place >= 0:
        breaks.append(measured.places[at.place])
        at = at.previous
    return Breaking(tuple(reversed(breaks)), node.demerits, node.demerits >= OVERFULL)


def first_box(items: Sequence[Item], index: int) -> int:
    """Index of the first box at or after *index*: where the line after a break begins."""
    while index < len(items) and not isinstance(items[index], Box):
        index += 1
    return index


def line_of(breaking: Breaking, item: int) -> int:
    """Number of the line, from 0, that holds the item."""
    return bisect_left(breaking.breaks, item + 1)
