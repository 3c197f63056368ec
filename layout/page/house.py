"""What every part of a publication or a template has in common: frozen, nothing unread."""

from fractions import Fraction
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class House(BaseModel):
    """Base of everything a publication or a template says."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _fraction(value: object) -> object:
    """Take ``1/4`` for 0.25, as a typographer writes it."""
    if isinstance(value, str):
        try:
            return float(Fraction(value.replace(" ", "")))
        except (ValueError, ZeroDivisionError):
            return value
    return value


Em = Annotated[float, BeforeValidator(_fraction), Field(ge=0, le=4)]
"""A length in em; a fraction may be written as ``1/4``."""


class Range(House):
    """A quantity that may give way: what it should be, and how far it may go."""

    least: float
    wanted: float
    most: float

    def more_by(self, amount: float) -> "Range":
        """The same room to give, *amount* higher."""
        return Range(
            least=self.least + amount, wanted=self.wanted + amount, most=self.most + amount
        )

    def whole_steps(self) -> range:
        """Every whole number from least to most."""
        return range(round(self.least), round(self.most) + 1)


def _range(value: object) -> object:
    """One number is a range that gives no way; three are least, wanted, most."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {"least": value, "wanted": value, "most": value}
    if isinstance(value, list | tuple) and len(value) == 3:
        return dict(zip(("least", "wanted", "most"), value, strict=True))
    return value


Bounds = Annotated[Range, BeforeValidator(_range)]
"""A :class:`Range` as a template writes it: ``12`` or ``[10, 12, 16]``."""
