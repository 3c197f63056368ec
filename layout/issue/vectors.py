"""Artwork without pixels, asked for its size: SVG drawings and one-page PDFs."""

import base64
import io
import math
import re
import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn

# Expat itself, because it lets document types be refused before they declare anything.
from xml.parsers import expat

if TYPE_CHECKING:
    import pikepdf

SVG = "http://www.w3.org/2000/svg"
SEPARATOR = "}"
"""Between namespace and name, as expat gives them."""
MOST_UNPACKED = 512_000_000
"""Bytes that the streams of a PDF may unpack to; a broadsheet of pixels has 110 million."""
PACKERS = ("FlateDecode", "LZWDecode", "RunLengthDecode", "Fl", "LZW", "RL")
"""Filters that make much of little; two of them on one stream make everything of nothing."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_IN_MEMORY = re.compile(r"(?:stream )?<_io\.BytesIO object at \w+>[,:]?")
_CHUNK = 1 << 18

Size = tuple[float, float]
"""Width and height."""


class UnfitArtworkError(ValueError):
    """Artwork that cannot be placed; carries the code to report it under."""

    def __init__(self, code: str, **params: object) -> None:
        """Report it as *code*, whose message has the blanks *params*."""
        super().__init__(f"{code}: {', '.join(map(str, params.values()))}")
        self.code = code
        self.params = params


def numbers(text: str, counts: Sequence[int]) -> list[float]:
    """The numbers in *text*, of which there must be as many as one of *counts*.

    Raises:
        ValueError: there are more or fewer, or one is none.

    """
    values = [length(part) for part in re.split(r"[\s,]+", text.strip())]
    if len(values) not in counts:
        raise ValueError("a number is missing or too many")
    return values


def length(text: str) -> float:
    """A finite number in *text*, of user units.

    Raises:
        ValueError: it is none, or has a unit of its own.

    """
    plain = text.removesuffix("px")
    value = float(plain) if re.fullmatch(r"[0-9+\-.eE\s]+", plain) else math.nan
    if not math.isfinite(value):
        raise ValueError(f"not a length: {text!r}")
    return value


def drawing_area(attributes: Mapping[str, str]) -> tuple[float, float, float, float]:
    """Left, top, width and height of the area that an SVG's root shows, in user units.

    Raises:
        ValueError: it has no size.

    """
    left, top = 0.0, 0.0
    if "viewBox" in attributes:
        left, top, width, height = numbers(attributes["viewBox"], (4,))
    else:
        width, height = (length(attributes.get(name, "")) for name in ("width", "height"))
    if not (width > 0 and height > 0):
        raise ValueError("the drawing area has no size")
    return left, top, width, height


def refuse_entity(*_declaration: object) -> NoReturn:
    """Entities can blow a small file up to gigabytes, or read other files; drawings need none."""
    raise ValueError("it declares entities")


class _RootError(Exception):
    """Ends the reading of an SVG at its root, whose attributes it carries."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.attributes = attributes


def svg_size(content: bytes) -> Size:
    """Width and height of the SVG document *content* in user units.

    Raises:
        ValueError: it is no SVG, or says no size.

    """

    def start(name: str, attributes: dict[str, str]) -> None:
        if name != f"{SVG}{SEPARATOR}svg":
            raise ValueError("not an SVG drawing")
        raise _RootError(attributes)

    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.StartElementHandler = start
    parser.EntityDeclHandler = refuse_entity
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
    except _RootError as root:
        return drawing_area(root.attributes)[2:]
    except expat.ExpatError as error:
        raise ValueError(f"not well-formed XML: {error}") from error
    raise ValueError("not an SVG drawing")


def pdf_size(content: bytes) -> Size:
    """Width and height of the only page of the PDF *content*, in points: its TrimBox, else
    its CropBox, else its MediaBox, turned as the page is.

    Raises:
        UnfitArtworkError: it is no PDF of one page that anybody may open.

    """
    with open_pdf(content) as pdf:
        left, bottom, right, top = form_area(pdf.pages[0].as_form_xobject())
    return right - left, top - bottom


