"""Height fields: fractal mountains worn by water, and rock that breaks into benches."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from studio.color import Field, smooth
from studio.noise import fbm, ridged

if TYPE_CHECKING:
    from collections.abc import Callable

CACHE = Path(os.environ.get("ARTWORK_CACHE", Path(tempfile.gettempdir()) / "artwork-cache"))
"""Worn terrain is slow to make and the same every time, so it is kept outside the project."""

BATCHES = 6
"""Droplets walk in this many crowds; more crowds see the ground earlier ones have cut."""

LARGEST_CUT = 0.4
"""No cell loses or gains more in one step, in cells; unclamped erosion runs away."""


def cached(name: str, make: Callable[[], Field]) -> Field:
    """The array `make` gives, from the cache if it was made before."""
    path = CACHE / f"{name}.npy"
    if path.exists():
        return np.load(path)
    array = make().astype(np.float32)
    CACHE.mkdir(parents=True, exist_ok=True)
    np.save(path, array)
    return array


def erode(heights: Field, droplets: int, steps: int, seed: int, capacity: float = 5.0) -> Field:
    """Wear a height field (in cells) with droplets that carry soil downhill."""
    rng = np.random.default_rng(seed)
    for _ in range(BATCHES):
        rows, columns = heights.shape
        count = droplets // BATCHES
        crowd = _Droplets(rng.uniform(2, columns - 3, count), rng.uniform(2, rows - 3, count))
        for _ in range(steps):
            heights = heights + crowd.step(heights, capacity)
    return heights


class _Droplets:
    """A crowd of droplets: where they are, how fast, and what they carry."""

    def __init__(self, x: Field, y: Field) -> None:
        self.x, self.y = x, y
        self.dx, self.dy, self.load = (np.zeros_like(x) for _ in range(3))
        self.speed, self.water = np.ones_like(x), np.ones_like(x)

    def step(self, heights: Field, capacity: float) -> Field:
        """Move every droplet by one cell and return what the ground gains or loses."""
        rows, columns = heights.shape
        before, grad_x, grad_y, cell, weights = _ground_under(heights, self.x, self.y)
        self.dx = self.dx * 0.35 - grad_x * 0.65
        self.dy = self.dy * 0.35 - grad_y * 0.65
        length = np.hypot(self.dx, self.dy) + 1e-6
        x = np.clip(self.x + self.dx / length, 1, columns - 3)
        y = np.clip(self.y + self.dy / length, 1, rows - 3)
        self.dx, self.dy = self.dx / length, self.dy / length
        climb = _ground_under(heights, x, y)[0] - before
        room = np.maximum(-climb, 0.01) * self.speed * self.water * capacity
        cut = -np.minimum((room - self.load) * 0.3, np.maximum(-climb, 0))
        drop = np.where(self.load > room, (self.load - room) * 0.25, cut)
        drop = np.where(climb > 0, np.minimum(climb, self.load), drop)
        self.load = self.load - drop
        self.speed = np.sqrt(np.clip(self.speed**2 - climb, 0.05, 9))
        self.water = self.water * 0.97
        self.x, self.y = x, y
        offsets = (0, 1, columns, columns + 1)
        change = sum(
            np.bincount(cell + offset, drop * weight, rows * columns)
            for offset, weight in zip(offsets, weights, strict=True)
        ).reshape(rows, columns)
        return np.clip(ndimage.gaussian_filter(change, 0.8), -LARGEST_CUT, LARGEST_CUT)


def _ground_under(heights: Field, x: Field, y: Field) -> tuple[Field, ...]:
    """Height and slope at points between cells, with the cell and its four weights."""
    columns = heights.shape[1]
    i, j = x.astype(np.int64), y.astype(np.int64)
    fx, fy, cell, flat = x - i, y - j, j * columns + i, heights.ravel()
    a, b, c, d = (flat[cell + k] for k in (0, 1, columns, columns + 1))
    weights = ((1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy)
    height = sum(q * w for q, w in zip((a, b, c, d), weights, strict=True))
    grad_x = (b - a) * (1 - fy) + (d - c) * fy
    grad_y = (c - a) * (1 - fx) + (d - b) * fx
    return height, grad_x, grad_y, cell, weights


def settle(heights: Field, talus: float, rounds: int) -> Field:
    """Let slopes steeper than `talus` (rise over one cell) slide down to it."""
    for _ in range(rounds):
        for axis in (0, 1):
            fall = np.diff(heights, axis=axis)
            slide = np.clip(np.abs(fall) - talus, 0, None) * np.sign(fall) * 0.25
            moved = np.zeros_like(heights)
            if axis:
                moved[:, :-1] += slide
                moved[:, 1:] -= slide
            else:
                moved[:-1] += slide
                moved[1:] -= slide
            heights = heights + moved
    return heights


def massif() -> Field:
    """A worn mountain country of 1536 cells square, heights in cells (made once, kept)."""

    def make() -> Field:
        axis = np.linspace(0, 5, 384, dtype=np.float32)
        x, y = np.meshgrid(axis, axis)
        warp_x, warp_y = fbm(x * 0.8, y * 0.8, 4, 53), fbm(x * 0.8 + 9, y * 0.8 + 5, 4, 63)
        h = ridged(x + 0.55 * warp_x, y + 0.55 * warp_y, 7, 3, 0.48)
        h = h + 0.35 * fbm(x * 0.45, y * 0.45, 2, 102)
        h = ((h - h.min()) / np.ptp(h) * 0.12 * 384).astype(np.float64)
        h = settle(erode(h, 120_000, 45, 3), 1.1, 6)
        for level, droplets in ((2, 200_000), (4, 320_000)):
            h = ndimage.zoom(h, 2, order=3) * 2
            axis = np.linspace(0, 11 * level, len(h), dtype=np.float32)
            x, y = np.meshgrid(axis, axis)
            h = h + ridged(x, y, 5, 3 + level) * 6 * smooth(10, 60, h * 4 / level)
            h = settle(erode(h, droplets, 32, 3 + level), 1.5, 5)
        return h

    return cached("massif", make)


def downs() -> Field:
    """Gentle worn hills of 1024 cells square, heights of 0 to 1 (made once, kept)."""

    def make() -> Field:
        axis = np.linspace(0, 3.6, 1024, dtype=np.float32)
        x, y = np.meshgrid(axis, axis)
        warp_x, warp_y = fbm(x, y, 3, 50) * 0.6, fbm(x + 9, y, 3, 60) * 0.6
        h = fbm(x + warp_x, y + warp_y, 4, 11, 0.42) * 0.6
        h = h + 0.4 * ridged(x * 0.9 + warp_y, y * 0.9 + warp_x, 6, 12)
        h = ((h - h.min()) / np.ptp(h)) ** 1.25 * 150
        h = settle(erode(h.astype(np.float64), 400_000, 60, 4, capacity=3), 0.95, 12)
        return (h - h.min()) / np.ptp(h)

    return cached("downs", make)


def benches(z: Field, thickness: float, sharp: Field | float, seed: int) -> Field:
    """Break slopes into cliffs and ledges of uneven thickness (metres in, metres out).

    Level strata of one thickness look like Mars; here every bed has its own thickness and
    its own share of cliff, and `sharp` (0 to 1) may fade the effect from place to place.
    """
    rng = np.random.default_rng(seed)
    low, high = float(z.min()) - thickness, float(z.max()) + thickness
    at, to = [low], [low]
    while at[-1] < high:
        bed, cliff = thickness * rng.uniform(0.5, 1.6), rng.uniform(0.66, 0.88)
        ledge = bed * rng.uniform(0.60, 0.80)
        at += [at[-1] + ledge, at[-1] + bed]
        to += [to[-1] + bed * (1 - cliff), to[-1] + bed]
    return (z + (np.interp(z, at, to) - z) * sharp).astype(np.float32)
