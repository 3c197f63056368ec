"""Rules on the file as a whole: version, encryption, filters, actions, syntax."""

from collections.abc import Container, Iterable

import pikepdf

from layout.diagnostics import Diagnostics
from layout.preflight.color_rules import is_press_space, stream_space
from layout.preflight.limits import Limits
from layout.preflight.objects import LZW, filters, text_of

SYNTAX_TOLD = 5
"""Syntax faults told one by one; a broken file has hundreds of the same kind."""
DEFAULT_SPACES = ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK")


def check_header(pdf: pikepdf.Pdf, limits: Limits, found: Diagnostics) -> None:
    """``hdr``: PDF/X-4 is PDF 1.6; what came later is nothing a press must understand."""
    versions = [pdf.pdf_version, text_of(pdf.Root.get("/Version"))]
    newest = max((v for v in versions if v), key=_as_numbers)
    if _as_numbers(newest) > _as_numbers(limits.version):
        found.add("pdf-version", version=newest, limit=limits.version)


def _as_numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def check_encryption(pdf: pikepdf.Pdf, found: Diagnostics) -> None:
    """``enc``: no encryption, and an ID that tells this file from others."""
    if "/Encrypt" in pdf.trailer:
        found.add("pdf-encrypted")
    identity = pdf.trailer.get("/ID")
    if not isinstance(identity, pikepdf.Array) or len(identity) != 2:
        found.add("pdf-no-id")


def check_objects(
    pdf: pikepdf.Pdf, everything: Iterable[pikepdf.Object], found: Diagnostics
) -> None:
    """``enc``, ``js``, ``cs``: no stream in LZW, no JavaScript, nothing done by itself, and
    no space that the inks are turned into behind the page's back.
    """
    if "/OpenAction" in pdf.Root:
        found.add("pdf-open-action")
    for item in everything:
        if isinstance(item, pikepdf.Stream) and any(name in LZW for name in filters(item)):
            found.add("pdf-lzw", object=f"{item.objgen[0]} 0 R")
        if "/AA" in item:
            found.add("pdf-additional-actions", object=f"{item.objgen[0]} 0 R")
        if text_of(item.get("/S")) == "JavaScript" or "/JavaScript" in item:
            found.add("pdf-javascript")
        for name in DEFAULT_SPACES:
            if name in item:
                found.add("pdf-default-space", name=name[1:])


def check_unpainted(
    everything: Iterable[pikepdf.Object], painted: Container[object], found: Diagnostics
) -> None:
    """``cs`` for pictures that lie in the file without being on a page."""
    for item in everything:
        if (
            isinstance(item, pikepdf.Stream)
            and text_of(item.get("/Subtype")) == "Image"
            and item.objgen not in painted
            and not item.get("/ImageMask", False)
        ):
            space = stream_space(item)
            if not is_press_space(space, grey=True):
                name = f"{item.objgen[0]} 0 R"
                found.add("pdf-picture-space", object=name, space=space.root.family)


def check_syntax(pdf: pikepdf.Pdf, found: Diagnostics) -> None:
    """Whatever qpdf finds damaged, and what it had to repair to open the file."""
    problems = [*map(str, pdf.get_warnings()), *pdf.check_pdf_syntax()]
    for problem in problems[:SYNTAX_TOLD]:
        found.add("pdf-syntax", problem=problem.strip())
    if len(problems) > SYNTAX_TOLD:
        found.add("pdf-syntax-more", count=len(problems) - SYNTAX_TOLD)
