"""One plate of a page as a grey page: what prints on it, black where the ink is solid.

Every mark is written again from its state: its ink on this plate as grey, or not at all
where it overprints and has none. Clips, opacity, fonts and blends go along; so PDFium,
which knows nothing of plates and overprinting, renders the plate exactly.

Estimated: a see-through group is blended thing by thing, soft masks of the graphics
state are taken for opaque, colour keys of pictures for paint.
"""

from collections.abc import Iterable, Sequence

import pikepdf

from layout.preflight.content.canvas import subpaths
from layout.preflight.content.color import PROCESS, SPOTS, Paint
from layout.preflight.content.marks import (
    Clip,
    Content,
    ImageMark,
    Mark,
    PathMark,
    Segment,
    ShadingMark,
    State,
    TextMark,
)
from layout.preflight.content.matrix import Matrix, across, inverse, up
from layout.preflight.frame import Rect, overlap
from layout.preflight.ink.resources import Resources

POINTS_PER_INCH = 72
PATH_OPERATORS = {
    (True, False): "f",
    (False, True): "S",
    (True, True): "B",
}
QUADRANGLE = ["m", "l", "l", "l"]
BULGE = 0.0005
"""How far the fifth corner of a rectangle is off its edge, as a part of the edge."""
UNIT_SQUARE: tuple[Segment, ...] = (("re", (0.0, 0.0, 1.0, 1.0)),)
"""What a picture is cut to, since PDFium lets it fill every pixel it touches."""


