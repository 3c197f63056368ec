"""注音: readings over characters, in the blank between two lines; the grid does not move.

Readings wider than their character hang over its neighbours (CLREQ 3.3.5); two that would
touch make room for each other by the same amount on both sides.
"""

from itertools import pairwise

from layout.compose.composition import PlacedLine
from layout.compose.passages import Passage
from layout.compose.setter import Setter

DROP = 0.1
"""From the head of a character to the baseline of its reading, in em of the reading."""
APART = 0.25
"""Between two readings at least, in em of theirs."""
ROUNDS = 4
"""Of making room: enough for a name of four characters."""


def placed_readings(
    passage: Passage, placed: PlacedLine, style_name: str, setter: Setter
) -> list[PlacedLine]:
    """The readings of one line of *passage*, each centred over its character as far as may be."""
    found = [at for at in placed.line.clusters if at.offset in passage.readings]
    if not found:
        return []
    style = setter.style(style_name)
    own = found[0].cluster.style
    lines = [setter.heading(passage.readings[at.offset], style, passage.source) for at in found]
    xs = [
        placed.x + at.x + (at.cluster.width - line.width) / 2
        for at, line in zip(found, lines, strict=True)
    ]
    for _ in range(ROUNDS):
        for left, right in pairwise(range(len(xs))):
            short = xs[left] + lines[left].width + APART * style.size - xs[right]
            if short > 0:
                xs[left] -= short / 2
                xs[right] += short / 2
    y = placed.y - own.face.em_top * own.size - DROP * style.size
    return [PlacedLine(line, x, y) for line, x in zip(lines, xs, strict=True)]
