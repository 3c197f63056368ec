"""What a house may choose: widths of marks, hanging, gaps, indents."""

import boxes
import pytest

from layout.page.composition import Composition
from layout.text.items import TextStyle, Tier

TEXT = "汉，（汉）汉。汉"
MODES = [
    ("全角", [0, 1, 2, 2.5, 3.5, 4.5, 5.5, 6.5]),
    ("行末半角", [0, 1, 2, 2.5, 3.5, 4.5, 5.5, 6.5]),
    ("开明", [0, 1, 1.5, 2, 3, 3.5, 4.5, 5.5]),
    ("半角", [0, 1, 1.5, 2, 3, 3.5, 4.5, 5]),
]


@pytest.mark.parametrize(("mode", "where"), MODES)
def test_width_of_marks(style: TextStyle, mode: str, where: list[float]) -> None:
    rules = Composition(punctuation=mode)
    assert boxes.places(boxes.set_text(style, TEXT, 40, rules, indent=0)[0]) == where


def test_kaiming_leaves_a_stop_full_before_an_opening_mark(style: TextStyle) -> None:
    rules = Composition(punctuation="开明")
    line = boxes.set_text(style, "汉。“汉，“汉", 40, rules, indent=0)[0]
    assert boxes.places(line) == [0, 1, 2, 2.5, 3.5, 4, 4.5]


@pytest.mark.parametrize(("mode", "fits"), [("全角", 8), ("行末半角", 7.5)])
def test_a_mark_at_a_line_end(style: TextStyle, mode: str, fits: float) -> None:
    text = "汉" * 7 + "，" + "汉" * 20
    lines = boxes.set_text(style, text, fits, Composition(punctuation=mode), indent=0)
    assert boxes.words(lines[0]) == "汉" * 7 + "，"
    assert lines[0].spread.natural == fits * 10, "full width if there is room for it"


def test_a_full_width_house_halves_a_mark_at_a_line_end_to_take_it_in(style: TextStyle) -> None:
    rules = Composition(punctuation="全角")
    lines = boxes.set_text(style, "汉" * 7 + "，" + "汉" * 4, 7.5, rules, indent=0)
    assert boxes.words(lines[0]) == "汉" * 7 + "，"
    assert lines[0].width == pytest.approx(75)


@pytest.mark.parametrize("mark", "，、。")
def test_hanging_puts_one_mark_outside(style: TextStyle, mark: str) -> None:
    text = "汉" * 8 + mark + "汉" * 16
    for hanging, words in ((True, "汉" * 8 + mark), (False, "汉" * 7)):
        rules = Composition(hanging=hanging)
        line = boxes.set_text(style, text, 8, rules, indent=0)[0]
        assert boxes.words(line) == words
        assert line.width == pytest.approx(85 if hanging else 80)


@pytest.mark.parametrize("mark", "；：！？”）")
def test_nothing_else_hangs(style: TextStyle, mark: str) -> None:
    text = "汉" * 8 + mark + "汉" * 16
    line = boxes.set_text(style, text, 8, Composition(hanging=True), indent=0)[0]
    assert boxes.words(line) == "汉" * 7


@pytest.mark.parametrize(("gap", "em"), [("1/4", 0.25), ("1/8", 0.125), ("1/6", 1 / 6), (0, 0)])
def test_gap_of_han_and_latin(style: TextStyle, gap: object, em: float) -> None:
    rules = Composition(han_latin=gap)  # type: ignore[arg-type]
    line = boxes.set_text(style, "汉5G汉", 40, rules, indent=0)[0]
    assert boxes.places(line) == [0, round(1 + em, 4), round(2 + 2 * em, 4)]


@pytest.mark.parametrize(
    "text", ["汉（5G）汉", "汉，5", "“5", "汉.汉", "汉(汉", "汉!汉", "《A》", "5·5", "5，A"]
)
def test_no_gap_beside_marks(style: TextStyle, rules: Composition, text: str) -> None:
    tight = Composition(han_latin=0)
    settings = [boxes.set_text(style, text, 40, r, indent=0)[0] for r in (rules, tight)]
    assert boxes.places(settings[0]) == boxes.places(settings[1])


def test_no_gap_of_han_and_latin_at_line_edges(style: TextStyle, rules: Composition) -> None:
    lines = boxes.set_text(style, "汉" * 4 + "55" + "汉" * 8, 4, rules, indent=0)
    assert boxes.words(lines[1])[:2] == "55"
    assert lines[1].clusters[0].x == 0
    assert lines[0].width == pytest.approx(40)


@pytest.mark.parametrize("em", [0, 1, 2])
def test_indent(style: TextStyle, em: float) -> None:
    lines = boxes.set_text(style, "“汉" + "汉" * 20, 10, Composition(indent=em))
    assert lines[0].clusters[0].x == em * 10
    assert lines[1].clusters[0].x == 0


def test_a_stop_that_may_not_be_squeezed_is_not(style: TextStyle) -> None:
    text = "汉。" + "汉" * 9 + "W" * 20
    for squeeze in (True, False):
        rules = Composition(squeeze_stops=squeeze)
        line = boxes.set_text(style, text, 10.5, rules, indent=0)[0]
        assert (line.spread.taken[Tier.STOP] > 0) is squeeze


@pytest.mark.parametrize(
    ("text", "width"),
    [("汉？！汉", 3), ("汉！！汉", 3), ("汉！！！汉", 4), ("汉？汉", 3), ("汉？！”汉", 4)],
)
def test_two_stops_fill_an_em_and_three_fill_two(
    style: TextStyle, rules: Composition, text: str, width: float
) -> None:
    line = boxes.set_text(style, text, 40, rules, indent=0)[0]
    assert line.width == width * 10