def open_pdf(content: bytes) -> "pikepdf.Pdf":
    """The PDF *content*, once it is known to be small, open to all and of one page.

    Raises:
        UnfitArtworkError: it is not.

    """
    # pikepdf takes a tenth of a second to import: paid by pages with such artwork.
    import logging  # noqa: PLC0415

    import pikepdf  # noqa: PLC0415

    # What qpdf repairs is told by the preflight; without this it would be printed besides.
    logging.getLogger("pikepdf").addHandler(logging.NullHandler())
    _refuse_bombs(content)
    try:
        pdf = pikepdf.open(io.BytesIO(content))
    except pikepdf.PasswordError as error:
        raise UnfitArtworkError("artwork-encrypted") from error
    except Exception as error:
        # A damaged file makes qpdf's bindings raise anything at all.
        raise UnfitArtworkError("artwork-unreadable", reason=told(error)) from error
    try:
        _refuse(pdf)
    except UnfitArtworkError:
        pdf.close()
        raise
    except Exception as error:
        pdf.close()
        raise UnfitArtworkError("artwork-unreadable", reason=told(error)) from error
    return pdf


def told(problem: object) -> str:
    """What qpdf says of *problem*, without the name it has for a file in memory."""
    return _IN_MEMORY.sub("", str(problem)).strip()


def _refuse(pdf: "pikepdf.Pdf") -> None:
    """Look at what decides whether there is anything to place."""
    import pikepdf  # noqa: PLC0415 - see open_pdf

    if damage := pdf.get_warnings():
        raise UnfitArtworkError("artwork-unreadable", reason=told(damage[0]))
    if pdf.is_encrypted:
        raise UnfitArtworkError("artwork-encrypted")
    if len(pdf.pages) != 1:
        raise UnfitArtworkError("artwork-pages", count=len(pdf.pages))
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            filters = item.get("/Filter")
            names = filters if isinstance(filters, pikepdf.Array) else [filters]
            if sum(str(name).removeprefix("/") in PACKERS for name in names) > 1:
                raise UnfitArtworkError("artwork-bomb", object=f"{item.objgen[0]} 0 R")
    left, bottom, right, top = form_area(pdf.pages[0].as_form_xobject())
    if not (right - left > 0 and top - bottom > 0):
        raise UnfitArtworkError("artwork-unreadable", reason="the page has no size")


def form_area(form: "pikepdf.Object") -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what the form XObject *form* shows where it is placed."""
    x1, y1, x2, y2 = (float(v) for v in form["/BBox"])
    a, b, c, d, e, f = (float(v) for v in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    corners = [(x, y) for x in (x1, x2) for y in (y1, y2)]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _refuse_bombs(content: bytes) -> None:
    """Unpack every stream piece by piece, without keeping it, before anything else does so."""
    left = MOST_UNPACKED
    for found in _STREAM.finditer(content):
        start = found.end()
        end = content.find(b"endstream", start)
        data = content[start : end if end >= 0 else None]
        if data[:64].isascii() and data.rstrip().endswith(b"~>"):
            try:
                data = base64.a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>"))
            except ValueError:
                continue
        left -= _unpacked(data, left)
        if left < 0:
            line = content.count(b"\n", 0, start) + 1
            raise UnfitArtworkError("artwork-bomb", object=f"stream in line {line}")


def _unpacked(data: bytes, most: int) -> int:
    """How many bytes *data* unpacks to; counted no further than just above *most*."""
    unpacker, count = zlib.decompressobj(), 0
    try:
        for start in range(0, len(data), _CHUNK):
            piece = data[start : start + _CHUNK]
            while piece and count <= most and not unpacker.eof:
                count += len(unpacker.decompress(piece, _CHUNK))
                piece = unpacker.unconsumed_tail
            if unpacker.eof or count > most:
                break
    except zlib.error:
        pass
    return count
