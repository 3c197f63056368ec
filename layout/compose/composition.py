"""A composed page: every line, picture and ornament at its place on the sheet, in points."""

from dataclasses import dataclass
from typing import Literal

from layout.color import Cmyk
from layout.diagnostics import Source
from layout.display import Fill, Outline, Picture, Role, Rule
from layout.geometry import Box
from layout.page.dummy import Dummy
from layout.text.galley import Line


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text on the sheet."""

    line: Line
    x: float
    """Left end of its baseline; of a vertical line, its centre."""
    y: float
    """Its baseline; of a vertical line, its head."""
    vertical: bool = False
    hidden: bool = False
    """Text without ink, where artwork shows the words."""
    outline: tuple[Cmyk, float] | None = None
    """Ink and width in points of a stroke under the lettering."""


Part = PlacedLine | Fill | Rule | Outline | Picture


@dataclass(frozen=True, slots=True)
class Block:
    """What belongs together on a page: a heading, a paragraph's lines, a picture."""

    role: Role
    parts: tuple[Part, ...]
    box: Box
    """Where it stands, for findings and proofs."""
    name: str = ""
    """What it is: the frame and content, as ``headline`` or ``xiangyuan 3``."""
    element: str | None = None
    """Blocks of one key are one element of the structure: a paragraph that goes on."""
    title: str = ""
    """Of the bookmark that leads here."""
    alt: str = ""
    """What a reader is told who cannot see a figure."""
    source: Source | None = None
    """Where its words were written."""


@dataclass(frozen=True, slots=True)
class Move:
    """Something that gave way so that the page came out."""

    name: str
    """What moved: ``picture-height``, ``picture-place``, ``frame-height``, ``paragraph``."""
    what: str
    by: int
    """Grid lines; negative for fewer."""
    cost: float


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change that would bring a story nearer to its room."""

    kind: Literal["cut", "add", "lower", "raise"]
    what: str
    """The paragraph's number from 1, or the picture's file."""
    amount: int
    """Characters to cut or to add, or grid lines by which a picture changes."""
    lines: int
    """Lines of text that it gains."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A page that was looked at: a size of the body with an arrangement of the pictures."""

    name: str
    cost: float | None
    """What it gives way, in all; None where it could not be filled exactly at less."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a story fits its room."""

    slug: str
    lines: int
    characters: int
    state: Literal["fits", "over", "under"]
    off_lines: int = 0
    """Lines too many or too few."""
    off_characters: int = 0
    moves: tuple[Move, ...] = ()
    is_stranded: bool = False
    """Whether a single line stands at a column's head or foot."""
    source: Source | None = None
    """Where its text begins."""
    taken: Alternative | None = None
    rejected: tuple[Alternative, ...] = ()
    """Dearer than the one taken, or not to be filled."""
    remedies: tuple[Remedy, ...] = ()
    """What would bring the story to its room, the least change first."""
    first_left_out: str = ""
    """The first words that found no room."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A page with everything placed."""

    page: int
    """Its place in the issue, from 1."""
    label: str
    """Its printed number; empty where the page has none."""
    template: str
    dummy: Dummy
    blocks: tuple[Block, ...]
    """In the order of reading, which is the order of painting."""
    fits: tuple[Fit, ...]
