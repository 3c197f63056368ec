"""``tac``: places with more ink than newsprint takes."""

import warnings

import pikepdf
from PIL import Image

from layout.diagnostics import Diagnostics
from layout.output.press import Press
from layout.preflight.content.marks import Content
from layout.preflight.frame import Frame
from layout.preflight.ink.measure import dark_places
from layout.preflight.limits import Limits
from layout.preflight.objects import MALFORMED

UNMEASURABLE = (*MALFORMED, Image.DecompressionBombError, MemoryError, RuntimeError, SyntaxError)
"""What composing the plates of a damaged page raises: PDFium's errors are RuntimeErrors,
Pillow raises SyntaxErrors."""


def check_ink(
    source: pikepdf.Pdf,
    content: Content,
    frame: Frame,
    held_to: tuple[Limits, Press],
    found: Diagnostics,
) -> None:
    """Tell each place of a page where the inks sum up to more than the target or the limit."""
    limits, press = held_to
    try:
        with warnings.catch_warnings():
            # Pillow warns of large images, as newspapers have them.
            warnings.simplefilter("ignore")
            places = dark_places(source, content, frame, limits, press.ink_limit)
    except UNMEASURABLE as error:
        problem = f"{type(error).__name__}: {error}"
        found.add("pdf-ink-unmeasured", page=frame.number, problem=problem)
        return
    for place in places:
        over = place.ink > press.ink_limit
        found.add(
            "pdf-ink-over" if over else "pdf-ink-high",
            page=frame.number,
            box_mm=frame.place(place.box),
            ink=round(place.ink),
            limit=round(press.ink_limit if over else limits.ink_target),
        )
