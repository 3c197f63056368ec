"""Findings on finished lines."""

from pathlib import Path

import pytest

from layout.color import BLACK
from layout.compose.composition import Block, Composition, PlacedLine
from layout.compose.findings import tell_composition
from layout.diagnostics import Diagnostics, Source
from layout.geometry import Box
from layout.page.composition import Composition as Rules
from layout.page.dummy import Dummy
from layout.page.grid import page_grid
from layout.page.publication import Grid, SheetSize
from layout.page.template import ColumnScheme
from layout.resources import FONTS
from layout.text.fonts import open_face
from layout.text.galley import Line
from layout.text.heading import set_heading
from layout.text.items import TextStyle
from layout.text.paragraph import StyledText

SONG = open_face("song-400", Path(FONTS / "song-400.ttf"), serif=True)
STYLE = TextStyle(SONG, 10.0, BLACK)


def line(text: str, start: int) -> Line:
    """A last line of a paragraph, *start* characters into it."""
    made = set_heading((StyledText(text, STYLE),), Rules())
    return Line(made.clusters, made.width, made.spread, start, start + len(text), is_last=True)


@pytest.mark.parametrize(
    ("text", "start", "told"),
    [
        ("年。", 40, True),
        ("年”。", 40, True),
        ("一年。", 40, False),
        ("5%。", 40, False),
        ("年。", 0, False),
    ],
    ids=["one", "one with marks", "two", "a number", "a paragraph of its own"],
)
def test_a_last_line_of_one_character_is_told(text: str, start: int, *, told: bool) -> None:
    sheet = SheetSize(width_mm=100, height_mm=100)
    grid = page_grid(
        sheet, Grid(em=10, leading=15, characters=20, lines=10), ColumnScheme(count=1, measure=20)
    )
    placed = PlacedLine(line(text, start), 10.0, 20.0)
    source = Source("body.md", 3, 1)
    block = Block("P", (placed,), Box(0, 0, 1, 1), name="a 1", element="a 1", source=source)
    page = Composition(1, "", "t", Dummy(grid, {}), (block,), ())
    found = Diagnostics()
    tell_composition(page, Rules(), found)
    assert [d.code for d in found] == (["lone-character"] if told else [])
    assert all(d.source == source for d in found)
