"""The county town: a river between green banks, low houses, hills behind, morning sun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from studio import facade
from studio import town_plan as plan
from studio.color import Field, lin, mix, ramp, smooth
from studio.finish import Sheet, Tone, bloom, develop
from studio.light import Sun, lit, normal_of, shadow_ceiling, sunshine
from studio.noise import crowns, fbm, perlin
from studio.solids import Box, Buffer, Tree, draw_box, draw_tree, raise_trees
from studio.terrain import downs
from studio.view import Camera, GroundMap, first_hits, ground_grid

if TYPE_CHECKING:
    from PIL import Image

SHEET = Sheet("town", 1350, 788, 250, 550_000)
TONE = Tone(exposure=0.90, contrast=0.42, saturation=0.98, grain=0.005)
HALF_VIEW, HORIZON, EYE = 0.44, 0.26, 112.0
SUN = Sun(azimuth=-112, elevation=24)
SUNLIGHT, SKYLIGHT = lin("ffd9a6") * 2.45, lin("9cb2d6") * 0.58
SKY = [(0, "efe0c8"), (0.22, "dde0dd"), (0.6, "a9c4dd"), (1, "7ca6d0")]
HAZE, HAZE_REACH = "c6cdd2", 5600.0
"""Colour of the morning air; distance over which it takes two thirds of a colour."""
HILLS_NEAR, HILLS_FAR, HILL_CELL, HILL_TREE = 1250.0, 9000.0, 7.0, 9.0
MAP_CELL, MAP_HALF = 1.0, 1000.0
TREE_GAP = 9.0
"""Distance between the trees of an avenue, in metres."""


def paint(sampling: int, scale: float) -> Image.Image:
    """Draw the town; `scale` below 1 makes a draft."""
    camera = Camera(
        int(SHEET.width * scale) * sampling, int(SHEET.height * scale) * sampling,
        HALF_VIEW, HORIZON, EYE,
    )  # fmt: skip
    buffer = Buffer(camera)
    boxes = [*plan.buildings(), plan.bridge(), *plan.cars()]
    trees = plant(boxes)
    land = hills()
    draw_hills(buffer, land)
    water = draw_ground(buffer)
    for box in boxes:
        draw_box(buffer, box, facade.paint)
    for number, tree in enumerate(trees):
        draw_tree(buffer, tree, number)
    water &= buffer.depth == depth_of_water(buffer)
    image = light_up(buffer, relief_of_town(boxes, trees), land)
    image = mirror(image, buffer, water)
    image = through_air(image, buffer)
    image = bloom(image, 0.9, tuple(q * sampling * scale for q in (5, 18, 60)), 0.05)
    return develop(image, SHEET, TONE, sampling=sampling, seed=4)


def depth_of_water(buffer: Buffer) -> Field:
    """Distance of the water's plane for every row."""
    with np.errstate(divide="ignore"):
        return ((plan.WATER_LEVEL - EYE) / np.minimum(buffer.slopes, -1e-9))[:, None]


def sky(x: Field, s: Field) -> Field:
    """A pale morning sky with a few high clouds."""
    color = ramp(np.clip(s / 0.24, 0, 1), SKY)
    drift = fbm(x * 5 / (1 + s) + 3, np.log(np.clip(s, 0, 1) + 0.07) * 4.0, 7, 31, 0.55)
    cloud = smooth(0.0, 0.5, drift + 0.04) * smooth(0.0, 0.08, s)
    return mix(color, np.broadcast_to(lin("f6efe4"), color.shape), cloud * 0.6)


def hills() -> GroundMap:
    """Low wooded hills behind and beside the town."""
    x, y = ground_grid(HILL_CELL, HILLS_FAR * HALF_VIEW * 1.1, HILLS_NEAR, HILLS_FAR)
    base = downs()
    rows = np.abs((y[:, 0] / 9 + 300) % 2046 - 1023).astype(int)
    columns = np.abs((x[0] / 9 + 860) % 2046 - 1023).astype(int)
    worn = ndimage.gaussian_filter(base[rows][:, columns], 1.2)
    side = smooth(300, 1100, np.abs(x + 60)) * 500
    foot = smooth(1900, 2700, y + side) + 1.5 * smooth(2600, 7000, y)
    z = foot * (30 + 250 * worn * (0.75 + 0.35 * smooth(-200, 1500, np.abs(x))))
    return GroundMap(
        z - 30 * (1 - smooth(1900, 2500, y + side)), HILL_CELL, float(x[0, 0]), float(y[0, 0])
    )


