"""Boxes with roofs, and tree crowns, drawn into a buffer that is lit afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from studio.color import Field
from studio.noise import perlin

if TYPE_CHECKING:
    from studio.view import Camera, GroundMap

NEAREST = 20.0
"""Boxes nearer than this many metres are not drawn: they would pass behind the eye."""

Painter = Callable[["Box", "Hits"], tuple[Field, Field]]
"""Gives a box's surface at its hits: albedo (n, 3) and gloss (n)."""


class Buffer:
    """For every pixel: how far, which way it faces, what colour, how glossy."""

    def __init__(self, camera: Camera) -> None:
        """Begin with nothing at infinity."""
        shape = (camera.height, camera.width)
        self.camera = camera
        self.xs, self.slopes = camera.xs, camera.slopes
        self.depth = np.full(shape, np.inf, np.float32)
        self.albedo = np.zeros((*shape, 3), np.float32)
        self.normal = np.zeros((*shape, 3), np.float32)
        self.gloss = np.zeros(shape, np.float32)

    def window(self, columns: Field, rows: Field) -> tuple[slice, slice] | None:
        """The part of the picture that encloses the points, or None if it is outside."""
        left, right = max(int(columns.min()) - 1, 0), min(int(columns.max()) + 2, len(self.xs))
        top, bottom = max(int(rows.min()) - 1, 0), min(int(rows.max()) + 2, len(self.slopes))
        if left >= right or top >= bottom:
            return None
        return slice(top, bottom), slice(left, right)


@dataclass(frozen=True, slots=True)
class Box:
    """An upright box, turned about the vertical, with a flat or a gabled roof."""

    x: float
    y: float
    """Its middle."""
    half_long: float
    half_wide: float
    """Half its sides; a gable's ridge runs along the long one."""
    turn: float
    """Angle of the long side from the X axis, in radians."""
    low: float
    high: float
    """Heights of its foot and its eaves."""
    rise: float = 0.0
    """Height of the ridge above the eaves; 0 for a flat roof."""
    style: str = "wall"
    """How its surface is painted."""
    seed: int = 0
    """Chooses colour and details."""

    def corners(self) -> tuple[Field, Field]:
        """X and Y of the four corners."""
        c, s = np.cos(self.turn), np.sin(self.turn)
        u = np.array([-1, 1, 1, -1]) * self.half_long
        v = np.array([-1, -1, 1, 1]) * self.half_wide
        return self.x + c * u - s * v, self.y + s * u + c * v


@dataclass(frozen=True, slots=True)
class Hits:
    """Where rays meet one face of a box."""

    face: str
    """long, short (walls), flat or slant (roofs)."""
    along: Field
    """Metres along the wall from its middle (on roofs, along the ridge)."""
    up: Field
    """Metres above the foot (on roofs, across the ridge)."""
    pixel: Field
    """Width of a pixel there, in metres."""


@dataclass(frozen=True, slots=True)
class _Sight:
    """A box as one part of the picture sees it: rays in the box's own axes."""

    buffer: Buffer
    box: Box
    paint: Painter
    window: tuple[slice, slice]
    origin: tuple[float, float]
    """The eye, seen from the box's middle, along its long and its short side."""
    ray: tuple[Field, Field, Field]
    """Each pixel's ray: along the long side, the short side, and up."""


@dataclass(frozen=True, slots=True)
class _Face:
    """Where the rays meet one face's plane."""

    name: str
    t: Field
    """Distance Y."""
    along: Field
    up: Field
    """Place on the face, as in Hits."""
    inside: Field
    """Whether that place lies on the face."""
    normal: tuple[float, float, float]


def draw_box(buffer: Buffer, box: Box, paint: Painter) -> None:
    """Draw a box's visible faces where nothing nearer stands."""
    corner_x, corner_y = box.corners()
    if corner_y.min() < NEAREST:
        return
    z = np.repeat([box.low, box.high + box.rise], 4)
    outline = buffer.camera.project(np.tile(corner_x, 2), np.tile(corner_y, 2), z)
    window = buffer.window(*outline)
    if window is None:
        return
    c, s = np.cos(box.turn), np.sin(box.turn)
    xs, slopes = np.meshgrid(buffer.xs[window[1]], buffer.slopes[window[0]])
    origin = (-box.x * c - box.y * s, box.x * s - box.y * c)
    sight = _Sight(buffer, box, paint, window, origin, (xs * c + s, c - xs * s, slopes))
    with np.errstate(divide="ignore", invalid="ignore"):
        for face in (_wall(sight, 0), _wall(sight, 1), *_roof(sight)):
            _put(sight, face)


def _wall(sight: _Sight, axis: int) -> _Face:
    """The wall toward the eye: a short one (axis 0) or a long one (axis 1)."""
    box, other = sight.box, 1 - axis
    half = (box.half_long, box.half_wide)
    side = 1.0 if sight.origin[axis] > 0 else -1.0
    t = (side * half[axis] - sight.origin[axis]) / sight.ray[axis]
    along = sight.origin[other] + sight.ray[other] * t
    z = sight.buffer.camera.eye + sight.ray[2] * t
    top = np.float32(box.high)
    if axis == 0 and box.rise:
        top = box.high + box.rise * (1 - np.abs(along) / box.half_wide)
    inside = (np.abs(along) <= half[other]) & (z >= box.low) & (z <= top)
    c, s = np.cos(box.turn) * side, np.sin(box.turn) * side
    name, normal = ("long", (-s, c, 0.0)) if axis else ("short", (c, s, 0.0))
    return _Face(name, t, along, z - box.low, inside, normal)


