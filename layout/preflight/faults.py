"""Faults of single marks, gathered so that a paragraph of small type is one finding.

A text set line by line breaks a rule once for every line; who reads the report wants to
see the place once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from layout.diagnostics import Diagnostic, Diagnostics, Term
from layout.preflight.content.marks import ImageMark, Mark, TextMark
from layout.preflight.frame import Frame, Rect, overlap, union

NEAR = 12.0
"""Points: faults of one kind no further apart than this are one finding."""


class Fault(NamedTuple):
    """A rule that a mark breaks."""

    code: str
    params: Mapping[str, object]


@dataclass(slots=True)
class _Place:
    """Neighbouring faults of one kind."""

    fault: Fault
    box: Rect | None
    label: str | Term


@dataclass(slots=True)
class Faults:
    """The faults of a page, in the order of painting."""

    frame: Frame
    _places: list[_Place] = field(default_factory=list)
    _kinds: dict[str, list[_Place]] = field(default_factory=dict)

    def add(self, mark: Mark, faults: Iterable[Fault]) -> None:
        """Note that *mark* has *faults*."""
        for fault in faults:
            self._add(fault, mark.box, label(mark), mark.role)

    def _add(self, fault: Fault, box: Rect | None, name: str | Term, role: str) -> None:
        kind = self._kinds.setdefault(repr((fault, role)), [])
        for place in kind:
            if _are_near(place.box, box):
                place.box = union(place.box, box) if place.box and box else place.box
                return
        place = _Place(fault, box, name)
        kind.append(place)
        self._places.append(place)

    def tell(self, found: Diagnostics) -> None:
        """Make findings of them."""
        for place in self._places:
            shown = place.box and overlap(place.box, self.frame.media)
            box = self.frame.place(shown) if shown else None
            params = {"object": place.label, **place.fault.params}
            found.append(Diagnostic(place.fault.code, params, page=self.frame.number, box_mm=box))


def _are_near(one: Rect | None, other: Rect | None) -> bool:
    if one is None or other is None:
        return one is other
    left, bottom, right, top = other
    return overlap(one, (left - NEAR, bottom - NEAR, right + NEAR, top + NEAR)) is not None


KINDS = {
    "Text": Term("文字", "text"),
    "Path": Term("图形", "a shape"),
    "Image": Term("图片", "a picture"),
    "Shading": Term("渐变", "a blend"),
}
"""What a mark without a role is called."""


def label(mark: Mark) -> str | Term:
    """What a report calls *mark*: its role, and its text or its resource's name.

    Where it has no role, the kind of thing it is.
    """
    kind = type(mark).__name__.removesuffix("Mark")
    match mark:
        case TextMark():
            about = f" “{mark.text}”"
        case ImageMark() if mark.name:
            about = f" {mark.name}"
        case _:
            about = ""
    if mark.role:
        return mark.role + about
    plain = KINDS.get(kind, Term(kind, kind))
    return Term(plain.zh + about, plain.en + about)
