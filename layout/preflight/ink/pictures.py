"""Pictures taken apart into plates, at the few pixels that ink is measured with."""

import io

import pikepdf
from PIL import Image, ImageChops

from layout.preflight.color_rules import stream_space
from layout.preflight.content.color import PROCESS, SPOTS, Space
from layout.preflight.ink.pickers import BLACK
from layout.preflight.objects import filters

MODES = {1: "L", 3: "RGB", 4: "CMYK"}
DECODED = ("FlateDecode", "LZWDecode", "RunLengthDecode", "ASCII85Decode", "ASCIIHexDecode")
Plates = list[Image.Image]
"""Four images of mode L: how much ink, 255 for solid."""


def plates_of(
    image: pikepdf.Object, named: pikepdf.Object | None, size: tuple[int, int]
) -> Plates | None:
    """The plates of *image* at about *size* pixels; None for kinds left to the renderer.

    Taken apart here are JPEGs and plain samples of eight bits, in grey, RGB, CMYK or single
    inks: what newspapers are made of.
    """
    space = stream_space(image, named)
    count = space.components
    if (
        count not in MODES
        or space.family == "Indexed"
        or int(image.get("/BitsPerComponent", 0)) != 8
    ):
        return None
    samples = _samples(image, MODES[count], size)
    if samples is None:
        return None
    if _is_inverted(image):
        samples = ImageChops.invert(samples)
    return _inks(space, list(samples.split()))


def _samples(image: pikepdf.Object, mode: str, size: tuple[int, int]) -> Image.Image | None:
    """The samples as they stand in the file, sampled down to about *size*."""
    names = filters(image)
    if names == ["DCTDecode"]:
        return _from_jpeg(image.read_raw_bytes(), mode, size)
    if not all(name in DECODED for name in names):
        return None
    width, height = int(image.Width), int(image.Height)
    whole = Image.frombytes(mode, (width, height), image.read_bytes()[: width * height * len(mode)])
    return _smaller(whole, size)


def _from_jpeg(data: bytes, mode: str, size: tuple[int, int]) -> Image.Image | None:
    """A JPEG, decoded no finer than needed."""
    picture = Image.open(io.BytesIO(data), formats=("JPEG",))
    picture.draft(mode, size)
    if picture.mode != mode:
        return None
    small = _smaller(picture, size)
    # Pillow takes inks for inverted, as Adobe writes them; PDF takes them as they are
    # and says in Decode if they are not.
    return ImageChops.invert(small) if mode == "CMYK" else small


def _smaller(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """*image* averaged down by whole steps, to no less than *size*."""
    step = image.width // max(size[0], 1), image.height // max(size[1], 1)
    if step[0] < 2 and step[1] < 2:
        return image
    return image.reduce((max(step[0], 1), max(step[1], 1)))


def _is_inverted(image: pikepdf.Object) -> bool:
    """Whether Decode turns the samples round."""
    decode = image.get("/Decode")
    return isinstance(decode, pikepdf.Array) and len(decode) > 0 and float(decode[0]) == 1


def _inks(space: Space, channels: Plates) -> Plates:
    """Plates from components, estimated as :meth:`Space.inks` does."""
    if space.family in SPOTS:
        return _spots(space, channels)
    if len(channels) == 4:
        return channels
    inverted = [ImageChops.invert(channel) for channel in channels]
    bare = Image.new("L", channels[0].size, 0)
    return [*inverted, bare] if len(channels) == 3 else [bare, bare, bare, *inverted]


def _spots(space: Space, channels: Plates) -> Plates:
    plates = [Image.new("L", channels[0].size, 0) for _ in range(4)]
    for name, channel in zip(space.colorants, channels, strict=True):
        if name == "None":
            continue
        places = range(4) if name == "All" else [PROCESS.index(name) if name in PROCESS else BLACK]
        for place in places:
            plates[place] = ImageChops.add(plates[place], channel)
    return plates
