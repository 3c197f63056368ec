"""SVG drawings as forms: outlines as they are, every colour in the press's inks."""

import math
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PIL import ImageColor

from layout.color import BLACK, Cmyk
from layout.issue.vectors import UnfitArtworkError
from layout.output.artwork import Area, FormObject
from layout.output.content import GRAPHICS_STATES, KNOCK_OUT, OVERPRINT
from layout.output.press import Profile
from layout.output.separation import separate_colors
from layout.page.outlines import Drawing, segments_of
from layout.page.svg import NO_PAINT, Pen, Shape, SvgDrawing, read_svg

if TYPE_CHECKING:
    from fontTools.misc.transform import Transform

PRECISION = 6
"""Digits of the larger side that are kept: a metre of paper to a micrometre."""
OVERPRINT_BELOW = 2.0
"""Points: black that is thinner overprints, so that no paper shows beside it."""
ALIKE = 1e-6
"""Part by which two lengths may differ and still be the same."""
OPAQUE = 255


def svg_form(
    content: bytes, scale: float, profile: Profile, ink_limit: float
) -> tuple[list[FormObject], Area]:
    """The SVG document *content* as a form, and its area in user units.

    *scale* is the points that a user unit takes on paper, which decide what is thin.

    Raises:
        UnfitArtworkError, ValueError: it cannot be printed; see :func:`read_svg`.

    """
    drawing = read_svg(content)
    if not drawing.shapes:
        raise ValueError("it draws no outline")
    writer = _Writer(drawing, _inks(drawing, profile, ink_limit), scale)
    for shape in drawing.shapes:
        writer.draw(shape)
    width, height = drawing.width, drawing.height
    states = "".join(f"/{name} {entries}" for name, entries in GRAPHICS_STATES.items())
    head = (
        f"/Type/XObject/Subtype/Form/BBox[0 0 {width:.6f} {height:.6f}]"
        f"/Matrix[1 0 0 -1 0 {height:.6f}]/Resources<</ExtGState<<{states}>>>>/Filter/FlateDecode"
    )
    data = zlib.compress("\n".join(writer.parts).encode("ascii"))
    return [FormObject((head,), data)], (0.0, 0.0, width, height)


def _inks(drawing: SvgDrawing, profile: Profile, ink_limit: float) -> dict[str, Cmyk]:
    """The inks of every colour in *drawing*; black is black alone."""
    lines: dict[str, int] = {}
    for shape in drawing.shapes:
        for paint in (shape.fill, shape.pen.paint):
            lines.setdefault(paint, shape.line)
    lines.pop(NO_PAINT, None)
    colors = {paint: _rgb(paint, line) for paint, line in lines.items()}
    inks = separate_colors(list(colors.values()), profile, ink_limit)
    found = dict(zip(colors, inks, strict=True))
    return {paint: BLACK if colors[paint] == (0, 0, 0) else ink for paint, ink in found.items()}


def _rgb(paint: str, line: int) -> tuple[int, int, int]:
    try:
        red, green, blue, *alpha = ImageColor.getrgb(paint)
    except ValueError as error:
        raise UnfitArtworkError("drawing-colour", what=paint, line=line) from error
    if alpha and alpha != [OPAQUE]:
        raise UnfitArtworkError("drawing-colour", what=paint, line=line)
    return red, green, blue


class _Writer:
    """Writes shapes as operators in the drawing's units."""

    def __init__(self, drawing: SvgDrawing, inks: Mapping[str, Cmyk], scale: float) -> None:
        self.parts: list[str] = []
        self._inks = inks
        self._scale = scale
        self._places = PRECISION - math.ceil(math.log10(max(drawing.width, drawing.height)))
        self._state: dict[str, str] = {}

    def draw(self, shape: Shape) -> None:
        """Fill *shape*, then stroke it."""
        calls = _moved(shape.calls, shape.matrix)
        if shape.fill != NO_PAINT and _has_area(calls):
            ink = self._inks[shape.fill]
            self._overprint(ink, _thickness(calls) * self._scale)
            self._set("k", _written(ink))
            self._path(calls, self._places)
            self.parts.append("f*" if shape.rule == "evenodd" else "f")
        if shape.pen.paint != NO_PAINT:
            self._stroke(shape, calls)

    def _stroke(self, shape: Shape, calls: Drawing) -> None:
        a, b, c, d, e, f = shape.matrix
        scale = math.sqrt(abs(a * d - b * c))
        if not scale:
            return
        ink, pen = self._inks[shape.pen.paint], shape.pen
        self._overprint(ink, pen.width * scale * self._scale)
        self._set("K", _written(ink))
        upright = math.isclose(a * a + b * b, c * c + d * d, rel_tol=ALIKE)
        if upright and abs(a * c + b * d) <= ALIKE * (a * a + b * b):
            self._pen(pen, scale)
            self._path(calls, self._places)
            self.parts.append("S")
            return
        # A pen that the transform makes oval: drawn in the shape's own space.
        outer = dict(self._state)
        self.parts.append(f"q {' '.join(_figure(v, 9) for v in (a, b, c, d, e, f))} cm")
        self._pen(pen, 1)
        self._path(shape.calls, self._places + math.ceil(math.log10(scale)))
        self.parts.append("S Q")
        self._state = outer

    def _pen(self, pen: Pen, scale: float) -> None:
        dashes = " ".join(_figure(v * scale, self._places) for v in pen.dashes)
        self._set("w", _figure(pen.width * scale, self._places))
        self._set("J", str(pen.cap))
        self._set("j", str(pen.join))
        self._set("M", _figure(max(1.0, pen.miter), 3))
        self._set("d", f"[{dashes}] {_figure(pen.offset * scale, self._places)}")

    def _overprint(self, ink: Cmyk, thickness: float) -> None:
        """Whether *ink*, so many points thick, prints over what lies below."""
        over = ink == BLACK and thickness < OVERPRINT_BELOW
        self._set("gs", f"/{OVERPRINT if over else KNOCK_OUT}")

    def _set(self, operator: str, operands: str) -> None:
        if self._state.get(operator) != operands:
            self._state[operator] = operands
            self.parts.append(f"{operands} {operator}")

    def _path(self, calls: Drawing, places: int) -> None:
        places = min(max(places, 0), 12)
        for operator, values in segments_of(calls, places):
            figures = "".join(f"{_figure(value, places)} " for value in values)
            self.parts.append(figures + {"Z": "h"}.get(operator, operator.lower()))


def _moved(calls: Drawing, matrix: "Transform") -> Drawing:
    return [(name, tuple(matrix.transformPoints(points))) for name, points in calls]


def _has_area(calls: Drawing) -> bool:
    """Whether the points do not all lie on one line, which PDF would fill a pixel wide."""
    points = [point for _, points in calls for point in points]
    x, y = points[0]
    across, down = max(((u - x, v - y) for u, v in points), key=lambda way: math.hypot(*way))
    least = ALIKE * (across * across + down * down)
    return any(abs(across * (v - y) - down * (u - x)) > least for u, v in points)


def _thickness(calls: Drawing) -> float:
    """The shorter side of the box around all points, in the drawing's units."""
    xs = [x for _, points in calls for x, _ in points]
    ys = [y for _, points in calls for _, y in points]
    return min(max(xs) - min(xs), max(ys) - min(ys))


def _written(ink: Cmyk) -> str:
    return " ".join(_figure(amount, 3) for amount in (ink.c, ink.m, ink.y, ink.k))


def _figure(value: float, places: int) -> str:
    """*value* to so many *places*, no zeros to spare, never an exponent."""
    text = f"{value:.{max(places, 0)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
