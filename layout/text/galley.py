"""Galleys 小样: the justified lines of a story, not yet placed on a page."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from layout.text.items import INFINITE, TIERS, Box, Cluster, Glue, Item, Paragraph, Penalty, Tier
from layout.text.linebreak import Breaking, first_box
from layout.text.measuring import EPSILON


@dataclass(frozen=True, slots=True)
class SetCluster:
    """A cluster at its place in a line."""

    cluster: Cluster
    x: float
    """Left edge of its box, in points from the line's left edge."""
    offset: int
    """Of its first character in the paragraph's text."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What justification did to a line: the log that explains its colour."""

    natural: float
    """Width before anything gave, in points."""
    measure: float
    """Room it had, in points, less its indent."""
    taken: tuple[float, ...]
    """Part of each tier's blanks taken away, 0 to 1, in the order of :class:`Tier`."""
    opened: tuple[float, float]
    """Part of the stretch of word spaces and of Han-Latin gaps used, 0 to 1."""
    gap: float
    """Opened at every joint, in em; what is left over where a line has no joint."""
    rule: str
    """The rule whose penalty the line's break paid, if any."""
    moved_by: str = ""
    """The rule that kept the line from ending where it was full: why it ends elsewhere."""
    joints: int = 0
    """How many gaps a loose line opens."""
    beyond: float = 0.0
    """How much too wide the line would be if it went on to the next place where it may end,
    everything squeezed, in points; 0 for a last line."""

    def __str__(self) -> str:
        """One line of the log, for whoever asks why a line looks odd."""
        parts = [f"{self.natural:.2f} in {self.measure:.2f} pt"]
        parts += [
            f"{tier.name.lower()} -{part:.0%}"
            for tier, part in zip(Tier, self.taken, strict=True)
            if part
        ]
        parts += [
            f"{name} +{part:.0%}"
            for name, part in zip(("word", "han_latin"), self.opened, strict=True)
            if part
        ]
        if self.gap:
            parts.append(f"gap {self.gap:+.3f} em")
        if self.rule:
            parts.append(f"paid {self.rule}")
        if self.moved_by:
            parts.append(f"moved by {self.moved_by}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Line:
    """A justified line."""

    clusters: tuple[SetCluster, ...]
    width: float
    """From the left edge to where the last box ends, in points."""
    spread: Spread
    start: int
    """Offset in the paragraph of its first character."""
    end: int
    """Offset after its last character."""
    is_last: bool


class Copyfit(NamedTuple):
    """What an editor can do about a line: either of the two is a cure. 0 is none."""

    cut: int
    """Characters to take out of it, so that what stands on the next line comes up."""
    add: int
    """Characters to put into it, so that it is filled."""


def copyfit(line: Line, limit: float) -> Copyfit | None:
    """How many characters to cut or to add where *line* is loose or too full; None if it is well.

    *limit* is the gap in em beyond which a line is too loose (composition.md 4).
    """
    spread = line.spread
    size = line.clusters[0].cluster.style.size if line.clusters else 1.0
    excess = line.width - spread.measure - (line.clusters[0].x if line.clusters else 0.0)
    if excess > size / 2 + EPSILON:
        return Copyfit(cut=math.ceil(excess / size - EPSILON), add=0)
    if spread.gap <= limit + EPSILON:
        return None
    slack = spread.gap * max(spread.joints, 1)
    return Copyfit(math.ceil(spread.beyond / size - EPSILON), max(1, math.floor(slack + EPSILON)))


def set_lines(
    paragraph: Paragraph, breaking: Breaking, measures: tuple[float, ...]
) -> tuple[Line, ...]:
    """Justify every line of *paragraph* at the breaks chosen."""
    lines = []
    begin = 0
    for number, end in enumerate(breaking.breaks):
        measure = measures[min(number, len(measures) - 1)]
        indent = paragraph.indent if number == 0 else 0.0
        is_last = number == breaking.lines - 1
        lines.append(_set_line(paragraph, (begin, end), (indent, measure), is_last=is_last))
        begin = first_box(paragraph.items, end)
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class _Adjustment:
    """How much of each kind of blank a line gives or takes."""

    taken: tuple[float, ...] = (0.0,) * TIERS
    word: float = 0.0
    han_latin: float = 0.0
    gap: float = 0.0
    """In points."""

    def width(self, glue: Glue) -> float:
        """What *glue* becomes."""
        width = glue.width
        if glue.tier is not None:
            width -= glue.shrink * self.taken[glue.tier]
            width += glue.stretch * (self.word if glue.tier is Tier.WORD else self.han_latin)
        return width + self.gap if glue.joint else width


def _set_line(
    paragraph: Paragraph, span: tuple[int, int], room: tuple[float, float], *, is_last: bool
) -> Line:
    begin, end = span
    indent, measure = room
    items = paragraph.items[begin:end]
    breaker = paragraph.items[end] if end < len(paragraph.items) else None
    tail = breaker.width if isinstance(breaker, Penalty) else 0.0
    natural = sum(i.width for i in items if not isinstance(i, Penalty)) + tail
    adjustment = _adjust(items, natural - (measure - indent), justify=not is_last)
    placed, x = _place(paragraph, begin, items, indent, adjustment)
    spread = Spread(
        natural,
        measure - indent,
        adjustment.taken,
        (adjustment.word, adjustment.han_latin),
        adjustment.gap / paragraph.em if paragraph.em else 0.0,
        breaker.rule if isinstance(breaker, Penalty) else "",
        "" if is_last else _moved_by(paragraph.items, span, measure - indent),
        sum(i.joint for i in items if isinstance(i, Glue)),
        0.0 if is_last else _beyond(paragraph.items, span, measure - indent),
    )
    start = paragraph.offsets[begin]
    last = paragraph.offsets[end] if end < len(paragraph.items) else len(paragraph.text)
    return Line(placed, x, spread, start, last, is_last)


def _place(
    paragraph: Paragraph, begin: int, items: tuple[Item, ...], x: float, adjustment: _Adjustment
) -> tuple[tuple[SetCluster, ...], float]:
    """The clusters of a line at their places, and where the last of them ends."""
    placed: list[SetCluster] = []
    for index, item in enumerate(items, begin):
        if isinstance(item, Box):
            placed.append(SetCluster(item.cluster, x, paragraph.offsets[index]))
            x += item.width
        elif isinstance(item, Glue):
            width = adjustment.width(item)
            if item.space is not None and width > EPSILON:
                placed.append(SetCluster(item.space, x, paragraph.offsets[index] - 1))
            x += width
    return tuple(placed), x


def _moved_by(items: tuple[Item, ...], span: tuple[int, int], room: float) -> str:
    """The rule at the last place where the line, nothing squeezed, would have gone in."""
    begin, end = span
    width = 0.0
    full = begin
    rule = ""
    for index in range(begin, len(items)):
        item = items[index]
        if isinstance(item, Box):
            width += item.width
            if width > room + EPSILON:
                break
            full, rule = index + 1, ""
        elif isinstance(item, Glue):
            width += item.width
        elif item.cost and not rule:
            rule = item.rule
    return rule if full != end else ""


def _beyond(items: tuple[Item, ...], span: tuple[int, int], room: float) -> float:
    """Points the line lacks to hold what stands up to the next place where it may end."""
    begin, end = span
    stop = first_box(items, end) + 1
    while stop < len(items) and not _may_end(items, stop):
        stop += 1
    line = items[begin:stop]
    least = sum(i.width for i in line if isinstance(i, Box))
    least += sum(i.width - i.shrink for i in line if isinstance(i, Glue))
    return max(0.0, least - room)


def _may_end(items: tuple[Item, ...], index: int) -> bool:
    """Whether a line may end before the item."""
    item = items[index]
    if isinstance(item, Penalty):
        return item.cost < INFINITE
    return isinstance(item, Glue) and isinstance(items[index - 1], Box)


def _adjust(items: Iterable[Item], need: float, *, justify: bool) -> _Adjustment:
    """Fill the tiers in order until the line is *need* points narrower (wider if negative)."""
    glues = [i for i in items if isinstance(i, Glue)]
    if need > EPSILON:
        taken = []
        for tier in Tier:
            available = sum(g.shrink for g in glues if g.tier is tier)
            used = min(need, available)
            taken.append(used / available if available > EPSILON else 0.0)
            need -= used
        return _Adjustment(taken=tuple(taken))
    if not justify or need > -EPSILON:
        return _Adjustment()
    parts = []
    for wanted in (True, False):
        available = sum(g.stretch for g in glues if (g.tier is Tier.WORD) is wanted)
        used = min(-need, available)
        parts.append(used / available if available > EPSILON else 0.0)
        need += used
    joints = sum(g.joint for g in glues)
    # A line that can open nowhere stays short; its gap says by how much.
    gap = -need / max(joints, 1) if need < -EPSILON else 0.0
    return _Adjustment(word=parts[0], han_latin=parts[1], gap=gap)


@lru_cache(maxsize=8192)
def galley(
    paragraph: Paragraph, breaking: Breaking, measures: tuple[float, ...]
) -> tuple[Line, ...]:
    """Justified lines, remembered: a page rebuilt after one changed word sets one paragraph."""
    return set_lines(paragraph, breaking, measures)
