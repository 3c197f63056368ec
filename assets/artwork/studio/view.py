"""The camera, height maps on the ground, and the first thing each ray meets.

Axes: X to the right, Y away from the camera, Z up, in metres; the camera stands at X = Y = 0.
The picture plane is upright (a shift lens), so verticals stay vertical and the ray of
column j and row i is (xs[j], 1, slopes[i]) per metre of Y.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.color import Field

COLUMNS_AT_ONCE = 256
"""Rays are followed for this many picture columns at a time, to bound memory."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the eye is and what it takes in."""

    width: int
    """Picture columns, oversampling included."""
    height: int
    """Picture rows, oversampling included."""
    half_view: float
    """Half the view's width at one metre's distance."""
    horizon: float
    """Height of the horizon, as a share of the picture's height from the top."""
    eye: float
    """Height of the eye, in metres."""
    centre: float = 0.5
    """Where the axis of view meets the picture, as a share of its width."""

    @property
    def pixel(self) -> float:
        """Width of one pixel at one metre's distance."""
        return 2 * self.half_view / self.width

    @property
    def xs(self) -> Field:
        """X per metre of distance, for each column."""
        columns = np.arange(self.width) + 0.5 - self.centre * self.width
        return (columns * self.pixel).astype(np.float32)

    @property
    def slopes(self) -> Field:
        """Z per metre of distance, for each row, falling from top to bottom."""
        rows = self.horizon * self.height - np.arange(self.height) - 0.5
        return (rows * self.pixel).astype(np.float32)

    def grid(self) -> tuple[Field, Field]:
        """X and Z per metre of distance, for every pixel."""
        x, s = np.meshgrid(self.xs, self.slopes)
        return x, s

    def spots(self, rows: Field, columns: Field, depth: Field) -> Spots:
        """Where the rays of the given pixels are at the given distances."""
        return Spots(self.xs[columns] * depth, depth, self.eye + self.slopes[rows] * depth)

    def project(self, x: Field, y: Field, z: Field) -> tuple[Field, Field]:
        """Column and row of points in space."""
        column = self.centre * self.width + x / y / self.pixel
        row = self.horizon * self.height - (z - self.eye) / y / self.pixel
        return column, row


@dataclass(frozen=True, slots=True)
class Spots:
    """Places in space that pixels show, in metres."""

    x: Field
    y: Field
    z: Field

    def select(self, which: Field) -> Spots:
        """The spots at the given indices or under the given mask."""
        return Spots(self.x[which], self.y[which], self.z[which])


class GroundMap:
    """A value for every place on the ground, on a square grid."""

    def __init__(self, values: Field, cell: float, left: float, near: float) -> None:
        """Take values[row, column] for X = left + column * cell, Y = near + row * cell."""
        self.values = values.astype(np.float32)
        self.cell, self.left, self.near = cell, left, near

    def at(self, x: Field, y: Field) -> Field:
        """Values between the grid's points, the nearest ones beyond its border."""
        where = [(y - self.near) / self.cell, (x - self.left) / self.cell]
        return ndimage.map_coordinates(
            self.values, where, order=1, mode="nearest", prefilter=False, output=np.float32
        )

    def like(self, values: Field) -> GroundMap:
        """A map of other values on the same grid."""
        return GroundMap(values, self.cell, self.left, self.near)

    def gradient(self) -> tuple[GroundMap, GroundMap]:
        """Slopes in X and in Y."""
        along_y, along_x = np.gradient(self.values, self.cell)
        return self.like(along_x), self.like(along_y)


def ground_grid(cell: float, half: float, near: float, far: float) -> tuple[Field, Field]:
    """X and Y of a grid from -half to half and from near to far, in metres."""
    x = np.arange(-half, half, cell, dtype=np.float32)
    y = np.arange(near, far, cell, dtype=np.float32)
    gx, gy = np.meshgrid(x, y)
    return gx, gy


def first_hits(ground: Callable[[Field, Field], Field], camera: Camera, distances: Field) -> Field:
    """Distance Y at which each pixel's ray first meets the ground, infinity for the sky.

    In one column the ground met is a running maximum of apparent slope, so every row of it
    is found by one sorted search. Coarse `distances` make edges wavy.
    """
    depth = np.full((camera.height, camera.width), np.inf, np.float32)
    rising = camera.slopes[::-1]
    last = len(distances)
    for start in range(0, camera.width, COLUMNS_AT_ONCE):
        xs = camera.xs[start : start + COLUMNS_AT_ONCE]
        y = np.broadcast_to(distances[:, None], (last, len(xs)))
        seen = (ground(distances[:, None] * xs, y) - camera.eye) / distances[:, None]
        seen = np.maximum.accumulate(seen, 0)
        for column in range(len(xs)):
            crest = seen[:, column]
            index = np.searchsorted(crest, rising)
            k = np.clip(index, 1, last - 1)
            rise = np.maximum(crest[k] - crest[k - 1], 1e-9)
            part = np.clip((rising - crest[k - 1]) / rise, 0, 1)
            hit = distances[k - 1] + (distances[k] - distances[k - 1]) * part
            depth[::-1, start + column] = np.where(index < last, hit, np.inf)
    return depth
