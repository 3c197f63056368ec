"""Glyphs of an atom: HarfBuzz shapes them, their ink decides where a mark is trimmed."""

import uharfbuzz as hb

from layout.text.fonts import Face
from layout.text.items import Glyph

LANGUAGE = "zh-Hans"
HALF = 0.5
"""The body of a mark, in em."""


def shape_run(
    face: Face, text: str, *, vertical: bool = False, features: dict[str, bool] | None = None
) -> tuple[Glyph, ...]:
    """Shape *text* in one face, across or from top to bottom; lengths in em.

    Top to bottom brings the face's ``vert`` forms. Displacements are measured from the
    glyph's own vertical origin, as a PDF viewer draws it.
    """
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(c) for c in text])
    buffer.direction = "ttb" if vertical else "ltr"
    buffer.script = "Hani"
    buffer.language = LANGUAGE
    hb.shape(face.hb_font, buffer, features or {})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    upem = face.upem
    glyphs = []
    for i, (info, position) in enumerate(zip(infos, positions, strict=True)):
        # The last glyph of a HarfBuzz cluster carries its characters.
        following = infos[i + 1].cluster if i + 1 < len(infos) else len(text)
        own = text[info.cluster : following]
        if vertical:
            x, y = face.hb_font.get_glyph_v_origin(info.codepoint) or (0, 0)
            box, shift = -position.y_advance, -(position.y_offset + y)
            rise = position.x_offset + x
        else:
            box, shift, rise = position.x_advance, position.x_offset, position.y_offset
        glyphs.append(Glyph(info.codepoint, own, box / upem, shift / upem, rise / upem))
    return tuple(glyphs)


def ink_along(face: Face, glyph: Glyph, *, vertical: bool) -> tuple[float, float]:
    """Where the glyph's ink begins and ends along the run, in em from the start of its box."""
    ink = face.ink(glyph.gid)
    if not vertical:
        return ink.left + glyph.shift, ink.right + glyph.shift
    top = face.vertical_origin(glyph.gid) + glyph.shift
    return top - ink.top, top - ink.bottom


def fits_half(face: Face, glyph: Glyph, *, vertical: bool) -> bool:
    """Whether a mark can be cut to half an em: ！ in a vertical line cannot."""
    start, end = ink_along(face, glyph, vertical=vertical)
    return end - start <= HALF


def trimmed(face: Face, glyph: Glyph, *, vertical: bool) -> Glyph:
    """A full-width mark cut to the half em that holds its ink (GB/T 15834 5.1, CLREQ 3.1.6).

    Faces disagree about where ： ； ！ ？ and the quotation marks stand in their em;
    the ink does not. Ink that keeps to one half keeps its place there, other ink is centred.
    """
    start, end = ink_along(face, glyph, vertical=vertical)
    if start >= 0 and end <= HALF:
        move = 0.0
    elif start >= glyph.box - HALF and end <= glyph.box:
        move = HALF - glyph.box
    else:
        move = HALF / 2 - (start + end) / 2
    return Glyph(glyph.gid, glyph.text, HALF, glyph.shift + move, glyph.rise)


def centred(face: Face, glyph: Glyph, body: float, *, vertical: bool) -> Glyph:
    """A sign centred in *body* em, if its ink goes into that: ・ in half an em, ‼ in one."""
    start, end = ink_along(face, glyph, vertical=vertical)
    if end - start > body:
        return glyph
    move = body / 2 - (start + end) / 2
    return Glyph(glyph.gid, glyph.text, body, glyph.shift + move, glyph.rise)
