"""Dividing a page's height: how high frames and pictures are, for every amount of text.

Heights of pictures are chosen by dynamic programming over the pictures: for each number
of column lines that they take together, the few cheapest ways of sharing it among them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from layout.compose.composition import Move
from layout.compose.slots import Hole
from layout.page.template import Template

KEPT_WAYS = 16
"""Of sharing a height among pictures: where the cheapest strands a line, the next may not."""

Heights = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FrameHeights:
    """Grid lines of all frames but the one that takes the rest."""

    lines: Mapping[str, int]
    moves: tuple[Move, ...]
    cost: float


def harm(by: int, step: float) -> float:
    """Cost of moving by so many lines: each further line of one move hurts more than the last."""
    return step * abs(by) * (abs(by) + 1) / 2


def frame_heights(template: Template) -> Iterator[FrameHeights]:
    """Every choice of heights within the template's bounds."""
    bounds = {name: frame.lines for name, frame in template.frames.items() if frame.lines != "rest"}
    for chosen in product(*(bound.whole_steps() for bound in bounds.values())):
        lines = dict(zip(bounds, chosen, strict=True))
        offs = {name: lines[name] - round(bound.wanted) for name, bound in bounds.items()}
        moves = tuple(
            Move("frame-height", name, off, harm(off, template.harm.frame_height))
            for name, off in offs.items()
            if off
        )
        yield FrameHeights(lines, moves, sum(move.cost for move in moves))


def picture_heights(found: Sequence[Hole], step: float) -> dict[int, list[tuple[float, Heights]]]:
    """By column lines taken together, the cheapest heights of the pictures, the best first.

    *step* is the harm of a first line more or less.
    """
    ways: dict[int, list[tuple[float, Heights]]] = {0: [(0.0, ())]}
    for hole in found:
        longer: dict[int, list[tuple[float, Heights]]] = {}
        for taken, known in ways.items():
            for height in hole.heights:
                cost = harm(height - hole.wanted, step)
                entry = longer.setdefault(taken + height * hole.across, [])
                entry += [(sofar + cost, (*heights, height)) for sofar, heights in known]
        ways = {taken: sorted(entry)[:KEPT_WAYS] for taken, entry in longer.items()}
    return ways


def height_moves(found: Sequence[Hole], heights: Heights, step: float) -> tuple[Move, ...]:
    """Pictures that are not as high as they should be."""
    offs = zip(found, heights, strict=True)
    return tuple(
        Move("picture-height", hole.picture.spec.file, height - hole.wanted, cost)
        for hole, height in offs
        if (cost := harm(height - hole.wanted, step))
    )
