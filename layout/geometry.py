"""Rectangles on a sheet: points, origin at the top left corner, y growing downwards."""

from dataclasses import dataclass

from layout.units import pt_to_mm


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle, in points from the sheet's top left corner."""

    x: float
    """Left edge."""
    y: float
    """Top edge."""
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Bottom edge."""
        return self.y + self.height

    def inset(self, left: float, top: float, right: float, bottom: float) -> "Box":
        """The box with its edges moved inwards; negative amounts move them out."""
        return Box(
            self.x + left, self.y + top, self.width - left - right, self.height - top - bottom
        )

    def in_mm(self) -> tuple[float, float, float, float]:
        """``(x, y, width, height)`` in millimetres to two places, as reports give a place."""
        x, y, w, h = (round(pt_to_mm(v), 2) for v in (self.x, self.y, self.width, self.height))
        return x, y, w, h
