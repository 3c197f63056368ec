"""A manuscript into the parts of a page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from layout.intake.heads import read_heads
from layout.intake.manuscript import Line, Manuscript
from layout.intake.recognised import Paper, Recognised, Tell
from layout.intake.shots import pair
from layout.intake.text import (
    is_prose,
    read_credits,
    read_text,
    take_byline,
    take_credits,
    unwrapped,
)

_MOST_TITLE = 40


def recognise(manuscript: Manuscript, papers: Sequence[Paper], tell: Tell) -> Recognised:
    """The parts of *manuscript*; what was guessed is told at its line."""
    shots, lines = pair(manuscript.items, tell)
    lines = unwrapped(lines, tell)
    credits_ = take_credits(lines, tell)
    above = list(takewhile(lambda line: not is_prose(line), lines))
    below = lines[len(above) :]
    if not below:
        above, below = _split_without_prose(lines)
    elif not above and len(below) > 1 and len(below[0].text) <= _MOST_TITLE:
        # A headline that ends as a sentence does.
        above, below = [replace(below[0], level=1)], below[1:]
    body_levels = {line.level for line in below if line.level}
    heads, crossheads, early = read_heads(above, papers, body_levels, tell)
    byline = heads.byline or take_byline(below, tell)
    heads = replace(heads, byline=byline, day=heads.day or manuscript.day)
    credits_ = [*read_credits(early, tell), *credits_]
    blocks = read_text([*crossheads, *below], tell)
    return Recognised(heads, tuple(blocks), tuple(shots), tuple(credits_))


def _split_without_prose(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Heads and text where no line reads like a sentence: the last line is text."""
    return lines[:-1], [replace(line, role="body", level=0) for line in lines[-1:]]
