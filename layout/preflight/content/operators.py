"""Operators of the graphics state, of colour and of paths (PDF 1.6, chapter 4)."""

from collections.abc import Callable, Sequence
from typing import Any

import pikepdf

from layout.preflight.content.canvas import Canvas, bounds, placed_segments
from layout.preflight.content.color import CMYK, GRAY, PATTERN, RGB, Paint
from layout.preflight.content.marks import PathMark, ShadingMark, State
from layout.preflight.content.matrix import scale, times
from layout.preflight.frame import Rect
from layout.preflight.objects import text_of

Operands = Any
"""Numbers, names, strings and arrays, as many as the operator takes."""
Operator = Callable[[Canvas, Operands], None]
TILING = 1
"""Pattern type; 2 is a blend."""
PAINTERS = {
    "S": (False, False, True, False),
    "s": (True, False, True, False),
    "f": (False, True, False, False),
    "F": (False, True, False, False),
    "f*": (False, True, False, True),
    "B": (False, True, True, False),
    "B*": (False, True, True, True),
    "b": (True, True, True, False),
    "b*": (True, True, True, True),
    "n": (False, False, False, False),
}
"""Whether each closes the path, fills it, strokes it, and fills by the even-odd rule."""
FILL, STROKE = "fill", "stroke"


def save(canvas: Canvas, _: Operands) -> None:
    """``q``."""
    canvas.stack.append(canvas.state)


def restore(canvas: Canvas, _: Operands) -> None:
    """``Q``; one too many is forgiven."""
    if canvas.stack:
        canvas.state = canvas.stack.pop()


def concatenate(canvas: Canvas, operands: Operands) -> None:
    """``cm``."""
    a, b, c, d, e, f = map(float, operands)
    canvas.set(ctm=times((a, b, c, d, e, f), canvas.state.ctm))


def line_width(canvas: Canvas, operands: Operands) -> None:
    """``w``."""
    canvas.set(line_width=float(operands[0]))


def pen(name: str) -> Operator:
    """``J``, ``j``, ``M`` or ``d``: kept as written."""

    def change(canvas: Canvas, operands: Operands) -> None:
        text = " ".join(_written(operand) for operand in operands)
        canvas.set(pen={**canvas.state.pen, name: text})

    return change


def _written(operand: object) -> str:
    if isinstance(operand, pikepdf.Array):
        return f"[{' '.join(str(item) for item in operand)}]"
    return str(operand)


def external_state(canvas: Canvas, operands: Operands) -> None:
    """``gs``: the entries of an ExtGState dictionary."""
    entries = canvas.resource("/ExtGState", operands[0])
    if not isinstance(entries, pikepdf.Dictionary):
        return
    canvas.content.states.append((text_of(operands[0]), entries))
    changes: dict[str, object] = {}
    if "/OP" in entries:
        changes["overprint_stroke"] = changes["overprint_fill"] = bool(entries.OP)
    if "/op" in entries:
        changes["overprint_fill"] = bool(entries.op)
    for key, name, kind in (
        ("/OPM", "overprint_mode", int),
        ("/ca", "alpha_fill", float),
        ("/CA", "alpha_stroke", float),
        ("/LW", "line_width", float),
    ):
        if key in entries:
            changes[name] = kind(entries[key])
    if "/BM" in entries:
        mode = entries.BM
        changes["blend"] = text_of(mode[0] if isinstance(mode, pikepdf.Array) else mode)
    canvas.set(**changes)


def device_color(side: str, paint_space: Any) -> Operator:  # noqa: ANN401 - a Space
    """``g``, ``rg``, ``k`` and their stroking twins."""

    def change(canvas: Canvas, operands: Operands) -> None:
        canvas.set(**{side: Paint(paint_space, tuple(map(float, operands)))})

    return change


def choose_space(side: str) -> Operator:
    """``cs``, ``CS``."""

    def change(canvas: Canvas, operands: Operands) -> None:
        space = canvas.space(operands[0])
        canvas.set(**{side: Paint(space, space.initial())})

    return change


def color(side: str) -> Operator:
    """``sc``, ``scn`` and their stroking twins: figures, and a pattern where that is chosen."""

    def change(canvas: Canvas, operands: Operands) -> None:
        space = getattr(canvas.state, side).space
        values, pattern = list(operands), None
        if values and isinstance(values[-1], pikepdf.Name):
            pattern = canvas.resource("/Pattern", values.pop())
        if pattern is not None and space.family != "Pattern":
            space = PATTERN
        canvas.set(**{side: Paint(space, tuple(map(float, values)), pattern, canvas.base)})

    return change


