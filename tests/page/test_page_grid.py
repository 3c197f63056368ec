"""The type area in whole characters and lines, on the middle of the sheet."""

import pytest

from layout.page.dummy import dummy
from layout.page.grid import PageGrid, page_grid
from layout.page.house import Range
from layout.page.publication import Grid, SheetSize
from layout.page.template import ColumnScheme, Frame

SHEET = SheetSize(width_mm=390, height_mm=545)
FEATURE = Grid(em=10.5, leading=16.875, characters=94, lines=82)


def grid(count: int = 5, measure: int = 18) -> PageGrid:
    return page_grid(SHEET, FEATURE, ColumnScheme(count=count, measure=measure))


def fixed(lines: int) -> Range:
    return Range(least=lines, wanted=lines, most=lines)


def test_the_type_area_stands_in_the_middle_of_the_sheet() -> None:
    made = grid()
    assert made.type_area.width == pytest.approx(94 * 10.5)
    assert made.type_area.height == pytest.approx(82 * 16.875)
    assert made.type_area.x == pytest.approx(made.sheet.width - made.type_area.right)
    assert made.type_area.y == pytest.approx(made.sheet.height - made.type_area.bottom)


@pytest.mark.parametrize(("count", "measure", "gutter"), [(5, 18, 1), (4, 22, 2), (6, 14, 2)])
def test_columns_and_gutters_fill_the_width(count: int, measure: int, gutter: float) -> None:
    made = grid(count, measure)
    assert made.gutter == pytest.approx(gutter)
    assert made.span(count) == pytest.approx(made.type_area.width)
    assert made.column_x(0) == pytest.approx(made.type_area.x)
    last = made.column_x(count - 1) + made.span(1)
    assert last == pytest.approx(made.type_area.right)


@pytest.mark.parametrize(("count", "measure"), [(5, 19), (6, 15), (1, 95)])
def test_columns_wider_than_the_type_area_are_refused(count: int, measure: int) -> None:
    with pytest.raises(ValueError, match="wider than the type area"):
        grid(count, measure)


def test_a_type_area_larger_than_the_sheet_is_refused() -> None:
    small = SheetSize(width_mm=270, height_mm=390)
    with pytest.raises(ValueError, match="larger than the sheet"):
        page_grid(small, FEATURE, ColumnScheme(count=5, measure=18))


def test_a_band_ends_with_the_characters_of_its_last_line() -> None:
    made = grid()
    band = made.band(2, 3)
    assert band.y == pytest.approx(made.type_area.y + 2 * 16.875)
    assert band.bottom == pytest.approx(band.y + 2 * 16.875 + 10.5)


def test_frames_stand_below_each_other_and_at_the_foot() -> None:
    frames = {
        "top": Frame(lines=fixed(4)),
        "banner": Frame(below="top", space=1, lines=fixed(10)),
        "body": Frame(below="banner", space=2, lines="rest"),
        "note": Frame(foot=True, lines=fixed(3), space=1),
        "credits": Frame(foot=True, lines=fixed(2), space=1),
    }
    heights = {"top": 4, "banner": 10, "note": 3, "credits": 2}
    places = dummy(grid(), frames, heights).places
    tops = {name: (place.top, place.lines) for name, place in places.items()}
    assert tops == {
        "top": (0, 4),
        "banner": (5, 10),
        "body": (17, 82 - 17 - 1 - 2 - 1 - 3),
        "note": (82 - 2 - 1 - 3, 3),
        "credits": (80, 2),
    }
    assert list(places) == list(frames)


def test_frames_that_leave_no_room_are_refused() -> None:
    frames = {
        "top": Frame(lines=fixed(80)),
        "body": Frame(below="top", lines="rest"),
        "foot": Frame(foot=True, lines=fixed(2)),
    }
    with pytest.raises(ValueError, match="no room for body"):
        dummy(grid(), frames, {"top": 80, "foot": 2})
