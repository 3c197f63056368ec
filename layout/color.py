"""Ink: the four process colours a newspaper press has, and nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cmyk:
    """A mix of the four process inks, each from 0 (none) to 1 (solid)."""

    c: float
    m: float
    y: float
    k: float

    @property
    def total(self) -> float:
        """The ink sum, 0 to 4 (the press's TAC is this times 100 %)."""
        return self.c + self.m + self.y + self.k

    @property
    def is_black_only(self) -> bool:
        """True for a tint of black alone: text and rules of it may overprint."""
        return self.k > 0 and not (self.c or self.m or self.y)


BLACK = Cmyk(0, 0, 0, 1)
PAPER = Cmyk(0, 0, 0, 0)
