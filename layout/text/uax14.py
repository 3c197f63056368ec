"""The base of all breaks: the pair rules of UAX #14, Unicode's line breaking algorithm.

What Chinese composition adds or takes away is in tailoring.py. The rules for spaces are
in paragraph.py: a typed space is glue and not a character. Left out are the rules for
scripts that a Chinese newspaper sets as foreign matter (Hangul Jamo, Hebrew, Thai).
"""

import unicodedata
from functools import lru_cache

from layout.text.line_classes import CLASSES


def _table() -> dict[int, str]:
    """Class of every character that is neither AL nor ID."""
    found: dict[int, str] = {}
    for row in CLASSES.split("\n"):
        name, _, spans = row.partition(" ")
        for span in spans.split():
            first, _, last = span.partition("-")
            found.update(dict.fromkeys(range(int(first, 16), int(last or first, 16) + 1), name))
    return found


_CLASSES = _table()


@lru_cache(maxsize=8192)
def line_class(char: str) -> str:
    """Line breaking class of *char*, among Han; ambiguous characters are wide there (LB1)."""
    found = _CLASSES.get(ord(char))
    if found is None:
        return "ID" if unicodedata.east_asian_width(char) in "WF" else "AL"
    return {"AI": "ID", "CM": "CM"}.get(found, found)


NEVER_BEFORE = frozenset("CL CP EX IS SY BA HY NS CJ IN CM ZWJ WJ GL ZW QU BK NL".split())  # noqa: SIM905
"""LB6, 7, 9, 11, 12a, 13, 19, 21, 22: no break before these."""
NEVER_AFTER = frozenset("OP BB GL WJ ZWJ QU".split())  # noqa: SIM905
"""LB11, 12, 14, 19, 21: no break after these."""
_ALPHABETIC = ("AL", "NU")
PAIRS = frozenset(
    {
        *((a, b) for a in _ALPHABETIC for b in ("AL", "NU", "OP")),  # LB23, 25, 28, 30
        *(("CP", b) for b in _ALPHABETIC),  # LB30
        *(("PR", b) for b in ("ID", "EB", "EM", "AL", "NU", "OP")),  # LB23a, 24, 25
        *((a, "PO") for a in ("ID", "EB", "EM", "AL", "NU", "CL", "CP")),  # LB23a, 24, 25
        *((a, "PR") for a in ("AL", "NU", "CL", "CP")),  # LB24, 25
        *(("PO", b) for b in ("AL", "NU", "OP")),  # LB24, 25
        *((a, "NU") for a in ("HY", "IS", "SY")),  # LB25
        ("IS", "AL"),  # LB29
        ("B2", "B2"),  # LB17
        ("EB", "EM"),  # LB30b
    }
)
"""No break between these."""


def forbids(before: str, after: str) -> bool:
    """Whether no line may break between characters of two classes."""
    return after in NEVER_BEFORE or before in NEVER_AFTER or (before, after) in PAIRS
