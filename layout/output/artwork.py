"""Artwork without pixels made ready for the page: SVG drawings and one-page PDFs as forms.

Both become form XObjects, so that they stay vectors, are cut to their own area by every
reader, and lie in the file once however often they are placed. The result is kept on
disk, so that a build that changed nothing of them opens no library for it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from layout.cache import Cache
from layout.diagnostics import Diagnostic
from layout.display import Group, Item, Picture
from layout.issue.vectors import UnfitArtworkError
from layout.output.press import Profile

RECIPE = "form 3"
"""Part of the cache's key; raised when forms are made differently."""
KINDS = (".svg", ".pdf")
Area = tuple[float, float, float, float]
"""Left, bottom, right and top."""


@dataclass(frozen=True, slots=True)
class FormObject:
    """One of the PDF objects that a form is made of."""

    head: tuple[str | int, ...]
    """Its text in pieces, a number standing for a reference to the object of that number
    in the form. Of a stream the dictionary's entries, without brackets and length."""
    data: bytes | None = None
    """A stream's bytes, filtered as the head says; None for what is no stream."""


@dataclass(frozen=True, slots=True)
class PreparedForm:
    """Artwork as the PDF carries it."""

    objects: tuple[FormObject, ...]
    """The form XObject, then what it refers to."""
    area: Area
    """What it shows, in the units of the space it is placed from; y grows upwards."""
    digest: str
    """Of all it was made from: equal artwork is stored once."""


def is_artwork(file: Path) -> bool:
    """Whether *file* is drawn from vectors."""
    return file.suffix.lower() in KINDS


def artwork_of(items: Iterable[Item]) -> Iterator[Picture]:
    """The artwork among *items*, in order."""
    for item in items:
        if isinstance(item, Group):
            yield from artwork_of(item.items)
        elif isinstance(item, Picture) and is_artwork(item.file):
            yield item


def prepare_artwork(
    picture: Picture, profile: Profile, ink_limit: float, cache: Cache
) -> PreparedForm | Diagnostic:
    """The form for *picture*, or what is wrong with it. Never raises."""
    try:
        return _form(picture, profile, ink_limit, cache)
    except UnfitArtworkError as error:
        code, params = error.code, error.params
    except Exception as error:  # noqa: BLE001 - damaged files make parsers raise anything
        code, params = "artwork-unreadable", {"reason": str(error) or type(error).__name__}
    told = {"file": picture.file.name, **params}
    return Diagnostic(code, told, picture.source, box_mm=picture.box.in_mm())


def _form(picture: Picture, profile: Profile, ink_limit: float, cache: Cache) -> PreparedForm:
    """The form, from the cache where it is there."""
    content = picture.file.read_bytes()
    is_svg = picture.file.suffix.lower() == ".svg"
    recipe: list[object] = [RECIPE, is_svg]
    scale = 1.0
    if is_svg:
        from layout.issue.vectors import svg_size  # noqa: PLC0415

        left, _, right, _ = picture.crop
        scale = round(picture.box.width / ((right - left) * svg_size(content)[0]), 6)
        recipe += [scale, profile.digest, ink_limit]
    key = hashlib.sha256(json.dumps(recipe).encode() + hashlib.sha256(content).digest())
    digest = key.hexdigest()
    stored = cache.get("form", digest)
    if stored is not None:
        return _unpack(stored, digest)
    if is_svg:
        # Reading SVG takes fontTools, colours take LittleCMS: only for what is new.
        from layout.output.svg_form import svg_form  # noqa: PLC0415

        objects, area = svg_form(content, scale, profile, ink_limit)
    else:
        from layout.output.pdf_form import pdf_form  # noqa: PLC0415 - as above

        objects, area = pdf_form(content)
    form = PreparedForm(tuple(objects), area, digest)
    cache.put("form", digest, _pack(form))
    return form


def placed(picture: Picture, area: Area, foot: float) -> str:
    """The operands of ``cm`` that put *area*, cropped, into the box of *picture*.

    *foot* is where the sheet's foot lies below its top, in points.
    """
    left, bottom, right, top = area
    from_left, from_top, to_right, to_bottom = picture.crop
    width, height = right - left, top - bottom
    across = picture.box.width / ((to_right - from_left) * width)
    up = picture.box.height / ((to_bottom - from_top) * height)
    x = picture.box.x - across * (left + from_left * width)
    y = foot - picture.box.y - up * (top - from_top * height)
    return " ".join(f"{value:.9f}".rstrip("0").rstrip(".") for value in (across, 0, 0, up, x, y))


def _pack(form: PreparedForm) -> bytes:
    """A form as a cache entry: a line of JSON, then the streams' bytes."""
    sizes = [None if o.data is None else len(o.data) for o in form.objects]
    facts = [form.area, [o.head for o in form.objects], sizes]
    streams = b"".join(o.data or b"" for o in form.objects)
    return json.dumps(facts, separators=(",", ":")).encode() + b"\n" + streams


def _unpack(entry: bytes, digest: str) -> PreparedForm:
    """The form in a cache entry, whose checksum vouches for its form."""
    facts, _, streams = entry.partition(b"\n")
    area, heads, sizes = json.loads(facts)
    return PreparedForm(tuple(_objects(heads, sizes, streams)), tuple(area), digest)


def _objects(
    heads: Sequence[Sequence[str | int]], sizes: Sequence[int | None], streams: bytes
) -> list[FormObject]:
    objects, at = [], 0
    for head, size in zip(heads, sizes, strict=True):
        data = None if size is None else streams[at : at + size]
        at += size or 0
        objects.append(FormObject(tuple(head), data))
    return objects
