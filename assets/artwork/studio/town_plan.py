"""The plan of the county town: river, roads, districts, and what stands in them.

Nothing here knows the camera. Every feature is a function of place, so ground colours can
be asked for any point, and buildings can be tested against roads and water.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from studio.color import Field, smooth
from studio.facade import STOREY
from studio.solids import Box

WATER_HALF, BANK, PARK, QUAY = 31.0, 36.0, 60.0, 72.0
"""Half widths from the river's middle: water, stone bank, green belt, quay road."""
WATER_LEVEL = -5.0
BRIDGE_Y, STREET_LEAN, STREET_HALF = 640.0, -0.16, 10.0
"""The main street crosses the river here; its lean is dy/dx; half its width."""
NEAR, FAR = 250.0, 1950.0
GABLED = {"house": 0.95, "shed": 1.0, "school": 0.6, "slab": 0.28, "shop": 0.10}
"""Share of each kind of building that has a gabled roof."""
GAP = 2.5
"""Least room between two houses, in metres."""


@dataclass(frozen=True, slots=True)
class District:
    """A quarter with its own grid of lanes."""

    x: float
    y: float
    turn: float
    """Direction of its lanes, in radians."""
    block: tuple[float, float]
    """Size of a block between lane middles, in metres."""
    kind: str
    """slabs, old, mixed, works, school or new."""


DISTRICTS = [
    District(-190, 330, 0.30, (104, 92), "slabs"),
    District(-110, 520, 0.05, (78, 64), "mixed"),
    District(-330, 640, 0.42, (70, 60), "old"),
    District(250, 360, -0.38, (96, 88), "slabs"),
    District(215, 560, -0.22, (160, 120), "school"),
    District(400, 690, -0.52, (80, 66), "mixed"),
    District(-190, 860, 0.16, (110, 96), "slabs"),
    District(170, 820, -0.10, (84, 70), "mixed"),
    District(-480, 980, 0.55, (150, 110), "works"),
    District(420, 980, -0.35, (112, 100), "slabs"),
    District(30, 1130, 0.20, (96, 84), "mixed"),
    District(-230, 1270, -0.15, (120, 110), "new"),
    District(330, 1300, 0.12, (110, 96), "slabs"),
    District(-620, 1400, 0.35, (100, 90), "slabs"),
    District(680, 1250, -0.50, (160, 120), "works"),
    District(100, 1560, 0.05, (110, 100), "slabs"),
    District(-380, 1680, 0.3, (90, 80), "old"),
    District(560, 1640, -0.2, (90, 80), "old"),
]


def river_middle(y: Field) -> Field:
    """X of the river's middle at a distance."""
    return 62 + 44 * np.sin((y - 250) / 205) - 0.16 * (y - 300) * smooth(500, 1500, y)


def river_offset(x: Field, y: Field) -> Field:
    """Metres from the river's middle (square to its course, nearly)."""
    heading = (river_middle(y + 5) - river_middle(y - 5)) / 10
    return (x - river_middle(y)) / np.hypot(1, heading)


def street_offset(x: Field, y: Field) -> Field:
    """Metres from the middle of the main street."""
    return (y - BRIDGE_Y - STREET_LEAN * (x - river_middle(np.float32(BRIDGE_Y)))) / np.hypot(
        1, STREET_LEAN
    )


def quarter(x: Field, y: Field) -> tuple[Field, Field]:
    """Which district a place belongs to, and metres to the border (half the difference)."""
    away = np.stack([np.hypot(x - d.x, y - d.y) for d in DISTRICTS])
    order = np.partition(away, 1, axis=0)
    return np.argmin(away, axis=0), (order[1] - order[0]) / 2


def local(district: District, x: Field, y: Field) -> tuple[Field, Field]:
    """Coordinates along a district's lanes."""
    c, s = np.cos(district.turn), np.sin(district.turn)
    return (x - district.x) * c + (y - district.y) * s, (y - district.y) * c - (x - district.x) * s


def lane_distance(x: Field, y: Field) -> Field:
    """Metres to the middle of the nearest lane or district border road."""
    who, border = quarter(x, y)
    best = np.full(np.shape(x), 1e6, np.float32)
    for number, district in enumerate(DISTRICTS):
        u, v = local(district, x, y)
        w, h = district.block
        near = np.minimum(np.abs(u - np.round(u / w) * w), np.abs(v - np.round(v / h) * h))
        best = np.where(who == number, near, best)
    return np.minimum(best, border)


def ground_height(x: Field, y: Field) -> Field:
    """The river's bed is cut below the flat ground of the town."""
    return WATER_LEVEL * smooth(BANK, WATER_HALF, np.abs(river_offset(x, y)))


