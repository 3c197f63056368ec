"""Composite fonts as PDF wants them: our own codes, boxes and texts for the glyphs of a face.

One glyph may serve two texts (⽇ and 日), stand in several boxes (a bracket in a half or
a whole em) and be set along two directions. Each such use is a :class:`Slot` and gets a
code of its own, given out in order of appearance; CIDToGIDMap leads from the codes to
the glyphs of the subset. The codes carry the true text and the true box, so that
programs which read a page back find every letter and no blank that is not there.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from layout.output.content import number
from layout.output.sfnt import Variant, add_variants
from layout.text.fonts import Face

KEPT_TABLES = ("OS/2", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name")
"""What a subset carries: outlines and measures, and who made them on what terms."""
KEPT_NAMES = (0, 6, 7, 13, 14)
"""Name records kept: copyright, PostScript name, trademark, licence and its address."""
SYMBOLIC = 4
SERIF = 2
DEFLATE_LEVEL = 6
KERNING = 0.1
"""Em: a box that differs from the natural advance by less is kerned, not made anew."""


class Slot(NamedTuple):
    """One character code: a glyph in one box with one text. Lengths in font units."""

    gid: int
    text: str
    advance: int
    dx: int = 0
    dy: int = 0
    down: tuple[int, int, int] | None = None
    """In a vertical line: advance along it (positive), and the position of the glyph's
    origin as seen from the top of its box (Adobe's v vector); None in a horizontal one."""


UNUSED = Slot(0, "", 0)
"""Holds the place of a code that nothing is written with."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """Everything a font's PDF objects hold, ready to be written."""

    name: str
    """BaseFont: subset tag and PostScript name."""
    program: bytes
    """FontFile2, deflated."""
    program_size: int
    """Its length before."""
    to_unicode: bytes
    """Deflated."""
    cid_to_gid: bytes
    """Deflated."""
    widths: str
    """The W array."""
    vertical: str
    """The W2 array; empty when every glyph stands as DW2 says."""
    em_top: int
    """Top of the em box above the baseline, in thousandths: DW2's first figure."""
    descriptor: tuple[tuple[str, int], ...]
    """Figures of the FontDescriptor."""
    bounds: tuple[int, int, int, int]
    """FontBBox."""


class Subset(NamedTuple):
    """A cut font, deflated, with the places its glyphs went to."""

    program: bytes
    size: int
    tag: str
    glyphs: dict[int, int]
    """From the face's glyph ids to the subset's."""
    variants: dict[Variant, int]


@lru_cache(maxsize=64)
def build_font(face: Face, slots: tuple[Slot, ...]) -> FontFile:
    """The font of *face* whose code n + 1 is ``slots[n]``; code 0 is .notdef.

    Kept for the life of the process: a rebuild that changed one paragraph cuts again
    only the faces whose characters changed.
    """
    drawn = [_variant(face, slot) for slot in slots]
    glyphs = tuple(sorted({0, *(slot.gid for slot in slots)}))
    variants = tuple(sorted({v for v in drawn if v is not None}))
    subset = _subset(face, glyphs, variants)
    gids = [
        subset.glyphs[slot.gid] if variant is None else subset.variants[variant]
        for slot, variant in zip(slots, drawn, strict=True)
    ]
    return FontFile(
        name=f"{subset.tag}+{face.postscript_name}",
        program=subset.program,
        program_size=subset.size,
        to_unicode=zlib.compress(_to_unicode(slots), DEFLATE_LEVEL),
        cid_to_gid=zlib.compress(struct.pack(f">{len(gids) + 1}H", 0, *gids), DEFLATE_LEVEL),
        widths=_widths(face, slots),
        vertical=_vertical_widths(face, slots),
        em_top=round(1000 * face.em_top),
        descriptor=_descriptor(face),
        bounds=_bounds(face),
    )


def _variant(face: Face, slot: Slot) -> Variant | None:
    """The composite that draws *slot*; None where the face's own glyph does."""
    natural = natural_advance(face, slot.gid)
    if slot is UNUSED or (slot.advance == natural and not slot.dx and not slot.dy):
        return None
    return Variant(slot.gid, slot.advance, slot.dx, slot.dy)


def natural_advance(face: Face, gid: int) -> int:
    """Horizontal advance the face gives a glyph, in font units."""
    return int(face.hb_font.get_glyph_h_advance(gid))


@lru_cache(maxsize=64)
def _subset(face: Face, glyphs: tuple[int, ...], variants: tuple[Variant, ...]) -> Subset:
    """Cut *glyphs* out of *face* and append *variants* of them."""
    request = hb.SubsetInput()
    request.glyph_set.update(glyphs)
    dropped = {
        int.from_bytes(tag.encode("ascii"), "big")
        for tag in face.hb_face.table_tags
        if tag not in KEPT_TABLES
    }
    request.drop_table_tag_set.update(dropped)
    request.name_id_set.clear()
    request.name_id_set.update(KEPT_NAMES)
    request.flags = (
        hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    )
    plan = hb.SubsetPlan(face.hb_face, request)
    program = bytes(plan.execute().blob.data)
    renumbered = plan.old_to_new_glyph_mapping
    places = {gid: renumbered[gid] for gid in glyphs}
    first = int(hb.Face(hb.Blob(program)).glyph_count)
    if variants:
        moved = [v._replace(gid=places[v.gid]) for v in variants]
        program = add_variants(program, moved)
    digest = hashlib.sha256(program).digest()
    return Subset(
        zlib.compress(program, DEFLATE_LEVEL),
        len(program),
        "".join(chr(ord("A") + byte % 26) for byte in digest[:6]),
        places,
        {variant: first + i for i, variant in enumerate(variants)},
    )


def _to_unicode(slots: Iterable[Slot]) -> bytes:
    """The CMap from codes to text, surrogate pairs and several characters included."""
    lines = [
        f"<{code:04X}> <{slot.text.encode('utf-16-be').hex().upper()}>"
        for code, slot in enumerate(slots, 1)
        if slot.text
    ]
    blocks = []
    for start in range(0, len(lines), 100):
        block = lines[start : start + 100]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
            "",
        ]
    ).encode("ascii")


