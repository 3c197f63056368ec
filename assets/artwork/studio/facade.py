"""Walls and roofs of a county town: plaster, windows, balconies, shop signs, tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studio.color import Field, lin, mix, smooth
from studio.noise import chance, fbm

if TYPE_CHECKING:
    from studio.solids import Box, Hits

STOREY = 3.1
"""Height of a storey, in metres."""

PLASTER = [
    lin(code)
    for code in (
        "d9cbb0", "cdb894", "c8b9a6", "e0d8c8", "b9aa98", "c9a27e", "b57f62", "d8c39c",
        "c4bdb2", "a98b74", "e3d9c0", "b8b3aa",
    )
]  # fmt: skip
"""Wall colours: cream, ochre and grey plaster, some brick."""

FLAT_ROOFS = [lin(code) for code in ("a7a29a", "8f8a83", "b5ab9d", "9a7f70", "7f8488", "9c958b")]
TILES = {
    "house": [lin(code) for code in ("6d6a68", "7b7672", "9a5a44", "8a5442", "64625f")],
    "slab": [lin(code) for code in ("9c5340", "a86248", "75706c", "8a4d40")],
    "shed": [lin(code) for code in ("5d7690", "687f94", "868e92", "a3a5a2", "75828a")],
    "school": [lin(code) for code in ("9c5340", "a05a46")],
}
"""Roof coverings by kind of building; sheds wear the blue steel sheet of every county."""

SIGNS = [lin(code) for code in ("a63a2c", "c08a3a", "3f6a92", "4c7a54", "b9b2a2", "8c4a62")]
CARS = [lin(code) for code in ("e6e4de", "e6e4de", "4a4c50", "8f9296", "9c3a30", "3f5878")]
GLASS, GLASS_PALE = lin("3c4a58"), lin("7f909c")


def pick(options: list[Field], seed: int, salt: int) -> Field:
    """One of several colours, by a building's seed."""
    return options[int(chance(np.array(seed), np.array(salt), 9) * len(options)) % len(options)]


def draw_number(seed: int, salt: int) -> float:
    """A number of 0 to 1 that belongs to a building and a purpose."""
    return float(chance(np.array(seed), np.array(salt), 5))


def paint(box: Box, hits: Hits) -> tuple[Field, Field]:
    """Surface of any building at its hits."""
    if box.style == "car":
        color = np.broadcast_to(pick(CARS, box.seed, 1), (len(hits.up), 3))
        glass = (hits.face != "flat") & (hits.up > 0.55) & (hits.up < 1.0)
        return np.where(glass[:, None], GLASS, color), np.full(len(hits.up), 0.3, np.float32)
    if hits.face == "flat":
        return _flat_roof(box, hits)
    if hits.face == "slant":
        return _slanted_roof(box, hits)
    if box.style == "bridge":
        return _arches(box, hits)
    if box.style in ("hut", "rail"):
        shade = 0.95 + 0.1 * fbm(hits.along, hits.up, 2, 3)
        return pick(PLASTER, box.seed, 1) * shade[:, None], np.zeros(len(shade), np.float32)
    return _wall(box, hits)


def _flat_roof(box: Box, hits: Hits) -> tuple[Field, Field]:
    """Felt with stains, and a lighter parapet about it."""
    if box.style == "bridge":
        return _deck(box, hits)
    edge = np.minimum(box.half_long - np.abs(hits.along), box.half_wide - np.abs(hits.up))
    stain = fbm(hits.along * 0.25 + box.seed, hits.up * 0.25, 4, 11)
    color = pick(FLAT_ROOFS, box.seed, 2) * (0.92 + 0.30 * stain)[:, None]
    color = color * (1 - 0.35 * smooth(1.3, 0.5, edge))[:, None]
    color = mix(color, pick(PLASTER, box.seed, 1) * 1.05, smooth(0.55, 0.35, edge))
    return color, np.zeros(len(edge), np.float32)