def draw_hills(buffer: Buffer, land: GroundMap) -> None:
    """Wooded slopes with paler clearings and terraces."""
    camera = buffer.camera

    def surface(x: Field, y: Field) -> Field:
        return land.at(x, y) + 6 * crowns(x / HILL_TREE, y / HILL_TREE, 5)[0]

    distances = np.geomspace(HILLS_NEAR, HILLS_FAR, 1100).astype(np.float32)
    depth = first_hits(surface, camera, distances)
    depth[:, :] = np.where(camera.eye + camera.slopes[:, None] * depth < 0.5, np.inf, depth)
    i, j = np.nonzero(np.isfinite(depth))
    y = depth[i, j]
    x = camera.xs[j] * y
    along, away = land.gradient()
    dome, tree_x, tree_y, name = crowns(x / HILL_TREE, y / HILL_TREE, 5)
    wood = smooth(-0.25, 0.05, fbm(x / 330, y / 330, 4, 41))
    leaf = mix(
        lin("2f4a2c"), lin("5d7338"), smooth(-0.3, 0.4, fbm(x / 210, y / 210, 3, 42) + name - 0.5)
    )
    leaf = leaf * (0.5 + 0.6 * smooth(0, 0.7, dome))[:, None]
    open_land = mix(lin("8a8250"), lin("6c7d42"), smooth(-0.2, 0.3, fbm(x / 60, y / 60, 3, 43)))
    buffer.depth[i, j] = y
    buffer.albedo[i, j] = mix(open_land, leaf, 0.25 + 0.75 * wood)
    slope_x, slope_y = along.at(x, y), away.at(x, y)
    bump = 0.6 * (0.25 + 0.75 * wood)
    buffer.normal[i, j] = np.stack(normal_of(slope_x + bump * tree_x, slope_y + bump * tree_y), -1)


