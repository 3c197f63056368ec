"""What stands at the near shore: a plank jetty, a moored boat, stones, reeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from studio.color import GAMMA, Field, lin, mix, smooth
from studio.noise import chance, fbm
from studio.solids import Box, Hits, Tree

if TYPE_CHECKING:
    from studio.view import Camera

JETTY_FROM, JETTY_TO, JETTY_HALF, DECK = (21.0, 24.0), (7.4, 46.0), 0.95, 0.75
"""Ends of the jetty's middle line, half its width, height of its deck, in metres."""
BOAT_AT, BOAT_LONG, BOAT_WIDE, BOAT_TURN = (2.6, 41.5), 5.4, 0.78, 0.42
SLICES = 90
"""The hull is built of this many thin upright slices."""
STONES = [
    (-12.6, 30.5, 0.75), (-11.2, 31.8, 0.5), (-13.6, 32.8, 0.9), (-9.9, 29.6, 0.34),
    (-8.9, 31.0, 0.22), (-14.8, 36.5, 0.8), (-12.2, 27.6, 0.42), (17.4, 44.0, 0.5),
    (16.6, 45.5, 0.3), (18.6, 46.0, 0.7),
]  # fmt: skip
"""X, Y and radius of the stones in the shallows."""
REED_CLUMPS = [
    (-11.8, 26.5, 1.3, 150), (-9.6, 25.6, 0.9, 80), (-13.4, 29.0, 1.3, 130),
    (-7.9, 25.2, 0.6, 32), (-16.5, 38.0, 1.5, 110), (-14.6, 40.0, 1.0, 50),
    (10.3, 24.6, 0.6, 40), (11.5, 25.4, 0.7, 60),
]  # fmt: skip
"""X and Y of each clump's middle, its spread, and its number of stalks."""


def shore() -> list[Box]:
    """Every box of the jetty and the boat."""
    return [*_jetty(), *_boat()]


def _jetty() -> list[Box]:
    """A deck of planks, and posts along both its sides."""
    (x0, y0), (x1, y1) = JETTY_FROM, JETTY_TO
    length, turn = float(np.hypot(x1 - x0, y1 - y0)), float(np.arctan2(y1 - y0, x1 - x0))
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    boxes = [Box(*middle, length / 2, JETTY_HALF, turn, DECK - 0.16, DECK, 0.0, "deck", 1)]
    across = np.array([-np.sin(turn), np.cos(turn)]) * (JETTY_HALF - 0.02)
    rng = np.random.default_rng(3)
    for number, part in enumerate(np.linspace(0.02, 0.995, 12)):
        for side in (-1, 1):
            x, y = np.array([x0, y0]) + part * np.array([x1 - x0, y1 - y0]) + side * across
            high = DECK + (0.75 if number % 2 else 0.12) + rng.uniform(-0.05, 0.05)
            boxes.append(Box(float(x), float(y), 0.11, 0.11, turn, -1.0, high, 0.0, "post", number))
    return boxes


def _boat() -> list[Box]:
    """A flat-bottomed rowing boat: a raised bow, a square stern, two thwarts."""
    boxes = []
    c, s = np.cos(BOAT_TURN), np.sin(BOAT_TURN)
    for k in range(SLICES):
        u = (k + 0.5) / SLICES * 2 - 1
        wide = BOAT_WIDE * (1 - max(u, 0) ** 2.4) ** 0.75 * (1 - 0.22 * max(-u, 0) ** 2)
        high = 0.42 + 0.34 * max(u, 0) ** 2.2 + 0.10 * max(-u, 0) ** 2
        along = u * BOAT_LONG / 2
        seat = min(abs(u + 0.32), abs(u - 0.22)) < 0.05 or not -0.86 < u < 0.80
        kind = "thwart" if seat else "hull"
        boxes.append(
            Box(BOAT_AT[0] + along * c, BOAT_AT[1] + along * s, BOAT_LONG / SLICES / 2 * 1.05,
                max(wide, 0.03), BOAT_TURN, 0.0, high, 0.0, kind, k)
        )  # fmt: skip
    return boxes


def paint_wood(box: Box, hits: Hits) -> tuple[Field, Field]:
    """Weathered planks and posts; the boat's dark hull with a pale rail."""
    n = len(hits.up)
    grain = fbm(hits.along * 1.5 + box.seed * (box.style == "post"), hits.up * 9, 3, 7)
    none = np.zeros(n, np.float32)
    if box.style == "deck":
        plank = np.floor(hits.along / 0.22)
        gap = np.abs(np.modf(hits.along / 0.22 + 900)[0] - 0.5) > 0.44
        tone = 0.85 + 0.3 * chance(plank, plank * 0, 3) + 0.15 * grain
        color = lin("a3917a") * tone[:, None]
        fade = np.clip(1.2 - hits.pixel / 0.12, 0.2, 1)
        return color * (1 - 0.55 * (gap & (hits.face == "flat")) * fade)[:, None], none
    if box.style == "post":
        return lin("7a6a58") * (0.85 + 0.3 * grain)[:, None], none
    if hits.face == "flat":
        rim = smooth(0.13, 0.09, box.half_wide - np.abs(hits.up))
        inside = lin("a98a64") if box.style == "thwart" else lin("57463a")
        return mix(np.broadcast_to(inside, (n, 3)), lin("b08f66") * np.ones((n, 1)), rim), none
    strake = 0.9 + 0.12 * np.sign(np.sin(hits.up * 26))
    color = lin("6f4f38") * strake[:, None]
    rail = hits.up > (box.high - box.low) - 0.08
    return np.where(rail[:, None], lin("b08f66"), color), none


