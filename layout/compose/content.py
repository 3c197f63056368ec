"""What a page has to say outside its stories' text, under the names templates call it by."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from layout.diagnostics import Source
from layout.issue.calendar import chinese_date, lunar_date, weekday_name
from layout.issue.loaded import LoadedIssue
from layout.page.publication import Publication
from layout.page.template import BLANK

LUNAR_DATE = "lunar_date"
GIVEN = frozenset({"paper", "pinyin", "date", "weekday", "page", "banner.artwork"})
"""Content that follows from other content, or shows as a picture."""
WIDE_SPACE = "\u3000"


class Words(NamedTuple):
    """A piece of content and where it was written."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Content:
    """The words of one page by name."""

    words: Mapping[str, Words]
    day: date
    """Of the issue, for the lunar date, which is looked up only where a page prints it."""

    def get(self, name: str) -> Words | None:
        """The words called *name*; None where there are none."""
        words = self.words.get(name)
        if name == LUNAR_DATE:
            with suppress(ValueError):
                return Words(lunar_date(self.day), self.words["date"].source)
        return words if words and words.text else None

    def filled(self, pattern: str) -> Words | None:
        """*pattern* with every ``{name}`` replaced; None where one of them has no words.

        A name that has no words takes its whole line with it: an empty slot is left out.
        """
        found = {name: self.get(name) for name in BLANK.findall(pattern)}
        said = {name: words for name, words in found.items() if words}
        if len(said) < len(found):
            return None
        text = BLANK.sub(lambda blank: said[blank[1]].text, pattern)
        source = next((words.source for words in said.values()), Source(""))
        return Words(text, source)

    def typed(self) -> Iterator[tuple[str, Words]]:
        """What the editor has typed for this page, by name."""
        for name, words in self.words.items():
            if words.text and name not in GIVEN:
                yield name, words

    def has(self, name: str) -> bool:
        """Whether there are words called *name*; no name asks for nothing."""
        return not name or self.get(name) is not None


def page_content(loaded: LoadedIssue, index: int, publication: Publication) -> Content:
    """The words of page *index* (from 0)."""
    issue, positions = loaded.issue, loaded.positions
    page = issue.pages[index]
    path = ("pages", index)
    day = positions.source("date")
    words = {
        "paper": Words(publication.name, positions.source("publication")),
        "pinyin": Words(publication.pinyin, positions.source("publication")),
        "edition": Words(issue.edition, positions.source("edition")),
        "date": Words(chinese_date(issue.date), day),
        "weekday": Words(weekday_name(issue.date), day),
        "page": Words(str(page.page or ""), positions.source(*path, "page")),
    }
    if page.standing_head:
        at = (*path, "standing_head")
        for key in ("label", "title"):
            text = getattr(page.standing_head, key)
            words[f"standing_head.{key}"] = Words(text, positions.source(*at, key))
        slogans = WIDE_SPACE.join(page.standing_head.slogans)
        words["standing_head.slogans"] = Words(slogans, positions.source(*at, "slogans"))
    if page.banner:
        for key in ("title", "series", "artwork"):
            text = getattr(page.banner, key)
            words[f"banner.{key}"] = Words(text, positions.source(*path, "banner", key))
    story = page.stories[0]
    for key in ("kicker", "byline"):
        source = positions.source(*path, "stories", 0, key)
        words[key] = Words(getattr(story, key), source)
    deck = positions.source(*path, "stories", 0, "deck")
    names = " ".join(credit.role for credit in page.credits)
    words["credits"] = Words(names, positions.source(*path, "credits"))
    words["deck"] = Words(WIDE_SPACE.join(story.deck), deck)
    return Content(words, issue.date)
