"""From a composition to a display list: lines become runs of glyphs, blocks become groups."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from layout.compose.composition import Block, Composition, Part, PlacedLine
from layout.display import GlyphRun, Group, Item, PlacedGlyph, Sheet
from layout.text.fonts import Face
from layout.text.galley import SetCluster


def draw(composition: Composition) -> Sheet:
    """The page as a display list."""
    sheet = composition.dummy.grid.sheet
    items = tuple(_group(block) for block in composition.blocks)
    return Sheet(sheet.width, sheet.height, items, label=composition.label, page=composition.page)


def _group(block: Block) -> Group:
    items = tuple(item for part in block.parts for item in _items(part))
    return Group(items, role=block.role, alt=block.alt, title=block.title, element=block.element)


def _items(part: Part) -> Iterable[Item]:
    return _runs(part) if isinstance(part, PlacedLine) else (part,)


def _runs(placed: PlacedLine) -> Iterator[GlyphRun]:
    """The runs of a line: neighbouring clusters of one face, size and ink."""

    def key(at: SetCluster) -> tuple[Face, object]:
        style = at.cluster.style
        return at.cluster.face, (style.size, style.ink, style.dots)

    for _, group in groupby(placed.line.clusters, key):
        clusters = list(group)
        style, face = clusters[0].cluster.style, clusters[0].cluster.face
        start = clusters[0].x
        glyphs = tuple(glyph for at in clusters for glyph in _glyphs(at, start, style.size))
        x, y = (placed.x, placed.y + start) if placed.vertical else (placed.x + start, placed.y)
        yield GlyphRun(
            face,
            style.size,
            round(x, 3),
            round(y, 3),
            glyphs,
            style.ink,
            vertical=placed.vertical,
            hidden=placed.hidden,
            outline=placed.outline,
        )


def _glyphs(at: SetCluster, start: float, size: float) -> Iterator[PlacedGlyph]:
    pen = at.x - start
    for glyph in at.cluster.glyphs:
        yield PlacedGlyph(glyph.gid, glyph.text, round(pen, 3), glyph.box, glyph.shift, glyph.rise)
        pen += glyph.box * size
