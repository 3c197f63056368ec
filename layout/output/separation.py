"""Photographs separated into the press's inks with Pillow and LittleCMS.

Imported only when a picture is not in the cache. Colour goes through the press's
profile, relative colorimetric with black point compensation: that keeps the profile's
limit on the sum of inks. Grey pictures stay grey and print with black alone.
"""

import io
import warnings
from typing import NamedTuple

from PIL import Image, ImageChops, ImageCms, ImageOps

from layout.output.pictures import BrokenPictureError, Request, Separation
from layout.output.press import Profile

FORMATS = ("JPEG", "MPO", "PNG", "TIFF", "WEBP", "GIF", "BMP", "JPEG2000")
"""What a newspaper is sent; the rest of what Pillow opens would only widen the door."""
QUALITY = 90
"""Of the JPEG: differences below what a newspaper screen resolves."""
INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
SPACES = {"RGB": "RGB ", "CMYK": "CMYK", "LAB": "Lab "}
"""Colour space that a profile must have to be the profile of an image of a mode."""


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
    except Image.DecompressionBombError as error:
        raise BrokenPictureError("picture-too-large") from error
    except Exception as error:  # noqa: BLE001
        # Pillow's decoders raise whatever they stumble over in a damaged file.
        raise BrokenPictureError("picture-broken") from error


def _part(content: bytes, request: Request) -> Part:
    """Open *content*, turn it upright, crop it and sample it down."""
    image: Image.Image = Image.open(io.BytesIO(content), formats=FORMATS)
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
    top = wide.getextrema()[1]
    scale = 255.0 if top <= 1 else 1.0 if top <= 255 else 255 / 65535
    return wide.point(lambda value: value * scale + 0.5).convert("L")


def _in_inks(part: Part, press: Profile) -> Image.Image:
    """The picture in DeviceCMYK, or in grey if that is what it is."""
    image = part.image
    own = _own_profile(part)
    if image.mode == "L" or (image.mode == "CMYK" and (own is None or part.icc == press.data)):
        return image
    if own is None:
        name = "LAB" if image.mode == "LAB" else "sRGB"
        own = ImageCms.ImageCmsProfile(ImageCms.createProfile(name))
    target = ImageCms.ImageCmsProfile(io.BytesIO(press.data))
    transform = ImageCms.buildTransform(own, target, image.mode, "CMYK", INTENT, FLAGS)
    separated = ImageCms.applyTransform(image, transform)
    if separated is None:
        raise BrokenPictureError("picture-broken")
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


def _encoded(part: Part, inks: Image.Image) -> Separation:
    """The picture as a JPEG without chroma subsampling."""
    stream = io.BytesIO()
    inks.info = {}
    inks.save(stream, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    colour = inks.mode == "CMYK"
    return Separation(
        data=stream.getvalue(),
        width=inks.width,
        height=inks.height,
        space="DeviceCMYK" if colour else "DeviceGray",
        filter="DCTDecode",
        inverted=colour,
        source_width=part.width,
        source_height=part.height,
    )
