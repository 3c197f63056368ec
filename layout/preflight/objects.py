"""Looking at PDF objects without tripping over damaged ones."""

from collections.abc import Iterator

import pikepdf

MALFORMED = (
    pikepdf.PdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What reading an object raises that is not what it should be."""
LZW = ("LZWDecode", "LZW")
"""The filter PDF/X forbids, and its short name in inline images."""
DEPTH = 24
"""Direct objects are not nested deeper in anything a program writes."""


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, streams' and direct ones included, each once."""
    yield from _within(pdf.trailer, 0)
    for item in pdf.objects:
        yield from _within(item, 0)


def _within(item: pikepdf.Object, depth: int) -> Iterator[pikepdf.Object]:
    """*item* and what it holds directly, if these are dictionaries."""
    if depth > DEPTH:
        return
    children: list[object] = []
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        yield item
        children = [value for _, value in item.items()]
    elif isinstance(item, pikepdf.Array):
        children = list(item)
    for child in children:
        if isinstance(child, pikepdf.Dictionary | pikepdf.Array) and not child.is_indirect:
            yield from _within(child, depth + 1)


def text_of(value: object) -> str:
    """A name without its slash, a string as text, nothing as nothing."""
    if value is None:
        return ""
    return str(value).removeprefix("/") if isinstance(value, pikepdf.Name) else str(value)


def filters(stream: pikepdf.Object) -> list[str]:
    """Names of the filters of *stream*, outermost first."""
    value = stream.get("/Filter")
    if value is None:
        return []
    names = list(value) if isinstance(value, pikepdf.Array) else [value]
    return [text_of(name) for name in names]
