"""Sunlight, cast shadow, open sky, and the air between the eye and things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from studio.color import Field, smooth

if TYPE_CHECKING:
    from studio.view import GroundMap

LONGEST_SHADOW = 11
"""Shadows reach 2 ** this many grid cells."""


@dataclass(frozen=True, slots=True)
class Sun:
    """The key light's direction."""

    azimuth: float
    """Degrees to the right of the axis of view; 90 is light from the right."""
    elevation: float
    """Degrees above the horizon."""

    @property
    def toward(self) -> tuple[float, float, float]:
        """Unit vector from the ground to the sun."""
        a, e = np.radians(self.azimuth), np.radians(self.elevation)
        return float(np.sin(a) * np.cos(e)), float(np.cos(a) * np.cos(e)), float(np.sin(e))

    @property
    def fall(self) -> float:
        """How far a shadow sinks per metre it reaches."""
        return float(np.tan(np.radians(self.elevation)))


def shadow_ceiling(heights: GroundMap, sun: Sun) -> GroundMap:
    """Height below which each place lies in shadow.

    The ceiling is the largest height toward the sun less the shadow's fall on the way; it is
    gathered by doubling: a map that knows n cells of the way, shifted by n cells, knows 2n.
    """
    a = np.radians(sun.azimuth)
    step = np.array([np.cos(a), np.sin(a)])
    fall = sun.fall * heights.cell
    ceiling = _toward(heights.values, step, 1.5) - 1.5 * fall
    for level in range(LONGEST_SHADOW):
        reach = 2**level
        if reach >= max(heights.values.shape):
            break
        ceiling = np.maximum(ceiling, _toward(ceiling, step, reach) - reach * fall)
    return heights.like(ceiling)


def _toward(values: Field, step: Field, reach: float) -> Field:
    """The map as it is `reach` steps farther toward the sun."""
    return ndimage.shift(values, -step * reach, order=1, mode="nearest", prefilter=False)


def lit(ceiling: GroundMap, x: Field, y: Field, z: Field, edge: float) -> Field:
    """Share of sunlight, 0 to 1, that reaches points in space; `edge` softens, in metres."""
    return smooth(-edge, edge, z - ceiling.at(x, y))


def openness(heights: GroundMap, reaches: tuple[float, ...] = (2, 6, 18, 50)) -> GroundMap:
    """How much sky each place of the ground sees: 1 on flat land, less in hollows."""
    h = heights.values / heights.cell
    hidden = sum(np.clip((ndimage.gaussian_filter(h, r) - h) / r, -1, 1.5) for r in reaches)
    return heights.like(np.clip(1 - hidden / len(reaches) * 1.3, 0.15, 1.5))


def normal_of(slope_x: Field, slope_y: Field) -> tuple[Field, Field, Field]:
    """Unit normal of a surface from its slopes."""
    nz = 1 / np.sqrt(slope_x * slope_x + slope_y * slope_y + 1)
    return -slope_x * nz, -slope_y * nz, nz


def sunshine(sun: Sun, normal: tuple[Field, Field, Field]) -> Field:
    """Cosine of the angle between normal and sun, 0 where the surface looks away."""
    return np.clip(sum(n * t for n, t in zip(normal, sun.toward, strict=True)), 0, 1)
