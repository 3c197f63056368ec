"""What a manuscript turned out to hold, part by part."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from layout.diagnostics import Diagnostics, Source
from layout.intake.manuscript import Run
from layout.issue.characters import Flags


class Tell:
    """Tells doubts about one file."""

    def __init__(self, file: str, diagnostics: Diagnostics) -> None:
        """Doubts about *file* go to *diagnostics*."""
        self._file = file
        self._flags = Flags(diagnostics)

    def __call__(self, code: str, number: int, **params: object) -> None:
        """Tell a doubt by its code, about a line, with what fills its message."""
        self._flags.add(code, Source(self._file, number), **params)

    def close(self) -> None:
        """Tell how many there were of a kind, beyond those told one by one."""
        self._flags.close()


class Paper(NamedTuple):
    """A publication by what its nameplate says."""

    key: str
    """The name of its folder."""
    name: str
    pinyin: str


class Block(NamedTuple):
    """A paragraph or a crosshead of the body."""

    runs: tuple[Run, ...]
    is_crosshead: bool = False

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)


class Shot(NamedTuple):
    """A picture with its words; without data, words whose picture is not there."""

    data: bytes | None
    number: int
    """Of the line or paragraph it stands in."""
    cutline: str = ""
    credit: str = ""
    alt: str = ""


class Credit(NamedTuple):
    """Who did what."""

    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heads:
    """All that stands before a story's text."""

    publication: str = ""
    day: date | None = None
    edition: str = ""
    page: int | None = None
    label: str = ""
    title: str = ""
    slogans: tuple[str, ...] = ()
    banner: str = ""
    series: str = ""
    kicker: str = ""
    headline: tuple[str, ...] = ()
    deck: tuple[str, ...] = ()
    byline: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The whole of it."""

    heads: Heads
    blocks: tuple[Block, ...]
    shots: tuple[Shot, ...]
    credits: tuple[Credit, ...]

    @property
    def characters(self) -> int:
        """Of the body."""
        return sum(len(block.text) for block in self.blocks)
