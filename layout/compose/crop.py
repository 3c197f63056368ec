"""Cropping: the largest part of a picture of the wanted shape that keeps its focus."""

from layout.issue.pictures import PictureInfo

Crop = tuple[float, float, float, float]
"""Left, top, right, bottom as fractions of the upright picture."""


def crop(info: PictureInfo, aspect: float, focus: tuple[float, float]) -> Crop:
    """The part of a picture, *aspect* times as wide as high, as near to *focus* as may be."""
    own = info.width / info.height
    width, height = min(1.0, aspect / own), min(1.0, own / aspect)
    left = min(max(focus[0] - width / 2, 0.0), 1.0 - width)
    top = min(max(focus[1] - height / 2, 0.0), 1.0 - height)
    return left, top, left + width, top + height
