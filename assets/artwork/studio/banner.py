"""The banner: the Taihang mountains at sunrise, under large cream lettering.

The lettering covers x 4-80 %, y 36-92 % of the picture, the standing head x 3-40 %, y 8-30 %,
a red plate x 92.5-97 %, y 8-62 %; the sun stands clear of all three, and under the lettering
the picture stays calm and no lighter than a middle tone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from studio.color import Field, lin, mix, profile, ramp, smooth
from studio.finish import Sheet, Tone, bloom, develop
from studio.light import Sun, lit, normal_of, openness, shadow_ceiling, sunshine
from studio.noise import chance, crowns, fbm, perlin, ridged
from studio.terrain import benches, massif
from studio.view import Camera, GroundMap, Spots, first_hits, ground_grid

if TYPE_CHECKING:
    from PIL import Image

SHEET = Sheet("banner", 2742, 882, 200, 900_000)
CALM_LIGHT, CALM_SHARE = 0.12, 0.60
"""Under the lettering, light above the first is held back to the second share and less."""
SKY_BY_THE_SUN = [
    (-0.2, "d98a4e"), (0, "d0743f"), (0.3, "c4532f"), (0.65, "ab2d24"), (1, "8c1c1d"),
]  # fmt: skip
SKY_AWAY = [
    (-0.2, "b4553c"), (0, "a84432"), (0.3, "942823"), (0.65, "80181b"), (1, "6a1118"),
]  # fmt: skip
"""The sky's colours from the horizon (0) up, on the sun's side and at the left."""
TONE = Tone(exposure=1.0, contrast=0.22, saturation=1.0, grain=0.005)
HALF_VIEW, HORIZON, EYE = 0.51, 0.60, 900.0
SUN_AT, SUN_RADIUS = (0.865, 0.375), 0.0105
"""The disc's place as shares of the picture; its radius as a slope."""
KEY = Sun(azimuth=68, elevation=17)
"""The light on the rock comes more from the side than the disc does, to model the forms."""

BROADNESS = 1.7
"""Above 1 the summits grow broad and the flanks sheer, as in the Taihang; at 1 they are cones."""


@dataclass(frozen=True, slots=True)
class Range:
    """One mountain range, drawn behind the next nearer one."""

    near: float
    far: float
    """Distances it fills, in metres."""
    cell: float
    """Grid cell, in metres."""
    offset: tuple[int, int]
    """Where in the worn massif it is cut from (row, column)."""
    crest: list[tuple[float, float]]
    """Skyline as (x, y) shares of the picture."""
    floor: float
    """Height of its valleys, in metres."""
    bed: float
    """Mean thickness of its rock beds, in metres."""
    tree: float
    """Spacing of its tree crowns, in metres."""
    haze: float
    """Share of its colour lost to the air at its middle distance."""
    mist: float
    """Density of the mist in its valleys."""
    steps: int
    """Samples along each ray."""


