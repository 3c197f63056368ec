"""Character codes: which of a document's composite fonts a glyph is written with, and how."""

from collections.abc import Iterator
from typing import NamedTuple

from layout.display import PlacedGlyph
from layout.output.type0 import (
    KERNING,
    UNUSED,
    FontFile,
    Slot,
    build_font,
    natural_advance,
)
from layout.text.fonts import Face

SPACE = 32
"""A code left free: pypdf takes it for a space of the width it guesses, whatever it stands for."""


class Code(NamedTuple):
    """A glyph as the content stream writes it."""

    hex: str
    """Its two bytes."""
    box: float
    """How far it moves the pen along the run, in em."""


class Codes:
    """The codes of one face in one document, given out as its glyphs come by."""

    def __init__(self, face: Face, name: str) -> None:
        """Give codes to glyphs of *face*, whose font resource is called *name*."""
        self.face = face
        self.name = name
        self.horizontal = False
        """Whether any run was set across."""
        self.vertical = False
        """Whether any run was set down."""
        self._slots: dict[Slot, Code] = {}
        self._known: dict[tuple[PlacedGlyph | float | str | bool, ...], Code] = {}

    def resource(self, *, vertical: bool) -> str:
        """Name of the font resource for one of the two directions."""
        if vertical:
            self.vertical = True
            return f"{self.name}V"
        self.horizontal = True
        return f"{self.name}H"

    def code(self, glyph: PlacedGlyph, widening: float, *, vertical: bool) -> Code:
        """The code that draws *glyph* in its box made longer by *widening* em."""
        key = (glyph.gid, glyph.text, glyph.box, glyph.shift, glyph.rise, widening, vertical)
        found = self._known.get(key)
        if found is None:
            make = self._down if vertical else self._across
            found = self._known[key] = self._give(*make(glyph, widening))
        return found

    def _across(self, glyph: PlacedGlyph, widening: float) -> tuple[Slot, float]:
        """Slot and box of a glyph in a horizontal run."""
        upem = self.face.upem
        natural = natural_advance(self.face, glyph.gid)
        box = glyph.box
        if not glyph.shift and not glyph.rise and abs(box - natural / upem) <= KERNING:
            box = natural / upem
        advance = round((box + widening) * upem)
        slot = Slot(
            glyph.gid, glyph.text, advance, round(glyph.shift * upem), round(glyph.rise * upem)
        )
        return slot, advance / upem

    def _down(self, glyph: PlacedGlyph, widening: float) -> tuple[Slot, float]:
        """Slot and box of a glyph in a vertical run: its ink moves by its v vector."""
        upem = self.face.upem
        natural = natural_advance(self.face, glyph.gid)
        advance = round((glyph.box + widening) * upem)
        x = round(natural / 2 - glyph.rise * upem)
        y = round(self.face.vertical_origin(glyph.gid) * upem + glyph.shift * upem)
        return Slot(glyph.gid, glyph.text, natural, down=(advance, x, y)), advance / upem

    def _give(self, slot: Slot, box: float) -> Code:
        found = self._slots.get(slot)
        if found is None:
            if len(self._slots) + 1 == SPACE:
                self._slots[UNUSED] = Code("", 0)
            found = self._slots[slot] = Code(f"{len(self._slots) + 1:04X}", box)
        return found

    @property
    def resources(self) -> list[tuple[str, str]]:
        """Names of the font resources in use, each with its encoding."""
        found = []
        if self.horizontal:
            found.append((f"{self.name}H", "Identity-H"))
        if self.vertical:
            found.append((f"{self.name}V", "Identity-V"))
        return found

    def font(self) -> FontFile:
        """The font that holds every code given out so far."""
        return build_font(self.face, tuple(self._slots))


class CodeBook:
    """The codes of all faces of a document."""

    def __init__(self) -> None:
        """Begin with none."""
        self._faces: dict[Face, Codes] = {}

    def __getitem__(self, face: Face) -> Codes:
        """The codes of *face*."""
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = Codes(face, f"F{len(self._faces) + 1}")
        return found

    def __iter__(self) -> Iterator[Codes]:
        """The faces that were asked for and used, in that order."""
        return (codes for codes in self._faces.values() if codes.resources)
