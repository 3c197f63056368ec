"""From atoms to boxes: each different atom of a style is shaped once.

An atom that came before in the same style costs a dictionary lookup.
"""

from functools import lru_cache

from layout.text.atoms import extends
from layout.text.classes import CharClass
from layout.text.fonts import Face
from layout.text.glyphs import centred, fits_half, shape_run, trimmed
from layout.text.items import Box, Cluster, Posture, TextStyle

TRIMMED = (CharClass.OPENING, CharClass.CLOSING, CharClass.PAUSE, CharClass.STOP)
"""Marks whose body is half an em, whatever the face draws them on."""
ACROSS_LONGEST = 4
"""Digits that still stand side by side across a vertical line."""
ACROSS_WIDEST = 1.1
"""Em: how far such digits may reach across the line before they are set smaller."""
EM_CENTRE = 0.38
"""Height of the em box's middle above the Latin baseline, in em: Han glyphs of every face
here reach from -0.12 to 0.88."""


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
            cluster = self._shape(text, kind)
            found = self._boxes[key] = Box(cluster.width, cluster)
        return found

    def _shape(self, text: str, kind: CharClass) -> Cluster:
        face = self._face(text, kind)
        posture = _posture(text, kind) if self.style.vertical else Posture.UPRIGHT
        if posture is Posture.ACROSS:
            return self._across(text, kind, face)
        vertical = self.style.vertical and posture is Posture.UPRIGHT
        glyphs = shape_run(face, text, vertical=vertical)
        if kind in TRIMMED and all(fits_half(face, g, vertical=vertical) for g in glyphs):
            glyphs = tuple(trimmed(face, g, vertical=vertical) for g in glyphs)
        elif kind is CharClass.MIDDLE:
            glyphs = tuple(centred(face, g, vertical=vertical) for g in glyphs)
        size = self.style.size
        width = sum(g.box for g in glyphs) * size
        baseline = EM_CENTRE * size if posture is Posture.TURNED else 0.0
        return Cluster(text, kind, self.style, face, glyphs, width, posture, size, baseline)

    def _across(self, text: str, kind: CharClass, face: Face) -> Cluster:
        """纵中横: digits in the face's half-width forms, smaller only where they reach too far."""
        glyphs = shape_run(face, text, features={"hwid": True})
        reach = sum(g.box for g in glyphs)
        em = self.style.size
        size = em * min(1.0, ACROSS_WIDEST / reach)
        height = max((face.ink(g.gid).top for g in glyphs), default=0.0) * size
        baseline = (em + height) / 2
        return Cluster(text, kind, self.style, face, glyphs, em, Posture.ACROSS, size, baseline)

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
            if all(face.glyph(c) or extends(c) for c in text):
                return face
        return first


def _posture(text: str, kind: CharClass) -> Posture:
    """How an atom stands in a vertical line (CLREQ 2.3.3): Han and single letters upright."""
    if kind is CharClass.MIDDLE and text in "-‐–/":
        return Posture.TURNED
    if kind is not CharClass.LATIN or len(text) == 1:
        return Posture.UPRIGHT
    if len(text) <= ACROSS_LONGEST and text.isascii() and text.isdigit():
        return Posture.ACROSS
    return Posture.TURNED


@lru_cache(maxsize=64)
def shaper(style: TextStyle) -> Shaper:
    """The shaper of *style*, kept for the life of the process."""
    return Shaper(style)
