"""A story's text: Markdown as an editor writes it, into paragraphs and crossheads.

Why not a Markdown parser: three constructs are meant (a run-in lead, emphasis, a
crosshead), everything else an editor types is text. CommonMark makes code of an
indent, joins lines, eats backslashes and entities, refuses ``**这一年，…奋进。**持续``
(by its §6.2 a closing mark behind punctuation must be followed by a blank or more
punctuation), and keeps no columns. Rejected: markdown-it-py with
all its rules disabled and three of our own, which would leave it nothing to do.

The marks, ours:

- A line is a block; blank lines and indents only separate.
- ``##`` opens a crosshead, with or without a blank behind it.
- ``**…**`` is strong, or the lead when it opens a paragraph; ``*…*`` is emphasised
  with dots. The opening mark touches the text behind it, the closing mark the text
  before it; nothing else is asked, so Chinese punctuation is as good as a letter.
- ``{襄垣|xiāng yuán}`` sets a reading over each character, syllable by syllable.
- An asterisk between two digits is a sign of multiplication. Marks do not nest and
  do not reach beyond their line; what does not pair stays as typed, and is told.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from layout.diagnostics import Diagnostics, Source
from layout.issue.characters import (
    LINE_BREAKS,
    Flags,
    code_point,
    half_width_marks,
    is_left_out,
    telltales,
)

Style = Literal["plain", "lead", "strong", "emphasis"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style, contiguous in its line of the source.

    The character at offset *i* was typed at ``source.column + i``. A tab stands
    as a blank; where a character was left out, a new span begins.
    """

    text: str
    style: Style
    source: Source
    """Where the first character was typed."""
    readings: tuple[str, ...] = ()
    """注音: what stands over each of its characters; empty for text without readings."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, without its indent."""

    spans: tuple[Span, ...]
    source: Source

    @property
    def text(self) -> str:
        """The paragraph's characters, without marks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Crosshead:
    """小标题: a heading within the text."""

    spans: tuple[Span, ...]
    source: Source

    @property
    def text(self) -> str:
        """The crosshead's characters, without marks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Body:
    """The whole text of a story, in order; no blocks when it could not be read."""

    blocks: tuple[Paragraph | Crosshead, ...] = ()

    @property
    def text(self) -> str:
        """All characters, a line break between blocks."""
        return "\n".join(block.text for block in self.blocks)


class _Piece(NamedTuple):
    """A stretch of a line in one style, by offsets into the line."""

    start: int
    end: int
    style: Style


_INDENT = " \t\u00a0\u2000\u2001\u2002\u2003\u2009\u3000\u200b\ufeff"
_LINE_END = re.compile(r"\r\n|\n|\r")
_HIDDEN_BREAK = re.compile(f"[{LINE_BREAKS}]")
_CROSSHEAD = re.compile(r"##(?!#)")
_RUN = re.compile(r"\*+")
_READING = re.compile(r"\{([^{}|*]{1,20})\|([^{}|*]{1,200})\}")
_MARKUP = re.compile(
    r"""^(?: \#(?=\s) | \#{3,} | >(?=\s) | [-+](?=\s) | -{3,}$ | ``` )
    | !?\[[^\]]{0,200}\]\([^)]{0,500}\)      # a link or a picture
    | </?[A-Za-z][^<>]{0,200}>               # HTML
    | &(?:\#[0-9]{1,7}|\#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,20});
    """,
    re.VERBOSE,
)
"""Markup of other programs, which is set as typed and seldom meant to be."""


def parse_body(
    text: str, start: Source, diagnostics: Diagnostics, *, is_exact: bool = True
) -> Body:
    """The paragraphs and crossheads of *text*, which begins at *start*; never raises.

    Each line of *text* is a line of the source, at the column of *start*; if
    *is_exact* is false (a text folded or quoted in YAML) all of it is taken to
    stand at *start*. An empty text is an error.
    """
    flags = Flags(diagnostics)
    blocks: list[Paragraph | Crosshead] = []
    for row, line in enumerate(_LINE_END.split(text)):
        at = Source(start.file, start.line + row, start.column) if is_exact else start
        reader = _Line(line, at, flags, is_exact=is_exact)
        blocks.extend(reader.blocks())
    flags.close()
    if not blocks:
        diagnostics.add("body-empty", start, file=start.file)
    return Body(tuple(blocks))


