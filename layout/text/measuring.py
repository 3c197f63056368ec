"""Running totals over a paragraph's items, and what a line costs that is cut out of them.

Any line is measured by subtracting the totals at its start from those at its end.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from layout.page.composition import LineCosts
from layout.text.items import INFINITE, TIERS, Box, Glue, Item, Tier

EPSILON = 1e-6
"""Widths are sums of floats: this much of a point is nothing."""
LEAST_JOINTS = 0.2
"""A line without a joint is as loose as one of so many: it can open nowhere."""

Row = tuple[float, ...]
"""Totals: natural width, shrink, stretch, joints, stretch of word spaces, shrink of each tier."""
NATURAL, SHRINK, STRETCH, JOINTS, WORD_STRETCH, TIER0 = range(6)


@dataclass(frozen=True, slots=True)
class Sums:
    """The legal breaks of a paragraph and the totals there."""

    places: tuple[int, ...]
    """Item index of each legal break."""
    costs: tuple[float, ...]
    """Penalty of each."""
    ends: tuple[Row, ...]
    """Totals up to each break, with what a line that ends there takes besides."""
    starts: tuple[Row, ...]
    """Totals where a line that begins after each break begins; first the paragraph's head."""


class _Totals:
    """Adds up items."""

    def __init__(self) -> None:
        self.natural = self.shrink = self.stretch = self.word_stretch = 0.0
        self.joints = 0
        self.tiers = [0.0] * TIERS

    def row(self, extra: float = 0.0) -> Row:
        """The totals so far, with *extra* width."""
        return (
            *(self.natural + extra, self.shrink, self.stretch, self.joints, self.word_stretch),
            *self.tiers,
        )

    def add(self, glue: Glue) -> None:
        """Count a blank."""
        self.natural += glue.width
        self.joints += glue.joint
        if glue.tier is not None:
            self.shrink += glue.shrink
            self.tiers[glue.tier] += glue.shrink
            self.stretch += glue.stretch
            if glue.tier is Tier.WORD:
                self.word_stretch += glue.stretch


def sums(items: Sequence[Item]) -> Sums:
    """Measure *items* once. A break is legal at a penalty that is not infinite and at glue
    that follows a box; glue and penalties after a break vanish up to the next box.
    """
    totals = _Totals()
    places: list[int] = []
    costs: list[float] = []
    ends: list[Row] = []
    starts: list[Row] = [totals.row()]
    awaiting = 0  # breaks whose next line has not met its first box
    previous: Item | None = None
    for i, item in enumerate(items):
        if isinstance(item, Box):
            if awaiting:
                starts += [totals.row()] * awaiting
                awaiting = 0
            totals.natural += item.width
        elif isinstance(item, Glue):
            if isinstance(previous, Box):
                places.append(i)
                costs.append(0.0)
                ends.append(totals.row())
                awaiting += 1
            totals.add(item)
        elif item.cost < INFINITE:
            places.append(i)
            costs.append(item.cost)
            ends.append(totals.row(item.width))
            awaiting += 1
        previous = item
    places.append(len(items))
    costs.append(0.0)
    ends.append(totals.row())
    starts += [totals.row()] * (awaiting + 1)
    return Sums(tuple(places), tuple(costs), tuple(ends), tuple(starts))


class Prices:
    """A house's costs at hand for the innermost loop."""

    def __init__(self, costs: LineCosts, em: float) -> None:
        """Costs of lines whose body is *em* points."""
        shrink, stretch = costs.shrink, costs.stretch
        self.em = em
        self.tiers = (shrink.word, shrink.bracket, shrink.pause, shrink.han_latin, shrink.stop)
        self.word, self.han_latin, self.han = stretch.word, stretch.han_latin, stretch.han
        self.comfort, self.beyond = stretch.comfort, stretch.beyond

    def of_shrink(self, start: Row, end: Row, need: float) -> float:
        """Cost of taking *need* points from a line's blanks, each tier before the next.

        A tier costs c·(u² + ½), u being the part of it taken.
        """
        badness = 0.0
        column = TIER0
        for price in self.tiers:
            available = end[column] - start[column]
            column += 1
            if available > EPSILON:
                if need <= available:
                    part = need / available
                    return badness + price * (part * part + 0.5)
                badness += 1.5 * price
                need -= available
        return badness

    def of_stretch(self, start: Row, end: Row, need: float) -> float:
        """Cost of opening a line by *need* points: word spaces, Han-Latin gaps, every joint."""
        badness = 0.0
        stretch = end[STRETCH] - start[STRETCH]
        if stretch > EPSILON:
            word = end[WORD_STRETCH] - start[WORD_STRETCH]
            for available, price in ((word, self.word), (stretch - word, self.han_latin)):
                if available > EPSILON and need > EPSILON:
                    used = min(need, available)
                    badness += price * (used / available) ** 2
                    need -= used
        return badness + self.of_gap(need, end[JOINTS] - start[JOINTS])

    def of_gap(self, need: float, joints: float) -> float:
        """Cost of opening *joints* by *need* points in all."""
        if need <= EPSILON:
            return 0.0
        gap = need / max(joints, LEAST_JOINTS) / self.em
        badness = self.han * (gap / 0.1) ** 2
        return badness + self.beyond if gap > self.comfort + EPSILON else badness

    def least_demerits(self, gap: float) -> float:
        """What a line opened by more than *gap* em has at least."""
        beyond = self.beyond if gap >= self.comfort else 0.0
        return (1 + self.han * (gap / 0.1) ** 2 + beyond) ** 2
