"""Where a line may break, and what a break between two neighbours costs.

UAX #14 as tailored for Chinese (tailoring.py): GB/T 15834 5.1 (marks at line edges),
CLREQ 3.1.10 and 3.2.3, CSS Text ``line-break``. What depends on more than two
neighbours is in bonds.py.
"""

from functools import lru_cache

from layout.page.composition import Composition
from layout.text.classes import CLOSING, OPENING, PAUSE, STOP, CharClass
from layout.text.items import INFINITE, Penalty
from layout.text.tailoring import (
    DASH,
    ELLIPSIS,
    LONG_DASH,
    RATIO,
    TAILORINGS,
    Tailoring,
)
from layout.text.uax14 import NEVER_AFTER, NEVER_BEFORE, forbids, line_class

_OWN_CLASS = {
    **dict.fromkeys(OPENING, "O"),
    **dict.fromkeys(CLOSING | PAUSE | STOP, "C"),
    DASH: "B2",
    LONG_DASH: "B2",
    ELLIPSIS: "IN",
    RATIO: "NS",
}
"""Line breaking classes of signs, where Chinese decides them. O and C are OP and CL that are
wide: a line may break between a word and O (LB30), between C and a sign like ￥ (LB25)."""
_NEVER_BEFORE = NEVER_BEFORE | {"C"}
_NEVER_AFTER = NEVER_AFTER | {"O"}
_PLAIN = frozenset(["ID", "AL", "NU", "EB", "EM"])
_TAILORED = frozenset(s for t in TAILORINGS for s in (t.before or t.after or ()))
_MARKS = (CharClass.OPENING, CharClass.CLOSING, CharClass.PAUSE, CharClass.STOP)


def sign(char: str, kind: CharClass, text: str) -> str:
    """What *char*, at the edge of the atom *text*, counts as: itself, or the class of its like."""
    if kind in _MARKS:
        return char
    if kind is CharClass.DASH:
        dash = DASH if text == DASH else LONG_DASH
        return ELLIPSIS if char in "…⋯" else dash
    if kind is CharClass.MIDDLE and char in "：∶":
        return RATIO
    return _text_sign(char, is_latin=kind is CharClass.LATIN)


def _text_sign(char: str, *, is_latin: bool) -> str:
    """The same of what is no Chinese mark: English quotation marks count as brackets."""
    if "０" <= char <= "９":
        return "NU"
    if is_latin and char in "“‘”’":
        return "(" if char in "“‘" else ")"
    name = line_class(char)
    if is_latin and name == "ID":
        name = "AL"
    return name if name in _PLAIN and char not in _TAILORED else char


@lru_cache(maxsize=8192)
def _class_of(found: str) -> str:
    """Line breaking class of a sign."""
    if found in _PLAIN:
        return found
    return _OWN_CLASS.get(found) or line_class(found)


def _speaks(row: Tailoring, before: str, after: str, level: str) -> bool:
    return (
        level in row.levels
        and (row.before is None or before in row.before)
        and (row.after is None or after in row.after)
    )


class Breaks(dict[tuple[str, str], Penalty | None]):
    """The penalty of a break between any two signs by one house's rules; None if free."""

    def __init__(self, rules: Composition) -> None:
        """Breaks by *rules*."""
        super().__init__()
        self.rules = rules

    def __missing__(self, pair: tuple[str, str]) -> Penalty | None:
        """Work a pair out the first time it is met."""
        self[pair] = found = self._penalty(*pair)
        return found

    def _penalty(self, before: str, after: str) -> Penalty | None:
        first, last = _class_of(before), _class_of(after)
        row = self._row(before, after)
        if row is None:
            return _hard(first, last)
        cost = row.cost if isinstance(row.cost, float) else getattr(self.rules.costs, row.cost)
        if cost < INFINITE and (
            (row.after is not None and first in _NEVER_AFTER)
            or (row.before is not None and last in _NEVER_BEFORE)
        ):
            return _hard(first, last)  # a row frees its own side only
        return Penalty(cost, rule=row.rule) if cost else None

    def _row(self, before: str, after: str) -> Tailoring | None:
        level = self.rules.level
        return next((row for row in TAILORINGS if _speaks(row, before, after, level)), None)


def _hard(before: str, after: str) -> Penalty | None:
    """What UAX #14 forbids, with the reason for the log; None if it forbids nothing."""
    if after in _NEVER_BEFORE:
        return Penalty(INFINITE, rule="line-start")
    if before in _NEVER_AFTER:
        return Penalty(INFINITE, rule="line-end")
    return Penalty(INFINITE, rule="whole") if forbids(before, after) else None


@lru_cache(maxsize=16)
def breaks(rules: Composition) -> Breaks:
    """The breaks of a house, kept for the life of the process."""
    return Breaks(rules)
