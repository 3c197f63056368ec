"""Lints on what an issue says: not wrong enough to stop it, worth a look before print.

Each is a small function over passages and can be switched off by its name in
publication.yaml; :data:`LINTS` has them all. Half-width marks and characters without a
shape are told while the text is read (:mod:`layout.issue.characters`).
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date

from layout.diagnostics import Diagnostics, Source
from layout.issue.characters import Flags
from layout.issue.lints_figures import dates, figures
from layout.issue.lints_left import (
    leftovers,
    near_names,
    stray_cutlines,
    variants,
    wordless_pictures,
)
from layout.issue.lints_marks import blanks, doubled_words, pairs, straight_quotes
from layout.issue.lints_passages import Passage, Slip, passages_of
from layout.issue.loaded import LoadedIssue, LoadedPage

Found = Iterator[tuple[Passage, Slip]]
Lint = Callable[[Sequence[Passage], date], Found]
"""Looks over the passages of a page of the issue of a day."""


def _each(lint: Callable[[Passage], Iterator[Slip]]) -> Lint:
    """A lint over passages from one that looks at a single one."""
    return lambda passages, _day: ((each, slip) for each in passages for slip in lint(each))


def _all(lint: Callable[[Sequence[Passage]], Found]) -> Lint:
    """A lint over passages, which asks for no day."""
    return lambda passages, _day: lint(passages)


LINTS: Mapping[str, Lint] = {
    "quotes": _all(pairs),
    "straight-quotes": _each(straight_quotes),
    "doubled-words": _each(doubled_words),
    "blanks": _each(blanks),
    "figures": _each(figures),
    "dates": lambda passages, day: ((each, slip) for each in passages for slip in dates(each, day)),
    "names": _all(near_names),
    "pictures": _each(stray_cutlines),
    "leftovers": _each(leftovers),
    "variants": _all(variants),
}
"""By the name that publication.yaml switches them with."""


def lint_issue(issue: LoadedIssue, names: Collection[str], diagnostics: Diagnostics) -> None:
    """Tell what the lints called *names* find on each page of *issue*."""
    for index, page in enumerate(issue.pages):
        here = Diagnostics()
        flags = Flags(here)
        passages = list(passages_of(issue, index))
        for name, lint in LINTS.items():
            if name in names:
                for passage, slip in lint(passages, issue.issue.date):
                    flags.add(slip.code, passage.at(slip.offset), **slip.params)
        if "pictures" in names:
            places = _places(page)
            for slip in wordless_pictures(page):
                flags.add(slip.code, places[slip.offset], **slip.params)
        flags.close()
        diagnostics.extend(here.on_page(index + 1))


def _places(page: LoadedPage) -> list[Source]:
    return [picture.source for story in page.stories for picture in story.pictures]
