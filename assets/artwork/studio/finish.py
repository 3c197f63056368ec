"""From linear light to a JPEG for newsprint: bloom, tone, grain, file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from scipy import ndimage

from studio.color import GAMMA, Field

if TYPE_CHECKING:
    from pathlib import Path

SHADOW_FLOOR = 0.075
"""Darkest tone, as a share of full scale: newsprint closes up anything deeper."""

QUALITIES = (93, 92, 91, 90, 88, 86)
"""JPEG qualities to try, best first, until the file keeps to its size."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture's declared form."""

    name: str
    width: int
    height: int
    """Size in pixels."""
    dpi: int
    most_bytes: int
    """Largest file allowed."""


@dataclass(frozen=True, slots=True)
class Tone:
    """How a picture is developed."""

    exposure: float = 1.0
    contrast: float = 0.2
    """Share of an S-curve mixed in after the filmic curve."""
    saturation: float = 1.0
    grain: float = 0.006
    """Standard deviation of the grain; above 0.01 newsprint looks mottled."""


def bloom(image: Field, threshold: float, reaches: tuple[float, ...], strength: float) -> Field:
    """Let what is brighter than `threshold` spill over its surroundings (reaches in pixels)."""
    bright = np.clip(image - threshold, 0, 4)
    for reach in reaches:
        skip = max(1, int(reach / 4))
        small = bright[::skip, ::skip]
        blurred = np.stack(
            [ndimage.gaussian_filter(small[..., i], reach / skip) for i in range(3)], -1
        )
        scale = (image.shape[0] / small.shape[0], image.shape[1] / small.shape[1], 1)
        spread = ndimage.zoom(blurred, scale, order=1)
        image = image + strength * spread[: image.shape[0], : image.shape[1]]
    return image


def develop(image: Field, sheet: Sheet, tone: Tone, *, sampling: int, seed: int) -> Image.Image:
    """Tone curve, reduction of the oversampled image, grain; a picture of 8 bits."""
    x = np.maximum(image * tone.exposure, 0)
    x = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)
    height, width = x.shape[0] // sampling, x.shape[1] // sampling
    x = x[: height * sampling, : width * sampling]
    x = x.reshape(height, sampling, width, sampling, 3).mean((1, 3))
    x = np.clip(x, 0, 1) ** (1 / GAMMA)
    x = x + (x * x * (3 - 2 * x) - x) * tone.contrast
    grey = x.mean(-1, keepdims=True)
    x = grey + (x - grey) * tone.saturation
    x = SHADOW_FLOOR + (1 - SHADOW_FLOOR) * np.clip(x, 0, 1)
    rng = np.random.default_rng(seed)
    grain = ndimage.gaussian_filter(rng.normal(size=(height, width)), 0.45)
    x = x + tone.grain * (grain / grain.std())[..., None]
    dither = rng.uniform(-0.5, 0.5, x.shape)
    picture = Image.fromarray(np.clip(x * 255 + 0.5 + dither, 0, 255).astype(np.uint8))
    if picture.size != (sheet.width, sheet.height):
        picture = picture.resize((sheet.width, sheet.height), Image.Resampling.BICUBIC)
    return picture


def write(picture: Image.Image, sheet: Sheet, path: Path) -> int:
    """Write the JPEG at the best quality that keeps to its size; return its bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for quality in QUALITIES:
        picture.save(
            path, "JPEG", quality=quality, subsampling=0, optimize=True, dpi=(sheet.dpi, sheet.dpi)
        )
        if path.stat().st_size <= sheet.most_bytes:
            break
    return path.stat().st_size
