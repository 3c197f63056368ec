"""Text operators (PDF 1.6, chapter 5)."""

from decimal import Decimal

from layout.preflight.content.canvas import Canvas
from layout.preflight.content.fonts import PdfFont
from layout.preflight.content.marks import TextMark
from layout.preflight.content.matrix import IDENTITY, Matrix, box, times
from layout.preflight.content.operators import Operands, Operator, read_pattern
from layout.preflight.frame import Rect

SPACE = 32
"""The code that word spacing applies to, where codes are one byte."""


def begin(canvas: Canvas, _: Operands) -> None:
    """``BT``."""
    canvas.text_matrix = canvas.line_matrix = IDENTITY


def choose_font(canvas: Canvas, operands: Operands) -> None:
    """``Tf``."""
    canvas.set(font=canvas.font(operands[0]), size=float(operands[1]))


def setting(name: str, unit: float = 1.0) -> Operator:
    """``Tc``, ``Tw``, ``Tz``, ``TL``, ``Ts``."""

    def change(canvas: Canvas, operands: Operands) -> None:
        canvas.set(**{name: float(operands[0]) * unit})

    return change


def mode(canvas: Canvas, operands: Operands) -> None:
    """``Tr``."""
    canvas.set(mode=int(operands[0]))


def move(canvas: Canvas, operands: Operands) -> None:
    """``Td``."""
    x, y = map(float, operands)
    canvas.text_matrix = canvas.line_matrix = times((1, 0, 0, 1, x, y), canvas.line_matrix)


def move_with_leading(canvas: Canvas, operands: Operands) -> None:
    """``TD``."""
    canvas.set(leading=-float(operands[1]))
    move(canvas, operands)


def place(canvas: Canvas, operands: Operands) -> None:
    """``Tm``."""
    a, b, c, d, e, f = map(float, operands)
    canvas.text_matrix = canvas.line_matrix = (a, b, c, d, e, f)


def next_line(canvas: Canvas, _: Operands) -> None:
    """``T*``."""
    move(canvas, (0, -canvas.state.leading))


def show(canvas: Canvas, operands: Operands) -> None:
    """``Tj``."""
    _show(canvas, (bytes(operands[0]),))


def show_adjusted(canvas: Canvas, operands: Operands) -> None:
    """``TJ``."""
    pieces = [
        float(item) if isinstance(item, float | int | Decimal) else bytes(item)
        for item in operands[0]
    ]
    _show(canvas, tuple(pieces))


def show_on_next_line(canvas: Canvas, operands: Operands) -> None:
    """``'``."""
    next_line(canvas, ())
    show(canvas, operands)


def show_spaced(canvas: Canvas, operands: Operands) -> None:
    """``"``."""
    word, character, string = operands
    canvas.set(word_spacing=float(word), char_spacing=float(character))
    show_on_next_line(canvas, (string,))


def _show(canvas: Canvas, pieces: tuple[bytes | float, ...]) -> None:
    """Leave the mark and move the pen."""
    font = canvas.state.font
    if font is None:
        return
    length = _length(canvas, font, pieces)
    shown = canvas.visible(_extent(canvas, font, length))
    mark = TextMark(canvas.state, shown, canvas.role, canvas.text_matrix, pieces)
    canvas.marks.append(mark)
    if mark.paint is not None:
        read_pattern(canvas, mark.paint, shown)
    shift: Matrix = (1, 0, 0, 1, 0, length) if font.is_vertical else (1, 0, 0, 1, length, 0)
    canvas.text_matrix = times(shift, canvas.text_matrix)


def _length(canvas: Canvas, font: PdfFont, pieces: tuple[bytes | float, ...]) -> float:
    """How far *pieces* move the pen, in text space (PDF 1.6, 5.3.3)."""
    state = canvas.state
    ems, count, blanks = 0.0, 0, 0
    for piece in pieces:
        if isinstance(piece, bytes):
            advances = font.advances(piece)
            ems += sum(advance for _, advance in advances)
            count += len(advances)
            if not font.is_composite:
                blanks += piece.count(SPACE)
        else:
            ems -= piece / 1000
    length = ems * state.size + count * state.char_spacing + blanks * state.word_spacing
    return length if font.is_vertical else length * state.scaling


def _extent(canvas: Canvas, font: PdfFont, length: float) -> Rect:
    """Around text of *length* from the pen, in the page's user space."""
    state = canvas.state
    if font.is_vertical:
        half = abs(state.size) / 2
        rect = (-half, min(0, length), half, max(0, length))
    else:
        down, above = (edge * state.size + state.rise for edge in font.extent)
        rect = (min(0, length), min(down, above), max(0, length), max(down, above))
    return box(times(canvas.text_matrix, state.ctm), rect)


TEXT_OPERATORS: dict[str, Operator] = {
    "BT": begin,
    "Tf": choose_font,
    "Tc": setting("char_spacing"),
    "Tw": setting("word_spacing"),
    "Tz": setting("scaling", 0.01),
    "TL": setting("leading"),
    "Ts": setting("rise"),
    "Tr": mode,
    "Td": move,
    "TD": move_with_leading,
    "Tm": place,
    "T*": next_line,
    "Tj": show,
    "TJ": show_adjusted,
    "'": show_on_next_line,
    '"': show_spaced,
}
