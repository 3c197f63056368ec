"""主题: the headline's lines, as large as their box takes them."""

from typing import NamedTuple

from layout.compose.composition import Block, PlacedLine
from layout.compose.setter import Setter
from layout.geometry import Box
from layout.issue.loaded import LoadedStory
from layout.page.template import HeadlineElement
from layout.text.galley import Line
from layout.text.heading import set_heading
from layout.text.paragraph import StyledText

STEP = 0.5
"""Points: headline sizes are whole or half points."""


class _Shape(NamedTuple):
    """A headline as it is made up."""

    size: float
    top: float
    pitch: float


def headline_block(
    element: HeadlineElement, box: Box, story: LoadedStory, setter: Setter
) -> list[Block]:
    """The headline of *story* in *box*: one block, one line of it for each the editor typed.

    The size is the wanted one, or the largest that fits, in half points; a headline that
    does not fit at the least size is told with the characters that are too many.
    """
    lines = [text for text in story.story.headline if text]
    if not lines:
        return []
    widest = max(_width(text, element, setter) for text in lines)
    stack = len(lines) + (len(lines) - 1) * element.line_gap
    size = min(element.size.wanted, box.width / widest, box.height / stack)
    size = int(size / STEP) * STEP
    if size < element.size.least:
        _tell_too_long(element, box, story, setter)
    pitch = size * (1 + element.line_gap)
    shape = _Shape(size, box.y + (box.height - size * stack) / 2, pitch)
    parts = tuple(
        _placed(text, (number, len(lines)), element, box, (shape, setter, story))
        for number, text in enumerate(lines)
    )
    return [Block("H1", parts, box, title="　".join(lines), source=story.source)]


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


def _tell_too_long(element: HeadlineElement, box: Box, story: LoadedStory, setter: Setter) -> None:
    longest = max(story.story.headline, key=len)
    room = int(box.width / (_width(longest, element, setter) / len(longest) * element.size.least))
    over = max(1, len(longest) - room)
    setter.diagnostics.add(
        "headline-too-long",
        story.source,
        headline=longest,
        over=over,
        size=element.size.least,
    )
