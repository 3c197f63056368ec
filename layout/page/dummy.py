"""The dummy 版样: which grid lines every frame of a page takes, once their heights are chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

from layout.page.grid import PageGrid
from layout.page.template import Frame


@dataclass(frozen=True, slots=True)
class Place:
    """The grid lines of a frame, counted from the top of the type area."""

    top: int
    lines: int


@dataclass(frozen=True, slots=True)
class Dummy:
    """A page's frames on its grid."""

    grid: PageGrid
    places: Mapping[str, Place]
    """Of every frame, by name, in the template's order."""


def dummy(grid: PageGrid, frames: Mapping[str, Frame], heights: Mapping[str, int]) -> Dummy:
    """Stack *frames*, as high as *heights* says; the one whose lines are ``rest`` takes the rest.

    Frames follow what they are ``below``; those at the ``foot`` are stacked upwards from
    the foot of the type area, the last one lowest.

    Raises:
        ValueError: there is no room for the rest.

    """
    foot = grid.lines
    places: dict[str, Place] = {}
    for name, frame in reversed(list(frames.items())):
        if frame.foot:
            places[name] = Place(foot - heights[name], heights[name])
            foot -= heights[name] + frame.space
    for name, frame in frames.items():
        if frame.foot:
            continue
        above = places.get(frame.below)
        top = (above.top + above.lines if above else 0) + frame.space
        lines = foot - top if frame.lines == "rest" else heights[name]
        if lines < 1 or top + lines > foot:
            raise ValueError(f"no room for {name}")
        places[name] = Place(top, lines)
    return Dummy(grid, {name: places[name] for name in frames})
