"""The breaker alone, on items made by hand."""

from itertools import pairwise

import boxes
import pytest

from layout.page.composition import Composition, LineCosts
from layout.text.galley import galley
from layout.text.items import TextStyle
from layout.text.linebreak import break_lines, line_of
from layout.text.paragraph import paragraph


def test_lines_of_plain_han_are_full(style: TextStyle, rules: Composition) -> None:
    lines = boxes.set_text(style, "汉" * 28, 10, rules)
    assert [len(line.clusters) for line in lines] == [8, 10, 10]
    assert [line.width for line in lines] == [100, 100, 100]


def test_each_number_of_lines_is_offered_once_and_the_best_first(
    style: TextStyle, rules: Composition
) -> None:
    text = "汉字汉字，" * 3 + "汉字。"
    ways = break_lines(paragraph(boxes.spans(style, text), rules), (180,), rules.costs)
    assert len(ways) > 1
    assert len({w.lines for w in ways}) == len(ways)
    assert all(a.demerits <= b.demerits for a, b in pairwise(ways))


def test_measures_may_differ_from_line_to_line(style: TextStyle, rules: Composition) -> None:
    para = paragraph(boxes.spans(style, "汉" * 20), rules, indent=0)
    measures = (50.0, 80.0, 70.0)
    best = break_lines(para, measures, rules.costs)[0]
    assert [len(x.clusters) for x in galley(para, best, measures)] == [5, 8, 7]


def test_a_word_longer_than_the_line_stands_out_of_it(style: TextStyle, rules: Composition) -> None:
    para = paragraph(boxes.spans(style, "汉" + "W" * 30 + "汉"), rules)
    best = break_lines(para, (100.0,), rules.costs)[0]
    assert best.overfull
    lines = galley(para, best, (100.0,))
    assert "".join(map(boxes.words, lines)) == para.text


def test_an_empty_paragraph_has_no_lines() -> None:
    assert break_lines(paragraph((), Composition()), (100.0,), LineCosts())[0].breaks == ()


def test_the_line_of_an_item(style: TextStyle, rules: Composition) -> None:
    para = paragraph(boxes.spans(style, "汉" * 20), rules, indent=0)
    best = break_lines(para, (100.0,), rules.costs)[0]
    assert line_of(best, 0) == 0
    assert line_of(best, len(para.items) - 1) == 1


@pytest.mark.parametrize("measure", [10, 12, 18])
def test_no_lone_character_on_the_last_line(
    style: TextStyle, rules: Composition, measure: int
) -> None:
    for extra in range(3):
        text = "汉字，" * 9 + "汉" * extra + "了。"
        last = boxes.set_text(style, text, measure, rules)[-1]
        assert len(boxes.words(last).strip("，。")) > 1
