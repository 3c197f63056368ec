"""Farmland in early light: contour terraces, valley fields, wind turbines on the ridges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from studio import facade
from studio import fields_plan as plan
from studio.color import Field, lin, mix, ramp, smooth
from studio.finish import Sheet, Tone, bloom, develop
from studio.light import Sun, lit, normal_of, openness, shadow_ceiling, sunshine
from studio.noise import fbm
from studio.solids import Box, Buffer, Tree, draw_box, draw_tree, raise_trees
from studio.view import Camera, first_hits

SHEET = Sheet("fields", 1350, 788, 250, 550_000)
TONE = Tone(exposure=0.88, contrast=0.44, saturation=0.96, grain=0.005)
HALF_VIEW, HORIZON, EYE = 0.44, 0.30, 128.0
SUN = Sun(azimuth=76, elevation=17)
SUNLIGHT, SKYLIGHT = lin("ffdaa6") * 2.75, lin("9fb6da") * 0.68
SKY = [(0, "f3e2c4"), (0.25, "e4ddd2"), (0.6, "adc3da"), (1, "7fa6d0")]
HAZE_REACH = 4800.0
"""Distance over which the air takes two thirds of a colour."""
NEAR, SEAM, FAR = 150.0, 1150.0, 4600.0
"""The land is mapped finely up to the seam, coarsely beyond it."""


@dataclass(frozen=True, slots=True)
class Turbine:
    """A wind turbine: 85 m of tower, blades of 48 m."""

    x: float
    y: float
    turn: float
    """Angle of the first blade from upright, in degrees."""


TURBINES = [
    Turbine(430, 1290, 12), Turbine(250, 1780, 47), Turbine(-330, 1500, 80),
    Turbine(640, 2050, 100), Turbine(-690, 2100, 25), Turbine(-120, 2750, 65),
    Turbine(480, 2900, 5), Turbine(-520, 3050, 110), Turbine(1050, 3000, 88),
    Turbine(-1150, 3100, 40), Turbine(180, 3500, 30),
]  # fmt: skip
TOWER, BLADE = 85.0, 48.0


def paint(sampling: int, scale: float) -> Image.Image:
    """Draw the farmland; `scale` below 1 makes a draft."""
    camera = Camera(
        int(SHEET.width * scale) * sampling, int(SHEET.height * scale) * sampling,
        HALF_VIEW, HORIZON, EYE,
    )  # fmt: skip
    buffer = Buffer(camera)
    lands = [
        plan.lay(0.8, SEAM * HALF_VIEW * 1.15, NEAR, SEAM),
        plan.lay(2.5, FAR * HALF_VIEW * 1.1, SEAM - 60, FAR),
    ]
    image = sky(*camera.grid())
    trees, village = plant(lands), houses(lands[0])
    for land, reach, steps in (
        (lands[1], (SEAM - 40, FAR), 1600),
        (lands[0], (NEAR + 3, SEAM - 3), 3000),
    ):
        draw_land(buffer, land, reach, steps)
    for box in village:
        draw_box(buffer, box, facade.paint)
    for number, tree in enumerate(trees):
        draw_tree(buffer, tree, number)
    image = light_up(image, buffer, lands, trees)
    image = through_air(image, buffer)
    for turbine in sorted(TURBINES, key=lambda q: -q.y):
        draw_turbine(image, buffer, turbine, lands[1])
    image = bloom(image, 0.9, tuple(q * sampling * scale for q in (6, 25, 70)), 0.06)
    return develop(image, SHEET, TONE, sampling=sampling, seed=3)


def sky(x: Field, s: Field) -> Field:
    """Early sky: warm low on the right, thin cloud."""
    color = ramp(np.clip(s / 0.22, 0, 1), SKY)
    warm = np.exp(-np.hypot((x - 0.5) * 0.9, (s - 0.06) * 1.6) / 0.30)
    color = mix(color, np.broadcast_to(lin("ffe0a8") * 1.12, color.shape), warm * 0.9)
    drift = fbm(x * 5 / (1 + s) + 1, np.log(np.clip(s, 0, 1) + 0.08) * 4.5, 7, 77, 0.55)
    cloud = smooth(-0.02, 0.5, drift + 0.06) * smooth(0.0, 0.08, s)
    return mix(color, np.broadcast_to(lin("faf0de"), color.shape), cloud * 0.6)


def draw_land(buffer: Buffer, land: plan.Land, reach: tuple[float, float], steps: int) -> None:
    """Find the land in every pixel and colour it."""
    camera = buffer.camera
    distances = np.geomspace(*reach, steps).astype(np.float32)
    depth = first_hits(land.heights.at, camera, distances)
    along, away = land.heights.gradient()
    rows, columns = np.nonzero(depth < buffer.depth)
    for part in np.array_split(np.arange(len(rows)), max(1, len(rows) // 400_000)):
        i, j = rows[part], columns[part]
        y = depth[i, j]
        x = camera.xs[j] * y
        rough = 0.16 * fbm(x * 0.8, y * 0.8, 3, 61)
        buffer.depth[i, j] = y
        buffer.albedo[i, j] = plan.ground_color(land, x, y, y * camera.pixel)
        buffer.normal[i, j] = np.stack(normal_of(along.at(x, y) + rough, away.at(x, y) - rough), -1)


def plant(lands: list[plan.Land]) -> list[Tree]:
    """Woods in the wild places, shrubs on the banks, poplars along the roads."""
    rng = np.random.default_rng(8)
    trees: list[Tree] = []
    for land, near, far, count in (
        (lands[0], NEAR + 20, SEAM, 30000),
        (lands[1], SEAM, 2700, 26000),
    ):
        y = np.sqrt(rng.uniform(near**2, far**2, count))
        x = y * rng.uniform(-HALF_VIEW * 1.05, HALF_VIEW * 1.05, count)
        wild, riser, road = (m.at(x, y) for m in (land.wild, land.riser, land.road))
        flat, clump = land.flat.at(x, y), fbm(x / 60, y / 60, 3, 88)
        first, _, edge = plan.parcel(x, y, land.level.at(x, y), flat)
        beside = land.road.at(x + 4.5, y) + land.road.at(x - 4.5, y)
        luck = rng.random(count)
        wood = (wild > 0.6) & (luck < 0.30 + clump)
        bank = (riser > 0.4) & (clump > 0.10) & (luck < 0.75)
        hedge = (flat > 0.5) & (edge < 1.2) & (clump > 0.05) & (luck < 0.45)
        orchard = (first > 0.965) & (flat < 0.5) & (luck < 0.35)
        avenue = (beside > 0.5) & (luck < 0.40)
        keep = (wood | bank | hedge | orchard | avenue) & (road < 0.05)
        z = land.heights.at(x, y)
        tall = avenue | hedge
        trees += [
            _tree(rng, (x[k], y[k], z[k]), tall=bool(tall[k]), shrub=bool(bank[k]))
            for k in np.nonzero(keep)[0]
        ]
    return trees


def _tree(
    rng: np.random.Generator, place: tuple[float, float, float], *, tall: bool, shrub: bool
) -> Tree:
    """A poplar, a round tree or a shrub, in one of many greens."""
    color = mix(lin("41602f"), lin("7b8c46"), float(np.clip(rng.normal(0.4, 0.28), 0, 1)))
    radius = rng.uniform(0.7, 1.7) if shrub else rng.uniform(1.5, 2.7)
    shape = rng.uniform(1.7, 2.4) if tall and not shrub else rng.uniform(0.9, 1.3)
    x, y, z = (float(q) for q in place)
    return Tree(x, y, z, float(radius), color, float(shape))


def houses(land: plan.Land) -> list[Box]:
    """A hamlet of gabled houses where the farm roads meet."""
    rng = np.random.default_rng(5)
    boxes: list[Box] = []
    while len(boxes) < 26:
        x, y = rng.normal(168, 42), rng.normal(742, 40)
        there = [np.float32(x)], [np.float32(y)]
        if (
            any(np.hypot(x - b.x, y - b.y) < 13 for b in boxes)
            or land.road.at(*map(np.array, there))[0] > 0.02
        ):
            continue
        z = float(land.heights.at(*map(np.array, there))[0])
        size = rng.uniform(4.5, 7.5), rng.uniform(3.0, 3.8)
        turn = 0.25 + rng.normal(0, 0.08) + (np.pi / 2 if rng.random() < 0.2 else 0)
        boxes.append(
            Box(
                x,
                y,
                *size,
                turn,
                z - 2,
                z + 3.4 * rng.choice([1, 1, 2]),
                2.0,
                "house",
                int(rng.integers(1, 10**6)),
            )
        )
    return boxes


def light_up(image: Field, buffer: Buffer, lands: list[plan.Land], trees: list[Tree]) -> Field:
    """Low sun and blue sky over the land, with long soft shadows."""
    camera = buffer.camera
    for land, near, far in ((lands[0], 0, SEAM), (lands[1], SEAM, np.inf)):
        relief = raise_trees(land.heights, trees)
        ceiling, open_sky = shadow_ceiling(relief, SUN), openness(land.heights, (3, 10, 40))
        i, j = np.nonzero((buffer.depth >= near) & (buffer.depth < far))
        y = buffer.depth[i, j]
        x, z = camera.xs[j] * y, EYE + camera.slopes[i] * y
        normal = buffer.normal[i, j]
        cell = relief.cell
        direct = lit(
            ceiling, x + cell * normal[:, 0], y + cell * normal[:, 1], z + 0.5 + 0.6 * cell, cell
        )
        direct = direct * sunshine(SUN, tuple(normal.T))
        ambient = open_sky.at(x, y) * (0.6 + 0.4 * normal[:, 2])
        light = direct[:, None] * SUNLIGHT + ambient[:, None] * SKYLIGHT
        image[i, j] = buffer.albedo[i, j] * light
    return image


def air(x: Field) -> Field:
    """Colour of the morning air: cool at the left, golden toward the sun."""
    return mix(lin("c3c6c6"), lin("f2d9ac"), np.exp(-np.abs(x - 0.5) / 0.42))


def through_air(image: Field, buffer: Buffer) -> Field:
    """Haze by distance, and thin mist on the far valley floor."""
    seen = np.isfinite(buffer.depth)
    depth = np.where(seen, buffer.depth, 0)
    x = buffer.xs[None, :] * depth
    z = EYE + buffer.slopes[:, None] * depth
    drift = np.clip(0.7 + fbm(x / 260, depth / 340, 4, 66), 0, 1.6)
    mist = 0.75 * np.exp(-np.clip(z, 0, None) / 26) * smooth(850, 1900, depth) * drift
    thick = (depth / HAZE_REACH) ** 1.2 + mist
    color = np.broadcast_to(air(buffer.xs)[None], image.shape)
    return mix(image, color, np.where(seen, 1 - np.exp(-thick), 0))


def draw_turbine(image: Field, buffer: Buffer, turbine: Turbine, land: plan.Land) -> None:
    """A white turbine, drawn finely in its own window and blended in."""
    camera = buffer.camera
    ground = float(land.heights.at(np.array([turbine.x]), np.array([turbine.y]))[0])
    unit = 1 / turbine.y / camera.pixel
    column, row = camera.project(turbine.x, turbine.y, ground + TOWER)
    left, top = int(column - BLADE * 1.1 * unit), int(row - BLADE * 1.1 * unit)
    wide, high = int(BLADE * 2.2 * unit) + 2, int((BLADE * 1.1 + TOWER) * unit) + 4
    fine = 4
    cover, shade = (Image.new("L", (wide * fine, high * fine), 0) for _ in range(2))
    hub = ((column - left) * fine, (row - top) * fine)
    _tower_and_blades(ImageDraw.Draw(cover), ImageDraw.Draw(shade), hub, unit * fine, turbine.turn)
    cover, shade = (
        np.asarray(q.resize((wide, high), Image.Resampling.BOX), np.float32) / 255
        for q in (cover, shade)
    )
    rows = slice(max(top, 0), min(top + high, camera.height))
    columns = slice(max(left, 0), min(left + wide, camera.width))
    if rows.start >= rows.stop or columns.start >= columns.stop:
        return
    part = (
        slice(rows.start - top, rows.stop - top),
        slice(columns.start - left, columns.stop - left),
    )
    cover = cover[part] * (buffer.depth[rows, columns] > turbine.y * 0.97)
    color = mix(lin("fff4e2") * 1.0, lin("8e9096"), shade[part])
    haze = 1 - np.exp(-((turbine.y / HAZE_REACH) ** 1.2) * 0.8)
    color = mix(color, air(np.array(turbine.x / turbine.y)), haze)
    image[rows, columns] = mix(image[rows, columns], color, cover)


def _tower_and_blades(
    cover: ImageDraw.ImageDraw, shade: ImageDraw.ImageDraw, hub: tuple[float, float],
    unit: float, turn: float,
) -> None:  # fmt: skip
    """Outline of the whole, and of its shaded parts; `unit` is pixels per metre."""
    x, y = hub
    foot, neck, ground = 2.4 * unit, 1.4 * unit, y + (TOWER + 4) * unit
    cover.polygon([(x - foot, ground), (x + foot, ground), (x + neck, y), (x - neck, y)], fill=255)
    shade.polygon([(x - foot, ground), (x, ground), (x, y), (x - neck, y)], fill=200)
    for blade in range(3):
        a = np.radians(turn + 120 * blade)
        along, across = np.array([np.sin(a), -np.cos(a)]), np.array([np.cos(a), np.sin(a)])
        form = [(0, -0.35), (0.16, -0.55), (1, -0.10), (1, 0.10), (0.16, 0.85), (0, 0.35)]
        points = [
            tuple(np.array(hub) + along * r * BLADE * unit + across * w * 3.0 * unit)
            for r, w in form
        ]
        cover.polygon(points, fill=255)
        if along[0] < 0.3:
            shade.polygon([*points[3:], points[0]], fill=130)
    cover.ellipse([x - 1.9 * unit, y - 1.9 * unit, x + 1.9 * unit, y + 1.9 * unit], fill=255)
