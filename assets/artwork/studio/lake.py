"""The lake at dawn: wooded hills in mist, still water, a jetty with a boat, reeds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from studio.color import Field, lin, mix, profile, ramp, smooth
from studio.finish import Sheet, Tone, bloom, develop
from studio.lake_shore import draw_reeds, paint_wood, reed_bed, shore, stones
from studio.light import Sun, lit, normal_of, openness, shadow_ceiling, sunshine
from studio.noise import crowns, fbm, perlin
from studio.solids import Buffer, draw_box, draw_tree
from studio.terrain import downs
from studio.view import Camera, GroundMap, Spots, first_hits, ground_grid

if TYPE_CHECKING:
    from PIL import Image

SHEET = Sheet("lake", 1350, 788, 250, 550_000)
TONE = Tone(exposure=0.86, contrast=0.48, saturation=1.04, grain=0.005)
HALF_VIEW, HORIZON, EYE = 0.44, 0.45, 7.0
ASPECT = SHEET.height / SHEET.width
SUN = Sun(azimuth=62, elevation=19)
SUNLIGHT, SKYLIGHT = lin("ffdcae") * 2.7, lin("a0b6cc") * 0.62
SKY = [(0, "f2e0c8"), (0.22, "e4dcd4"), (0.5, "aac3da"), (1, "7aa5cf")]
GLOW_AT = 0.30
"""Where along the horizon the sky is brightest (X per metre of distance)."""
LAKE_BED = -14.0
SHORELINE = 0.02
"""Land is drawn above this height, in metres."""
UNDER = -0.45
"""How far things reach under water in the mirrored view, so that ripples show no gap."""


@dataclass(frozen=True, slots=True)
class Shore:
    """One line of hills, drawn behind the next nearer one."""

    near: float
    far: float
    """Distances it fills, in metres."""
    cell: float
    """Grid cell, in metres."""
    offset: tuple[int, int]
    """Where in the worn downs it is cut from (row, column)."""
    crest: list[tuple[float, float]]
    """Skyline as (x, y) shares of the picture; below the horizon there is water."""
    tree: float
    """Spacing of its tree crowns, in metres."""
    haze: float
    """Share of its colour lost to the air."""
    mist: float
    """Density of the mist at its foot."""


SHORES = [
    Shore(
        6e3, 9.5e3, 22, (500, 620),
        [(0, .30), (.2, .27), (.36, .30), (.52, .255), (.66, .275), (.8, .33), (1, .29)],
        34, .80, .9,
    ),
    Shore(
        2.6e3, 4.4e3, 9, (300, 520),
        [(0, .22), (.14, .27), (.28, .335), (.38, .40), (.5, .375), (.6, .325), (.7, .345),
         (.8, .385), (1, .33)],
        12, .52, 1.3,
    ),
    Shore(
        1.15e3, 2.1e3, 4, (420, 300),
        [(0, .17), (.1, .225), (.2, .30), (.3, .385), (.37, .435), (.43, .47), (1, .50)],
        8, .26, .85,
    ),
    Shore(
        460, 1000, 2, (640, 760),
        [(0, .55), (.5, .53), (.6, .475), (.67, .43), (.76, .37), (.87, .29), (1, .215)],
        6, .10, .38,
    ),
]  # fmt: skip


def paint(sampling: int, scale: float) -> Image.Image:
    """Draw the lake; `scale` below 1 makes a draft."""
    width, height = (int(q * scale) * sampling for q in (SHEET.width, SHEET.height))
    camera = Camera(width, height, HALF_VIEW, HORIZON, EYE)
    below = Camera(width, height, HALF_VIEW, 0.62, -EYE)
    lands = [lay(line) for line in SHORES]
    image, land = view(camera, lands)
    mirrored, _ = view(below, lands)
    reflection = furnish(mirrored, below)
    water = ~land & (camera.slopes < 0)[:, None]
    image = surface_of_water(image, water, reflection, camera, below)
    image = drifting_mist(image, camera)
    image = furnish(image, camera)
    draw_reeds(image, camera, reed_bed(), (SUNLIGHT, SKYLIGHT))
    image = bloom(image, 0.9, tuple(q * sampling * scale for q in (6, 25, 70)), 0.06)
    return develop(image, SHEET, TONE, sampling=sampling, seed=2)


def sky(x: Field, s: Field) -> Field:
    """Pale dawn: cream at the horizon, blue above, a warm glow at the right."""
    s = np.clip(s, 0, 1)
    color = ramp(np.clip(s / 0.30, 0, 1), SKY)
    glow = np.exp(-np.hypot(x - GLOW_AT, s * 1.4 - 0.10) / 0.22)
    color = mix(color, np.broadcast_to(lin("ffe4b8") * 1.1, color.shape), glow * 0.8)
    drift = fbm(x * 5 / (1 + 0.6 * s) + 5, np.log(s + 0.06) * 4.5, 6, 71)
    cloud = smooth(0.0, 0.6, drift + 0.08) * smooth(0.03, 0.18, s)
    return mix(color, mix(lin("f2ece6"), lin("fff0d8") * 1.05, glow), cloud * 0.55)


def air(x: Field) -> Field:
    """Colour of the dawn air by direction."""
    return mix(lin("bccad6"), lin("f6e2c4"), np.exp(-np.abs(x - GLOW_AT) / 0.32))


@dataclass(frozen=True, slots=True)
class Hill:
    """The maps of one line of hills."""

    line: Shore
    heights: GroundMap
    slope_x: GroundMap
    slope_y: GroundMap
    ceiling: GroundMap
    open_sky: GroundMap


def lay(line: Shore) -> Hill:
    """Cut a line of hills from the downs and raise it to its skyline."""
    half = line.far * HALF_VIEW * 1.1
    x, y = ground_grid(line.cell, half, line.near * 0.97, line.far)
    base = downs() / np.quantile(downs(), 0.96)
    row = np.abs((np.arange(len(x)) + line.offset[0]) % 2046 - 1023)
    column = np.abs((np.arange(x.shape[1]) + line.offset[1]) % 2046 - 1023)
    worn = ndimage.gaussian_filter(np.clip(base[row][:, column], 0, 1.1), 2.0)
    worn = 0.30 + 0.70 * worn
    crest = profile(x / y / (2 * HALF_VIEW) + 0.5, line.crest)
    top = EYE + (HORIZON - crest) * 2 * HALF_VIEW * ASPECT * y
    front = smooth(line.near, line.near * 1.5, y + 0.12 * line.near * fbm(x / 90, y / 90, 3, 9))
    z = LAKE_BED + (top - LAKE_BED) * worn * front
    z = z + line.cell * 1.2 * fbm(x / (line.cell * 22), y / (line.cell * 22), 4, 14)
    heights = GroundMap(z, line.cell, float(x[0, 0]), float(y[0, 0]))
    return Hill(line, heights, *heights.gradient(), shadow_ceiling(heights, SUN), openness(heights))


def view(camera: Camera, hills: list[Hill]) -> tuple[Field, Field]:
    """The sky and the hills as a camera sees them, and where the hills are."""
    image = sky(*camera.grid())
    land = np.zeros(image.shape[:2], bool)
    for hill in hills:
        depth = _find(camera, hill)
        i, j = np.nonzero(np.isfinite(depth))
        at = camera.spots(i, j, depth[i, j])
        dry = at.z > SHORELINE
        i, j, at = i[dry], j[dry], at.select(dry)
        image[i, j] = in_mist(woodland(hill, at), hill.line, at)
        land[i, j] = True
    return image, land


def _find(camera: Camera, hill: Hill) -> Field:
    """Distance at which each pixel meets the hill or the trees on it."""
    tree = hill.line.tree

    def surface(x: Field, y: Field) -> Field:
        z = hill.heights.at(x, y)
        crown = tree * 0.95 * crowns(x / tree, y / tree, 5)[0] * smooth(0.8, 2.5, z)
        return np.where(z > -0.5, z + crown, -60)

    distances = np.geomspace(hill.line.near, hill.line.far, 900).astype(np.float32)
    return first_hits(surface, camera, distances)


def woodland(hill: Hill, at: Spots) -> Field:
    """Pine and broad-leaved trees in new leaf, a stony edge at the water."""
    x, y, z = at.x, at.y, at.z
    tree = hill.line.tree
    dome, tree_x, tree_y, name = crowns(x / tree, y / tree, 5)
    rough = fbm(x / tree * 2.5 + z / tree, y / tree * 2.5 - z / tree, 4, 21, 0.6)
    drift = smooth(-0.25, 0.40, fbm(x / (tree * 26), y / (tree * 26), 3, 41) + 0.7 * (name - 0.5))
    leaf = mix(lin("2e4a2e"), lin("72863f"), drift)
    leaf = leaf * (0.55 + 0.55 * smooth(0.0, 0.7, dome) + 0.35 * rough)[:, None]
    rim = smooth(2.2, 0.7, z + 0.8 * rough)
    stone = lin("93896f") * (0.8 + 0.6 * rough)[:, None]
    albedo = mix(leaf, stone, rim)
    wood = 1 - rim
    slope_x = hill.slope_x.at(x, y) + (0.75 * tree_x + 0.5 * rough) * wood
    slope_y = hill.slope_y.at(x, y) + (0.75 * tree_y - 0.5 * rough) * wood
    normal = normal_of(slope_x, slope_y)
    direct = sunshine(SUN, normal) * (0.06 + 0.94 * lit(hill.ceiling, x, y, z, hill.line.cell * 3))
    ambient = hill.open_sky.at(x, y) * (0.5 + 0.5 * normal[2])
    return albedo * (direct[:, None] * SUNLIGHT + ambient[:, None] * SKYLIGHT)


def in_mist(color: Field, line: Shore, at: Spots) -> Field:
    """Haze over all of a hill, mist in drifting bands at its foot."""
    x, y, z = at.x, at.y, at.z
    thick = air(x / y)
    color = mix(color, thick * 0.95, line.haze)
    scale = line.far / 22
    drift = fbm(x / scale, z / (scale * 0.10) + y / (scale * 3), 5, 61)
    bank = np.exp(-np.clip(z - 0.004 * line.far, 0, None) / (0.011 * line.far))
    mist = line.mist * bank * np.clip(0.75 + 1.6 * drift, 0, 2)
    pale = mix(thick, lin("fdf4e6"), 0.45)
    return mix(color, pale, (1 - np.exp(-mist * 1.3)) * 0.95)


def surface_of_water(
    image: Field, water: Field, mirrored: Field, camera: Camera, below: Camera
) -> Field:
    """Still water: the mirrored view shaken by ripples, darker the steeper one looks in."""
    i, j = np.nonzero(water)
    s = camera.slopes[i]
    y = EYE / -s
    x = camera.xs[j] * y
    wind = smooth(0.0, 0.40, fbm(x / (22 + 0.05 * y), y / (70 + 0.2 * y), 4, 81) + 0.06)
    ripple = perlin(x / 1.1 + y / 9, y / 2.6, 82) + 0.6 * perlin(x / 0.45, y / 1.1 + x, 83)
    close = smooth(95, 30, y)
    ripple = ripple + 0.9 * close * perlin(x / 1.5 + 0.4 * ripple, y / 0.32, 85)
    swell = perlin(x / 5, y / 11, 84)
    fade = np.clip(120 / y, 0.10, 1)
    shake = (0.0035 + 0.010 * wind) * ripple * fade + 0.003 * swell * np.clip(400 / y, 0.1, 1)
    rows = below.horizon * below.height - (-s + 0.25 * shake - np.abs(shake)) / below.pixel
    columns = j + ripple * 2.2 * fade * (0.3 + wind) / (HALF_VIEW * 2) * below.width / 1350
    where = [rows - 0.5, columns]
    seen = np.stack(
        [
            ndimage.map_coordinates(mirrored[..., k], where, order=1, mode="nearest")
            for k in range(3)
        ],
        -1,
    )
    look = 0.10 + 0.90 * (1 - np.clip(-s * 1.5 + 0.05 * ripple * fade, 0, 1)) ** 3
    deep = mix(lin("38504e"), lin("506864"), 0.5 + 0.5 * swell)
    color = mix(deep, seen * np.array([0.94, 0.97, 0.97], np.float32), look)
    spark = np.clip(ripple - 0.75, 0, 1) * np.exp(-np.abs(camera.xs[j] - GLOW_AT) / 0.10) * wind
    image[i, j] = color + (spark * 0.9)[:, None] * lin("ffe8c0")
    return image


def drifting_mist(image: Field, camera: Camera) -> Field:
    """Thin mist that lies on the water toward the far shore."""
    x, s = camera.grid()
    y = EYE / np.clip(-s, 0.003, None)
    drift = np.clip(0.35 + 1.3 * fbm(x * y / 160, np.log(y) * 7, 5, 91), 0, 1.5)
    band = np.exp(-(((s + 0.010) / 0.013) ** 2)) * drift
    return mix(image, mix(air(x), lin("fdf4e6"), 0.5), np.clip(band * 0.55, 0, 0.8))


def furnish(image: Field, camera: Camera) -> Field:
    """Jetty, boat and stones; from below the water, what of them it mirrors."""
    buffer = Buffer(camera)
    for box in shore():
        wet = camera.eye < 0 and box.low <= 0
        draw_box(buffer, replace(box, low=UNDER) if wet else box, paint_wood)
    for number, stone in enumerate(stones()):
        draw_tree(buffer, stone, number + 40)
    i, j = np.nonzero(np.isfinite(buffer.depth))
    z = camera.eye + camera.slopes[i] * buffer.depth[i, j]
    above = z > (UNDER if camera.eye < 0 else -0.02)
    i, j, z = i[above], j[above], z[above]
    normal = buffer.normal[i, j]
    direct = sunshine(SUN, tuple(normal.T))
    if camera.eye < 0:  # seen from below, what faces up shows its dark underside
        direct = direct * (1 - 0.9 * (normal[:, 2] > 0.9))
    ambient = (0.6 + 0.4 * normal[:, 2]) * (0.75 + 0.25 * smooth(0, 0.5, z))
    wet = 1 - 0.45 * smooth(0.22, 0.02, z)
    light = direct[:, None] * SUNLIGHT * 0.85 + ambient[:, None] * SKYLIGHT
    color = buffer.albedo[i, j] * light * wet[:, None]
    image[i, j] = mix(color, air(camera.xs[j]), 0.04)
    return image
