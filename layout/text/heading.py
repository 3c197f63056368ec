"""Headings 标题: one line, never broken, spread or closed up to an exact width."""

from itertools import pairwise
from typing import NamedTuple

from layout.page.composition import Composition
from layout.text.classes import CharClass
from layout.text.galley import Line, SetCluster, Spread
from layout.text.glyphs import ink_along
from layout.text.items import TIERS, Cluster, Posture
from layout.text.paragraph import StyledText, units
from layout.text.spacing import joints


class _Part(NamedTuple):
    """A cluster of the heading and the blank before it, in points."""

    cluster: Cluster
    offset: int
    before: float
    is_inside: bool = False
    """It goes on with the word before it: no gap opens between the two."""


def set_heading(
    spans: tuple[StyledText, ...],
    rules: Composition,
    *,
    measure: float | None = None,
    track: float = 0.0,
) -> Line:
    """Set *spans* as one line.

    Punctuation is half width, as headlines have it (CLREQ 3.1.6). A line of a given
    measure has its gaps opened or closed by one and the same amount, and the ink of
    its first and last glyph stands flush with the edges: in large sizes the side
    bearings of the glyphs are seen. Glyphs are never distorted.

    Args:
        spans: the text in its styles, in order.
        rules: the house's composition.
        measure: points to fill exactly; natural width when absent.
        track: em added between clusters, of the larger of the two.

    """
    text = "".join(s.text for s in spans)
    parts = _parts(text, spans, rules, track)
    natural = sum(p.before + p.cluster.width for p in parts)
    if not parts or measure is None:
        return _line(parts, 0.0, 0.0, (text, natural, natural))
    head, tail = _bearings(parts)
    ink = natural - head - tail
    gaps = sum(not part.is_inside for part in parts) - 1
    if not gaps:
        return _line(parts, (measure - ink) / 2 - head, 0.0, (text, natural, measure))
    gap = (measure - ink) / gaps
    return _line(parts, -head, gap, (text, natural, measure))


def _parts(
    text: str, spans: tuple[StyledText, ...], rules: Composition, track: float
) -> list[_Part]:
    """Clusters with their natural blanks: the house's, its marks at half width."""
    half = rules.model_copy(update={"punctuation": "半角"})
    boxes = units(text, spans)
    parts = [_Part(boxes[0].box.cluster, boxes[0].start, 0.0)] if boxes else []
    for (first, _, _), (second, offset, is_inside) in pairwise(boxes):
        before, after = first.cluster, second.cluster
        em = max(before.style.size, after.style.size)
        if is_inside:
            blank = 0.0
        elif CharClass.SPACE in (before.kind, after.kind):
            blank = track * em
        else:
            blank = joints(em, half)[before.right, after.left].width + track * em
        parts.append(_Part(after, offset, blank, is_inside))
    return parts


def _bearings(parts: list[_Part]) -> tuple[float, float]:
    """Points between the line's ends and the ink of its first and last glyph."""
    first, last = parts[0].cluster, parts[-1].cluster
    return _ink(first)[0], last.width - _ink(last)[1]


def _ink(cluster: Cluster) -> tuple[float, float]:
    """Where the cluster's ink begins and ends along the line, in points from its box's start."""
    if cluster.posture is Posture.ACROSS:
        tops = [cluster.face.ink(g.gid) for g in cluster.glyphs]
        high, low = max(i.top for i in tops), min(i.bottom for i in tops)
        return cluster.baseline - high * cluster.size, cluster.baseline - low * cluster.size
    vertical = cluster.style.vertical and cluster.posture is Posture.UPRIGHT
    begin, end, pen = cluster.width, 0.0, 0.0
    for glyph in cluster.glyphs:
        if not cluster.face.ink(glyph.gid).is_blank:
            start, stop = ink_along(cluster.face, glyph, vertical=vertical)
            begin = min(begin, pen + start * cluster.size)
            end = max(end, pen + stop * cluster.size)
        pen += glyph.box * cluster.size
    return (begin, end) if begin < end else (0.0, cluster.width)


def _line(parts: list[_Part], x: float, gap: float, about: tuple[str, float, float]) -> Line:
    text, natural, measure = about
    placed: list[SetCluster] = []
    for number, part in enumerate(parts):
        x += part.before + (gap if number and not part.is_inside else 0.0)
        placed.append(SetCluster(part.cluster, x, part.offset))
        x += part.cluster.width
    em = parts[0].cluster.style.size if parts else 1.0
    spread = Spread(natural, measure, (0.0,) * TIERS, (0.0, 0.0), gap / em, "heading")
    return Line(tuple(placed), x, spread, 0, len(text), is_last=True)
