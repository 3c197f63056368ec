"""Picture files, asked for their size before anybody decodes them.

Only the header is read, so that a page with heavy pictures is checked at once;
what is wrong with the pixels shows when the output is made. Artwork without pixels is
opened as far as its size, and far enough to know that it will not blow up.
"""

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from layout.diagnostics import Diagnostic, Diagnostics, Source
from layout.issue.vectors import UnfitArtworkError, pdf_size, svg_size

if TYPE_CHECKING:
    from PIL import Image

MAX_PICTURE_BYTES = 200_000_000
MAX_PIXELS = 178_000_000
"""Pillow's own limit before it refuses to decode; a broadsheet at 600 ppi has 119 million."""

_PIXEL_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_VECTORS = {".svg": ("SVG", b"<svg"), ".pdf": ("PDF", b"%PDF-")}
_HEAD_BYTES = 4096
_ORIENTATION_TAG = 0x0112
_FIRST_SIDEWAYS = 5
"""EXIF orientations 5 to 8 turn the picture by a quarter."""


@dataclass(frozen=True, slots=True)
class PictureInfo:
    """What a picture file says of itself."""

    path: Path
    width: float
    """Pixels, as seen: EXIF orientation applied; of artwork, user units or points."""
    height: float
    """Like :attr:`width`."""
    format: str
    """JPEG, PNG, TIFF, WEBP, SVG or PDF."""
    mode: str
    """Pillow's name of the pixels' layout, such as RGB, CMYK, L; empty without pixels."""
    orientation: int = 1
    """EXIF 2.3, tag 0x0112: 1 as stored, 2 to 8 turned or mirrored."""

    @property
    def is_vector(self) -> bool:
        """True for SVG and PDF artwork, which has no pixels."""
        return not self.mode


def probe(path: Path, source: Source, diagnostics: Diagnostics) -> PictureInfo | None:
    """What the picture at *path* is; None when it is none, which is told at *source*."""
    head = _head(path, source, diagnostics)
    if head is None:
        return None
    vector = _VECTORS.get(path.suffix.lower())
    if vector is None:
        return _probe_pixels(path, source, diagnostics)
    kind, signature = vector
    if signature not in head:
        diagnostics.add("picture-unreadable", source, file=path.name)
        return None
    return _probe_artwork(path, kind, source, diagnostics)


def _probe_artwork(
    path: Path, kind: str, source: Source, diagnostics: Diagnostics
) -> PictureInfo | None:
    """The size of an SVG or a one-page PDF."""
    try:
        content = path.read_bytes()
        width, height = (svg_size if kind == "SVG" else pdf_size)(content)
    except UnfitArtworkError as error:
        diagnostics.append(Diagnostic(error.code, {"file": path.name, **error.params}, source))
        return None
    except (OSError, ValueError) as error:
        diagnostics.add("artwork-unreadable", source, file=path.name, reason=str(error))
        return None
    return PictureInfo(path, width, height, kind, "")


def _head(path: Path, source: Source, diagnostics: Diagnostics) -> bytes | None:
    """The first bytes of a file of sane size; None otherwise, which is told."""
    name = path.name
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        diagnostics.add("file-unreadable", source, file=name, reason=error.strerror or str(error))
        return None
    if size == 0:
        diagnostics.add("picture-empty", source, file=name)
        return None
    if size > MAX_PICTURE_BYTES:
        megabytes, limit = size // 1_000_000, MAX_PICTURE_BYTES // 1_000_000
        diagnostics.add("picture-too-large", source, file=name, megabytes=megabytes, limit=limit)
        return None
    return head


def _probe_pixels(path: Path, source: Source, diagnostics: Diagnostics) -> PictureInfo | None:
    """The header of a picture made of pixels."""
    # Pillow costs ten milliseconds: an issue without pictures does not pay them.
    from PIL import Image  # noqa: PLC0415 - see above

    try:
        with warnings.catch_warnings():
            # Size is judged below, and a damaged EXIF block is no damage to the picture.
            warnings.simplefilter("ignore")
            with Image.open(path, formats=_PIXEL_FORMATS) as image:
                width, height = image.size
                # A phone's JPEG that holds several pictures is called MPO.
                kind, mode = str(image.format).replace("MPO", "JPEG"), image.mode
                orientation = _orientation(image)
    except Image.DecompressionBombError:
        diagnostics.add("picture-too-many-pixels", source, file=path.name, limit=MAX_PIXELS)
        return None
    except Exception:  # noqa: BLE001 - a damaged header makes decoders raise anything at all
        diagnostics.add("picture-unreadable", source, file=path.name)
        return None
    if width < 1 or height < 1:
        diagnostics.add("picture-unreadable", source, file=path.name)
        return None
    if width * height > MAX_PIXELS:
        diagnostics.add("picture-too-many-pixels", source, file=path.name, limit=MAX_PIXELS)
        return None
    if orientation >= _FIRST_SIDEWAYS:
        width, height = height, width
    return PictureInfo(path, width, height, kind, mode, orientation)


def _orientation(image: "Image.Image") -> int:
    """How the camera was held; 1 when the picture does not say or says nonsense."""
    try:
        found = image.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:  # noqa: BLE001 - a damaged EXIF block makes Pillow raise anything at all
        return 1
    return found if found in range(1, 9) else 1
