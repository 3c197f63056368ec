"""``xmp``: what the file says of itself, in its XMP packet and its information dictionary."""

from datetime import UTC, datetime

import pikepdf
from pikepdf.models.metadata import PdfMetadata

from layout.diagnostics import Diagnostics
from layout.preflight.objects import MALFORMED, text_of

PDFX_VERSION = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
REQUIRED = (
    "dc:title",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
)
"""Properties that PDF/X-4 asks for besides its own and Trapped (ISO 15930-7, 6.3)."""
TWINS = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
    "/Trapped": "pdf:Trapped",
}
"""Entries of the information dictionary, and where XMP says the same."""
DATES = ("/CreationDate", "/ModDate")


def check_metadata(pdf: pikepdf.Pdf, found: Diagnostics) -> None:
    """PDF/X-4 declared, title, dates and ids there, Trapped said, Info of one mind."""
    if not isinstance(pdf.Root.get("/Metadata"), pikepdf.Stream):
        found.add("pdf-no-xmp")
        return
    try:
        # The editor's mark and the date are for those who write; this only reads.
        metadata = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False, strict=True)
        told = {name: _value(metadata, name) for name in (*REQUIRED, *TWINS.values(), PDFX_VERSION)}
    except (*MALFORMED, SyntaxError):
        found.add("pdf-xmp-unreadable")
        return
    if told[PDFX_VERSION] != "PDF/X-4":
        found.add("pdf-not-declared", declared=told[PDFX_VERSION] or "-")
    for name in REQUIRED:
        if not told[name]:
            found.add("pdf-xmp-missing", key=name)
    if told["pdf:Trapped"] not in ("True", "False"):
        found.add("pdf-trapped", value=told["pdf:Trapped"] or "-")
    _compare(pdf, told, found)


def _value(metadata: PdfMetadata, name: str) -> str:
    """A property as text; the members of a list with commas between them."""
    value = metadata.get(name)
    if value is None:
        return ""
    return value if isinstance(value, str) else ", ".join(map(str, value))


def _compare(pdf: pikepdf.Pdf, told: dict[str, str], found: Diagnostics) -> None:
    """Tell entries of the information dictionary that XMP contradicts."""
    info = pdf.trailer.get("/Info")
    if not isinstance(info, pikepdf.Dictionary):
        return
    for key, name in TWINS.items():
        entry = text_of(info.get(key))
        if not entry:
            continue
        same = _instant(entry) == _instant(told[name]) if key in DATES else entry == told[name]
        if not same:
            found.add("pdf-info-disagrees", key=key[1:], info=entry, xmp=told[name] or "-")


def _instant(date: str) -> datetime | str:
    """The moment that ``D:20250227080000+08'00'`` or an ISO date means; *date* if it is none."""
    text = date.removeprefix("D:").replace("'", "").replace("Z0000", "Z")
    try:
        moment = datetime.fromisoformat(_with_time(text))
    except ValueError:
        return date
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _with_time(text: str) -> str:
    """PDF's run of digits with the T that ISO 8601 wants between date and time."""
    return f"{text[:8]}T{text[8:]}" if text[:12].isdigit() else text
