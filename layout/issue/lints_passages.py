"""The printed texts of an issue, each with the places of its characters."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import BaseModel

from layout.diagnostics import Source
from layout.issue.body import Crosshead, Paragraph
from layout.issue.loaded import LoadedIssue, LoadedStory

NOT_PRINTED = {"publication", "template", "slug", "file", "artwork", "alt", "body", "weekday"}
"""Keys whose text names something, is read by nobody on the page, or has a reader of its own."""

Keys = tuple[str | int, ...]


class Slip(NamedTuple):
    """Something to look at in a passage."""

    code: str
    offset: int
    """Of its first character in the passage."""
    params: dict[str, object]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is set as one: a paragraph, a crosshead, a line of a head."""

    text: str
    role: str
    """``body``, ``crosshead``, or the key of issue.yaml it stands behind."""
    starts: tuple[int, ...]
    """Offsets of the characters whose places are known."""
    places: tuple[Source, ...]
    """Their places."""
    is_exact: bool = True
    """Whether the characters behind each of them follow there one by one."""

    @property
    def is_running(self) -> bool:
        """Whether a blank in it is no device of layout."""
        return self.role in {"body", "crosshead", "cutline"}

    def around(self, found: re.Match[str]) -> str:
        """What was found with a few characters on either side."""
        return self.text[max(found.start() - 4, 0) : found.end() + 4]

    def at(self, offset: int) -> Source:
        """Where the character at *offset* was typed."""
        index = bisect_right(self.starts, offset) - 1
        place = self.places[index]
        along = offset - self.starts[index] if self.is_exact else 0
        return Source(place.file, place.line, place.column + along)


def passages_of(issue: LoadedIssue, index: int) -> Iterator[Passage]:
    """Everything that page *index* (from 0) prints, in the order of issue.yaml."""
    page = issue.pages[index]
    yield from _typed(page.page, issue, ("pages", index))
    for number, story in enumerate(page.stories):
        yield from body_passages(story, issue, ("pages", index, "stories", number, "body"))


def body_passages(story: LoadedStory, issue: LoadedIssue, path: Keys) -> Iterator[Passage]:
    """The paragraphs and crossheads of *story*, whose body is named at *path*."""
    for block in story.body.blocks:
        is_inside = block.source.file == issue.positions.file
        is_exact = not is_inside or issue.positions.is_exact(*path)
        yield _block(block, is_exact=is_exact)


def _block(block: Paragraph | Crosshead, *, is_exact: bool) -> Passage:
    starts, length = [], 0
    for span in block.spans:
        starts.append(length)
        length += len(span.text)
    role = "crosshead" if isinstance(block, Crosshead) else "body"
    places = tuple(span.source for span in block.spans)
    return Passage(block.text, role, tuple(starts), places, is_exact)


def _typed(entry: BaseModel, issue: LoadedIssue, path: Keys) -> Iterator[Passage]:
    """The texts in *entry* and below, which is typed at *path*."""
    for key in type(entry).model_fields:
        if key not in NOT_PRINTED:
            yield from _value(getattr(entry, key), key, issue, (*path, key))


def _value(value: object, key: str, issue: LoadedIssue, path: Keys) -> Iterator[Passage]:
    if isinstance(value, str) and value:
        place, is_exact = issue.positions.text(*path), issue.positions.is_exact(*path)
        yield Passage(value, key, (0,), (place,), is_exact)
    elif isinstance(value, BaseModel):
        yield from _typed(value, issue, path)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _value(each, key, issue, (*path, index))
