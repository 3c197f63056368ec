"""The grid of a page: characters across and baseline lines down, turned into points once.

A line of the grid is a slot of one leading; the body of its characters stands at the
slot's top, and the blank that parts lines follows. So whatever fills whole slots ends
level with the characters beside it when the last blank is taken off (:attr:`PageGrid.blank`).
"""

from dataclasses import dataclass, replace

from layout.geometry import Box
from layout.page.publication import Grid, SheetSize
from layout.page.template import ColumnScheme
from layout.units import mm_to_pt


@dataclass(frozen=True, slots=True)
class PageGrid:
    """Where characters, lines and columns lie on a sheet."""

    sheet: Box
    """The trimmed sheet."""
    type_area: Box
    """版心, centred on the sheet."""
    em: float
    """One character of the body, in points."""
    leading: float
    """One line of the grid, in points."""
    lines: int
    """Of the whole type area."""
    columns: int
    measure: int
    """Characters in a line of one column."""
    gutter: float
    """Characters between two columns."""

    @property
    def blank(self) -> float:
        """What parts two lines: the leading without the characters, in points."""
        return self.leading - self.em

    def y(self, line: float) -> float:
        """Top of grid line *line*, counted from the top of the type area."""
        return self.type_area.y + line * self.leading

    def column_x(self, column: int) -> float:
        """Left edge of *column*, from 0."""
        return self.type_area.x + column * (self.measure + self.gutter) * self.em

    def span(self, columns: int) -> float:
        """Width of *columns* neighbouring columns with the gutters between them."""
        return (columns * self.measure + (columns - 1) * self.gutter) * self.em

    def band(self, top: int, lines: int) -> Box:
        """A box over the whole width, from grid line *top*, *lines* high to the last character."""
        height = lines * self.leading - self.blank
        return Box(self.type_area.x, self.y(top), self.type_area.width, height)


def finer_grid(grid: PageGrid, em: float, leading: float) -> PageGrid:
    """The same columns with text of another size: as many characters as go into one.

    What a column has over is given to the gutters; the columns' left edges stay.
    """
    measure = int(grid.measure * grid.em / em + 1e-6)
    gutter = grid.gutter
    if grid.columns > 1:
        pitch = (grid.measure + grid.gutter) * grid.em
        gutter = pitch / em - measure
    lines = int(grid.lines * grid.leading / leading + 1e-6)
    return replace(grid, em=em, leading=leading, lines=lines, measure=measure, gutter=gutter)


def page_grid(sheet: SheetSize, grid: Grid, columns: ColumnScheme) -> PageGrid:
    """The grid of a page; what the columns leave of the width is shared by the gutters.

    Raises:
        ValueError: the columns are wider than the type area, or that than the sheet.

    """
    left_over = grid.characters - columns.count * columns.measure
    gutter = left_over / (columns.count - 1) if columns.count > 1 else 0.0
    width, height = mm_to_pt(sheet.width_mm), mm_to_pt(sheet.height_mm)
    area_width, area_height = grid.characters * grid.em, grid.lines * grid.leading
    if left_over < 0 or (columns.count > 1 and gutter < 1):
        raise ValueError("the columns are wider than the type area")
    if area_width > width or area_height > height:
        raise ValueError("the type area is larger than the sheet")
    area = Box((width - area_width) / 2, (height - area_height) / 2, area_width, area_height)
    return PageGrid(
        Box(0, 0, width, height),
        area,
        grid.em,
        grid.leading,
        grid.lines,
        columns.count,
        columns.measure,
        gutter,
    )
