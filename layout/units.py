"""Lengths: the point (1/72 inch) is the engine's unit, millimetres are what a press speaks."""

from typing import NewType

Pt = NewType("Pt", float)
"""A length in points of 1/72 inch."""

Mm = NewType("Mm", float)
"""A length in millimetres."""

POINTS_PER_MM = 72 / 25.4


def mm_to_pt(length: float) -> Pt:
    """Points in *length* millimetres."""
    return Pt(length * POINTS_PER_MM)


def pt_to_mm(length: float) -> Mm:
    """Millimetres in *length* points."""
    return Mm(length / POINTS_PER_MM)
