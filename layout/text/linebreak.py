"""Total-fit line breaking: the breaks of least cost over the whole paragraph.

Knuth and Plass, "Breaking Paragraphs into Lines" (1981), sections 2 to 4, with two
departures. Blanks give way tier by tier, so a line's badness is a sum over tiers and
not a single ratio. And the best way is kept for every number of lines near the best,
because a page is made level by asking some paragraph for one line more or one less.

Nothing here knows a script or a language: the rules came in as glue and penalties.
"""

import math
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
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
LAST_RESORT = 1000.0
"""Em: a line may be as loose as it will rather than run over its measure."""
OVERFULL = 1e24
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


_Node = tuple[int, int, float, "_Node | None"]
"""A break that can be reached, by the best way with its number of lines: index among the
legal breaks (-1 for the paragraph's head), number of lines, demerits, the break before it.
A bare tuple, because a long paragraph makes many."""


class _Group(NamedTuple):
    """The nodes at one place whose next line has one room."""

    start: Row
    """Totals where that line starts."""
    widest: float
    """The same of what a line from here may come to, as loose as tolerated."""
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
        self.widest_ends = self._widest(measured.ends, tolerance * paragraph.em)
        self.widest_starts = self._widest(measured.starts, tolerance * paragraph.em)
        self.rooms = list(measures)
        self.rooms[0] -= paragraph.indent
        self.rest = measures[-1]
        self.narrowest = min(*self.rooms, self.rest)
        self.prices = prices
        self.tolerance = tolerance * paragraph.em
        self.last_resort = tolerance >= LAST_RESORT

    @staticmethod
    def _widest(rows: Sequence[Row], gap: float) -> list[float]:
        """Totals of width if everything is opened as far as tolerated."""
        return [row[NATURAL] + row[STRETCH] + gap * row[JOINTS] for row in rows]

    def room(self, line: int) -> float:
        """Points in line number *line*; the last measure goes on for ever."""
        return self.rooms[line] if line < len(self.rooms) else self.rest

    def run(self) -> list[_Node]:
        """Nodes at the paragraph's end, one for each number of lines that can be had."""
        ends, costs = self.sums.ends, self.sums.costs
        active: deque[_Group] = deque()
        self._open(active, [(-1, 0, 0.0, None)])
        last = len(ends) - 1
        nodes: list[_Node] = []
        for place, (end, cost) in enumerate(zip(ends, costs, strict=True)):
            spent = self._drop(active, end)
            widest = self.widest_ends[place] if place < last else math.inf
            nodes = self._nodes(place, self._reach(active, end, widest, cost))
            if not nodes and not active:
                if not self.last_resort or spent is None:
                    return []
                nodes = [self._overfull(place, spent)]
            if nodes:
                self._open(active, nodes)
        return nodes

    def _open(self, active: deque[_Group], nodes: list[_Node]) -> None:
        """Let lines begin at *nodes*, which are at one place."""
        after = nodes[0][0] + 1
        start, widest = self.sums.starts[after], self.widest_starts[after]
        if nodes[0][0] >= 0 and (
            len(self.rooms) == 1 or min(line for _, line, _, _ in nodes) >= len(self.rooms)
        ):
            active.append(_Group(start, widest, self.rest, nodes))
        else:
            active.extend(_Group(start, widest, self.room(node[1]), [node]) for node in nodes)

    @staticmethod
    def _drop(active: deque[_Group], end: Row) -> _Group | None:
        """Take from the head of *active* what is too full up to *end*; the last one taken, if any.

        Sound because totals only grow: a line too full here is too full at every later break.
        """
        spent = None
        least = end[NATURAL] - end[SHRINK]
        while active:
            start, _, room, _ = active[0]
            if least - start[NATURAL] + start[SHRINK] - room <= EPSILON:
                break
            spent = active.popleft()
        return spent

    def _reach(self, active: deque[_Group], end: Row, widest: float, cost: float) -> _Best:
        """The best ways of ending a line at one place, where it may be opened to *widest*.

        Groups stand in the order of their starts, so that once one is too loose even for
        the narrowest line, all that follow are.
        """
        best: _Best = {}
        cost += 1.0
        natural, shrink = end[NATURAL], end[SHRINK]
        for start, least, room, nodes in active:
            need = natural - start[NATURAL] - room
            if need > EPSILON:
                if need - shrink + start[SHRINK] > EPSILON:
                    continue
                demerits = (cost + self.prices.of_shrink(start, end, need)) ** 2
            elif need > -EPSILON or widest == math.inf:
                demerits = cost * cost
            elif widest - least < room and self._is_loose(start, end, room):
                if room <= self.narrowest or self._is_loose(start, end, self.narrowest):
                    break
                continue
            else:
                demerits = (cost + self.prices.of_stretch(start, end, -need)) ** 2
            for node in nodes:
                _, line, total, _ = node
                total += demerits
                known = best.get(line)
                if known is None or total < known[0]:
                    best[line] = total, node
        return best

    def _is_loose(self, start: Row, end: Row, room: float) -> bool:
        """Whether a line of *room* points would open its joints more than tolerated."""
        rest = room - (end[NATURAL] - start[NATURAL]) - (end[STRETCH] - start[STRETCH])
        return rest > self.tolerance * max(end[JOINTS] - start[JOINTS], LEAST_JOINTS)

    @staticmethod
    def _nodes(place: int, best: _Best) -> list[_Node]:
        """The best ways made nodes: those with about as many lines as the best of them."""
        if len(best) > LOOSENESS + 1:
            _, centre = min((total, line) for line, (total, _) in best.items())
            for line in [line for line in best if abs(line - centre) > LOOSENESS]:
                del best[line]
        return [(place, line + 1, total, node) for line, (total, node) in best.items()]

    @staticmethod
    def _overfull(place: int, spent: _Group) -> _Node:
        """Nothing fits: let the word stand out of its line rather than lose it."""
        node = min(spent.nodes, key=itemgetter(2))
        return place, node[1] + 1, node[2] + OVERFULL, node


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
        nodes.sort(key=itemgetter(2, 1))
        if nodes and _dearest(nodes[0]) <= prices.least_demerits(tolerance):
            break
    return tuple(_breaking(node, measured) for node in nodes)


def _way(node: _Node) -> list[_Node]:
    """The breaks of a way, from the paragraph's end back to its head."""
    way = [node]
    while (before := way[-1][3]) is not None:
        way.append(before)
    return way


def _dearest(node: _Node) -> float:
    """Demerits of the dearest run of :data:`REACH` lines: the most one looser line could spare."""
    totals = [demerits for _, _, demerits, _ in _way(node)] + [0.0] * REACH
    return max(total - earlier for total, earlier in zip(totals, totals[REACH:], strict=False))


def _breaking(node: _Node, measured: Sums) -> Breaking:
    breaks = [measured.places[place] for place, _, _, _ in reversed(_way(node)[:-1])]
    return Breaking(tuple(breaks), node[2], overfull=node[2] >= OVERFULL)


def first_box(items: Sequence[Item], index: int) -> int:
    """Index of the first box at or after *index*: where the line after a break begins."""
    while index < len(items) and not isinstance(items[index], Box):
        index += 1
    return index


def line_of(breaking: Breaking, item: int) -> int:
    """Number of the line, from 0, that holds the item."""
    return bisect_left(breaking.breaks, item + 1)
