"""What lies under a text: the topmost surface, and how many inks print it."""

from typing import TYPE_CHECKING

from layout.preflight.color_rules import image_space, shading_space
from layout.preflight.content.marks import ImageMark, Mark, PathMark, ShadingMark, TextMark

if TYPE_CHECKING:
    from layout.preflight.frame import Rect

SEVERAL = 4
"""Inks of a picture or blend in colour, of which nobody knows which are used where."""


class Ground:
    """The surfaces painted so far, the last one on top.

    A surface counts as the rectangle around it: right for plates and pictures, generous
    for outlines of other shapes.
    """

    def __init__(self) -> None:
        """Begin with bare paper."""
        self._surfaces: list[tuple[Rect, int]] = []

    def add(self, mark: Mark) -> None:
        """Lay *mark* on top, if it is a surface."""
        if mark.box is None or isinstance(mark, TextMark):
            return
        inks = _inks(mark)
        if inks is not None:
            self._surfaces.append((mark.box, inks))

    def under(self, mark: Mark) -> int:
        """How many inks print the surface under the middle of *mark*; 0 for paper."""
        if mark.box is None:
            return 0
        x, y = (mark.box[0] + mark.box[2]) / 2, (mark.box[1] + mark.box[3]) / 2
        for (left, bottom, right, top), inks in reversed(self._surfaces):
            if left <= x <= right and bottom <= y <= top:
                return inks
        return 0


def _inks(mark: Mark) -> int | None:
    """How many inks print the surface of *mark*; None if it is no surface."""
    match mark:
        case PathMark() if mark.fills:
            fill = mark.state.fill
            return SEVERAL if fill.pattern is not None else fill.ink_count
        case ImageMark() if mark.is_stencil:
            return None
        case ImageMark():
            return 1 if image_space(mark).root.components == 1 else SEVERAL
        case ShadingMark():
            return 1 if shading_space(mark.shading).components == 1 else SEVERAL
    return None
