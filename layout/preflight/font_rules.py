"""``font``: every font in the file is embedded, cut to what is used, and says its text."""

import re
from collections.abc import Iterable

import pikepdf

from layout.diagnostics import Diagnostics
from layout.preflight.content.fonts import PdfFont
from layout.preflight.content.marks import Mark, TextMark
from layout.preflight.frame import Frame
from layout.preflight.objects import text_of

TAGGED = re.compile(r"[A-Z]{6}\+")
"""A subset's name begins with six letters (PDF 1.6, 5.5.3)."""
KINDS = ("Type0", "Type1", "MMType1", "TrueType")
"""Fonts that are named from outside; a composite font's descendant goes with it, and what
is drawn by a Type 3 font is in it."""
Place = tuple[int, tuple[float, float, float, float] | None]


class FirstUses:
    """Where each font is used first, for reports."""

    def __init__(self) -> None:
        """Begin with none used."""
        self._places: dict[tuple[int, int], Place] = {}

    def note(self, marks: Iterable[Mark], frame: Frame) -> None:
        """Go through the text of a page."""
        for mark in marks:
            if isinstance(mark, TextMark) and mark.state.font is not None:
                place = frame.number, frame.place(mark.box) if mark.box else None
                self._places.setdefault(mark.state.font.resource.objgen, place)

    def of(self, font: PdfFont) -> Place | None:
        """Page and place of the first text in *font*, None where it is not used."""
        key = font.resource.objgen
        return self._places.get(key) if key != (0, 0) else None


def check_fonts(
    dictionaries: Iterable[pikepdf.Object], uses: FirstUses, found: Diagnostics
) -> None:
    """Every font among *dictionaries*, whether anything is set in it or not."""
    for item in dictionaries:
        if text_of(item.get("/Subtype")) not in KINDS or "/BaseFont" not in item:
            continue
        font = PdfFont(item)
        page, box = uses.of(font) or (None, None)
        for code in _faults(font):
            found.add(code, page=page, box_mm=box, font=font.name)


def _faults(font: PdfFont) -> list[str]:
    if not font.is_embedded:
        return ["pdf-font-not-embedded"]
    faults = []
    if not TAGGED.match(font.name):
        faults.append("pdf-font-not-subset")
    if "/ToUnicode" not in font.resource:
        faults.append("pdf-font-no-text")
    return faults
