"""An issue's folder into one frozen value: what was typed, the texts and the pictures.

Everything wrong is collected in one go. A text or picture that cannot be had is
left empty in the result, so that the rest of the page can still be looked at.
"""

from pathlib import Path

from layout.diagnostics import Diagnostics, Source
from layout.issue.characters import Flags
from layout.issue.checks import check_issue, check_stories
from layout.issue.content import ContentReader
from layout.issue.heads import clean_heads
from layout.issue.loaded import LoadedIssue, LoadedPage
from layout.issue.model import Issue
from layout.issue.positions import Positions
from layout.issue.repair import STAND_INS, repaired
from layout.issue.yaml_source import read_data, validated

FILE_NAME = "issue.yaml"


def load_issue(folder: Path, diagnostics: Diagnostics) -> LoadedIssue | None:
    """Read the issue in *folder*, or the one whose issue.yaml *folder* is.

    None when the file cannot be read or lacks something without which no page
    can be set. Otherwise the issue, even if *diagnostics* hold errors: a key
    that could not be used is what it is when nobody types it.
    """
    path = folder if folder.is_file() else folder / FILE_NAME
    folder = path.parent
    if not path.is_file():
        diagnostics.add("issue-missing", Source(FILE_NAME), folder=str(folder))
        return None
    data, positions = read_data(path, Issue, diagnostics, base=folder)
    if data is None:
        return None
    issue, is_whole = validated(data, Issue, positions, diagnostics), True
    if issue is None:
        issue, is_whole = repaired(data, Issue, STAND_INS)
    if issue is None:
        return None
    flags = Flags(diagnostics)
    issue = clean_heads(issue, positions, flags)
    flags.close()
    check_issue(issue, positions, diagnostics)
    pages = _read_pages(issue, folder, positions, diagnostics)
    check_stories(pages, positions, diagnostics)
    if not is_whole:
        return None
    return LoadedIssue(issue, folder.resolve().name, folder, positions, pages)


def _read_pages(
    issue: Issue, folder: Path, positions: Positions, diagnostics: Diagnostics
) -> tuple[LoadedPage, ...]:
    """Texts and pictures of every page; what is told knows its page."""
    pages: list[LoadedPage] = []
    stories = 0
    for index, page in enumerate(issue.pages):
        found = Diagnostics()
        reader = ContentReader(folder, positions, found)
        pages.append(reader.page(page, ("pages", index), stories))
        stories += len(page.stories)
        diagnostics.extend(found.on_page(index + 1))
    return tuple(pages)
