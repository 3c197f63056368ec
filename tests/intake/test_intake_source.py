"""The source document of 2025-02-27 comes in as the issue that is shipped."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from layout.diagnostics import Diagnostics
from layout.issue.load import load_issue
from layout.issue.loaded import LoadedIssue, LoadedStory
from layout.pipeline import build

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "tests" / "issue" / "data" / "source.md"
SHIPPED = ROOT / "issues" / "2025-02-27-xiangyuan"
CUT = 49
"""The line of the source that its column cuts."""


class Imported(Protocol):
    folder: Path
    found: Diagnostics
    issue: LoadedIssue | None
    codes: list[str]
    blocks: list[str]
    story: LoadedStory

    def line(self, code: str) -> int: ...


Taken = Callable[..., Imported]


def without_pictures(issue: LoadedIssue | None) -> object:
    assert issue is not None
    page = issue.issue.pages[0]
    assert page.banner is not None
    banner = page.banner.model_copy(update={"artwork": "", "stand_in": False, "alt": ""})
    stories = (page.stories[0].model_copy(update={"pictures": ()}),)
    bare = page.model_copy(update={"banner": banner, "stories": stories})
    return issue.issue.model_copy(update={"pages": (bare,)})


def plain() -> str:
    return re.sub(r"^#+ ", "", SOURCE.read_text(encoding="utf-8"), flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("source.md", SOURCE.read_bytes()),
        ("source.txt", plain().encode()),
        ("source.txt", plain().encode("utf-16")),
        ("source.txt", plain().encode("gb18030")),
        ("source.txt", plain().replace("\n", "\r\n").encode("utf-8-sig")),
    ],
)
def test_it_is_the_shipped_issue(taken: Taken, name: str, content: bytes) -> None:
    imported = taken(name, content, "2025-02-27-xiangyuan")
    shipped = load_issue(SHIPPED, Diagnostics())
    assert shipped is not None
    assert without_pictures(imported.issue) == without_pictures(shipped)
    body = shipped.pages[0].stories[0].body
    assert imported.story.body.text == body.text
    assert len(imported.blocks) == 15


def test_first_sentences_stay_as_they_are_and_are_told(taken: Taken) -> None:
    imported = taken(SOURCE)
    assert not any("|" in block for block in imported.blocks)
    perhaps = [each for each in imported.found if each.code == "import-lead-perhaps"]
    assert [each.source.line for each in perhaps if each.source] == [39, 53]


def test_the_paragraph_that_the_column_cut_is_joined_and_told(taken: Taken) -> None:
    imported = taken(SOURCE)
    assert imported.line("import-joined") == CUT
    told = next(each for each in imported.found if each.code == "import-joined")
    assert "实践中，┊用好" in told.message()
    doubts = (imported.folder / "疑问.md").read_text(encoding="utf-8")
    assert f"- 第 {CUT} 行：{told.message()}\n" in doubts
    assert doubts.count("\n- ") == len(imported.found)


def test_it_builds(taken: Taken, tmp_path: Path) -> None:
    outcome = build(taken(SOURCE).folder, tmp_path / "built", dpi=36)
    assert outcome.ok
    assert [path.suffix for path in outcome.files] == [".pdf", ".png", ".json"]
