"""What a content stream leaves on paper: paths, text, pictures and blends, each with its state.

Boxes are in the page's user space, cut to what the clips let show; None where that is
nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import pikepdf

from layout.preflight.content.color import BLACK_AT_FIRST, Paint
from layout.preflight.content.fonts import PdfFont
from layout.preflight.content.matrix import IDENTITY, Matrix, across, scale, times, up
from layout.preflight.frame import Rect

Segment = tuple[str, tuple[float, ...]]
"""A path operator (m, l, c, h or re) and its figures."""
EVERYWHERE: Rect = (-1e9, -1e9, 1e9, 1e9)
FILLING_MODES, STROKING_MODES = (0, 2, 4, 6), (1, 2, 5, 6)
"""Text rendering modes (PDF 1.6, table 5.3); 3 and 7 leave no mark."""


class Clip(NamedTuple):
    """An area that painting is confined to, in the page's user space."""

    segments: tuple[Segment, ...]
    even_odd: bool


class State(NamedTuple):
    """The graphics state, as far as a press cares."""

    ctm: Matrix = IDENTITY
    fill: Paint = BLACK_AT_FIRST
    stroke: Paint = BLACK_AT_FIRST
    line_width: float = 1.0
    pen: Mapping[str, str] = {}
    """Caps, joins, mitres and dashes: operator and operands, to be repeated."""
    overprint_fill: bool = False
    overprint_stroke: bool = False
    overprint_mode: int = 0
    alpha_fill: float = 1.0
    alpha_stroke: float = 1.0
    group_alpha: float = 1.0
    """Opacity of the groups around, which multiplies with its own."""
    blend: str = "Normal"
    clips: tuple[Clip, ...] = ()
    clip_box: Rect = EVERYWHERE
    """Around everything that shows through the clips."""
    font: PdfFont | None = None
    size: float = 0.0
    char_spacing: float = 0.0
    word_spacing: float = 0.0
    scaling: float = 1.0
    leading: float = 0.0
    mode: int = 0
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing painted."""

    state: State
    box: Rect | None
    role: str
    """Tag of the marked content it belongs to, such as P or Figure; empty where untagged."""


@dataclass(frozen=True, slots=True)
class PathMark(Mark):
    """A filled or stroked path."""

    segments: tuple[Segment, ...]
    """In the user space of its own time: *state.ctm* leads to the page."""
    fills: bool
    strokes: bool
    even_odd: bool = False

    @property
    def line_width(self) -> float:
        """Width of its stroke on paper, in points."""
        return self.state.line_width * scale(self.state.ctm)


@dataclass(frozen=True, slots=True)
class TextMark(Mark):
    """A string shown."""

    matrix: Matrix
    """The text matrix at its first glyph."""
    pieces: tuple[bytes | float, ...]
    """Strings of codes, and the adjustments between them in thousandths."""

    @property
    def size(self) -> float:
        """Height of its em on paper, in points."""
        return abs(self.state.size) * up(times(self.matrix, self.state.ctm))

    @property
    def fills(self) -> bool:
        """Whether its shapes are filled."""
        return self.state.mode in FILLING_MODES

    @property
    def strokes(self) -> bool:
        """Whether its outlines are drawn."""
        return self.state.mode in STROKING_MODES

    @property
    def paint(self) -> Paint | None:
        """The colour it is read in; None where it leaves no mark."""
        if self.fills:
            return self.state.fill
        return self.state.stroke if self.strokes else None

    @property
    def text(self) -> str:
        """Its first characters, as far as the font tells them."""
        font = self.state.font
        return font.text(b"".join(p for p in self.pieces if isinstance(p, bytes))) if font else ""


@dataclass(frozen=True, slots=True)
class ImageMark(Mark):
    """A picture, or a stencil that the fill colour is painted through."""

    name: str
    """Of its resource; empty for an inline image."""
    image: pikepdf.Object
    """Its stream; a stream made from it for an inline image."""
    named_spaces: pikepdf.Object | None = None
    """Colour spaces that names in it refer to."""

    @property
    def is_stencil(self) -> bool:
        """Whether it is a mask the fill colour is painted through."""
        return bool(self.image.get("/ImageMask", False))

    @property
    def ppi(self) -> float:
        """Pixels to the inch of paper, in the direction that has fewer."""
        width, height = across(self.state.ctm), up(self.state.ctm)
        pixels = int(self.image.Width), int(self.image.Height)
        return 72 * min(pixels[0] / max(width, 1e-6), pixels[1] / max(height, 1e-6))


@dataclass(frozen=True, slots=True)
class ShadingMark(Mark):
    """A blend over all that the clips leave open."""

    shading: pikepdf.Object


@dataclass(frozen=True, slots=True)
class Cell:
    """A tiling pattern's content, read once."""

    pattern: pikepdf.Object
    matrix: Matrix
    """From the pattern's space to the page's."""
    marks: tuple[Mark, ...]
    """With boxes where the pattern was first used."""


@dataclass(slots=True)
class Content:
    """All a page paints."""

    marks: list[Mark] = field(default_factory=list)
    cells: dict[object, Cell] = field(default_factory=dict)
    """Tiling patterns by what they were painted with; see :attr:`Paint.cell`."""
    states: list[tuple[str, pikepdf.Object]] = field(default_factory=list)
    """ExtGState dictionaries that were set, with their names."""
    forms: list[tuple[str, pikepdf.Object]] = field(default_factory=list)
    """Forms painted, with their names."""

    def every_mark(self) -> Iterator[Mark]:
        """What is on the page, then what is in the cells of its patterns."""
        yield from self.marks
        for cell in self.cells.values():
            yield from cell.marks
