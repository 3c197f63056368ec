"""主题: the headline's lines, as large as their box takes them."""

from typing import NamedTuple

from layout.compose.composition import Block, PlacedLine
from layout.compose.phrases import divided
from layout.compose.setter import Setter
from layout.geometry import Box
from layout.issue.loaded import LoadedStory
from layout.page.template import HeadlineElement
from layout.text.galley import Line
from layout.text.heading import set_heading
from layout.text.paragraph import StyledText

STEP = 0.5
"""Points: headline sizes are whole or half points."""
MOST_LINES = 3
"""A headline of more is a paragraph."""


class _Shape(NamedTuple):
    """A headline as it is made up."""

    size: float
    top: float
    pitch: float


def headline_block(
    element: HeadlineElement, box: Box, story: LoadedStory, setter: Setter
) -> list[Block]:
    """The headline of *story* in *box*: one block, one line of it for each the editor typed.

    One that was typed on one line and is too long for it is divided by phrase. The size
    is the largest within bounds that fits, in half points; a headline that does not fit
    at the least size is told with the characters that are too many.
    """
    typed = [text for text in story.story.headline if text]
    if not typed:
        return []
    lines, size = _largest(typed, element, box, setter)
    if size < element.size.least:
        _tell_too_long(lines, element, box, story, setter)
    stack = _stack(len(lines), element)
    pitch = size * (1 + element.line_gap)
    shape = _Shape(size, box.y + (box.height - size * stack) / 2, pitch)
    parts = tuple(
        _placed(text, (number, len(lines)), element, box, (shape, setter, story))
        for number, text in enumerate(lines)
    )
    return [Block("H1", parts, box, title="　".join(lines), source=story.source)]


def _largest(
    typed: list[str], element: HeadlineElement, box: Box, setter: Setter
) -> tuple[list[str], float]:
    """The lines to set and their size; one typed line is divided where that makes it larger."""

    def size(lines: list[str]) -> float:
        widest = max(_width(text, element, setter) for text in lines)
        stack = _stack(len(lines), element)
        fitting = min(element.size.most, box.width / widest, box.height / stack)
        return int(fitting / STEP) * STEP

    best = typed, size(typed)
    if len(typed) == 1 and best[1] < element.size.wanted:
        for count in range(2, MOST_LINES + 1):
            lines = divided(typed[0], count)
            if size(lines) > best[1]:
                best = lines, size(lines)
    return best


def _stack(count: int, element: HeadlineElement) -> float:
    """Height of so many lines, in sizes."""
    return count + (count - 1) * element.line_gap


def _width(text: str, element: HeadlineElement, setter: Setter) -> float:
    """Width of the ink of *text* at a size of one point."""
    style = setter.style(element.style)
    line = set_heading((StyledText(text, style),), setter.rules)
    left, right = ink_blanks(line)
    return (line.width - left - right) / style.size


def _placed(
    text: str,
    place: tuple[int, int],
    element: HeadlineElement,
    box: Box,
    rest: tuple[_Shape, Setter, LoadedStory],
) -> PlacedLine:
    """One line of the headline, its ink flush with the edge it leans on."""
    number, count = place
    shape, setter, story = rest
    ink = element.inks[number % len(element.inks)] if element.inks else ""
    style = setter.style(element.style, size=shape.size, ink=ink)
    line = setter.heading(text, style, story.source)
    left, right = ink_blanks(line)
    spare = box.width - (line.width - left - right)
    share = {"left": 0.0, "center": 0.5, "staggered": number / max(1, count - 1)}
    x = box.x - left + spare * share[element.arrange]
    baseline = shape.top + number * shape.pitch + style.face.em_top * style.size
    return PlacedLine(line, x, baseline, outline=setter.outline(element.style))


def ink_blanks(line: Line) -> tuple[float, float]:
    """What lies between the ends of *line* and its ink, in points, on the left and the right."""
    if not line.clusters:
        return 0.0, 0.0
    first, last = line.clusters[0].cluster, line.clusters[-1].cluster
    left = first.face.ink(first.glyphs[0].gid).left + first.glyphs[0].shift
    glyph = last.glyphs[-1]
    right = glyph.box - last.face.ink(glyph.gid).right - glyph.shift
    return left * first.style.size, right * last.style.size


def _tell_too_long(
    lines: list[str], element: HeadlineElement, box: Box, story: LoadedStory, setter: Setter
) -> None:
    """Tell how many characters are too many at the least size: across, and lines down."""
    least = element.size.least
    longest = max(lines, key=len)
    room = int(box.width / (_width(longest, element, setter) / len(longest) * least))
    rows = len(lines)
    while rows > 1 and _stack(rows, element) * least > box.height:
        rows -= 1
    over = sum(max(0, len(line) - room) for line in lines[:rows]) + sum(map(len, lines[rows:]))
    setter.diagnostics.add(
        "headline-too-long",
        story.source,
        headline="　".join(lines),
        over=max(1, over),
        size=f"{least:g}",
    )
