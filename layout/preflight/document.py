"""A file opened and held against every rule; what cannot be read is a finding too."""

import io
from collections.abc import Callable
from functools import partial

import pikepdf

from layout.diagnostics import Diagnostics
from layout.output.press import Press
from layout.preflight.file_rules import (
    check_encryption,
    check_header,
    check_objects,
    check_syntax,
)
from layout.preflight.frame import frame_of
from layout.preflight.intent import check_output_intent
from layout.preflight.limits import Limits
from layout.preflight.metadata import check_metadata
from layout.preflight.objects import MALFORMED
from layout.preflight.page_rules import (
    check_annotations,
    check_boxes,
    check_page_group,
    check_trim_size,
)


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
        attempt = partial(_attempt, found, None)
        attempt(check_header, pdf, limits, found)
        attempt(check_encryption, pdf, found)
        attempt(check_objects, pdf, found)
        attempt(check_syntax, pdf, found)
        attempt(check_output_intent, pdf, press, found)
        attempt(check_metadata, pdf, found)
        attempt(_check_pages, pdf, limits, found)
    return found


def _attempt(
    found: Diagnostics, page: int | None, check: Callable[..., None], *args: object
) -> None:
    """Run *check*; what it stumbles over is damage to tell, not a reason to stop."""
    try:
        check(*args)
    except MALFORMED as error:
        found.add("pdf-damaged", page=page, problem=f"{type(error).__name__}: {error}")


def _check_pages(pdf: pikepdf.Pdf, limits: Limits, found: Diagnostics) -> None:
    """Every page in order."""
    if not len(pdf.pages):
        found.add("pdf-no-pages")
    for index, page in enumerate(pdf.pages):
        number = limits.pages[index] if index < len(limits.pages) else index + 1
        _attempt(found, number, _check_page, page, index, number, limits, found)


def _check_page(
    page: pikepdf.Page, index: int, number: int, limits: Limits, found: Diagnostics
) -> None:
    frame = frame_of(page, number)
    check_boxes(page, frame, found)
    check_trim_size(frame, index, limits, found)
    check_annotations(page, frame, found)
    check_page_group(page, frame, found)
