"""Filling columns: which height each passage takes, so that all columns come out level.

A search over the whole story at once. The columns' free stretches are laid end to end;
a passage may be set in more or fewer lines at a cost, and a column's edge that parts it
badly (单行不占栏: one line alone, a lead stranded, a crosshead at the foot) costs more
than any setting of lines could save. The cheapest way that fills the stretches exactly
is found by dynamic programming over the lines used so far.
"""

import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from typing import NamedTuple

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


Ways = dict[int, tuple[float, tuple[Option, ...]]]
"""By lines used so far: the least cost, and the options that lead there."""


class Filler:
    """Fills stretches with one story, as often as copyfit asks."""

    def __init__(self, passages: Sequence[Passage], most_room: int = sys.maxsize) -> None:
        """Fill with *passages*, never more than *most_room* lines."""
        self._most_room = most_room
        self._bounded = [(passage, passage.least, passage.most) for passage in passages]
        self.least = sum(least for _, least, _ in self._bounded)
        """Lines of the story at its tightest."""
        self.most = sum(most for _, _, most in self._bounded)
        """Lines of it at its loosest."""
        self.best = sum(passage.options[0].lines for passage in passages)
        """Lines of it as it is set best."""
        self._costs = self._cheapest()

    def _cheapest(self) -> dict[int, float]:
        """What it costs at least to set the story in so many lines, wherever columns end."""
        costs = {0: 0.0}
        for passage, _, _ in self._bounded:
            step: dict[int, float] = {}
            for used, cost in costs.items():
                for option in passage.options:
                    end, price = used + option.lines, cost + option.cost * LOOSE
                    if end <= self._most_room:
                        step[end] = min(price, step.get(end, inf))
            costs = step
        return costs

    def at_least(self, room: int) -> float:
        """A bound that :meth:`fill` cannot go below for so many lines."""
        return self._costs.get(room, inf)

    def fill(
        self, stretches: Sequence[Stretch], *, spare: int = 0, below: float = inf
    ) -> Filling | None:
        """The cheapest way to fill all but *spare* lines of *stretches*.

        None when there is none, or none that costs less than *below*.
        """
        edges = list(accumulate(stretch.lines for stretch in stretches))
        room = edges[-1] - spare if edges else 0
        least, most = self.least, self.most
        ways: Ways = {0: (0.0, ())}
        follows_crosshead = False
        for number, (passage, own_least, own_most) in enumerate(self._bounded, 1):
            least -= own_least
            most -= own_most
            reach = _Reach(room - most, room - least, below)
            is_last = number == len(self._bounded)
            ways = _step(ways, passage, edges, reach, (follows_crosshead, is_last))
            follows_crosshead = passage.is_crosshead
        found = ways.get(room)
        return Filling(found[1], found[0], spare) if found else None


class _Reach(NamedTuple):
    """Where a passage may end so that those after it can still fill the room."""

    first: int
    last: int
    below: float
    """What the way there costs less than."""


def _step(
    ways: Ways,
    passage: Passage,
    edges: Sequence[int],
    reach: _Reach,
    surroundings: tuple[bool, bool],
) -> Ways:
    """*ways* with *passage* set behind them in each of its options."""
    follows_crosshead, is_last = surroundings
    found: Ways = {}
    for start, (cost, chosen) in ways.items():
        place = bisect_right(edges, start)
        edge = edges[place] if place < len(edges) else start
        at_head = STRANDED if follows_crosshead and start in edges else 0.0
        for option in passage.options:
            end = start + option.lines
            if not reach.first <= end <= reach.last:
                continue
            price = cost + option.cost * LOOSE + at_head
            if end > edge:
                price += STRANDED * _partings(passage, start, end, edges[place:])
            elif end == edge and passage.is_crosshead and not is_last:
                price += STRANDED
            if price < reach.below and (end not in found or price < found[end][0]):
                found[end] = (price, (*chosen, option))
    return found


def _partings(passage: Passage, start: int, end: int, edges: Sequence[int]) -> int:
    """How often column edges after *start* part the passage where it must hold together."""
    count = 0
    for number, edge in enumerate(edges):
        if edge >= end:
            break
        next_edge = edges[number + 1] if number + 1 < len(edges) else end
        if passage.is_crosshead or (number == 0 and edge - start < passage.head):
            count += 1
        if min(end, next_edge) - edge == 1:
            count += 1
    return count
