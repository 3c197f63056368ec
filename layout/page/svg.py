"""The shapes of an SVG drawing, each with its paint; what is no shape is refused by name.

Taken are paths and basic shapes in plain colours, filled and stroked, in groups and
transforms. Type, pictures, gradients, see-through things, effects and style sheets would
come out wrong or not at all; each is refused with its code and its line, so that it can be
turned into outlines where it was drawn.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.parsers import expat

from layout.issue.vectors import (
    SEPARATOR,
    SVG,
    UnfitArtworkError,
    drawing_area,
    length,
    numbers,
    refuse_entity,
)
from layout.page.outlines import Drawing, drawn, matrix_of, path_data

if TYPE_CHECKING:
    from fontTools.misc.transform import Transform

MAX_BYTES = 8_000_000
"""An SVG beyond this is a traced photograph, not a drawing."""
CONTAINERS = frozenset({"svg", "g", "a"})
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polygon", "polyline"})
UNDRAWN = frozenset({"title", "desc", "metadata", "defs"})
"""Elements without an area of their own."""
TEXT = frozenset({"text", "tspan", "textPath", "flowRoot", "font"})
PICTURES = frozenset({"image", "foreignObject"})
EFFECTS: dict[str, tuple[str, ...]] = {
    "clip-path": ("none",),
    "mask": ("none",),
    "filter": ("none",),
    "opacity": ("1", "100%"),
    "fill-opacity": ("1", "100%"),
    "stroke-opacity": ("1", "100%"),
    "mix-blend-mode": ("normal",),
    "paint-order": ("normal", "fill"),
    "vector-effect": ("none",),
    "marker": ("none",),
    "marker-start": ("none",),
    "marker-mid": ("none",),
    "marker-end": ("none",),
    "transform-origin": ("0 0", "0px 0px"),
}
"""Properties that are only understood with one of these values."""
NO_STROKE = {"stroke": ("none",)}
"""Of drawings in one ink, besides."""
CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}
NO_PAINT = "none"


@dataclass(frozen=True, slots=True)
class Pen:
    """How lines are drawn."""

    paint: str = NO_PAINT
    """A colour as written, in lower case, or ``none``."""
    width: float = 1.0
    """In the shape's own units."""
    cap: int = 0
    """As PDF counts them: butt, round, square."""
    join: int = 0
    """As PDF counts them: mitre, round, bevel."""
    miter: float = 4.0
    dashes: tuple[float, ...] = ()
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of a drawing."""

    calls: Drawing
    """In its own units."""
    matrix: "Transform"
    """From these to the drawing's, which begin at its top left corner and grow downwards."""
    fill: str
    """A colour as written, in lower case, or ``none``."""
    rule: str
    """``nonzero`` or ``evenodd``."""
    pen: Pen
    line: int
    """Where the file begins it."""


@dataclass(frozen=True, slots=True)
class SvgDrawing:
    """What an SVG shows, in order of painting."""

    width: float
    """Of the drawing area, in user units."""
    height: float
    shapes: tuple[Shape, ...]


