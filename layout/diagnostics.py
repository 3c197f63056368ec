"""What the engine has to say about an issue: collected on the way, reported all together.

A stage never stops at the first fault and never prints. It adds a
:class:`Diagnostic` and goes on as far as it can; the faces of the engine
(command, desk, report.json) tell them in the reader's language.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal, NamedTuple

from layout.messages import CATALOGUE

Language = Literal["zh", "en"]


class Severity(StrEnum):
    """How much a finding matters: an error keeps the page from the press."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Source:
    """A place in what a user wrote."""

    file: str
    """Path as the user would name it: relative to the issue's folder where it lies inside."""
    line: int = 1
    """From 1."""
    column: int = 1
    """From 1, in characters."""


class Term(NamedTuple):
    """A word in a message's blank, for messages of either language."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong, where it was written, where it shows, what to do."""

    code: str
    """A key of :data:`layout.messages.CATALOGUE`, stable for programs to match."""
    params: dict[str, object] = field(default_factory=dict)
    """What fills the message's blanks."""
    source: Source | None = None
    page: int | None = None
    """Page of the issue, from 1."""
    box_mm: tuple[float, float, float, float] | None = None
    """Place on the sheet: x, y, width, height in millimetres from the top left corner."""

    @property
    def severity(self) -> Severity:
        """Fixed by the code, so that one fault weighs the same everywhere."""
        return Severity(CATALOGUE[self.code].severity)

    def message(self, lang: Language = "zh") -> str:
        """The finding and its remedy in a sentence or two."""
        entry = CATALOGUE[self.code]
        params = {
            name: getattr(value, lang) if isinstance(value, Term) else value
            for name, value in self.params.items()
        }
        return (entry.zh if lang == "zh" else entry.en).format(**params)


class Diagnostics:
    """An ordered collection of findings, each told once."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        """Begin with *found*."""
        self._found: dict[str, Diagnostic] = {}
        for diagnostic in found:
            self.append(diagnostic)

    def add(
        self,
        code: str,
        source: Source | None = None,
        page: int | None = None,
        box_mm: tuple[float, float, float, float] | None = None,
        **params: object,
    ) -> None:
        """Collect a finding; *params* fill the blanks of its message."""
        self.append(Diagnostic(code, params, source, page, box_mm))

    def append(self, diagnostic: Diagnostic) -> None:
        """Collect a finding made elsewhere; the same one twice counts once."""
        self._found.setdefault(repr(diagnostic), diagnostic)

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Collect several."""
        for diagnostic in found:
            self.append(diagnostic)

    def on_page(self, page: int) -> "Diagnostics":
        """The same findings with *page* filled in where it was unknown."""
        return Diagnostics(d if d.page else replace(d, page=page) for d in self)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found.values())

    def __len__(self) -> int:
        return len(self._found)

    @property
    def has_errors(self) -> bool:
        """Whether anything found keeps the page from the press."""
        return any(d.severity is Severity.ERROR for d in self)
