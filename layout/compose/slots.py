"""Pictures in the text: which lines they may take, and where image and cutline stand in them."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from layout.compose.columns import Stretch
from layout.compose.setter import Setter
from layout.geometry import Box
from layout.issue.loaded import LoadedPicture
from layout.page.grid import PageGrid
from layout.page.house import Range
from layout.page.template import Flow, PictureSlot
from layout.text.items import Paragraph
from layout.text.linebreak import break_lines
from layout.text.paragraph import StyledText, paragraph

CREDIT_SPACE = "　"
LANDSCAPE, UPRIGHT = 1.2, 0.83
"""Aspects from which a picture counts as lying or standing; between them it is square."""
UNKNOWN_ASPECT = 1.5
"""Of artwork without a size of its own."""
SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Standing:
    """A picture at one place in one height, in whole columns and lines of its frame."""

    picture: LoadedPicture
    column: int
    across: int
    top: int
    lines: int


@dataclass(frozen=True, slots=True)
class Hole:
    """A slot of the template with the picture that is to stand in it."""

    picture: LoadedPicture
    slot: PictureSlot
    column: int
    """From 0."""
    across: int
    cutline: Paragraph | None
    cutline_lines: int
    heights: range
    """Grid lines it may take."""
    wanted: int
    """Of these, the one that shows the whole picture."""

    def tops(self, lines: int, frame_lines: int) -> Iterator[tuple[int, int]]:
        """Places from the frame's top, each with how far it is off the wanted one."""
        at = self.slot.at
        if at == "top":
            yield 0, 0
        elif at == "foot":
            yield frame_lines - lines, 0
        else:
            for top in at.whole_steps():
                yield top, abs(top - round(at.wanted))


def holes(
    pictures: Sequence[LoadedPicture],
    slots: Sequence[PictureSlot],
    flow: Flow,
    grid: PageGrid,
    setter: Setter,
) -> list[Hole]:
    """*slots* with the pictures that stand in them, in order."""
    usable = [picture for picture in pictures if picture.info is not None]
    return [
        _hole(picture, slot, flow, grid, setter)
        for picture, slot in zip(usable, slots, strict=False)
    ]


def _hole(
    picture: LoadedPicture, slot: PictureSlot, flow: Flow, grid: PageGrid, setter: Setter
) -> Hole:
    aspect = _aspect(picture)
    across = min(_across(slot, aspect), grid.columns)
    column = slot.column - 1 if slot.column > 0 else grid.columns + slot.column
    column = min(max(column, 0), grid.columns - across)
    width = grid.span(across)
    cutline = _cutline(picture, flow, setter)
    lines = 0
    if cutline is not None:
        lines = break_lines(cutline, (width,), setter.rules.costs)[0].lines
    extra = _furniture(flow, grid, setter, lines)
    bounds = Range(least=aspect * slot.kept, wanted=aspect, most=aspect / slot.kept)
    heights, wanted = _heights(bounds, width, extra, grid)
    return Hole(picture, slot, column, across, cutline, lines, heights, wanted)


def _aspect(picture: LoadedPicture) -> float:
    """Width over height of the whole picture."""
    info = picture.info
    return info.width / info.height if info and info.width and info.height else UNKNOWN_ASPECT


def _across(slot: PictureSlot, aspect: float) -> int:
    """Columns for a picture of such a shape."""
    if aspect >= LANDSCAPE:
        return slot.across.landscape
    return slot.across.upright if aspect <= UPRIGHT else slot.across.square


def _cutline(picture: LoadedPicture, flow: Flow, setter: Setter) -> Paragraph | None:
    spec = picture.spec
    spans = []
    if spec.cutline:
        spans.append(StyledText(spec.cutline, setter.style(flow.cutline_style)))
    if spec.credit:
        space = CREDIT_SPACE if spans else ""
        spans.append(StyledText(space + spec.credit, setter.style(flow.credit_style)))
    if not spans:
        return None
    shaped = paragraph(tuple(spans), setter.rules, indent=0)
    setter.check(shaped, picture.source, exact=False)
    return shaped


def _furniture(flow: Flow, grid: PageGrid, setter: Setter, cutline_lines: int) -> float:
    """What a slot holds besides the image, in points."""
    extra = 2 * flow.picture_space * grid.em
    if cutline_lines:
        leading = setter.leading(flow.cutline_style)
        size = setter.spec(flow.cutline_style).size
        extra += flow.cutline_space * grid.em + (cutline_lines - 1) * leading + size
    return extra


def _heights(aspect: Range, width: float, extra: float, grid: PageGrid) -> tuple[range, int]:
    """Heights in lines whose image keeps within *aspect*, and the one nearest the wanted."""

    def lines(ratio: float) -> float:
        return (width / ratio + extra + grid.blank) / grid.leading

    least, most = lines(aspect.most), lines(aspect.least)
    first = max(2, math.ceil(least - SLACK))
    last = max(first, math.floor(most + SLACK))
    return range(first, last + 1), min(max(round(lines(aspect.wanted)), first), last)


def stretches(
    standing: Sequence[Standing], grid: PageGrid, frame_lines: int, least_strip: int
) -> list[Stretch] | None:
    """The lines that pictures leave free, column by column; None where pictures get in each
    other's way or leave a strip too low for text.
    """
    found: list[Stretch] = []
    for column in range(grid.columns):
        taken = sorted(
            (s.top, s.top + s.lines) for s in standing if s.column <= column < s.column + s.across
        )
        edges = [(0, 0), *taken, (frame_lines, frame_lines)]
        for (_, above), (below, _) in pairwise(edges):
            if above == below:
                continue
            if below - above < least_strip:
                return None
            found.append(Stretch(column, above, below - above))
    return found


@dataclass(frozen=True, slots=True)
class SlotMaker:
    """Divides slots into image and cutline."""

    frame: Box
    flow: Flow
    grid: PageGrid
    setter: Setter

    def boxes(self, hole: Hole, standing: Standing) -> tuple[Box, float]:
        """The image's box and the top of its cutline, in points on the sheet.

        Flush with the frame's edges where the slot is, else clear of the text.
        """
        grid, space = self.grid, self.flow.picture_space * self.grid.em
        top = self.frame.y + standing.top * grid.leading
        bottom = top + standing.lines * grid.leading - grid.blank
        if standing.top > 0:
            top += space
        if bottom < self.frame.bottom - grid.em:
            bottom -= space
        cutline_top = bottom
        if hole.cutline_lines:
            leading = self.setter.leading(self.flow.cutline_style)
            size = self.setter.spec(self.flow.cutline_style).size
            cutline_top -= (hole.cutline_lines - 1) * leading + size
            bottom = cutline_top - self.flow.cutline_space * grid.em
        width = grid.span(standing.across)
        return Box(grid.column_x(standing.column), top, width, bottom - top), cutline_top
