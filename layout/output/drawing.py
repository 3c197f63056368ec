"""From a composition to a display list: lines become runs of glyphs, blocks become groups."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from layout.compose.composition import Block, Composition, Part, PlacedLine
from layout.display import GlyphRun, Group, Item, PlacedGlyph, Rule, Sheet
from layout.text.classes import CharClass
from layout.text.fonts import Face
from layout.text.galley import SetCluster
from layout.text.items import Posture, TextStyle

DOT = "●"
DOT_SIZE = 0.2
"""Size of the circle that serves as emphasis dot, in em of the text: four fifths of it is ink."""
DOT_DROP = 0.16
"""From the foot of the character's body to the middle of its dot, in em; the dot stands in
the blank between two lines (CLREQ 4.3)."""
UNDERLINE_DROP = 0.1
"""From the foot of the character's body to the line under it, in em."""
UNDERLINE_WEIGHT = 0.5
"""Points."""


def draw(composition: Composition) -> Sheet:
    """The page as a display list."""
    sheet = composition.dummy.grid.sheet
    items = tuple(_group(block) for block in composition.blocks)
    return Sheet(sheet.width, sheet.height, items, label=composition.label, page=composition.page)


def _group(block: Block) -> Group:
    items = tuple(item for part in block.parts for item in _items(part))
    return Group(items, role=block.role, alt=block.alt, title=block.title, element=block.element)


def _items(part: Part) -> Iterable[Item]:
    return _line(part) if isinstance(part, PlacedLine) else (part,)


def _line(placed: PlacedLine) -> Iterator[Item]:
    """The runs of a line: neighbouring clusters of one face, style and posture."""

    def key(at: SetCluster) -> tuple[Face, TextStyle, Posture, int]:
        cluster = at.cluster
        alone = at.offset if cluster.posture is Posture.ACROSS else -1
        return cluster.face, cluster.style, cluster.posture, alone

    for _, group in groupby(placed.line.clusters, key):
        clusters = list(group)
        yield _run(placed, clusters)
        style = clusters[0].cluster.style
        if style.dots:
            yield from _dots(placed, clusters)
        if style.underline:
            yield _underline(placed, clusters)


def _run(placed: PlacedLine, clusters: Sequence[SetCluster]) -> GlyphRun:
    """*clusters*, alike in everything, as one run."""
    first = clusters[0].cluster
    start = clusters[0].x
    x, y, turned = placed.x + start, placed.y, 0.0
    if placed.vertical:
        x, y = placed.x, placed.y + start
    if first.posture is Posture.TURNED:
        x, turned = x - first.baseline, 90.0
    elif first.posture is Posture.ACROSS:
        x -= sum(glyph.box for glyph in first.glyphs) * first.size / 2
        y += first.baseline
    return GlyphRun(
        first.face,
        first.size or first.style.size,
        round(x, 3),
        round(y, 3),
        tuple(glyph for at in clusters for glyph in _glyphs(at, start)),
        first.style.ink,
        vertical=placed.vertical and first.posture is Posture.UPRIGHT,
        hidden=placed.hidden,
        turned=turned,
        outline=placed.outline,
    )


def _glyphs(at: SetCluster, start: float) -> Iterator[PlacedGlyph]:
    pen = at.x - start
    size = at.cluster.size or at.cluster.style.size
    for glyph in at.cluster.glyphs:
        yield PlacedGlyph(glyph.gid, glyph.text, round(pen, 3), glyph.box, glyph.shift, glyph.rise)
        pen += glyph.box * size


def _dots(placed: PlacedLine, clusters: Sequence[SetCluster]) -> Iterator[GlyphRun]:
    """着重号: a dot below every character, to the right of it in a vertical line; none by marks.

    The dots stand for no character, so that nobody reads them.
    """
    for at in clusters:
        cluster = at.cluster
        if cluster.kind is not CharClass.HAN:
            continue
        style, face = cluster.style, cluster.style.marks or cluster.style.face
        ink = face.ink(face.glyph(DOT))
        middle = at.x + cluster.width / 2
        if placed.vertical:
            x, y = placed.x + (0.5 + DOT_DROP) * style.size, placed.y + middle
        else:
            foot = placed.y + (1 - style.face.em_top) * style.size
            x, y = placed.x + middle, foot + DOT_DROP * style.size
        size = DOT_SIZE * style.size
        x -= (ink.left + ink.right) / 2 * size
        y += (ink.top + ink.bottom) / 2 * size
        dot = PlacedGlyph(face.glyph(DOT), "", 0.0, face.advance(face.glyph(DOT)))
        yield GlyphRun(face, size, round(x, 3), round(y, 3), (dot,), style.ink)


def _underline(placed: PlacedLine, clusters: Sequence[SetCluster]) -> Rule:
    """A line under *clusters*, on their right in a vertical line."""
    style = clusters[0].cluster.style
    begin, end = clusters[0].x, clusters[-1].x + clusters[-1].cluster.width
    if placed.vertical:
        x = placed.x + (0.5 + UNDERLINE_DROP) * style.size
        return Rule(x, placed.y + begin, x, placed.y + end, UNDERLINE_WEIGHT, style.ink)
    y = placed.y + (1 - style.face.em_top + UNDERLINE_DROP) * style.size
    return Rule(placed.x + begin, y, placed.x + end, y, UNDERLINE_WEIGHT, style.ink)
