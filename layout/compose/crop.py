"""Cropping: the largest part of a picture of the wanted shape that keeps its focus."""

from layout.geometry import Box
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


def fitted(info: PictureInfo, box: Box) -> Box:
    """The largest part of *box* that has the shape of a whole picture, in its middle."""
    own = info.width / info.height
    width, height = min(box.width, box.height * own), min(box.height, box.width / own)
    left, top = (box.width - width) / 2, (box.height - height) / 2
    return box.inset(left, top, left, top)