def buildable(box: Box, taken: list[Box]) -> bool:
    """Whether a building keeps clear of water, streets, lanes and other buildings."""
    cx, cy = box.corners()
    x = np.concatenate([cx, (cx + np.roll(cx, 1)) / 2, [box.x]])
    y = np.concatenate([cy, (cy + np.roll(cy, 1)) / 2, [box.y]])
    if (np.abs(river_offset(x, y)) < QUAY + 4).any():
        return False
    if (np.abs(street_offset(x, y)) < STREET_HALF + 5).any() or (lane_distance(x, y) < 5.5).any():
        return False
    return not any(_crowd(box, other) for other in taken)


def _crowd(a: Box, b: Box) -> bool:
    """Whether two houses stand less than GAP apart (no axis of either parts them)."""
    dx, dy = b.x - a.x, b.y - a.y
    if np.hypot(dx, dy) > a.half_long + a.half_wide + b.half_long + b.half_wide + GAP:
        return False
    for turn in (a.turn, a.turn + np.pi / 2, b.turn, b.turn + np.pi / 2):
        c, s = np.cos(turn), np.sin(turn)
        reach = sum(
            q.half_long * abs(np.cos(q.turn - turn)) + q.half_wide * abs(np.sin(q.turn - turn))
            for q in (a, b)
        )
        if abs(dx * c + dy * s) > reach + GAP:
            return False
    return True


def buildings() -> list[Box]:
    """Every building of the town."""
    rng = np.random.default_rng(12)
    boxes: list[Box] = []
    taken: list[Box] = []
    for number, district in enumerate(DISTRICTS):
        for box in _fill(district, rng):
            own = quarter(np.float32(box.x), np.float32(box.y))[0] == number
            if own and NEAR < box.y < FAR and buildable(box, taken):
                taken.append(box)
                boxes.append(box)
                boxes += _on_the_roof(box, rng)
    return boxes


def _fill(district: District, rng: np.random.Generator) -> list[Box]:
    """Candidates for one district, block by block."""
    w, h = district.block
    boxes = []
    for i in range(-4, 4):
        for j in range(-4, 4):
            boxes += _block(district, (i + 0.5) * w, (j + 0.5) * h, rng)
    return boxes


def _block(district: District, u: float, v: float, rng: np.random.Generator) -> list[Box]:
    """Candidates for the block whose middle is (u, v) in the district's coordinates."""
    kind = district.kind
    if kind == "school" and rng.random() < 0.5:
        kind = "slabs"
    if kind == "new" and rng.random() < 0.3:
        kind = "mixed"
    at = (u, v)
    if kind == "slabs":
        return _slabs(district, at, rng)
    if kind == "new":
        return _towers(district, at, rng)
    if kind == "works":
        return _works(district, at, rng)
    if kind == "school":
        return _school(district, at, rng)
    return _packed(district, at, rng, old=kind == "old")


def _slabs(district: District, at: tuple[float, float], rng: np.random.Generator) -> list[Box]:
    """Rows of walk-up flats, five storeys or a few more."""
    w, h = district.block
    rows, floors = max(2, int(h / 34)), int(rng.integers(5, 8))
    boxes = []
    for row in range(rows):
        v = at[1] + (row + 0.5) / rows * h - h / 2 + rng.uniform(-2, 2)
        long, wide = w / 2 - rng.uniform(9, 15), rng.uniform(5.5, 6.8)
        size = (long, wide, floors + int(rng.integers(-1, 2)))
        boxes.append(_make(district, (at[0] + rng.uniform(-3, 3), v), size, "slab", rng))
    return boxes


def _towers(district: District, at: tuple[float, float], rng: np.random.Generator) -> list[Box]:
    """Two towers of eleven to eighteen storeys, the tallest the town has."""
    boxes = []
    for row in (-0.25, 0.25):
        u, v = at[0] + rng.uniform(-15, 15), at[1] + row * district.block[1]
        boxes.append(_make(district, (u, v), (11, 8, int(rng.integers(11, 19))), "tower", rng))
    return boxes


def _works(district: District, at: tuple[float, float], rng: np.random.Generator) -> list[Box]:
    """Two factory sheds side by side."""
    w, h = district.block
    boxes = []
    for row in (-0.24, 0.24):
        size = (w / 2 - rng.uniform(12, 40), rng.uniform(13, 20), 3)
        boxes.append(_make(district, (at[0], at[1] + row * h), size, "shed", rng))
    return boxes


def _school(district: District, at: tuple[float, float], rng: np.random.Generator) -> list[Box]:
    """Classrooms in an L, and a hall, round the playing field."""
    (u, v), h = at, district.block[1]
    return [
        _make(district, (u - 18, v + h * 0.30), (36, 7, 4), "school", rng),
        _make(district, (u - 58, v + 2), (7, 26, 4), "school", rng),
        _make(district, (u + 46, v + h * 0.28), (16, 10, 3), "school", rng),
    ]


