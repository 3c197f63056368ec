"""A file opened and held against every rule; what cannot be read is a finding too."""

import io
import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pikepdf

from layout.diagnostics import Diagnostics
from layout.output.press import Press
from layout.preflight.content.marks import ImageMark
from layout.preflight.content.reader import read_page
from layout.preflight.content_rules import check_content
from layout.preflight.file_rules import (
    check_encryption,
    check_header,
    check_objects,
    check_syntax,
    check_unpainted,
)
from layout.preflight.font_rules import FirstUses, check_fonts
from layout.preflight.frame import Frame, frame_of
from layout.preflight.ink_rules import check_ink
from layout.preflight.intent import check_output_intent
from layout.preflight.limits import Limits
from layout.preflight.metadata import check_metadata
from layout.preflight.objects import MALFORMED, dictionaries
from layout.preflight.page_rules import (
    check_annotations,
    check_boxes,
    check_page_group,
    check_trim_size,
)

if TYPE_CHECKING:
    from layout.preflight.content.fonts import PdfFont

# What qpdf warns of is told as findings; without this it would be printed besides.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())


def check_document(data: bytes, press: Press, limits: Limits) -> Diagnostics:
    """Everything wrong with the file *data*."""
    found = Diagnostics()
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError:
        found.add("pdf-encrypted")
        return found
    except MALFORMED as error:
        found.add("pdf-unreadable", reason=str(error))
        return found
    with pdf:
        _Check(pdf, press, limits, found).run()
    return found


class _Check:
    """One file on its way through the rules."""

    def __init__(self, pdf: pikepdf.Pdf, press: Press, limits: Limits, found: Diagnostics) -> None:
        self.pdf = pdf
        self.press = press
        self.limits = limits
        self.found = found
        self.fonts: dict[object, PdfFont] = {}
        self.uses = FirstUses()
        self.painted: set[tuple[int, int]] = set()
        """Pictures that were met on a page."""

    def run(self) -> None:
        """The file, then its pages, then what no page uses."""
        pdf, found = self.pdf, self.found
        everything: list[pikepdf.Object] = []
        self._attempt(lambda: everything.extend(dictionaries(pdf)))
        self._attempt(lambda: check_header(pdf, self.limits, found))
        self._attempt(lambda: check_encryption(pdf, found))
        self._attempt(lambda: check_objects(pdf, everything, found))
        self._attempt(lambda: check_syntax(pdf, found))
        self._attempt(lambda: check_output_intent(pdf, self.press, found))
        self._attempt(lambda: check_metadata(pdf, found))
        self._attempt(self._check_pages)
        self._attempt(lambda: check_fonts(everything, self.uses, found))
        self._attempt(lambda: check_unpainted(everything, self.painted, found))

    def _attempt(self, check: Callable[[], None], page: int | None = None) -> None:
        """Run *check*; what it stumbles over is damage to tell, not a reason to stop."""
        try:
            check()
        except MALFORMED as error:
            problem = f"{type(error).__name__}: {error}"
            self.found.add("pdf-damaged", page=page, problem=problem)

    def _check_pages(self) -> None:
        if not len(self.pdf.pages):
            self.found.add("pdf-no-pages")
        pages = self.limits.pages
        for index, page in enumerate(self.pdf.pages):
            frame = frame_of(page, pages[index] if index < len(pages) else index + 1)
            self._attempt(partial(self._check_page, page, index, frame), frame.number)
            self._attempt(partial(self._check_content, page, frame), frame.number)

    def _check_page(self, page: pikepdf.Page, index: int, frame: Frame) -> None:
        check_boxes(page, frame, self.found)
        check_trim_size(frame, index, self.limits, self.found)
        check_annotations(page, frame, self.found)
        check_page_group(page, frame, self.found)

    def _check_content(self, page: pikepdf.Page, frame: Frame) -> None:
        content = read_page(self.pdf, page, self.fonts)
        self.uses.note(content.every_mark(), frame)
        self.painted |= {m.image.objgen for m in content.every_mark() if isinstance(m, ImageMark)}
        check_content(content, frame, self.limits, self.found)
        check_ink(self.pdf, content, frame, (self.limits, self.press), self.found)