def _roof(sight: _Sight) -> list[_Face]:
    """A flat roof, or the two slopes of a gabled one."""
    box, (u0, v0), (du, dv, dz) = sight.box, sight.origin, sight.ray
    c, s = np.cos(box.turn), np.sin(box.turn)
    faces = []
    for side in (-1.0, 1.0) if box.rise else (0.0,):
        fall = side * box.rise / box.half_wide
        t = (box.high + box.rise - sight.buffer.camera.eye - fall * v0) / (dz + fall * dv)
        u, v = u0 + du * t, v0 + dv * t
        inside = (np.abs(u) <= box.half_long) & (np.abs(v) <= box.half_wide) & (v * side >= 0)
        length = float(np.hypot(1, fall))
        normal = (-s * fall / length, c * fall / length, 1 / length)
        faces.append(_Face("slant" if side else "flat", t, u, v, inside, normal))
    return faces


def _put(sight: _Sight, face: _Face) -> None:
    """Paint a face into the buffer where nothing nearer is; gloss below 0 is a hole."""
    buffer, window = sight.buffer, sight.window
    hit = face.inside & (face.t > 1) & (face.t < buffer.depth[window])
    if not hit.any():
        return
    hits = Hits(face.name, face.along[hit], face.up[hit], face.t[hit] * buffer.camera.pixel)
    albedo, gloss = sight.paint(sight.box, hits)
    solid = gloss >= 0
    rows, columns = np.nonzero(hit)
    rows, columns = rows[solid] + window[0].start, columns[solid] + window[1].start
    buffer.depth[rows, columns] = face.t[hit][solid]
    buffer.albedo[rows, columns] = albedo[solid]
    buffer.gloss[rows, columns] = gloss[solid]
    buffer.normal[rows, columns] = face.normal


@dataclass(frozen=True, slots=True)
class Tree:
    """A crown of leaves on a short stem."""

    x: float
    y: float
    ground: float
    radius: float
    color: Field
    tall: float = 1.2
    """Height of the crown over its width."""


def draw_tree(buffer: Buffer, tree: Tree, seed: int) -> None:
    """Draw a crown as a lumpy ball with a ragged edge."""
    camera, r = buffer.camera, tree.radius
    middle = tree.ground + r * (0.5 + tree.tall)
    column, row = camera.project(tree.x, tree.y, middle)
    wide, high = r / tree.y / camera.pixel * 1.15, r * tree.tall / tree.y / camera.pixel * 1.15
    window = buffer.window(
        np.array([column - wide, column + wide]), np.array([row - high, row + high])
    )
    if window is None or wide < 0.4:
        return
    columns = np.arange(window[1].start, window[1].stop, dtype=np.float32)
    rows = np.arange(window[0].start, window[0].stop, dtype=np.float32)
    dx, dz = np.meshgrid((columns - column) / wide * 1.15, (row - rows) / high * 1.15)
    lump = perlin(dx * 2.3 + seed * 0.37, dz * 2.3 + seed * 0.91, 3)
    leaf = perlin(dx * 6.1 + seed, dz * 6.1, 4)
    reach = dx * dx + dz * dz - 0.30 * lump - 0.22 * leaf
    bulge = np.sqrt(np.clip(1 - reach, 0, 1))
    depth = tree.y - bulge * r * 0.8
    seen = (reach < 1) & (depth < buffer.depth[window])
    if not seen.any():
        return
    nx, nz = dx + 0.55 * leaf + 0.35 * lump, dz + 0.3 + 0.5 * leaf
    length = np.sqrt(nx * nx + nz * nz + bulge * bulge + 0.05)
    normal = np.stack([nx, -bulge - 0.05, nz], -1) / length[..., None]
    shade = np.clip(0.62 + 0.30 * dz + 0.35 * lump + 0.20 * leaf, 0.25, 1.25)
    buffer.depth[window][seen] = depth[seen]
    buffer.normal[window][seen] = normal[seen]
    buffer.albedo[window][seen] = (tree.color * shade[..., None])[seen]
    buffer.gloss[window][seen] = 0


def raise_trees(ground: GroundMap, trees: list[Tree]) -> GroundMap:
    """Heights with the crowns of trees upon them, for the shadows they cast."""
    heights = ground.values.copy()
    rows, columns = heights.shape
    for tree in trees:
        j, i = (tree.x - ground.left) / ground.cell, (tree.y - ground.near) / ground.cell
        n = tree.radius / ground.cell
        top, bottom = max(int(i - n), 0), min(int(i + n) + 2, rows)
        left, right = max(int(j - n), 0), min(int(j + n) + 2, columns)
        if top >= bottom or left >= right:
            continue
        away = np.hypot(np.arange(top, bottom)[:, None] - i, np.arange(left, right)[None] - j) / n
        dome = tree.radius * (0.3 + 2.2 * tree.tall * np.sqrt(np.clip(1 - away * away, 0, 1)))
        part = heights[top:bottom, left:right]
        np.maximum(part, np.where(away < 1, tree.ground + dome, part), out=part)
    return ground.like(heights)
