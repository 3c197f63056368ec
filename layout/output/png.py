"""PNG, written fast: one filter, the quickest deflate at hand."""

import struct
from typing import TYPE_CHECKING
from zlib import crc32

from isal import isal_zlib

if TYPE_CHECKING:
    # PDFium is loaded by whoever makes the raster.
    from layout.output.raster import Raster

SIGNATURE = b"\x89PNG\r\n\x1a\n"
INCHES_PER_METRE = 1 / 0.0254
LEVEL = 1
"""Of isal: measured on newspaper pages, more takes longer and gains little."""
NO_FILTER = b"\0"
"""Most of a page is paper, which needs no prediction."""
PERCEPTUAL = b"\0"


def encode_png(raster: "Raster", dpi: float) -> bytes:
    """*raster* as a PNG that knows its resolution and its colour space."""
    size = struct.pack(">2L5B", raster.width, raster.height, 8, 2, 0, 0, 0)
    per_metre = round(dpi * INCHES_PER_METRE)
    pixels = memoryview(raster.rgb)
    row = 3 * raster.width
    lines = b"".join(
        part
        for start in range(0, row * raster.height, row)
        for part in (NO_FILTER, pixels[start : start + row])
    )
    return b"".join(
        [
            SIGNATURE,
            _chunk(b"IHDR", size),
            _chunk(b"sRGB", PERCEPTUAL),
            _chunk(b"pHYs", struct.pack(">2LB", per_metre, per_metre, 1)),
            _chunk(b"IDAT", isal_zlib.compress(lines, LEVEL)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk with its length and checksum."""
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", crc32(kind + data))
