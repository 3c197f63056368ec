"""Headings fill their measure, ink to ink."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import boxes
import pytest

from layout.page.composition import Composition
from layout.text.fonts import open_face
from layout.text.galley import Line
from layout.text.heading import set_heading
from layout.text.items import TextStyle

FONTS = Path(__file__).parents[2] / "fonts"


def heading(style: TextStyle, text: str, **options: float) -> Line:
    return set_heading(boxes.spans(style, text), Composition(), **options)


def gaps(line: Line) -> list[float]:
    return [round(b.x - a.x - a.cluster.width, 6) for a, b in pairwise(line.clusters)]


def test_natural_width_with_marks_at_half_width(style: TextStyle) -> None:
    line = heading(style, "扛牢，使命")
    assert boxes.places(line) == [0, 1, 2, 2.5, 3.5]
    assert line.width == 45


def test_track_is_added_between_characters_only(style: TextStyle) -> None:
    line = heading(style, "扛牢使", track=0.5)
    assert boxes.places(line) == [0, 1.5, 3]
    assert line.width == 40


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("measure", [60, 29, 20])
def test_a_measure_is_filled_ink_to_ink(
    style: TextStyle, measure: float, *, vertical: bool
) -> None:
    line = heading(replace(style, vertical=vertical), "扛牢使", measure=measure)
    first, last = line.clusters[0], line.clusters[-1]
    assert first.x + 0.5 == pytest.approx(0), "ink begins 0.05 em inside the box"
    assert last.x + 9.5 == pytest.approx(measure)
    assert gaps(line)[0] == pytest.approx(gaps(line)[1])


def test_gaps_grow_by_one_amount_where_blanks_differ(style: TextStyle) -> None:
    natural, spread = heading(style, "扛5G牢使"), heading(style, "扛5G牢使", measure=80)
    grown = [b - a for a, b in zip(gaps(natural), gaps(spread), strict=True)]
    assert grown == pytest.approx([grown[0]] * 3)
    assert spread.spread.gap == pytest.approx(grown[0] / 10)


def test_a_single_character_stands_in_the_middle(style: TextStyle) -> None:
    line = heading(style, "扛", measure=50)
    assert line.clusters[0].x == 20


def test_an_edge_of_digits_across_is_flush_by_its_ink(style: TextStyle) -> None:
    line = heading(replace(style, vertical=True), "27日", measure=50)
    first = line.clusters[0]
    assert first.x + first.cluster.baseline - 7 == pytest.approx(0)


def test_a_typed_space_stays(style: TextStyle) -> None:
    assert boxes.places(heading(style, "扛\u3000牢")) == [0, 1, 2]


def test_styles_of_two_sizes(style: TextStyle) -> None:
    big = replace(style, size=20)
    line = set_heading(boxes.spans(style, "扛|牢|使", big), Composition(), track=0.1)
    assert [c.x for c in line.clusters] == [0, 12, 34]


def test_a_word_of_two_styles_stays_together(style: TextStyle) -> None:
    other = replace(style, underline=True)
    spans = boxes.spans(style, "扛20|25牢", other)
    line = set_heading(spans, Composition(), measure=100, track=0.2)
    assert [c.cluster.text for c in line.clusters] == ["扛", "20", "25", "牢"]
    first, second = gaps(line)[0], gaps(line)[1]
    assert second == 0
    assert first > 10
    assert line.clusters[-1].x + 9.5 == pytest.approx(100)


def test_an_empty_heading_is_an_empty_line(style: TextStyle) -> None:
    assert heading(style, "", measure=50).clusters == ()


@pytest.mark.parametrize("key", ["song-900", "brush-400", "hei-700"])
@pytest.mark.parametrize("vertical", [False, True])
def test_real_faces_stand_flush(key: str, *, vertical: bool) -> None:
    face = open_face(key, FONTS / f"{key}.ttf")
    style = replace(boxes.style_of(face, vertical=vertical), size=72)
    line = heading(style, "扛牢使命挑大梁", measure=600)
    first, last = line.clusters[0], line.clusters[-1]
    start, end = face.ink(first.cluster.glyphs[0].gid), face.ink(last.cluster.glyphs[0].gid)
    if vertical:
        top = face.vertical_origin(first.cluster.glyphs[0].gid)
        bottom = face.vertical_origin(last.cluster.glyphs[0].gid)
        edges = (first.x + (top - start.top) * 72, last.x + (bottom - end.bottom) * 72)
    else:
        edges = (first.x + start.left * 72, last.x + end.right * 72)
    assert edges == pytest.approx((0, 600))
