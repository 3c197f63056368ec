# ruff: noqa: INP001 - a program run by path, not a module of a package
"""Draw nameplate.svg: python assets/publications/changzhi-ribao/draw_nameplate.py.

The paper's own lettering is not to be had. In its stead stand the four characters of the brush
face, sized and spaced by eye as a nameplate is: the face was drawn to be set in a line, each
character filling its square, and that leaves 日 as tall as its neighbours and the gaps uneven.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
FACE = HERE.parents[2] / "fonts" / "brush-400.ttf"
TARGET = HERE / "nameplate.svg"
RED = "#c8161d"
"""For viewers of the file itself; on a page the publication's own ink takes its place."""

Glyphs = Any
"""A glyph set of fontTools, which has no types: outlines by glyph name."""
Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top of the ink; y grows upwards."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One character of the lettering. Lengths are in thousandths of an em of the face."""

    char: str
    width: float
    """Scale along the line."""
    height: float
    """Scale across it."""
    gap: float
    """From the ink of the letter before to the ink of this one."""
    foot: float
    """How far the lowest ink stands above the line that all letters stand on."""


LETTERS = (
    Letter("长", width=1.04, height=0.97, gap=0, foot=6),
    Letter("治", width=1.03, height=0.95, gap=220, foot=14),
    Letter("日", width=0.95, height=0.82, gap=318, foot=64),
    Letter("报", width=1.06, height=1.00, gap=292, foot=0),
)
"""日, of few strokes and closed, is kept small and clear of its neighbours; 报, of thin strokes,
is drawn largest; 治 tucks its dots over the foot of 长."""

PAGE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<title>长治日报（替代字样，非报社题字）</title>
<desc>Stand-in lettering set in Ma Shan Zheng (SIL Open Font License 1.1); \
it is not the nameplate of the newspaper. 以马善政楷书（OFL）排成的替代字样，非报社题字。</desc>
<g fill="{fill}">
{paths}
</g>
</svg>
"""


class SvgPathPen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Writes outlines as SVG path data: absolute M, L, C and Z, one decimal, y downwards."""

    def __init__(self, glyphs: Glyphs, top: float) -> None:
        """Put the height *top* at y = 0."""
        super().__init__(glyphs)
        self._top = top
        self._commands: list[str] = []

    @property
    def data(self) -> str:
        """What a path element's d attribute takes."""
        return " ".join(self._commands)

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - the pen protocol's name
        self._write("M", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - the pen protocol's name
        self._write("L", pt)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802 - as above
        self._write("C", *points)

    def _closePath(self) -> None:  # noqa: N802 - the pen protocol's name
        self._commands.append("Z")

    def _write(self, command: str, *points: tuple[float, float]) -> None:
        places = (f"{decimal(x)} {decimal(self._top - y)}" for x, y in points)
        self._commands.append(command + " ".join(places))


def main() -> None:
    """Write the nameplate beside this program."""
    with TTFont(FACE) as font:
        text = nameplate(font)
    TARGET.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{TARGET.name}: {len(text):,} characters\n")


def nameplate(font: TTFont) -> str:
    """The lettering as an SVG document, its view box as tight as the ink."""
    glyphs = font.getGlyphSet()
    cmap = font.getBestCmap()
    placed = [(cmap[ord(letter.char)], place) for letter, place in _places(glyphs, cmap)]
    bounds = [ink(glyphs, name, place) for name, place in placed]
    bottom, right, top = (
        min(box[1] for box in bounds),
        max(box[2] for box in bounds),
        max(box[3] for box in bounds),
    )
    return PAGE.format(
        width=decimal(right),
        height=decimal(top - bottom),
        fill=RED,
        paths="\n".join(f'<path d="{_outline(glyphs, *at, top)}"/>' for at in placed),
    )


def _places(glyphs: Glyphs, cmap: dict[int, str]) -> Iterator[tuple[Letter, Transform]]:
    """Each letter with where it goes, from left to right, the first one's ink at x = 0."""
    right = 0.0
    for letter in LETTERS:
        scaled = Identity.scale(letter.width, letter.height)
        box = ink(glyphs, cmap[ord(letter.char)], scaled)
        left = right + letter.gap
        yield letter, Identity.translate(left - box[0], letter.foot - box[1]).transform(scaled)
        right = left + box[2] - box[0]


def ink(glyphs: Glyphs, name: str, place: Transform) -> Bounds:
    """The ink box of the glyph *name* put in its *place*."""
    pen = BoundsPen(glyphs)
    glyphs[name].draw(TransformPen(pen, place))
    bounds: Bounds = pen.bounds
    return bounds


def _outline(glyphs: Glyphs, name: str, place: Transform, top: float) -> str:
    pen = SvgPathPen(glyphs, top)
    glyphs[name].draw(TransformPen(pen, place))
    return pen.data


def decimal(value: float) -> str:
    """*value* to a tenth of a unit, without a needless .0."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


if __name__ == "__main__":
    main()
