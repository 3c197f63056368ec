# ruff: noqa: INP001 - a part of the program beside it, not of a package
"""From CFF to TrueType outlines: cubic curves become quadratic ones, cut at their extremes."""

from typing import Any

from fontTools.misc.bezierTools import calcCubicParameters, solveQuadratic, splitCubicAtT
from fontTools.pens.basePen import AbstractPen, BasePen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

CURVE_ERROR = 1.0
"""How far a quadratic outline may stray from the cubic one, in thousandths of an em."""
END_OF_CURVE = 0.02
"""An extreme nearer than this part of a curve to its end is left to the end."""

Point = tuple[float, float]
Glyphs = Any
"""A glyph set of fontTools, which has no types: outlines by glyph name."""


def make_quadratic(font: TTFont) -> None:
    """Turn the CFF outlines of *font* into TrueType ones, once and for all.

    Vertical origins move from VORG, which belongs to CFF, into the top side bearings.
    """
    glyphs = font.getGlyphSet()
    order = font.getGlyphOrder()
    origins = font["VORG"]
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = {name: _outline(glyphs, name) for name in order}
    for name in order:
        glyph = glyf[name]
        glyph.recalcBounds(glyf)
        left, top = (glyph.xMin, glyph.yMax) if glyph.numberOfContours else (0, 0)
        font["hmtx"][name] = (font["hmtx"][name][0], left)
        font["vmtx"][name] = (font["vmtx"][name][0], origins[name] - top)
    for tag in ("CFF ", "VORG"):
        del font[tag]
    _describe_truetype(font)


class ExtremaPen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Cuts curves where they are highest, lowest, leftmost and rightmost.

    A TrueType glyph says how far it reaches by its points; without one at each extreme it would
    claim more than its ink, and marks are trimmed by their ink.
    """

    def __init__(self, target: AbstractPen) -> None:
        """Draw on to *target*."""
        super().__init__()
        self._target = target

    def _moveTo(self, pt: Point) -> None:  # noqa: N802 - the pen protocol's name
        self._target.moveTo(pt)

    def _lineTo(self, pt: Point) -> None:  # noqa: N802 - the pen protocol's name
        self._target.lineTo(pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802 - as above
        curve = (self._getCurrentPoint(), pt1, pt2, pt3)
        for part in splitCubicAtT(*curve, *_extremes(*curve)):
            self._target.curveTo(*part[1:])

    def _closePath(self) -> None:  # noqa: N802 - the pen protocol's name
        self._target.closePath()


def _extremes(*curve: Point) -> list[float]:
    """Where along a cubic curve, from 0 to 1, it turns back in x or in y; its ends excluded."""
    cubic, square, linear, _ = calcCubicParameters(*curve)
    found = {
        t
        for axis in (0, 1)
        for t in solveQuadratic(3 * cubic[axis], 2 * square[axis], linear[axis])
        if END_OF_CURVE < t < 1 - END_OF_CURVE
    }
    return sorted(found)


def _outline(glyphs: Glyphs, name: str) -> Any:  # noqa: ANN401 - fontTools has no types
    """The outline of one glyph, drawn with quadratic curves."""
    pen = TTGlyphPen(None)
    glyphs[name].draw(ExtremaPen(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True)))
    return pen.glyph()


def _describe_truetype(font: TTFont) -> None:
    """Give the header tables what a font with TrueType outlines has to say of itself."""
    font.sfntVersion = "\x00\x01\x00\x00"
    font["head"].glyphDataFormat = 0
    font["post"].formatType = 3.0
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for limit in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"):
        setattr(maxp, limit, 0)
    for limit in ("maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, limit, 0)
