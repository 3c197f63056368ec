"""An issue as read: what was typed together with the texts and pictures it names."""

from dataclasses import dataclass
from pathlib import Path

from layout.diagnostics import Source
from layout.issue.body import Body
from layout.issue.model import Issue, Page, PictureSpec, Story
from layout.issue.pictures import PictureInfo
from layout.issue.positions import Positions


@dataclass(frozen=True, slots=True)
class LoadedPicture:
    """A picture of a story: what was typed and what the file is."""

    spec: PictureSpec
    info: PictureInfo | None
    """None when there is no such picture, which has been told."""
    source: Source
    """Where issue.yaml names the file."""


@dataclass(frozen=True, slots=True)
class LoadedStory:
    """A story with its text read and its pictures found."""

    slug: str
    """As typed, else ``story-1`` and so on, counted through the issue."""
    story: Story
    body: Body
    """Without blocks when it could not be read, which has been told."""
    pictures: tuple[LoadedPicture, ...]
    source: Source
    """Where issue.yaml begins the story."""


@dataclass(frozen=True, slots=True)
class LoadedPage:
    """A page with its stories and its banner's artwork."""

    page: Page
    stories: tuple[LoadedStory, ...]
    artwork: PictureInfo | None
    """Of the banner; None when there is none, or none of use, which has been told."""
    source: Source
    """Where issue.yaml begins the page."""


@dataclass(frozen=True, slots=True)
class LoadedIssue:
    """All that an editor wrote for one issue."""

    issue: Issue
    slug: str
    """The folder's name, which names the output."""
    folder: Path
    positions: Positions
    """Of issue.yaml."""
    pages: tuple[LoadedPage, ...]
    """One for each of the issue's, in order."""
