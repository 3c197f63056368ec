"""Lines as they are set."""

import boxes
import pytest

from layout.page.composition import Composition
from layout.text.galley import Copyfit, copyfit
from layout.text.items import TextStyle, Tier


def test_a_line_end_mark_is_half_width(style: TextStyle, rules: Composition) -> None:
    line = boxes.set_text(style, "汉" * 7 + "，" + "汉" * 12, 7.5, rules, indent=0)[0]
    assert boxes.words(line) == "汉" * 7 + "，"
    assert line.width == pytest.approx(75)


def test_an_opening_mark_is_flush_at_a_line_start(style: TextStyle, rules: Composition) -> None:
    lines = boxes.set_text(style, "“" + "汉" * 7 + "“" + "汉" * 9, 9.5, rules)
    assert lines[0].clusters[0].x == 20, "two em of indent, no blank besides"
    assert boxes.words(lines[1])[0] == "“"
    assert lines[1].clusters[0].x == 0


def test_a_tight_line_takes_brackets_before_pauses(style: TextStyle, rules: Composition) -> None:
    text = "汉汉，汉（汉）汉汉，汉"
    line = boxes.set_text(style, text + "汉" * 20, 10.5, rules, indent=0)[0]
    taken = line.spread.taken
    assert boxes.words(line).startswith(text)
    assert taken[Tier.BRACKET] > 0
    assert taken[Tier.PAUSE] == 0


def test_a_loose_line_opens_han_latin_before_han(style: TextStyle, rules: Composition) -> None:
    line = boxes.set_text(style, "汉汉5G汉汉" + "W" * 12 + "汉汉汉", 6.1, rules, indent=0)[0]
    word, han_latin = line.spread.opened
    assert (word, han_latin) == (0, 1)
    assert line.spread.gap > 0
    assert line.width == pytest.approx(61)


def test_every_character_of_the_text_is_placed_once(style: TextStyle, rules: Composition) -> None:
    text = "汉字 and more，“汉字”（12.5%）——汉……字。"
    lines = boxes.set_text(style, text, 7, rules)
    assert "".join(map(boxes.words, lines)).replace(" ", "") == text.replace(" ", "")
    assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]
    assert lines[-1].end == len(text)


def test_the_log_says_what_was_done_and_why(style: TextStyle, rules: Composition) -> None:
    tight = boxes.set_text(style, "汉汉，汉（汉）汉汉，汉" + "汉" * 20, 10.5, rules, indent=0)[0]
    assert "bracket -50%" in str(tight.spread)
    loose = boxes.set_text(style, "汉" * 8 + "，" + "汉" * 8, 8, rules, indent=0)[0]
    assert "gap +0." in str(loose.spread)
    assert loose.spread.moved_by == "line-start", "the comma could not begin the next line"
    paid = boxes.set_text(style, "汉" * 4 + "55亩" + "汉" * 9, 5.25, rules, indent=0)[0]
    assert boxes.words(paid) == "汉" * 4 + "55"
    assert "paid number-measure" in str(paid.spread)


def test_a_line_that_fits_says_nothing(style: TextStyle, rules: Composition) -> None:
    spread = boxes.set_text(style, "汉" * 20, 10, rules, indent=0)[0].spread
    assert (spread.rule, spread.moved_by, spread.gap) == ("", "", 0)
    assert spread.joints == 9


def test_a_loose_line_tells_how_many_characters_cure_it(
    style: TextStyle, rules: Composition
) -> None:
    text = "汉" * 6 + "W" * 10 + "汉" * 9
    lines = boxes.set_text(style, text, 10, rules, indent=0)
    assert boxes.words(lines[0]) == "汉" * 6, "the word of five em and its gap go down"
    assert copyfit(lines[0], rules.loose_line) == Copyfit(cut=2, add=4)
    assert boxes.words(boxes.set_text(style, text[2:], 10, rules, indent=0)[0])[-1] == "W"
    assert copyfit(lines[-1], rules.loose_line) is None


def test_a_line_too_full_tells_how_many_to_cut(style: TextStyle, rules: Composition) -> None:
    line = boxes.set_text(style, "W" * 23, 10, rules, indent=0)[0]
    assert copyfit(line, rules.loose_line) == Copyfit(cut=2, add=0)


def test_a_line_without_joints_stays_short_and_says_so(
    style: TextStyle, rules: Composition
) -> None:
    line = boxes.set_text(style, "W" * 14 + "-" + "W" * 14, 10, rules, indent=0)[0]
    assert line.width == 72.5
    assert line.spread.gap == pytest.approx(2.75)


def test_a_typed_space_between_han_keeps_its_width(style: TextStyle, rules: Composition) -> None:
    line = boxes.set_text(style, "汉\u3000字", 20, rules, indent=0)[0]
    assert boxes.places(line) == [0, 1, 2]
    assert [c.offset for c in line.clusters] == [0, 1, 2]


def test_a_space_at_a_line_end_vanishes(style: TextStyle, rules: Composition) -> None:
    lines = boxes.set_text(style, "word word", 2.1, rules, indent=0)
    assert list(map(boxes.words, lines)) == ["word", "word"]
