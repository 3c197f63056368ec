"""Photographs separated into the press's inks with Pillow and LittleCMS.

Imported only when a picture is not in the cache. Colour goes through the press's
profile, relative colorimetric with black point compensation: that keeps the profile's
limit on the sum of inks. Grey pictures stay grey and print with black alone.

Pictures in inks are printed as they are, and through their own profile first where they
name another press's. One whose inks sum up to more than newsprint takes was made for
better paper: it is separated anew, from the press's inks to colours and back, which keeps
the look and puts black in the place of three inks. What is above the limit even then, by a
profile that does not keep it, is told to no one but brought down: cyan, magenta and yellow
in proportion, pixel by pixel, so that neither hue nor black changes.
"""

import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from PIL import Image, ImageChops, ImageCms, ImageMath, ImageOps

from layout.color import PAPER, Cmyk
from layout.issue.pictures import MAX_PIXELS
from layout.output.pictures import BrokenPictureError, Request, Separation
from layout.output.press import Profile

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP", "JPEG2000")
"""What a newspaper is sent; the rest of what Pillow opens would only widen the door."""
QUALITY = 84
"""Of the JPEG: differences below what a newspaper screen resolves."""
INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
SPACES = {"RGB": "RGB ", "CMYK": "CMYK", "LAB": "Lab "}
"""Colour space that a profile must have to be the profile of an image of a mode."""

WHITE = (255, 255, 255)
ADOBE_MARK = b"\xff\xee\x00\x0eAdobe"
BITS_PER_SAMPLE, PHOTOMETRIC, PLANAR_CONFIGURATION = 258, 262, 284
"""Tags of TIFF 6.0."""
WHITE_IS_ZERO = 0
"""Of the photometric interpretation: grey counted from white."""
PLANE_BY_PLANE = 2
"""Of the planar configuration: all of the red, then all of the green."""
SLACK = 3.0
"""Per cent below the limit that inks are brought down to: the JPEG may add as much."""
ROWS = 256
"""Rows of a picture whose inks are reckoned up at a time: that bounds the memory."""


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
            inks = _in_inks(part, profile, request.ink_limit)
            return _encoded(part, _within(inks, request.ink_limit))
    except BrokenPictureError:
        raise
    except Image.DecompressionBombError as error:
        raise BrokenPictureError("picture-too-many-pixels") from error
    except Exception as error:
        # Pillow's decoders raise whatever they stumble over in a damaged file.
        raise BrokenPictureError("picture-unreadable") from error


def separate_colors(
    colors: Sequence[tuple[int, int, int]], profile: Profile, ink_limit: float
) -> list[Cmyk]:
    """The inks of sRGB *colors*, as pictures are separated, white leaving the paper bare."""
    if not colors:
        return []
    image = Image.new("RGB", (len(colors), 1))
    image.putdata(colors)
    inks = _within(_in_inks(Part(image, *image.size, None), profile, ink_limit), ink_limit)
    data = inks.tobytes()
    amounts = ([v / 255 for v in data[at : at + 4]] for at in range(0, len(data), 4))
    return [
        PAPER if color == WHITE else Cmyk(*(round(amount, 3) for amount in four))
        for color, four in zip(colors, amounts, strict=True)
    ]


def _part(content: bytes, request: Request) -> Part:
    """Open *content*, turn it upright, crop it and sample it down."""
    image: Image.Image = Image.open(io.BytesIO(content), formats=FORMATS)
    if image.width * image.height > MAX_PIXELS:
        raise BrokenPictureError("picture-too-many-pixels")
    tags = getattr(image, "tag_v2", {})
    _refuse_planes(tags)
    # Pillow turns round what is counted from white if it has eight bits, and no other.
    negative = image.mode.startswith("I;16") and tags.get(PHOTOMETRIC) == WHITE_IS_ZERO
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
    if negative:
        image = ImageChops.invert(image)
    most = request.most_pixels
    if width > most[0] and height > most[1]:
        image = image.resize(most, Image.Resampling.LANCZOS, box, reducing_gap=3.0)
    else:
        x, y = min(round(box[0]), image.width - 1), min(round(box[1]), image.height - 1)
        image = image.crop((x, y, max(round(box[2]), x + 1), max(round(box[3]), y + 1)))
    return Part(image, width, height, icc)