def _slanted_roof(box: Box, hits: Hits) -> tuple[Field, Field]:
    """Rows of tile or ribs of steel, weathered in patches, a lighter ridge."""
    rib = 1.1 if box.style == "shed" else 0.7
    fine = smooth(0.6, 0.2, hits.pixel / rib)
    line = 1 - 0.22 * fine * (np.abs(np.modf(hits.along / rib + 500)[0] - 0.5) < 0.16)
    patch = fbm(hits.along * 0.18 + box.seed, hits.up * 0.4, 4, 12)
    color = pick(TILES.get(box.style, TILES["slab"]), box.seed, 3)
    color = color * (line * (0.95 + 0.28 * patch))[:, None]
    if box.style == "shed":  # rooflights of clear sheet, a pair in every bay
        light = (np.abs(np.modf(hits.along / 9 + 500)[0] - 0.5) < 0.07) & (np.abs(hits.up) > 1.5)
        color = np.where(light[:, None], lin("c9cdc8"), color)
    ridge = smooth(0.45, 0.25, np.abs(hits.up))
    return mix(color, color * 1.25, ridge), np.zeros(len(ridge), np.float32)


def _wall(box: Box, hits: Hits) -> tuple[Field, Field]:
    """Plaster with rows of windows; on long sides balconies, below some of them shops."""
    half = box.half_long if hits.face == "long" else box.half_wide
    bay = 2.9 + 1.5 * draw_number(box.seed, 4)
    bays = max(1, round(2 * half / bay))
    across = (hits.along + half) / (2 * half) * bays
    floors = hits.up / STOREY
    column, floor = np.floor(across), np.floor(floors)
    fx, fy = across - column, floors - floor
    soft_x, soft_y = hits.pixel / bay * 0.6, hits.pixel / STOREY * 0.6
    height = box.high - box.low
    plaster = pick(PLASTER, box.seed, 1)
    grime = fbm(hits.along * 0.3, hits.up * 0.12 + box.seed, 4, 13)
    color = plaster * (0.96 + 0.16 * grime - 0.10 * smooth(2.5, 0, hits.up))[:, None]
    color = _bands(box, hits, color, fy, soft_y)
    wide = (0.26 if hits.face == "long" else 0.15) + 0.08 * draw_number(box.seed, 6)
    tall = 0.24 + 0.06 * draw_number(box.seed, 7)
    window = _band(fx, 0.5, wide, soft_x) * _band(fy, 0.55, tall, soft_y)
    window = window * (hits.up < height - 0.9)
    if hits.face == "short" and draw_number(box.seed, 8) < 0.55:
        window = window * (np.abs(hits.along) < half * 0.3)
    pane = _glass(column, floor, fy, box.seed)
    pane = mix(pane, plaster * 0.9, _band(fx, 0.5, 0.02, soft_x) * 0.7)
    sill = _band(fx, 0.5, wide + 0.03, soft_x) * _band(fy, 0.55 - tall - 0.05, 0.03, soft_y)
    color = color * (1 - 0.28 * sill)[:, None]
    color = mix(color, pane, window)
    gloss = window * 0.5
    if hits.face == "long" and box.style == "slab":
        color, gloss = _balconies(box, color, gloss, (column, floor, fx, fy), plaster)
    if box.style == "shop":
        color, gloss = _shops(box, hits, color, gloss)
    return color, gloss.astype(np.float32)


def _band(x: Field, middle: float, half: float, soft: Field) -> Field:
    """1 within `half` of `middle`, with edges as soft as a pixel is wide."""
    return smooth(1.0, -1.0, (np.abs(x - middle) - half) / np.maximum(soft, 1e-3))


def _bands(box: Box, hits: Hits, color: Field, fy: Field, soft: Field) -> Field:
    """Lines between storeys, a darker foot on some houses, a coping on top."""
    strength = 0.22 * draw_number(box.seed, 5)
    line = _band(fy, 0.0, 0.05, soft) + _band(fy, 1.0, 0.05, soft)
    color = color * (1 + strength * np.clip(line, 0, 1))[:, None]
    if draw_number(box.seed, 10) < 0.4:
        color = mix(color, pick(PLASTER, box.seed, 11) * 0.8, 1.0 * (hits.up < STOREY * 1.05))
    return color * np.where(hits.up > box.high - box.low - 0.5, 1.12, 1.0)[:, None]


