"""Photographs separated into the press's inks with Pillow and LittleCMS.

Imported only when a picture is not in the cache. Colour goes through the press's
profile, relative colorimetric with black point compensation: that keeps the profile's
limit on the sum of inks. Grey pictures stay grey and print with black alone.
"""

import io
import warnings
from typing import NamedTuple

from PIL import Image, ImageChops, ImageCms, ImageOps

from layout.issue.pictures import MAX_PIXELS
from layout.output.pictures import BrokenPictureError, Request, Separation
from layout.output.press import Profile

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP", "JPEG2000")
"""What a newspaper is sent; the rest of what Pillow opens would only widen the door."""
QUALITY = 90
"""Of the JPEG: differences below what a newspaper screen resolves."""
INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
SPACES = {"RGB": "RGB ", "CMYK": "CMYK", "LAB": "Lab "}
"""Colour space that a profile must have to be the profile of an image of a mode."""

ADOBE_MARK = b"\xff\xee\x00\x0eAdobe"


class Part(NamedTuple):
    """The part of a file's picture that shows."""

    image: Image.Image
    """Upright, of mode L, RGB, CMYK or LAB, no finer than the press can show."""
    width: float
    """Pixels it had in the file, across."""
    height: float
    """Pixels it had in the file, down."""
    icc: bytes | None
    """Profile embedded in the file."""


def separate(content: bytes, request: Request, profile: Profile) -> Separation:
    """Separate the image file *content* as *request* says.

    Raises:
        BrokenPictureError: it is no picture, or a damaged or an enormous one.

    """
    try:
        with warnings.catch_warnings():
            # Pillow warns of large images, as newspapers have them, and of odd metadata.
            warnings.simplefilter("ignore")
            part = _part(content, request)
            return _encoded(part, _in_inks(part, profile))
    except BrokenPictureError:
        raise
    except Image.DecompressionBombError as error:
        raise BrokenPictureError("picture-too-many-pixels") from error
    except Exception as error:
        # Pillow's decoders raise whatever they stumble over in a damaged file.
        raise BrokenPictureError("picture-unreadable") from error


def _part(content: bytes, request: Request) -> Part:
    """Open *content*, turn it upright, crop it and sample it down."""
    image: Image.Image = Image.open(io.BytesIO(content), formats=FORMATS)
    if image.width * image.height > MAX_PIXELS:
        raise BrokenPictureError("picture-too-many-pixels")
    icc = image.info.get("icc_profile")
    adobe = image.format not in ("JPEG", "MPO") or "adobe" in image.info
    image.load()
    image = ImageOps.exif_transpose(image)
    if image.mode == "CMYK" and not adobe:
        # Pillow takes the inks of every CMYK JPEG for inverted, as Adobe writes them.
        image = ImageChops.invert(image)
    left, top, right, bottom = request.crop
    box = (left * image.width, top * image.height, right * image.width, bottom * image.height)
    width, height = box[2] - box[0], box[3] - box[1]
    image = _plain(image)
    most = request.most_pixels
    if width > most[0] and height > most[1]:
        image = image.resize(most, Image.Resampling.LANCZOS, box, reducing_gap=3.0)
    else:
        x, y = min(round(box[0]), image.width - 1), min(round(box[1]), image.height - 1)
        image = image.crop((x, y, max(round(box[2]), x + 1), max(round(box[3]), y + 1)))
    return Part(image, width, height, icc)


def _plain(image: Image.Image) -> Image.Image:
    """*image* as L, RGB, CMYK or LAB: eight bits, no palette, what is clear laid on white."""
    if image.has_transparency_data:
        grey = image.mode in ("L", "LA", "La", "1")
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("L" if grey else "RGB")
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        return _eight_bits(image)
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "CMYK", "LAB") else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of more than eight bits, brought to eight."""
    wide = image.convert("F")
    scale = 255 / 65535
    if image.mode == "F":
        # Nothing says what white is: 1, or the top of an integer range.
        top = max(value for value in wide.getextrema() if isinstance(value, float))
        scale = 255.0 if top <= 1 else 1.0 if top <= 255 else scale
    return wide.point(lambda value: value * scale + 0.5).convert("L")


def _in_inks(part: Part, press: Profile) -> Image.Image:
    """The picture in DeviceCMYK, or in grey if that is what it is."""
    image = part.image
    own = _own_profile(part)
    if image.mode == "L" or (image.mode == "CMYK" and (own is None or part.icc == press.data)):
        return image
    if own is None:
        built_in = ImageCms.createProfile("LAB" if image.mode == "LAB" else "sRGB")
        own = ImageCms.ImageCmsProfile(built_in)
    target = ImageCms.ImageCmsProfile(io.BytesIO(press.data))
    transform = ImageCms.buildTransform(own, target, image.mode, "CMYK", INTENT, FLAGS)
    separated = ImageCms.applyTransform(image, transform)
    if separated is None:
        raise BrokenPictureError("picture-unreadable")
    return separated


def _own_profile(part: Part) -> ImageCms.ImageCmsProfile | None:
    """The embedded profile, if it can be read and is one for such an image."""
    if not part.icc:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(part.icc))
    except OSError:
        return None
    return profile if profile.profile.xcolor_space == SPACES.get(part.image.mode) else None


def _without_adobe_mark(jpeg: bytes) -> bytes:
    """*jpeg* without its APP14 segment: its inks are what they say."""
    start = jpeg.index(ADOBE_MARK)
    length = int.from_bytes(jpeg[start + 2 : start + 4], "big")
    return jpeg[:start] + jpeg[start + 2 + length :]


def _encoded(part: Part, inks: Image.Image) -> Separation:
    """The picture as a JPEG without chroma subsampling."""
    colour = inks.mode == "CMYK"
    stream = io.BytesIO()
    # Pillow inverts inks, as Adobe does. Turned back, they need no Decode array, which
    # makes the picture twice as fast to open; the mark that says Adobe goes with it.
    written = ImageChops.invert(inks) if colour else inks
    written.info = {}
    written.save(stream, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    data = stream.getvalue()
    return Separation(
        data=_without_adobe_mark(data) if colour else data,
        width=inks.width,
        height=inks.height,
        space="DeviceCMYK" if colour else "DeviceGray",
        filter="DCTDecode",
        source_width=part.width,
        source_height=part.height,
    )
