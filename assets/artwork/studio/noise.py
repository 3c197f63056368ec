"""Seeded noise: gradient noise and its sums, hashes of whole numbers, tree crowns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from studio.color import Field

TURN = np.cos(0.6), np.sin(0.6)
"""Each octave is turned by this angle, so that lattice directions do not show."""

CROWN_SPREAD = 0.38
"""How far a tree may stand from the middle of its grid square, in squares."""


def perlin(x: Field, y: Field, seed: int = 0) -> Field:
    """Gradient noise of about -1 to 1, period 256, one bump per unit."""
    rng = np.random.default_rng(seed)
    table = np.tile(rng.permutation(256), 2).astype(np.int32)
    angles = rng.uniform(0, 2 * np.pi, 256)
    grad_x, grad_y = np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)
    x_floor, y_floor = np.floor(x), np.floor(y)
    xi, yi = x_floor.astype(np.int32) & 255, y_floor.astype(np.int32) & 255
    fx, fy = (x - x_floor).astype(np.float32), (y - y_floor).astype(np.float32)
    u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
    v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)

    def corner(i: int, j: int) -> Field:
        k = table[table[(xi + i) & 255] + ((yi + j) & 255)]
        return grad_x[k] * (fx - i) + grad_y[k] * (fy - j)

    top, bottom = corner(0, 0), corner(0, 1)
    top += u * (corner(1, 0) - top)
    bottom += u * (corner(1, 1) - bottom)
    return (top + v * (bottom - top)) * np.float32(1.5)


def fbm(x: Field, y: Field, octaves: int, seed: int, gain: float = 0.5) -> Field:
    """A sum of ever finer gradient noise, normalised to about -1 to 1."""
    total, amplitude, weight = np.float32(0), 1.0, 0.0
    for octave in range(octaves):
        total = total + np.float32(amplitude) * perlin(x, y, seed + 17 * octave)
        weight += amplitude
        amplitude *= gain
        x, y = _next_octave(x, y)
    return total / np.float32(weight)


def ridged(x: Field, y: Field, octaves: int, seed: int, gain: float = 0.5) -> Field:
    """Sharp-crested noise of 0 to 1: fine crests appear only where coarse ones stand."""
    total, amplitude, weight, carry = np.float32(0), 1.0, 0.0, np.float32(1)
    for octave in range(octaves):
        crest = (1 - np.abs(perlin(x, y, seed + 17 * octave)) * np.float32(1.3)) ** 2 * carry
        total = total + np.float32(amplitude) * crest
        carry = np.clip(crest * np.float32(1.6), 0, 1)
        weight += amplitude
        amplitude *= gain
        x, y = _next_octave(x, y)
    return total / np.float32(weight)


def _next_octave(x: Field, y: Field) -> tuple[Field, Field]:
    """Coordinates scaled, turned and shifted for the next finer noise."""
    c, s = (np.float32(2.03 * q) for q in TURN)
    return c * x - s * y + np.float32(3.1), s * x + c * y + np.float32(1.7)


def chance(i: Field, j: Field, seed: int = 0) -> Field:
    """A number of 0 to 1 that belongs to the pair of whole numbers (i, j)."""
    with np.errstate(over="ignore"):  # whole numbers are meant to wrap round
        a = np.asarray(i).astype(np.int64).astype(np.uint32) * np.uint32(0x9E3779B1)
        b = np.asarray(j).astype(np.int64).astype(np.uint32) * np.uint32(0x85EBCA77)
        h = a ^ (b + np.uint32(seed * 0x27D4EB2F & 0xFFFFFFFF))
        h = (h ^ (h >> np.uint32(15))) * np.uint32(0x2C1B3C6D)
        h = (h ^ (h >> np.uint32(12))) * np.uint32(0x297A2D39)
        return ((h ^ (h >> np.uint32(15))) / np.float32(2**32)).astype(np.float32)


def crowns(x: Field, y: Field, seed: int = 0) -> tuple[Field, Field, Field, Field]:
    """A canopy of domes, one per unit square and jittered.

    Returns height (0 in the gaps, up to 1), the dome's slope in x and in y, and a number
    of 0 to 1 that names the tree, for its colour.
    """
    xi, yi = np.floor(x), np.floor(y)
    best = np.zeros(np.shape(x), np.float32)
    slope_x, slope_y, name = np.zeros_like(best), np.zeros_like(best), np.zeros_like(best)
    for i in (-1, 0, 1):
        for j in (-1, 0, 1):
            cx, cy = xi + i, yi + j
            who = chance(cx, cy, seed)
            dx = x - cx - 0.5 - CROWN_SPREAD * (2 * chance(cx, cy, seed + 1) - 1)
            dy = y - cy - 0.5 - CROWN_SPREAD * (2 * chance(cx, cy, seed + 2) - 1)
            radius = np.float32(0.45) + np.float32(0.35) * who
            height = (0.55 + 0.45 * who) * (1 - (dx * dx + dy * dy) / (radius * radius))
            higher = height > best
            best = np.where(higher, height, best)
            slope_x = np.where(higher, -2 * dx / radius, slope_x)
            slope_y = np.where(higher, -2 * dy / radius, slope_y)
            name = np.where(higher, chance(cx, cy, seed + 3), name)
    return best, slope_x, slope_y, name
