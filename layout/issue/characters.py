"""Characters that an editor cannot see or did not mean: told, and some left out.

Text is set letter for letter: no normal form is applied and no mark exchanged.
What is flagged: half-width marks among Han characters (GB/T 15834-2011, 5.1: the
marks of Chinese text take a character's place) and characters without a shape.
"""

import re
from collections.abc import Iterator

from layout.diagnostics import Diagnostic, Diagnostics, Source

MAX_TOLD = 20
"""Findings of one kind told one by one; a number stands for the rest."""

_HAN = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x3FFFF), (0xF900, 0xFAFF), (0x3007, 0x3007))
"""Blocks of Han characters, the commonest first, and the zero 〇."""

_CLOSING = frozenset("”’》〉」』】〕）％…。，、；：？！")
"""Marks that end something Chinese."""

_OPENING = frozenset("“‘《")

_MARK = re.compile(r"""[,.:;!?()"']""")

LINE_BREAKS = "\v\f\x1c-\x1e\x85\u2028\u2029"
"""Breaks that editors do not show as such; Word writes U+000B for a line break."""

_KINDS = (
    ("tab-in-text", "\t"),
    ("soft-hyphen", "\u00ad"),
    ("no-break-space", "\u00a0\u2007\u202f"),
    ("joining-character", "\u200c\u200d"),
    ("zero-width-character", "\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"),
    ("replacement-character", "\ufffc\ufffd"),
    ("line-separator", LINE_BREAKS),
    ("control-in-text", "\0-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"),
)
_KEPT = {"tab-in-text", "no-break-space", "joining-character", "replacement-character"}
_TELLTALE = re.compile("|".join(f"(?P<k{i}>[{kind[1]}])" for i, kind in enumerate(_KINDS)))


class Flags:
    """Findings about one text, with a limit on how many of a kind are told."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        """Findings go to *diagnostics*."""
        self._diagnostics = diagnostics
        self._counts: dict[str, int] = {}
        self._last: dict[str, Source] = {}

    def add(self, code: str, source: Source, **params: object) -> None:
        """Tell a finding, or count it when its kind has been told often enough."""
        self._counts[code] = self._counts.get(code, 0) + 1
        if self._counts[code] <= MAX_TOLD:
            self._diagnostics.append(Diagnostic(code, params, source))
        else:
            self._last.setdefault(code, source)

    def close(self) -> None:
        """Tell how many there were beyond the limit."""
        for code, source in self._last.items():
            count = self._counts[code] - MAX_TOLD
            self._diagnostics.add("and-more", source, kind=code, count=count)


def half_width_marks(text: str) -> Iterator[int]:
    """Offsets of half-width marks that stand among Han characters.

    Either neighbour tells, except for a point and what closes: these must
    follow something Chinese, for the point of ``1.`` belongs to the numeral.
    """
    for found in _MARK.finditer(text):
        offset = found.start()
        before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
        if (before and (is_han(before) or before in _CLOSING)) or (
            after and found[0] not in ".)" and (is_han(after) or after in _OPENING)
        ):
            yield offset


def is_han(character: str) -> bool:
    """Whether *character* is a Han character."""
    code = ord(character)
    return any(first <= code <= last for first, last in _HAN)


def telltales(text: str) -> Iterator[tuple[int, str]]:
    """Offset and kind of every character in *text* that has no shape of its own."""
    if text.isascii() and text.isprintable():
        return
    for found in _TELLTALE.finditer(text):
        yield found.start(), _KINDS[int(str(found.lastgroup)[1:])][0]


def is_left_out(kind: str) -> bool:
    """Whether a character of this kind never reaches the page."""
    return kind not in _KEPT


def cleaned(text: str, source: Source, flags: Flags, *, is_exact: bool) -> str:
    """A short text as it reaches the page; what is odd in it is told.

    A break is a blank, as a tab is: a heading's lines are the list's business.
    *source* is where the text begins; if *is_exact*, its characters follow there.
    """

    def at(offset: int) -> Source:
        return Source(source.file, source.line, source.column + offset) if is_exact else source

    kept = list(text)
    for offset, kind in telltales(text):
        is_break = text[offset] in "\r\n"
        code = "line-break-in-text" if is_break else kind
        flags.add(code, at(offset), character=code_point(text[offset]))
        if is_break or kind in {"tab-in-text", "line-separator"}:
            kept[offset] = " "
        elif is_left_out(kind):
            kept[offset] = ""
    for offset in half_width_marks(text):
        flags.add("half-width-punctuation", at(offset), character=text[offset])
    return "".join(kept)


def code_point(character: str) -> str:
    """A character's name in Unicode's notation: ``U+200B``."""
    return f"U+{ord(character):04X}"
