"""Glyphs as shapes: for what must be drawn without being text.

A stroke under the fill cannot be had from PDF's text modes (they stroke over it) but by
showing the text twice, and then it is read twice; so the stroke is drawn as a path.
"""

import math
from collections.abc import Callable, Iterable

from layout.display import GlyphRun, PlacedGlyph
from layout.output.content import Content, numbers

Point = tuple[float, float]
ROUND_JOIN = "1 j"
"""Mitres would stick out of the sharp corners of brush lettering."""


class PathPen:
    """Takes a glyph's outline from HarfBuzz and writes it as path operators."""

    def __init__(self, place: Callable[[Point], Point]) -> None:
        """Put every point where *place* says."""
        self.operators: list[str] = []
        self._place = place
        self._current: Point = (0, 0)

    def moveTo(self, point: Point) -> None:  # noqa: N802 - the pen protocol's name
        """Begin a contour."""
        self._write([point], "m")

    def lineTo(self, point: Point) -> None:  # noqa: N802 - the pen protocol's name
        """Draw a straight line."""
        self._write([point], "l")

    def curveTo(self, *points: Point) -> None:  # noqa: N802 - the pen protocol's name
        """Draw a cubic curve."""
        self._write(points, "c")

    def qCurveTo(self, control: Point, end: Point) -> None:  # noqa: N802 - the pen protocol's
        """Draw a quadratic curve, raised to the cubic that PDF knows."""
        start = self._current
        first = _between(start, control)
        second = _between(end, control)
        self._write([first, second, end], "c")

    def closePath(self) -> None:  # noqa: N802 - the pen protocol's name
        """Close the contour."""
        self.operators.append("h")

    def _write(self, points: Iterable[Point], operator: str) -> None:
        placed: list[float] = []
        for point in points:
            placed += self._place(point)
            self._current = point
        self.operators.append(f"{numbers(*placed)} {operator}")


def _between(end: Point, control: Point) -> Point:
    """Two thirds of the way from *end* to the *control* point of a quadratic curve."""
    return (end[0] + 2 * (control[0] - end[0]) / 3, end[1] + 2 * (control[1] - end[1]) / 3)


def draw_lettering(
    content: Content,
    run: GlyphRun,
    glyphs: Iterable[PlacedGlyph],
    *,
    stroked: bool = False,
) -> None:
    """Draw *glyphs* of *run* as shapes: filled, or stroked with the run's outline."""
    operators: list[str] = []
    for glyph in glyphs:
        pen = PathPen(_placement(content, run, glyph))
        run.face.hb_font.draw_glyph_with_pen(glyph.gid, pen)
        operators += pen.operators
    if not operators:
        return
    path = "\n".join(operators)
    if stroked and run.outline is not None:
        ink, width = run.outline
        content.overprint(on=False)
        content.stroke(ink, width)
        content.add(f"{ROUND_JOIN}\n{path}\nS\n0 j")
    else:
        content.add(f"{path}\nf")


def _placement(content: Content, run: GlyphRun, glyph: PlacedGlyph) -> Callable[[Point], Point]:
    """From font units of *glyph* to points on the page, axis upwards."""
    x, y, scale = _ink_origin(run, glyph)
    angle = -math.radians(run.turned)
    cos, sin = math.cos(angle), math.sin(angle)
    left, bottom = run.x, content.up(run.y)

    def place(point: Point) -> Point:
        along, up = x + point[0] * scale, y + point[1] * scale
        return left + along * cos - up * sin, bottom + along * sin + up * cos

    return place


def _ink_origin(run: GlyphRun, glyph: PlacedGlyph) -> tuple[float, float, float]:
    """Where the glyph's own origin lies from the run's, and points to the font unit."""
    face = run.face
    size, scale = run.size, run.size / face.upem
    if run.vertical:
        x = (glyph.rise - face.advance(glyph.gid) / 2) * size
        top = face.vertical_origin(glyph.gid) * size
        return x, -glyph.offset - top - glyph.shift * size, scale
    return glyph.offset + glyph.shift * size, glyph.rise * size, scale
