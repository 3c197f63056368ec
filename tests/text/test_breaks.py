"""Where a line may break: every row of the tailorings, the bonds, and the CSS levels."""

import unicodedata
from pathlib import Path

import boxes
import pytest

from layout.page.composition import Composition
from layout.text import line_classes, make_line_classes
from layout.text.items import INFINITE, TextStyle
from layout.text.tailoring import ALL, ITERATION, SMALL_KANA, TAILORINGS
from layout.text.uax14 import line_class

TAIL = "汉汉汉汉"
"""Keeps the price of a short last line out of the cases."""
DATABASE = Path("/usr/share/unicode/LineBreak.txt")
LEVELS = [Composition(level=level) for level in ALL]


@pytest.mark.parametrize("level", LEVELS, ids=ALL)
@pytest.mark.parametrize("mark", "，、；：。！？．）］｝〕】〗》〉」』”’")
def test_no_closing_mark_pause_or_stop_begins_a_line(
    style: TextStyle, level: Composition, mark: str
) -> None:
    if level.level == "loose" and mark in "：；！？":
        assert 0 < boxes.break_cost(style, f"汉|{mark}汉" + TAIL, level) < INFINITE
    else:
        assert boxes.break_cost(style, f"汉|{mark}汉", level) == INFINITE


@pytest.mark.parametrize("level", LEVELS, ids=ALL)
@pytest.mark.parametrize("mark", "“‘（［｛〔【〖《〈「『([{")
def test_no_opening_mark_ends_a_line(style: TextStyle, level: Composition, mark: str) -> None:
    assert boxes.break_cost(style, f"汉{mark}|汉", level) == INFINITE
    assert boxes.break_cost(style, f"汉|{mark}汉" + TAIL, level) == 0


HARD = [
    *(f"汉|{c}汉" for c in "‼⁇⁈⁉·・‧–～-/／%％‰°℃℉.,:;!?)]}²*†"),
    *("5|%", "5|％", "5|℃", "5|‰", "￥|5", "¥|5", "№|5", "−|5", "±|5", "+|5", "$|5", "＋|5"),
    *("146|2.62亩", "1462|.62亩", "1462.|62亩", "1,|462亩", "5|G基站", "２０|２５年"),
    *("莎|·克", "莎·|克", "A|/B", "A/|B", "汉/|字", "汉／|字"),
    *("8|：30", "8：|30", "8|∶30", "8∶|30"),
    *("2021|—2025", "2021—|2025", "30%|—50%", "30%—|50%", "5|～8", "5～|8", "2021|–2025"),
    *("2021–|2025", "北京|—上海", "汉—|—汉", "汉…|…汉", "汉|……汉", "汉|⋯⋯汉", "（|——汉", "“|……"),
    *("汉\u00a0|字", "汉 |，字", "汉（| 字"),
]


@pytest.mark.parametrize("text", HARD)
def test_no_break_in_strict_text(style: TextStyle, rules: Composition, text: str) -> None:
    assert boxes.break_cost(style, text, rules) == INFINITE


FREE = [
    *(
        "汉|字",
        "汉|5",
        "5|汉",
        "，|￥5",
        "）|$5",
        "。|−5",
        "汉|A",
        "ABC|汉",
        "，|汉",
        "。|“",
        "）|（",
        "”|“",
        "”|汉",
        "汉|（",
    ),
    *("5|（汉", "北京—|上海", "北大-|襄垣", "Wi-|Fi", "……|汉", "——|汉", "%|汉", "汉 |字", "汉|①"),
    *("he said |“hello” to her", "汉·克|汉", "℃|汉", "word |word"),
]


@pytest.mark.parametrize("text", FREE)
def test_free_breaks_of_strict_text(style: TextStyle, rules: Composition, text: str) -> None:
    assert boxes.break_cost(style, text + TAIL, rules) == 0


SOFT = [
    *(("100.6|亿元", 250), ("100.6亿|元", 250), ("1462.62|亩", 250), ("2025|年", 250)),
    *(("519|线", 250), ("3700|多万元", 250), ("3700多|万元", 250), ("3700多万|元", 250)),
    *(("5|公里", 250), ("5公|里", 60), ("50%|个", 250), ("２|个", 250)),
    *(("第|5", 60), ("约|12.6", 60), ("近|30", 60), ("超过|30", 60)),
    *(("D|级", 60), ("5G|基站", 60), ("e|镇", 60)),
    *(("“十|四五”", 60), ("“十四|五”", 60), ("汉|——汉", 50)),
    *(("汉汉汉|汉。", 4000), ("汉汉|汉汉。", 30)),
]


@pytest.mark.parametrize(("text", "cost"), SOFT)
def test_soft_bonds_have_their_price(
    style: TextStyle, rules: Composition, text: str, cost: float
) -> None:
    tail = "" if text.endswith("。") else TAIL
    assert boxes.break_cost(style, text + tail, rules) == cost


@pytest.mark.parametrize("text", ["“十四五规划|纲要”汉汉", "GDP|总量汉汉", "2|汉汉汉汉"])
def test_what_is_no_bond(style: TextStyle, rules: Composition, text: str) -> None:
    assert boxes.break_cost(style, text, rules) == 0


def wide(name: str) -> list[str]:
    """Characters of a class that are wide or ambiguous, as CSS Text asks."""
    return [
        chr(code)
        for code in range(0x20, 0xFFF0)
        if line_class(chr(code)) == name
        and unicodedata.east_asian_width(chr(code)) in "AFW"
        and unicodedata.category(chr(code)) != "Cn"
    ]


CSS = [
    *((c, "before", ("normal", "loose")) for c in sorted(SMALL_KANA)),
    *((c, "before", ("normal", "loose")) for c in "‐–〜゠"),
    *((c, "before", ("loose",)) for c in sorted(ITERATION)),
    *((c, "before", ("loose",)) for c in "・：；･‼⁇⁈⁉！？"),
    *((c, "before", ("loose",)) for c in wide("PO")),
    *((c, "after", ("loose",)) for c in wide("PR")),
]


@pytest.mark.parametrize(("char", "side", "freed"), CSS)
def test_levels_are_those_of_css(
    style: TextStyle, char: str, side: str, freed: tuple[str, ...]
) -> None:
    text = f"汉|{char}汉" if side == "before" else f"汉{char}|汉"
    for rules in LEVELS:
        allowed = boxes.break_cost(style, text, rules) < INFINITE
        assert allowed is (rules.level in freed), rules.level


def test_a_freed_side_frees_no_other(style: TextStyle) -> None:
    loose = Composition(level="loose")
    assert boxes.break_cost(style, "（|：汉", loose) == INFINITE
    assert boxes.break_cost(style, "￥|，汉", loose) == INFINITE


@pytest.mark.parametrize("row", TAILORINGS, ids=lambda row: row.rule)
def test_every_row_says_why(row: object) -> None:
    assert getattr(row, "reason", "")


@pytest.mark.skipif(not DATABASE.exists(), reason="the Unicode database is not installed")
def test_the_table_is_what_the_database_says() -> None:
    made = make_line_classes.module(DATABASE.read_text("utf-8"))
    if made.split(",", 1)[0].split("-")[-1] == "15.0.0":
        assert made == Path(line_classes.__file__).read_text("utf-8")


@pytest.mark.parametrize(
    ("char", "name"),
    [("汉", "ID"), ("a", "AL"), ("5", "NU"), ("，", "CL"), ("①", "ID"), ("￥", "PR"), ("😀", "ID")],
)
def test_classes_of_unicode(char: str, name: str) -> None:
    assert line_class(char) == name