def segment(name: str) -> Operator:
    """``m``, ``l``, ``c``, ``h``, ``re``."""

    def add(canvas: Canvas, operands: Operands) -> None:
        canvas.path.append((name, tuple(map(float, operands))))

    return add


def curve_from_current(canvas: Canvas, operands: Operands) -> None:
    """``v``: the first control point is where the pen is."""
    here = canvas.path[-1][1][-2:] if canvas.path and canvas.path[-1][1] else (0.0, 0.0)
    canvas.path.append(("c", (*here, *map(float, operands))))


def curve_to_last(canvas: Canvas, operands: Operands) -> None:
    """``y``: the last control point is where the curve ends."""
    x1, y1, x3, y3 = map(float, operands)
    canvas.path.append(("c", (x1, y1, x3, y3, x3, y3)))


def clip(name: str) -> Operator:
    """``W``, ``W*``: takes hold when the path is painted."""

    def note(canvas: Canvas, _: Operands) -> None:
        canvas.pending_clip = name

    return note


def paint_path(name: str) -> Operator:
    """One of the painting operators, which end a path."""
    closes, fills, strokes, even_odd = PAINTERS[name]

    def paint(canvas: Canvas, _: Operands) -> None:
        segments = tuple(canvas.path)
        canvas.path = []
        if closes:
            segments = (*segments, ("h", ()))
        if segments and (fills or strokes):
            box = canvas.visible(_painted_box(canvas.state, segments, strokes=strokes))
            canvas.marks.append(
                PathMark(canvas.state, box, canvas.role, segments, fills, strokes, even_odd)
            )
            for used, side in ((fills, canvas.state.fill), (strokes, canvas.state.stroke)):
                if used:
                    read_pattern(canvas, side, box)
        if canvas.pending_clip and segments:
            canvas.clip(segments, even_odd=canvas.pending_clip == "W*")
        canvas.pending_clip = ""

    return paint


def _painted_box(state: State, segments: Sequence[Any], *, strokes: bool) -> Rect:
    left, bottom, right, top = bounds(placed_segments(segments, state.ctm))
    half = state.line_width * scale(state.ctm) / 2 if strokes else 0.0
    return left - half, bottom - half, right + half, top + half


def read_pattern(canvas: Canvas, paint: Paint, box: Rect | None) -> None:
    """Look into the tiling pattern that paints, once for every colour it is given."""
    pattern = paint.pattern
    if not isinstance(pattern, pikepdf.Stream) or paint.cell in canvas.content.cells:
        return
    if int(pattern.get("/PatternType", 0)) == TILING and len(canvas.open_forms) < 8:
        canvas.content.cells[paint.cell] = canvas.cell(paint, box)


def shade(canvas: Canvas, operands: Operands) -> None:
    """``sh``: paints all that the clips leave open."""
    shading = canvas.resource("/Shading", operands[0])
    if shading is not None:
        box = canvas.visible(canvas.state.clip_box)
        canvas.marks.append(ShadingMark(canvas.state, box, canvas.role, shading))


def begin_tag(canvas: Canvas, operands: Operands) -> None:
    """``BMC``, ``BDC``: optional content (OC) says nothing of what a thing is."""
    tag = text_of(operands[0])
    canvas.tags.append("" if tag in ("OC", "Span") else tag)


def end_tag(canvas: Canvas, _: Operands) -> None:
    """``EMC``."""
    if canvas.tags:
        canvas.tags.pop()


OPERATORS: dict[str, Operator] = {
    "q": save,
    "Q": restore,
    "cm": concatenate,
    "w": line_width,
    "gs": external_state,
    "v": curve_from_current,
    "y": curve_to_last,
    "sh": shade,
    "BMC": begin_tag,
    "BDC": begin_tag,
    "EMC": end_tag,
    "g": device_color(FILL, GRAY),
    "G": device_color(STROKE, GRAY),
    "rg": device_color(FILL, RGB),
    "RG": device_color(STROKE, RGB),
    "k": device_color(FILL, CMYK),
    "K": device_color(STROKE, CMYK),
    "cs": choose_space(FILL),
    "CS": choose_space(STROKE),
    **{name: color(FILL) for name in ("sc", "scn")},
    **{name: color(STROKE) for name in ("SC", "SCN")},
    **{name: pen(name) for name in ("J", "j", "M", "d")},
    **{name: segment(name) for name in ("m", "l", "c", "h", "re")},
    **{name: clip(name) for name in ("W", "W*")},
    **{name: paint_path(name) for name in PAINTERS},
}
