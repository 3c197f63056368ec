"""The body of a finished page as lines, read from a PDF by PDFium, whoever wrote the file.

Only what the file itself says is used: each character's code, face and origin. A line is
what shares a baseline within a column; where a paragraph begins is told by its indent.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

EM = 10.5
LEADING = 16.875
BODY = (680.0, 1415.0)
"""From the sheet's top, in points: where the story stands."""
LEFT, COLUMN, GUTTER, COLUMNS = 59.256, 189.0, 10.5, 5
FACES = ("NotoSerifSC", "NotoSansSC")
"""Of the body and its leads."""
SAME_LINE = 1.0
"""Baselines this near, in points, are one."""


class Char(NamedTuple):
    """A character at its place."""

    text: str
    x: float
    """Of its origin, from the sheet's left, in points."""
    y: float
    """Of its baseline, from the sheet's top."""


@dataclass(frozen=True, slots=True)
class Line:
    """The characters on one baseline of one column, from left to right."""

    page: int
    column: int
    chars: tuple[Char, ...]
    opens_paragraph: bool
    """It is indented."""
    heads_stretch: bool
    """Nothing, or a picture, stands above it in its column."""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(char.text for char in self.chars)


def body_chars(pdf: bytes) -> Iterator[tuple[int, Char]]:
    """Every character of the story with its page, spaces left out."""
    with_pages = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(with_pages):
            height = page.get_height()
            text = page.get_textpage()
            for index in range(pdfium.FPDFText_CountChars(text)):
                char = _char(text, index, height)
                if char is not None:
                    yield number, char
            text.close()
            page.close()
    finally:
        with_pages.close()


def _char(text: pypdfium2.PdfTextPage, index: int, height: float) -> Char | None:
    """One character of the story; None for any other, and for one that PDFium made up."""
    if pdfium.FPDFText_IsGenerated(text, index) == 1:
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    down = height - y.value
    code = pdfium.FPDFText_GetUnicode(text, index)
    character = "-" if code in (2, 0xFFFE) else chr(code)  # PDFium's sign for a hyphen at an end
    if not BODY[0] < down < BODY[1] or character.isspace():
        return None
    if not EM - 0.1 < _size(text, index) < EM + 0.1:
        return None
    name = ctypes.create_string_buffer(200)
    pdfium.FPDFText_GetFontInfo(text, index, name, 200, None)
    face = name.value.decode("utf-8", "replace")
    return Char(character, x.value, down) if any(known in face for known in FACES) else None


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    """Size of the type on the page, in points."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    return pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.b, matrix.d)


def lines(pdf: bytes) -> list[Line]:
    """The story's lines in order of reading: column by column, from head to foot."""
    found: dict[tuple[int, int], list[list[Char]]] = {}
    for page, char in body_chars(pdf):
        # The origin of an opening mark lies half an em left of its column, its blank being cut;
        # the last character of the column before stands two ems from there.
        column = int((char.x - LEFT + 0.9 * EM) // (COLUMN + GUTTER))
        rows = found.setdefault((page, min(max(column, 0), COLUMNS - 1)), [])
        row = next((r for r in reversed(rows) if abs(r[0].y - char.y) < SAME_LINE), None)
        if row is None:
            rows.append([char])
        else:
            row.append(char)
    made = []
    for (page, column), rows in sorted(found.items()):
        above = 0.0
        for row in sorted(rows, key=lambda row: row[0].y):
            chars = tuple(sorted(row, key=lambda char: char.x))
            indent = chars[0].x - LEFT - column * (COLUMN + GUTTER)
            heads = row[0].y - above > 1.5 * LEADING
            made.append(Line(page, column, chars, indent > EM, heads))
            above = row[0].y
    return made
