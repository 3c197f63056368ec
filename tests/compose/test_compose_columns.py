"""Columns filled by search: level, nothing stranded, at the least cost."""

from itertools import product

import pytest

from layout.compose.columns import STRANDED, Filler, Filling, Stretch
from layout.compose.passages import Option, Passage
from layout.diagnostics import Source
from layout.text.items import Paragraph
from layout.text.linebreak import Breaking

NOWHERE = Source("body.md")


def passage(*lines: int, head: int = 2, is_crosshead: bool = False) -> Passage:
    """A passage set in any of *lines*, every further way a thousand demerits dearer."""
    options = tuple(
        Option(count, 1000.0 * number, Breaking(tuple(range(1, count + 1)), 0.0))
        for number, count in enumerate(lines)
    )
    shaped = Paragraph("字", (), (), 0.0, 10.0)
    return Passage(shaped, options, head, is_crosshead, NOWHERE, 100.0)


def columns(*lines: int) -> list[Stretch]:
    return [Stretch(number, 0, count) for number, count in enumerate(lines)]


def fill(passages: list[Passage], stretches: list[Stretch], spare: int = 0) -> Filling | None:
    return Filler(passages).fill(stretches, spare=spare)


def chosen(passages: list[Passage], stretches: list[Stretch]) -> list[int] | None:
    filling = fill(passages, stretches)
    return [option.lines for option in filling.options] if filling else None


def test_text_that_fits_as_it_is_is_left_as_it_is() -> None:
    filling = fill([passage(3, 2, 4), passage(7, 8, 6)], columns(5, 5))
    assert filling is not None
    assert filling.cost == 0
    assert [option.lines for option in filling.options] == [3, 7]


def test_a_line_more_or_less_is_found_where_it_costs_least() -> None:
    cheap = passage(4, 5)
    dear = Passage(
        cheap.paragraph,
        (cheap.options[0], Option(5, 9000.0, cheap.options[1].breaking)),
        2,
        is_crosshead=False,
        source=NOWHERE,
        measure=100.0,
    )
    assert chosen([dear, cheap], columns(9)) == [4, 5]


def test_text_that_cannot_fill_the_columns_exactly_fills_them_not_at_all() -> None:
    assert fill([passage(4), passage(4)], columns(5, 4)) is None
    assert fill([passage(4), passage(4)], columns(7)) is None


def test_spare_lines_may_stay_empty_when_asked_for() -> None:
    filling = fill([passage(4)], columns(6), spare=2)
    assert filling is not None
    assert filling.left_over == 2


@pytest.mark.parametrize(
    ("first", "rest"),
    [(4, 5), (6, 3)],
    ids=["first line alone at the foot", "last line alone at the head"],
)
def test_a_line_alone_is_avoided_by_another_setting(first: int, rest: int) -> None:
    # As they are, the edge after line 5 leaves one line of a paragraph alone.
    passages = [passage(first, first - 1, first + 1), passage(rest, rest + 1, rest - 1)]
    filling = fill(passages, columns(5, 4))
    assert filling is not None
    assert filling.is_clean
    assert [option.lines for option in filling.options] != [first, rest]


def test_a_line_alone_that_cannot_be_helped_is_owned_up_to() -> None:
    filling = fill([passage(4), passage(6)], columns(9, 1))
    assert filling is not None
    assert not filling.is_clean
    assert filling.cost >= STRANDED


def test_a_lead_is_kept_with_the_lines_that_follow_it() -> None:
    assert fill([passage(3), passage(7, head=3)], columns(5, 5)).is_clean is False  # type: ignore[union-attr]
    assert fill([passage(2), passage(8, head=3)], columns(5, 5)).is_clean is True  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("before", "after", "is_clean"),
    [(2, 6, True), (4, 4, False), (5, 3, False), (3, 5, False)],
    ids=["with two lines", "at the foot", "parted", "with one line"],
)
def test_a_crosshead_stays_with_two_lines_of_what_follows(
    before: int, after: int, *, is_clean: bool
) -> None:
    passages = [passage(before), passage(2, is_crosshead=True), passage(after)]
    filling = fill(passages, columns(6, 4))
    assert filling is not None
    assert filling.is_clean == is_clean


def test_the_search_finds_the_cheapest_of_all_ways() -> None:
    passages = [passage(3, 4), passage(5, 4, 6), passage(2), passage(6, 7, 5), passage(4, 3)]
    stretches = columns(7, 7, 7)
    filling = fill(passages, stretches)
    assert filling is not None
    costs = []
    for ways in product(*(p.options for p in passages)):
        if sum(option.lines for option in ways) == 21:
            single = [
                Passage(p.paragraph, (o,), p.head, p.is_crosshead, NOWHERE, 100.0)
                for p, o in zip(passages, ways, strict=True)
            ]
            found = fill(single, stretches)
            assert found is not None
            costs.append(found.cost)
    assert filling.cost == pytest.approx(min(costs))


def test_heights_are_told_from_tightest_to_loosest() -> None:
    filler = Filler([passage(3, 4), passage(5, 4, 6)])
    assert (filler.least, filler.best, filler.most) == (7, 8, 10)


def test_nothing_dearer_than_what_is_known_is_looked_for() -> None:
    filler = Filler([passage(4, 5)])
    assert filler.fill(columns(5), below=1.0) is None
    assert filler.fill(columns(5), below=1.1) is not None
