"""拼版调整 copyfit: how a page gives way until its text fills it exactly.

A bounded search. The template says what may give way and how far; each way has a cost,
to which comes what the text costs at least in the room that is left. Ways are tried from
the least of these upwards. Placing pictures and filling columns can only add to it, so
the search ends as soon as nothing left could be cheaper than the best page found.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import islice, product
from math import inf

from layout.compose.columns import Filler, Filling, Stretch
from layout.compose.composition import Move
from layout.compose.dividing import (
    FrameHeights,
    Heights,
    frame_heights,
    harm,
    height_moves,
    picture_heights,
)
from layout.compose.passages import Passage
from layout.compose.slots import Hole, Standing, stretches
from layout.page.dummy import Dummy, dummy
from layout.page.grid import PageGrid
from layout.page.template import Flow, Template

MOST_TRIALS = 400
"""Pages filled before the search takes the best it has: well below a third of a second."""
MOST_TRIALS_OF_ROOM = 60
"""Looked at for one amount of text, where the page cannot be filled exactly anyway."""
WHOLE = 1e-6


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
    cost: float
    """What moves and filling cost together; infinite where the page is not filled exactly."""


@dataclass(frozen=True, slots=True)
class _Division:
    """Heights of frames and pictures, before the pictures are placed."""

    frames: FrameHeights
    frame_lines: int
    """Of the frame that text flows through, on the text's own grid."""
    pictures: Heights
    cost: float
    room: int
    """Lines of text it holds, wherever the pictures stand."""
    bound: float
    """What a page so divided costs at least, its text included."""


_Places = tuple[tuple[int, int], ...]
"""Of each picture: its first line, and how many lines it is off its wanted place."""


