"""Faces: the font files a publication sets its roles in, mapped into memory, never parsed here.

HarfBuzz reads the tables; opening a face costs a memory map and nothing else,
so that a cold build pays only for the faces its page uses.
"""

import struct
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb


@dataclass(frozen=True, slots=True)
class Ink:
    """Where a glyph marks the paper, in em from its origin on the baseline; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_blank(self) -> bool:
        """True for a space: nothing is marked."""
        return self.right <= self.left or self.top <= self.bottom


class Face:
    """One font file. All measures are in em unless a name says otherwise."""

    def __init__(self, key: str, path: Path, *, serif: bool = False) -> None:
        """Map *path* into memory as the face that fonts.yaml calls *key*.

        Raises:
            OSError: the file cannot be read.
            ValueError: it is no TrueType font.

        """
        self.key = key
        """Its name in fonts.yaml: what runs and reports call it."""
        self.path = path
        self.serif = serif
        """For the PDF's font descriptor."""
        try:
            self.blob = hb.Blob.from_file_path(str(path))
        except hb.HarfBuzzError as error:
            raise OSError(f"cannot read {path}") from error
        self.hb_face = hb.Face(self.blob)
        if "glyf" not in self.hb_face.table_tags:
            raise ValueError(f"{path} is not a TrueType font")
        self.hb_font = hb.Font(self.hb_face)
        self.upem: int = self.hb_face.upem
        """Font units to the em."""
        self.glyph_count: int = self.hb_face.glyph_count
        self._inks: dict[int, Ink] = {}

    @cached_property
    def postscript_name(self) -> str:
        """Name ID 6: what the PDF and the press call the face."""
        name = self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.key
        return "".join(c for c in name if c.isalnum() or c == "-")

    def glyph(self, char: str) -> int:
        """Nominal glyph of one character; 0 when the face does not have it."""
        return self.hb_font.get_nominal_glyph(ord(char)) or 0

    def advance(self, glyph: int) -> float:
        """Natural horizontal advance."""
        return float(self.hb_font.get_glyph_h_advance(glyph)) / self.upem

    def ink(self, glyph: int) -> Ink:
        """The glyph's ink box: what decides where a mark's blank lies, face by face."""
        found = self._inks.get(glyph)
        if found is None:
            extents = self.hb_font.get_glyph_extents(glyph)
            if extents is None:
                found = Ink(0, 0, 0, 0)
            else:
                left, top = extents.x_bearing, extents.y_bearing
                right, bottom = left + extents.width, top + extents.height
                found = Ink(*(v / self.upem for v in (left, bottom, right, top)))
            self._inks[glyph] = found
        return found

    def vertical_origin(self, glyph: int) -> float:
        """Height above the baseline of the top of the glyph's box in a vertical line."""
        if "vmtx" in self.hb_face.table_tags:
            return float(self.hb_font.get_glyph_v_origin(glyph)[1]) / self.upem
        return self.em_top

    @cached_property
    def em_top(self) -> float:
        """Top of the em box above the baseline: from the ideographic baseline where the face
        names one, else from the middle of its typographic ascent and descent.
        """
        bottom = self.hb_font.get_layout_baseline("ideo", "LTR", "hani", "ZHS")
        if bottom is None:
            ascent, descent = struct.unpack_from(">2h", self.table("OS/2"), 68)
            bottom = (ascent + descent - self.upem) / 2
        return 1 + float(bottom) / self.upem

    def table(self, tag: str) -> bytes:
        """Raw bytes of an OpenType table."""
        return bytes(self.hb_face.reference_table(tag).data)


@lru_cache(maxsize=32)
def open_face(key: str, path: Path, *, serif: bool = False) -> Face:
    """The face at *path*, opened once in a process."""
    return Face(key, path, serif=serif)
