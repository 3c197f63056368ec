"""A foreign file as lines and pictures in their order, before anybody asks what they are."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

Role = Literal[
    "",
    "nameplate",
    "edition",
    "standing_head",
    "banner",
    "kicker",
    "headline",
    "deck",
    "byline",
    "crosshead",
    "cutline",
    "credits",
    "body",
]
"""What a style, a key or a label says a line is; empty where nothing does."""


class Run(NamedTuple):
    """A stretch of a line in one style."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text file; of a Word file a paragraph, or what a hard break leaves of one."""

    runs: tuple[Run, ...]
    number: int
    """Of the line in a text file, of the paragraph in a Word file; from 1."""
    level: int = 0
    """Of a heading, from 1; 0 for text."""
    role: Role = ""
    begins: bool = True
    """Whether a blank line, an indent or a paragraph mark comes before it."""
    is_indented: bool = False
    """Whether it begins with blanks, as a paragraph of a text file may."""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.is_bold for run in self.runs if run.text.strip())


@dataclass(frozen=True, slots=True)
class Image:
    """A picture where it stands among the lines."""

    data: bytes
    number: int
    """Of the line or paragraph it stands in."""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The whole file."""

    items: tuple[Line | Image, ...]
    day: date | None = None
    """Of the issue, where the file says so outside its text."""


def line(text: str, number: int, role: Role = "") -> Line:
    """A line of plain text."""
    return Line((Run(text),), number, role=role)


def trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """*runs* without the blanks at either end, neighbours of one style made one."""
    inked = (run for run in runs if run.text)
    merged = [
        Run("".join(run.text for run in alike), is_bold)
        for is_bold, alike in groupby(inked, key=lambda run: run.is_bold)
    ]
    while merged and not merged[0].text.strip(BLANKS):
        merged.pop(0)
    while merged and not merged[-1].text.strip(BLANKS):
        merged.pop()
    if merged:
        merged[0] = merged[0]._replace(text=merged[0].text.lstrip(BLANKS))
        merged[-1] = merged[-1]._replace(text=merged[-1].text.rstrip(BLANKS))
    return tuple(merged)


BLANKS = " \t\r\n\v\f\u00a0\u2002\u2003\u3000\u200b\ufeff"
"""What an indent is made of, and what stands invisibly at a line's end."""
