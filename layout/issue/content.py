"""The texts and pictures that issue.yaml names, read from the issue's folder."""

import re
from pathlib import Path

from layout.diagnostics import Diagnostics, Source
from layout.issue.body import Body, parse_body
from layout.issue.loaded import LoadedPage, LoadedPicture, LoadedStory
from layout.issue.model import Page, PictureSpec, Story
from layout.issue.pictures import PictureInfo, probe
from layout.issue.positions import Positions
from layout.issue.repair import UNTYPED
from layout.issue.text_source import read_text, resolve_inside

_TEXT_FILE = re.compile(r".+\.(?:md|txt)", re.IGNORECASE)
_OTHER_FILE = re.compile(r"[^\s。，；！？]+\.[A-Za-z][A-Za-z0-9]{1,4}")
"""A single word with an ending: a file, but none that holds a text as we read it."""

Keys = tuple[str | int, ...]
"""The keys that lead to a value of issue.yaml."""


class ContentReader:
    """Reads what one page of issue.yaml names; every fault goes to its diagnostics."""

    def __init__(self, folder: Path, positions: Positions, diagnostics: Diagnostics) -> None:
        """Files are looked for in *folder*; *positions* are those of its issue.yaml."""
        self._folder = folder
        self._positions = positions
        self._diagnostics = diagnostics

    def page(self, page: Page, path: Keys, stories_before: int) -> LoadedPage:
        """The page at *path* with its stories and artwork.

        *stories_before* is the number of stories on the pages before it.
        """
        stories = tuple(
            self._story(story, (*path, "stories", index), stories_before + index + 1)
            for index, story in enumerate(page.stories)
        )
        return LoadedPage(page, stories, self._artwork(page, path), self._positions.source(*path))

    def _story(self, story: Story, path: Keys, number: int) -> LoadedStory:
        pictures = tuple(
            self._picture(spec, (*path, "pictures", index))
            for index, spec in enumerate(story.pictures)
        )
        slug = story.slug or f"story-{number}"
        body = self._body(story.body, (*path, "body"))
        return LoadedStory(slug, story, body, pictures, self._positions.source(*path))

    def _body(self, typed: str, path: Keys) -> Body:
        """The text of a file if one is named, else *typed* itself."""
        source = self._positions.source(*path)
        name = typed.strip()
        if typed == UNTYPED:
            return Body()
        if "\n" in name or not (_TEXT_FILE.fullmatch(name) or _OTHER_FILE.fullmatch(name)):
            start, is_exact = self._positions.text(*path), self._positions.is_exact(*path)
            return parse_body(typed, start, self._diagnostics, is_exact=is_exact)
        if not _TEXT_FILE.fullmatch(name):
            self._diagnostics.add("body-not-text-file", source, file=name)
            return Body()
        file = resolve_inside(self._folder, name, source, self._diagnostics)
        text = read_text(file, source, self._diagnostics) if file else None
        if text is None:
            return Body()
        return parse_body(text, Source(name), self._diagnostics)

    def _picture(self, spec: PictureSpec, path: Keys) -> LoadedPicture:
        source = self._positions.source(*path, "file")
        info = self._info(spec.file, source)
        if spec.stand_in:
            self._tell_stand_in(spec.file, path)
        return LoadedPicture(spec, info, source)

    def _artwork(self, page: Page, path: Keys) -> PictureInfo | None:
        banner = page.banner
        if banner is None or not banner.artwork:
            return None
        if banner.stand_in:
            self._tell_stand_in(banner.artwork, (*path, "banner"))
        source = self._positions.source(*path, "banner", "artwork")
        return self._info(banner.artwork, source)

    def _info(self, typed: str, source: Source) -> PictureInfo | None:
        if typed == UNTYPED:
            return None
        file = resolve_inside(self._folder, typed, source, self._diagnostics)
        if file is None:
            return None
        return probe(file, source, self._diagnostics)

    def _tell_stand_in(self, file: str, path: Keys) -> None:
        source = self._positions.key(*path, "stand_in")
        self._diagnostics.add("stand-in", source, file=file)