def read_svg(content: bytes, more: Mapping[str, tuple[str, ...]] | None = None) -> SvgDrawing:
    """The drawing in the SVG document *content*.

    *more* are properties that are refused, besides :data:`EFFECTS`, with other values.

    Raises:
        UnfitArtworkError: something in it cannot be printed; its code and line say what.
        ValueError: it is no SVG, or a damaged one; the message is the reason in a few words.

    """
    if len(content) > MAX_BYTES:
        raise ValueError(f"the drawing is larger than {MAX_BYTES // 1_000_000} MB")
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    reader = _Reader(parser, {**EFFECTS, **(more or {})})
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.EntityDeclHandler = refuse_entity
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
    except expat.ExpatError as error:
        raise ValueError(f"not well-formed XML: {error}") from error
    except (ArithmeticError, IndexError) as error:
        raise ValueError("a path or number cannot be read") from error
    return SvgDrawing(reader.width, reader.height, tuple(reader.shapes))


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element hands down to those inside it."""

    matrix: "Transform"
    fill: str = "#000000"
    rule: str = "nonzero"
    pen: Pen = Pen()
    drawn: bool = True


class _Reader:
    """Takes the elements of an SVG as they come by and keeps what they draw."""

    def __init__(self, parser: expat.XMLParserType, plain: Mapping[str, tuple[str, ...]]) -> None:
        """Begin before the root."""
        self.width = self.height = 0.0
        self.shapes: list[Shape] = []
        self._parser = parser
        self._plain = plain
        self._contexts: list[_Context] = []

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
            self._refuse_element(tag)
        context = self._inherit(above, _properties(attributes))
        self._contexts.append(context)
        if tag in SHAPES and context.drawn:
            fill = NO_PAINT if tag == "line" else context.fill
            if fill != NO_PAINT or context.pen.paint != NO_PAINT:
                self._draw(drawn(path_data(tag, attributes)), replace(context, fill=fill))

    def end(self, _name: str) -> None:
        """Leave an element."""
        self._contexts.pop()

    def _refuse(self, kind: str, what: str) -> None:
        raise UnfitArtworkError(kind, what=what, line=self._parser.CurrentLineNumber)

    def _refuse_element(self, tag: str) -> None:
        if tag in TEXT:
            self._refuse("drawing-text", tag)
        if tag in PICTURES:
            self._refuse("drawing-picture", tag)
        self._refuse("drawing-style" if tag == "style" else "drawing-element", tag)

    def _begin(self, attributes: Mapping[str, str]) -> _Context:
        """Measure the drawing area; the context that moves its corner to the origin."""
        from fontTools.misc.transform import Transform  # noqa: PLC0415 - see outlines.drawn

        left, top, self.width, self.height = drawing_area(attributes)
        return _Context(Transform(1, 0, 0, 1, -left, -top))

    def _draw(self, calls: Drawing, context: _Context) -> None:
        if calls:
            line = self._parser.CurrentLineNumber
            shape = Shape(calls, context.matrix, context.fill, context.rule, context.pen, line)
            self.shapes.append(shape)

    def _inherit(self, above: _Context, properties: Mapping[str, str]) -> _Context:
        """The context inside an element of these *properties*."""
        if properties.get("display") == "none" or properties.get("visibility") == "hidden":
            return replace(above, drawn=False)
        for name, understood in self._plain.items():
            value = properties.get(name, understood[0])
            if value not in (*understood, "inherit"):
                self._refuse("drawing-effect", name)
        if "class" in properties:
            self._refuse("drawing-style", "class")
        rule = properties.get("fill-rule", "inherit")
        return _Context(
            above.matrix.transform(matrix_of(properties.get("transform", ""))),
            self._paint(properties, "fill", above.fill),
            above.rule if rule == "inherit" else rule,
            self._pen(properties, above.pen),
        )

    def _paint(self, properties: Mapping[str, str], name: str, above: str) -> str:
        """The colour that the property *name* gives, with black always written alike."""
        value = properties.get(name, "inherit").lower()
        if value.startswith("url("):
            self._refuse("drawing-gradient", properties[name])
        if value == "inherit":
            return above
        if re.fullmatch("#[0-9a-f]{3}", value):
            return "#" + "".join(2 * digit for digit in value[1:])
        return {"black": "#000000"}.get(value, value)

    def _pen(self, properties: Mapping[str, str], above: Pen) -> Pen:
        """The pen that *properties* describe."""
        found = {
            name.removeprefix("stroke-"): value
            for name, value in properties.items()
            if name.startswith("stroke") and value != "inherit"
        }
        pen = replace(above, paint=self._paint(properties, "stroke", above.paint))
        if "width" in found:
            pen = replace(pen, width=length(found["width"]))
        if "linecap" in found:
            pen = replace(pen, cap=self._known(CAPS, found["linecap"], "stroke-linecap"))
        if "linejoin" in found:
            pen = replace(pen, join=self._known(JOINS, found["linejoin"], "stroke-linejoin"))
        if "miterlimit" in found:
            pen = replace(pen, miter=length(found["miterlimit"]))
        if "dasharray" in found:
            pen = replace(pen, dashes=_dashes(found["dasharray"]))
        if "dashoffset" in found:
            pen = replace(pen, offset=length(found["dashoffset"]))
        return replace(pen, paint=NO_PAINT) if pen.width <= 0 else pen

    def _known(self, names: Mapping[str, int], value: str, name: str) -> int:
        if value not in names:
            self._refuse("drawing-effect", f"{name}: {value}")
        return names[value]


def _dashes(text: str) -> tuple[float, ...]:
    """The lengths of strokes and gaps; none for a line without gaps."""
    if text == "none":
        return ()
    found = tuple(numbers(text, range(1, 1000)))
    if any(value < 0 for value in found) or not math.fsum(found):
        return ()
    return found * 2 if len(found) % 2 else found


def _properties(attributes: Mapping[str, str]) -> dict[str, str]:
    """Presentation attributes, overruled by what ``style`` says."""
    found = dict(attributes)
    for declaration in attributes.get("style", "").split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip()] = value.strip()
    return found
