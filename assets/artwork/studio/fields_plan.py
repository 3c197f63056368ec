"""The lie of the farmland: a valley with level fields, terraced loess slopes, roads, trees.

Terraces follow the contours of a slightly warped height, so they widen, pinch and run out as
real ones do; steps of one height on clean cones look like stacked plates.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from studio.color import Field, lin, mix, smooth
from studio.noise import chance, fbm, ridged
from studio.view import GroundMap, ground_grid

STEP = 3.4
"""Mean rise from one terrace to the next, in metres."""
FLOOR_HALF = 85.0
"""Half the width of the valley's level floor."""
PARCEL = 62.0
"""Mean length of a parcel along a terrace."""

CROPS = [
    lin(code)
    for code in (
        "55803c", "66883f", "487038", "74904a", "8f9852", "b39a68", "8f7350", "a58a62",
        "6c8846", "bcae5e", "4d7a40", "80985a",
    )
]  # fmt: skip
"""Young wheat, maize, millet, stubble, ploughed loess, a little rape in flower."""

ROADS = [
    [(-60, 140), (10, 250), (38, 380), (-6, 520), (30, 690), (110, 860), (120, 1060),
     (20, 1300), (-40, 1700)],
    [(-6, 520), (-110, 560), (-200, 520), (-300, 560), (-330, 660), (-250, 720), (-330, 820),
     (-470, 850)],
    [(30, 690), (150, 660), (260, 700), (330, 800), (300, 900), (400, 980), (560, 960)],
    [(38, 380), (130, 350), (230, 330), (330, 380)],
]  # fmt: skip
"""Middle lines of the farm roads, in metres."""


@dataclass(frozen=True, slots=True)
class Land:
    """Maps of the farmland on one grid."""

    heights: GroundMap
    level: GroundMap
    """The warped height whose whole steps are terraces, in steps."""
    riser: GroundMap
    """1 on the banks between terraces."""
    flat: GroundMap
    """1 on the valley floor."""
    wild: GroundMap
    """1 where nobody ploughs: gullies, steep spurs, hilltops."""
    road: GroundMap
    """1 on the farm roads."""


def valley_middle(y: Field) -> Field:
    """X of the valley's middle line."""
    return 45 + 80 * np.sin((y - 150) / 330) - 0.05 * y


def bare_height(x: Field, y: Field) -> Field:
    """Height of the land before people stepped it, in metres."""
    d = x - valley_middle(y)
    wide = FLOOR_HALF * (0.8 + 0.5 * fbm(y / 260, y * 0 + 3, 2, 5)) + 130 * smooth(900, 2200, y)
    up = np.clip(np.abs(d) - wide, 0, None)
    spur = fbm(x / 300 + 2, y / 300, 3, 31, 0.42)
    slope = np.where(d < 0, 0.26, 0.22) * (1 + 0.9 * spur)
    hill = 150 * (1 - np.exp(-np.clip(slope, 0.04, 1) * up / 150))
    hill = hill + 26 * smooth(40, 300, up) * ridged(x / 420 + 5, y / 420, 3, 41, 0.4)
    near = 46 * smooth(470, 130, y) * smooth(230, -60, d)
    far = 80 * smooth(1300, 3200, y) * (0.6 + 0.8 * fbm(x / 900, y / 700, 3, 71))
    gully = 9 * smooth(0.72, 0.95, ridged(x / 240, y / 240, 2, 81)) * smooth(20, 120, up)
    return hill + near + far - gully + 2.5 * fbm(x / 110, y / 110, 3, 51)


def lay(cell: float, half: float, near: float, far: float) -> Land:
    """Make the land's maps on a grid of the given cell and reach."""
    x, y = ground_grid(cell, half, near, far)
    bare = ndimage.gaussian_filter(bare_height(x, y), 3 / cell)
    gy, gx = np.gradient(bare, cell)
    slope = ndimage.gaussian_filter(np.hypot(gx, gy), 6 / cell)
    level = (bare + 3.2 * fbm(x / 150, y / 150, 2, 91)) / STEP
    level = level + 0.33 * np.sin(level * 1.7) + 0.2 * np.sin(level * 0.61 + 2)
    flat = smooth(0.075, 0.035, slope)
    wood = fbm(x / 170 + 9, y / 170, 4, 61)
    wild = np.maximum(smooth(0.44, 0.58, slope), smooth(0.30, 0.42, wood) * smooth(0.1, 0.2, slope))
    part = level - np.floor(level)
    share = np.clip(0.75 * slope, 0.09, 0.5)
    riser = smooth(1 - share, 1 - share * 0.75, part) * smooth(1.0, 1 - share * 0.2, part)
    stepped = np.clip((part - 1 + share) / share, 0, 1)
    profile = 0.10 * part * (1 - stepped) + stepped
    drop = (profile - part) * STEP * (1 - flat) * (1 - wild)
    road = draw_roads(x, y, cell)
    verge = ndimage.gaussian_filter(road, 3 / cell)
    drop = drop * (1 - np.clip(verge * 1.6, 0, 1))
    origin = (cell, float(x[0, 0]), float(y[0, 0]))
    riser = riser * (1 - flat) * (1 - wild)
    maps = [GroundMap(m, *origin) for m in (bare + drop, level, riser, flat, wild, road)]
    return Land(*maps)