RANGES = [
    Range(
        34e3, 60e3, 60, (80, 900),
        [(0, .515), (.2, .54), (.45, .555), (.7, .545), (.85, .535), (1, .51)],
        480, 260, 0, .95, .6, 400,
    ),
    Range(
        18e3, 30e3, 30, (430, 1130),
        [(0, .48), (.15, .505), (.3, .55), (.45, .56), (.6, .515),
         (.72, .50), (.85, .53), (1, .485)],
        420, 220, 0, .85, 1.2, 700,
    ),
    Range(
        9.5e3, 15e3, 14, (700, 300),
        [(0, .41), (.14, .455), (.3, .545), (.42, .60), (.56, .60),
         (.72, .555), (.86, .50), (1, .45)],
        380, 150, 0, .58, 1.5, 800,
    ),
    Range(
        5.2e3, 8.2e3, 8, (250, 520),
        [(0, .37), (.09, .42), (.2, .52), (.32, .62), (.44, .685),
         (.6, .70), (.75, .66), (.9, .58), (1, .50)],
        360, 120, 9, .32, 1.5, 900,
    ),
    Range(
        3.0e3, 4.8e3, 5, (900, 1000),
        [(0, .52), (.15, .62), (.3, .74), (.45, .80), (.6, .79), (.72, .72), (.85, .62), (1, .53)],
        390, 95, 7, .14, 1.2, 1000,
    ),
    Range(
        1.5e3, 2.8e3, 2.5, (320, 830),
        [(0, .44), (.08, .50), (.16, .66), (.25, .84), (.36, .93), (.55, .96),
         (.72, .92), (.84, .82), (.92, .66), (1, .55)],
        440, 75, 5.2, .03, .14, 1300,
    ),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """The maps one range is drawn from."""

    heights: GroundMap
    slope_x: GroundMap
    slope_y: GroundMap
    ceiling: GroundMap
    open_sky: GroundMap
    green: GroundMap
    """How thickly the ground is overgrown, 0 to 1."""


def paint(sampling: int, scale: float) -> Image.Image:
    """Draw the banner; `scale` below 1 makes a draft."""
    camera = Camera(
        int(SHEET.width * scale) * sampling, int(SHEET.height * scale) * sampling,
        HALF_VIEW, HORIZON, EYE,
    )  # fmt: skip
    image = sky(*camera.grid())
    for order, mountain in enumerate(RANGES):
        ground = lay(mountain, camera)
        draw_range(image, mountain, ground, camera, order)
    image = calm_under_lettering(image + veil(*camera.grid()))
    image = bloom(image, 1.0, tuple(q * sampling * scale for q in (8, 30, 90)), 0.07)
    return develop(image, SHEET, TONE, sampling=sampling, seed=1)


def _sun_slope() -> tuple[float, float]:
    """The sun's X and Z per metre of distance."""
    aspect = SHEET.height / SHEET.width
    return (SUN_AT[0] - 0.5) * 2 * HALF_VIEW, (HORIZON - SUN_AT[1]) * 2 * HALF_VIEW * aspect


def glow(x: Field, s: Field, reach: float) -> Field:
    """1 at the sun, falling off over `reach` (a slope)."""
    sx, ss = _sun_slope()
    return np.exp(-np.hypot(x - sx, (s - ss) * 1.15) / reach)


def sky(x: Field, s: Field) -> Field:
    """A vermilion sky, deep at the left and the top, golden about the sun."""
    up = np.clip(s / 0.2, -0.2, 1)
    right, left = ramp(up, SKY_BY_THE_SUN), ramp(up, SKY_AWAY)
    color = mix(right, left, smooth(0.40, -0.30, x))
    streaks = fbm(x * 7 + 2, s * 62 + 0.5 * fbm(x * 9, s * 40, 3, 8), 5, 11)
    cloud = smooth(0.02, 0.6, streaks) * smooth(0.03, 0.10, s) * smooth(-0.05, 0.25, x)
    color = mix(color, color * 0.80, cloud)
    color = color + cloud[..., None] * lin("ffb070") * (0.30 * glow(x, s, 0.14))[..., None]
    color = color + lin("ffb45c") * (0.80 * glow(x, s, 0.048))[..., None]
    color = color + lin("ff8c44") * (0.32 * glow(x, s, 0.11))[..., None]
    sx, ss = _sun_slope()
    disc = smooth(SUN_RADIUS * 1.07, SUN_RADIUS * 0.93, np.hypot(x - sx, s - ss))
    return mix(color, np.broadcast_to(lin("fff0c8") * 3.2, color.shape), disc)


def veil(x: Field, s: Field) -> Field:
    """Light the air adds in front of the ridges below the sun."""
    below = np.exp(-np.clip(-s - 0.0, 0, 1) / 0.05)
    return lin("ff9a50") * (0.10 * glow(x, s, 0.12) * below)[..., None]


def calm_under_lettering(image: Field) -> Field:
    """Hold back the lights where the cream lettering stands, so that it reads everywhere."""
    rows, columns = image.shape[:2]
    across = ((np.arange(columns) + 0.5) / columns)[None, :]
    down = ((np.arange(rows) + 0.5) / rows)[:, None]
    zone = smooth(0.865, 0.72, across) * smooth(0.20, 0.42, down)
    light = image @ np.array([0.21, 0.72, 0.07], np.float32)
    over = np.clip(light - CALM_LIGHT, 0, None)
    held = CALM_LIGHT + CALM_LIGHT * np.log1p(over / CALM_LIGHT) * CALM_SHARE
    keep = np.where(over > 0, held / np.maximum(light, 1e-6), 1)
    return image * (1 + (keep - 1) * zone)[..., None].astype(np.float32)


def air(x: Field, s: Field) -> Field:
    """Colour of thick air in a direction: dusky rose at the left, amber below the sun."""
    dusk = mix(lin("99583c"), lin("743530"), smooth(0.15, -0.45, x))
    return mix(dusk, np.broadcast_to(lin("f0a25c"), dusk.shape), glow(x, s, 0.15) * 0.9)


def lay(mountain: Range, camera: Camera) -> Ground:
    """Cut a range from the massif, raise it to its skyline, break it into cliffs."""
    half = mountain.far * HALF_VIEW * 1.12
    x, y = ground_grid(mountain.cell, half, mountain.near * 0.97, mountain.far)
    rows, columns = x.shape
    base = massif()
    base = (base - base.min()) / (np.quantile(base, 0.985) - base.min())
    row = np.abs((np.arange(rows) + mountain.offset[0]) % 3070 - 1535)
    column = np.abs((np.arange(columns) + mountain.offset[1]) % 3070 - 1535)
    worn = 1.06 - 1.06 * (1 - np.clip(base[row][:, column] / 1.1, 0, 1)) ** BROADNESS
    crest = profile(x / y / (2 * HALF_VIEW) + 0.5, mountain.crest)
    aspect = camera.height / camera.width
    top = EYE + (HORIZON - crest) * 2 * HALF_VIEW * aspect * y
    front = smooth(mountain.near, mountain.near * 1.3, y)
    heights = mountain.floor + (top - mountain.floor) * worn * (0.3 + 0.7 * front)
    bed = mountain.bed
    lean = fbm(x / (bed * 14), y / (bed * 14), 3, 7) * bed * 1.6
    sharp = 0.95 * smooth(-0.45, 0.10, fbm(x / (bed * 9) + 7, y / (bed * 9), 3, 19))
    sharp = sharp * smooth(0.15, 0.4, worn)
    heights = benches(heights + lean, bed, sharp, 5) - lean
    heights = heights + bed * 0.10 * fbm(x / (bed * 0.5), y / (bed * 0.5), 4, 31, 0.55)
    return survey(GroundMap(heights, mountain.cell, float(x[0, 0]), float(y[0, 0])), x, y, bed)


def survey(heights: GroundMap, x: Field, y: Field, bed: float) -> Ground:
    """Slopes, shadow, open sky and green cover of a height map."""
    slope_x, slope_y = heights.gradient()
    steep = np.hypot(slope_x.values, slope_y.values)
    patch = fbm(x / (bed * 1.3), y / (bed * 1.3), 4, 41)
    green = smooth(1.75, 1.0, steep + 0.5 * patch)
    return Ground(
        heights, slope_x, slope_y, shadow_ceiling(heights, KEY), openness(heights),
        heights.like(green),
    )  # fmt: skip


def draw_range(image: Field, mountain: Range, ground: Ground, camera: Camera, order: int) -> None:
    """March one range and lay its light, then its haze and mist, into the image."""

    def surface(x: Field, y: Field) -> Field:
        z = ground.heights.at(x, y)
        if not mountain.tree:
            return z
        height = crowns(x / mountain.tree, y / mountain.tree, 5)[0]
        return z + height * mountain.tree * 1.1 * smooth(0.35, 0.7, ground.green.at(x, y))

    distances = np.geomspace(mountain.near, mountain.far, mountain.steps).astype(np.float32)
    depth = first_hits(surface, camera, distances)
    rows, columns = np.nonzero(np.isfinite(depth))
    for part in np.array_split(np.arange(len(rows)), max(1, len(rows) // 600_000)):
        i, j = rows[part], columns[part]
        at = camera.spots(i, j, depth[i, j])
        color = daylight(mountain, ground, at, order)
        image[i, j] = through_air(color, mountain, at, order)


def daylight(mountain: Range, ground: Ground, at: Spots, order: int) -> Field:
    """Rock and growth under sun and sky."""
    x, y, z = at.x, at.y, at.z
    grain = mountain.bed / 9
    slope_x, slope_y = ground.slope_x.at(x, y), ground.slope_y.at(x, y)
    steep = np.hypot(slope_x, slope_y)
    joint = fbm((x + 0.4 * y) / grain, z / (grain * 4.5) + (y - x) / (grain * 3), 5, 24, 0.6)
    rough = fbm(x / grain + 9, y / grain + z / grain, 4, 25, 0.6)
    green = smooth(0.35, 0.62, ground.green.at(x, y) + 0.28 * rough)
    bump = (0.45 + 0.7 * np.minimum(steep, 2)) * (1 - 0.8 * green)
    slope_x, slope_y = slope_x + bump * joint, slope_y + 0.8 * bump * rough
    albedo = rock(at, joint, rough, mountain.bed)
    shade = np.float32(1)
    if mountain.tree:
        dome, tree_x, tree_y, name = crowns(x / mountain.tree, y / mountain.tree, 5)
        leaf = pine(x, y, name, rough)
        shade = 1 - green * 0.55 * smooth(0.55, 0.0, dome)
        slope_x, slope_y = slope_x - 0.75 * green * -tree_x, slope_y - 0.75 * green * -tree_y
    else:
        leaf = pine(x, y, 0.5 + 0.5 * rough, rough)
    albedo = mix(albedo, leaf, green * 0.94)
    normal = normal_of(slope_x, slope_y)
    direct = sunshine(KEY, normal) * (0.04 + 0.96 * lit(ground.ceiling, x, y, z, mountain.cell * 2))
    sky_share = ground.open_sky.at(x, y) * (0.45 + 0.55 * normal[2]) * shade
    front = 0.55 if order == len(RANGES) - 1 else 1.0
    light = (direct * shade)[:, None] * lin("ffd2a4") * (2.9 * front + 0.5)
    return albedo * (light + sky_share[:, None] * lin("8f8a8c") * 0.66)


def rock(at: Spots, joint: Field, rough: Field, bed: float) -> Field:
    """Grey-brown sandstone and limestone: faint beds, upright joints, stains."""
    x, y, z = at.x, at.y, at.z
    dip = fbm(x / (bed * 8), y / (bed * 8), 3, 5) * 2.0
    layer = perlin(z / bed * 2.3 + dip, x / (bed * 6), 9) * 0.6
    layer = layer + perlin(z / bed * 7 + dip, y / (bed * 4), 10) * 0.4
    tone = np.clip(0.5 + 0.35 * layer + 0.62 * joint, 0, 1)
    color = ramp(tone, [(0, "37342e"), (0.4, "5f594d"), (0.75, "857c6a"), (1, "a49a83")])
    crack = ridged((x + 0.5 * y) / (bed * 0.26), z / (bed * 1.5), 4, 28, 0.6)
    color = color * (1 - 0.5 * smooth(0.62, 0.92, crack))[:, None]
    stain = smooth(0.05, 0.5, fbm(x / bed, y / bed + z / (bed * 2), 3, 12))
    color = mix(color, color * np.array([1.04, 0.86, 0.72], np.float32), stain * 0.55)
    return color * (1 + 0.25 * rough[:, None])


def pine(x: Field, y: Field, name: Field, rough: Field) -> Field:
    """Dark pines, lighter scrub in drifts, and every tree a little its own."""
    drift = smooth(-0.25, 0.4, fbm(x / 260, y / 260, 3, 27) + 0.35 * rough + 0.5 * (name - 0.5))
    color = mix(lin("2b472b"), lin("5c743f"), drift)
    return color * (0.72 + 0.56 * chance(np.floor(name * 9999), np.floor(name * 77), 3))[:, None]


def through_air(color: Field, mountain: Range, at: Spots, order: int) -> Field:
    """Haze by distance, and mist that lies in the valleys in drifting banks."""
    x, y, z = at.x, at.y, at.z
    ratio, s = x / y, (z - EYE) / y
    thick = air(ratio, s)
    middle = (mountain.near * mountain.far) ** 0.5
    color = mix(color, thick * 0.74, 1 - (1 - mountain.haze) ** (y / middle))
    depth = (EYE - mountain.floor) * 0.42
    lowness = np.exp(-np.clip(z - mountain.floor - depth * 0.25, 0, None) / (depth * 0.75))
    drift = fbm(x / (mountain.far * 0.09), y / (mountain.far * 0.16) + z / 420, 5, 33 + order)
    mist = mountain.mist * lowness * np.clip(0.9 + 1.5 * drift, 0.05, 2.2)
    pale = mix(thick * 1.25, np.broadcast_to(lin("e8be92"), thick.shape), 0.38)
    calm = 1 - 0.34 * smooth(0.36, 0.28, ratio)
    return mix(color, pale * calm[:, None], (1 - np.exp(-1.5 * mist)) * 0.9)