class PlateWriter:
    """Writes the marks of a page for one plate."""

    def __init__(self, content: Content, resources: Resources, plate: int, dpi: float) -> None:
        """Write *plate* of *content*, to be rendered at *dpi*."""
        self._content = content
        self._resources = resources
        self._plate = plate
        self._dpi = dpi
        self._parts: list[str] = []
        self._clips: tuple[Clip, ...] = ()

    def write(self, marks: Iterable[Mark], within: Rect | None) -> bytes:
        """The content stream for *marks*; those outside *within* are left out."""
        for mark in marks:
            if mark.box is None or (within is not None and overlap(mark.box, within) is None):
                continue
            written = self._mark(mark)
            if written:
                self._confine(mark.state.clips)
                self._parts.append(f"q {numbers(mark.state.ctm)} cm {written} Q")
        self._confine(())
        return "\n".join(self._parts).encode("ascii")

    def _confine(self, clips: tuple[Clip, ...]) -> None:
        """Leave the clips in force and enter *clips*."""
        if clips is self._clips or clips == self._clips:
            return
        if self._clips:
            self._parts.append("Q")
        if clips:
            self._parts.append("q")
            for clip in clips:
                rule = "W*" if clip.even_odd else "W"
                self._parts.append(f"{path(clip.segments)} {rule} n")
        self._clips = clips

    def _mark(self, mark: Mark) -> str:
        """Operators for *mark* in its own user space; empty where it leaves this plate alone."""
        match mark:
            case PathMark():
                return self._path(mark)
            case TextMark():
                return self._text(mark)
            case ImageMark():
                return self._image(mark)
            case ShadingMark():
                name = self._resources.shading(mark.shading, self._plate)
                return f"{self._opacity(mark.state)} /{name} sh"
        return ""

    def _path(self, mark: PathMark) -> str:
        fill = self._color(mark.state, mark.state.fill, stroke=False) if mark.fills else ""
        stroke = self._color(mark.state, mark.state.stroke, stroke=True) if mark.strokes else ""
        if not fill and not stroke:
            return ""
        operator = PATH_OPERATORS[bool(fill), bool(stroke)]
        if mark.even_odd and fill:
            operator += "*"
        cover = min(1.0, mark.line_width * self._dpi / POINTS_PER_INCH) if stroke else 1.0
        state = self._opacity(mark.state, cover)
        pen = self._pen(mark.state) if stroke else ""
        return f"{state} {fill} {stroke} {pen} {path(mark.segments)} {operator}"

    def _text(self, mark: TextMark) -> str:
        state, font = mark.state, mark.state.font
        fill = self._color(state, state.fill, stroke=False) if mark.fills else ""
        stroke = self._color(state, state.stroke, stroke=True) if mark.strokes else ""
        if font is None or not (fill or stroke):
            return ""
        # Filled text is drawn by PDFium from bitmaps put on whole pixels, filled and stroked
        # text from its outlines; so all is stroked, and what should not be is so invisibly.
        mode = 2 if fill else 1
        cover = 1.0 if stroke else 0.0
        name = self._resources.font(font)
        shown = "".join(
            f"<{piece.hex()}>" if isinstance(piece, bytes) else f" {piece:.6f} "
            for piece in mark.pieces
        )
        return (
            f"{self._opacity(state, cover)} {fill} {stroke} {self._pen(state)} BT "
            f"/{name} {state.size:.6f} Tf {state.char_spacing:.6f} Tc {state.word_spacing:.6f} Tw "
            f"{100 * state.scaling:.6f} Tz {state.rise:.6f} Ts {mode} Tr "
            f"{numbers(mark.matrix)} Tm [{shown}] TJ ET"
        )

    def _image(self, mark: ImageMark) -> str:
        state = mark.state
        if mark.is_stencil:
            fill = self._color(state, state.fill, stroke=False)
            if not fill:
                return ""
            name = self._resources.stencil(mark.image)
            return f"{self._opacity(state)} {fill} /{name} Do"
        scale = self._dpi / POINTS_PER_INCH
        size = round(across(state.ctm) * scale), round(up(state.ctm) * scale)
        name = self._resources.picture(mark, size, self._plate)
        return f"{self._opacity(state)} {path(UNIT_SQUARE)} W n /{name} Do"

    def _color(self, state: State, paint: Paint, *, stroke: bool) -> str:
        """Operators that choose *paint* as it is on this plate; empty where it leaves it alone."""
        if paint.pattern is not None:
            name = self._pattern(paint, paint.pattern)
            sides = ("CS", "SCN") if stroke else ("cs", "scn")
            return f"/Pattern {sides[0]} /{name} {sides[1]}" if name else ""
        if self._leaves(state, paint, stroke=stroke):
            return ""
        grey = 1 - paint.inks[self._plate]
        return f"{grey:.6f} {'G' if stroke else 'g'}"

    def _leaves(self, state: State, paint: Paint, *, stroke: bool) -> bool:
        """Whether *paint* overprints and has nothing for this plate (PDF 1.6, 4.5.6)."""
        if not (state.overprint_stroke if stroke else state.overprint_fill):
            return False
        if paint.space.family in SPOTS:
            own = PROCESS[self._plate]
            return own not in paint.space.colorants and paint.inks[self._plate] == 0
        exact = state.overprint_mode == 1 and paint.space.family == "DeviceCMYK"
        return exact and paint.inks[self._plate] == 0

    def _pattern(self, paint: Paint, pattern: pikepdf.Object) -> str:
        """Name of the pattern resource for *paint*; empty for one that cannot be painted."""
        if "/Shading" in pattern:
            return self._resources.shading_pattern(pattern, paint.base, self._plate)
        cell = self._content.cells.get(paint.cell)
        if cell is None:
            return ""
        writer = PlateWriter(self._content, self._resources, self._plate, self._dpi)
        # The marks lie in the page's space; the tile begins in its own.
        tile = f"{numbers(inverse(cell.matrix))} cm\n".encode() + writer.write(cell.marks, None)
        return self._resources.tiling_pattern(cell, tile)

    def _opacity(self, state: State, cover: float = 1.0) -> str:
        """The graphics state for the opacity and the blend mode of *state*.

        A stroke thinner than a pixel, which PDFium draws a pixel wide, covers as much less
        as *cover* says.
        """
        fill = state.alpha_fill * state.group_alpha
        stroke = state.alpha_stroke * state.group_alpha * cover
        if fill == stroke == 1 and state.blend == "Normal":
            return ""
        return f"/{self._resources.state(fill, stroke, state.blend)} gs"

    @staticmethod
    def _pen(state: State) -> str:
        """Width, caps, joins and dashes."""
        pen = " ".join(f"{text} {operator}" for operator, text in state.pen.items())
        return f"{state.line_width:.6f} w {pen}"


def numbers(matrix: Matrix) -> str:
    """A matrix as operands."""
    return " ".join(f"{value:.6f}" for value in matrix)


def path(segments: Iterable[Segment]) -> str:
    """*segments* as operators.

    What PDFium takes for a rectangle it moves to whole pixels, which at this resolution is
    a fault of several per cent; so rectangles get a fifth corner, a hair off the edge.
    """
    parts = []
    for part in subpaths(segments):
        outline = _bulged(part) if [operator for operator, _ in part[:4]] == QUADRANGLE else part
        parts += [f"{' '.join(f'{v:.5f}' for v in values)} {name}" for name, values in outline]
    return " ".join(parts)


def _bulged(part: Sequence[Segment]) -> list[Segment]:
    """A quadrangle with another corner in the middle of its first edge, moved outwards."""
    (_, (x1, y1)), (_, (x2, y2)) = part[:2]
    middle = (x1 + x2) / 2 + BULGE * (y2 - y1), (y1 + y2) / 2 - BULGE * (x2 - x1)
    return [part[0], ("l", middle), *part[1:]]
