"""Every rule on what a page paints, mark by mark."""

from collections.abc import Iterator

from layout.diagnostics import Diagnostic, Diagnostics
from layout.preflight.color_rules import judge_color, judge_state
from layout.preflight.content.marks import Content, ImageMark, Mark, PathMark, TextMark
from layout.preflight.faults import Fault, Faults
from layout.preflight.frame import Frame, overlap
from layout.preflight.ground import Ground
from layout.preflight.limits import Limits
from layout.preflight.line_rules import judge_path
from layout.preflight.page_rules import group_space
from layout.preflight.picture_rules import judge_picture
from layout.preflight.type_rules import judge_text


def check_content(content: Content, frame: Frame, limits: Limits, found: Diagnostics) -> None:
    """What is wrong with *content*.

    Colour spaces matter wherever they stand; sizes and overprinting only where something
    shows within the bleed, since the rest is cut off.
    """
    faults, ground = Faults(frame), Ground()
    for mark in content.every_mark():
        faults.add(mark, judge_color(mark, frame))
        if mark.box is not None and overlap(mark.box, frame.bleed) is not None:
            faults.add(mark, _judge(mark, ground, limits))
            ground.add(mark)
    faults.tell(found)
    for name, entries in content.states:
        for fault in judge_state(entries):
            params = {"object": name, **fault.params}
            found.append(Diagnostic(fault.code, params, page=frame.number))
    for name, form in content.forms:
        space = group_space(form)
        if space not in ("", "DeviceCMYK"):
            found.add("pdf-group-space", page=frame.number, object=name, space=space)


def _judge(mark: Mark, ground: Ground, limits: Limits) -> Iterator[Fault]:
    """What is wrong with the size and the overprinting of *mark*."""
    match mark:
        case TextMark():
            yield from judge_text(mark, ground.under(mark), limits)
        case PathMark():
            yield from judge_path(mark, limits)
        case ImageMark():
            yield from judge_picture(mark, limits)
