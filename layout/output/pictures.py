"""Pictures made ready for the press, and remembered, since that is slow.

A picture is cropped, sampled down to what the press can show and separated through its
profile (see :mod:`layout.output.separation`). The result is kept in the process and on
disk, so that a build that changed nothing of a picture does not even open an image
library.
"""

import hashlib
import json
import math
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from layout.cache import Cache
from layout.diagnostics import Diagnostic
from layout.display import Picture
from layout.issue.pictures import MAX_PIXELS
from layout.output.artwork import PreparedForm, is_artwork, prepare_artwork
from layout.output.press import Press, Profile, read_profile

RECIPE = "picture 4"
"""Part of the cache's key; raised when pictures are made differently."""
TOO_COARSE, COARSE, SOFT = 100, 170, 200
"""Effective pixels per inch below which a picture is an error, a warning, a remark
(GWG 2015 newspaper; press houses ask for 200)."""
POINTS_PER_INCH = 72
REMEMBERED = 32
"""Separated pictures kept in the process: a few pages' worth."""


@dataclass(frozen=True, slots=True)
class Request:
    """All that decides how the picture in a file comes out."""

    crop: tuple[float, float, float, float]
    """As in :class:`~layout.display.Picture`."""
    most_pixels: tuple[int, int]
    """Width and height above which it is sampled down."""
    ink_limit: float
    """Per cent that its inks may sum up to."""


@dataclass(frozen=True, slots=True)
class Separation:
    """A picture in the press's inks, as the PDF carries it."""

    data: bytes
    """Its filtered bytes."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    space: Literal["DeviceCMYK", "DeviceGray"]
    filter: Literal["DCTDecode", "FlateDecode"]
    source_width: float
    """Pixels of the file that show across, before sampling down."""
    source_height: float
    """Pixels of the file that show down."""


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """A separated picture at the size it is printed."""

    separation: Separation
    ppi: float
    """Pixels of the file per inch of paper, in the direction that has fewer."""
    digest: str
    """Of all it was made from: equal pictures are stored once."""


class BrokenPictureError(Exception):
    """A file that no picture can be made of; carries the code to report it under."""

    def __init__(self, code: str) -> None:
        """Report it as *code*."""
        super().__init__(code)
        self.code = code


def prepare(
    picture: Picture, press: Press, cache: Cache
) -> PreparedPicture | PreparedForm | Diagnostic:
    """What is drawn for *picture* on *press*, or what is wrong with it. Never raises."""
    profile = read_profile(press, cache)
    if isinstance(profile, Diagnostic):
        return profile
    if is_artwork(picture.file):
        return prepare_artwork(picture, profile, press.ink_limit, cache)
    request = Request(picture.crop, _most_pixels(picture, press), press.ink_limit)
    try:
        stat = picture.file.stat()
        separation, digest = _separated(
            picture.file, (stat.st_mtime_ns, stat.st_size), request, profile, cache
        )
    except OSError:
        return _finding("picture-unreadable", picture)
    except BrokenPictureError as error:
        return _finding(error.code, picture, limit=MAX_PIXELS)
    ppi = min(
        separation.source_width / picture.box.width, separation.source_height / picture.box.height
    )
    return PreparedPicture(separation, ppi * POINTS_PER_INCH, digest)


def judge_resolution(picture: Picture, prepared: PreparedPicture) -> Diagnostic | None:
    """What there is to say about how fine the picture will print."""
    for limit, code in (
        (TOO_COARSE, "picture-too-coarse"),
        (COARSE, "picture-coarse"),
        (SOFT, "picture-soft"),
    ):
        if prepared.ppi < limit:
            wanted = math.ceil(prepared.separation.source_width * SOFT / prepared.ppi)
            return _finding(code, picture, ppi=math.floor(prepared.ppi), wanted=wanted)
    return None


def _finding(code: str, picture: Picture, **params: object) -> Diagnostic:
    """A diagnostic that names the file and the place on the page."""
    told = {"file": picture.file.name, **params}
    return Diagnostic(code, told, picture.source, box_mm=picture.box.in_mm())


def _most_pixels(picture: Picture, press: Press) -> tuple[int, int]:
    """Pixels that the press can show in the picture's box."""
    scale = press.max_ppi / POINTS_PER_INCH
    width, height = picture.box.width * scale, picture.box.height * scale
    return max(1, math.ceil(round(width, 3))), max(1, math.ceil(round(height, 3)))


@lru_cache(maxsize=REMEMBERED)
def _separated(
    file: Path, _stamp: tuple[int, int], request: Request, profile: Profile, cache: Cache
) -> tuple[Separation, str]:
    """The separation of *file* and its digest; *_stamp* notices when the file changes.

    Raises:
        OSError: the file cannot be read.
        BrokenPictureError: it cannot be understood.

    """
    content = file.read_bytes()
    recipe = json.dumps([RECIPE, *astuple(request), profile.digest])
    key = hashlib.sha256(recipe.encode() + hashlib.sha256(content).digest()).hexdigest()
    stored = cache.get("picture", key)
    if stored is not None:
        return _unpack(stored), key
    # Pillow and LittleCMS cost more to import than a page to draw: only for what is new.
    from layout.output.separation import separate  # noqa: PLC0415

    separation = separate(content, request, profile)
    cache.put("picture", key, _pack(separation))
    return separation, key


def _pack(separation: Separation) -> bytes:
    """A separation as a cache entry: a line of JSON, then the image's bytes."""
    facts = [
        separation.width,
        separation.height,
        separation.space,
        separation.filter,
        separation.source_width,
        separation.source_height,
    ]
    return json.dumps(facts).encode() + b"\n" + separation.data


def _unpack(entry: bytes) -> Separation:
    """The separation in a cache entry, whose checksum vouches for its form."""
    facts, _, data = entry.partition(b"\n")
    return Separation(data, *json.loads(facts))
