"""``banxin new``: a folder that builds as it stands."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from layout.diagnostics import Diagnostics
from layout.intake.shelf import templates_taking
from layout.issue.load import load_issue
from layout.page.template import Takes
from layout.pipeline import build
from layout.scaffold import PARAGRAPHS, Plan, body_text, new_issue

FIGURE = re.compile("[0-9]+")
Banxin = Callable[..., "tuple[int, str, str]"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("template", templates_taking())
def test_it_builds_as_it_stands(banxin: Banxin, template: str) -> None:
    status, out, err = banxin("new", "fresh", "--template", template, "--date", "2025-03-01")
    assert (status, err) == (0, "")
    assert out == "写出 fresh。下一步：banxin build fresh\n"
    outcome = build(Path("fresh"), Path("built"), dpi=36)
    assert outcome.ok
    codes = {found.code for found in outcome.diagnostics}
    assert "stand-in" in codes
    assert not codes & {"overset", "underset", "picture-coarse"}


def test_its_copy_says_that_it_is_a_sample(banxin: Banxin) -> None:
    banxin("new", "2025-03-01-fresh")
    issue = load_issue(Path("2025-03-01-fresh"), Diagnostics())
    assert issue is not None
    page = issue.issue.pages[0]
    assert page.banner is not None
    assert page.standing_head is not None
    story = page.stories[0]
    assert story.slug == "fresh"
    for text in (page.banner.title, page.standing_head.title, story.kicker, *story.headline):
        assert "样稿" in text
    assert all(picture.stand_in and "样稿" in picture.cutline for picture in story.pictures)
    assert "这是样稿" in issue.pages[0].stories[0].body.text
    text = Path("2025-03-01-fresh/issue.yaml").read_text(encoding="utf-8")
    assert sum("# " in line for line in text.splitlines()) >= 15


def test_without_a_date_it_is_todays(banxin: Banxin) -> None:
    banxin("new", "fresh")
    issue = load_issue(Path("fresh"), Diagnostics())
    assert issue is not None
    assert abs(issue.issue.date - date.today()) <= timedelta(days=1)  # noqa: DTZ011


def test_nothing_is_overwritten(banxin: Banxin) -> None:
    assert banxin("new", "fresh")[0] == 0
    before = Path("fresh/issue.yaml").read_bytes()
    status, _, err = banxin("new", "fresh", "--date", "2001-01-01")
    assert status == 1
    assert "fresh 已经有内容" in err
    assert Path("fresh/issue.yaml").read_bytes() == before


def test_this_folder_may_be_filled_if_it_is_empty(
    banxin: Banxin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert banxin("new", ".")[0] == 0
    assert load_issue(Path(), Diagnostics()) is not None


def test_a_template_of_several_stories_gets_a_text_for_each(tmp_path: Path) -> None:
    takes = Takes(stories=3, characters=(900, 1500), pictures=(1, 4))
    plan = Plan("changzhi-ribao", "special-report", takes, date(2025, 3, 1))
    assert new_issue(tmp_path / "three", plan, Diagnostics())
    issue = load_issue(tmp_path / "three", Diagnostics())
    assert issue is not None
    stories = issue.pages[0].stories
    assert [story.slug for story in stories] == ["three", "three-2", "three-3"]
    assert [len(story.pictures) for story in stories] == [2, 1, 1]
    assert all(400 <= len(story.body.text) <= 600 for story in stories)


def test_sample_copy_is_whole_paragraphs() -> None:
    longest = max(map(len, PARAGRAPHS))
    for wanted in (1, 500, 3000):
        text = body_text(wanted)
        assert set(text.split("\n\n")[:-1]) <= set(PARAGRAPHS)
        assert wanted <= len(text) <= wanted + longest + 100


def test_the_guide_tells_what_the_command_says(banxin: Banxin) -> None:
    guide = (Path(__file__).parents[2] / "issues" / "README.md").read_text(encoding="utf-8")
    banxin("new", "sample", "--date", "2025-03-01")
    body = Path("sample/body.md")
    body.write_text(f"{body.read_text(encoding='utf-8')}\n" * 3, encoding="utf-8")
    _, _, err = banxin("check", "sample")
    (over,) = (line for line in err.splitlines() if "错误" in line)
    beginning = over[: over.index("字")]
    assert FIGURE.sub("0", beginning) in FIGURE.sub("0", guide)
    issue = Path("sample/issue.yaml")
    text = issue.read_text(encoding="utf-8").replace("    stories:", "    storis:")
    issue.write_text(text, encoding="utf-8")
    _, _, err = banxin("check", "sample")
    misspelt = next(line for line in err.splitlines() if "storis" in line)
    assert misspelt.removeprefix("sample/") in guide