def _glass(column: Field, floor: Field, fy: Field, seed: int) -> Field:
    """Dark panes, some with curtains, lighter toward their top where they mirror the sky."""
    curtain = chance(column, floor, seed)
    color = mix(GLASS, GLASS_PALE, np.clip(0.15 + 0.5 * fy + 0.3 * (curtain - 0.5), 0, 1))
    return mix(color, np.broadcast_to(lin("b9ab94"), color.shape), 0.7 * (curtain > 0.82))


def _balconies(
    box: Box, color: Field, gloss: Field, grid: tuple[Field, ...], plaster: Field
) -> tuple[Field, Field]:
    """Glazed balconies in every third or fourth bay: white rail, glass above."""
    column, floor, fx, fy = grid
    every = 3 + int(draw_number(box.seed, 12) * 2)
    here = ((column.astype(int) + box.seed) % every == 0) & (floor >= 1)
    rail = here & (fy < 0.36)
    glass = here & (fy >= 0.36) & (fy < 0.86) & (np.abs(np.modf(fx * 3)[0] - 0.5) < 0.42)
    color = np.where(rail[:, None], mix(plaster, lin("e8e4da"), 0.6) * 1.02, color)
    pane = _glass(column, floor, fy, box.seed + 1)
    color = np.where(glass[:, None], pane * 1.1, color)
    edge = here & (np.abs(fx - 0.5) > 0.45)
    return np.where(edge[:, None], color * 0.75, color), np.where(glass, 0.5, gloss)


def _shops(box: Box, hits: Hits, color: Field, gloss: Field) -> tuple[Field, Field]:
    """A row of shops: glass fronts, and a sign board above each."""
    shop = np.floor(hits.along / 5.5)
    inner = np.abs(np.modf(hits.along / 5.5 + 50)[0] - 0.5) < 0.44
    board = (hits.up > 2.8) & (hits.up < 3.9) & inner
    front = (hits.up < 2.7) & inner
    kinds = (chance(shop, shop * 0 + box.seed, 7) * len(SIGNS)).astype(int) % len(SIGNS)
    color = np.where(board[:, None], np.array(SIGNS)[kinds] * 0.9, color)
    color = np.where(front[:, None], GLASS * 1.1, color)
    return color, np.where(front, 0.5, gloss)


def _arches(box: Box, hits: Hits) -> tuple[Field, Field]:
    """The bridge's side: stone, with openings (gloss -1 lets the ray through)."""
    span = 2 * box.half_long / 5
    fx = np.modf((hits.along + box.half_long) / span)[0] - 0.5
    height = box.high - box.low
    curve = (fx / 0.44) ** 2 + (np.clip(hits.up, 0, None) / (height * 0.74)) ** 2
    stone = lin("b9ae9c") * (0.95 + 0.2 * fbm(hits.along * 0.5, hits.up * 0.9, 3, 5))[:, None]
    ring = (curve < 1.22) & (curve >= 1)
    stone = np.where(ring[:, None], stone * 1.12, stone)
    stone = np.where((hits.up > height - 1.1)[:, None], lin("d6cfc0"), stone)
    posts = (np.modf(hits.along / 2.2 + 100)[0] < 0.7) & (hits.up > height - 0.85)
    stone = np.where((posts & (hits.up < height - 0.25))[:, None], stone * 0.72, stone)
    hole = (curve < 1) & (hits.face == "long")
    return stone, np.where(hole, -1.0, 0.0)


def _deck(box: Box, hits: Hits) -> tuple[Field, Field]:
    """The bridge's road: asphalt between pale walks, a broken line in the middle."""
    away = np.abs(hits.up)
    color = mix(lin("66656a"), lin("b8b0a2"), 1.0 * (away > box.half_wide - 3.2))
    line = (away < 0.2) | ((np.abs(away - 3.4) < 0.12) & (np.modf(hits.along / 8 + 90)[0] < 0.5))
    return np.where(line[:, None], lin("d8d2c2"), color), np.zeros(len(away), np.float32)
