"""Markdown into lines and pictures: headings, strong text, pictures; the rest is text.

A Markdown library would join lines, and drop the blanks and numbers by which credits and
hard breaks are known; why none is used for bodies is told in :mod:`layout.issue.body`.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from layout.diagnostics import Diagnostics, Source
from layout.intake.manuscript import BLANKS, Image, Line, Manuscript, Run, trimmed
from layout.intake.plain import read_plain
from layout.issue.text_source import resolve_inside

Fetch = Callable[[str, int], bytes | None]
"""The picture that a line names; None where it cannot be had, which has been told."""

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t\u3000]*(.*?)[ \t]*#*[ \t]*")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:(=+)|-{2,})[ \t]*")
_RULE = re.compile(r"[ ]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_COMMENT, _END = "<!--", "-->"
_PICTURE = re.compile(r"!\[([^\]]{0,300})\]\(\s*<?([^)>\s]+)>?(?:\s+[\"'][^)]*[\"'])?\s*\)")
_LINK = re.compile(r"\[([^\]]{1,300})\]\([^)\s]{0,500}\)")
_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
_STRONG = re.compile(r"(?:\*\*|__)(?=\S)(.{1,500}?)(?<=\S)(?:\*\*|__)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_KEPT = "\ue000"
"""Stands before an escaped character, so that it is no mark; a private character."""


def read_markdown(text: str, fetch: Fetch) -> Manuscript:
    """The lines of *text*, and the pictures it names as *fetch* gives them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _without_comments(_FRONT.sub(lambda found: "\n" * found[0].count("\n"), text))
    items: list[Line | Image] = []
    for line in read_plain(text).items:
        assert isinstance(line, Line)  # noqa: S101 - plain text has no pictures
        typed = line.text
        underline = _UNDERLINE.fullmatch(typed)
        above = items[-1] if items else None
        if underline and not line.begins and isinstance(above, Line) and not above.level:
            items[-1] = Line(above.runs, above.number, level=1 if underline[1] else 2)
        elif not _RULE.fullmatch(typed):
            items.extend(_line(typed, line, fetch))
    return Manuscript(tuple(items))


def from_folder(folder: Path, file: str, diagnostics: Diagnostics) -> Fetch:
    """Pictures as they lie in *folder* or below; what lies elsewhere is not taken."""

    def fetch(name: str, number: int) -> bytes | None:
        source = Source(file, number)
        if _REMOTE.match(name):
            diagnostics.add("import-remote-picture", source, name=name[:80])
            return None
        found = Diagnostics()
        path = resolve_inside(folder, name, source, found)
        if path is None:
            diagnostics.add("import-picture-missing", source, name=name[:80])
            return None
        return path.read_bytes()

    return fetch


def _without_comments(text: str) -> str:
    """*text* without comments, its lines numbered as before."""
    kept = []
    *closed, rest = text.split(_END)
    for part in closed:
        before, begin, inside = part.partition(_COMMENT)
        kept.append(before + "\n" * inside.count("\n") if begin else part + _END)
    return "".join(kept) + rest


def _line(typed: str, line: Line, fetch: Fetch) -> Iterator[Line | Image]:
    """A line, and the pictures that stand in it before it."""
    for found in _PICTURE.finditer(typed):
        data = fetch(found[2], line.number)
        if data is not None:
            yield Image(data, line.number, found[1])
    typed = _QUOTE.sub("", _PICTURE.sub("", typed), count=1)
    heading = _HEADING.fullmatch(typed)
    level = len(heading[1]) if heading else 0
    runs = trimmed(list(_runs(heading[2] if heading else typed)))
    if runs:
        yield Line(runs, line.number, level=level, begins=line.begins, is_indented=line.is_indented)


def _runs(typed: str) -> Iterator[Run]:
    """Strong text and other text, links by their words."""
    text = _ESCAPE.sub(rf"{_KEPT}\1", _LINK.sub(r"\1", typed))
    start = 0
    for found in _STRONG.finditer(text):
        if _KEPT in text[max(found.start() - 1, 0) : found.start()]:
            continue
        yield Run(text[start : found.start()].replace(_KEPT, ""))
        yield Run(found[1].replace(_KEPT, ""), is_bold=True)
        start = found.end()
    yield Run(text[start:].replace(_KEPT, "").rstrip(BLANKS))
