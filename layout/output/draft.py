"""Drafts: faults marked on the page, and the page stamped so that nobody prints it."""

from collections.abc import Sequence
from dataclasses import replace

from layout.color import Cmyk
from layout.diagnostics import Diagnostics, Severity
from layout.display import Fill, GlyphRun, Group, Item, PlacedGlyph, Sheet
from layout.geometry import Box
from layout.text.fonts import Face
from layout.units import mm_to_pt

MARK = Cmyk(0, 1, 0, 0)
"""Pure magenta, which no page is otherwise framed in."""
WEIGHT = 2.0
"""Points."""
STAMP = "校样"
STAMP_SIZE = 0.36
"""Of the sheet's width."""
STAMP_TURN = -32.0
"""Degrees clockwise."""


def draft(sheets: Sequence[Sheet], diagnostics: Diagnostics, face: Face | None) -> list[Sheet]:
    """*sheets* stamped 校样, with every error and warning that has a place framed."""
    return [_marked(sheet, number, diagnostics, face) for number, sheet in enumerate(sheets, 1)]


def _marked(sheet: Sheet, number: int, diagnostics: Diagnostics, face: Face | None) -> Sheet:
    page = sheet.page or number
    marks: list[Item] = [
        Fill(Box(*(mm_to_pt(v) for v in found.box_mm)), None, (MARK, WEIGHT))
        for found in diagnostics
        if found.box_mm and found.page == page and found.severity is not Severity.INFO
    ]
    if face is not None:
        marks.append(_stamp(sheet, face))
    return replace(sheet, items=(*sheet.items, Group(tuple(marks), role="artifact")))


def _stamp(sheet: Sheet, face: Face) -> GlyphRun:
    """The word across the page in outline, so that the page can still be read through it."""
    size = STAMP_SIZE * sheet.width
    glyphs = tuple(
        PlacedGlyph(face.glyph(char), char, number * size, 1.0) for number, char in enumerate(STAMP)
    )
    x, y = 0.22 * sheet.width, 0.68 * sheet.height
    return GlyphRun(
        face, size, x, y, glyphs, MARK, hidden=True, turned=STAMP_TURN, outline=(MARK, WEIGHT)
    )
