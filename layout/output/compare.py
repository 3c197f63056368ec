"""三审三校: what changed between two builds, in the picture and in the words.

Both are read from the finished files, so that what is compared is what was printed.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher

from PIL import Image, ImageChops

from layout.geometry import Box
from layout.output.raster import Raster, TextLine

NOTICED = 24
"""Levels of 255: a smaller difference is antialiasing."""
FADE = 0.3
"""How much of the ink that stayed is still seen."""
ADDED, REMOVED = (0, 60, 220), (220, 0, 0)
"""Blue for ink that is new, red for ink that has gone."""
CONTEXT = 6
"""Characters around a change that tell where it is."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the words of two pages."""

    line: int
    """Of the new page, from 1, in the order of reading."""
    old: str
    new: str
    context: str
    """The new page's text around it."""
    box: Box | None
    """Of the line on the new page."""


def picture_of_changes(old: Raster, new: Raster) -> Raster:
    """The new page faded, with ink that came in blue and ink that went in red."""
    before, after = _grey(old), _grey(new)
    if before.size != after.size:
        before = before.resize(after.size)
    faded = after.point([round(255 - FADE * (255 - level)) for level in range(256)])
    picture = Image.merge("RGB", (faded,) * 3)
    for gone, come, colour in ((before, after, REMOVED), (after, before, ADDED)):
        mask = ImageChops.subtract(come, gone).point([0] * NOTICED + [255] * (256 - NOTICED))
        picture.paste(colour, mask=mask)
    return Raster(new.width, new.height, picture.tobytes())


def _grey(raster: Raster) -> Image.Image:
    return Image.frombytes("RGB", (raster.width, raster.height), raster.rgb).convert("L")


def changes(old: list[TextLine], new: list[TextLine]) -> list[Change]:
    """Every difference in words, where it stands on the new page.

    Line ends count for nothing: text that only ran on is not changed.
    """
    before = "".join(line.text for line in old)
    after = "".join(line.text for line in new)
    starts: list[int] = []
    length = 0
    for line in new:
        starts.append(length)
        length += len(line.text)
    found = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        number = max((n for n, at in enumerate(starts) if at <= j1), default=0)
        around = after[max(0, j1 - CONTEXT) : j2 + CONTEXT]
        box = new[number].box if new else None
        found.append(Change(number + 1, before[i1:i2], after[j1:j2], around, box))
    return found
