"""Printer's marks: crop and register marks and a colour bar, outside the trimmed page.

Off unless a publication asks for them: newspapers are imposed by the press, which adds its
own. Marks are in all inks at once, the separation called All, and keep clear of the bleed.
"""

from collections.abc import Iterator

from layout.output.content import number, numbers
from layout.units import mm_to_pt

MARGIN_MM = 14.0
"""Of the sheet around the trimmed page."""
CLEAR_MM = 3.0
"""Between the trim and the marks; a millimetre beyond the bleed where that is wide."""
LENGTH_MM = 7.0
WEIGHT = 0.25
"""Points."""
PATCH_MM = 6.0
PATCHES = (
    (1, 0, 0, 0),
    (0, 1, 0, 0),
    (0, 0, 1, 0),
    (0, 0, 0, 1),
    (0.5, 0, 0, 0),
    (0, 0.5, 0, 0),
    (0, 0, 0.5, 0),
    (0, 0, 0, 0.5),
    (0.3, 0.22, 0.22, 0),
    (0, 1, 1, 0),
    (1, 0, 1, 0),
    (1, 1, 0, 0),
)
"""Solids, half tones, the grey that three inks should balance to, and two inks over each other."""
ALL = "[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]"
"""The colour space of marks: every plate has them."""
ALL_NAME = "All"


def margin(marks: bool, bleed_mm: float) -> float:  # noqa: FBT001
    """Points that the sheet is larger than the trimmed page, on every side."""
    return mm_to_pt(max(MARGIN_MM if marks else 0.0, bleed_mm))


def mark_operators(width: float, height: float, bleed_mm: float) -> str:
    """Operators that draw the marks of a page *width* by *height* points.

    The origin is the trimmed page's lower left corner, y growing upwards.
    """
    clear = mm_to_pt(max(CLEAR_MM, bleed_mm + 1))
    lines = [*_crops(width, height, clear), *_registers(width, height, clear)]
    # Each a path of its own: together they would reach across the page.
    strokes = "\n".join(f"{numbers(*line[:2])} m {numbers(*line[2:])} l S" for line in lines)
    patches = "\n".join(_patches(width, clear))
    return f"/Artifact BMC\nq /{ALL_NAME} CS 1 SCN {number(WEIGHT)} w\n{strokes}\n{patches}\nQ\nEMC"


Line = tuple[float, float, float, float]


def _crops(width: float, height: float, clear: float) -> Iterator[Line]:
    """Two lines at every corner, on the edges that the knife follows."""
    length = mm_to_pt(LENGTH_MM)
    for x, outwards in ((0.0, -1), (width, 1)):
        for y in (0.0, height):
            yield x + outwards * clear, y, x + outwards * (clear + length), y
    for y, outwards in ((0.0, -1), (height, 1)):
        for x in (0.0, width):
            yield x, y + outwards * clear, x, y + outwards * (clear + length)


def _registers(width: float, height: float, clear: float) -> Iterator[Line]:
    """A cross in the middle of every side: plates in register print one cross."""
    half = mm_to_pt(LENGTH_MM) / 2
    off = clear + half
    for x, y in ((-off, height / 2), (width + off, height / 2), (width / 2, height + off)):
        yield x - half, y, x + half, y
        yield x, y - half, x, y + half


def _patches(width: float, clear: float) -> Iterator[str]:
    """The colour bar, in the middle below the page."""
    size = mm_to_pt(PATCH_MM)
    x = (width - size * len(PATCHES)) / 2
    for inks in PATCHES:
        yield f"{numbers(*inks)} k {numbers(x, -clear - size, size, size)} re f"
        x += size
