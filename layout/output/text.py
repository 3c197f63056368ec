"""Glyph runs as text objects: the shapes on paper, and the words for whoever reads the file.

Programs that extract text guess blanks from distances: from about a tenth of an em
they see a space. So a gap that belongs to the line and not to the text (justification,
the quarter em between Han and Latin) is given to the box of the glyph before it, in
steps; what is left over is too small to be taken for a word space.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from layout.color import BLACK
from layout.display import GlyphRun, PlacedGlyph
from layout.output.codes import Code, Codes
from layout.output.content import Content, number, numbers
from layout.output.lettering import draw_lettering

WIDEN_FROM = 0.06
"""Em: a gap at least this wide is given to the box of the glyph before it."""
WIDEN_STEP = 0.06
"""Em: boxes grow by whole steps, so that a glyph does not need a code for every line;
small ones, so that gaps on both sides of a step do not differ by what looks like a blank."""
WIDEN_MOST = 4.0
"""Em: a gap wider than this separates things that do not belong together."""
DIVIDE = 0.6
"""Em: how far down the second part of a vertical run begins at least."""
TOLERANCE = 0.008
"""Points: how far a glyph may stand from its place before it is moved there."""
FILLED, INVISIBLE = 0, 3
"""Text rendering modes."""
ONE_LINE = 0.5
"""Of the wider of two neighbouring glyphs: text objects no further apart in height are
taken by PDFium for one line, and read from left to right."""


def draw_run(content: Content, codes: Codes, run: GlyphRun, following: GlyphRun | None) -> None:
    """Write *run*; *following* is the next thing on the page if that is a run."""
    if run.outline is not None:
        draw_lettering(content, run, run.glyphs, stroked=True)
    shown = [part for glyph in run.glyphs if glyph.text for part in _characters(run, glyph)]
    content.overprint(on=run.ink == BLACK and run.outline is None)
    content.fill(run.ink)
    if shown:
        _draw_text(content, codes, run, shown, _gap_after(run, shown[-1], following))
    if len(shown) < len(run.glyphs) and not run.hidden:
        # A glyph that stands for no character (an emphasis dot, the second half of a
        # cluster) is drawn as a shape: a code without text is read as rubbish.
        silent = [glyph for glyph in run.glyphs if not glyph.text]
        draw_lettering(content, run, silent)


def part_lines(content: Content, codes: Codes, before: GlyphRun, run: GlyphRun) -> None:
    """See that *run* is not read before *before*, which stands above it and further right.

    Large type above small, or the other way round, is near enough to be taken for one
    line; a blank without ink at the sheet's far edge, a line of its own, lies between.
    It is made of a glyph with an outline: PDFium passes over text without extent.
    """
    is_level = before.vertical or run.vertical or run.x >= before.x or run.y == before.y
    if is_level or not before.glyphs or not run.glyphs:
        return
    widest = max(before.glyphs[-1].box * before.size, run.glyphs[0].box * run.size)
    if abs(run.y - before.y) > ONE_LINE * widest:
        return
    edge = 0.0 if content.up(run.y) > content.up(0) / 2 else content.up(0)
    blank = codes.code(replace(run.glyphs[0], text=" "), 0, vertical=False)
    content.mode(INVISIBLE)
    content.font(codes.resource(vertical=False), 1)
    content.add(f"BT {numbers(0, edge)} Td <{blank.hex}> Tj ET")


def _characters(run: GlyphRun, glyph: PlacedGlyph) -> Iterator[PlacedGlyph]:
    """*glyph*, or a glyph of several full-width characters (``——``) divided among them.

    The first carries the ink, the others are blank. Measured by so wide a box, a line
    that begins with it is taken for the end of the one above.
    """
    count = len(glyph.text)
    if count == 1 or glyph.box < count:
        yield glyph
        return
    box, blank = glyph.box / count, run.face.glyph(" ")
    yield replace(glyph, text=glyph.text[0], box=box)
    for index, text in enumerate(glyph.text[1:], 1):
        yield PlacedGlyph(blank, text, glyph.offset + index * box * run.size, box)


def _draw_text(
    content: Content,
    codes: Codes,
    run: GlyphRun,
    glyphs: Sequence[PlacedGlyph],
    gap_after: float,
) -> None:
    """One text object."""
    sequence = [
        codes.code(glyph, widening, vertical=run.vertical)
        for glyph, widening in zip(glyphs, _widenings(run, glyphs, gap_after), strict=True)
    ]
    pens = [glyph.offset for glyph in glyphs]
    spacing = _spacing(pens, sequence, run.size)
    content.mode(INVISIBLE if run.hidden else FILLED)
    content.font(codes.resource(vertical=run.vertical), run.size)
    content.spacing(-spacing if run.vertical else spacing)
    show = _show(pens, sequence, run.size, spacing, vertical=run.vertical)
    content.add(f"BT {_position(content, run, pens[0])} {show} ET")


def _division(pens: Sequence[float], size: float) -> int:
    """How many glyphs of a vertical run to show before the rest; 0 to show it whole.

    PDFium reads text that is shown piece after piece at one height from left to right:
    columns that stand side by side would come out in the wrong order. A piece that
    begins further down keeps them apart, if more than half an em lies between; it must
    hold two glyphs to be known as vertical.
    """
    return next((i for i in range(1, len(pens) - 1) if pens[i] - pens[0] > DIVIDE * size), 0)


def _gap_after(run: GlyphRun, last: PlacedGlyph, following: GlyphRun | None) -> float:
    """Em from the end of *last* in *run* to *following*, if that goes on with the line."""
    if following is None or (run.vertical, run.turned) != (following.vertical, following.turned):
        return 0.0
    first = next((glyph for glyph in following.glyphs if glyph.text), None)
    if first is None:
        return 0.0
    if run.vertical or run.turned:
        across, along = following.x - run.x, following.y - run.y
    else:
        across, along = following.y - run.y, following.x - run.x
    if abs(across) > TOLERANCE:
        return 0.0
    return (along + first.offset - last.offset) / run.size - last.box


def _widenings(run: GlyphRun, glyphs: Sequence[PlacedGlyph], gap_after: float) -> list[float]:
    """By how much each box grows to take in the gap after it, in em."""
    size = run.size
    gaps = [
        (after.offset - before.offset) / size - before.box for before, after in pairwise(glyphs)
    ]
    gaps.append(gap_after)
    return [
        round(gap / WIDEN_STEP) * WIDEN_STEP if WIDEN_FROM <= gap <= WIDEN_MOST else 0.0
        for gap in gaps
    ]


def _spacing(pens: Sequence[float], sequence: Sequence[Code], size: float) -> float:
    """The most common distance between a box's end and the next box, in points (Tc)."""
    rests = Counter(
        round(after - before - code.box * size, 3)
        for before, after, code in zip(pens, pens[1:], sequence, strict=False)
    )
    if not rests:
        return 0.0
    rest, count = rests.most_common(1)[0]
    return rest if count > 1 and abs(rest) > TOLERANCE else 0.0


