"""Lines as they are set."""

import boxes
import pytest

from layout.page.composition import Composition
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