class _Line:
    """One line of the source: mostly one block, more where it holds a hidden break."""

    def __init__(self, line: str, at: Source, flags: Flags, *, is_exact: bool) -> None:
        self._line = line
        self._at = at
        self._flags = flags
        self._is_exact = is_exact

    def blocks(self) -> Iterator[Paragraph | Crosshead]:
        start = 0
        for found in _HIDDEN_BREAK.finditer(self._line):
            self._flag("line-separator", found.start(), character=code_point(found[0]))
            yield from self._block(start, found.start())
            start = found.end()
        yield from self._block(start, len(self._line))

    def _block(self, start: int, end: int) -> Iterator[Paragraph | Crosshead]:
        """The block between two offsets; none if there is nothing to set."""
        start, end = self._inked(start, end)
        if start == end:
            return
        crosshead = _CROSSHEAD.match(self._line, start, end)
        text_start = start
        if crosshead:
            rest = self._line[crosshead.end() : end]
            text_start = end - len(rest.lstrip(_INDENT))
        if crosshead is None or text_start == end:
            crosshead, text_start = None, start
        self._tell_markup(text_start, end)
        spans = tuple(self._spans(text_start, end, may_lead=crosshead is None))
        if not spans:
            return
        self._tell_half_width(spans)
        block = Crosshead if crosshead else Paragraph
        yield block(spans, spans[0].source)

    def _inked(self, start: int, end: int) -> tuple[int, int]:
        """The offsets without the blanks at either end; of these only the invisible are told."""
        content = self._line[start:end]
        first = end - len(content.lstrip(_INDENT))
        last = max(first, start + len(content.rstrip(_INDENT)))
        for blank_start, blank_end in ((start, first), (last, end)):
            for offset, kind in telltales(self._line[blank_start:blank_end]):
                if is_left_out(kind):
                    at = blank_start + offset
                    self._flag(kind, at, character=code_point(self._line[at]))
        return first, last

    def _spans(self, start: int, end: int, *, may_lead: bool) -> Iterator[Span]:
        for piece in self._pieces(start, end):
            style = piece.style
            if style == "strong" and may_lead and piece.start == start + 2:
                style = "lead"
            yield from self._with_readings(piece.start, piece.end, style)

    def _pieces(self, start: int, end: int) -> Iterator[_Piece]:
        """The stretches between the marks of one block."""
        runs = [found.span() for found in _RUN.finditer(self._line, start, end)]
        plain_from, index = start, 0
        hopeless: set[int] = set()
        while index < len(runs):
            opening = runs[index]
            width = opening[1] - opening[0]
            closing = self._closing(runs, index, end) if width not in hopeless else None
            if closing is None:
                if self._can_open(opening, end):
                    # What finds no partner here finds none further on.
                    hopeless.add(width)
                self._tell_unpaired(opening, end)
                index += 1
                continue
            if opening[0] > plain_from:
                yield _Piece(plain_from, opening[0], "plain")
            yield _Piece(opening[1], runs[closing][0], "strong" if width == 2 else "emphasis")
            for inner in runs[index + 1 : closing]:
                if not self._is_sign(inner):
                    self._flag("nested-mark", inner[0])
            plain_from, index = runs[closing][1], closing + 1
        if plain_from < end:
            yield _Piece(plain_from, end, "plain")

    def _closing(self, runs: list[tuple[int, int]], index: int, end: int) -> int | None:
        """The index of the run that closes run *index*; None when nothing does."""
        opening = runs[index]
        width = opening[1] - opening[0]
        if not self._can_open(opening, end):
            return None
        for later in range(index + 1, len(runs)):
            start, stop = runs[later]
            touches = not self._line[start - 1].isspace()
            if stop - start == width and touches and not self._is_sign(runs[later]):
                return later
        return None

    def _can_open(self, run: tuple[int, int], end: int) -> bool:
        start, stop = run
        return (
            stop - start <= 2
            and stop < end
            and not self._line[stop].isspace()
            and not self._is_sign(run)
        )

    def _is_sign(self, run: tuple[int, int]) -> bool:
        """Whether a lone asterisk stands between two digits."""
        start, stop = run
        return (
            stop - start == 1
            and start > 0
            and stop < len(self._line)
            and self._line[start - 1].isdigit()
            and self._line[stop].isdigit()
        )

    def _with_readings(self, start: int, end: int, style: Style) -> Iterator[Span]:
        """The text between two offsets, characters with readings in spans of their own.

        As many syllables as characters, or one for a single character; otherwise the
        mark is set as typed, and told.
        """
        for found in _READING.finditer(self._line, start, end):
            base, readings = found[1], tuple(found[2].split())
            if len(readings) != len(base):
                self._flag("reading-count", found.start(), base=base, count=len(readings))
                continue
            yield from self._contiguous(start, found.start(), style)
            yield Span(base, style, self._source(found.start(1)), readings)
            start = found.end()
        yield from self._contiguous(start, end, style)

    def _contiguous(self, start: int, end: int, style: Style) -> Iterator[Span]:
        """The text between two offsets, in as many spans as characters left out require."""
        for offset in [*self._left_out(start, end), end]:
            text = self._line[start:offset].replace("\t", " ")
            if text:
                yield Span(text, style, self._source(start))
            start = offset + 1

    def _left_out(self, start: int, end: int) -> Iterator[int]:
        """Offsets of characters that no page carries; all odd characters are told."""
        for offset, kind in telltales(self._line[start:end]):
            character = code_point(self._line[start + offset])
            self._flag(kind, start + offset, character=character)
            if is_left_out(kind):
                yield start + offset

    def _tell_unpaired(self, run: tuple[int, int], end: int) -> None:
        """A mark without its partner; a lone asterisk before a blank is none."""
        start, stop = run
        if stop - start > 1 or self._can_open(run, end):
            self._flag("unclosed-mark", start, mark=self._line[start:stop][:5])

    def _tell_markup(self, start: int, end: int) -> None:
        for found in _MARKUP.finditer(self._line[start:end]):
            self._flag("markup-as-typed", start + found.start(), mark=found[0][:30])

    def _tell_half_width(self, spans: tuple[Span, ...]) -> None:
        """Told by what is set, so that marks between the characters do not hide them."""
        text = "".join(span.text for span in spans)
        starts: list[int] = []
        length = 0
        for span in spans:
            starts.append(length)
            length += len(span.text)
        for offset in half_width_marks(text):
            index = bisect_right(starts, offset) - 1
            source = spans[index].source
            column = source.column + (offset - starts[index] if self._is_exact else 0)
            at = Source(source.file, source.line, column)
            self._flags.add("half-width-punctuation", at, character=text[offset])

    def _flag(self, code: str, offset: int, **params: object) -> None:
        self._flags.add(code, self._source(offset), **params)

    def _source(self, offset: int) -> Source:
        if not self._is_exact:
            return self._at
        return Source(self._at.file, self._at.line, self._at.column + offset)
