"""Items of a paragraph, as the breaker gets them."""

from dataclasses import replace

import boxes
import pytest

from layout.page.composition import Composition
from layout.text.fonts import Face
from layout.text.items import INFINITE, Box, Glue, Penalty, TextStyle, Tier
from layout.text.paragraph import StyledText, paragraph


def test_boxes_glue_and_penalties(style: TextStyle, rules: Composition) -> None:
    para = paragraph(boxes.spans(style, "汉字，汉汉汉"), rules)
    assert [type(item) for item in para.items[:7]] == [Box, Glue, Box, Penalty, Glue, Box, Glue]
    comma, after = para.items[5:7]
    assert comma.width == 5
    assert isinstance(after, Glue)
    assert (after.width, after.tier, after.shrink) == (5, Tier.PAUSE, 5)
    assert para.items[3] == Penalty(INFINITE, rule="line-start")


def test_offsets_are_those_of_the_text(style: TextStyle, rules: Composition) -> None:
    para = paragraph(boxes.spans(style, "共100.6亿元"), rules)
    starts = [o for item, o in zip(para.items, para.offsets, strict=True) if isinstance(item, Box)]
    assert starts == [0, 1, 6, 7]


@pytest.mark.parametrize(("indent", "points"), [(None, 20), (0, 0), (1.5, 15)])
def test_indent_is_the_houses_unless_another_is_asked_for(
    style: TextStyle, rules: Composition, indent: float | None, points: float
) -> None:
    assert paragraph(boxes.spans(style, "汉"), rules, indent=indent).indent == points


def test_lead_is_kept_for_whoever_makes_up_the_column(style: TextStyle, rules: Composition) -> None:
    assert paragraph(boxes.spans(style, "汉字汉"), rules, lead=2).lead == 2


def test_a_mark_has_the_blank_of_its_own_size(style: TextStyle, rules: Composition) -> None:
    big = replace(style, size=20)
    spans = (StyledText("汉，", big), StyledText("汉（", style), StyledText("（汉", big))
    glues = [i for i in paragraph(spans, rules).items if isinstance(i, Glue) and i.tier]
    assert [g.width for g in glues] == [10, 5]


def test_typed_spaces(style: TextStyle, rules: Composition) -> None:
    para = paragraph(boxes.spans(style, "two words，汉 字 A"), rules)
    spaces = [i for i in para.items if isinstance(i, Glue) and i.space is not None]
    assert [(g.width, g.tier) for g in spaces] == [
        (3, Tier.WORD),
        (2.5, None),
        (2.5, Tier.HAN_LATIN),
    ]


def test_an_empty_paragraph_has_no_items(rules: Composition) -> None:
    assert paragraph((), rules).items == ()


def test_equal_spans_share_their_paragraph(
    style: TextStyle, face: Face, rules: Composition
) -> None:
    again = boxes.style_of(face)
    one, two = (paragraph(boxes.spans(s, "汉字"), rules) for s in (style, again))
    assert one is two


@pytest.mark.parametrize("text", ["汉汉字——", "汉汉5G", "汉——汉汉", "汉汉2025年"])
def test_a_change_of_style_inside_an_atom_changes_no_price(
    style: TextStyle, rules: Composition, text: str
) -> None:
    other = replace(style, underline=True)
    plain = paragraph(boxes.spans(style, text), rules)
    prices = {o: i.cost for i, o in zip(plain.items, plain.offsets, strict=True) if costs(i)}
    for at in range(1, len(text)):
        mixed = paragraph(boxes.spans(style, f"{text[:at]}|{text[at:]}", other), rules)
        found = {o: i.cost for i, o in zip(mixed.items, mixed.offsets, strict=True) if costs(i)}
        assert found == prices


def costs(item: object) -> bool:
    """Whether it is a penalty that can be paid."""
    return isinstance(item, Penalty) and item.cost < INFINITE