def draw_roads(x: Field, y: Field, cell: float) -> Field:
    """Farm roads, drawn as smooth lines into a map of 0 to 1."""
    rows, columns = x.shape
    image = Image.new("L", (columns, rows), 0)
    pen = ImageDraw.Draw(image)
    for line in ROADS:
        points = np.array(line, float)
        t = np.arange(len(points))
        fine = np.linspace(0, len(points) - 1, 60 * len(points))
        smooth_x = ndimage.gaussian_filter1d(np.interp(fine, t, points[:, 0]), 18, mode="nearest")
        smooth_y = ndimage.gaussian_filter1d(np.interp(fine, t, points[:, 1]), 18, mode="nearest")
        spots = np.stack([(smooth_x - x[0, 0]) / cell, (smooth_y - y[0, 0]) / cell], 1)
        pen.line(
            [tuple(p) for p in spots], fill=255, width=max(2, round(4.6 / cell)), joint="curve"
        )
    return ndimage.gaussian_filter(np.asarray(image, np.float32) / 255, 0.6)


def parcel(x: Field, y: Field, level: Field, flat: Field) -> tuple[Field, Field, Field]:
    """Two numbers of 0 to 1 naming the parcel at a place, and metres to its side border.

    On slopes a parcel is a stretch of one terrace; on the valley floor a strip of a grid
    laid along the valley.
    """
    cell_x, cell_y, border = _nearest_stone(x / PARCEL, y / PARCEL)
    terrace = np.floor(level)
    slope_name = chance(cell_x * 131 + terrace, cell_y, 3), chance(cell_x, cell_y * 57 + terrace, 4)
    bend = 12 * fbm(x / 200, y / 200, 2, 17)
    u, v = (y + bend) / 74, (x - valley_middle(y) + 0.25 * y + bend) / 27
    shift = 0.37 * np.floor(v)
    floor_name = (
        chance(np.floor(u + shift), np.floor(v), 5),
        chance(np.floor(v), np.floor(u + shift), 6),
    )
    edge = np.minimum(_to_border(u + shift) * 74, _to_border(v) * 27)
    on_floor = flat > 0.5
    names = [np.where(on_floor, f, s) for f, s in zip(floor_name, slope_name, strict=True)]
    return names[0], names[1], np.where(on_floor, edge, border * PARCEL)


def _to_border(x: Field) -> Field:
    """How far a number is from the nearest whole one."""
    part = x - np.floor(x)
    return np.minimum(part, 1 - part)


def _nearest_stone(x: Field, y: Field) -> tuple[Field, Field, Field]:
    """The nearest of jittered boundary stones, and how far its border is."""
    xi, yi = np.floor(x), np.floor(y)
    first = np.full(np.shape(x), 9.0, np.float32)
    second = first.copy()
    who_x, who_y = xi, yi
    for i in (-1, 0, 1):
        for j in (-1, 0, 1):
            cx, cy = xi + i, yi + j
            away = np.hypot(x - cx - chance(cx, cy, 1), y - cy - chance(cx, cy, 2))
            nearer = away < first
            second = np.where(nearer, first, np.minimum(second, away))
            first = np.where(nearer, away, first)
            who_x, who_y = np.where(nearer, cx, who_x), np.where(nearer, cy, who_y)
    return who_x, who_y, (second - first) / 2


def ground_color(land: Land, x: Field, y: Field, pixel: Field) -> Field:
    """Crops, banks, field edges, scrub and roads at places on the land."""
    level, flat = land.level.at(x, y), land.flat.at(x, y)
    fine = fbm(x * 0.5, y * 0.5, 4, 21, 0.6)
    patch = fbm(x / 90, y / 90, 3, 22)
    first, second, edge = parcel(x, y, level, flat)
    zone = fbm(x / 380, y / 380, 2, 23)
    index = np.clip(first * 0.85 + 0.30 * zone, 0, 0.999) * len(CROPS)
    color = np.array(CROPS)[index.astype(int)]
    color = color * (0.86 + 0.28 * second + 0.16 * fine + 0.12 * patch)[:, None]
    lines = np.where(flat > 0.5, x - valley_middle(y) + 0.25 * y, level * STEP * 4.5)
    rows = 0.5 + 0.5 * np.cos(lines * 2 * np.pi / 1.6)
    color = color * (1 - 0.20 * rows * smooth(0.55, 0.2, pixel))[:, None]
    ridge = smooth(0.9, 0.4, edge) * (0.3 + 0.7 * smooth(1.2, 0.4, pixel))
    grass = mix(lin("66743a"), lin("8f8a50"), smooth(-0.3, 0.3, patch + 0.5 * fine))
    color = mix(color, grass * 0.8, ridge * 0.8)
    bank = mix(lin("667040"), lin("94805a"), smooth(0.0, 0.4, 0.7 * patch + 0.6 * fine))
    color = mix(color, bank * (0.9 + 0.4 * fine)[:, None], land.riser.at(x, y))
    scrub = mix(lin("4f6236"), lin("85834a"), smooth(-0.25, 0.35, 0.6 * patch + fine))
    color = mix(color, scrub, land.wild.at(x, y) * 0.95)
    return mix(
        color, np.broadcast_to(lin("d2c4a4"), color.shape), smooth(0.35, 0.75, land.road.at(x, y))
    )
