"""The laws of line composition, on any text: composition.md, section 7."""

from dataclasses import replace
from itertools import pairwise

import boxes
from hypothesis import assume, given
from hypothesis import strategies as st

from layout.page.composition import Composition
from layout.text.classes import SPACES, CharClass
from layout.text.galley import Line, copyfit, galley
from layout.text.heading import set_heading
from layout.text.items import INFINITE, Box, Glue, Paragraph, Penalty, TextStyle, Tier
from layout.text.linebreak import break_lines
from layout.text.measuring import Prices, sums
from layout.text.paragraph import paragraph

NOT_FIRST = frozenset("，、；：。！？．）］｝〕】〗》〉」』”’·・‧–～/／%％‰°℃….,:;!?)]}")
NOT_LAST = frozenset("“‘（［｛〔【〖《〈「『/／￥$№([{")

Styles = tuple[TextStyle, TextStyle]

clauses = st.one_of(
    st.text("汉字排版行文章节", min_size=1, max_size=12),
    st.sampled_from(["100.6亿元", "1462.62亩", "2025年", "30%", "5G基站", "D级", "8：30"]),
    st.sampled_from(["2021—2025", "Wi-Fi", "GDP", "a few words", "莎士比亚·克", "A/B", "－15℃"]),
    st.sampled_from(["“十四五”", "（括注）", "《书名》、《书》", "“《书》（上）”", "‘字’"]),
    st.sampled_from(["——", "……", "？！", "！！！", "，“", "。”", "：“", "，", "。", "；", "、"]),
)
texts = st.lists(clauses, min_size=1, max_size=24).map("".join).map("汉{}".format)
measures = st.integers(10, 25)
houses = st.builds(
    Composition,
    punctuation=st.sampled_from(["全角", "行末半角", "开明", "半角"]),
    han_latin=st.sampled_from([0.25, 0.125, 0]),
    indent=st.sampled_from([2, 1, 0]),
    squeeze_stops=st.booleans(),
)


def lay(
    styles: Styles, text: str, rules: Composition, measure: int
) -> tuple[Paragraph, list[Line]]:
    """The paragraph and its best lines; a word longer than its line is another matter."""
    para = paragraph(boxes.spans(styles[0], text), rules)
    return para, list(boxes.set_paragraph(para, measure, rules))


@given(text=texts, measure=measures, rules=houses)
def test_no_forbidden_character_stands_at_a_line_edge(
    styles: Styles, text: str, measure: int, rules: Composition
) -> None:
    _, lines = lay(styles, text, rules, measure)
    for before, after in pairwise(lines):
        assert boxes.words(before)[-1] not in NOT_LAST
        assert boxes.words(after)[0] not in NOT_FIRST
        assert before.clusters[-1].cluster.text[-1] + boxes.words(after)[0] not in ("——", "……")


@given(text=texts, measure=measures, rules=houses)
def test_every_justified_line_fills_its_measure(
    styles: Styles, text: str, measure: int, rules: Composition
) -> None:
    para, lines = lay(styles, text, rules, measure)
    assume(not break_lines(para, (measure * boxes.EM,), rules.costs)[0].overfull)
    for line in lines:
        # A mark left full width at the line's end has its blank behind its box.
        end = line.width + (line.spread.natural - _boxes_and_blanks(para, line))
        if line.is_last:
            assert end <= measure * boxes.EM + 1e-6
        elif line.spread.joints or not line.spread.gap:
            assert abs(end - measure * boxes.EM) < 0.01 * boxes.EM


def _boxes_and_blanks(para: Paragraph, line: Line) -> float:
    """Natural width of what stands in a line, its end apart."""
    first = next(i for i, o in enumerate(para.offsets) if o == line.start)
    first = next(i for i in range(first, len(para.items)) if isinstance(para.items[i], Box))
    total, count = 0.0, sum(c.cluster.text.strip() != "" for c in line.clusters)
    for item in para.items[first:]:
        if isinstance(item, Box):
            total += item.width
            count -= 1
            if not count:
                break
        elif isinstance(item, Glue):
            total += item.width
    return total


