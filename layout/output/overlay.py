"""版样纸: the dummy's grid, its frames and the log of the lines, laid over a proof."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from layout.color import Cmyk
from layout.compose.composition import Block, Composition, PlacedLine
from layout.display import Fill, GlyphRun, Group, Item, PlacedGlyph, Rule, Sheet
from layout.geometry import Box
from layout.page.grid import PageGrid
from layout.text.fonts import Face

OVERLAYS = ("grid", "frames", "lines")
"""What can be laid over, in the order of drawing."""
BLUE = Cmyk(0.7, 0.2, 0, 0)
GREEN = Cmyk(0.6, 0, 0.8, 0)
TIGHT = Cmyk(1, 0, 0, 0)
LOOSE = Cmyk(0, 1, 1, 0)
HAIRLINE = 0.25
LABEL = 6.0
"""Points: size of numbers in the margin."""
FULL_COLOUR = 0.25
"""Em: a line opened this far at every gap is drawn in full colour."""


def lay_over(
    sheets: Sequence[Sheet], pages: Sequence[Composition], overlay: Sequence[str]
) -> list[Sheet]:
    """*sheets* with the overlays named laid over each."""
    return [
        replace(sheet, items=(*sheet.items, Group(tuple(_items(page, overlay)), role="artifact")))
        for sheet, page in zip(sheets, pages, strict=True)
    ]


def _items(page: Composition, overlay: Sequence[str]) -> Iterator[Item]:
    face = next(_faces(page), None)
    if "grid" in overlay:
        yield from _grid(page.dummy.grid, face)
    if "frames" in overlay:
        yield from _frames(page, face)
    if "lines" in overlay:
        for block in page.blocks:
            yield from _lines(block)


def _faces(page: Composition) -> Iterator[Face]:
    """Faces on the page that have figures and letters for labels."""
    for block in page.blocks:
        for part in block.parts:
            if isinstance(part, PlacedLine) and part.line.clusters and block.element:
                yield part.line.clusters[0].cluster.face


def _grid(grid: PageGrid, face: Face | None) -> Iterator[Item]:
    """Lines numbered down the side, columns and their characters along the top."""
    area = grid.type_area
    for line in range(grid.lines + 1):
        y = grid.y(line)
        yield Rule(area.x, y, area.right, y, HAIRLINE, BLUE)
        if line < grid.lines and face:
            for x in (area.x - 3 * LABEL, area.right + LABEL):
                yield _label(str(line + 1), x, y + grid.em * 0.8, face, BLUE)
    for column in range(grid.columns):
        left = grid.column_x(column)
        for character in range(grid.measure + 1):
            x = left + character * grid.em
            is_fifth = character % 5 == 0
            length = 2 * LABEL if is_fifth else LABEL
            yield Rule(x, area.y - length, x, area.y, HAIRLINE, BLUE)
            if face and is_fifth and character:
                yield _label(str(character), x + 1, area.y - LABEL, face, BLUE)
        if face:
            yield _label(f"[{column + 1}]", left, area.y - 2.5 * LABEL, face, GREEN)
        for x in (left, left + grid.span(1)):
            yield Rule(x, area.y, x, area.bottom, HAIRLINE, BLUE)


def _frames(page: Composition, face: Face | None) -> Iterator[Item]:
    for name, place in page.dummy.places.items():
        box = page.dummy.grid.band(place.top, place.lines)
        yield Fill(box, None, (GREEN, 1.0))
        if face:
            label = f"{name} {place.top + 1}-{place.top + place.lines}"
            yield _label(label, box.x + 2, box.y + LABEL, face, GREEN)


def _lines(block: Block) -> Iterator[Item]:
    """Each line of text underlaid: the looser the redder, the tighter the bluer."""
    if block.element is None:
        return
    for part in block.parts:
        if not isinstance(part, PlacedLine) or not part.line.clusters:
            continue
        spread = part.line.spread
        size = part.line.clusters[0].cluster.style.size
        box = Box(part.x, part.y - 0.88 * size, part.line.width, size)
        taken = max(spread.taken, default=0.0)
        if spread.gap > 0:
            yield Fill(box, LOOSE, opacity=0.1 + 0.6 * min(1.0, spread.gap / FULL_COLOUR))
        elif taken > 0:
            yield Fill(box, TIGHT, opacity=0.1 + 0.3 * taken)


def _label(text: str, x: float, y: float, face: Face, ink: Cmyk) -> GlyphRun:
    glyphs = []
    pen = 0.0
    for char in text:
        gid = face.glyph(char)
        advance = face.advance(gid)
        glyphs.append(PlacedGlyph(gid, char, round(pen, 3), advance))
        pen += advance * LABEL
    return GlyphRun(face, LABEL, round(x, 3), round(y, 3), tuple(glyphs), ink)