def _refuse_planes(tags: Mapping[int, Any]) -> None:
    """Pillow reads planes of sixteen bits as if they had eight, and shows noise."""
    if tags.get(PLANAR_CONFIGURATION) == PLANE_BY_PLANE:
        bits = tags.get(BITS_PER_SAMPLE, (8,))
        if max(bits) > 8 and len(bits) > 1:
            raise BrokenPictureError("picture-planes")


def _plain(image: Image.Image) -> Image.Image:
    """*image* as L, RGB, CMYK or LAB: eight bits, no palette, what is clear laid on white."""
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        return _eight_bits(image)
    if image.has_transparency_data:
        grey = image.mode in ("L", "LA", "La", "1")
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("L" if grey else "RGB")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "CMYK", "LAB") else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of more than eight bits, brought to eight, what is clear laid on white."""
    wide = image.convert("F")
    scale = 255 / 65535
    if image.mode == "F":
        # Nothing says what white is: 1, or the top of an integer range.
        top = max(value for value in wide.getextrema() if isinstance(value, float))
        scale = 255.0 if top <= 1 else 1.0 if top <= 255 else scale
    grey = wide.point(lambda value: value * scale + 0.5).convert("L")
    key = image.info.get("transparency")
    if isinstance(key, int):
        clear = ImageMath.lambda_eval(
            lambda args: args["convert"]((args["grey"] == key) * 255, "L"), grey=image.convert("I")
        )
        grey.paste(255, mask=clear)
    return grey


def _in_inks(part: Part, press: Profile, ink_limit: float) -> Image.Image:
    """The picture in DeviceCMYK, or in grey if that is what it is."""
    image = part.image
    own = _own_profile(part)
    if image.mode == "L":
        return image
    target = ImageCms.ImageCmsProfile(io.BytesIO(press.data))
    if image.mode == "CMYK" and (own is None or part.icc == press.data):
        if not _exceeds(image, ink_limit):
            return image
        own = target
    if own is None:
        built_in = ImageCms.createProfile("LAB" if image.mode == "LAB" else "sRGB")
        own = ImageCms.ImageCmsProfile(built_in)
    transform = ImageCms.buildTransform(own, target, image.mode, "CMYK", INTENT, FLAGS)
    separated = ImageCms.applyTransform(image, transform)
    if separated is None:
        raise BrokenPictureError("picture-unreadable")
    return separated


def _exceeds(inks: Image.Image, limit: float) -> bool:
    """Whether the inks of any pixel sum up to more than *limit* per cent."""
    return any(_most(strip) > limit * 255 / 100 for strip in _strips(inks))


def _strips(inks: Image.Image) -> Iterator[Image.Image]:
    """*inks* in pieces of :data:`ROWS` rows, from the top."""
    for top in range(0, inks.height, ROWS):
        yield inks.crop((0, top, inks.width, min(top + ROWS, inks.height)))


def _most(inks: Image.Image) -> float:
    """The largest sum of inks, solid ink being 255."""
    plates = dict(zip("cmyk", inks.split(), strict=True))
    sums = ImageMath.lambda_eval(lambda ink: ink["c"] + ink["m"] + ink["y"] + ink["k"], **plates)
    return float(sums.getextrema()[1])


def _within(inks: Image.Image, limit: float) -> Image.Image:
    """*inks* with the coloured ones reduced in proportion where they sum up to too much."""
    if inks.mode != "CMYK" or not _exceeds(inks, limit):
        return inks
    most = int((limit - SLACK) * 255 / 100)
    made = Image.new("CMYK", inks.size)
    for number, strip in enumerate(_strips(inks)):
        c, m, y, k = strip.split()
        colours = ImageMath.lambda_eval(lambda ink: ink["c"] + ink["m"] + ink["y"], c=c, m=m, y=y)
        reduced = [
            ImageMath.lambda_eval(
                lambda ink: ink["convert"](
                    ink["min"](
                        ink["own"], ink["own"] * (most - ink["k"]) / ink["max"](ink["all"], 1)
                    ),
                    "L",
                ),
                own=own,
                k=k,
                all=colours,
            )
            for own in (c, m, y)
        ]
        made.paste(Image.merge("CMYK", (*reduced, k)), (0, number * ROWS))
    return made


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
