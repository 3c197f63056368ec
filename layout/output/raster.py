"""Proofs: pages of the finished PDF as pixels, by PDFium.

The proof is made from the very file that goes to press; nothing is drawn twice.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import NamedTuple, Self

import pypdfium2

from layout.geometry import Box

POINTS_PER_INCH = 72
EXACT = 1 - 1e-9
"""Keeps a page of 250 pixels and a rounding error from being given 251."""
_PDFIUM = threading.Lock()
"""PDFium is one at a time."""


@dataclass(frozen=True, slots=True)
class Raster:
    """Pixels in sRGB."""

    width: int
    height: int
    rgb: bytes
    """Rows from the top, three bytes to the pixel, no padding."""


class TextLine(NamedTuple):
    """A line of text as it is read from a page."""

    text: str
    box: Box
    """In points from the sheet's top left corner."""


class Rasteriser:
    """An open PDF whose pages can be rasterised; use it in a ``with``."""

    def __init__(self, pdf: bytes) -> None:
        """Open *pdf*."""
        with _PDFIUM:
            self._document = pypdfium2.PdfDocument(pdf)

    def __enter__(self) -> Self:
        """Itself, to be closed at the end of the block."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Close the PDF."""
        self.close()

    def close(self) -> None:
        """Close the PDF."""
        with _PDFIUM:
            self._document.close()

    def page(self, index: int, dpi: float, crop: Box | None = None) -> Raster:
        """Rasterise page *index* (from 0) at *dpi*, or only the part in *crop*."""
        with _PDFIUM:
            page = self._document[index]
            try:
                return _raster(page, dpi, crop)
            finally:
                page.close()

    def lines(self, index: int) -> list[TextLine]:
        """The lines of text of page *index* (from 0), in the order of reading."""
        with _PDFIUM:
            page = self._document[index]
            text = page.get_textpage()
            try:
                height = page.get_height()
                return list(_lines(text, _trim_corner(page, height), height))
            finally:
                text.close()
                page.close()

    def __len__(self) -> int:
        """How many pages there are."""
        with _PDFIUM:
            return len(self._document)


def _lines(
    text: pypdfium2.PdfTextPage, corner: tuple[float, float], height: float
) -> Iterator[TextLine]:
    start = 0
    for line in text.get_text_range().splitlines(keepends=True):
        kept = line.strip()
        if kept:
            first = start + len(line) - len(line.lstrip())
            ends = [text.get_charbox(at) for at in (first, first + len(kept) - 1)]
            left, right = min(box[0] for box in ends), max(box[2] for box in ends)
            bottom, top = min(box[1] for box in ends), max(box[3] for box in ends)
            box = Box(left - corner[0], height - top - corner[1], right - left, top - bottom)
            yield TextLine(kept, box)
        start += len(line)


def rasterise(pdf: bytes, page_index: int, dpi: float, crop: Box | None = None) -> Raster:
    """Rasterise one page of *pdf*."""
    with Rasteriser(pdf) as rasteriser:
        return rasteriser.page(page_index, dpi, crop)


def _trim_corner(page: pypdfium2.PdfPage, height: float) -> tuple[float, float]:
    """Upper left corner of the trimmed page, from the sheet's, in points."""
    left, _, _, top = page.get_trimbox()
    return left, height - top


def _raster(page: pypdfium2.PdfPage, dpi: float, crop: Box | None) -> Raster:
    """Render *page* without antialiasing tricks meant for screens."""
    margins = (0.0, 0.0, 0.0, 0.0)
    if crop is not None:
        width, height = page.get_size()
        left, top = _trim_corner(page, height)
        margins = (
            left + crop.x,
            height - top - crop.bottom,
            width - left - crop.right,
            top + crop.y,
        )
    bitmap = page.render(
        scale=dpi / POINTS_PER_INCH * EXACT,
        crop=margins,
        rev_byteorder=True,
        may_draw_forms=False,
        draw_annots=False,
    )
    try:
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        pixels = memoryview(bitmap.buffer).cast("B")
        row = 3 * width
        if stride == row:
            return Raster(width, height, bytes(pixels[: row * height]))
        rows = (pixels[stride * y : stride * y + row] for y in range(height))
        return Raster(width, height, b"".join(rows))
    finally:
        bitmap.close()