@given(text=texts, measure=measures, rules=houses)
def test_tiers_give_way_in_order(
    styles: Styles, text: str, measure: int, rules: Composition
) -> None:
    para, lines = lay(styles, text, rules, measure)
    for line in lines:
        spread = line.spread
        touched = [tier for tier in Tier if spread.taken[tier] > 0]
        for tier in touched[:-1]:
            assert spread.taken[tier] > 1 - 1e-6, "only the last tier is partial"
        if touched:
            assert spread.opened == (0, 0)
            assert spread.gap == 0
            skipped = [t for t in Tier if t < touched[-1] and t not in touched]
            assert not any(_has_blank(para, line, tier) for tier in skipped)
        if spread.gap > 0:
            glues = [g for g in _glues(para, line) if g.stretch]
            assert not glues or max(spread.opened) > 1 - 1e-6


def _glues(para: Paragraph, line: Line) -> list[Glue]:
    return [
        item
        for item, offset in zip(para.items, para.offsets, strict=True)
        if isinstance(item, Glue) and line.start < offset < line.end
    ]


def _has_blank(para: Paragraph, line: Line, tier: Tier) -> bool:
    return any(g.tier is tier and g.shrink > 0 for g in _glues(para, line))


@given(text=texts, measure=measures, cuts=st.lists(st.integers(0, 60), max_size=6))
def test_bolding_a_span_changes_no_break(
    styles: Styles, text: str, measure: int, cuts: list[int]
) -> None:
    rules = Composition()
    marked = text
    for at in sorted({min(c, len(text)) for c in cuts}, reverse=True):
        marked = f"{marked[:at]}|{marked[at:]}"
    plain = paragraph(boxes.spans(styles[0], text), rules)
    mixed = paragraph(boxes.spans(styles[0], marked, styles[1]), rules)
    assert broken_at(plain, measure, rules) == broken_at(mixed, measure, rules)


def broken_at(para: Paragraph, measure: int, rules: Composition) -> list[tuple[float, list[int]]]:
    """Every way of breaking a paragraph: its demerits, and where in the text lines begin."""
    return [
        (round(way.demerits, 3), [para.offsets[i] for i in way.breaks[:-1]])
        for way in break_lines(para, (measure * boxes.EM,), rules.costs)
    ]


@given(text=texts, measure=measures)
def test_total_fit_is_never_dearer_than_first_fit(styles: Styles, text: str, measure: int) -> None:
    rules = Composition()
    para = paragraph(boxes.spans(styles[0], text), rules)
    greedy = first_fit(para, measure * boxes.EM, rules)
    best = break_lines(para, (measure * boxes.EM,), rules.costs)[0]
    if greedy is not None:
        assert best.demerits <= greedy + 1e-6


def first_fit(para: Paragraph, measure: float, rules: Composition) -> float | None:
    """Demerits of filling each line as far as it goes; None where a line cannot be set."""
    measured = sums(para.items)
    prices = Prices(rules.costs, para.em)
    start, line, total, last = 0, 0, 0.0, len(measured.places) - 1
    while start <= last:
        room = measure - (para.indent if not line else 0)
        head = measured.starts[start]
        fits = [
            place
            for place in range(start, last + 1)
            if measured.ends[place][0] - head[0] - (measured.ends[place][1] - head[1]) <= room
        ]
        if not fits:
            return None
        place = fits[-1]
        end = measured.ends[place]
        need = end[0] - head[0] - room
        badness = 0.0
        if need > 0:
            badness = prices.of_shrink(head, end, need)
        elif place < last:
            badness = prices.of_stretch(head, end, -need)
        total += (1 + badness + measured.costs[place]) ** 2
        start, line = place + 1, line + 1
    return total


