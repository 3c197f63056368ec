"""Outlines of SVG: shapes as paths, transforms, and the pen calls that a path makes."""

import math
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from layout.issue.vectors import length, numbers

if TYPE_CHECKING:
    from fontTools.misc.transform import Transform

PATH_DATA = re.compile(r"[MmZzLlHhVvCcSsQqTtAaEe0-9+\-.,\s]*")
FUNCTION = re.compile(r"\s*,?\s*(\w+)\s*\(([^()]*)\)\s*")

PathSegment = tuple[str, tuple[float, ...]]
"""``("M", (x, y))``, ``("L", (x, y))``, ``("C", (x1, y1, x2, y2, x, y))`` or ``("Z", ())``."""
Point = tuple[float, float]
Drawing = list[tuple[str, tuple[Point, ...]]]
"""Calls of fontTools' pen protocol, as its RecordingPen takes them down."""


def drawn(data: str) -> Drawing:
    """The pen calls of SVG path data.

    Raises:
        ValueError: it cannot be read.

    """
    # fontTools costs more to import than a page to draw: only for what is new.
    from fontTools.pens.recordingPen import RecordingPen  # noqa: PLC0415
    from fontTools.svgLib.path.parser import parse_path  # noqa: PLC0415

    if not PATH_DATA.fullmatch(data):
        raise ValueError("a path or number cannot be read")
    pen = RecordingPen()
    # Its tokenizer takes the e of "1.e3" for the end of the number.
    parse_path(re.sub(r"\.(?=[Ee])", "", data), pen)
    calls: Drawing = pen.value
    return calls


def matrix_of(text: str) -> "Transform":
    """The transform that an attribute *text* describes.

    Raises:
        ValueError: it cannot be read.

    """
    from fontTools.misc.transform import Transform  # noqa: PLC0415 - see drawn

    matrix = Transform()
    end = 0
    while end < len(text):
        found = FUNCTION.match(text, end)
        if not found:
            raise ValueError("a transform cannot be read")
        name, end = found[1], found.end()
        match name:
            case "matrix":
                matrix = matrix.transform(Transform(*numbers(found[2], (6,))))
            case "translate":
                matrix = matrix.translate(*numbers(found[2], (1, 2)))
            case "scale":
                matrix = matrix.scale(*numbers(found[2], (1, 2)))
            case "rotate":
                angle, *center = numbers(found[2], (1, 3))
                x, y = center or (0.0, 0.0)
                matrix = matrix.translate(x, y).rotate(math.radians(angle)).translate(-x, -y)
            case "skewX":
                matrix = matrix.skew(math.radians(*numbers(found[2], (1,))))
            case "skewY":
                matrix = matrix.skew(0, math.radians(*numbers(found[2], (1,))))
            case _:
                raise ValueError("a transform cannot be read")
    return matrix


def path_data(tag: str, attributes: Mapping[str, str]) -> str:
    """The outline of a shape as SVG path data.

    Raises:
        ValueError: a measure cannot be read.

    """
    match tag:
        case "path":
            return attributes.get("d", "")
        case "polygon" | "polyline":
            points = attributes.get("points", "").strip()
            return f"M{points}Z" if points else ""
        case "rect":
            return _rectangle(attributes)
        case "circle":
            radius = _number(attributes, "r", "0")
            return _ellipse(attributes, radius, radius)
        case "line":
            ends = (_number(attributes, name, "0") for name in ("x1", "y1", "x2", "y2"))
            return "M{} {}L{} {}".format(*ends)
        case _:
            return _ellipse(
                attributes, _number(attributes, "rx", "0"), _number(attributes, "ry", "0")
            )


def _number(attributes: Mapping[str, str], name: str, default: str = "") -> float:
    """The length that the attribute *name* gives, in user units."""
    return length(attributes.get(name, default))


def _ellipse(attributes: Mapping[str, str], rx: float, ry: float) -> str:
    """An ellipse of two arcs; nothing where a radius is none."""
    x, y = _number(attributes, "cx", "0"), _number(attributes, "cy", "0")
    if rx <= 0 or ry <= 0:
        return ""
    return f"M{x - rx},{y}A{rx},{ry} 0 1 1 {x + rx},{y}A{rx},{ry} 0 1 1 {x - rx},{y}Z"


def _rectangle(attributes: Mapping[str, str]) -> str:
    """A rectangle, its corners rounded where it says so."""
    x, y = _number(attributes, "x", "0"), _number(attributes, "y", "0")
    width, height = _number(attributes, "width", "0"), _number(attributes, "height", "0")
    if width <= 0 or height <= 0:
        return ""
    rx = _number(attributes, "rx", attributes.get("ry", "0"))
    ry = _number(attributes, "ry", attributes.get("rx", "0"))
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    right, bottom = x + width, y + height
    if rx <= 0 or ry <= 0:
        return f"M{x},{y}H{right}V{bottom}H{x}Z"
    corner = f"A{rx},{ry} 0 0 1 "
    return (
        f"M{x + rx},{y}H{right - rx}{corner}{right},{y + ry}V{bottom - ry}"
        f"{corner}{right - rx},{bottom}H{x + rx}{corner}{x},{bottom - ry}V{y + ry}"
        f"{corner}{x + rx},{y}Z"
    )


def segments_of(drawing: Drawing, places: int) -> Iterable[PathSegment]:
    """*drawing* in the display list's terms, rounded to *places* decimals.

    Raises:
        ValueError: a point lies beyond all numbers.

    """
    at: Point = (0, 0)
    for name, points in drawing:
        if name == "qCurveTo":
            control, end = points
            points = *(_between(p, control) for p in (at, end)), end  # noqa: PLW2901
        values = tuple(round(v, places) + 0.0 for point in points for v in point)
        if not all(map(math.isfinite, values)):
            raise ValueError("a path runs out of bounds")
        if name == "endPath":
            continue
        operator = {"moveTo": "M", "lineTo": "L", "closePath": "Z"}.get(name, "C")
        yield operator, values
        at = points[-1] if points else at


def _between(end: Point, control: Point) -> Point:
    """Two thirds of the way from *end* to the *control* point of a quadratic curve."""
    return end[0] + 2 * (control[0] - end[0]) / 3, end[1] + 2 * (control[1] - end[1]) / 3
