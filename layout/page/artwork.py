"""Artwork in one colour, read from SVG: nameplates, lettering, ornaments.

Only outlines are taken, since the page gives the ink. What an SVG can say beyond that
(type, pictures, strokes, several colours) would come out wrong; it is refused with the
reason, so that it can be turned into outlines where it was drawn.
"""

import hashlib
import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

# Expat itself, because it lets document types be refused before they declare anything.
from xml.parsers import expat

from layout.cache import Cache
from layout.geometry import Box

if TYPE_CHECKING:
    from fontTools.misc.transform import Transform

RECIPE = b"artwork 1"
"""Part of the cache's key; raised when artwork is read differently."""
MAX_BYTES = 8_000_000
"""An SVG beyond this is a traced photograph, not lettering."""
PRECISION = 6
"""Digits of the larger side that are kept: a metre of paper to a micrometre."""

SVG = "http://www.w3.org/2000/svg"
SEPARATOR = "}"
CONTAINERS = frozenset({"svg", "g", "a"})
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline"})
UNDRAWN = frozenset({"title", "desc", "metadata", "defs", "line"})
"""Elements without an area of their own."""
PLAIN: dict[str, tuple[str, ...]] = {
    "stroke": ("none",),
    "clip-path": ("none",),
    "mask": ("none",),
    "filter": ("none",),
    "opacity": ("1", "100%"),
    "fill-opacity": ("1", "100%"),
}
"""Properties that are only understood with one of these values."""
PATH_DATA = re.compile(r"[MmZzLlHhVvCcSsQqTtAaEe0-9+\-.,\s]*")
FUNCTION = re.compile(r"\s*,?\s*(\w+)\s*\(([^()]*)\)\s*")

PathSegment = tuple[str, tuple[float, ...]]
"""``("M", (x, y))``, ``("L", (x, y))``, ``("C", (x1, y1, x2, y2, x, y))`` or ``("Z", ())``."""
Point = tuple[float, float]
Drawing = list[tuple[str, tuple[Point, ...]]]
"""Calls of fontTools' pen protocol, as its RecordingPen takes them down."""


@dataclass(frozen=True, slots=True)
class Artwork:
    """Closed outlines to be filled with one ink."""

    width: float
    """Of the drawing area, in the drawing's own units."""
    height: float
    segments: tuple[PathSegment, ...]
    """In the same units from the area's top left corner, y growing downwards."""
    even_odd: bool
    """Whether what is covered twice is a hole; otherwise winding decides."""

    def placed(self, box: Box) -> tuple[PathSegment, ...]:
        """The outlines, the drawing area stretched over *box*, in points on the sheet."""
        scales = box.width / self.width, box.height / self.height
        corner = box.x, box.y
        return tuple(
            (operator, tuple(corner[i % 2] + v * scales[i % 2] for i, v in enumerate(values)))
            for operator, values in self.segments
        )


def read_artwork(path: Path, cache: Cache | None) -> Artwork:
    """The artwork in the SVG file at *path*; *cache* spares reading the same drawing twice.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no SVG, or holds what cannot be printed as outlines in one ink;
            the message is the reason in a few words.

    """
    content = path.read_bytes()
    key = hashlib.sha256(RECIPE + content).hexdigest()
    stored = cache.get("artwork", key) if cache else None
    if stored is not None:
        return _unpack(stored)
    artwork = _read(content)
    if cache:
        cache.put("artwork", key, _pack(artwork))
    return artwork


def _pack(artwork: Artwork) -> bytes:
    """*artwork* as a cache entry."""
    facts = [artwork.width, artwork.height, artwork.even_odd, artwork.segments]
    return json.dumps(facts, separators=(",", ":")).encode()


def _unpack(entry: bytes) -> Artwork:
    """The artwork in a cache entry, whose checksum vouches for its form."""
    width, height, even_odd, segments = json.loads(entry)
    return Artwork(width, height, tuple((o, tuple(values)) for o, values in segments), even_odd)


def _read(content: bytes) -> Artwork:
    """The artwork in the SVG document *content*."""
    if len(content) > MAX_BYTES:
        raise ValueError(f"the drawing is larger than {MAX_BYTES // 1_000_000} MB")
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
    except expat.ExpatError as error:
        raise ValueError(f"not well-formed XML: {error}") from error
    except (ArithmeticError, IndexError) as error:
        raise ValueError("a path or number cannot be read") from error
    return reader.artwork()


