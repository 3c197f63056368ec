"""Text files in the encodings that newspapers meet: UTF-8, UTF-16 and GB 18030.

A byte order mark decides; without one, strict UTF-8 does, which hardly any other text
passes. GB 18030 takes nearly everything, so it is believed only where what comes out is
mostly everyday Han characters. Rejected: a statistical detector, which is at its weakest
on the short texts of a desk and cannot say why it decided.
"""

import codecs

from layout.diagnostics import Diagnostics, Source

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
EVERYDAY = range(0x4E00, 0xA000)


def decoded(raw: bytes, source: Source, diagnostics: Diagnostics) -> str | None:
    """The text in *raw*; None where it is no text, which is told at *source*."""
    for mark, name in MARKS:
        if raw.startswith(mark):
            return _told_if_broken(raw, name, source, diagnostics)
    if b"\0" in raw:
        # Without a mark, the zero byte of a line's end or a figure tells the order.
        order = "utf-16-be" if raw.find(b"\0") % 2 == 0 else "utf-16-le"
        text = _strictly(raw, order)
        return text if text and _is_everyday(text) else _tell(source, diagnostics)
    text = _strictly(raw, "utf-8")
    if text is not None:
        return text
    text = _strictly(raw, "gb18030")
    if text is None or not _is_everyday(text):
        return _tell(source, diagnostics)
    diagnostics.add("import-gb18030", source)
    return text


def _told_if_broken(raw: bytes, name: str, source: Source, diagnostics: Diagnostics) -> str | None:
    text = _strictly(raw, name)
    return _tell(source, diagnostics) if text is None or "\0" in text else text


def _tell(source: Source, diagnostics: Diagnostics) -> str | None:
    """No text, which is told."""
    diagnostics.add("import-encoding", source, file=source.file)
    return None


def _strictly(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except UnicodeDecodeError:
        return None


def _is_everyday(text: str) -> bool:
    """Whether at least half of what is not ASCII is everyday Han."""
    foreign = [ord(char) for char in text if not char.isascii()]
    return "\0" not in text and sum(code in EVERYDAY for code in foreign) * 2 >= len(foreign)
