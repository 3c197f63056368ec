"""From a paragraph's spans to the items a line breaker works on.

The rules of Chinese composition act here and only here: they become glue and
penalties, and what comes after them knows no Chinese.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from layout.page.composition import Composition
from layout.text.atoms import atoms
from layout.text.breaks import Neighbours, breaks
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


_FORBIDDEN = Penalty(INFINITE, rule="whole")
HANGS = frozenset("，、。")
"""What may hang outside the measure, one mark, half an em (CLREQ 3.1.11)."""


@dataclass(slots=True)
class _Unit:
    """A box and where its text begins."""

    box: Box
    start: int


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
    units = _units(text, spans)
    items: list[Item] = []
    offsets: list[int] = []
    joint, word_space = joints(em, rules), joints(em, rules).word_space
    penalties = breaks(rules)
    tails = _tail_costs(units, rules)
    quotations = _short_quotations(text, rules)

    def put(item: Item, at: int) -> None:
        items.append(item)
        offsets.append(at)

    previous: Cluster | None = None
    space: Cluster | None = None
    for unit in units:
        cluster = unit.box.cluster
        if cluster.kind is CharClass.SPACE:
            space = cluster
            continue
        if previous is not None:
            at = unit.start
            penalty = penalties[
                Neighbours(previous.text, previous.kind, cluster.text, cluster.kind)
            ]
            glue = joint[previous.kind, cluster.kind]
            if space is not None:
                glue = _typed_space(space, previous, cluster, glue, word_space)
                penalty = _at_space(penalty)
            penalty = _dearer(penalty, tails.get(at), quotations.get(at))
            for item in _between(previous, penalty, glue, rules):
                put(item, at)
        put(unit.box, unit.start)
        previous, space = cluster, None
    own_indent = rules.indent if indent is None else indent
    return Paragraph(text, tuple(items), tuple(offsets), own_indent * em, em, lead)


def _units(text: str, spans: Sequence[StyledText]) -> list[_Unit]:
    classes = classify(text)
    units: list[_Unit] = []
    start = 0
    for span in spans:
        shape = shaper(span.style)
        end = start + len(span.text)
        units += [
            _Unit(shape.box(a.text, a.kind), a.start) for a in atoms(text, classes, start, end)
        ]
        start = end
    return units


def _between(
    previous: Cluster, penalty: Penalty | None, glue: Glue, rules: Composition
) -> list[Item]:
    """What stands between two boxes: where the line may end there, and the blank if it does not."""
    if penalty is not None and penalty.cost >= INFINITE:
        return [penalty, glue]
    if rules.punctuation == "全角" and glue.width and previous.kind in _TRAILING:
        return [Penalty(penalty.cost if penalty else 0.0, glue.width, "full-width"), glue]
    if rules.hanging and previous.text in HANGS:
        hung = Penalty(
            (penalty.cost if penalty else 0.0) + rules.costs.hanging,
            -0.5 * previous.style.size,
            "hanging",
        )
        return [hung, penalty or Penalty(0.0), glue]
    return [glue] if penalty is None else [penalty, glue]


_TRAILING = (CharClass.CLOSING, CharClass.PAUSE, CharClass.STOP)


def _typed_space(
    space: Cluster, before: Cluster, after: Cluster, joint: Glue, word_space: Glue
) -> Glue:
    """A typed space: a word space between Latin, else the room the neighbours have anyway.

    Between two Han characters it stays as wide as it was typed, for names set apart.
    """
    if before.kind is CharClass.LATIN is after.kind:
        glue = word_space
    elif joint.width:
        glue = joint
    else:
        glue = Glue(space.width, joint=False)
    return Glue(glue.width, glue.tier, glue.shrink, glue.stretch, glue.joint, space)


def _at_space(penalty: Penalty | None) -> Penalty | None:
    """A line may break at a typed space, though not where its neighbours forbid a line's edge."""
    if penalty is not None and penalty.rule in ("line_start", "line_end", "dash"):
        return penalty
    return None


def _dearer(penalty: Penalty | None, *extras: tuple[float, str] | None) -> Penalty | None:
    """The penalty with further costs of breaking at the same place added."""
    for extra in extras:
        if extra is not None:
            cost = extra[0] + (penalty.cost if penalty else 0.0)
            penalty = Penalty(cost, rule=extra[1])
    return penalty


def _tail_costs(units: Sequence[_Unit], rules: Composition) -> dict[int, tuple[float, str]]:
    """单字不成行: what a break costs that leaves one or two characters on the last line."""
    costs: dict[int, tuple[float, str]] = {}
    signs = [u for u in units if u.box.cluster.kind in (CharClass.HAN, CharClass.LATIN)]
    if len(signs) > 1 and len(signs[-1].box.cluster.text) == 1:
        costs[signs[-1].start] = (rules.costs.lone_character, "lone-character")
        if len(signs) > 2:
            costs[signs[-2].start] = (rules.costs.two_characters, "two-characters")
    return costs


def _short_quotations(text: str, rules: Composition) -> dict[int, tuple[float, str]]:
    """A quoted coinage of two to four characters, such as “十四五”, is better left whole."""
    costs: dict[int, tuple[float, str]] = {}
    opened = -1
    for i, char in enumerate(text):
        if char == "“":
            opened = i
        elif char == "”" and opened >= 0:
            if 2 <= i - opened - 1 <= 4:
                for at in range(opened + 2, i):
                    costs[at] = (rules.costs.short_quotation, "short-quotation")
            opened = -1
    return costs
