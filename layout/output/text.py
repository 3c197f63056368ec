"""Glyph runs as text objects: the shapes on paper, and the words for whoever reads the file.

Programs that extract text guess blanks from distances: from about a tenth of an em
they see a space. So a gap that belongs to the line and not to the text (justification,
the quarter em between Han and Latin) is given to the box of the glyph before it, in
steps; what is left over is too small to be taken for a word space.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from layout.color import BLACK
from layout.display import GlyphRun, PlacedGlyph
from layout.output.codes import Code, Codes
from layout.output.content import Content, number, numbers
from layout.output.lettering import draw_lettering

WIDEN_FROM = 0.08
"""Em: a gap at least this wide is given to the box of the glyph before it."""
WIDEN_STEP = 0.1
"""Em: boxes grow by whole steps, so that a glyph does not need a code for every line."""
WIDEN_MOST = 4.0
"""Em: a gap wider than this separates things that do not belong together."""
TOLERANCE = 0.008
"""Points: how far a glyph may stand from its place before it is moved there."""
FILLED, INVISIBLE = 0, 3
"""Text rendering modes."""


def draw_run(content: Content, codes: Codes, run: GlyphRun, following: GlyphRun | None) -> None:
    """Write *run*; *following* is the next thing on the page if that is a run."""
    if run.outline is not None:
        draw_lettering(content, run, run.glyphs, stroked=True)
    shown = [glyph for glyph in run.glyphs if glyph.text]
    content.overprint(on=run.ink == BLACK and run.outline is None)
    content.fill(run.ink)
    if shown:
        _draw_text(content, codes, run, shown, _gap_after(run, following))
    if len(shown) < len(run.glyphs) and not run.hidden:
        # A glyph that stands for no character (an emphasis dot, the second half of a
        # cluster) is drawn as a shape: a code without text is read as rubbish.
        silent = [glyph for glyph in run.glyphs if not glyph.text]
        draw_lettering(content, run, silent)


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


def _gap_after(run: GlyphRun, following: GlyphRun | None) -> float:
    """Em between the end of *run* and *following*, where that goes on with the same line."""
    if (
        following is None
        or not run.glyphs
        or not following.glyphs
        or (run.vertical, run.turned) != (following.vertical, following.turned)
    ):
        return 0.0
    last, first = run.glyphs[-1], following.glyphs[0]
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
    """The showing operator: codes, and corrections where the pen would stray."""
    parts: list[str] = []
    pending: list[str] = []
    pen = pens[0]
    for place, code in zip(pens, sequence, strict=True):
        stray = place - pen
        if abs(stray) > TOLERANCE:
            # Thousandths of an em, taken away from a horizontal pen; a vertical one
            # runs downwards, against the axis.
            move = number((stray if vertical else -stray) * 1000 / size)
            parts.append(f"<{''.join(pending)}>{move}")
            pending = []
            pen = place
        pending.append(code.hex)
        pen += code.box * size + spacing
    text = f"<{''.join(pending)}>"
    return f"[{''.join(parts)}{text}] TJ" if parts else f"{text} Tj"


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
