"""Which characters no face has, and which were set in a face that stands in.

No silent fallback: what these find, the callers report with its story and its line.
"""

from collections.abc import Iterator
from typing import NamedTuple

from layout.text.classes import CharClass
from layout.text.fonts import Face
from layout.text.galley import Line
from layout.text.items import Box, Cluster, Glue, Paragraph


class Substitution(NamedTuple):
    """A cluster set in a declared fallback."""

    text: str
    offset: int
    """Of its first character in the paragraph's text."""
    face: str
    """Key of the face that stands in."""


def missing(source: Paragraph | Line) -> Iterator[tuple[str, int]]:
    """Each character that its face lacks, with its offset in the paragraph's text."""
    for cluster, offset in _clusters(source):
        at = offset
        for glyph in cluster.glyphs:
            if not glyph.gid:
                yield glyph.text, at
            at += len(glyph.text)


def substituted(source: Paragraph | Line) -> Iterator[Substitution]:
    """Each cluster that is set in a fallback face."""
    for cluster, offset in _clusters(source):
        if cluster.face not in _own_faces(cluster):
            yield Substitution(cluster.text, offset, cluster.face.key)


def _own_faces(cluster: Cluster) -> tuple[Face | None, ...]:
    """The faces that its style names for such a cluster; marks may be borrowed, Han may not."""
    style = cluster.style
    if cluster.kind is CharClass.HAN:
        return (style.face,)
    if cluster.kind is CharClass.LATIN:
        return style.face, style.latin
    if cluster.kind is CharClass.SPACE:
        return (cluster.face,)  # one blank is as good as another
    return style.face, style.marks, style.latin


def _clusters(source: Paragraph | Line) -> Iterator[tuple[Cluster, int]]:
    if isinstance(source, Line):
        for placed in source.clusters:
            yield placed.cluster, placed.offset
        return
    for item, offset in zip(source.items, source.offsets, strict=True):
        if isinstance(item, Box):
            yield item.cluster, offset
        elif isinstance(item, Glue) and item.space is not None:
            yield item.space, offset - 1
