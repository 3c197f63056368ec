"""What the command shows: findings with their places, summaries, tables."""

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from layout.cli_run import Fault, Result
from layout.cli_text import Words
from layout.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from layout.pipeline import Outcome

GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
"""ANSI numbers: red, yellow, cyan."""
CLEAR_LINE = "\r\033[K"


def findings(result: Result, words: Words, *, colours: bool) -> list[str]:
    """A line for everything found in one issue, the gravest first, then by place."""
    if isinstance(result.end, Fault):
        return [_unforeseen(result.target, result.end, words)]
    return told(result.end.diagnostics, result.target, words, colours=colours)


def told(found: Iterable[Diagnostic], target: Path, words: Words, *, colours: bool) -> list[str]:
    """A line for each of the findings in *target*."""
    lines = []
    for diagnostic in sorted(found, key=_gravity_and_place):
        severity = words(diagnostic.severity)
        if colours:
            severity = f"\033[1;{COLOURS[diagnostic.severity]}m{severity}\033[0m"
        place = _place(diagnostic, target, words)
        lines.append(f"{place}: {severity} {diagnostic.message(words.lang)}")
    return lines


def report(result: Result, words: Words) -> dict[str, object]:
    """What report.json holds, in the reader's language."""
    if isinstance(result.end, Fault):
        message = _unforeseen(result.target, result.end, words)
        fault = {"severity": "error", "code": "unforeseen", "message": message}
        return {"ok": False, "pages": [], "diagnostics": [fault], "timings_ms": {}}
    return dict(result.end.report)


def summary(outcome: "Outcome", seconds: float, words: Words) -> str:
    """What became of one issue, in a line."""
    severities = _severities(outcome)
    line = words(
        "counts",
        name=outcome.slug,
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
    )
    if pages := _pages(outcome):
        line += words("pages", pages=pages)
    if outcome.files:
        line += words("written", files=words("and").join(map(_from_here, outcome.files)))
    return line + words("took", seconds=f"{seconds:.1f}")


def overview(results: Sequence[Result], words: Words) -> str:
    """What became of several issues: a row for each, and a total."""
    rows = [words.heads("issue", "state", "pages", "errors", "warnings", "seconds")]
    for result in results:
        severities = _severities(result.end)
        rows.append(
            [
                str(result.target),
                words("state-good" if result.ok else "state-bad"),
                str(_pages(result.end)),
                str(severities[Severity.ERROR]),
                str(severities[Severity.WARNING]),
                f"{result.seconds:.1f}",
            ]
        )
    good = sum(result.ok for result in results)
    total = words("total", all=len(results), good=good, bad=len(results) - good)
    return f"{table(rows)}\n{total}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """*rows* in columns; a Han character is as wide as two letters."""
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    )


def has_colours(stream: TextIO) -> bool:
    """Whether *stream* is a terminal that shows colours (https://no-color.org)."""
    is_wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return is_wanted and stream.isatty()


class Progress:
    """How many of several issues are done: one line of a terminal, written over and over."""

    def __init__(self, count: int, stream: TextIO, words: Words) -> None:
        """Count up to *count* on *stream*, if there is anything to count and anyone to see it."""
        self._count = count
        self._stream = stream
        self._words = words
        self._done = 0
        self._is_shown = count > 1 and stream.isatty()

    def advance(self, result: Result) -> None:
        """One more is done."""
        self._done += 1
        line = self._words(
            "progress", done=self._done, all=self._count, name=result.target.resolve().name
        )
        self._write(CLEAR_LINE + line)

    def clear(self) -> None:
        """Leave the line blank for what comes next."""
        self._write(CLEAR_LINE)

    def _write(self, text: str) -> None:
        if self._is_shown:
            self._stream.write(text)
            self._stream.flush()


def _unforeseen(target: Path, fault: Fault, words: Words) -> str:
    """What to do about a fault of the engine's own."""
    return words("unforeseen", name=target, kind=fault.kind or words("worker-lost"))


def _gravity_and_place(found: Diagnostic) -> tuple[object, ...]:
    source = found.source
    return (
        GRAVEST_FIRST.index(found.severity),
        (source.file, source.line, source.column) if source else ("", 0, 0),
        found.page or 0,
        found.box_mm or (),
    )


def _place(found: Diagnostic, target: Path, words: Words) -> str:
    """Where to look: file, line and column, else the page, else the issue as a whole."""
    if found.source:
        folder = target if target.is_dir() else target.parent
        path = folder / found.source.file
        # What lies outside the folder is told by its own name.
        shown = _from_here(path) if path.exists() else found.source.file
        return f"{shown}:{found.source.line}:{found.source.column}"
    if found.page is None:
        return str(target)
    if found.box_mm is None:
        return f"{target}:{words('page-number', page=found.page)}"
    x, y = (round(v) for v in found.box_mm[:2])
    return f"{target}:{words('page-place', page=found.page, x=x, y=y)}"


def _from_here(path: Path) -> str:
    """*path* as one would type it: relative if it lies below the current folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _severities(end: "Outcome | Fault") -> Counter[Severity]:
    if isinstance(end, Fault):
        return Counter({Severity.ERROR: 1})
    return Counter(found.severity for found in end.diagnostics)


def _pages(end: "Outcome | Fault") -> int:
    pages = None if isinstance(end, Fault) else end.report.get("pages")
    return len(pages) if isinstance(pages, list) else 0


def _width(text: str) -> int:
    """Columns that *text* takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
