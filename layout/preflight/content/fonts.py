"""Fonts as the PDF describes them: how far codes move the pen, and what they say."""

from functools import cached_property

import pikepdf

from layout.preflight.content.tounicode import read_to_unicode
from layout.preflight.objects import MALFORMED, text_of

SHOWN = 12
"""Characters of a text that a report quotes."""
ONE_BYTE_BELOW = 0x81
"""In the predefined encodings of mixed width, such as GBK-EUC-H, these stand alone."""
TWO_BYTES = ("Identity", "UCS2", "UTF16")
"""Parts of the names of encodings whose codes are two bytes throughout."""
MOST_CODES = 0xFFFF
WEIGHTY = ("Bold", "Black", "Heavy", "Semibold", "SemiBold", "Demi")


class PdfFont:
    """A font resource. Measures are in em."""

    def __init__(self, resource: pikepdf.Object) -> None:
        """Look at the font dictionary *resource*."""
        self.resource = resource
        self.subtype = text_of(resource.get("/Subtype"))
        self.is_composite = self.subtype == "Type0"
        self.encoding = text_of(resource.get("/Encoding")) if self.is_composite else ""
        self.is_vertical = self.encoding.endswith("V")
        self.program = resource
        """The dictionary that describes the font file: a composite font's descendant."""
        if self.is_composite:
            self.program = resource.DescendantFonts[0]
        descriptor = self.program.get("/FontDescriptor")
        self.descriptor = descriptor if isinstance(descriptor, pikepdf.Dictionary) else None

    @property
    def name(self) -> str:
        """BaseFont, subset tag included."""
        return text_of(self.resource.get("/BaseFont")) or self.subtype

    @property
    def is_embedded(self) -> bool:
        """Whether its outlines are in the file; those of Type 3 are by nature."""
        if self.subtype == "Type3":
            return True
        keys = ("/FontFile", "/FontFile2", "/FontFile3")
        return self.descriptor is not None and any(key in self.descriptor for key in keys)

    @property
    def is_thin_serif(self) -> bool:
        """Whether it has serifs and is no bolder than a book face, as far as it says."""
        if self.descriptor is None or not int(self.descriptor.get("/Flags", 0)) & 2:
            return False
        weight = self.descriptor.get("/FontWeight")
        if weight is not None:
            return float(weight) < 600
        heavy = any(word in self.name for word in WEIGHTY)
        return not heavy and float(self.descriptor.get("/StemV", 0)) < 140

    def _figure(self, key: str, usual: float) -> float:
        """An entry of the font descriptor, from thousandths to em."""
        found = usual if self.descriptor is None else self.descriptor.get(key, usual)
        return float(found) / 1000

    @cached_property
    def extent(self) -> tuple[float, float]:
        """How far down and up its type reaches, around the em."""
        down = self._figure("/Descent", -200)
        above = self._figure("/Ascent", 800)
        return (down, above) if down < above else (-0.2, 0.8)

    @cached_property
    def _widths(self) -> dict[int, float]:
        """Advances by code, or by CID, as far as the font lists them."""
        if self.is_composite:
            return _spans(self.program.get("/W"), 1)
        first = int(self.resource.get("/FirstChar", 0))
        unit = 1.0
        if self.subtype == "Type3":
            unit = 1000 * abs(float(self.resource.FontMatrix[0]))
        widths = self.resource.get("/Widths")
        listed = list(widths) if isinstance(widths, pikepdf.Array) else []
        return {first + i: float(width) * unit / 1000 for i, width in enumerate(listed)}

    @cached_property
    def _depths(self) -> dict[int, float]:
        """Advances downwards by CID, negative, as far as the font lists them."""
        return _spans(self.program.get("/W2"), 3)

    @cached_property
    def _usual(self) -> float:
        """The advance of what it does not list."""
        if self.is_vertical:
            dw2 = self.program.get("/DW2")
            return float(dw2[1]) / 1000 if isinstance(dw2, pikepdf.Array) else -1.0
        if self.is_composite:
            return float(self.program.get("/DW", 1000)) / 1000
        return self._figure("/MissingWidth", 0)

    def advances(self, string: bytes) -> list[tuple[int, float]]:
        """The codes of *string*, each with how far it moves the pen."""
        listed = self._depths if self.is_vertical else self._widths
        return [(code, listed.get(code, self._usual)) for code in self._codes(string)]

    def _codes(self, string: bytes) -> list[int]:
        """*string* cut into codes; the predefined mixed encodings by their lead bytes."""
        if not self.is_composite:
            return list(string)
        if not self.encoding or any(part in self.encoding for part in TWO_BYTES):
            return [(a << 8) | b for a, b in zip(string[::2], string[1::2], strict=False)]
        codes, place = [], 0
        while place < len(string):
            size = 1 if string[place] < ONE_BYTE_BELOW else 2
            codes.append(int.from_bytes(string[place : place + size], "big"))
            place += size
        return codes

    @cached_property
    def texts(self) -> dict[int, str]:
        """What the codes say, from ToUnicode."""
        stream = self.resource.get("/ToUnicode")
        if not isinstance(stream, pikepdf.Stream):
            return {}
        try:
            return read_to_unicode(stream.read_bytes())
        except MALFORMED:
            return {}

    def text(self, string: bytes) -> str:
        """The first characters of *string*, for a report."""
        codes = self._codes(string)[:SHOWN]
        if not self.is_composite and not self.texts:
            return "".join(chr(code) if 32 <= code < 127 else "�" for code in codes)
        return "".join(self.texts.get(code, "�") for code in codes)


def _spans(value: object, group: int) -> dict[int, float]:
    """W (*group* 1) or W2 (*group* 3) as advances by CID (PDF 1.6, 5.6.3)."""
    found: dict[int, float] = {}
    if not isinstance(value, pikepdf.Array):
        return found
    items = list(value)
    place = 0
    while place + 1 < len(items):
        first, second = int(items[place]), items[place + 1]
        if isinstance(second, pikepdf.Array):
            for i, width in enumerate(list(second)[::group]):
                found[first + i] = float(width) / 1000
            place += 2
        else:
            last = min(int(second), MOST_CODES)
            found.update(dict.fromkeys(range(first, last + 1), float(items[place + 2]) / 1000))
            place += 2 + group
    return found
