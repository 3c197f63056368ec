"""YAML into models: every fault at its line and column, in an editor's words."""

import json
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from layout.diagnostics import Diagnostics
from layout.issue.model import Issue
from layout.issue.positions import Positions
from layout.issue.yaml_source import load_model
from layout.issue.yaml_tree import MAX_DEPTH, MAX_VALUES, read_tree

GOOD = """\
publication: a
date: 2025-02-27
pages:
  - template: t
    story:
      headline: 甲
      body: body.md
"""


def load(tmp_path: Path, text: str | bytes) -> tuple[Issue | None, Positions, Diagnostics]:
    path = tmp_path / "issue.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    found = Diagnostics()
    issue, positions = load_model(path, Issue, found)
    return issue, positions, found


def places(found: Diagnostics) -> list[tuple[str, int, int]]:
    return [(d.code, d.source.line, d.source.column) for d in found if d.source]


def test_a_good_file_gives_the_model_and_no_finding(tmp_path: Path) -> None:
    issue, _, found = load(tmp_path, GOOD)
    assert not list(found)
    assert issue is not None
    assert issue.date == date(2025, 2, 27)
    assert issue.pages[0].stories[0].headline == ("甲",)


def test_positions_lead_to_values_and_keys(tmp_path: Path) -> None:
    _, positions, _ = load(tmp_path, GOOD)
    value = positions.source("pages", 0, "template")
    assert (value.file, value.line, value.column) == ("issue.yaml", 4, 15)
    key = positions.key("pages", 0, "template")
    assert (key.line, key.column) == (4, 5)


def test_one_story_may_be_typed_as_story_and_is_found_as_stories(tmp_path: Path) -> None:
    _, positions, _ = load(tmp_path, GOOD)
    source = positions.source("pages", 0, "stories", 0, "headline")
    assert (source.line, source.column) == (6, 17)


def test_a_path_that_leads_nowhere_gives_the_nearest_part(tmp_path: Path) -> None:
    _, positions, _ = load(tmp_path, GOOD)
    missing = positions.source("pages", 0, "banner", "template")
    assert (missing.line, missing.column) == (4, 5)


@pytest.mark.parametrize(
    ("typed", "instead", "expected"),
    [
        ("headline: 甲", "headlin: 甲", ("key-unknown-near", 6, 7)),
        ("headline: 甲", "kicker: 甲", ("key-missing", 6, 7)),
        ("headline: 甲", "headline: 甲\n      xyz: 1", ("key-unknown", 7, 7)),
        ("headline: 甲", "headline: 2025", ("not-text", 6, 17)),
        ("headline: 甲", "headline: [甲, 3]", ("not-text", 6, 21)),
        ("headline: 甲", "headline: 甲\n      pictures: lake.jpg", ("not-a-list", 7, 17)),
        ("headline: 甲", "headline: 甲\n      kicker: {a: 1}", ("not-text", 7, 15)),
        ("story:", "page: five\n    story:", ("not-integer", 5, 11)),
        ("story:", "page: true\n    story:", ("not-integer", 5, 11)),
        ("story:", "page: 0\n    story:", ("out-of-range", 5, 11)),
        ("story:", "banner: 向人民报告\n    story:", ("not-a-mapping", 5, 13)),
        ("story:", "banner: {stand_in: 也许}\n    story:", ("not-boolean", 5, 24)),
        ("2025-02-27", "2025-02-30", ("impossible-date", 2, 7)),
        ("2025-02-27", "20250227", ("not-a-date", 2, 7)),
        ("2025-02-27", "2025年2月27日", ("not-a-date", 2, 7)),
        ("date: 2025-02-27", "date:", ("key-without-value", 2, 1)),
        ("publication: a", "publication: a\npublication: b", ("yaml-duplicate-key", 2, 1)),
        ("    story:", "    stories: []\n    story:", ("key-other-spelling", 6, 5)),
    ],
)
def test_a_wrong_value_is_told_at_its_place(
    tmp_path: Path, typed: str, instead: str, expected: tuple[str, int, int]
) -> None:
    assert typed in GOOD
    _, _, found = load(tmp_path, GOOD.replace(typed, instead))
    assert expected in places(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD.replace("headline:", "headline："), ("yaml-full-width-colon", 6, 15)),
        (GOOD.replace("body:", "body："), ("yaml-full-width-colon", 7, 11)),
        (GOOD + "      byline：张三\n", ("yaml-full-width-colon", 8, 13)),
        (GOOD.replace("headline: ", "headline:"), ("yaml-colon-space", 6, 15)),
        (GOOD + "\tedition: x\n", ("yaml-tab", 8, 1)),
        (GOOD.replace("甲", "甲: 乙"), ("yaml-nested-colon", 6, 18)),
        (GOOD + "edition\n", ("yaml-no-colon", 9, 1)),
        (GOOD + "edition: 'x\n", ("yaml-unclosed-quote", 8, 10)),
        (GOOD + "edition: [x\n", ("yaml-unclosed-bracket", 8, 10)),
        (GOOD + " edition: x\n", ("yaml-indent", 8, 2)),
        (GOOD + "edition: @x\n", ("yaml-bad-start", 8, 10)),
        (GOOD + 'edition: "\\q"\n', ("yaml-escape", 8, 11)),
        (GOOD + "edition: *x\n", ("yaml-alias", 8, 10)),
        (GOOD + "edition: &x [*x]\n", ("yaml-alias", 8, 14)),
        (GOOD + "edition: !!python/object:os.x y\n", ("yaml-tag", 8, 10)),
        (GOOD + "---\nx: 1\n", ("yaml-documents", 8, 1)),
        (GOOD + "? [a]\n: b\n", ("yaml-key-not-text", 8, 5)),
        ("[" * (MAX_DEPTH + 1), ("yaml-too-deep", 1, MAX_DEPTH + 1)),
        ("%YAML 9.9\n---\na: 1\n", ("yaml-syntax", 1, 1)),
        (GOOD.replace("甲", "甲\x07乙"), ("control-character", 6, 18)),
        (GOOD.replace("甲", '"甲\\u0007乙"'), ("control-character", 6, 17)),
    ],
)
def test_a_slip_of_the_pen_is_told_in_plain_words(
    tmp_path: Path, text: str, expected: tuple[str, int, int]
) -> None:
    _, _, found = load(tmp_path, text)
    assert expected in places(found)
    assert found.has_errors


