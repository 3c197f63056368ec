"""Artwork held to the press's rules before it is printed with the page.

A drawing or an advertisement is set alone on a sheet of its own size, as large as it will
be on the page, and that file is checked like any other; so its type, lines and pictures
are judged as they will be printed. What placing it leaves behind (layers, annotations,
actions, soft masks' colours) is looked for in the file itself.
"""

import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pikepdf

from layout import __version__
from layout.cache import Cache
from layout.diagnostics import Diagnostic, Diagnostics, Severity
from layout.display import Group, Metadata, Picture, Sheet
from layout.geometry import Box
from layout.issue.pictures import MAX_PIXELS
from layout.issue.vectors import UnfitArtworkError, open_pdf, told
from layout.output.artwork import artwork_of
from layout.output.pdf import write_pdf
from layout.output.press import Press
from layout.preflight.check import check_pdf
from layout.preflight.color_rules import judge_color
from layout.preflight.content.marks import Content
from layout.preflight.content.reader import Reader, read_page
from layout.preflight.file_rules import check_objects, check_syntax
from layout.preflight.frame import frame_of
from layout.preflight.objects import MALFORMED, dictionaries, text_of
from layout.preflight.page_rules import check_annotations, group_space

RECIPE = f"verdict 2 {__version__}"
"""Part of the cache's key; raised when artwork is judged differently."""
ALONE = Metadata("artwork", "", "", "2000-01-01")
CODES = {Severity.ERROR: "artwork-fault", Severity.WARNING: "artwork-doubt"}
DAMAGE = ("pdf-syntax", "pdf-syntax-more")
MASK_SPACES = ("", "DeviceCMYK", "DeviceGray")
"""Spaces that a transparency group may be blended in; grey is what masks are made of."""


def judge_artwork(sheets: Sequence[Sheet], press: Press, cache: Cache) -> Diagnostics:
    """What is wrong with the artwork on *sheets* for *press*, each finding with its file.

    Artwork that cannot be drawn at all is told by who draws it. *cache* keeps verdicts.
    """
    found = Diagnostics()
    for number, sheet in enumerate(sheets, 1):
        for picture in artwork_of(sheet.items):
            for finding in _judged(picture, press, cache):
                found.append(replace(finding, page=sheet.page or number))
    return found


def _judged(picture: Picture, press: Press, cache: Cache) -> Iterator[Diagnostic]:
    """The findings on *picture*, where they are on its page."""
    try:
        content = picture.file.read_bytes()
        profile = press.profile.read_bytes()
    except OSError:
        return
    size = round(picture.box.width, 3), round(picture.box.height, 3)
    recipe = [RECIPE, picture.file.suffix, size, picture.crop, press.ink_limit, press.max_ppi]
    parts = (json.dumps(recipe).encode(), content, profile)
    key = hashlib.sha256(b"".join(hashlib.sha256(p).digest() for p in parts)).hexdigest()
    stored = cache.get("verdict", key)
    if stored is None:
        stored = json.dumps([*_verdict(picture, content, size, press, cache)]).encode()
        cache.put("verdict", key, stored)
    left, top, _, _ = picture.box.in_mm()
    for code, params, box in json.loads(stored):
        place = picture.box.in_mm()
        if box is not None:
            place = round(box[0] + left, 2), round(box[1] + top, 2), box[2], box[3]
        told = {"file": picture.file.name, **params}
        yield Diagnostic(code, told, picture.source, box_mm=place)


Finding = tuple[str, dict[str, object], tuple[float, float, float, float] | None]
"""Code, blanks of its message, and the place on the artwork as printed."""


def _verdict(
    picture: Picture, content: bytes, size: tuple[float, float], press: Press, cache: Cache
) -> Iterator[Finding]:
    """What is wrong with *picture*, printed in *size* points."""
    found = Diagnostics()
    if picture.file.suffix.lower() == ".pdf":
        try:
            with open_pdf(content) as pdf:
                _check_source(pdf, found)
        except UnfitArtworkError:
            return
        except MALFORMED as error:
            found.add("artwork-unreadable", reason=told(f"{type(error).__name__}: {error}"))
    if not found.has_errors and not any(d.code in DAMAGE for d in found):
        box = Box(0, 0, *size)
        alone = Group((replace(picture, box=box),), "Figure", alt=picture.file.name)
        refused = Diagnostics()
        bare = replace(press, marks=False, bleed_mm=0)
        data = write_pdf([Sheet(*size, [alone])], ALONE, bare, refused, cache)
        if refused.has_errors:
            return
        found.extend(check_pdf(data, bare))
        if not found.has_errors and _is_blank(data):
            found.add("artwork-empty")
    for finding in found:
        if finding.code.startswith("artwork-"):
            yield finding.code, finding.params, finding.box_mm
        elif finding.severity in CODES:
            problems = {f"problem_{lang}": told(finding.message(lang)) for lang in ("zh", "en")}
            # Damage that qpdf mends is a warning in a page, but who knows what it was here.
            code = "artwork-fault" if finding.code in DAMAGE else CODES[finding.severity]
            yield code, dict(problems), finding.box_mm


def _is_blank(data: bytes) -> bool:
    """Whether the page of the file *data* shows nothing."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        marks = read_page(pdf, pdf.pages[0], {}).every_mark()
        return not any(mark.box for mark in marks)


def _check_source(pdf: pikepdf.Pdf, found: Diagnostics) -> None:
    """Rules on what does not come over with the page, or is not seen on it."""
    everything = list(dictionaries(pdf))
    page = pdf.pages[0]
    frame = frame_of(page, 1)
    check_objects(pdf, everything, found)
    check_syntax(pdf, found)
    placeless = Diagnostics()
    check_annotations(page, frame, placeless)
    found.extend(replace(finding, box_mm=None, page=None) for finding in placeless)
    if "/OCProperties" in pdf.Root:
        found.add("artwork-layers")
    for item in everything:
        kind = text_of(item.get("/Subtype"))
        if kind == "Type3":
            found.add("artwork-type3", font=text_of(item.get("/Name")) or "Type3")
        if (
            kind == "Image"
            and int(item.get("/Width", 0)) * int(item.get("/Height", 0)) > MAX_PIXELS
        ):
            found.add("artwork-bomb", object=f"{item.objgen[0]} 0 R")
        space = group_space(item)
        if space not in MASK_SPACES:
            found.add("pdf-group-space", object="Group", space=space)
        mask = item.get("/G")
        if isinstance(mask, pikepdf.Stream):
            content = Content()
            Reader(pdf, content, {}).read(mask, mask.get("/Resources", pikepdf.Dictionary()))
            for mark in content.every_mark():
                for fault in judge_color(mark, frame):
                    if fault.code != "pdf-grey":
                        found.append(Diagnostic(fault.code, {"object": "SMask", **fault.params}))
