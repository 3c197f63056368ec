"""What would bring a story to its room, the least change first: words to cut or add, pictures
to lower or raise.
"""

from collections.abc import Iterator
from typing import Literal

from layout.compose.composition import Remedy
from layout.compose.variants import Chosen
from layout.text.galley import Line

MOST = 5
"""Remedies told of one kind: an editor takes one of the first."""


def remedies(chosen: Chosen, off_lines: int, *, is_over: bool) -> tuple[Remedy, ...]:
    """Ranked remedies for a story that is *off_lines* over or under.

    Words first, by how few characters they are, each good for one line; then pictures
    within the bounds of their crop.
    """
    words = sorted(_words(chosen, is_over=is_over), key=lambda remedy: remedy.amount)
    pictures = list(_pictures(chosen, off_lines, is_over=is_over))
    return (*words[: min(MOST, max(off_lines, 1))], *pictures[:MOST])


def _words(chosen: Chosen, *, is_over: bool) -> Iterator[Remedy]:
    """For every paragraph, the characters that make it one line shorter or longer."""
    for number, passage in enumerate(chosen.text):
        if passage.is_crosshead:
            continue
        filling = chosen.fitted.filling
        option = filling.options[number] if filling else passage.options[0]
        lines = passage.lines(option)
        if is_over and len(lines) > 1:
            yield Remedy("cut", str(number + 1), _characters(lines[-1]), 1)
        elif not is_over and lines:
            room = passage.measure - lines[-1].width
            size = passage.paragraph.em
            yield Remedy("add", str(number + 1), int(room / size) + 2, 1)


def _characters(line: Line) -> int:
    return line.end - line.start


def _pictures(chosen: Chosen, off_lines: int, *, is_over: bool) -> Iterator[Remedy]:
    """For every picture, the lines by which it may give way in the direction wanted."""
    for hole, standing in zip(chosen.holes, chosen.fitted.trial.standing, strict=True):
        spare = standing.lines - hole.heights[0] if is_over else hole.heights[-1] - standing.lines
        by = min(spare, -(-off_lines // hole.across))
        if by > 0:
            kind: Literal["lower", "raise"] = "lower" if is_over else "raise"
            yield Remedy(kind, hole.picture.spec.file, by, by * hole.across)
