"""The display list: everything that will be drawn, in order, in points, nothing left to decide.

Positions are points from the sheet's top left corner, y growing downwards, rounded to
0.001 pt; only the PDF writer turns the axis. The order of the list is the order of
painting and the order of reading: what stands first is read first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from layout.color import Cmyk
from layout.diagnostics import Source
from layout.geometry import Box
from layout.page.artwork import PathSegment
from layout.text.fonts import Face

Role = Literal["document", "H1", "H2", "H3", "P", "Span", "Figure", "Caption", "Sect", "artifact"]
"""What a group is in the structure of the document; ``artifact`` is furniture nobody reads."""


@dataclass(frozen=True, slots=True)
class PlacedGlyph:
    """One glyph of a run with the room it was given."""

    gid: int
    """Glyph id in the run's face."""
    text: str
    """The characters it stands for; empty when a neighbour of its cluster carries them."""
    offset: float
    """Where its box begins along the run, in points from the run's origin."""
    box: float
    """Extent of its box along the run, in em: its natural advance, or what was left of it
    when a mark was trimmed."""
    shift: float = 0.0
    """Displacement of the ink inside the box along the run, in em; negative for an opening
    mark whose left blank was trimmed away."""
    rise: float = 0.0
    """Displacement of the ink across the run, in em: up in a horizontal run, to the right
    in a vertical one."""


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face, size and colour on one baseline.

    A horizontal run's origin is the left end of its baseline. A vertical run's
    origin is the top of its centre line: boxes follow each other downwards.
    """

    face: Face
    size: float
    """In points."""
    x: float
    y: float
    glyphs: tuple[PlacedGlyph, ...]
    ink: Cmyk
    vertical: bool = False
    hidden: bool = False
    """Laid down as text without ink, where artwork shows the words: found, copied, read aloud."""
    turned: float = 0.0
    """Degrees clockwise about the origin: 90 for Latin in a vertical line."""
    outline: tuple[Cmyk, float] | None = None
    """A stroke under the fill, its ink and width in points: lettering on a picture."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    """In points."""
    ink: Cmyk


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled or stroked rectangle: a panel, a tint, a plate's frame."""

    box: Box
    ink: Cmyk | None
    """None leaves it empty."""
    border: tuple[Cmyk, float] | None = None
    """Ink and width of a line centred on its edge."""
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Outline:
    """A filled vector outline, as artwork brings it."""

    segments: tuple[PathSegment, ...]
    """In sheet points."""
    ink: Cmyk
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph or illustration, cropped into its box."""

    file: Path
    box: Box
    crop: tuple[float, float, float, float]
    """The part of the upright picture that shows: left, top, right, bottom as fractions."""
    source: Source | None = None
    """Where its file is named, for findings."""


@dataclass(frozen=True, slots=True)
class Group:
    """Things that belong together: a part of the document's structure, or a clipped area."""

    items: tuple["Item", ...]
    role: Role | None = None
    alt: str = ""
    """What a reader who cannot see a figure is told."""
    title: str = ""
    """Text of the bookmark that leads here, if there is one."""
    clip: Box | None = None
    element: str | None = None
    """Groups of the same key are one element of the structure, wherever they stand: a
    paragraph that goes on in the next column or on the next page."""


Item = GlyphRun | Rule | Fill | Outline | Picture | Group


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, ready to be drawn."""

    width: float
    """Trimmed width in points."""
    height: float
    """Trimmed height in points."""
    items: Sequence[Item]
    label: str = ""
    """The page's printed number, for the viewer's page box."""
    page: int | None = None
    """Number of the page in its issue, from 1, for findings; its place in the list when None."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    date: str
    """ISO date of the issue: the file carries no clock of its own, so that equal input
    gives equal bytes."""
    keywords: str = ""
    language: str = "zh-CN"
