"""Pictures of a manuscript as files of an issue: formats the engine reads, names of our own."""

import io
import warnings
from collections.abc import Iterable
from typing import NamedTuple

from layout.intake.recognised import Shot, Tell
from layout.intake.stand_in import stand_in
from layout.issue.pictures import MAX_PIXELS

_KEPT = {"JPEG": "jpg", "PNG": "png", "TIFF": "tif"}
_CONVERTED = {"GIF", "BMP", "WEBP"}


class Taken(NamedTuple):
    """A picture with its file's name within the issue."""

    name: str
    data: bytes
    cutline: str
    credit: str
    alt: str
    is_stand_in: bool


def take(shots: Iterable[Shot], tell: Tell) -> tuple[Taken, ...]:
    """*shots* as files; a stand-in where there is none, or none that can be read."""
    found = []
    for count, shot in enumerate(shots, 1):
        kind, data = _readable(shot.data) if shot.data is not None else ("", b"")
        if shot.data is not None and not kind:
            tell("import-picture-unreadable", shot.number)
        name = f"pictures/picture-{count}.{kind or 'jpg'}"
        found.append(Taken(name, data or stand_in(), shot.cutline, shot.credit, shot.alt, not kind))
    return tuple(found)


def _readable(data: bytes) -> tuple[str, bytes]:
    """The ending and the bytes of a picture that the engine reads; nothing if it is none."""
    from PIL import Image  # noqa: PLC0415 - heavy, and seldom needed

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # sizes are judged below
            with Image.open(io.BytesIO(data), formats=[*_KEPT, *_CONVERTED]) as image:
                if image.width * image.height > MAX_PIXELS:
                    return "", b""
                if image.format in _KEPT:
                    image.verify()
                    return _KEPT[str(image.format)], data
                out = io.BytesIO()
                image.convert("RGB").save(out, "PNG")
                return "png", out.getvalue()
    except Exception:  # noqa: BLE001 - a damaged picture makes decoders raise anything at all
        return "", b""
