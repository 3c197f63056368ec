"""From atoms to boxes: each different atom of a style is shaped once.

An atom that came before in the same style costs a dictionary lookup.
"""

from functools import lru_cache

from layout.text.atoms import extends
from layout.text.breaks import sign
from layout.text.classes import CharClass
from layout.text.fonts import Face
from layout.text.glyphs import HALF, centred, fits_half, shape_run, trimmed
from layout.text.items import Box, Cluster, Glyph, Posture, TextStyle

TRIMMED = (CharClass.OPENING, CharClass.CLOSING, CharClass.PAUSE, CharClass.STOP)
"""Marks whose body is half an em, whatever the face draws them on."""
ASCII_MARKS = frozenset(".,:;!?()[]{}'\"“”‘’")
DOUBLE_STOPS = frozenset("‼⁇⁈⁉")
"""Two stops in one em (GB 5.1.2), whatever the face draws them on."""
EPSILON = 1e-6
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
        self._boxes: dict[tuple[str, CharClass, str], Box] = {}

    def box(self, text: str, kind: CharClass, atom: str = "") -> Box:
        """The box that *text* is set as: an atom of class *kind*, or the part of *atom* that is
        in this style.
        """
        key = (text, kind, atom)
        found = self._boxes.get(key)
        if found is None:
            cluster = self._shape(text, kind, atom or text)
            found = self._boxes[key] = Box(cluster.width, cluster)
        return found

    def _shape(self, text: str, kind: CharClass, atom: str) -> Cluster:
        face, size = self._face(text, kind), self.style.size
        posture = _posture(text, kind) if self.style.vertical else Posture.UPRIGHT
        left, right = _sides(text, kind)
        if self.style.vertical and kind is CharClass.LATIN and posture is not Posture.TURNED:
            left = right = CharClass.HAN  # in one em it stands among Han like one of them
        baseline = 0.0
        if posture is Posture.ACROSS:
            glyphs, size, baseline = self._across(text, face)
            width = self.style.size
        else:
            vertical = self.style.vertical and posture is Posture.UPRIGHT
            glyphs = _cut(face, shape_run(face, text, vertical=vertical), kind, vertical=vertical)
            width = sum(g.box for g in glyphs) * size
            if posture is Posture.TURNED:
                baseline = EM_CENTRE * size
            if kind in TRIMMED and width > HALF * size + EPSILON:
                left = right = CharClass.MIDDLE  # its blank could not be cut off
        opens, closes = sign(text[0], kind, atom), sign(_last(text), kind, atom)
        about = (left, right, opens, closes)
        return Cluster(text, kind, self.style, face, glyphs, width, posture, size, baseline, *about)

    def _across(self, text: str, face: Face) -> tuple[tuple[Glyph, ...], float, float]:
        """纵中横: digits in the face's half-width forms, smaller only where they reach too far.

        Glyphs, their size in points, and where their baseline lies.
        """
        glyphs = shape_run(face, text, features={"hwid": True})
        em = self.style.size
        size = em * min(1.0, ACROSS_WIDEST / sum(g.box for g in glyphs))
        height = max(face.ink(g.gid).top for g in glyphs) * size
        return glyphs, size, (em + height) / 2

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


def _cut(
    face: Face, glyphs: tuple[Glyph, ...], kind: CharClass, *, vertical: bool
) -> tuple[Glyph, ...]:
    """The glyphs of a mark in the room it has in a line; other glyphs as they are."""
    if kind in TRIMMED and all(fits_half(face, g, vertical=vertical) for g in glyphs):
        return tuple(trimmed(face, g, vertical=vertical) for g in glyphs)
    if kind is CharClass.MIDDLE:
        return tuple(centred(face, g, HALF, vertical=vertical) for g in glyphs)
    if glyphs[0].text in DOUBLE_STOPS:
        return tuple(centred(face, g, 1.0, vertical=vertical) for g in glyphs)
    return glyphs


def _sides(text: str, kind: CharClass) -> tuple[CharClass, CharClass]:
    """Class of both sides: ASCII punctuation keeps no distance from Han as letters do."""
    if kind is not CharClass.LATIN:
        return kind, kind
    left = CharClass.SIGN if text[0] in ASCII_MARKS else kind
    right = CharClass.SIGN if text[-1] in ASCII_MARKS else kind
    return left, right


def _last(text: str) -> str:
    """The last character that is not part of the one before it."""
    return next((c for c in reversed(text) if not extends(c)), text[-1])


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
