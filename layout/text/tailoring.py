"""What Chinese composition changes in UAX #14: one table, a reason for every row.

The first row that fits decides; where none does, UAX #14 has the word (uax14.py).
Signs are those of :func:`layout.text.breaks.sign`: a character, or NU for any digit,
— for a single dash (连接号), —— for a long one (破折号), …… and ∶ for the colon of a time.
"""

from typing import Literal, NamedTuple

from layout.text.items import INFINITE

Level = Literal["loose", "normal", "strict"]
ALL: tuple[Level, ...] = ("loose", "normal", "strict")
FREE = 0.0

DASH, LONG_DASH, ELLIPSIS, RATIO = "—", "——", "……", "∶"
AMOUNT = frozenset(["NU", "%", "％", "‰", "℃", "°"])
CONNECTORS = frozenset([*"～〜~–‐-－゠", DASH])
POSTFIX = frozenset("%％‰‱°℃℉′″‴¢￠﹪")
PREFIX = frozenset("¤￥¥$＄£￡€₩￦№+＋−－±∓﹩#＃@＠")
INTERPUNCTS = frozenset("·・‧•･")
SOLIDI = frozenset("/／")
NOTE_MARKS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹*＊†‡")
SMALL_KANA = frozenset(
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
ITERATION = frozenset("々〻ゝゞヽヾ")
CENTRED = frozenset("・：；･‼⁇⁈⁉！？")
WIDE_POSTFIX = frozenset("°‰′″‵℃℉％￠﹪")
WIDE_PREFIX = frozenset("¤±€№－＋￥＄￡￦﹩")


class Tailoring(NamedTuple):
    """A row: what a break between two signs costs, whatever UAX #14 says."""

    rule: str
    """Its name in the log."""
    before: frozenset[str] | None
    """Signs that end the line; None for any."""
    after: frozenset[str] | None
    """Signs that begin the next; None for any."""
    cost: float | str
    """Points of badness, or the name of a cost in :class:`LineCosts`."""
    levels: tuple[Level, ...]
    reason: str


def _signs(*found: str) -> frozenset[str]:
    return frozenset(found)


TAILORINGS: tuple[Tailoring, ...] = (
    Tailoring("note-mark", None, NOTE_MARKS, INFINITE, ALL, "a note mark stays with its base"),
    Tailoring("time", _signs(RATIO), None, INFINITE, ALL, "8：30 is one number"),
    Tailoring("time", None, _signs(RATIO), INFINITE, ALL, "8：30 is one number"),
    Tailoring("percentage", AMOUNT, POSTFIX, INFINITE, ALL, "30％, 12℃ are one number"),
    Tailoring("currency", PREFIX, _signs("NU"), INFINITE, ALL, "￥5, №5, −5 are one number"),
    Tailoring(
        "range",
        CONNECTORS,
        _signs("NU"),
        INFINITE,
        ALL,
        "2021—2025, 30％—50％, 5～8 are one number",
    ),
    Tailoring("range", AMOUNT, CONNECTORS, INFINITE, ALL, "the same, in front of its dash"),
    Tailoring("solidus", SOLIDI, None, INFINITE, ALL, "GB 5.1.9: a solidus ends no line"),
    Tailoring("solidus", None, SOLIDI, INFINITE, ALL, "GB 5.1.9: a solidus begins no line"),
    # CSS Text 3, 5.3: what the lesser levels let through in Chinese.
    Tailoring(
        "small-kana", None, SMALL_KANA, FREE, ("loose", "normal"), "CSS line-break: CJ as ID"
    ),
    Tailoring(
        "hyphen",
        None,
        _signs(*"‐–〜゠"),
        FREE,
        ("loose", "normal"),
        "CSS line-break: in Chinese, strict alone keeps them from a line's start",
    ),
    Tailoring("iteration", None, ITERATION, FREE, ("loose",), "CSS line-break: loose"),
    Tailoring(
        "centred", None, CENTRED, "loose_line_start", ("loose",), "CSS line-break: loose, Chinese"
    ),
    Tailoring(
        "postfix",
        None,
        WIDE_POSTFIX,
        "loose_line_start",
        ("loose",),
        "CSS line-break: loose frees wide PO, in Chinese",
    ),
    Tailoring(
        "prefix",
        WIDE_PREFIX,
        None,
        "loose_line_start",
        ("loose",),
        "CSS line-break: loose frees wide PR, in Chinese",
    ),
    Tailoring("interpunct", None, INTERPUNCTS, INFINITE, ALL, "GB 5.1.7: 间隔号 begins no line"),
    Tailoring(
        "interpunct",
        INTERPUNCTS,
        None,
        INFINITE,
        ("normal", "strict"),
        "莎·克 is one name; in a narrow column (loose) it may break behind its point",
    ),
    Tailoring(
        "ellipsis",
        None,
        _signs(ELLIPSIS),
        INFINITE,
        ("normal", "strict"),
        "an ellipsis belongs to what it breaks off",
    ),
    Tailoring("ellipsis", None, _signs(ELLIPSIS), "dash_at_line_start", ("loose",), "as 破折号"),
    Tailoring("connector", None, CONNECTORS, INFINITE, ALL, "GB 5.1.6: 连接号 begins no line"),
    Tailoring(
        "dash",
        None,
        _signs(LONG_DASH),
        "dash_at_line_start",
        ALL,
        "a dash is better at a line's end, though it may begin one (GB 5.1.5 is silent)",
    ),
    Tailoring("line-start", None, POSTFIX, INFINITE, ALL, "a unit's sign begins no line"),
    Tailoring("line-end", PREFIX, None, INFINITE, ALL, "a sign before an amount ends no line"),
)