def _refuse_entity(*_declaration: object) -> NoReturn:
    """Entities can blow a small file up to gigabytes, or read other files; drawings need none."""
    raise ValueError("it declares entities")


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element hands down to those inside it."""

    matrix: "Transform"
    fill: str = "#000000"
    rule: str = "nonzero"
    drawn: bool = True


class _Reader:
    """Takes the elements of an SVG as they come by and keeps what they draw."""

    def __init__(self) -> None:
        """Begin before the root."""
        self._contexts: list[_Context] = []
        self._drawings: list[Drawing] = []
        self._fills: set[str] = set()
        self._rules: set[str] = set()
        self._size: Point = (0, 0)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter the element *name*."""
        namespace, _, tag = name.rpartition(SEPARATOR)
        if not self._contexts:
            if (namespace, tag) != (SVG, "svg"):
                raise ValueError("not an SVG drawing")
            self._contexts.append(self._begin(attributes))
        above = self._contexts[-1]
        if not above.drawn or namespace != SVG or tag in UNDRAWN:
            self._contexts.append(replace(above, drawn=False))
            return
        if tag not in CONTAINERS | SHAPES or (tag == "svg" and len(self._contexts) > 1):
            raise ValueError(f"<{tag}> is not an outline")
        context = _inherit(above, _properties(attributes))
        self._contexts.append(context)
        if tag in SHAPES and context.drawn and context.fill != "none":
            self._draw(_path_data(tag, attributes), context)

    def end(self, _name: str) -> None:
        """Leave an element."""
        self._contexts.pop()

    def _begin(self, attributes: Mapping[str, str]) -> _Context:
        """Measure the drawing area; the context that moves its corner to the origin."""
        from fontTools.misc.transform import Transform  # noqa: PLC0415 - see _draw

        left, top, width, height = 0.0, 0.0, 0.0, 0.0
        if "viewBox" in attributes:
            left, top, width, height = _numbers(attributes["viewBox"], (4,))
        else:
            width, height = _number(attributes, "width"), _number(attributes, "height")
        if not (width > 0 and height > 0):
            raise ValueError("the drawing area has no size")
        self._size = width, height
        return _Context(Transform(1, 0, 0, 1, -left, -top))

    def _draw(self, data: str, context: _Context) -> None:
        """Keep the outlines of one element, each area wound the same way.

        So elements that overlap add up instead of cutting holes into each other.
        """
        # fontTools costs more to import than a page to draw: only for what is new.
        from fontTools.pens.areaPen import AreaPen  # noqa: PLC0415
        from fontTools.pens.recordingPen import RecordingPen  # noqa: PLC0415
        from fontTools.pens.reverseContourPen import ReverseContourPen  # noqa: PLC0415
        from fontTools.svgLib.path.parser import parse_path  # noqa: PLC0415

        if not PATH_DATA.fullmatch(data):
            raise ValueError("a path or number cannot be read")
        pen = RecordingPen()
        # Its tokenizer takes the e of "1.e3" for the end of the number.
        parse_path(re.sub(r"\.(?=[Ee])", "", data), pen)
        pen.value = [
            ("closePath" if name == "endPath" else name, context.matrix.transformPoints(points))
            for name, points in pen.value
        ]
        area = AreaPen()
        pen.replay(area)
        if area.value < 0:
            turned = RecordingPen()
            pen.replay(ReverseContourPen(turned))
            pen = turned
        if pen.value:
            self._drawings.append(pen.value)
            self._fills.add(context.fill)
            self._rules.add(context.rule)

    def artwork(self) -> Artwork:
        """Everything drawn."""
        if not self._drawings:
            raise ValueError("it draws no outline")
        if len(self._fills) > 1:
            raise ValueError("it has several colours: " + ", ".join(sorted(self._fills)))
        if len(self._rules) > 1:
            raise ValueError("it mixes fill rules")
        places = PRECISION - math.ceil(math.log10(max(self._size)))
        return Artwork(
            *self._size,
            tuple(s for drawing in self._drawings for s in _segments(drawing, places)),
            even_odd=self._rules == {"evenodd"},
        )


def _properties(attributes: Mapping[str, str]) -> dict[str, str]:
    """Presentation attributes, overruled by what ``style`` says."""
    found = dict(attributes)
    for declaration in attributes.get("style", "").split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip()] = value.strip()
    return found


