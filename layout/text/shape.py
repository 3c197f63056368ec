"""From characters to clusters: HarfBuzz shapes, the ink of each mark decides where it is trimmed.

Text is shaped atom by atom: a Han character with its variation selector, a mark, a
dash, a Latin word or number. Chinese glyphs do not depend on their neighbours, and
Latin words are whole atoms, so nothing is lost, and an atom that came before in the
same style costs a dictionary lookup.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from layout.text.classes import CharClass
from layout.text.fonts import Face
from layout.text.items import Box, Cluster, Glyph, TextStyle

LANGUAGE = "zh-Hans"
TRIMMED = (CharClass.OPENING, CharClass.CLOSING, CharClass.PAUSE, CharClass.STOP)
"""Marks whose body is half an em, whatever the face draws them on."""
CONNECTOR_LIMIT = 0.75
"""A hyphen or interpunct wider than this (in em) keeps the width its face gave it."""


class Atom(NamedTuple):
    """A stretch of text that is never split."""

    text: str
    kind: CharClass
    start: int


def atoms(text: str, classes: list[CharClass], start: int, end: int) -> Iterator[Atom]:
    """Split ``text[start:end]``, all of one style, into what is set whole."""
    i = start
    while i < end:
        kind = classes[i]
        j = i + 1
        if kind is CharClass.LATIN:
            while j < end and classes[j] is CharClass.LATIN and not _may_break(text, j):
                j += 1
        elif kind is CharClass.DASH:
            while j < end and text[j] == text[i]:
                j += 1
        while j < end and _extends(text[j]):
            j += 1
        yield Atom(text[i:j], kind, i)
        i = j


def _may_break(text: str, at: int) -> bool:
    """Latin may break after a hyphen between letters, never at a sign of a number."""
    return (
        text[at - 1] in "-‐"
        and at > 1
        and text[at - 2].isalpha()
        and text[at].isalpha()
    )


def _extends(char: str) -> bool:
    """Variation selectors and combining marks belong to the character before them."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef" or (
        "\u0300" <= char <= "\u036f" or "\u20d0" <= char <= "\u20f0"
    )


class Shaper:
    """Shapes the atoms of one style, each different one once."""

    def __init__(self, style: TextStyle) -> None:
        """Shape in *style*."""
        self.style = style
        self._boxes: dict[tuple[str, CharClass], Box] = {}

    def box(self, text: str, kind: CharClass) -> Box:
        """The box that *text*, one atom of class *kind*, is set as."""
        key = (text, kind)
        found = self._boxes.get(key)
        if found is None:
            found = self._boxes[key] = self._shape(text, kind)
        return found

    def _shape(self, text: str, kind: CharClass) -> Box:
        face = self._face(text, kind)
        glyphs = shape_run(face, text, "ltr")
        if kind in TRIMMED:
            glyphs = tuple(_trim(face, g) for g in glyphs)
        elif kind is CharClass.MIDDLE:
            glyphs = tuple(_narrow(face, g) for g in glyphs)
        width = sum(g.box for g in glyphs) * self.style.size
        return Box(width, Cluster(text, kind, self.style, face, glyphs, width))

    def _face(self, text: str, kind: CharClass) -> Face:
        """The face of the atom's role, or the first declared fallback that has all of it."""
        style = self.style
        if kind in (CharClass.LATIN, CharClass.SPACE):
            first = style.latin or style.face
        elif kind is CharClass.HAN:
            first = style.face
        else:
            first = style.marks or style.face
        for face in (first, style.face, *style.fallback):
            if all(face.glyph(c) or _extends(c) for c in text):
                return face
        return first


@lru_cache(maxsize=64)
def shaper(style: TextStyle) -> Shaper:
    """The shaper of *style*, kept for the life of the process."""
    return Shaper(style)


def shape_run(face: Face, text: str, direction: str) -> tuple[Glyph, ...]:
    """Shape *text* in one face; boxes are advances along the direction, in em."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(c) for c in text])
    buffer.direction = direction
    buffer.script = "Hani"
    buffer.language = LANGUAGE
    hb.shape(face.hb_font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    glyphs = []
    for i, (info, position) in enumerate(zip(infos, positions, strict=True)):
        following = infos[i + 1].cluster if i + 1 < len(infos) else len(text)
        if direction == "ltr":
            box, shift = position.x_advance, position.x_offset
        else:
            box, shift = -position.y_advance, 0
        own = text[info.cluster : following]
        glyphs.append(Glyph(info.codepoint, own, box / face.upem, shift / face.upem))
    return tuple(glyphs)


def _trim(face: Face, glyph: Glyph) -> Glyph:
    """A full-width mark cut to the half em that holds its ink (GB/T 15834 5.1, CLREQ 3.1.6).

    Faces disagree about where ： ； ！ ？ and the quotation marks stand in their em;
    the ink does not.
    """
    ink = face.ink(glyph.gid)
    if ink.right <= 0.5:
        shift = 0.0
    elif ink.left >= glyph.box - 0.5:
        shift = 0.5 - glyph.box
    else:
        shift = 0.25 - (ink.left + ink.right) / 2
    return Glyph(glyph.gid, glyph.text, 0.5, shift)


def _narrow(face: Face, glyph: Glyph) -> Glyph:
    """An interpunct, short hyphen or solidus centred in half an em."""
    if glyph.box > CONNECTOR_LIMIT:
        return glyph
    ink = face.ink(glyph.gid)
    return Glyph(glyph.gid, glyph.text, 0.5, 0.25 - (ink.left + ink.right) / 2)