def _widths(face: Face, slots: Iterable[Slot]) -> str:
    """The W array: advances in thousandths of an em where they are not 1000."""
    scale = 1000 / face.upem
    parts: list[str] = []
    expected = None
    for code, slot in enumerate(slots, 1):
        if slot is UNUSED or slot.advance == face.upem:
            continue
        if code != expected:
            parts.append(f"{'] ' if parts else ''}{code} [")
        parts.append(number(slot.advance * scale) + " ")
        expected = code + 1
    return f"[{''.join(parts)}{']' if parts else ''}]"


def _vertical_widths(face: Face, slots: Iterable[Slot]) -> str:
    """The W2 array: vertical boxes that are not what DW2 and W say together."""
    scale = 1000 / face.upem
    top = round(1000 * face.em_top)
    parts = []
    for code, slot in enumerate(slots, 1):
        if slot.down is None:
            continue
        w1, vx, vy = (number(v * scale) for v in slot.down)
        usual = (number(1000), number(slot.advance * scale / 2), number(top))
        if (w1, vx, vy) != usual:
            parts.append(f"{code} [-{w1} {vx} {vy}]")
    return f"[{' '.join(parts)}]" if parts else ""


def _bounds(face: Face) -> tuple[int, int, int, int]:
    """Of all glyphs of the face, in thousandths, as head has them."""
    left, bottom, right, top = struct.unpack_from(">4h", face.table("head"), 36)
    scale = 1000 / face.upem
    return round(left * scale), round(bottom * scale), round(right * scale), round(top * scale)


def _descriptor(face: Face) -> tuple[tuple[str, int], ...]:
    """FontDescriptor figures from the face's own tables."""
    scale = 1000 / face.upem
    os2, post = face.table("OS/2"), face.table("post")
    weight = int.from_bytes(os2[4:6], "big")
    ascent, descent = struct.unpack_from(">2h", os2, 68)
    version = int.from_bytes(os2[:2], "big")
    capitals = struct.unpack_from(">h", os2, 88)[0] if version >= 2 else 0
    return (
        ("Ascent", round(ascent * scale)),
        ("CapHeight", round((capitals or ascent) * scale)),
        ("Descent", round(descent * scale)),
        ("Flags", SYMBOLIC | (SERIF if face.serif else 0)),
        ("ItalicAngle", round(struct.unpack_from(">l", post, 4)[0] / 65536)),
        # OpenType has no stem width; the usual estimate from the weight class.
        ("StemV", round(10 + 220 * (weight - 50) / 900)),
    )
