"""Artwork in one colour, read from SVG: nameplates, lettering, ornaments.

Only outlines are taken, since the page gives the ink. What an SVG can say beyond that
(type, pictures, strokes, several colours) would come out wrong; it is refused with the
reason, so that it can be turned into outlines where it was drawn.
"""

import hashlib
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from layout.cache import Cache
from layout.geometry import Box
from layout.page.outlines import Drawing, PathSegment, segments_of

if TYPE_CHECKING:
    from layout.page.svg import Shape

__all__ = ["Artwork", "PathSegment", "read_artwork"]

RECIPE = b"artwork 1"
"""Part of the cache's key; raised when artwork is read differently."""
PRECISION = 6
"""Digits of the larger side that are kept: a metre of paper to a micrometre."""


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
    # As with fontTools below: only for what is new.
    from layout.page.svg import NO_STROKE, read_svg  # noqa: PLC0415

    drawing = read_svg(content, NO_STROKE)
    drawings = [_wound(shape) for shape in drawing.shapes]
    if not drawings:
        raise ValueError("it draws no outline")
    fills = {shape.fill for shape in drawing.shapes}
    if len(fills) > 1:
        raise ValueError("it has several colours: " + ", ".join(sorted(fills)))
    rules = {shape.rule for shape in drawing.shapes}
    if len(rules) > 1:
        raise ValueError("it mixes fill rules")
    places = PRECISION - math.ceil(math.log10(max(drawing.width, drawing.height)))
    return Artwork(
        drawing.width,
        drawing.height,
        tuple(segment for calls in drawings for segment in segments_of(calls, places)),
        even_odd=rules == {"evenodd"},
    )


def _wound(shape: "Shape") -> Drawing:
    """The closed outlines of *shape* in the drawing's units, each area wound the same way.

    So elements that overlap add up instead of cutting holes into each other.
    """
    # fontTools costs more to import than a page to draw: only for what is new.
    from fontTools.pens.areaPen import AreaPen  # noqa: PLC0415
    from fontTools.pens.recordingPen import RecordingPen  # noqa: PLC0415
    from fontTools.pens.reverseContourPen import ReverseContourPen  # noqa: PLC0415

    pen = RecordingPen()
    pen.value = [
        ("closePath" if name == "endPath" else name, shape.matrix.transformPoints(points))
        for name, points in shape.calls
    ]
    area = AreaPen()
    pen.replay(area)
    if area.value < 0:
        turned = RecordingPen()
        pen.replay(ReverseContourPen(turned))
        pen = turned
    calls: Drawing = pen.value
    return calls
