"""Colours in linear light, and the few curves everything else is mixed with."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Field = npt.NDArray[np.float32]
"""Any array of 32-bit floats: a noise field, a height map, an image in linear light."""

GAMMA = 2.2
"""The power that stands for the sRGB curve; exactness is of no use in an illustration."""


def lin(code: str) -> Field:
    """Linear RGB of a six-digit sRGB hex code."""
    parts = [int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    return np.array(parts, np.float32) ** GAMMA


def smooth(low: float, high: float, x: Field) -> Field:
    """Hermite step: 0 at `low`, 1 at `high`; `low` above `high` makes a falling step."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def mix(a: Field, b: Field, t: Field | float) -> Field:
    """Blend from `a` (t = 0) to `b` (t = 1); a t of one dimension less is spread over RGB."""
    a, b, t = np.asarray(a), np.asarray(b), np.asarray(t)
    if (t.ndim and t.ndim < max(a.ndim, b.ndim)) or (t.ndim and a.ndim == b.ndim == 1):
        t = t[..., None]
    return a + (b - a) * t


def ramp(x: Field, stops: list[tuple[float, str]]) -> Field:
    """Colour along a list of (position, hex) stops, interpolated in linear light."""
    at = [position for position, _ in stops]
    colors = np.array([lin(code) for _, code in stops])
    return np.stack([np.interp(x, at, colors[:, i]) for i in range(3)], -1).astype(np.float32)


def profile(x: Field, points: list[tuple[float, float]]) -> Field:
    """A curve through (x, y) points with eased joints, constant beyond its ends."""
    xs, ys = np.array(points).T
    i = np.clip(np.searchsorted(xs, x) - 1, 0, len(xs) - 2)
    t = np.clip((x - xs[i]) / (xs[i + 1] - xs[i]), 0, 1)
    return (ys[i] + (ys[i + 1] - ys[i]) * t * t * (3 - 2 * t)).astype(np.float32)
