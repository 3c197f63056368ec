"""Rules on a page as such: its boxes, its annotations, its transparency group."""

import pikepdf

from layout.diagnostics import Diagnostics
from layout.preflight.frame import Frame, contains, inherited, overlap, read_rect
from layout.preflight.limits import Limits
from layout.preflight.objects import text_of
from layout.units import pt_to_mm

PRINTED_BY_NOBODY = ("PrinterMark", "TrapNet")
"""Annotations that PDF/X provides for."""


def check_boxes(page: pikepdf.Page, frame: Frame, found: Diagnostics) -> None:
    """``boxes``: trim within bleed within media, nothing turned, nothing scaled."""
    number = frame.number
    if read_rect(page.obj.get("/TrimBox")) is None:
        found.add("pdf-no-trim-box", page=number)
    if "/ArtBox" in page.obj:
        found.add("pdf-art-box", page=number)
    for inner, outer, fits in (
        ("TrimBox", "BleedBox", contains(frame.bleed, frame.trim)),
        ("BleedBox", "MediaBox", contains(frame.media, frame.bleed)),
    ):
        if not fits:
            found.add("pdf-box-outside", page=number, inner=inner, outer=outer)
    unit = page.obj.get("/UserUnit")
    if unit is not None and float(unit) != 1:
        found.add("pdf-user-unit", page=number, unit=float(unit))
    turn = inherited(page, "/Rotate")
    if turn is not None and int(turn) % 360:
        found.add("pdf-rotated", page=number, angle=int(turn))


def check_trim_size(frame: Frame, index: int, limits: Limits, found: Diagnostics) -> None:
    """``trimsize``: the page is as large as its template says."""
    if not limits.trims_mm:
        return
    wanted = limits.trims_mm[min(index, len(limits.trims_mm) - 1)]
    left, bottom, right, top = frame.trim
    size = pt_to_mm(right - left), pt_to_mm(top - bottom)
    if any(abs(a - b) > limits.trim_tolerance_mm + 1e-6 for a, b in zip(size, wanted, strict=True)):
        width, height = (round(length, 2) for length in size)
        found.add(
            "pdf-trim-size",
            page=frame.number,
            width=width,
            height=height,
            wanted_width=wanted[0],
            wanted_height=wanted[1],
        )


def check_annotations(page: pikepdf.Page, frame: Frame, found: Diagnostics) -> None:
    """``annot``: nothing on the sheet that is not print."""
    annotations = page.obj.get("/Annots")
    if not isinstance(annotations, pikepdf.Array):
        return
    for annotation in annotations:
        kind = text_of(annotation.get("/Subtype"))
        rect = read_rect(annotation.get("/Rect"))
        if kind in PRINTED_BY_NOBODY or rect is None or overlap(rect, frame.bleed) is None:
            continue
        found.add("pdf-annotation", page=frame.number, box_mm=frame.place(rect), kind=kind)


def check_page_group(page: pikepdf.Page, frame: Frame, found: Diagnostics) -> None:
    """``group``: the page is blended in the press's inks."""
    space = group_space(page.obj)
    if space not in ("", "DeviceCMYK"):
        found.add("pdf-group-space", page=frame.number, space=space, object="Page")


def group_space(owner: pikepdf.Object) -> str:
    """Colour space a page's or form's group is blended in; empty where it names none."""
    group = owner.get("/Group")
    if not isinstance(group, pikepdf.Dictionary):
        return ""
    space = group.get("/CS")
    return text_of(space[0] if isinstance(space, pikepdf.Array) else space)