def stones() -> list[Tree]:
    """Boulders in the shallows at the left (lumpy balls, as tree crowns are)."""
    rng = np.random.default_rng(17)
    return [
        Tree(x, y, -r * 0.85, r, mix(lin("a8a296"), lin("c2b8a4"), rng.random()), 0.55)
        for x, y, r in STONES
    ]


@dataclass(frozen=True, slots=True)
class Blade:
    """One stalk of the reed bed."""

    x: float
    y: float
    tall: float
    lean: float
    """Sideways drift of its tip, in metres."""
    plume: bool
    tone: float


def reed_bed() -> list[Blade]:
    """Stalks in loose clumps along the near left, a few at the right, far ones first."""
    rng = np.random.default_rng(23)
    blades = []
    for cx, cy, spread, count in REED_CLUMPS:
        for _ in range(count):
            x, y = rng.normal(cx, spread * 0.55), rng.normal(cy, spread * 0.4)
            tall = rng.uniform(0.9, 2.3) * (1 - 0.15 * abs(x - cx) / spread)
            lean = rng.normal(0.22, 0.28) * tall * 0.5
            plume = bool(rng.random() < 0.16 and tall > 1.5)
            blades.append(Blade(x, y, tall, lean, plume, rng.random()))
    return sorted(blades, key=lambda b: -b.y)


def draw_reeds(
    image: Field, camera: Camera, blades: list[Blade], light: tuple[Field, Field]
) -> None:
    """Draw the stalks' mirror images, softened, and then the stalks."""
    mirrored = _draw_layer(camera, blades, light, down=True)
    soft = camera.height / 788
    rows, columns = np.mgrid[0 : camera.height, 0 : camera.width]
    shift = 1.3 * soft * np.sin(rows / (1.9 * soft) + 2.3 * np.sin(columns / (23 * soft)))
    shaken = np.stack(
        [
            ndimage.map_coordinates(mirrored[..., k], [rows, columns + shift], order=1)
            for k in range(4)
        ],
        -1,
    )
    shaken = ndimage.gaussian_filter(shaken, (1.6 * soft, 0.6 * soft, 0))
    image[:] = image * (1 - 0.55 * shaken[..., 3:]) + 0.55 * shaken[..., :3]
    layer = _draw_layer(camera, blades, light, down=False)
    image[:] = image * (1 - layer[..., 3:]) + layer[..., :3]


def _draw_layer(
    camera: Camera, blades: list[Blade], light: tuple[Field, Field], *, down: bool
) -> Field:
    """Stalks in linear light, premultiplied, with their cover as fourth channel."""
    layer = Image.new("RGBA", (camera.width, camera.height), (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    for blade in blades:
        _draw_blade(pen, camera, blade, light, -1.0 if down else 1.0)
    pixels = np.asarray(layer, np.float32) / 255
    cover = pixels[..., 3:]
    return np.concatenate([pixels[..., :3] ** GAMMA * cover, cover], -1)


def _draw_blade(
    pen: ImageDraw.ImageDraw, camera: Camera, blade: Blade, light: tuple[Field, Field], way: float
) -> None:
    """One stalk in eight strokes, upward (way 1) or mirrored (way -1)."""
    sun, sky = light
    t = np.linspace(0, 1, 9)
    x = blade.x + blade.lean * t**2.2
    z = way * blade.tall * t * (1 - 0.10 * abs(blade.lean) * t)
    columns, rows = camera.project(x, np.full_like(t, blade.y), z)
    albedo = mix(lin("53673a"), lin("8c865a"), blade.tone)
    metre = 1 / blade.y / camera.pixel
    for k in range(len(t) - 1):
        ink = _ink(albedo * (sun * (0.10 + 0.26 * t[k]) + sky * (0.45 + 0.35 * t[k])))
        width = max(1, round(0.019 * metre * (1.2 - t[k])))
        pen.line([columns[k], rows[k], columns[k + 1], rows[k + 1]], fill=ink, width=width)
    if blade.plume:
        ink = _ink(lin("857a66") * (sun * 0.16 + sky * 0.7))
        _draw_plume(pen, (columns[-1], rows[-1]), metre, way, ink)


def _draw_plume(
    pen: ImageDraw.ImageDraw, tip: tuple[float, float], metre: float, way: float,
    ink: tuple[int, int, int, int],
) -> None:  # fmt: skip
    """A feathery head: short hairs that droop to one side."""
    width = max(1, round(0.016 * metre))
    for k in range(14):
        start = (tip[0] - 0.003 * k * metre, tip[1] + way * 0.017 * k * metre)
        reach = (0.018 + 0.045 * np.sin(k / 14 * np.pi)) * metre
        end = (start[0] + reach, start[1] + way * 0.05 * metre)
        pen.line([*start, *end], fill=ink, width=width)
        pen.line([*start, start[0] - reach * 0.3, end[1]], fill=ink, width=width)


def _ink(color: Field) -> tuple[int, int, int, int]:
    """A linear colour as a pen takes it."""
    r, g, b = (int(q) for q in np.clip(np.clip(color, 0, 1) ** (1 / GAMMA) * 255, 0, 255))
    return r, g, b, 255
