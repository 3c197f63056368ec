"""Heads, slugs, page numbers and names: what no single key can be wrong about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.diagnostics import Diagnostics
from layout.issue.load import load_issue
from layout.issue.loaded import LoadedIssue

Write = Callable[..., Path]

ISSUE = """\
publication: changzhi-ribao
date: 2025-02-27
pages:
  - template: special-report
    stories:
      - slug: lead
        headline: [扛牢使命挑大梁, 蓄势聚能再扬帆]
        body: body.md
        pictures:
          - file: lake.jpg
            cutline: 宝峰湖
"""


def load(folder: Path) -> tuple[LoadedIssue | None, Diagnostics]:
    found = Diagnostics()
    issue = load_issue(folder, found)
    for diagnostic in found:
        assert diagnostic.message()
        assert diagnostic.message("en")
    return issue, found


def codes(found: Diagnostics) -> list[str]:
    return [d.code for d in found]


def place(found: Diagnostics, code: str) -> tuple[str, int, int]:
    source = next(d.source for d in found if d.code == code)
    assert source is not None
    return source.file, source.line, source.column


@pytest.mark.parametrize("typed", ['""', "[]", '[""]', '["", ""]', "' '"])
def test_an_empty_headline_is_told(write_issue: Write, typed: str) -> None:
    text = ISSUE.replace("[扛牢使命挑大梁, 蓄势聚能再扬帆]", typed)
    _, found = load(write_issue(text))
    assert codes(found) == ["headline-empty"]
    assert place(found, "headline-empty") == ("issue.yaml", 7, 19)


@pytest.mark.parametrize(
    "typed",
    [
        "[甲上, 乙下]",
        '"甲上\\n乙下"',
        "|\n          甲上\n          乙下",
        "\n          - 甲上\n          - 乙下",
    ],
)
def test_a_headline_of_two_lines_may_be_typed_as_list_or_block(
    write_issue: Write, typed: str
) -> None:
    text = ISSUE.replace("[扛牢使命挑大梁, 蓄势聚能再扬帆]", typed)
    issue, found = load(write_issue(text))
    assert codes(found) == []
    assert issue is not None
    assert issue.pages[0].stories[0].story.headline == ("甲上", "乙下")


def test_heads_are_watched_like_the_body(write_issue: Write) -> None:
    text = ISSUE.replace("扛牢使命挑大梁", "'扛牢,使命\u200b挑大梁'").replace("宝峰湖", "宝峰\t湖")
    issue, found = load(write_issue(text))
    assert issue is not None
    story = issue.pages[0].stories[0]
    assert story.story.headline[0] == "扛牢,使命挑大梁"
    assert story.pictures[0].spec.cutline == "宝峰 湖"
    assert place(found, "zero-width-character") == ("issue.yaml", 7, 26)
    assert place(found, "half-width-punctuation") == ("issue.yaml", 7, 23)
    assert place(found, "tab-in-text") == ("issue.yaml", 11, 24)


def test_a_kicker_takes_one_line(write_issue: Write) -> None:
    text = ISSUE.replace("slug: lead", 'kicker: "甲\\n乙"')
    _, found = load(write_issue(text))
    assert codes(found) == ["line-break-in-text"]
    assert found.has_errors


def test_stories_without_a_slug_are_numbered_through_the_issue(write_issue: Write) -> None:
    page = ISSUE[ISSUE.index("  - template") :].replace("slug: lead", 'kicker: ""')
    issue, _ = load(write_issue(ISSUE[: ISSUE.index("  - template")] + page + page))
    assert issue is not None
    assert [page.stories[0].slug for page in issue.pages] == ["story-1", "story-2"]


def test_a_slug_taken_twice_is_told(write_issue: Write) -> None:
    page = ISSUE[ISSUE.index("  - template") :]
    _, found = load(write_issue(ISSUE + page))
    assert codes(found) == ["duplicate-slug"]
    assert place(found, "duplicate-slug") == ("issue.yaml", 14, 15)
    assert next(iter(found)).params["first"] == 6


def test_a_slug_that_is_no_name_is_told(write_issue: Write) -> None:
    assert codes(load(write_issue(ISSUE.replace("slug: lead", "slug: a/b")))[1]) == ["bad-slug"]


def test_a_page_number_taken_twice_is_told(write_issue: Write) -> None:
    text = ISSUE.replace("    stories:", "    page: 5\n    stories:")
    page = text[text.index("  - template") :].replace("slug: lead", "slug: other")
    assert codes(load(write_issue(text + page))[1]) == ["duplicate-page"]


def test_names_run_together_are_told(write_issue: Write) -> None:
    credit = "    credits:\n      - {role: 文字, names: [马静、孙彬雁]}\n"
    _, found = load(write_issue(ISSUE + credit))
    assert codes(found) == ["several-names"]
    assert place(found, "several-names") == ("issue.yaml", 13, 28)
