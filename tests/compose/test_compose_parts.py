"""Crops, slots and words: the small parts that a page is made of."""

from datetime import date
from pathlib import Path

import pytest

from layout.compose.content import Content, Words
from layout.compose.crop import crop
from layout.compose.slots import Standing, stretches
from layout.diagnostics import Source
from layout.issue.loaded import LoadedPicture
from layout.issue.model import PictureSpec
from layout.issue.pictures import PictureInfo
from layout.page.grid import PageGrid, page_grid
from layout.page.publication import Grid, SheetSize
from layout.page.template import ColumnScheme

HERE = Source("issue.yaml", 2, 1)
PICTURE = LoadedPicture(PictureSpec(file="a.jpg"), None, HERE)


@pytest.fixture
def three_columns() -> PageGrid:
    sheet = SheetSize(width_mm=200, height_mm=200)
    grid = Grid(em=10, leading=15, characters=32, lines=30)
    return page_grid(sheet, grid, ColumnScheme(count=3, measure=10))


def info(width: int, height: int) -> PictureInfo:
    return PictureInfo(Path("a.jpg"), width, height, "JPEG", "RGB")


@pytest.mark.parametrize(
    ("size", "aspect", "focus", "expected"),
    [
        ((200, 100), 2, (0.5, 0.5), (0, 0, 1, 1)),
        ((200, 100), 1, (0.5, 0.5), (0.25, 0, 0.75, 1)),
        ((200, 100), 1, (0.1, 0.5), (0, 0, 0.5, 1)),
        ((200, 100), 1, (0.9, 0.5), (0.5, 0, 1, 1)),
        ((100, 200), 1, (0.5, 0.4), (0, 0.15, 1, 0.65)),
        ((100, 100), 4, (0.5, 1.0), (0, 0.75, 1, 1)),
    ],
)
def test_a_crop_is_the_largest_of_its_shape_that_keeps_the_focus(
    size: tuple[int, int],
    aspect: float,
    focus: tuple[float, float],
    expected: tuple[float, float, float, float],
) -> None:
    made = crop(info(*size), aspect, focus)
    assert made == pytest.approx(expected)
    width, height = (made[2] - made[0]) * size[0], (made[3] - made[1]) * size[1]
    assert width / height == pytest.approx(aspect)


def test_text_runs_above_and_below_a_picture(three_columns: PageGrid) -> None:
    standing = [Standing(PICTURE, column=1, across=2, top=4, lines=6)]
    found = stretches(standing, three_columns, 20, 3)
    assert found is not None
    assert [(s.column, s.top, s.lines) for s in found] == [
        (0, 0, 20),
        (1, 0, 4),
        (1, 10, 10),
        (2, 0, 4),
        (2, 10, 10),
    ]


def test_pictures_at_top_and_foot_leave_no_stretch_there(three_columns: PageGrid) -> None:
    standing = [Standing(PICTURE, 0, 1, 0, 6), Standing(PICTURE, 0, 1, 14, 6)]
    found = stretches(standing, three_columns, 20, 3)
    assert found is not None
    assert [(s.top, s.lines) for s in found if s.column == 0] == [(6, 8)]


@pytest.mark.parametrize("top", [5, 7, 18])
def test_pictures_in_each_others_way_or_with_a_strip_too_low_are_refused(
    top: int, three_columns: PageGrid
) -> None:
    standing = [Standing(PICTURE, 0, 1, 0, 6), Standing(PICTURE, 0, 2, top, 11)]
    assert stretches(standing, three_columns, 30, 3) is None


def content(**words: str) -> Content:
    spoken = {name: Words(text, HERE) for name, text in words.items()}
    return Content({"date": Words("2025年2月27日", HERE), **spoken}, date(2025, 2, 27))


def test_a_pattern_is_filled_from_the_content() -> None:
    filled = content(weekday="星期四").filled("{date}　{weekday}")
    assert filled == Words("2025年2月27日　星期四", HERE)


def test_a_line_with_an_empty_slot_is_left_out() -> None:
    assert content(edition="").filled("{date} {edition}") is None
    assert content().filled("{issue_number}") is None


def test_the_lunar_date_is_worked_out_where_it_is_printed() -> None:
    filled = content().filled("{lunar_date}")
    assert filled is not None
    assert filled.text == "乙巳年正月三十"


def test_what_an_element_requires_is_there_or_not() -> None:
    made = content(edition="特刊", series="")
    assert made.has("")
    assert made.has("edition")
    assert not made.has("series")
    assert not made.has("banner.series")
