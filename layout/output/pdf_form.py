"""One-page PDFs as forms: their objects taken over one by one, as they are.

What belongs to the page as a document and would be false on another (its place in a
structure tree, private data, metadata, what to print instead) stays behind.
"""

import zlib
from collections import deque
from collections.abc import Iterator
from decimal import Decimal

import pikepdf

from layout.issue.vectors import form_area, open_pdf
from layout.output.artwork import Area, FormObject

LEFT_BEHIND = frozenset(
    f"/{key}"
    for key in (
        *("StructParent", "StructParents", "Metadata", "PieceInfo", "LastModified"),
        *("Thumb", "OPI", "Alternates"),
    )
)
ENCODING = ("/Length", "/Filter", "/DecodeParms")


def pdf_form(content: bytes) -> tuple[list[FormObject], Area]:
    """The only page of the PDF *content* as a form, and its area in points.

    Raises:
        UnfitArtworkError: it is no such PDF; see :func:`open_pdf`.
        ValueError, pikepdf.PdfError and the like: it is damaged.

    """
    with open_pdf(content) as pdf:
        form = pdf.pages[0].as_form_xobject()
        return list(_Import(pdf).objects(form)), form_area(form)


class _Import:
    """Takes objects over from another file."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._resources: pikepdf.Object = pikepdf.Dictionary()
        """Of the page."""
        self._numbers: dict[tuple[int, int], int] = {}
        self._waiting: deque[pikepdf.Object] = deque()

    def objects(self, form: pikepdf.Object) -> Iterator[FormObject]:
        """The *form* and all it refers to, in the order in which it is met."""
        self._numbers[form.objgen] = 0
        self._resources = form["/Resources"]
        # The page's streams are joined by qpdf, which leaves them unpacked.
        entries = self._entries(form, (*ENCODING, *LEFT_BEHIND))
        yield FormObject((*entries, "/Filter/FlateDecode"), zlib.compress(form.read_bytes(), 9))
        while self._waiting:
            yield self._taken(self._waiting.popleft())

    def _taken(self, item: pikepdf.Object) -> FormObject:
        if not isinstance(item, pikepdf.Stream):
            return FormObject(tuple(_joined(self._direct(item))))
        if "/F" in item:
            raise ValueError("a stream lies in another file")
        entries = self._entries(item, ("/Length", *LEFT_BEHIND))
        if item.get("/Subtype") == pikepdf.Name.Form and "/Resources" not in item:
            # Names in such forms are looked up on the page, which is another one now.
            entries = (*entries, "/Resources ", *self._value(self._resources))
        return FormObject(entries, bytes(item.read_raw_bytes()))

    def _entries(self, item: pikepdf.Object, left: tuple[str, ...]) -> tuple[str | int, ...]:
        """What stands between the brackets of a dictionary, but for the keys *left*."""
        pieces: list[str | int] = []
        for key, value in item.items():
            if key not in left:
                name = pikepdf.Name(key).unparse().decode("ascii")
                pieces += (f"{name} ", *self._value(value))
        return tuple(_joined(pieces))

    def _value(self, value: object) -> list[str | int]:
        """A value, or a reference to it."""
        if isinstance(value, pikepdf.Object) and _is_font(value):
            # A font described in place is told from others by a number of its own.
            value = self._pdf.make_indirect(value)
        if isinstance(value, pikepdf.Object) and value.is_indirect:
            if value.objgen not in self._numbers:
                self._numbers[value.objgen] = len(self._numbers)
                self._waiting.append(value)
            return [self._numbers[value.objgen], " "]
        return self._direct(value)

    def _direct(self, value: object) -> list[str | int]:
        match value:
            case pikepdf.Dictionary():
                return ["<<", *self._entries(value, tuple(LEFT_BEHIND)), ">>"]
            case pikepdf.Array():
                return ["[", *(piece for item in value for piece in self._value(item)), "]"]
            case pikepdf.String():
                return [f"<{bytes(value).hex()}>"]
            case pikepdf.Object():
                return [value.unparse().decode("ascii") + " "]
        return [_scalar(value) + " "]


def _is_font(value: pikepdf.Object) -> bool:
    """Whether *value* is a font's dictionary, and not a reference to one."""
    return (
        isinstance(value, pikepdf.Dictionary)
        and not value.is_indirect
        and value.get("/Type") == pikepdf.Name.Font
    )


def _scalar(value: object) -> str:
    """What pikepdf gives as a value of Python, written as PDF again."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return f"{value:d}" if isinstance(value, int) else f"{value:f}"
    raise ValueError(f"an object of an unknown kind: {value!r}")


def _joined(pieces: list[str | int]) -> Iterator[str | int]:
    """*pieces* with neighbouring texts put together."""
    text = ""
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
            continue
        if text:
            yield text
        yield piece
        text = ""
    if text:
        yield text
