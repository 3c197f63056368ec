"""Box, glue and penalty: what a paragraph is to the line breaker.

Knuth and Plass, "Breaking Paragraphs into Lines" (1981), with one departure: a glue
says of which *tier* it is, because Chinese justification takes the blanks of a line
in an order (brackets before pauses before stops) and not all in proportion.
All widths are in points.
"""

from dataclasses import dataclass
from enum import IntEnum

from layout.color import Cmyk
from layout.text.classes import CharClass
from layout.text.fonts import Face

INFINITE = 1e9
"""The cost of a break that must not be."""


class Tier(IntEnum):
    """Kinds of adjustable blank, in the order a tight line takes them (composition.md 4)."""

    WORD = 0
    """Space between Latin words."""
    BRACKET = 1
    """Blank of opening and closing marks."""
    PAUSE = 2
    """Blank after ， 、 ； ：."""
    HAN_LATIN = 3
    """Gap between Han and Latin."""
    STOP = 4
    """Blank after 。 ！ ？: the last resort."""


TIERS = len(Tier)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a stretch of text is set."""

    face: Face
    size: float
    """In points."""
    ink: Cmyk
    latin: Face | None = None
    """Face of letters and digits; the Chinese face's own when absent."""
    marks: Face | None = None
    """Face that punctuation is borrowed from, for faces without half-width marks."""
    fallback: tuple[Face, ...] = ()
    """Declared faces for characters the first has not, in order."""
    dots: bool = False
    """着重号: a dot by every character, marks excepted (CLREQ 4.3)."""
    underline: bool = False
    """专名号 and the like: a line along the text."""
    vertical: bool = False
    """竖排: lines run from top to bottom."""


class Posture(IntEnum):
    """How a cluster stands in its line."""

    UPRIGHT = 0
    """Its glyphs follow each other along the line."""
    TURNED = 1
    """A Latin word in a vertical line: its glyphs follow each other along the line, the whole
    turned 90° clockwise."""
    ACROSS = 2
    """纵中横: two to four digits side by side across a vertical line, upright, in one em."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shaped glyph; lengths in em."""

    gid: int
    text: str
    """Characters it stands for; empty when a neighbour of its cluster carries them."""
    box: float
    """Extent of its own box along the run, after trimming."""
    shift: float = 0.0
    """Displacement of its ink in that box along the run."""
    rise: float = 0.0
    """Displacement of its ink across the run: up, or to the right in a vertical run."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """What is set as one: a Han character, a trimmed mark, a dash, a word or a number."""

    text: str
    kind: CharClass
    style: TextStyle
    face: Face
    glyphs: tuple[Glyph, ...]
    width: float
    """Extent along the line, in points."""
    posture: Posture = Posture.UPRIGHT
    size: float = 0.0
    """Of its glyphs, in points: the style's own, less where digits stand across a line."""
    baseline: float = 0.0
    """In points. TURNED: how far its baseline lies to the left of the line's centre.
    ACROSS: how far down from the top of its box its baseline lies."""
    left: CharClass = CharClass.HAN
    """Class of the side where it begins: what the blank before it depends on."""
    right: CharClass = CharClass.HAN
    """Class of the side where it ends."""
    opens: str = "ID"
    """Sign of its first character: what a break before it depends on."""
    closes: str = "ID"
    """Sign of its last character."""


@dataclass(frozen=True, slots=True)
class Box:
    """Something with a width that is set whole."""

    width: float
    cluster: Cluster


@dataclass(frozen=True, slots=True)
class Glue:
    """Space that may stretch or shrink to justify a line; vanishes at a line's edges."""

    width: float
    """Natural width; zero between two Han characters."""
    tier: Tier | None = None
    """Which blank it is; None for the plain joint of two characters."""
    shrink: float = 0.0
    stretch: float = 0.0
    joint: bool = True
    """Whether it takes an equal share when all gaps of a loose line are opened."""
    space: Cluster | None = None
    """The typed space it stands for, so that the text extracts as typed."""


@dataclass(frozen=True, slots=True)
class Penalty:
    """A place where a line may end, and what that costs."""

    cost: float
    """Added to the line's badness; :data:`INFINITE` forbids the break."""
    width: float = 0.0
    """Room taken only if the line ends here: a mark's blank (全角) or, negative, its hanging."""
    rule: str = ""
    """Which rule set the cost, for the log."""


Item = Box | Glue | Penalty


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """Shaped text, ready to be broken into lines of any measure.

    Equal to itself alone: it is made once for a text, and looked up often by what was made of it.
    """

    text: str
    items: tuple[Item, ...]
    offsets: tuple[int, ...]
    """Offset in the text of each item's first character."""
    indent: float
    """Of the first line, in points."""
    em: float
    """Body size in points."""
    lead: int = 0
    """Characters of the run-in lead, kept with what follows it."""