def test_every_mistyped_colon_is_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("headline:", "headline：").replace("body:", "body：")
    _, _, found = load(tmp_path, text)
    assert [d.code for d in found] == ["yaml-full-width-colon"] * 2


def test_several_faults_are_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = GOOD.replace("2025-02-27", "2025-02-30").replace("headline: 甲", "headlin: 甲")
    _, _, found = load(tmp_path, text + "edition: 3\n")
    lines = [line for _, line, _ in places(found)]
    assert lines == sorted(lines) == [2, 6, 6, 8]


def test_a_list_is_not_called_short_because_an_entry_is_wrong(tmp_path: Path) -> None:
    _, _, found = load(tmp_path, GOOD.replace("headline: 甲", "headline: 3"))
    assert [d.code for d in found] == ["not-text"]


def test_the_nearest_key_is_offered_in_both_languages(tmp_path: Path) -> None:
    _, _, found = load(tmp_path, GOOD.replace("headline", "headlin"))
    near = next(d for d in found if d.code == "key-unknown-near")
    assert "是否想写 headline？" in near.message()
    assert "did you mean headline?" in near.message("en")


def test_words_and_numbers_follow_yaml_1_2() -> None:
    data = read_tree("a: NO\nb: 1:30\nc: 010\nd: .5\ne: ~\nf: true\n2025: x\n").data
    expected = {"a": "NO", "b": "1:30", "c": 10, "d": 0.5, "e": None, "f": True, "2025": "x"}
    assert data == expected


def test_a_date_may_stand_in_quotes(tmp_path: Path) -> None:
    issue, _, _ = load(tmp_path, GOOD.replace("2025-02-27", '"2025-02-27"'))
    assert issue is not None
    assert issue.date == date(2025, 2, 27)


def test_an_optional_key_may_be_left_empty(tmp_path: Path) -> None:
    issue, _, found = load(tmp_path, GOOD + "edition:\n")
    assert not list(found)
    assert issue is not None
    assert issue.edition == ""


def test_anchors_may_be_used() -> None:
    tree = read_tree("a: &x {n: 1}\nb: *x\n")
    assert tree.data == {"a": {"n": 1}, "b": {"n": 1}}


