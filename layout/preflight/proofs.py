"""Proofs of the composed inks: single plates, and how the page will look on newsprint.

PDFium shows neither overprinting nor the output intent; the plates that ink is measured
on show both, at any resolution.
"""

import io

import pikepdf
from PIL import Image, ImageCms

from layout.geometry import Box
from layout.output.press import Profile
from layout.output.raster import Raster
from layout.preflight.content.reader import read_page
from layout.preflight.frame import frame_of
from layout.preflight.ink.measure import Plates

PLATES = "CMYK"
COLOURS = {"C": (0, 160, 233), "M": (228, 0, 127), "Y": (255, 241, 0), "K": (0, 0, 0)}
"""What a plate is shown in on a screen."""


def inks(pdf: bytes, index: int, dpi: float) -> Image.Image:
    """Page *index* (from 0) of *pdf* on its four plates, mode CMYK, 0 for no ink."""
    with pikepdf.open(io.BytesIO(pdf)) as source:
        page = source.pages[index]
        plates = Plates(source, read_page(source, page, {}), frame_of(page, index + 1), dpi)
        return Image.merge("CMYK", plates.images)


def plate_proof(pdf: bytes, index: int, dpi: float, plate: str, crop: Box | None = None) -> Raster:
    """One plate, C, M, Y or K, in its own colour on white."""
    ink = inks(pdf, index, dpi).getchannel(plate)
    tints = [
        ink.point([255 - (255 - part) * v // 255 for v in range(256)]) for part in COLOURS[plate]
    ]
    return _raster(Image.merge("RGB", tints), dpi, crop)


def soft_proof(
    pdf: bytes, index: int, dpi: float, profile: Profile, crop: Box | None = None
) -> Raster:
    """The page as the press's profile says it will look, the paper's own tint included.

    Absolute colorimetric: paper white is not made the screen's white, and black is no
    blacker than newsprint's.
    """
    press = ImageCms.ImageCmsProfile(io.BytesIO(profile.data))
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    intent = ImageCms.Intent.ABSOLUTE_COLORIMETRIC
    transform = ImageCms.buildTransform(press, screen, "CMYK", "RGB", intent)
    shown = ImageCms.applyTransform(inks(pdf, index, dpi), transform)
    if shown is None:
        raise ValueError("the profile cannot show its inks")
    return _raster(shown, dpi, crop)


def _raster(image: Image.Image, dpi: float, crop: Box | None) -> Raster:
    if crop is not None:
        scale = dpi / 72
        left, top, right, bottom = (
            round(edge * scale) for edge in (crop.x, crop.y, crop.right, crop.bottom)
        )
        image = image.crop((left, top, right, bottom))
    return Raster(image.width, image.height, image.tobytes())
