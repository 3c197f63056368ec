"""A whole folder: what is wrong is told in one go, what is right is there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from layout.diagnostics import Diagnostics, Source
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


def test_a_good_folder_is_loaded_whole(write_issue: Write) -> None:
    folder = write_issue(ISSUE)
    issue, found = load(folder)
    assert codes(found) == []
    assert issue is not None
    assert (issue.slug, issue.folder) == ("demo", folder)
    (page,) = issue.pages
    (story,) = page.stories
    assert story.body.text == "春潮澎湃。"
    assert story.body.blocks[0].source == Source("body.md", 1, 1)
    (picture,) = story.pictures
    assert picture.info is not None
    assert (picture.info.path, picture.info.width) == (folder / "lake.jpg", 60)
    assert picture.source == Source("issue.yaml", 10, 19)


def test_issue_yaml_itself_may_be_given(write_issue: Write) -> None:
    issue, _ = load(write_issue(ISSUE) / "issue.yaml")
    assert issue is not None
    assert issue.slug == "demo"


def test_the_slug_is_the_folders_name_even_from_within(
    write_issue: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_issue(ISSUE))
    issue, _ = load(Path())
    assert issue is not None
    assert issue.slug == "demo"


def test_a_folder_without_an_issue_is_told(tmp_path: Path) -> None:
    assert codes(load(tmp_path)[1]) == ["issue-missing"]
    assert codes(load(tmp_path / "none")[1]) == ["issue-missing"]


def test_rubbish_is_told(write_issue: Write) -> None:
    issue, found = load(write_issue(bytes(range(256))))
    assert issue is None
    assert codes(found) == ["file-binary"]


# --- several at once ---------------------------------------------------------------------


def test_one_fault_hides_no_other(write_issue: Write) -> None:
    text = ISSUE.replace("publication: changzhi-ribao\n", "")
    text = text.replace("headline: [扛牢使命挑大梁, 蓄势聚能再扬帆]", "headlin: 甲")
    text = text.replace("body.md", "boby.md").replace("lake.jpg", "sea.jpg")
    issue, found = load(write_issue(text + "weekday: 星期五\n"))
    assert issue is None
    assert sorted(codes(found)) == [
        "file-missing",
        "file-missing-near",
        "key-missing",
        "key-missing",
        "key-unknown-near",
        "wrong-weekday",
    ]


def test_a_dispensable_key_that_is_wrong_leaves_the_page_to_be_looked_at(
    write_issue: Write,
) -> None:
    text = ISSUE.replace("cutline: 宝峰湖", "cutlin: 宝峰湖\n            focus: [0.5]")
    issue, found = load(write_issue(text + "edition: 7\nx: 1\n"))
    assert issue is not None
    assert issue.issue.edition == ""
    assert issue.pages[0].stories[0].pictures[0].spec.focus == (0.5, 0.5)
    assert sorted(codes(found)) == ["key-unknown", "key-unknown-near", "not-text", "wrong-count"]


@pytest.mark.parametrize(
    "line",
    [
        "publication: changzhi-ribao\n",
        "date: 2025-02-27\n",
        "        headline: [扛牢使命挑大梁, 蓄势聚能再扬帆]\n",
        "        body: body.md\n",
        "          - file: lake.jpg\n            cutline: 宝峰湖\n",
    ],
)
def test_a_needful_key_that_is_missing_is_told_once(write_issue: Write, line: str) -> None:
    assert line in ISSUE
    instead = "          - cutline: 宝峰湖\n" if "file" in line else ""
    issue, found = load(write_issue(ISSUE.replace(line, instead)))
    assert issue is None
    assert codes(found) == ["key-missing"]


def test_an_issue_without_pages_or_stories_is_none(write_issue: Write) -> None:
    head = ISSUE[: ISSUE.index("pages:")]
    issue, found = load(write_issue(head))
    assert issue is None
    assert codes(found) == ["key-missing"]


@pytest.mark.parametrize("pages", ["pages: []\n", "pages: x\n", "pages: [1]\n"])
def test_pages_that_are_none_are_told(write_issue: Write, pages: str) -> None:
    issue, found = load(write_issue(ISSUE[: ISSUE.index("pages:")] + pages))
    assert issue is None
    assert found.has_errors


# --- the day -----------------------------------------------------------------------------


def test_a_wrong_weekday_is_told_with_the_right_one(write_issue: Write) -> None:
    _, found = load(write_issue(ISSUE + "weekday: 星期五\n"))
    assert codes(found) == ["wrong-weekday"]
    assert place(found, "wrong-weekday") == ("issue.yaml", 12, 10)
    assert "星期四" in next(iter(found)).message()


@pytest.mark.parametrize("typed", ["星期四", "周四"])
def test_a_right_weekday_is_taken(write_issue: Write, typed: str) -> None:
    assert codes(load(write_issue(ISSUE + f"weekday: {typed}\n"))[1]) == []


def test_an_impossible_day_is_told_and_its_weekday_left_alone(write_issue: Write) -> None:
    text = ISSUE.replace("2025-02-27", "2025-02-30") + "weekday: 星期四\n"
    issue, found = load(write_issue(text))
    assert issue is None
    assert codes(found) == ["impossible-date"]


def test_a_day_of_another_age_is_told(write_issue: Write) -> None:
    assert codes(load(write_issue(ISSUE.replace("2025", "0025")))[1]) == ["date-out-of-range"]


# --- the body ----------------------------------------------------------------------------


def test_a_body_may_be_a_block_and_points_into_issue_yaml(write_issue: Write) -> None:
    text = ISSUE.replace("body: body.md", "body: |\n          甲,乙\n\n          **丙**丁")
    issue, found = load(write_issue(text))
    assert issue is not None
    body = issue.pages[0].stories[0].body
    assert body.text == "甲,乙\n丙丁"
    assert place(found, "half-width-punctuation") == ("issue.yaml", 9, 12)
    assert body.blocks[1].source == Source("issue.yaml", 11, 13)


@pytest.mark.parametrize(
    ("typed", "column"), [("春潮澎湃。", 15), ('"春潮澎湃。"', 16), ("'春潮澎湃。'", 16)]
)
def test_a_body_may_be_a_line_of_text(write_issue: Write, typed: str, column: int) -> None:
    issue, found = load(write_issue(ISSUE.replace("body: body.md", f"body: {typed}")))
    assert codes(found) == []
    assert issue is not None
    (block,) = issue.pages[0].stories[0].body.blocks
    assert (block.text, block.source) == ("春潮澎湃。", Source("issue.yaml", 8, column))


def test_a_folded_body_is_placed_at_its_beginning(write_issue: Write) -> None:
    text = ISSUE.replace("body: body.md", "body: >\n          甲,乙\n          丙")
    _, found = load(write_issue(text))
    assert place(found, "half-width-punctuation") == ("issue.yaml", 8, 15)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "body-empty"),
        (b"\n \n", "body-empty"),
        ("春潮澎湃，接续奋斗。".encode("gb18030"), "file-encoding-gb18030"),
        (b"\0\1\2", "file-binary"),
    ],
)
def test_a_body_that_is_none_is_told(write_issue: Write, body: bytes, code: str) -> None:
    issue, found = load(write_issue(ISSUE, body))
    assert codes(found) == [code]
    assert found.has_errors
    assert issue is not None
    assert issue.pages[0].stories[0].body.blocks == ()


def test_an_empty_body_typed_in_place_is_told(write_issue: Write) -> None:
    assert "body-empty" in codes(load(write_issue(ISSUE.replace("body.md", '""')))[1])


def test_a_word_file_is_no_body(write_issue: Write) -> None:
    _, found = load(write_issue(ISSUE.replace("body.md", "body.docx")))
    assert codes(found) == ["body-not-text-file"]


def test_a_body_of_two_hundred_thousand_characters_is_read(write_issue: Write) -> None:
    issue, found = load(write_issue(ISSUE, "春潮澎湃，接续奋斗。\n" * 20_000))
    assert codes(found) == []
    assert issue is not None
    assert len(issue.pages[0].stories[0].body.blocks) == 20_000


# --- files -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed", ["../x.md", "/etc/passwd.md", "C:\\x.md", "\\\\host\\x.md", "a/../../x.md"]
)
def test_a_path_out_of_the_folder_is_refused(write_issue: Write, typed: str) -> None:
    folder = write_issue(ISSUE.replace("body.md", typed))
    (folder.parent / "x.md").write_text("秘密", encoding="utf-8")
    _, found = load(folder)
    assert codes(found) == ["path-outside"]
    assert place(found, "path-outside") == ("issue.yaml", 8, 15)


def test_a_link_out_of_the_folder_is_refused(write_issue: Write) -> None:
    folder = write_issue(ISSUE)
    (folder.parent / "x.md").write_text("秘密", encoding="utf-8")
    (folder / "body.md").unlink()
    (folder / "body.md").symlink_to(folder.parent / "x.md")
    assert codes(load(folder)[1]) == ["path-outside"]


def test_a_link_to_itself_is_no_file(write_issue: Write) -> None:
    folder = write_issue(ISSUE)
    (folder / "body.md").unlink()
    (folder / "body.md").symlink_to(folder / "body.md")
    assert codes(load(folder)[1]) in (["file-missing"], ["file-missing-near"])


def test_a_path_may_wind_within_the_folder(write_issue: Write) -> None:
    folder = write_issue(ISSUE.replace("body.md", "text/../body.md"))
    (folder / "text").mkdir()
    assert codes(load(folder)[1]) == []


@pytest.mark.parametrize("name", ["x" * 300 + ".md", "text/", "body.md/x.md"])
def test_a_name_that_names_no_file_is_told(write_issue: Write, name: str) -> None:
    _, found = load(write_issue(ISSUE.replace("file: lake.jpg", f"file: {name}")))
    assert codes(found) == ["file-missing"]


def test_a_missing_file_is_compared_with_those_there(write_issue: Write) -> None:
    folder = write_issue(ISSUE.replace("lake.jpg", "pictures\\laek.jpg"))
    (folder / "pictures").mkdir()
    Image.new("RGB", (6, 4)).save(folder / "pictures" / "lake.jpg")
    _, found = load(folder)
    assert "是否想写 pictures/lake.jpg？" in next(iter(found)).message()


def test_a_broken_picture_is_told_and_the_rest_is_there(write_issue: Write) -> None:
    folder = write_issue(ISSUE)
    (folder / "lake.jpg").write_bytes(b"rubbish")
    issue, found = load(folder)
    assert codes(found) == ["picture-unreadable"]
    assert place(found, "picture-unreadable") == ("issue.yaml", 10, 19)
    assert issue is not None
    assert issue.pages[0].stories[0].pictures[0].info is None


def test_a_banners_artwork_is_found(write_issue: Write) -> None:
    banner = "    banner: {title: 向人民报告, artwork: art.svg, stand_in: true}\n"
    folder = write_issue(ISSUE.replace("    stories:\n", banner + "    stories:\n"))
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    (folder / "art.svg").write_text(drawing, encoding="utf-8")
    issue, found = load(folder)
    assert codes(found) == ["stand-in"]
    assert issue is not None
    artwork = issue.pages[0].artwork
    assert artwork is not None
    assert artwork.format == "SVG"


def test_what_is_told_knows_its_page(write_issue: Write) -> None:
    second = ISSUE[ISSUE.index("  - template") :].replace("slug: lead", "slug: other")
    _, found = load(write_issue(ISSUE + second.replace("lake.jpg", "none.jpg")))
    assert [(d.code, d.page) for d in found] == [("file-missing", 2)]


def test_the_same_folder_gives_the_same_findings(write_issue: Write) -> None:
    folder = write_issue(ISSUE.replace("lake", "sea") + "weekday: x\n")
    assert list(load(folder)[1]) == list(load(folder)[1])


@given(
    start=st.integers(0, len(ISSUE)),
    length=st.integers(0, 40),
    instead=st.text(max_size=6)
    | st.sampled_from(["：", ": ", "\n", "\n  ", "[", "- ", "null", "*a"]),
)
def test_no_change_to_a_good_issue_makes_the_loader_raise(
    tmp_path_factory: pytest.TempPathFactory, start: int, length: int, instead: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "changed"
    folder.mkdir(exist_ok=True)
    text = ISSUE[:start] + instead + ISSUE[start + length :]
    (folder / "issue.yaml").write_bytes(text.encode())
    issue, found = load(folder)
    lines = len(text.splitlines()) + 1
    assert issue is not None or found.has_errors
    assert all(d.source and d.source.line <= lines for d in found)
