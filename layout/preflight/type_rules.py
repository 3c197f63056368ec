"""Rules on type: overprinting, rich black, and how small it may be."""

from collections.abc import Iterator

from layout.preflight.content.color import Paint
from layout.preflight.content.marks import State, TextMark
from layout.preflight.faults import Fault
from layout.preflight.limits import Limits

SLACK = 0.01
"""Points: sizes come out of matrices with rounding."""
ADDING_BLENDS = ("Multiply", "Darken")
"""Blend modes under which black leaves what is below it, as overprinting does."""
EXACT_SPACES = ("DeviceCMYK", "Separation", "DeviceN")
"""Spaces in which OPM 1 leaves unpainted inks alone (PDF 1.6, 4.5.6)."""


def overprints(state: State, paint: Paint, *, stroke: bool) -> bool:
    """Whether *paint* leaves the inks below it that it does not use."""
    on = state.overprint_stroke if stroke else state.overprint_fill
    exact = on and state.overprint_mode == 1 and paint.space.family in EXACT_SPACES
    return exact or state.blend in ADDING_BLENDS


def judge_white(state: State, paint: Paint, *, stroke: bool) -> Iterator[Fault]:
    """``w_op``: white that overprints is not there."""
    if paint.is_white and (state.overprint_stroke if stroke else state.overprint_fill):
        yield Fault("pdf-white-overprints", {})


def judge_text(mark: TextMark, ground: int, limits: Limits) -> Iterator[Fault]:
    """What is wrong with visible text on a *ground* of so many inks."""
    paint = mark.paint
    if paint is None or paint.pattern is not None:
        return
    stroke = not mark.fills
    size = round(mark.size, 2)
    yield from judge_white(mark.state, paint, stroke=stroke)
    if paint.is_white:
        yield from _judge_reversed(mark, size, ground, limits)
    elif paint.is_black:
        small = size < limits.overprint_below_pt - SLACK
        if small and not overprints(mark.state, paint, stroke=stroke):
            yield Fault("pdf-black-text-knocks-out", {"size": size})
    if paint.ink_count > 1:
        yield from _judge_colored(paint, size, limits)
    elif paint.ink_count == 1 and size < limits.black_text_pt - SLACK:
        yield Fault("pdf-small-type", {"size": size, "limit": limits.black_text_pt})


def _judge_colored(paint: Paint, size: float, limits: Limits) -> Iterator[Fault]:
    """``richtext``, ``smalltext``: inks that do not meet make type of several unreadable."""
    if paint.inks[3] >= limits.rich_from:
        ink = round(100 * paint.total)
        if ink > limits.rich_ink:
            yield Fault("pdf-rich-text", {"ink": ink, "limit": round(limits.rich_ink)})
        else:
            yield Fault("pdf-rich-black-text", {"ink": ink})
    elif size < limits.colour_text_pt - SLACK:
        params = {"size": size, "limit": limits.colour_text_pt, "inks": paint.ink_count}
        yield Fault("pdf-small-colour-text", params)


def _judge_reversed(mark: TextMark, size: float, ground: int, limits: Limits) -> Iterator[Fault]:
    """``reversed``: ink flows into white type; the thinner it is, the sooner it is gone."""
    if not ground:
        return
    limit = limits.reversed_pt if ground == 1 else limits.reversed_on_colour_pt
    font = mark.state.font
    if size < limit - SLACK:
        yield Fault("pdf-reversed-small", {"size": size, "limit": limit, "inks": ground})
    elif font and font.is_thin_serif and size < limits.reversed_serif_pt - SLACK:
        params = {"size": size, "limit": limits.reversed_serif_pt, "font": font.name}
        yield Fault("pdf-reversed-serif", params)
