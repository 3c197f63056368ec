"""Foreign files imported, and read back as the engine reads any issue."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from layout.diagnostics import Diagnostics
from layout.intake.load import Wishes, import_file
from layout.issue.body import Crosshead
from layout.issue.load import load_issue
from layout.issue.loaded import LoadedIssue, LoadedStory

TODAY = date(2030, 1, 2)


class Imported(NamedTuple):
    """What came of a file."""

    folder: Path
    found: Diagnostics
    issue: LoadedIssue | None

    @property
    def codes(self) -> list[str]:
        return [each.code for each in self.found]

    @property
    def story(self) -> LoadedStory:
        assert self.issue is not None
        return self.issue.pages[0].stories[0]

    @property
    def blocks(self) -> list[str]:
        """Paragraphs, crossheads behind ``##``, leads before ``|``."""
        told = []
        for block in self.story.body.blocks:
            mark = "## " if isinstance(block, Crosshead) else ""
            spans = [each.text + "|" * (each.style == "lead") for each in block.spans]
            told.append(mark + "".join(spans))
        return told

    def line(self, code: str) -> int:
        source = next(each.source for each in self.found if each.code == code)
        assert source is not None
        return source.line


@pytest.fixture
def taken(tmp_path: Path) -> Callable[..., Imported]:
    """A function that imports a file, given by path or by name and content."""

    def take(file: Path | str, content: str | bytes = "", name: str = "2025-01-01-out") -> Imported:
        if isinstance(file, str):
            path = tmp_path / file
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        else:
            path = file
        found, out = Diagnostics(), tmp_path / name
        is_done = import_file(path, out, Wishes(None, TODAY), found)
        for each in found:
            assert each.message()
            assert each.message("en")
        if not is_done:
            assert found.has_errors
            assert not out.exists()
            return Imported(out, found, None)
        assert not found.has_errors
        told = Diagnostics()
        issue = load_issue(out, told)
        assert not told.has_errors
        return Imported(out, found, issue)

    return take
