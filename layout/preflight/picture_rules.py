"""``ppi``, and ``enc`` for inline pictures: pictures fine enough for a newspaper's screen."""

import math
from collections.abc import Iterator

from layout.preflight.content.marks import ImageMark
from layout.preflight.faults import Fault
from layout.preflight.limits import Limits
from layout.preflight.objects import LZW, filters

SLACK = 0.5
"""Pixels per inch: a picture has whole pixels, its box has not."""


def judge_picture(mark: ImageMark, limits: Limits) -> Iterator[Fault]:
    """Whether *mark* has pixels enough at the size it is printed, and no LZW in its stream.

    The streams of pictures that are objects are looked at with all others (``enc``).
    """
    if not mark.name and any(name in LZW for name in filters(mark.image)):
        yield Fault("pdf-lzw", {})
    ppi = mark.ppi
    for limit, code in (
        (limits.useless_ppi, "pdf-picture-too-coarse"),
        (limits.coarse_ppi, "pdf-picture-coarse"),
        (limits.fine_ppi, "pdf-picture-soft"),
    ):
        if ppi < limit - SLACK:
            wanted = math.ceil(int(mark.image.Width) * limits.fine_ppi / max(ppi, 1e-6))
            yield Fault(code, {"ppi": math.floor(ppi), "limit": round(limit), "wanted": wanted})
            return
