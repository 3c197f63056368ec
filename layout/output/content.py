"""A page's content stream: operators in order, each state set only when it changes.

Operators take PDF's own coordinates, which grow upwards from the foot of the sheet;
:meth:`Content.up` is where the axis is turned. Numbers are written to 0.001 pt, a third
of a micrometre.
"""

from typing import NamedTuple

from layout.color import Cmyk
from layout.geometry import Box

KNOCK_OUT = "GN"
"""Graphics state: what is painted replaces all inks below it."""
OVERPRINT = "GO"
"""Graphics state: inks of amount zero leave what is below them (OPM 1)."""

GRAPHICS_STATES = {
    KNOCK_OUT: "<</OP false/op false/OPM 0>>",
    OVERPRINT: "<</OP true/op true/OPM 1>>",
}


def number(value: float) -> str:
    """*value* to three places, no zeros to spare, never an exponent."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Several numbers, separated by spaces."""
    return " ".join(map(number, values))


class _State(NamedTuple):
    """What the graphics state is known to be; None where nobody set it yet."""

    fill: Cmyk | None = None
    stroke: Cmyk | None = None
    line_width: float | None = None
    overprint: bool | None = None
    font: tuple[str, float] | None = None
    spacing: float = 0.0
    mode: int = 0


class Content:
    """Writes operators and remembers the state they leave."""

    def __init__(self, height: float) -> None:
        """Begin a page *height* points high; it knocks out until it is told to overprint."""
        self._height = height
        self._parts: list[str] = []
        self._state = _State()
        self._stack: list[_State] = []
        self._opacities: dict[float, str] = {}
        self.overprint(on=False)

    def up(self, y: float) -> float:
        """Height above the foot of what lies *y* below the top."""
        return self._height - y

    def rectangle(self, box: Box) -> str:
        """Operator that appends *box* to the path."""
        return f"{numbers(box.x, self.up(box.bottom), box.width, box.height)} re"

    def add(self, operators: str) -> None:
        """Write *operators* that leave the state alone."""
        self._parts.append(operators)

    def fill(self, ink: Cmyk) -> None:
        """Fill with *ink* from here on."""
        if ink != self._state.fill:
            self._state = self._state._replace(fill=ink)
            self.add(f"{numbers(ink.c, ink.m, ink.y, ink.k)} k")

    def stroke(self, ink: Cmyk, width: float) -> None:
        """Stroke with *ink* and lines *width* points wide from here on."""
        if ink != self._state.stroke:
            self._state = self._state._replace(stroke=ink)
            self.add(f"{numbers(ink.c, ink.m, ink.y, ink.k)} K")
        if width != self._state.line_width:
            self._state = self._state._replace(line_width=width)
            self.add(f"{number(width)} w")

    def overprint(self, *, on: bool) -> None:
        """Overprint, or knock out, from here on."""
        if on != self._state.overprint:
            self._state = self._state._replace(overprint=on)
            self.add(f"/{OVERPRINT if on else KNOCK_OUT} gs")

    def font(self, name: str, size: float) -> None:
        """Set text in the font resource *name* at *size* points from here on."""
        if (name, size) != self._state.font:
            self._state = self._state._replace(font=(name, size))
            self.add(f"/{name} {number(size)} Tf")

    def spacing(self, amount: float) -> None:
        """Add *amount* points after every character from here on."""
        if amount != self._state.spacing:
            self._state = self._state._replace(spacing=amount)
            self.add(f"{number(amount)} Tc")

    def mode(self, mode: int) -> None:
        """Render text filled (0) or without a mark (3) from here on."""
        if mode != self._state.mode:
            self._state = self._state._replace(mode=mode)
            self.add(f"{mode} Tr")

    def opacity(self, amount: float) -> None:
        """Let *amount*, from 0 to 1, of the paint through from here to the next restore."""
        name = self._opacities.setdefault(amount, f"GA{len(self._opacities)}")
        self.add(f"/{name} gs")

    def save(self) -> None:
        """Remember the state."""
        self._stack.append(self._state)
        self.add("q")

    def restore(self) -> None:
        """Return to the state remembered last."""
        self._state = self._stack.pop()
        self.add("Q")

    def clip(self, box: Box) -> None:
        """Paint only inside *box* until the next restore."""
        self.add(f"{self.rectangle(box)} W n")

    @property
    def graphics_states(self) -> dict[str, str]:
        """The ExtGState resources this page refers to."""
        states = dict(GRAPHICS_STATES)
        for amount, name in self._opacities.items():
            states[name] = f"<</CA {number(amount)}/ca {number(amount)}>>"
        return states

    def data(self) -> bytes:
        """The stream's bytes."""
        return "\n".join([*self._parts, ""]).encode("ascii")