def _show(
    pens: Sequence[float], sequence: Sequence[Code], size: float, spacing: float, *, vertical: bool
) -> str:
    """The showing operators: codes, and corrections where the pen would stray."""
    parts: list[str] = []
    division = _division(pens, size) if vertical else 0
    pen = pens[0]
    for index, (place, code) in enumerate(zip(pens, sequence, strict=True)):
        if index and index == division:
            parts.append(">] TJ [<")
        stray = place - pen
        if abs(stray) > TOLERANCE:
            # Thousandths of an em, taken away from a horizontal pen; a vertical one
            # runs downwards, against the axis.
            parts.append(f">{number((stray if vertical else -stray) * 1000 / size)}<")
            pen = place
        parts.append(code.hex)
        pen += code.box * size + spacing
    return f"[<{''.join(parts)}>] TJ"


def _position(content: Content, run: GlyphRun, offset: float) -> str:
    """Operators that put the pen at the run's first glyph."""
    if run.turned:
        angle = -math.radians(run.turned)
        cos, sin = math.cos(angle), math.sin(angle)
        x, y = run.x + offset * cos, content.up(run.y) + offset * sin
        return f"{numbers(cos, sin, -sin, cos, x, y)} Tm"
    if run.vertical:
        return f"{numbers(run.x, content.up(run.y + offset))} Td"
    return f"{numbers(run.x + offset, content.up(run.y))} Td"
