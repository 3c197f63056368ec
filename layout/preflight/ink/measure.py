"""``tac``: the sum of inks as the press sees it, as the mean over a square of 15 mm².

The page is composed on four plates, pictures, tints and overprinting included, at 11
pixels to the side of that square (72 dpi): far finer than the square, so that what is
measured does not depend on where the pixels lie.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pikepdf
from PIL import Image, ImageFilter, ImageMath

from layout.output.raster import Rasteriser
from layout.preflight.content.marks import Content
from layout.preflight.frame import Frame, Rect
from layout.preflight.ink.resources import Resources
from layout.preflight.ink.writer import PlateWriter
from layout.preflight.limits import Limits

SIDE = 11
"""Pixels to the side of the square: odd, so that it has a middle."""
CELL = 32
"""Pixels to the side of the cells that places too dark are looked for in."""
SOLID = 255
MOST_PIXELS = 100_000_000
"""A broadsheet has 2 million; a damaged file may claim to be a football field."""
HAIR = 0.001
"""Of a pixel."""
SLACK = 1.0
"""Per cent: four plates of 8 bits, each rounded twice."""


@dataclass(frozen=True, slots=True)
class DarkPlace:
    """A part of the page with more ink than it should have."""

    box: Rect
    """Around all squares that are too dark, in the page's user space."""
    ink: float
    """Per cent, less what rounding may have added, of the darkest of them."""


class Plates:
    """The four plates of a page's bleed, as ink: 0 for none, 255 for solid."""

    def __init__(self, source: pikepdf.Pdf, content: Content, frame: Frame, dpi: float) -> None:
        """Compose *content* of the file *source* at *dpi*.

        Raises:
            pikepdf.PdfError, pypdfium2.PdfiumError, ValueError: it cannot be rendered.

        """
        self.frame = frame
        self.dpi = dpi
        left, bottom, right, top = frame.bleed
        if (right - left) * (top - bottom) * (dpi / 72) ** 2 > MOST_PIXELS:
            raise ValueError("the page is too large to be composed")
        resources = Resources(source)
        for plate in range(4):
            writer = PlateWriter(content, resources, plate, dpi)
            shown = _whole_pixels(frame.bleed, dpi)
            resources.add_page(shown, writer.write(content.marks, frame.bleed))
        with Rasteriser(resources.data()) as rasteriser:
            self.images = [_plate(rasteriser, index, dpi) for index in range(4)]

    def sums(self, pixels: int) -> Image.Image:
        """Sums of the inks, 1020 for four solids, as means over squares of *pixels* a side.

        A pixel stands for the square that has it in its middle, so that the image is a
        square smaller than the plates.
        """
        half = pixels // 2
        width, height = self.images[0].size
        blurred = Image.merge("CMYK", self.images).filter(ImageFilter.BoxBlur(half))
        inner = blurred.crop((half, half, max(width - half, half), max(height - half, half)))
        c, m, y, k = inner.split()
        total = ImageMath.lambda_eval(
            lambda plates: plates["c"] + plates["m"] + plates["y"] + plates["k"],
            c=c, m=m, y=y, k=k,
        )  # fmt: skip
        assert isinstance(total, Image.Image)  # noqa: S101 - it is, given images
        return total


def _whole_pixels(rect: Rect, dpi: float) -> Rect:
    """*rect*, let out to the right and below, so that nothing is stretched to fill pixels."""
    left, bottom, right, top = rect
    pixel = 72 / dpi
    # A hair less than whole: the renderer rounds up.
    width = math.ceil((right - left) / pixel) - HAIR
    height = math.ceil((top - bottom) / pixel) - HAIR
    return left, top - height * pixel, left + width * pixel, top


def _plate(rasteriser: Rasteriser, index: int, dpi: float) -> Image.Image:
    raster = rasteriser.page(index, dpi)
    grey = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb).getchannel(0)
    return grey.point([SOLID - value for value in range(256)])


def dark_places(
    source: pikepdf.Pdf, content: Content, frame: Frame, limits: Limits, error: float
) -> list[DarkPlace]:
    """Where the inks of a page sum up to more than the target; above *error*, only that part."""
    side_mm = math.sqrt(limits.ink_area_mm2)
    dpi = SIDE * 25.4 / side_mm
    plates = Plates(source, content, frame, dpi)
    sums = plates.sums(SIDE)
    if not sums.width or not sums.height:
        return []
    places = []
    for left, top, right, bottom in sorted(_dark_areas(sums, limits.ink_target + SLACK)):
        part = sums.crop((left, top, right, bottom))
        ink = _per_cent(part.getextrema()[1]) - SLACK
        shown = (0, 0, right - left, bottom - top)
        if ink > error:
            shown = _mask(part, error + SLACK).getbbox() or shown
        pixels = (left + shown[0], top + shown[1], left + shown[2], top + shown[3])
        places.append(DarkPlace(_on_page(pixels, frame, dpi), ink))
    return places


def _per_cent(total: object) -> float:
    return round(float(str(total)) * 100 / SOLID, 1)


def _mask(sums: Image.Image, limit: float) -> Image.Image:
    """255 where *sums* are above *limit* per cent."""
    highest = limit * SOLID / 100
    mask = ImageMath.lambda_eval(
        lambda images: images["convert"]((images["sums"] > highest) * SOLID, "L"), sums=sums
    )
    assert isinstance(mask, Image.Image)  # noqa: S101 - it is, given an image
    return mask


def _dark_areas(sums: Image.Image, limit: float) -> Iterable[tuple[int, int, int, int]]:
    """Rectangles of pixels around each group of places above *limit* per cent."""
    mask = _mask(sums, limit)
    if mask.getbbox() is None:
        return []
    cells = {
        (column, row): box
        for row in range(-(-mask.height // CELL))
        for column in range(-(-mask.width // CELL))
        if (box := _dark_part(mask, column * CELL, row * CELL)) is not None
    }
    return _grouped(cells)


def _dark_part(mask: Image.Image, x: int, y: int) -> tuple[int, int, int, int] | None:
    """What is set in the cell of *mask* at *x*, *y*."""
    cell = mask.crop((x, y, min(x + CELL, mask.width), min(y + CELL, mask.height)))
    box = cell.getbbox()
    return None if box is None else (x + box[0], y + box[1], x + box[2], y + box[3])


def _grouped(
    cells: dict[tuple[int, int], tuple[int, int, int, int]],
) -> Iterator[tuple[int, int, int, int]]:
    """Neighbouring cells put together."""
    while cells:
        place, box = cells.popitem()
        waiting = [place]
        while waiting:
            column, row = waiting.pop()
            for near in [(column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]:
                other = cells.pop(near, None)
                if other is not None:
                    waiting.append(near)
                    box = (
                        min(box[0], other[0]),
                        min(box[1], other[1]),
                        max(box[2], other[2]),
                        max(box[3], other[3]),
                    )
        yield box


def _on_page(pixels: tuple[int, int, int, int], frame: Frame, dpi: float) -> Rect:
    """Middles of squares as the rectangle that the squares cover, in user space."""
    scale = 72 / dpi
    left, top, right, bottom = pixels
    x, y = frame.bleed[0], frame.bleed[3]
    return (
        x + left * scale,
        y - (bottom + SIDE - 1) * scale,
        x + (right + SIDE - 1) * scale,
        y - top * scale,
    )
