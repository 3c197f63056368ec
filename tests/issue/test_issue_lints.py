"""What the lints find, where, and what they leave alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.diagnostics import Diagnostics
from layout.issue.lints import LINTS, lint_issue
from layout.issue.lints_left import simplified
from layout.issue.load import load_issue
from layout.issue.make_variants import pairs
from layout.page.lints import Lints
from layout.page.publication import Publication
from layout.pipeline import Run

Write = Callable[..., Path]
SHIPPED = Path(__file__).parents[2] / "issues" / "2025-02-27-xiangyuan"
ISSUE = """\
publication: changzhi-ribao
date: 2025-02-27
pages:
  - template: special-report
    standing_head: {title: 2025 甲乙}
    stories:
      - headline: 主题
        body: body.md
        pictures:
          - file: lake.jpg
            cutline: 说明
    credits:
      - {role: 文字, names: [王小宁, 马静]}
"""


def found_in(folder: Path, names: frozenset[str] = frozenset(LINTS)) -> Diagnostics:
    issue = load_issue(folder, Diagnostics())
    assert issue is not None
    found = Diagnostics()
    lint_issue(issue, names, found)
    for each in found:
        assert each.severity == "warning"
        assert each.page == 1
        assert each.message()
        assert each.message("en")
    return found


def told(found: Diagnostics) -> list[tuple[str, int]]:
    return [(each.code, each.source.column) for each in found if each.source]


TELLING: dict[str, list[tuple[str, str, int]]] = {
    "quotes": [
        ("他说“好。", "lint-unpaired", 3),
        ("他说好”。", "lint-unpaired", 4),
        ("读《论语。", "lint-unpaired", 2),
        ("甲（乙“丙）丁。", "lint-unpaired", 4),
        ("他说‘好’。", "lint-inner-mark", 3),
        ("他说“读“书”好”。", "lint-same-mark", 5),
        ("读〈论语〉。", "lint-inner-mark", 2),
        ("读《甲《乙》丙》。", "lint-same-mark", 4),
    ],
    "straight-quotes": [('智能体 "AI 来了', "lint-straight-quote", 5)],
    "doubled-words": [
        ("我们的的工作", "lint-doubled-word", 3),
        ("开展进行进行了", "lint-doubled-word", 3),
        ("示范区建示范区建设", "lint-doubled-word", 1),
        ("来了，，走了", "lint-doubled-mark", 3),
        ("来了、，走了", "lint-doubled-mark", 3),
        ("来了。，走了", "lint-doubled-mark", 3),
    ],
    "blanks": [("襄垣 县城", "lint-blank", 3), ("襄垣县， 县城", "lint-blank", 5)],
    "figures": [
        ("共１２个", "lint-full-width-figure", 2),
        ("共3，000个", "lint-full-width-figure", 3),
        ("在2025 年", "lint-blank-at-figure", 6),
        ("共 12个", "lint-blank-at-figure", 2),
        ("共1万2千人", "lint-mixed-figure", 2),
        ("共3千5百人", "lint-mixed-figure", 2),
        ("占50％", "lint-percent", 3),
        ("占百分之50", "lint-percent", 2),
        ("要3-5天", "lint-range", 3),
        ("要3~5天", "lint-range", 3),
        ("在2024——2025年", "lint-range", 6),
    ],
    "dates": [
        ("2月30日，", "lint-no-such-day", 1),
        ("2月27日（星期三）", "lint-weekday", 7),
        ("2024年2月27日周四", "lint-weekday", 11),
        ("2月27日（农历正月廿九）", "lint-lunar-date", 9),
        ("2025年2月27日（甲辰年正月三十）", "lint-lunar-date", 15),
        ("2月27日星期四（农历二月初一）", "lint-lunar-date", 12),
    ],
    "names": [("记者王小凝说", "lint-near-name", 3), ("记者王晓宁说", "lint-near-name", 3)],
    "pictures": [
        ("图为县城一角。", "lint-stray-cutline", 1),
        ("县城（示意图）", "lint-stray-cutline", 1),
    ],
    "leftovers": [
        ("这是样稿。", "lint-leftover", 3),
        ("电话XXX。", "lint-leftover", 3),
        ("此处插入图片", "lint-leftover", 1),
        ("张××说", "lint-leftover", 2),
        ("TODO 补", "lint-leftover", 1),
        ("共（待核）个", "lint-leftover", 2),
    ],
    "variants": [
        ("推动乡村振兴和城乡融合发展，提升县城能级和品质，推動转型。", "lint-variant", 26),
    ],
}
CASES = [(name, *case) for name, cases in TELLING.items() for case in cases]

QUIET = [
    "他说：“读‘书’好，《论〈语〉》也好。”",
    "常常一条一条、一个一个、明明白白地做，人人都知道目的的确切意思。",
    "派出所所长可以以身作则，现在在县城，首都都市圈合并并入，成就就是这样。",
    "轰隆隆隆，哈哈哈哈哈哈，一步一个脚印一步一个脚印。",
    "1亿2345万人，3千克，5千米，8百帕，2.5万亿元，第3至第5名，3～5天，2024—2025年。",
    "电话0355-2012345，D级，2025-02-27，F-16，北大-襄垣，3-甲。",
    "2月27日（星期四），2025年2月27日（乙巳年正月三十），2月27日（农历正月三十）。",
    "12月31日周二，1月1日周三；2024年12月20日（农历冬月二十）。",
    "（一）甲（1）乙；1）丙，it’s 好。",
    "此处风景好，待定，马婧也来了，王小宁来了。",
    "这里的图为证，乾隆、瞭望、藉口都对。",
    "来了！！真的？！是的……走了——再见。",
]


@pytest.mark.parametrize(("name", "text", "code", "column"), CASES)
def test_it_is_found_where_it_stands(
    write_issue: Write, name: str, text: str, code: str, column: int
) -> None:
    folder = write_issue(ISSUE, f"第一段。\n\n　　{text}\n")
    found = found_in(folder, frozenset({name}))
    assert told(found) == [(code, column + 2)]
    source = next(iter(found)).source
    assert source is not None
    assert (source.file, source.line) == ("body.md", 3)


@pytest.mark.parametrize(("name", "text"), [(case[0], case[1]) for case in CASES])
def test_it_is_left_alone_when_it_is_switched_off(write_issue: Write, name: str, text: str) -> None:
    assert told(found_in(write_issue(ISSUE, text), frozenset(LINTS) - {name})) == []


@pytest.mark.parametrize("text", QUIET)
def test_what_is_right_is_left_alone(write_issue: Write, text: str) -> None:
    assert told(found_in(write_issue(ISSUE, text))) == []


def test_a_quotation_of_several_paragraphs_closes_once(write_issue: Write) -> None:
    assert told(found_in(write_issue(ISSUE, "“甲。\n\n“乙。\n\n“丙。”\n"))) == []


def test_a_quotation_that_is_not_opened_again_is_told(write_issue: Write) -> None:
    found = found_in(write_issue(ISSUE, "“甲。\n\n乙。”\n"))
    assert told(found) == [("lint-unpaired", 1), ("lint-unpaired", 3)]


def test_marks_of_the_body_do_not_shift_the_place(write_issue: Write) -> None:
    folder = write_issue(ISSUE, "**导语，，好。**后面的的好。\n")
    assert told(found_in(folder)) == [("lint-doubled-word", 13), ("lint-doubled-mark", 5)]


def test_heads_and_cutlines_are_read_too(write_issue: Write) -> None:
    text = ISSUE.replace("主题", "“主题").replace("说明", "说明 文字")
    found = found_in(write_issue(text))
    places = [(each.code, each.source.line, each.source.column) for each in found if each.source]
    assert places == [("lint-unpaired", 7, 19), ("lint-blank", 11, 24)]


def test_a_picture_without_a_cutline_is_told(write_issue: Write) -> None:
    folder = write_issue(ISSUE.replace("            cutline: 说明\n", ""))
    found = found_in(folder)
    assert [(each.code, each.source.line) for each in found if each.source] == [
        ("lint-no-cutline", 10)
    ]
    assert told(found_in(folder, frozenset(LINTS) - {"pictures"})) == []


def test_names_of_the_credits_are_compared_with_each_other(write_issue: Write) -> None:
    text = ISSUE + "      - {role: 图片, names: [王小柠]}\n"
    found = found_in(write_issue(text))
    assert [(each.code, each.source.line) for each in found if each.source] == [
        ("lint-near-name", 13),
        ("lint-near-name", 14),
    ]


def test_a_traditional_text_is_left_alone(write_issue: Write) -> None:
    assert told(found_in(write_issue(ISSUE, "推動鄉村振興和城鄉融合發展。"))) == []


def test_the_shipped_issue_has_nothing_for_them() -> None:
    assert told(found_in(SHIPPED)) == []


def test_a_body_within_issue_yaml_is_read_where_it_stands(write_issue: Write) -> None:
    text = ISSUE.replace("body: body.md", "body: |\n          第一段。\n          我们的的家")
    found = found_in(write_issue(text))
    assert [(each.code, each.source.line, each.source.column) for each in found if each.source] == [
        ("lint-doubled-word", 10, 13)
    ]


def test_every_lint_has_its_switch() -> None:
    assert Lints().switched_on == set(LINTS)
    off = Lints.model_validate(dict.fromkeys(LINTS, False))
    assert off.switched_on == frozenset()
    assert Publication.model_fields["lints"].default == Lints()


def test_many_of_a_kind_are_counted(write_issue: Write) -> None:
    found = found_in(write_issue(ISSUE, "甲，，乙\n" * 30))
    assert len(found) == 21
    assert list(found)[-1].params == {"kind": "lint-doubled-mark", "count": 10}


def test_the_pipeline_runs_them(write_issue: Write) -> None:
    run = Run(write_issue(ISSUE, "我们的的工作。"), "zh")
    run.pages()
    assert "lint-doubled-word" in {each.code for each in run.found}


def test_the_table_has_no_form_that_simplified_text_has() -> None:
    table = simplified()
    assert table["動"] == "动"
    assert len(table) > 2000
    for form, usual in table.items():
        assert form != usual
        with pytest.raises(UnicodeEncodeError):
            form.encode("gb2312")
    assert pairs("動\t动\n乾\t干 乾\n藉\t借\n着\t着\n") == ["動动"]
