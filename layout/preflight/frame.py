"""Where things lie on a page, and where reports say they lie.

Rectangles here are ``(left, bottom, right, top)`` in PDF's user space: points from the
lower left, y growing upwards. UserUnit and Rotate are faults of their own (``boxes``)
and not reckoned with.
"""

from dataclasses import dataclass

import pikepdf

from layout.units import pt_to_mm

Rect = tuple[float, float, float, float]
NOWHERE: Rect = (0.0, 0.0, 0.0, 0.0)
INHERITED_DEPTH = 32
"""Page trees are not deeper; a damaged one may go round in circles."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's number and its boxes."""

    number: int
    """As reports give it."""
    media: Rect
    trim: Rect
    """The MediaBox where there is no TrimBox."""
    bleed: Rect
    """The TrimBox where there is no BleedBox."""

    def place(self, rect: Rect) -> tuple[float, float, float, float]:
        """*rect* as ``(x, y, width, height)`` in mm from the trimmed sheet's top left."""
        left, bottom, right, top = rect
        lengths = (left - self.trim[0], self.trim[3] - top, right - left, top - bottom)
        x, y, width, height = (round(pt_to_mm(length), 2) for length in lengths)
        return x, y, width, height


def frame_of(page: pikepdf.Page, number: int) -> Frame:
    """The boxes of *page*, which reports call *number*."""
    media = read_rect(inherited(page, "/MediaBox")) or NOWHERE
    trim = read_rect(page.obj.get("/TrimBox")) or media
    return Frame(number, media, trim, read_rect(page.obj.get("/BleedBox")) or trim)


def read_rect(value: object) -> Rect | None:
    """A rectangle with its corners in order; None where *value* is none."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    try:
        x1, y1, x2, y2 = (float(v) for v in value)
    except (TypeError, ValueError):
        return None
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def inherited(page: pikepdf.Page, key: str) -> pikepdf.Object | None:
    """The page's entry *key*, or the one it inherits from the page tree."""
    node: pikepdf.Object | None = page.obj
    for _ in range(INHERITED_DEPTH):
        if node is None:
            return None
        found: pikepdf.Object | None = node.get(key)
        if found is not None:
            return found
        node = node.get("/Parent")
    return None


def overlap(one: Rect, other: Rect) -> Rect | None:
    """What two rectangles share; None where that is nothing, not even a line."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def contains(outer: Rect, inner: Rect, slack: float = 0.001) -> bool:
    """Whether *inner* lies inside *outer*, give or take *slack* points."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def union(one: Rect, other: Rect) -> Rect:
    """The smallest rectangle around both."""
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