def _inherit(above: _Context, properties: Mapping[str, str]) -> _Context:
    """The context inside an element of these *properties*."""
    hidden = properties.get("display") == "none" or properties.get("visibility") == "hidden"
    if hidden:
        return replace(above, drawn=False)
    for name, understood in PLAIN.items():
        value = properties.get(name, understood[0])
        if value not in (*understood, "inherit"):
            raise ValueError(f"{name} is not supported")
    if "class" in properties:
        raise ValueError("style sheets are not supported")
    fill = properties.get("fill", "inherit").lower()
    if fill.startswith("url("):
        raise ValueError("gradients and patterns are not supported")
    rule = properties.get("fill-rule", "inherit")
    return _Context(
        above.matrix.transform(_matrix(properties.get("transform", ""))),
        above.fill if fill == "inherit" else _plain_color(fill),
        above.rule if rule == "inherit" else rule,
    )


def _plain_color(fill: str) -> str:
    """*fill* with the usual ways to say black and ``#rgb`` made equal to ``#rrggbb``."""
    if re.fullmatch("#[0-9a-f]{3}", fill):
        return "#" + "".join(2 * digit for digit in fill[1:])
    return {"black": "#000000"}.get(fill, fill)


def _matrix(text: str) -> "Transform":
    """The transform that an attribute *text* describes."""
    from fontTools.misc.transform import Transform  # noqa: PLC0415 - see _Reader._draw

    matrix = Transform()
    end = 0
    while end < len(text):
        found = FUNCTION.match(text, end)
        if not found:
            raise ValueError("a transform cannot be read")
        name, end = found[1], found.end()
        match name:
            case "matrix":
                matrix = matrix.transform(Transform(*_numbers(found[2], (6,))))
            case "translate":
                matrix = matrix.translate(*_numbers(found[2], (1, 2)))
            case "scale":
                matrix = matrix.scale(*_numbers(found[2], (1, 2)))
            case "rotate":
                angle, *center = _numbers(found[2], (1, 3))
                x, y = center or (0.0, 0.0)
                matrix = matrix.translate(x, y).rotate(math.radians(angle)).translate(-x, -y)
            case "skewX":
                matrix = matrix.skew(math.radians(*_numbers(found[2], (1,))))
            case "skewY":
                matrix = matrix.skew(0, math.radians(*_numbers(found[2], (1,))))
            case _:
                raise ValueError("a transform cannot be read")
    return matrix


def _numbers(text: str, counts: tuple[int, ...]) -> list[float]:
    """The numbers in *text*, of which there must be as many as one of *counts*."""
    values = [_float(part) for part in re.split(r"[\s,]+", text.strip())]
    if len(values) not in counts:
        raise ValueError("a number is missing or too many")
    return values


def _number(attributes: Mapping[str, str], name: str, default: str = "") -> float:
    """The length that the attribute *name* gives, in user units."""
    return _float(attributes.get(name, default).removesuffix("px"))


def _float(text: str) -> float:
    """A finite number."""
    value = float(text) if re.fullmatch(r"[0-9+\-.eE\s]+", text) else math.nan
    if not math.isfinite(value):
        raise ValueError(f"not a length: {text!r}")
    return value


def _path_data(tag: str, attributes: Mapping[str, str]) -> str:
    """The outline of a shape as SVG path data."""
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
        case _:
            return _ellipse(
                attributes, _number(attributes, "rx", "0"), _number(attributes, "ry", "0")
            )


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


def _segments(drawing: Drawing, places: int) -> Iterable[PathSegment]:
    """*drawing* in the display list's terms, rounded to *places* decimals."""
    at: Point = (0, 0)
    for name, points in drawing:
        if name == "qCurveTo":
            control, end = points
            points = *(_between(p, control) for p in (at, end)), end  # noqa: PLW2901
        values = tuple(round(v, places) + 0.0 for point in points for v in point)
        if not all(map(math.isfinite, values)):
            raise ValueError("a path runs out of bounds")
        operator = {"moveTo": "M", "lineTo": "L", "closePath": "Z"}.get(name, "C")
        yield operator, values
        at = points[-1] if points else at


def _between(end: Point, control: Point) -> Point:
    """Two thirds of the way from *end* to the *control* point of a quadratic curve."""
    return end[0] + 2 * (control[0] - end[0]) / 3, end[1] + 2 * (control[1] - end[1]) / 3
