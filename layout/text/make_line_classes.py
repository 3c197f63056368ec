"""Remake line_classes.py from the Unicode Character Database.

    python -m layout.text.make_line_classes /usr/share/unicode/LineBreak.txt

The file is in Debian's package unicode-data and among the files of the Unicode Standard.
Kept are the characters that Chinese newspapers print; what is left out follows from
whether a character is wide (see uax14.py).
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).with_name("line_classes.py")
KEPT = (
    (0x0020, 0x024F),  # Latin
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x2000, 0x2BFF),  # punctuation, currency, letterlike signs, arrows, mathematics, symbols
    (0x2E3A, 0x2E4F),  # the two-em dash and its like
    (0x3000, 0x33FF),  # CJK punctuation, kana, enclosed characters, units
    (0xFE10, 0xFE6F),  # vertical and small forms
    (0xFF00, 0xFFEF),  # full-width and half-width forms
)
"""Blocks of which the table tells every character that is neither AL nor ID."""
PLAIN = frozenset(["AL", "ID", "XX", "SG"])
"""Classes that a character gets by its width alone."""
HEAD = '''"""Line breaking classes of UAX #14, made by make_line_classes.py: do not edit.

{version}, © Unicode, Inc., under the Unicode License V3.
"""

CLASSES = """
{rows}
"""
'''


def ranges(source: str) -> Iterator[tuple[int, int, str]]:
    """First and last code point and class of every range kept."""
    for match in re.finditer(r"^([0-9A-F]+)(?:\.\.([0-9A-F]+))?;(\w+)", source, re.MULTILINE):
        first = int(match[1], 16)
        last = int(match[2] or match[1], 16)
        if match[3] not in PLAIN and any(low <= first <= high for low, high in KEPT):
            yield first, last, match[3]


def joined(found: Iterator[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Neighbouring ranges of one class made one."""
    rows: list[tuple[int, int, str]] = []
    for first, last, name in found:
        if rows and rows[-1][1] + 1 == first and rows[-1][2] == name:
            rows[-1] = (rows[-1][0], last, name)
        else:
            rows.append((first, last, name))
    return rows


def module(source: str) -> str:
    """The text of line_classes.py."""
    classes: dict[str, list[str]] = {}
    for first, last, name in joined(ranges(source)):
        span = f"{first:04X}" if first == last else f"{first:04X}-{last:04X}"
        classes.setdefault(name, []).append(span)
    rows: list[str] = []
    for name in sorted(classes):
        row = name
        for span in classes[name]:
            if len(row) + len(span) >= 100:
                rows.append(row)
                row = name
            row += f" {span}"
        rows.append(row)
    version = source.split("\n", 1)[0].lstrip("# ").removesuffix(".txt")
    return HEAD.format(version=version, rows="\n".join(rows))


if __name__ == "__main__":
    TARGET.write_text(module(Path(sys.argv[1]).read_text("utf-8")), "utf-8")
