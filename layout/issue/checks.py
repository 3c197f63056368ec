"""What no single key can be wrong about: dates against weekdays, slugs against each other."""

import re
from collections.abc import Iterator
from datetime import date

from layout.diagnostics import Diagnostics
from layout.issue.calendar import FIRST_DAY, LAST_DAY, is_weekday, weekday_name
from layout.issue.loaded import LoadedPage
from layout.issue.model import Issue
from layout.issue.positions import Positions
from layout.issue.repair import NO_DAY

_SLUG = re.compile(r"[\w.-]+")
_SEVERAL = re.compile(r"[，、,;；]")
"""Marks between names that were meant to be entries of a list."""


def check_issue(issue: Issue, positions: Positions, diagnostics: Diagnostics) -> None:
    """Tell what contradicts itself in *issue*."""
    if issue.date != NO_DAY:
        _check_day(issue.date, issue.weekday, positions, diagnostics)
    numbers: dict[int, int] = {}
    for index, page in enumerate(issue.pages):
        if page.page is not None and page.page in numbers:
            source = positions.source("pages", index, "page")
            other = numbers[page.page] + 1
            diagnostics.add("duplicate-page", source, number=page.page, other=other)
        elif page.page is not None:
            numbers[page.page] = index
        for at, (row, name) in _names(issue, index):
            if _SEVERAL.search(name):
                source = positions.source("pages", index, "credits", at, "names", row)
                diagnostics.add("several-names", source, found=name)


def check_stories(
    pages: tuple[LoadedPage, ...], positions: Positions, diagnostics: Diagnostics
) -> None:
    """Tell stories without a headline, and slugs that are taken or will not do."""
    slugs: dict[str, int] = {}
    for number, page in enumerate(pages):
        for index, loaded in enumerate(page.stories):
            path = ("pages", number, "stories", index)
            if not any(loaded.story.headline):
                diagnostics.add("headline-empty", positions.source(*path, "headline"))
            source = positions.source(*path, "slug")
            if not _SLUG.fullmatch(loaded.slug):
                diagnostics.add("bad-slug", source, slug=loaded.slug)
            if loaded.slug in slugs:
                line = slugs[loaded.slug]
                diagnostics.add("duplicate-slug", source, slug=loaded.slug, first=line)
            else:
                slugs[loaded.slug] = source.line


def _check_day(
    day: date, typed_weekday: str, positions: Positions, diagnostics: Diagnostics
) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        first, last = FIRST_DAY.isoformat(), LAST_DAY.isoformat()
        source = positions.source("date")
        diagnostics.add("date-out-of-range", source, found=str(day), first=first, last=last)
    if typed_weekday and not is_weekday(typed_weekday, day):
        right = weekday_name(day)
        source = positions.source("weekday")
        diagnostics.add("wrong-weekday", source, day=str(day), found=typed_weekday, right=right)


def _names(issue: Issue, index: int) -> Iterator[tuple[int, tuple[int, str]]]:
    """Every name in the credits of a page, with the indices that lead to it."""
    for at, credit in enumerate(issue.pages[index].credits):
        for entry in enumerate(credit.names):
            yield at, entry
