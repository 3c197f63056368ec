"""From a paragraph's spans to the items a line breaker works on.

The rules of Chinese composition act here and only here: they become glue and
penalties, and what comes after them knows no Chinese. They act on the paragraph's
characters, never on its spans: bolding a span changes no blank and no break.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from layout.page.composition import Composition
from layout.text.atoms import atoms
from layout.text.bonds import Bond, bonds
from layout.text.breaks import Breaks, breaks
from layout.text.classes import CharClass, classify
from layout.text.items import (
    INFINITE,
    Box,
    Cluster,
    Glue,
    Item,
    Paragraph,
    Penalty,
    TextStyle,
)
from layout.text.shape import shaper
from layout.text.spacing import joints


class StyledText(NamedTuple):
    """A stretch of text and how it is set."""

    text: str
    style: TextStyle


class Unit(NamedTuple):
    """A box and where its text begins."""

    box: Box
    start: int
    is_inside: bool = False
    """It goes on with the atom of the box before it, in another style."""


HANGS = frozenset("，、。")
"""What may hang outside the measure, one mark, half an em (CLREQ 3.1.11)."""
GLUED_SPACES = frozenset("\u00a0\u2007\u202f")
"""Typed spaces at which no line may break (UAX #14, LB12)."""
_TRAILING = (CharClass.CLOSING, CharClass.PAUSE, CharClass.STOP)
_TEXT = (CharClass.HAN, CharClass.LATIN)
_GLUED = Penalty(INFINITE, rule="no-break-space")
_WHOLE = Penalty(INFINITE, rule="whole")
_FREE = Penalty(0.0)


@lru_cache(maxsize=4096)
def paragraph(
    spans: tuple[StyledText, ...], rules: Composition, *, lead: int = 0, indent: float | None = None
) -> Paragraph:
    """Shape *spans* and lay out the boxes, glue and penalties of the paragraph.

    Args:
        spans: the text in its styles, in order.
        rules: the house's composition.
        lead: how many of its characters are a run-in lead.
        indent: of the first line in em; the house's own by default.

    """
    text = "".join(s.text for s in spans)
    em = spans[0].style.size if spans else 0.0
    boxes = units(text, spans)
    held = bonds(text, rules.costs) | _tail(boxes, rules)
    items, offsets = _Composer(rules, held).compose(boxes)
    own_indent = rules.indent if indent is None else indent
    return Paragraph(text, tuple(items), tuple(offsets), own_indent * em, em, lead)


def units(text: str, spans: Sequence[StyledText]) -> list[Unit]:
    """The boxes of *text*, whose spans are its styles: an atom of two styles makes two boxes."""
    found: list[Unit] = []
    ends = list(accumulate(len(s.text) for s in spans))
    shapers = [shaper(s.style) for s in spans]
    span = 0
    for atom, kind, start in atoms(text, classify(text)):
        while ends[span] <= start:
            span += 1
        stop = start + len(atom)
        if stop <= ends[span]:
            found.append(Unit(shapers[span].box(atom, kind), start))
            continue
        at = start
        while at < stop:
            end = min(stop, ends[span])
            if end > at:
                box = shapers[span].box(text[at:end], kind, atom)
                found.append(Unit(box, at, is_inside=at > start))
            at = end
            span += at < stop
    return found


def _tail(boxes: Sequence[Unit], rules: Composition) -> dict[int, Bond]:
    """单字不成行: what a break costs that leaves one or two characters on the last line."""
    found: dict[int, Bond] = {}
    end = boxes[-12:]
    signs = [i for i, u in enumerate(end) if u.box.cluster.kind in _TEXT and not u.is_inside]
    if len(signs) < 2:
        return found
    is_word = any(u.is_inside for u in end[signs[-1] + 1 : signs[-1] + 2])
    if is_word or len(end[signs[-1]].box.cluster.text) > 1:
        return found
    two = Bond(rules.costs.two_characters, "two-characters")
    lone = Bond(rules.costs.lone_character, "lone-character")
    # The line may begin with the last sign or with a mark that opens in front of it.
    if len(signs) > 2:
        found |= dict.fromkeys((u.start for u in end[signs[-3] + 1 : signs[-2] + 1]), two)
    return found | dict.fromkeys((u.start for u in end[signs[-2] + 1 : signs[-1] + 1]), lone)


class _Composer:
    """Lays out the items of one paragraph."""

    def __init__(self, rules: Composition, held: Mapping[int, Bond]) -> None:
        self.rules = rules
        self.breaks: Breaks = breaks(rules)
        self.held = held
        self.items: list[Item] = []
        self.offsets: list[int] = []

    def compose(self, boxes: Sequence[Unit]) -> tuple[list[Item], list[int]]:
        """The items, and the offset of each."""
        previous: Cluster | None = None
        space: Cluster | None = None
        stacked = 0
        for box, at, is_inside in boxes:
            cluster = box.cluster
            if cluster.kind is CharClass.SPACE:
                space = cluster
                continue
            if is_inside:
                self._put(_WHOLE, at)
            elif previous is not None:
                # Two stops in a row fill one em, three fill two (GB 5.1.2).
                right = CharClass.SIGN if stacked and not stacked % 2 else previous.right
                glue = self._glue(previous, cluster, right, space)
                for item in self._between(previous, cluster, glue, at):
                    self._put(item, at)
            self._put(box, at)
            stacked = stacked + 1 if cluster.text in "？！" else 0
            previous, space = cluster, None
        return self.items, self.offsets

    def _put(self, item: Item, at: int) -> None:
        self.items.append(item)
        self.offsets.append(at)

    def _glue(
        self, previous: Cluster, cluster: Cluster, right: CharClass, space: Cluster | None
    ) -> Glue:
        """The blank between two clusters, in the em of the one whose blank it is."""
        is_opening = cluster.kind is CharClass.OPENING
        joint = joints((cluster if is_opening else previous).style.size, self.rules)
        glue = joint[right, cluster.left]
        if space is None:
            return glue
        # A typed space: a word space between Latin, else the room the neighbours have
        # anyway. Between two Han characters it stays as wide as typed, for names set apart.
        if previous.kind is CharClass.LATIN is cluster.kind:
            glue = joint.word_space
        elif not glue.width:
            glue = Glue(space.width, joint=False)
        return Glue(glue.width, glue.tier, glue.shrink, glue.stretch, glue.joint, space)

    def _penalty(self, previous: Cluster, cluster: Cluster, glue: Glue, at: int) -> Penalty | None:
        """What a break between two clusters costs; None if it is free."""
        penalty = self.breaks[previous.closes, cluster.opens]
        if glue.space is not None:
            if glue.space.text in GLUED_SPACES:
                return _GLUED
            if penalty is not None and penalty.rule == "whole":
                penalty = None  # LB18: a line may break at a space
        bond = self.held.get(at)
        if bond is not None and bond.cost and (penalty is None or penalty.cost < INFINITE):
            return Penalty(bond.cost + (penalty.cost if penalty else 0.0), rule=bond.rule)
        return penalty

    def _between(
        self, previous: Cluster, cluster: Cluster, glue: Glue, at: int
    ) -> tuple[Item, ...]:
        """Where the line may end between two boxes, and the blank if it does not."""
        rules = self.rules
        penalty = self._penalty(previous, cluster, glue, at)
        if penalty is not None and penalty.cost >= INFINITE:
            return penalty, glue
        cost = penalty.cost if penalty else 0.0
        if rules.punctuation == "全角" and glue.width and previous.kind in _TRAILING:
            # Full width at the line's end, or half if that serves the line better (GB 5.1.10).
            # The narrower first: what is too full at one break is too full at all that follow.
            width = 0.5 * previous.style.size
            return penalty or _FREE, Penalty(cost, width, "full-width"), glue
        if rules.hanging and previous.text in HANGS:
            hung = Penalty(cost + rules.costs.hanging, -0.5 * previous.style.size, "hanging")
            return hung, penalty or _FREE, glue
        return (glue,) if penalty is None else (penalty, glue)