def draw_ground(buffer: Buffer) -> Field:
    """Flat land, banks and water; returns where the water is."""
    camera = buffer.camera
    distances = np.geomspace(plan.NEAR - 20, 2600, 2600).astype(np.float32)
    depth = first_hits(plan.ground_height, camera, distances)
    depth = np.where(depth < buffer.depth, depth, np.inf)
    i, j = np.nonzero(np.isfinite(depth))
    for part in np.array_split(np.arange(len(i)), max(1, len(i) // 400_000)):
        rows, columns = i[part], j[part]
        y = depth[rows, columns]
        x = camera.xs[columns] * y
        buffer.depth[rows, columns] = y
        buffer.albedo[rows, columns] = ground_color(x, y, y * camera.pixel)
        buffer.normal[rows, columns] = (0, 0, 1)
    away = np.full(depth.shape, 1e6, np.float32)
    away[i, j] = np.abs(plan.river_offset(camera.xs[j] * depth[i, j], depth[i, j]))
    wet = away < plan.WATER_HALF + 0.5
    plane = np.broadcast_to(depth_of_water(buffer), wet.shape)
    buffer.depth[wet] = plane[wet]
    return wet


def ground_color(x: Field, y: Field, pixel: Field) -> Field:
    """Grass, yards, lanes, roads with markings, the school's running track, the bank."""
    fine = fbm(x * 0.35, y * 0.35, 4, 9)
    patch = fbm(x * 0.03, y * 0.03, 3, 10)
    yard = mix(lin("a59d8d"), lin("7f8752"), smooth(-0.12, 0.22, patch))
    color = yard * (1 + 0.25 * fine)[:, None]
    river, street = np.abs(plan.river_offset(x, y)), np.abs(plan.street_offset(x, y))
    park = smooth(plan.PARK + 1, plan.PARK - 1, river)
    grass = mix(lin("5f7a3c"), lin("87964e"), smooth(-0.3, 0.4, patch + 0.4 * fine))
    color = mix(color, grass, park)
    path = smooth(1.9, 1.4, np.abs(river - 47 - 2.5 * np.sin(y / 24)))
    color = mix(color, np.broadcast_to(lin("cbbfa6"), color.shape), path)
    lane = plan.lane_distance(x, y)
    outside = river > plan.PARK
    color = mix(
        color, np.broadcast_to(lin("b3aa9c"), color.shape), smooth(5.6, 5.1, lane) * outside
    )
    asphalt = lin("77757a") * (1 + 0.12 * fine)[:, None]
    quay = smooth(6.0, 5.5, np.abs(river - (plan.PARK + plan.QUAY) / 2))
    road = np.maximum(smooth(3.6, 3.1, lane) * outside, quay)
    walk = smooth(plan.STREET_HALF + 4.0, plan.STREET_HALF + 3.5, street)
    color = mix(color, np.broadcast_to(lin("bfb6a6"), color.shape), walk)
    road = np.maximum(road * (1 - walk), smooth(plan.STREET_HALF, plan.STREET_HALF - 0.5, street))
    color = mix(color, asphalt, road)
    color = _markings(color, x, y, pixel)
    color = _track(color, x, y, fine)
    bank = smooth(plan.BANK + 0.8, plan.BANK, river)
    stone = lin("a89f8e") * (0.95 + 0.3 * fine)[:, None]
    return mix(color, stone, bank)


def _markings(color: Field, x: Field, y: Field, pixel: Field) -> Field:
    """White lines on the main street and the quays, as far as they can be made out."""
    river, street = np.abs(plan.river_offset(x, y)), np.abs(plan.street_offset(x, y))
    fade = np.clip(0.35 / pixel, 0, 1)
    middle = smooth(0.35, 0.15, street)
    lanes = smooth(0.3, 0.12, np.abs(street - 4.6)) * (np.modf(x / 9 + 500)[0] < 0.5)
    quay = smooth(0.3, 0.12, np.abs(river - (plan.PARK + plan.QUAY) / 2))
    quay = quay * (np.modf(y / 9)[0] < 0.5) * (street > plan.STREET_HALF)
    white = np.maximum(np.maximum(middle, lanes), quay) * fade * 0.8
    return mix(color, np.broadcast_to(lin("ddd6c4"), color.shape), white)


def _track(color: Field, x: Field, y: Field, fine: Field) -> Field:
    """A school's playing field inside a red running track."""
    district = next(d for d in plan.DISTRICTS if d.kind == "school")
    u, v = plan.local(district, x, y)
    u, v = u - TRACK_AT[0], v - TRACK_AT[1]
    round_ = np.hypot(np.clip(np.abs(u) - 26, 0, None), v)
    turf = lin("5d8a48") * (1 + 0.15 * fine + 0.05 * np.sign(np.sin(u / 2.2)))[:, None]
    color = mix(color, np.broadcast_to(lin("a85f4a"), color.shape), smooth(25.3, 24.8, round_))
    return mix(color, turf, smooth(17.2, 16.8, round_))


TRACK_AT = (8.0, -14.0)
"""Middle of the running track in the school district's coordinates."""


def plant(boxes: list[Box]) -> list[Tree]:
    """Trees along roads and river, in yards and parks, clear of houses."""
    rng = np.random.default_rng(8)
    spots = _rows_of_trees(rng)
    x, y = rng.uniform(-820, 820, 26000), plan.NEAR * np.exp(rng.uniform(0, 2.05, 26000))
    river = np.abs(plan.river_offset(x, y))
    green = fbm(x * 0.03, y * 0.03, 3, 10)
    wild = (river > plan.BANK + 2.5) & (river < plan.PARK - 1) & (rng.random(len(x)) < 0.75)
    wild &= np.abs(river - 47 - 2.5 * np.sin(y / 24)) > 3.2
    yard = (
        (river > plan.QUAY + 2)
        & (plan.lane_distance(x, y) > 5)
        & (rng.random(len(x)) < 0.42 + green)
    )
    keep = (wild | yard) & (np.abs(plan.street_offset(x, y)) > plan.STREET_HALF + 5)
    spots += [(a, b, rng.uniform(1.6, 3.6)) for a, b in zip(x[keep], y[keep], strict=True)]
    standing = _Footprints(boxes)
    trees = []
    for a, b, radius in spots:
        if standing.clear(a, b, radius * 0.6):
            tone = np.clip(rng.normal(0.4, 0.25), 0, 1)
            color = mix(lin("41592c"), lin("869048"), tone)
            trees.append(Tree(float(a), float(b), 0.0, float(radius), color, rng.uniform(1.0, 1.5)))
    return trees


def _rows_of_trees(rng: np.random.Generator) -> list[tuple[float, float, float]]:
    """Avenues along the quays and the main street."""
    spots = []
    y = np.arange(plan.NEAR, 1700, TREE_GAP)
    square = np.hypot(1, (plan.river_middle(y + 5) - plan.river_middle(y - 5)) / 10)
    for reach in (plan.PARK - 1.5, plan.QUAY + 2.0):
        for side in (-1, 1):
            x = plan.river_middle(y) + side * reach * square
            spots += list(zip(x, y, rng.uniform(2.0, 2.9, len(y)), strict=True))
    x = np.arange(-700, 700, TREE_GAP)
    street = plan.BRIDGE_Y + plan.STREET_LEAN * (x - plan.river_middle(np.float32(plan.BRIDGE_Y)))
    for side in (-1, 1):
        y = street + side * (plan.STREET_HALF + 2.2)
        dry = np.abs(plan.river_offset(x, y)) > plan.BANK + 2
        spots += list(zip(x[dry], y[dry], rng.uniform(1.9, 2.7, dry.sum()), strict=True))
    return [s for s in spots if abs(plan.street_offset(s[0], s[1])) > plan.STREET_HALF + 1]


class _Footprints:
    """Answers quickly whether a tree would stand inside a house or on the running track."""

    def __init__(self, boxes: list[Box]) -> None:
        self.x, self.y = (np.array([getattr(b, k) for b in boxes]) for k in ("x", "y"))
        turn = np.array([b.turn for b in boxes])
        self.c, self.s = np.cos(turn), np.sin(turn)
        self.long = np.array([b.half_long for b in boxes])
        self.wide = np.array([b.half_wide for b in boxes])
        self.school = next(d for d in plan.DISTRICTS if d.kind == "school")

    def clear(self, x: float, y: float, room: float) -> bool:
        """Whether a tree needing `room` metres may stand here."""
        dx, dy = x - self.x, y - self.y
        u, v = np.abs(dx * self.c + dy * self.s), np.abs(dy * self.c - dx * self.s)
        if ((u < self.long + room) & (v < self.wide + room)).any():
            return False
        u, v = plan.local(self.school, x, y)
        return bool(np.hypot(max(abs(u - TRACK_AT[0]) - 26, 0), v - TRACK_AT[1]) > 28)


def relief_of_town(boxes: list[Box], trees: list[Tree]) -> GroundMap:
    """Heights of houses and trees on a grid, for shadow and for the sky they hide."""
    x, y = ground_grid(MAP_CELL, MAP_HALF, plan.NEAR - 60, 2000)
    heights = plan.ground_height(x, y)
    relief = GroundMap(heights, MAP_CELL, float(x[0, 0]), float(y[0, 0]))
    for box in boxes:
        reach = box.half_long + box.half_wide
        window = _around(relief, box.x, box.y, reach)
        dx, dy = x[window] - box.x, y[window] - box.y
        c, s = np.cos(box.turn), np.sin(box.turn)
        u, v = np.abs(dx * c + dy * s), np.abs(dy * c - dx * s)
        top = box.high + box.rise * (1 - np.minimum(v / box.half_wide, 1))
        inside = (u <= box.half_long) & (v <= box.half_wide)
        heights[window] = np.where(inside, np.maximum(heights[window], top), heights[window])
    return raise_trees(relief.like(heights), trees)


def _around(relief: GroundMap, x: float, y: float, reach: float) -> tuple[slice, slice]:
    """The rows and columns of a map within `reach` of a place."""
    j, i = (x - relief.left) / relief.cell, (y - relief.near) / relief.cell
    n = reach / relief.cell + 1
    return slice(max(int(i - n), 0), max(int(i + n) + 1, 0)), slice(
        max(int(j - n), 0), max(int(j + n) + 1, 0)
    )


def light_up(buffer: Buffer, town: GroundMap, land: GroundMap) -> Field:
    """Sun, sky, cast shadow and sky-shadow on everything drawn."""
    camera = buffer.camera
    image = sky(*camera.grid())
    i, j = np.nonzero(np.isfinite(buffer.depth))
    y = buffer.depth[i, j]
    x, z = camera.xs[j] * y, EYE + camera.slopes[i] * y
    normal = buffer.normal[i, j]
    town_shade, land_shade = shadow_ceiling(town, SUN), shadow_ceiling(land, SUN)
    nx, ny = normal[:, 0] * 0.9, normal[:, 1] * 0.9
    direct = lit(town_shade, x + nx, y + ny, z + 0.5, 0.7)
    direct = direct * np.where(y > HILLS_NEAR, 0.1 + 0.9 * lit(land_shade, x, y, z + 6, 8), 1)
    direct = direct * sunshine(SUN, tuple(normal.T))
    crowd = town.like(ndimage.gaussian_filter(town.values, 7))
    depth_below = np.clip(crowd.at(x + 2 * nx, y + 2 * ny) - z, 0, 12) / 12
    ambient = (1 - 0.62 * depth_below) * (0.62 + 0.38 * normal[:, 2])
    ambient = np.where(y > 2000, 0.62 + 0.38 * normal[:, 2], ambient)
    bounce = np.clip(1 - z / 25, 0, 1) * (1 - np.abs(normal[:, 2])) * 0.16
    light = (
        direct[:, None] * SUNLIGHT + ambient[:, None] * SKYLIGHT + bounce[:, None] * lin("e8cfa8")
    )
    color = buffer.albedo[i, j] * light
    gloss = buffer.gloss[i, j]
    shine = mix(lin("8fa6be"), lin("e6dcc8"), np.clip(direct * 2, 0, 1))
    image[i, j] = color + (gloss * 0.22)[:, None] * shine
    return image


def mirror(image: Field, buffer: Buffer, water: Field) -> Field:
    """The river: sky, with the banks mirrored column by column, and a light ripple."""
    rows, columns = np.nonzero(water)
    y = buffer.depth[rows, columns]
    x = buffer.camera.xs[columns] * y
    ripple = perlin(x / 3.0, y / 9.0, 61) + 0.6 * perlin(x / 1.2, y / 4.0, 62)
    calm = smooth(-0.1, 0.35, fbm(x / 45, y / 110, 3, 63))
    color = mix(
        sky(buffer.camera.xs[columns], -buffer.slopes[rows] * 0.5 + 0.03 * ripple),
        np.broadcast_to(lin("5f7a74"), (len(rows), 3)),
        0.42,
    )
    bank = _far_bank(water)
    source = 2 * bank[rows, columns] - rows + (ripple * 0.006 * len(image)).astype(int)
    near = source >= bank[rows, columns] - (0.055 * len(image)) * smooth(1400, 300, y) - 3
    seen = image[np.clip(source, 0, len(image) - 1), columns] * np.array(
        [0.62, 0.68, 0.66], np.float32
    )
    inside = water[np.clip(source, 0, len(image) - 1), columns]
    color = np.where((near & ~inside)[:, None], mix(color, seen, 0.8), color)
    image[rows, columns] = color * (0.93 + 0.07 * calm + 0.05 * ripple)[:, None]
    return image


def _far_bank(water: Field) -> Field:
    """For every water pixel the row where its column's stretch of water begins."""
    bank = np.zeros(water.shape, int)
    start = np.zeros(water.shape[1], int)
    before = np.zeros(water.shape[1], bool)
    for row in range(water.shape[0]):
        start = np.where(water[row] & ~before, row, start)
        before = water[row]
        bank[row] = start
    return bank


def through_air(image: Field, buffer: Buffer) -> Field:
    """Morning haze by distance, thicker over the low ground."""
    depth = np.where(np.isfinite(buffer.depth), buffer.depth, 0)
    z = EYE + buffer.slopes[:, None] * depth
    low = np.exp(-np.clip(z, 0, None) / 60)
    thick = (depth / HAZE_REACH) ** 1.15 * (0.75 + 0.7 * low * smooth(900, 2200, depth))
    air = mix(
        lin(HAZE), lin("ecdcc2"), smooth(0.1, -0.45, buffer.xs)[None, :].repeat(len(image), 0)
    )
    return mix(image, air, 1 - np.exp(-thick))