def _packed(
    district: District, at: tuple[float, float], rng: np.random.Generator, *, old: bool
) -> list[Box]:
    """Small houses and street fronts, packed as they come."""
    w, h = district.block
    boxes = []
    for _ in range(90 if old else 40):
        u = at[0] + rng.uniform(-w / 2 + 9, w / 2 - 9)
        v = at[1] + rng.uniform(-h / 2 + 9, h / 2 - 9)
        if old:
            size, style = (
                (rng.uniform(5, 9), rng.uniform(3.2, 4.6), int(rng.integers(1, 3))),
                "house",
            )
        else:
            size = (rng.uniform(9, 20), rng.uniform(5.5, 8), int(rng.integers(3, 8)))
            style = "shop" if rng.random() < 0.6 else "slab"
        if rng.random() < 0.4:
            size = (size[1], size[0], size[2])
        boxes.append(_make(district, (u, v), size, style, rng))
    return boxes


def _make(
    district: District, at: tuple[float, float], size: tuple[float, float, int], style: str,
    rng: np.random.Generator,
) -> Box:  # fmt: skip
    """A house of half sides and storeys `size` at a place in the district's coordinates."""
    (u, v), (long, wide, floors) = at, size
    c, s = np.cos(district.turn), np.sin(district.turn)
    x, y = district.x + u * c - v * s, district.y + u * s + v * c
    turn = district.turn + rng.normal(0, 0.05 if style in ("house", "shop") else 0.015)
    if wide > long:
        long, wide, turn = wide, long, turn + np.pi / 2
    rise = 0.0
    if rng.random() < GABLED.get(style, 0):
        rise = wide * (0.28 if style == "shed" else 0.48)
    high = floors * STOREY + (0.9 if not rise else 0.0)
    return Box(x, y, long, wide, turn, 0.0, high, rise, style, int(rng.integers(1, 10**6)))


def _on_the_roof(box: Box, rng: np.random.Generator) -> list[Box]:
    """Stair heads and water tanks on flat roofs."""
    if box.rise or box.style in ("house", "shed"):
        return []
    c, s = np.cos(box.turn), np.sin(box.turn)
    huts = []
    for place in (-0.6, 0.0, 0.55) if box.half_long > 14 else (0.2,):
        u = box.half_long * (place + rng.uniform(-0.1, 0.1))
        v = box.half_wide * rng.uniform(-0.3, 0.3)
        size = (rng.uniform(1.6, 2.6), rng.uniform(1.4, 2.2), rng.uniform(1.6, 3.0))
        huts.append(
            Box(box.x + u * c - v * s, box.y + u * s + v * c, size[0], size[1], box.turn,
                box.high - 0.9, box.high - 0.9 + size[2], 0.0, "hut", box.seed)
        )  # fmt: skip
    return huts


def bridge() -> Box:
    """The road bridge of five arches."""
    x = float(river_middle(np.float32(BRIDGE_Y)))
    return Box(
        x, BRIDGE_Y, BANK + 3, STREET_HALF + 1, float(np.arctan(STREET_LEAN)), WATER_LEVEL, 1.4,
        0.0, "bridge", 3,
    )  # fmt: skip


def cars() -> list[Box]:
    """A few cars and vans on the main street and the quays."""
    rng = np.random.default_rng(31)
    boxes = []
    for _ in range(46):
        x = rng.uniform(-600, 650)
        lane = rng.choice([-7.2, -2.6, 2.6, 7.2])
        y = BRIDGE_Y + STREET_LEAN * (x - river_middle(np.float32(BRIDGE_Y))) + lane
        lift = 1.4 if abs(river_offset(np.float32(x), np.float32(y))) < BANK + 3 else 0.0
        boxes.append(_car(x, float(y), float(np.arctan(STREET_LEAN)), lift, rng))
    for _ in range(60):
        y, side = NEAR * np.exp(rng.uniform(0, 1.6)), rng.choice([-1, 1])
        if abs(y - BRIDGE_Y) < 40:
            continue
        heading = float(river_middle(np.float32(y + 5)) - river_middle(np.float32(y - 5))) / 10
        reach = (PARK + QUAY) / 2 + rng.choice([-2.7, 2.7])
        x = float(river_middle(np.float32(y))) + side * reach * np.hypot(1, heading)
        boxes.append(_car(x, y, float(np.pi / 2 - np.arctan(heading)), 0.0, rng))
    return boxes


def _car(x: float, y: float, turn: float, lift: float, rng: np.random.Generator) -> Box:
    """A car, or now and then a van, `lift` metres above the ground."""
    van = rng.random() < 0.15
    size = (3.4, 1.1, 2.6) if van else (2.2, 0.9, 1.45)
    seed = int(rng.integers(1, 10**6))
    return Box(x, y, size[0], size[1], turn, lift + 0.3, lift + size[2], 0.0, "car", seed)
