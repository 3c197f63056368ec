"""PDF's transformation matrices: six figures, a row vector times a matrix (PDF 1.6, 4.2.3)."""

import math

from layout.preflight.frame import Rect

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, then: Matrix) -> Matrix:
    """*first* applied, *then* the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where *matrix* puts a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def box(matrix: Matrix, rect: Rect) -> Rect:
    """The upright rectangle around *rect* transformed."""
    left, bottom, right, top = rect
    corners = [point(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def across(matrix: Matrix) -> float:
    """Length of a unit along x after *matrix*."""
    return math.hypot(matrix[0], matrix[1])


def up(matrix: Matrix) -> float:
    """Length of a unit along y after *matrix*."""
    return math.hypot(matrix[2], matrix[3])


def scale(matrix: Matrix) -> float:
    """How much *matrix* magnifies lines: the root of what it does to areas."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def inverse(matrix: Matrix) -> Matrix:
    """The way back.

    Raises:
        ZeroDivisionError: there is none, the matrix flattens everything to a line.

    """
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    return (d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det)
