"""Galleys 小样: the justified lines of a story, not yet placed on a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from layout.page.composition import Composition
from layout.text.items import TIERS, Box, Cluster, Glue, Item, Paragraph, Penalty, Tier
from layout.text.linebreak import EPSILON, Breaking, first_box


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
    """Opened at every joint, in em."""
    rule: str
    """The rule whose penalty the line's break paid, if any."""


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


def set_lines(
    paragraph: Paragraph, breaking: Breaking, measures: tuple[float, ...], rules: Composition
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
    del rules
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
    need = natural - (measure - indent)
    adjustment = _adjust(items, need, justify=not is_last)
    placed: list[SetCluster] = []
    x = indent
    for index, item in enumerate(items, begin):
        if isinstance(item, Penalty):
            continue
        if isinstance(item, Box):
            placed.append(SetCluster(item.cluster, x, paragraph.offsets[index]))
            x += item.width
        else:
            width = adjustment.width(item)
            if item.space is not None and width > EPSILON:
                placed.append(SetCluster(item.space, x, paragraph.offsets[index]))
            x += width
    rule = breaker.rule if isinstance(breaker, Penalty) else ""
    spread = Spread(
        natural,
        measure - indent,
        adjustment.taken,
        (adjustment.word, adjustment.han_latin),
        adjustment.gap / paragraph.em if paragraph.em else 0.0,
        rule,
    )
    start = paragraph.offsets[begin]
    last = paragraph.offsets[end] if end < len(paragraph.items) else len(paragraph.text)
    return Line(tuple(placed), x, spread, start, last, is_last)


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
    gap = -need / joints if joints and need < -EPSILON else 0.0
    return _Adjustment(word=parts[0], han_latin=parts[1], gap=gap)


@lru_cache(maxsize=8192)
def galley(
    paragraph: Paragraph, breaking: Breaking, measures: tuple[float, ...], rules: Composition
) -> tuple[Line, ...]:
    """:func:`set_lines`, remembered: a page rebuilt after one changed word sets one paragraph."""
    return set_lines(paragraph, breaking, measures, rules)
