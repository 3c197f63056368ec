"""TrueType tables by hand: glyphs drawn a second time with another box.

A mark trimmed to half an em, or a character followed by a gap, must have its own
advance in the font, or programs that read the text see blanks and overlaps that are
not there. HarfBuzz cuts the subset; this module appends composite glyphs to it, each
one component moved inside a box of its own. (OpenType: glyf, loca, hmtx, maxp, head.)
"""

import struct
from collections.abc import Sequence
from typing import NamedTuple

MAGIC = 0xB1B0AFBA
"""What the checksums of a whole font add up to (OpenType, head.checkSumAdjustment)."""
WORD = 0xFFFFFFFF
XY_WORDS = 0x0003
"""Component flags: the arguments are offsets, and 16 bits wide."""
NO_POINT = (32767, 32767, -32768, -32768)
"""A bounding box around nothing, ready to grow."""


class Variant(NamedTuple):
    """A glyph to be drawn again in another box; lengths in font units."""

    gid: int
    advance: int
    """Width of the new box."""
    dx: int
    """How far to the right the outline moves."""
    dy: int
    """How far up."""


class Table(NamedTuple):
    """A table's bytes with the checksum that its font already knew."""

    data: bytes
    checksum: int


def read_tables(font: bytes) -> dict[str, Table]:
    """The tables of *font* by their tags."""
    count = int.from_bytes(font[4:6], "big")
    tables = {}
    for tag, checksum, offset, length in struct.iter_unpack(">4sLLL", font[12 : 12 + 16 * count]):
        tables[tag.decode("ascii")] = Table(font[offset : offset + length], checksum)
    return tables


def checksum(data: bytes) -> int:
    """Sum of big-endian 32-bit words, the last one padded with zeros."""
    padded = data + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}L", padded))
    return total & WORD


def write_font(tables: dict[str, Table]) -> bytes:
    """A font of *tables*, its checksums made to agree."""
    head = tables["head"].data
    head = head[:8] + bytes(4) + head[12:]
    tables = {**tables, "head": Table(head, checksum(head))}
    tags = sorted(tables)
    power = len(tags).bit_length() - 1
    parts = [
        struct.pack(
            ">LHHHH", 0x10000, len(tags), 16 << power, power, 16 * len(tags) - (16 << power)
        )
    ]
    offset = 12 + 16 * len(tags)
    places = {}
    for tag in tags:
        data, total = tables[tag]
        places[tag] = offset
        parts.append(struct.pack(">4sLLL", tag.encode("ascii"), total, offset, len(data)))
        offset += len(data) + -len(data) % 4
    directory = b"".join(parts)
    whole = checksum(directory) + sum(table.checksum for table in tables.values())
    adjustment = struct.pack(">L", (MAGIC - whole) & WORD)
    body = []
    for tag in tags:
        data = tables[tag].data
        if tag == "head":
            data = data[:8] + adjustment + data[12:]
        body.append(data + bytes(-len(data) % 4))
    return b"".join([directory, *body])


def add_variants(font: bytes, variants: Sequence[Variant]) -> bytes:
    """*font* with one composite glyph for each of *variants* after its last glyph."""
    tables = read_tables(font)
    count = int.from_bytes(tables["maxp"].data[4:6], "big")
    glyf, places = tables["glyf"], _glyph_places(tables, count)
    end = places[-1]
    base = len(glyf.data) + -len(glyf.data) % 4
    # The last outline takes in the padding; blank glyphs behind it stay blank.
    places = [base if place == end else place for place in places]
    appended, bearings = bytearray(), bytearray()
    left, bottom, right, top = NO_POINT
    for gid, advance, dx, dy in variants:
        x0 = 0
        if places[gid + 1] > places[gid]:
            x0, y0, x1, y1 = struct.unpack_from(">4h", glyf.data, places[gid] + 2)
            x0, y0, x1, y1 = x0 + dx, y0 + dy, x1 + dx, y1 + dy
            appended += struct.pack(">5hHHhhxx", -1, x0, y0, x1, y1, XY_WORDS, gid, dx, dy)
            left, bottom = min(left, x0), min(bottom, y0)
            right, top = max(right, x1), max(top, y1)
        places.append(base + len(appended))
        bearings += struct.pack(">Hh", advance, x0)
    tail = bytes(appended)
    glyphs = glyf.data + bytes(base - len(glyf.data)) + tail
    tables["glyf"] = Table(glyphs, (glyf.checksum + checksum(tail)) & WORD)
    _put(tables, "loca", struct.pack(f">{len(places)}L", *places))
    _put(tables, "hmtx", _all_metrics(tables, count) + bytes(bearings))
    _count_glyphs(tables, count + len(variants), (left, bottom, right, top))
    return write_font(tables)


def _put(tables: dict[str, Table], tag: str, data: bytes) -> None:
    tables[tag] = Table(data, checksum(data))


def _glyph_places(tables: dict[str, Table], count: int) -> list[int]:
    """Where each glyph begins in glyf, and where the last one ends."""
    loca = tables["loca"].data
    if int.from_bytes(tables["head"].data[50:52], "big"):
        return list(struct.unpack(f">{count + 1}L", loca[: 4 * count + 4]))
    return [2 * place for place in struct.unpack(f">{count + 1}H", loca[: 2 * count + 2])]


def _all_metrics(tables: dict[str, Table], count: int) -> bytes:
    """Metrics with an advance for every glyph: fonts leave out those repeated at the end."""
    hmtx = tables["hmtx"].data
    full = int.from_bytes(tables["hhea"].data[34:36], "big")
    last = hmtx[4 * full - 4 : 4 * full - 2]
    rest = hmtx[4 * full : 4 * full + 2 * (count - full)]
    return hmtx[: 4 * full] + b"".join(last + rest[i : i + 2] for i in range(0, len(rest), 2))


def _count_glyphs(tables: dict[str, Table], count: int, bounds: tuple[int, int, int, int]) -> None:
    """Tell head, hhea and maxp that there are *count* glyphs, some of them composites."""
    head, hhea, maxp = (bytearray(tables[tag].data) for tag in ("head", "hhea", "maxp"))
    box = struct.unpack_from(">4h", head, 36)
    low = [min(a, b) for a, b in zip(box[:2], bounds[:2], strict=True)]
    high = [max(a, b) for a, b in zip(box[2:], bounds[2:], strict=True)]
    struct.pack_into(">4h", head, 36, *low, *high)
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">H", hhea, 34, count)
    struct.pack_into(">H", maxp, 4, count)
    points, contours, composite_points, composite_contours = struct.unpack_from(">4H", maxp, 6)
    struct.pack_into(
        ">2H", maxp, 10, max(points, composite_points), max(contours, composite_contours)
    )
    elements, depth = struct.unpack_from(">2H", maxp, 28)
    struct.pack_into(">2H", maxp, 28, max(elements, 1), depth + 1)
    _put(tables, "head", bytes(head))
    _put(tables, "hhea", bytes(hhea))
    _put(tables, "maxp", bytes(maxp))
