"""ToUnicode CMaps: what the codes of a font say (PDF 1.6, 5.9.2)."""

import re

BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
ENTRY = {
    b"bfchar": re.compile(rb"<([^>]*)>\s*<([^>]*)>"),
    b"bfrange": re.compile(rb"<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[([^\]]*)\])"),
}
LISTED = re.compile(rb"<([^>]*)>")
LONGEST = 0xFFFF
"""Codes in a range; a damaged one may claim to go on for ever."""


def read_to_unicode(cmap: bytes) -> dict[int, str]:
    """Codes and their texts."""
    found: dict[int, str] = {}
    for kind, body in BLOCK.findall(cmap):
        for entry in ENTRY[kind].findall(body):
            if kind == b"bfchar":
                found[_code(entry[0])] = _text(entry[1])
            else:
                _read_range(entry, found)
    return found


def _read_range(entry: tuple[bytes, ...], found: dict[int, str]) -> None:
    """A range: a text for each code, or one for the first that is counted up."""
    first, last, target, texts = _code(entry[0]), _code(entry[1]), _text(entry[2]), entry[3]
    if texts:
        found.update(enumerate(map(_text, LISTED.findall(texts)), first))
    elif target:
        for step in range(min(last - first, LONGEST) + 1):
            found[first + step] = target[:-1] + chr(ord(target[-1]) + step)


def _code(digits: bytes) -> int:
    return int(digits, 16)


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