def test_a_bomb_of_aliases_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, 6):
        row = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{row}]")
    assert MAX_VALUES < 10**6
    tree = read_tree("\n".join(lines))
    assert tree.data is None
    assert [fault.code for fault in tree.faults] == ["yaml-too-many"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_windows_files_read_the_same(tmp_path: Path, line_end: str, bom: str) -> None:
    issue, positions, found = load(tmp_path, bom + GOOD.replace("\n", line_end))
    assert not list(found)
    assert issue == load(tmp_path, GOOD)[0]
    assert positions.source("publication").column == 14


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "file-empty"),
        (b"# nothing\n", "file-empty"),
        (GOOD.encode("gb18030"), "file-encoding-gb18030"),
        (GOOD.encode("utf-16"), "file-encoding-utf16"),
        (b"a: \xff\xfe\xfd", "file-encoding"),
        (b"\x7fELF\0\0\0", "file-binary"),
        (bytes(range(256)) * 8, "file-binary"),
        (b"x" * 4_000_001, "file-too-large"),
    ],
)
def test_what_is_no_utf8_text_is_told_for_what_it_is(tmp_path: Path, raw: bytes, code: str) -> None:
    issue, _, found = load(tmp_path, raw)
    assert issue is None
    assert [d.code for d in found] == [code]


def test_the_line_of_a_byte_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    _, _, found = load(tmp_path, b"a: 1\nb: \xff\xfe\xfd")
    assert next(iter(found)).params["line"] == 2


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    found = Diagnostics()
    issue, positions = load_model(tmp_path / "none.yaml", Issue, found)
    assert issue is None
    assert positions.source("a", 0).file == "none.yaml"
    assert [d.code for d in found] == ["file-missing"]


def test_files_are_named_from_the_base(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    path = tmp_path / "sub" / "x.yaml"
    path.write_text("", encoding="utf-8")
    found = Diagnostics()
    assert load_model(path, Issue, found, base=tmp_path)[1].file == "sub/x.yaml"
    assert load_model(path, Issue, found, base=tmp_path / "other")[1].file == str(path)
    assert load_model(path, Issue, found)[1].file == "x.yaml"


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kind: Literal["song", "hei"]
    size: float | Literal["auto"] = "auto"
    pair: tuple[int, int] = (0, 0)
    name: str = Field(default="x", min_length=1, pattern="^[a-z]+$")


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")

    parts: dict[str, Part]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("parts: {a: {kind: kai}}", ("not-a-choice", 1, 19)),
        ("parts: {a: {kind: song, size: big}}", ("not-number", 1, 31)),
        ("parts: {a: {kind: song, pair: [1]}}", ("wrong-count", 1, 31)),
        ("parts: {a: {kind: song, pair: [1, 2, 3]}}", ("wrong-count", 1, 31)),
        ('parts: {a: {kind: song, name: ""}}', ("text-empty", 1, 31)),
        ("parts: {a: {kind: song, name: A}}", ("bad-value", 1, 31)),
        ("parts: {a: {knd: song}}", ("key-unknown-near", 1, 13)),
        ("parts: [1]", ("not-a-mapping", 1, 8)),
    ],
)
def test_models_of_other_files_are_told_as_well(
    tmp_path: Path, text: str, expected: tuple[str, int, int]
) -> None:
    path = tmp_path / "whole.yaml"
    path.write_text(text, encoding="utf-8")
    found = Diagnostics()
    assert load_model(path, Whole, found)[0] is None
    assert expected in places(found)


def test_a_union_refuses_a_value_once(tmp_path: Path) -> None:
    path = tmp_path / "whole.yaml"
    path.write_text("parts: {a: {kind: song, size: big}}", encoding="utf-8")
    found = Diagnostics()
    load_model(path, Whole, found)
    assert len(found) == 1


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    tree = read_tree(text, frozenset({"a"}))
    lines = len((text + ".").splitlines())
    assert all(1 <= fault.line <= lines + 1 for fault in tree.faults)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["pages", "stories", "story", "headline", "date", "x"]), inner
            )
        ),
        max_leaves=20,
    )
)
def test_no_value_makes_the_check_raise(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    path = tmp_path_factory.getbasetemp() / "value.yaml"
    path.write_text(json.dumps(value, ensure_ascii=True), encoding="utf-8")
    found = Diagnostics()
    issue, _ = load_model(path, Issue, found)
    assert (issue is None) == found.has_errors
    for diagnostic in found:
        assert diagnostic.message()
        assert diagnostic.message("en")
