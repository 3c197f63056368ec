"""The breaker against every possible way of breaking: small paragraphs, all of their breaks."""

from itertools import combinations, pairwise

import boxes
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from layout.page.composition import Composition
from layout.text.items import Paragraph, TextStyle
from layout.text.linebreak import LOOSENESS, OVERFULL, break_lines
from layout.text.measuring import JOINTS, LEAST_JOINTS, NATURAL, SHRINK, STRETCH, Prices, sums
from layout.text.paragraph import paragraph

Styles = tuple[TextStyle, TextStyle]
RULES = Composition()
WAYS = 4000
"""More ways than this are not worth trying."""


def demerits(para: Paragraph, places: tuple[int, ...], measures: tuple[float, ...]) -> float | None:
    """Of ending lines at *places*, worked out plainly; None where a line cannot be set."""
    measured, prices = sums(para.items), Prices(RULES.costs, para.em)
    total, start = 0.0, 0
    for line, place in enumerate(places):
        head, end = measured.starts[start], measured.ends[place]
        room = measures[min(line, len(measures) - 1)] - (0 if line else para.indent)
        need = end[NATURAL] - head[NATURAL] - room
        badness = 0.0
        if need > 1e-6:
            if need > end[SHRINK] - head[SHRINK] + 1e-6:
                return None
            badness = prices.of_shrink(head, end, need)
        elif place < len(measured.places) - 1:
            rest = -need - (end[STRETCH] - head[STRETCH])
            if rest > 1000 * para.em * max(end[JOINTS] - head[JOINTS], LEAST_JOINTS):
                return None
            badness = prices.of_stretch(head, end, -need)
        total += (1 + badness + measured.costs[place]) ** 2
        start = place + 1
    return total


def every_way(para: Paragraph, measures: tuple[float, ...]) -> dict[int, float]:
    """The least demerits for each number of lines."""
    last = len(sums(para.items).places) - 1
    best: dict[int, float] = {}
    count = 0
    for lines in range(1, last + 2):
        for inner in combinations(range(last), lines - 1):
            count += 1
            assume(count < WAYS)
            found = demerits(para, (*inner, last), measures)
            if found is not None:
                best[lines] = min(found, best.get(lines, found))
    return best


@given(
    text=st.text("汉汉汉字，。“”（）5A—·", min_size=1, max_size=12),
    measures=st.lists(st.integers(3, 7), min_size=1, max_size=3),
)
def test_the_best_way_is_the_best_of_all(styles: Styles, text: str, measures: list[int]) -> None:
    para = paragraph(boxes.spans(styles[0], text), RULES)
    rooms = tuple(m * boxes.EM for m in measures)
    ways = break_lines(para, rooms, RULES.costs)
    plain = every_way(para, rooms)
    if not plain:
        assert ways[0].overfull
        return
    assert ways[0].demerits == pytest.approx(min(plain.values()))
    for way in ways:
        if way.demerits < OVERFULL:
            assert way.demerits == pytest.approx(plain[way.lines])


def test_a_long_paragraph_costs_in_proportion(
    styles: Styles, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = 0
    plain = Prices.of_gap

    def counted(prices: Prices, need: float, joints: float) -> float:
        nonlocal tried
        tried += 1
        return plain(prices, need, joints)

    monkeypatch.setattr(Prices, "of_gap", counted)
    counts = []
    for times in (50, 400):
        text = "汉字排版，讲究“版心”；共100.6亿元。行文（括注）——其实……如此" * times
        tried = 0
        ways = break_lines(paragraph(boxes.spans(styles[0], text), RULES), (180.0,), RULES.costs)
        assert len(ways) <= 2 * LOOSENESS + 1
        counts.append(tried)
    assert 0 < counts[1] < 8.5 * counts[0]


def test_ways_differ_in_their_number_of_lines(styles: Styles) -> None:
    para = paragraph(boxes.spans(styles[0], "汉字，“汉字”。" * 60), RULES)
    ways = break_lines(para, (180.0,), RULES.costs)
    lines = sorted(way.lines for way in ways)
    assert len(lines) > 2
    assert all(b - a == 1 for a, b in pairwise(lines))