class Copyfit:
    """The search for one page, with one arrangement of the pictures and one size of text."""

    def __init__(
        self,
        template: Template,
        grids: tuple[PageGrid, PageGrid],
        found: Sequence[Hole],
        text: Sequence[Passage],
    ) -> None:
        """Fit *text* and the pictures of *found* into *template*.

        *grids* are the page's and the text's own, which is the same but for its size.
        """
        self._template = template
        self._page_grid, self._grid = grids
        self._holes = found
        self._flow_name, self._flow = flow_frame(template)
        self._ways = picture_heights(found, template.harm.picture_height)
        self._frames = self._cheapest_frames()
        most = max(self._frames, default=0) * self._grid.columns
        self._filler = Filler(text, most)

    def fit(self, below: float = inf) -> Fitted | None:
        """The page of least harm that is filled exactly and costs less than *below*."""
        best: tuple[float, Trial, Filling] | None = None
        tried = 0
        for bound, division, places in self._in_order():
            dearest = best[0] if best else below
            if bound >= dearest or tried > MOST_TRIALS:
                break
            trial = self._trial(division, places)
            if trial is None:
                continue
            tried += 1
            filling = self._filler.fill(trial.stretches, below=dearest - trial.cost)
            if filling:
                best = trial.cost + filling.cost, trial, filling
        return self._fitted(best[1], best[2], best[0]) if best else None

    def _in_order(self) -> Iterator[tuple[float, _Division, _Places]]:
        """Divisions with places for their pictures, by what a page of them costs at least.

        A division's places are worked out only when its turn has come.
        """
        queue: list[tuple[float, int, _Division, _Places | None]] = [
            (division.bound, number, division, None)
            for number, division in enumerate(self._divisions())
        ]
        heapify(queue)
        number = len(queue)
        while queue:
            bound, _, division, places = heappop(queue)
            if places is not None:
                yield bound, division, places
                continue
            for choice in self._places(division):
                number += 1
                heappush(queue, (bound + self._shift(choice), number, division, choice))

    def misfit(self) -> Fitted:
        """The page that comes nearest where none is filled exactly.

        Raises:
            ValueError: the template's bounds leave no page at all.

        """
        lines = self._filler.best
        rooms = sorted({room for room, _ in self._rooms()})
        for room in (room for room in rooms if room >= lines):
            for trial in self._trials_of(room):
                filling = self._fill_short(trial, lines)
                if filling:
                    return self._fitted(trial, filling)
        for room in reversed(rooms):
            for trial in self._trials_of(room):
                return self._fitted(trial, None)
        raise ValueError("the template leaves no room for text")

    def _fill_short(self, trial: Trial, lines: int) -> Filling | None:
        """Fill a page that has too much room, leaving as few lines empty as can be."""
        for spare in range(trial.room - lines, trial.room + 1):
            filling = self._filler.fill(trial.stretches, spare=spare)
            if filling:
                return filling
        return None

    def _fitted(self, trial: Trial, filling: Filling | None, cost: float = inf) -> Fitted:
        made = dummy(self._page_grid, self._template.frames, trial.heights)
        return Fitted(made, trial, filling, cost)

    def _cheapest_frames(self) -> dict[int, FrameHeights]:
        """By lines that they leave for the text, the cheapest heights of all other frames."""
        found: dict[int, FrameHeights] = {}
        for heights in frame_heights(self._template):
            lines = self._frame_lines(heights)
            if lines is not None and (lines not in found or heights.cost < found[lines].cost):
                found[lines] = heights
        return found

    def _frame_lines(self, heights: FrameHeights) -> int | None:
        """Lines of the text's grid in its frame; None where they do not come out whole."""
        try:
            places = dummy(self._page_grid, self._template.frames, heights.lines).places
        except ValueError:
            return None
        lines = places[self._flow_name].lines * self._page_grid.leading / self._grid.leading
        return round(lines) if abs(lines - round(lines)) < WHOLE else None

    def _rooms(self) -> Iterator[tuple[int, tuple[FrameHeights, int, int]]]:
        """Every amount of text that can be had, with the frames and picture lines for it."""
        for lines, heights in self._frames.items():
            for taken in self._ways:
                room = lines * self._grid.columns - taken
                if room > 0:
                    yield room, (heights, lines, taken)

    def _divisions(self) -> Iterator[_Division]:
        """Every way of dividing the page that the text can fill."""
        for room, (heights, lines, taken) in self._rooms():
            text = self._filler.at_least(room)
            if text == inf:
                continue
            for cost, pictures in self._ways[taken]:
                whole = heights.cost + cost
                yield _Division(heights, lines, pictures, whole, room, whole + text)

    def _trials_of(self, wanted: int) -> Iterator[Trial]:
        """Some trials that hold just so many lines, of the cheapest divisions."""
        divisions = [
            _Division(heights, lines, pictures, heights.cost + cost, room, 0.0)
            for room, (heights, lines, taken) in self._rooms()
            if room == wanted
            for cost, pictures in self._ways[taken]
        ]
        ways = (
            (division, places)
            for division in sorted(divisions, key=lambda division: division.cost)
            for places in self._places(division)
        )
        for division, places in islice(ways, MOST_TRIALS_OF_ROOM):
            trial = self._trial(division, places)
            if trial is not None:
                yield trial

    def _places(self, division: _Division) -> Iterator[_Places]:
        """Every place for each picture: its first line, and how far that is off."""
        choices = [
            list(hole.tops(height, division.frame_lines))
            for hole, height in zip(self._holes, division.pictures, strict=True)
        ]
        return product(*choices)

    def _shift(self, places: _Places) -> float:
        """What pictures off their places cost."""
        return sum(harm(off, self._template.harm.picture_place) for _, off in places)

    def _trial(self, division: _Division, places: _Places) -> Trial | None:
        """The page so divided; None where pictures get in each other's way."""
        standing = tuple(
            Standing(hole.picture, hole.column, hole.across, top, height)
            for hole, height, (top, _) in zip(self._holes, division.pictures, places, strict=True)
        )
        free = stretches(standing, self._grid, division.frame_lines, self._flow.least_strip)
        if not free:
            return None
        step = self._template.harm
        shifts = tuple(
            Move("picture-place", hole.picture.spec.file, off, harm(off, step.picture_place))
            for hole, (_, off) in zip(self._holes, places, strict=True)
            if off
        )
        heights = height_moves(self._holes, division.pictures, step.picture_height)
        moves = division.frames.moves + heights + shifts
        return Trial(division.frames.lines, standing, tuple(free), moves)


def flow_frame(template: Template) -> tuple[str, Flow]:
    """The frame that text flows through, by name.

    Raises:
        ValueError: the template has none.

    """
    for name, frame in template.frames.items():
        if frame.flow is not None:
            return name, frame.flow
    raise ValueError("the template has no frame for text")
