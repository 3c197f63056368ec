"""Colour spaces, and what their colours cost in ink on the four plates."""

from dataclasses import dataclass
from functools import cached_property

import pikepdf

from layout.preflight.content.matrix import IDENTITY, Matrix
from layout.preflight.objects import text_of

Inks = tuple[float, float, float, float]
NO_INK: Inks = (0.0, 0.0, 0.0, 0.0)
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
ABBREVIATED = {
    "G": "DeviceGray",
    "RGB": "DeviceRGB",
    "CMYK": "DeviceCMYK",
    "I": "Indexed",
}
"""Short names that inline images may use."""
COMPONENTS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "Lab": 3, "DeviceCMYK": 4}
SPOTS = ("Separation", "DeviceN")
DEEPEST = 4
"""Spaces built on spaces built on spaces: Pattern on Indexed on ICCBased is as far as it goes."""


@dataclass(frozen=True)
class Space:
    """A colour space."""

    family: str
    """DeviceCMYK, ICCBased, Separation, Pattern and so on."""
    components: int
    colorants: tuple[str, ...] = ()
    """Names of the inks of a Separation or DeviceN space."""
    base: "Space | None" = None
    """What an Indexed or an uncoloured Pattern space is built on."""

    @property
    def root(self) -> "Space":
        """The space whose inks are printed in the end: an Indexed space's base."""
        return self.base if self.family == "Indexed" and self.base else self

    def initial(self) -> tuple[float, ...]:
        """The colour in force when the space is chosen (PDF 1.6, 4.5.1 and 4.5.5)."""
        if self.family == "DeviceCMYK":
            return (0.0, 0.0, 0.0, 1.0)
        return ((1.0,) if self.family in SPOTS else (0.0,)) * self.components

    def inks(self, values: tuple[float, ...]) -> Inks:
        """Ink on the four plates for a colour of this space, from 0 to 1.

        Only DeviceCMYK is exact. Grey is printed in black; RGB is taken for the complement
        of three inks; a spot ink that is none of the four is counted with black, as it
        costs the paper as much. These spaces are findings of their own, and estimated
        here only so that the ink of the rest is measured all the same.
        """
        if not values or len(values) != self.components or self.family == "Indexed":
            return NO_INK
        if self.family in SPOTS:
            return self._spots(values)
        match values:
            case (c, m, y, k):
                return c, m, y, k
            case (r, g, b) if self.family != "Lab":
                return 1 - r, 1 - g, 1 - b, 0.0
            case (lightness, _, _):
                return 0.0, 0.0, 0.0, 1 - lightness / 100
            case _:
                return 0.0, 0.0, 0.0, 1 - sum(values)

    def _spots(self, values: tuple[float, ...]) -> Inks:
        plates = [0.0] * 4
        for name, value in zip(self.colorants, values, strict=False):
            if name == "All":
                return (value, value, value, value)
            if name != "None":
                place = PROCESS.index(name) if name in PROCESS else 3
                plates[place] = min(1.0, plates[place] + value)
        c, m, y, k = plates
        return c, m, y, k


GRAY = Space("DeviceGray", 1)
RGB = Space("DeviceRGB", 3)
CMYK = Space("DeviceCMYK", 4)
PATTERN = Space("Pattern", 0)
UNKNOWN = Space("Unknown", 0)


@dataclass(frozen=True)
class Paint:
    """A current colour: a space, values in it, and a pattern where that is what paints."""

    space: Space
    values: tuple[float, ...]
    pattern: pikepdf.Object | None = None
    base: Matrix = IDENTITY
    """User space of the content stream that chose it: where a pattern's own space lies."""

    @cached_property
    def inks(self) -> Inks:
        """What it costs on the four plates; nothing can be said of a pattern."""
        return NO_INK if self.pattern is not None else self.space.inks(self.values)

    @property
    def cell(self) -> object:
        """What a tiling pattern's content is filed under: the pattern, and the colour of one
        that has none of its own.
        """
        return None if self.pattern is None else (self.pattern.objgen, self.values)

    @property
    def total(self) -> float:
        """Sum of the inks, from 0 to 4."""
        return sum(self.inks)

    @property
    def ink_count(self) -> int:
        """How many plates it takes."""
        return sum(ink > 0 for ink in self.inks)

    @property
    def is_white(self) -> bool:
        """Whether it leaves the paper bare."""
        return self.pattern is None and self.space.family != "Pattern" and self.total == 0

    @property
    def is_black(self) -> bool:
        """Whether it is solid black and nothing else."""
        return self.pattern is None and self.inks == (0, 0, 0, 1)


BLACK_AT_FIRST = Paint(GRAY, (0.0,))
"""What a page paints with until it is told otherwise."""


def read_space(value: object, named: pikepdf.Object | None, depth: int = 0) -> Space:
    """The colour space *value* describes; *named* are the resources that names refer to."""
    if isinstance(value, pikepdf.Name):
        if named is not None and str(value) in named and depth < DEEPEST:
            return read_space(named[str(value)], None, depth + 1)
        family = _family(value)
        return PATTERN if family == "Pattern" else Space(family, COMPONENTS.get(family, 0))
    if isinstance(value, pikepdf.Array) and len(value) and depth < DEEPEST:
        return _read_array(value, named, depth)
    return UNKNOWN


def _read_array(value: pikepdf.Array, named: pikepdf.Object | None, depth: int) -> Space:
    """A space with parameters, its family first."""
    family = _family(value[0])
    match family:
        case "ICCBased":
            return Space(family, int(value[1].get("/N", 0)))
        case "Separation":
            return Space(family, 1, (text_of(value[1]),))
        case "DeviceN":
            colorants = tuple(text_of(name) for name in value[1])
            return Space(family, len(colorants), colorants)
        case "Indexed" | "Pattern":
            base = read_space(value[1], named, depth + 1) if len(value) > 1 else None
            return Space(family, 1 if family == "Indexed" else 0, base=base)
    return Space(family, COMPONENTS.get(family, 0))


def _family(value: object) -> str:
    name = text_of(value)
    return ABBREVIATED.get(name, name)
