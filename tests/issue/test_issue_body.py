"""The body: what an editor types is what is set, and marks are marks."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from layout.diagnostics import Diagnostics, Source
from layout.issue.body import Body, Crosshead, Paragraph, parse_body

START = Source("body.md")


def parse(text: str) -> tuple[Body, Diagnostics]:
    found = Diagnostics()
    return parse_body(text, START, found), found


def styles(text: str) -> list[tuple[str, str]]:
    """Style and text of the spans of a body of one block."""
    body, _ = parse(text)
    (block,) = body.blocks
    return [(span.style, span.text) for span in block.spans]


def places(found: Diagnostics) -> list[tuple[str, int, int]]:
    return [(d.code, d.source.line, d.source.column) for d in found if d.source]


@pytest.mark.parametrize("text", ["甲\n\n乙", "甲\n乙", "甲\r\n乙", "甲\r乙\n\n\n", "\n\n甲\n乙"])
def test_a_blank_line_or_a_line_break_ends_a_paragraph(text: str) -> None:
    body, _ = parse(text)
    assert [block.text for block in body.blocks] == ["甲", "乙"]


@pytest.mark.parametrize("indent", ["　　", "  ", "    ", "\t", " 　", "\u00a0\u00a0"])
def test_an_indent_is_dropped_and_makes_no_code(indent: str) -> None:
    body, found = parse(f"{indent}甲乙\n")
    (block,) = body.blocks
    assert isinstance(block, Paragraph)
    assert block.text == "甲乙"
    assert block.source == Source("body.md", 1, len(indent) + 1)
    assert not list(found)


def test_a_lead_opens_a_paragraph_and_strong_stands_elsewhere() -> None:
    assert styles("**甲。**乙**丙**丁") == [
        ("lead", "甲。"),
        ("plain", "乙"),
        ("strong", "丙"),
        ("plain", "丁"),
    ]
    assert styles("　　**甲**乙") == [("lead", "甲"), ("plain", "乙")]


def test_chinese_punctuation_closes_a_mark_as_well_as_a_letter() -> None:
    lead = "这一年，经济发展向“优”奋进。"
    assert styles(f"**{lead}**持续擦亮") == [("lead", lead), ("plain", "持续擦亮")]
    assert styles("说**“好”**了")[1] == ("strong", "“好”")


def test_a_single_asterisk_emphasises() -> None:
    assert styles("甲*乙，*丙") == [("plain", "甲"), ("emphasis", "乙，"), ("plain", "丙")]


@pytest.mark.parametrize("line", ["## 小标题", "##小标题", "　　##　小标题", "## 小标题  "])
def test_two_hashes_make_a_crosshead(line: str) -> None:
    body, _ = parse(f"甲\n{line}\n乙")
    assert [type(block) for block in body.blocks] == [Paragraph, Crosshead, Paragraph]
    assert body.blocks[1].text == "小标题"


def test_a_crosshead_has_no_lead() -> None:
    assert styles("## **甲**乙") == [("strong", "甲"), ("plain", "乙")]


@pytest.mark.parametrize(
    "text",
    [
        "1. 甲",
        "1) 甲",
        "# 甲",
        "### 甲",
        "##",
        "> 甲",
        "- 甲",
        "+ 甲",
        "<b>甲</b>",
        "&amp;甲&#20013;",
        "甲\\*乙\\",
        "_甲_ __乙__",
        "`甲`",
        "```",
        "[甲](a.md)",
        "![甲](a.png)",
        "<http://a.b>",
        "甲 | 乙",
        "---",
        "===",
        "~~甲~~",
        ":smile:",
        "5*3=15，2*2*2=8",
        "5 * 3",
        "e\u0301 ﬁ Ⅷ ㈱ 〇",
        "葛󠄀城",
    ],
)
def test_everything_else_is_set_as_typed(text: str) -> None:
    body, _ = parse(text)
    assert body.text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\n乙**丙", ("unclosed-mark", 2, 2)),
        ("乙 ** 丙**", ("unclosed-mark", 1, 3)),
        ("***甲***", ("unclosed-mark", 1, 1)),
        ("*注：甲", ("unclosed-mark", 1, 1)),
        ("甲**乙*丙*丁**", ("nested-mark", 1, 5)),
        ("# 甲", ("markup-as-typed", 1, 1)),
        ("甲<b>乙", ("markup-as-typed", 1, 2)),
        ("甲&nbsp;乙", ("markup-as-typed", 1, 2)),
        ("甲![](a.png)", ("markup-as-typed", 1, 2)),
    ],
)
def test_a_mark_that_is_set_as_typed_is_told(text: str, expected: tuple[str, int, int]) -> None:
    body, found = parse(text)
    assert expected in places(found)
    assert not found.has_errors
    assert len(body.text) >= len(text) - 4


def test_marks_do_not_reach_beyond_their_line() -> None:
    body, found = parse("**甲\n乙**")
    assert body.text == "**甲\n乙**"
    assert [d.code for d in found] == ["unclosed-mark"] * 2


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("扛牢使命,挑大梁", 5),
        ("全部完成.", 5),
        ("如下:甲", 3),
        ("甲;乙", 2),
        ("好!", 2),
        ("吗?", 2),
        ("襄垣(县)", 3),
        ("(襄垣", 1),
        ("“优”,奋进", 4),
        ("增长5%,同比", 5),
        ("**甲**,乙", 6),
        ('甲"乙', 2),
    ],
)
def test_a_half_width_mark_among_han_is_told_and_kept(text: str, column: int) -> None:
    body, found = parse(text)
    assert ("half-width-punctuation", 1, column) in places(found)
    assert body.text == text.replace("*", "")


@pytest.mark.parametrize(
    "text",
    [
        "完成100.6亿元",
        "10:30开会",
        "北大-襄垣",
        "GDP (PPP), 2024.",
        "1.认真",
        "www.a.cn/b?c=1",
        "3,000万",
    ],
)
def test_a_half_width_mark_among_figures_and_letters_is_right(text: str) -> None:
    _, found = parse(text)
    assert not list(found)


@pytest.mark.parametrize(
    ("character", "code", "is_set"),
    [
        ("\t", "tab-in-text", True),
        ("\u00a0", "no-break-space", True),
        ("\u200d", "joining-character", True),
        ("\u200b", "zero-width-character", False),
        ("\ufeff", "zero-width-character", False),
        ("\u202e", "zero-width-character", False),
        ("\u00ad", "soft-hyphen", False),
        ("\x07", "control-in-text", False),
        ("\x00", "control-in-text", False),
        ("\x7f", "control-in-text", False),
        ("\ufffd", "replacement-character", True),
        ("\ufffc", "replacement-character", True),
    ],
)
def test_a_character_without_a_shape_is_told(character: str, code: str, *, is_set: bool) -> None:
    body, found = parse(f"甲{character}乙")
    assert places(found) == [(code, 1, 2)]
    shown = " " if character == "\t" else character
    assert body.text == f"甲{shown if is_set else ''}乙"


def test_behind_a_character_left_out_a_new_span_keeps_the_columns() -> None:
    body, _ = parse("甲\u200b乙")
    (block,) = body.blocks
    assert [(span.text, span.source.column) for span in block.spans] == [("甲", 1), ("乙", 3)]


@pytest.mark.parametrize("hidden", ["\v", "\f", "\u2028", "\u2029", "\x85"])
def test_a_hidden_line_break_ends_a_paragraph_and_is_told(hidden: str) -> None:
    body, found = parse(f"甲{hidden}乙")
    assert [block.text for block in body.blocks] == ["甲", "乙"]
    assert body.blocks[1].source == Source("body.md", 1, 3)
    assert places(found) == [("line-separator", 1, 2)]


@pytest.mark.parametrize("text", ["", "\n\n", "　　\n", "\u200b"])
def test_a_body_without_text_is_an_error(text: str) -> None:
    body, found = parse(text)
    assert body == Body()
    assert "body-empty" in [d.code for d in found]
    assert found.has_errors


def test_many_findings_of_a_kind_are_told_in_a_number() -> None:
    _, found = parse("甲,乙\n" * 50)
    assert [d.code for d in found] == ["half-width-punctuation"] * 20 + ["and-more"]
    last = list(found)[-1]
    assert last.params["count"] == 30
    assert last.source == Source("body.md", 21, 2)


def test_a_text_within_another_file_is_placed_there() -> None:
    body = parse_body("甲\n**乙**", Source("issue.yaml", 8, 9), Diagnostics())
    assert body.blocks[1].source == Source("issue.yaml", 9, 11)


def test_a_folded_text_is_placed_where_it_begins() -> None:
    found = Diagnostics()
    start = Source("issue.yaml", 8, 9)
    body = parse_body("甲\n乙,丙", start, found, is_exact=False)
    assert [block.source for block in body.blocks] == [start, start]
    assert next(iter(found)).source == start


@pytest.mark.parametrize(
    "unit",
    ["襄", "甲,", "*a ", " *a", "**甲**乙", "* ** *** ", "\t*", "\u200b*甲*", "[", "<a", "甲\n"],
)
def test_two_hundred_thousand_characters_are_all_there(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    body, _ = parse(text)
    assert _ink(body.text) == _ink(re.sub(r"\u200b", "", text))


def _ink(text: str) -> str:
    """Characters that neither mark nor separate."""
    return "".join(c for c in text if c not in "*#" and not c.isspace())


HOSTILE = (
    st.text(
        st.sampled_from("*#> 　\t\n\r甲乙，。“”,.:()1a_-\\<>&;[]!`\u200b\u00ad\u00a0\u2028\x07")
    )
    | st.text()
)


@given(HOSTILE)
@example("**甲****乙**")
@example("*甲**乙*丙**")
def test_no_text_raises_and_no_character_is_lost(text: str) -> None:
    body, found = parse(text)
    gone = {"Cc", "Cf", "Cs", "Cn"}  # controls, format characters and what is no character
    kept = [c for c in _ink(text) if unicodedata.category(c) not in gone]
    assert [c for c in _ink(body.text) if unicodedata.category(c) not in gone] == kept
    for diagnostic in found:
        assert diagnostic.message()
        assert diagnostic.message("en")


@given(HOSTILE)
def test_every_span_points_at_its_own_characters(text: str) -> None:
    lines = re.split(r"\r\n|\n|\r", text)
    body, _ = parse(text)
    for block in body.blocks:
        assert block.source == block.spans[0].source
        for span in block.spans:
            start = span.source.column - 1
            typed = lines[span.source.line - 1][start : start + len(span.text)]
            assert typed.replace("\t", " ") == span.text


@given(HOSTILE)
def test_no_control_character_reaches_the_page(text: str) -> None:
    body, _ = parse(text)
    assert all(unicodedata.category(c) != "Cc" for block in body.blocks for c in block.text)


@given(st.text(st.sampled_from("甲乙，。“”12a ")), st.text(st.sampled_from("甲乙，。“”12a ")))
def test_a_mark_that_touches_its_text_always_pairs(before: str, inside: str) -> None:
    strong = inside.strip()
    if not strong:
        return
    body, _ = parse(f"{before}**{strong}**{before}")
    spans = [span for block in body.blocks for span in block.spans if span.style != "plain"]
    assert [span.text for span in spans] == [strong]


def test_readings_stand_over_single_characters() -> None:
    body, found = parse("一年来，{襄垣|xiāng yuán}县和{䶮|yǎn}城。")
    (paragraph,) = body.blocks
    assert paragraph.text == "一年来，襄垣县和䶮城。"
    spans = [(span.text, span.readings, span.source.column) for span in paragraph.spans]
    assert spans == [
        ("一年来，", (), 1),
        ("襄垣", ("xiāng", "yuán"), 6),
        ("县和", (), 20),
        ("䶮", ("yǎn",), 23),
        ("城。", (), 29),
    ]
    assert not list(found)


def test_a_reading_that_does_not_match_its_characters_is_told_and_kept() -> None:
    body, found = parse("{襄垣|xiāngyuán}县。")
    assert body.text == "{襄垣|xiāngyuán}县。"
    (told,) = found
    assert told.code == "reading-count"
    assert "{襄垣|xiāng yuán}" in told.message()
