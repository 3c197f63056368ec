"""Rules on lines: how thin they may be, and that thin black ones overprint.

A line is a stroke, or a rectangle so long and thin that somebody drew a line with it.
"""

from collections.abc import Iterator, Sequence

from layout.preflight.content.canvas import bounds, placed_segments, subpaths
from layout.preflight.content.color import Paint
from layout.preflight.content.marks import PathMark, Segment
from layout.preflight.faults import Fault
from layout.preflight.limits import Limits
from layout.preflight.type_rules import judge_white, overprints

SLACK = 0.005
"""Points."""
LONG = 4
"""A rectangle that is this many times as long as wide is a line."""
CORNERS = (4, 5)
"""Points of a rectangle drawn by lines; the fifth where it is led back to its beginning."""


def judge_path(mark: PathMark, limits: Limits) -> Iterator[Fault]:
    """What is wrong with a path's lines, and with white in it."""
    state = mark.state
    if mark.fills:
        yield from judge_white(state, state.fill, stroke=False)
        width = thin_side(mark)
        if width is not None and not mark.strokes:
            yield from _judge_line(mark, state.fill, width, limits, stroke=False)
    if mark.strokes:
        yield from judge_white(state, state.stroke, stroke=True)
        yield from _judge_line(mark, state.stroke, mark.line_width, limits, stroke=True)


def _judge_line(
    mark: PathMark, paint: Paint, width: float, limits: Limits, *, stroke: bool
) -> Iterator[Fault]:
    """``line`` and ``k_op`` for a line of *width* points."""
    if paint.pattern is not None:
        return
    limit = limits.colour_line_pt if paint.ink_count != 1 else limits.line_pt
    told = {"width": round(width, 3), "limit": limit}
    if width < limits.line_pt - SLACK:
        yield Fault("pdf-hairline", told)
    elif width < limit - SLACK:
        yield Fault("pdf-thin-colour-line", told)
    if (
        paint.is_black
        and width < limits.overprint_line_below_pt - SLACK
        and not overprints(mark.state, paint, stroke=stroke)
    ):
        yield Fault("pdf-black-line-knocks-out", {"width": round(width, 3)})


def thin_side(mark: PathMark) -> float | None:
    """Width on paper of the thinnest line drawn as a rectangle; None if there is none."""
    widths = []
    for part in subpaths(placed_segments(mark.segments, mark.state.ctm)):
        if not _is_rectangle(part):
            continue
        left, bottom, right, top = bounds(part)
        short, long = sorted((right - left, top - bottom))
        if long >= LONG * short and long > 0:
            widths.append(short)
    return min(widths, default=None)


def _is_rectangle(part: Sequence[Segment]) -> bool:
    """Whether a subpath is an upright rectangle."""
    corners = [values for operator, values in part if operator != "h"]
    if len(corners) not in CORNERS or any(operator == "c" for operator, _ in part):
        return False
    left, bottom, right, top = bounds(part)
    return all(
        min(abs(x - left), abs(x - right)) < SLACK and min(abs(y - bottom), abs(y - top)) < SLACK
        for x, y in corners
    )
