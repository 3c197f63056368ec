"""拼版调整 copyfit: how a page gives way until its text fills it exactly.

A bounded search. The template says what may give way and how far; each way has a cost,
to which comes what the text costs at least in the room that is left. Ways are tried from
the least of these upwards. Placing pictures and filling columns can only add to it, so
the search ends as soon as nothing left could be cheaper than the best page found.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf

from layout.compose.columns import Filler, Filling, Stretch
from layout.compose.composition import Move
from layout.compose.passages import Passage
from layout.compose.slots import Hole, Standing, stretches
from layout.page.dummy import Dummy, dummy
from layout.page.grid import PageGrid
from layout.page.template import Flow, Template

MOST_TRIALS = 400
"""Pages filled before the search takes the best it has: well below a third of a second."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One way of dividing the page, and what gave way for it."""

    heights: Mapping[str, int]
    """Grid lines of every frame but the one that takes the rest."""
    standing: tuple[Standing, ...]
    stretches: tuple[Stretch, ...]
    moves: tuple[Move, ...]

    @property
    def cost(self) -> float:
        """What its moves cost."""
        return sum(move.cost for move in self.moves)

    @property
    def room(self) -> int:
        """Lines of text it holds."""
        return sum(stretch.lines for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Fitted:
    """The page chosen."""

    dummy: Dummy
    trial: Trial
    filling: Filling | None
    """None where the text is more than the page holds."""


@dataclass(frozen=True, slots=True)
class _Division:
    """Heights of frames and pictures, before the pictures are placed."""

    frames: Mapping[str, int]
    frame_lines: int
    """Of the frame that text flows through."""
    picture_lines: tuple[int, ...]
    moves: tuple[Move, ...]
    cost: float
    room: int
    """Lines of text it holds, wherever the pictures stand."""
    bound: float
    """What a page so divided costs at least, its text included."""


class Copyfit:
    """The search for one page with one flow of text."""

    def __init__(
        self, template: Template, grid: PageGrid, found: Sequence[Hole], text: Sequence[Passage]
    ) -> None:
        """Fit *text* and the pictures of *found* into *template*."""
        self._template = template
        self._grid = grid
        self._holes = found
        self._filler = Filler(text)
        self._flow_name, self._flow = flow_frame(template)

    def fit(self) -> Fitted:
        """The page of least harm."""
        divisions = sorted(self._divisions(), key=lambda division: division.bound)
        best: tuple[float, Trial, Filling] | None = None
        tried = 0
        for division in divisions:
            if division.bound >= (best[0] if best else inf) or tried > MOST_TRIALS:
                break
            for trial in self._placed(division):
                if best and trial.cost + division.bound - division.cost >= best[0]:
                    continue
                tried += 1
                below = best[0] - trial.cost if best else inf
                filling = self._filler.fill(trial.stretches, below=below)
                if filling:
                    best = trial.cost + filling.cost, trial, filling
        if best:
            return self._fitted(best[1], best[2])
        return self._misfit(divisions)

    def _misfit(self, divisions: Sequence[_Division]) -> Fitted:
        """The page that comes nearest where none is filled exactly.

        Raises:
            ValueError: the template's bounds leave no page at all.

        """
        lines = self._filler.best
        roomy = [division for division in divisions if division.room >= lines]
        roomy.sort(key=lambda division: (division.room, division.cost))
        for division in roomy:
            for trial in self._placed(division):
                filling = self._fill_short(trial, lines)
                if filling:
                    return self._fitted(trial, filling)
        for division in sorted(divisions, key=lambda division: (-division.room, division.cost)):
            for trial in self._placed(division):
                return self._fitted(trial, None)
        raise ValueError("the template leaves no room for text")

    def _fill_short(self, trial: Trial, lines: int) -> Filling | None:
        """Fill a page that has too much room, leaving as few lines empty as can be."""
        for spare in range(trial.room - lines, trial.room):
            filling = self._filler.fill(trial.stretches, spare=spare)
            if filling:
                return filling
        return None

    def _fitted(self, trial: Trial, filling: Filling | None) -> Fitted:
        return Fitted(dummy(self._grid, self._template.frames, trial.heights), trial, filling)

    def _divisions(self) -> Iterator[_Division]:
        """Every way of dividing the height of the page within the template's bounds."""
        step = self._template.harm.picture_height
        for frames, frame_moves in self._frame_heights():
            try:
                place = dummy(self._grid, self._template.frames, frames).places[self._flow_name]
            except ValueError:
                continue
            for lines in product(*(hole.heights for hole in self._holes)):
                moves = list(frame_moves)
                taken = 0
                for hole, height in zip(self._holes, lines, strict=True):
                    off = height - hole.wanted
                    taken += height * hole.across
                    if off:
                        name = hole.picture.spec.file
                        moves.append(Move("picture-height", name, off, _harm(off, step)))
                cost = sum(move.cost for move in moves)
                room = place.lines * self._grid.columns - taken
                bound = cost + self._filler.at_least(room)
                yield _Division(frames, place.lines, lines, tuple(moves), cost, room, bound)

    def _placed(self, division: _Division) -> Iterator[Trial]:
        """Trials with the pictures of a division at each of their places."""
        step = self._template.harm.picture_place
        choices = [
            list(hole.tops(height, division.frame_lines))
            for hole, height in zip(self._holes, division.picture_lines, strict=True)
        ]
        for places in product(*choices):
            standing = tuple(
                Standing(hole.picture, hole.column, hole.across, top, height)
                for hole, height, (top, _) in zip(
                    self._holes, division.picture_lines, places, strict=True
                )
            )
            free = stretches(standing, self._grid, division.frame_lines, self._flow.least_strip)
            if not free:
                continue
            shifts = tuple(
                Move("picture-place", hole.picture.spec.file, off, _harm(off, step))
                for hole, (_, off) in zip(self._holes, places, strict=True)
                if off
            )
            yield Trial(division.frames, standing, tuple(free), (*division.moves, *shifts))

    def _frame_heights(self) -> Iterator[tuple[dict[str, int], tuple[Move, ...]]]:
        """Heights of all frames but the rest, with the moves they are."""
        bounds = {
            name: frame.lines
            for name, frame in self._template.frames.items()
            if frame.lines != "rest"
        }
        step = self._template.harm.frame_height
        for chosen in product(*(bound.whole_steps() for bound in bounds.values())):
            made = dict(zip(bounds, chosen, strict=True))
            offs = {name: made[name] - round(bound.wanted) for name, bound in bounds.items()}
            moves = (
                Move("frame-height", name, off, _harm(off, step))
                for name, off in offs.items()
                if off
            )
            yield made, tuple(moves)


def _harm(by: int, step: float) -> float:
    """Cost of moving by so many lines: each further line of one move hurts more than the last."""
    return step * abs(by) * (abs(by) + 1) / 2


def flow_frame(template: Template) -> tuple[str, Flow]:
    """The frame that text flows through, by name.

    Raises:
        ValueError: the template has none.

    """
    for name, frame in template.frames.items():
        if frame.flow is not None:
            return name, frame.flow
    raise ValueError("the template has no frame for text")