@given(text=texts, measure=measures, rules=houses)
def test_every_character_is_placed_once_and_in_order(
    styles: Styles, text: str, measure: int, rules: Composition
) -> None:
    _, lines = lay(styles, text, rules, measure)
    assert "".join(map(boxes.words, lines)).replace(" ", "") == text.replace(" ", "")
    offsets = [c.offset for line in lines for c in line.clusters]
    assert offsets == sorted(set(offsets))
    for line in lines:
        for placed in line.clusters:
            assert text.startswith(placed.cluster.text, placed.offset)


@given(text=texts, measure=measures)
def test_clusters_overlap_only_as_far_as_nothing(styles: Styles, text: str, measure: int) -> None:
    for line in lay(styles, text, Composition(), measure)[1]:
        for a, b in pairwise(line.clusters):
            assert b.x >= a.x + a.cluster.width - 1e-6


@given(text=texts, measure=measures)
def test_soft_bonds_never_open_a_gap_beyond_comfort(
    styles: Styles, text: str, measure: int
) -> None:
    """Without any bond the loosest line is no tighter, where it is beyond the limit at all."""
    rules = Composition()
    free = rules.model_copy(
        update={
            "costs": rules.costs.model_copy(
                update=dict.fromkeys(
                    (
                        "number_from_measure",
                        "prefix_from_number",
                        "letter_from_word",
                        "short_quotation",
                    ),
                    0.0,
                )
            )
        }
    )
    bonded = [x.spread.gap for x in lay(styles, text, rules, measure)[1]]
    loose = [x.spread.gap for x in lay(styles, text, free, measure)[1]]
    comfort = rules.costs.stretch.comfort + 1e-6
    assert sum(g > comfort for g in bonded) <= sum(g > comfort for g in loose)


@given(text=texts, measure=st.integers(6, 14))
def test_what_is_too_loose_has_a_cure(styles: Styles, text: str, measure: int) -> None:
    rules = Composition()
    for line in lay(styles, text, rules, measure)[1]:
        cure = copyfit(line, rules.loose_line)
        assert (cure is not None) == (
            line.spread.gap > rules.loose_line + 1e-6
            or line.width > measure * boxes.EM + boxes.EM / 2 + 1e-6
        )
        if cure is not None:
            assert max(cure) >= 1


@given(text=texts, measure=measures)
def test_equal_input_gives_equal_lines(styles: Styles, text: str, measure: int) -> None:
    rules = Composition()
    spans = boxes.spans(styles[0], text)
    one, two = (paragraph.__wrapped__(spans, rules) for _ in range(2))
    room = (measure * boxes.EM,)
    assert break_lines.__wrapped__(one, room, rules.costs) == break_lines.__wrapped__(
        two, room, rules.costs
    )
    assert galley.__wrapped__(one, break_lines(one, room, rules.costs)[0], room)


def test_the_laws_meet_what_they_speak_of(styles: Styles) -> None:
    """The generated texts hold breaks that are forbidden, free and paid for."""
    para = paragraph(
        boxes.spans(styles[0], "汉字，“十四五”共100.6亿元——汉字汉字汉字"), Composition()
    )
    costs = {item.cost for item in para.items if isinstance(item, Penalty)}
    assert costs >= {INFINITE, 60, 250, 50}


anything = st.text(
    st.one_of(
        st.sampled_from("汉字，。（）“”——……·5A 　"),
        st.characters(max_codepoint=0x1F9FF, exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]),
    ),
    max_size=40,
)


@given(text=anything, measure=st.integers(1, 12), hanging=st.booleans(), down=st.booleans())
def test_any_text_can_be_set_in_any_measure(
    styles: Styles, text: str, measure: int, *, hanging: bool, down: bool
) -> None:
    rules = Composition(hanging=hanging)
    style = replace(styles[0], vertical=down)
    para = paragraph(boxes.spans(style, text), rules)
    lines = boxes.set_paragraph(para, measure, rules)
    seen = [c for line in lines for c in line.clusters if c.cluster.kind is not CharClass.SPACE]
    assert "".join(c.cluster.text for c in seen) == "".join(c for c in text if c not in SPACES)
    set_heading(boxes.spans(style, text), rules, measure=measure * boxes.EM)
