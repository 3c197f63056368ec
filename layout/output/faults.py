"""Faults marked on a proof: a frame round the place of everything that keeps a page back."""

from collections.abc import Sequence
from dataclasses import replace

from layout.color import Cmyk
from layout.diagnostics import Diagnostics, Severity
from layout.display import Fill, Group, Item, Sheet
from layout.geometry import Box
from layout.units import mm_to_pt

MARK = Cmyk(0, 1, 0, 0)
"""Pure magenta, which no page is otherwise framed in."""
WEIGHT = 2.0
"""Points."""


def mark_faults(sheets: Sequence[Sheet], diagnostics: Diagnostics) -> list[Sheet]:
    """*sheets* with every error and warning that has a place framed."""
    return [_marked(sheet, number, diagnostics) for number, sheet in enumerate(sheets, 1)]


def _marked(sheet: Sheet, number: int, diagnostics: Diagnostics) -> Sheet:
    page = sheet.page or number
    marks: list[Item] = [
        Fill(Box(*(mm_to_pt(v) for v in found.box_mm)), None, (MARK, WEIGHT))
        for found in diagnostics
        if found.box_mm and found.page == page and found.severity is not Severity.INFO
    ]
    return replace(sheet, items=(*sheet.items, Group(tuple(marks), role="artifact")))
