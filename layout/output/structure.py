"""The structure of the document: which marks on paper are a heading, a paragraph, a figure.

Groups of the display list become a tree of elements; the content stream is cut into
marked sequences that point into it (PDF 1.7, 14.7 and 14.8). What nobody should read,
such as rules and folios, is marked as an artifact.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from layout.display import Fill, GlyphRun, Group, Item, Outline, Picture, Role, Rule
from layout.geometry import Box

ELEMENT_TYPES: dict[Role, str] = {
    "document": "Document",
    "Sect": "Sect",
    "H1": "H1",
    "H2": "H2",
    "H3": "H3",
    "P": "P",
    "Span": "Span",
    "Figure": "Figure",
    "Caption": "Caption",
}
"""Standard structure types of the roles; ``artifact`` is none."""

Drawn = GlyphRun | Rule | Fill | Outline | Picture


class Mark(NamedTuple):
    """A marked sequence of a page's content."""

    page: int
    """From 0."""
    mcid: int


@dataclass(slots=True, eq=False)
class Element:
    """One node of the structure tree."""

    type: str
    """Standard structure type."""
    alt: str = ""
    """What is read aloud in place of a figure."""
    kids: list["Element | Mark"] = field(default_factory=list)

    def has_content(self) -> bool:
        """Whether anything on paper belongs to it or to what it holds."""
        return any(isinstance(kid, Mark) or kid.has_content() for kid in self.kids)


class Step(NamedTuple):
    """One thing to draw, with what it belongs to."""

    item: Drawn
    element: Element | None
    """None for an artifact."""
    clips: tuple[Box, ...]
    """Areas it is confined to."""


class Bookmark(NamedTuple):
    """An entry of the outline."""

    title: str
    level: int
    """From 0."""
    page: int
    """From 0."""
    top: float
    """Where it leads, in points from the top of the sheet."""


class Structure:
    """The structure of all pages, built while they are walked in order."""

    def __init__(self) -> None:
        """Begin with an empty document."""
        self.root = Element("Document")
        self.bookmarks: list[Bookmark] = []
        self._elements: dict[str, Element] = {}
        self._owners: list[list[Element]] = []

    def walk(self, items: Iterable[Item]) -> list[Step]:
        """Everything to draw on the next page, in order of painting and reading."""
        self._owners.append([])
        return list(self._walk(items, self.root, (), 0))

    def _walk(
        self, items: Iterable[Item], element: Element | None, clips: tuple[Box, ...], level: int
    ) -> Iterator[Step]:
        for item in items:
            if not isinstance(item, Group):
                yield Step(item, element if _is_read(item, element) else None, clips)
                continue
            if item.title:
                page = len(self._owners) - 1
                self.bookmarks.append(Bookmark(item.title, level, page, _top(item)))
            yield from self._walk(
                item.items,
                self._enter(item, element),
                (*clips, item.clip) if item.clip else clips,
                level + 1 if item.title else level,
            )

    def _enter(self, group: Group, parent: Element | None) -> Element | None:
        """The element that *group*, inside *parent*, belongs to."""
        if group.role == "artifact" or parent is None:
            return None
        if group.role == "document":
            return self.root
        if group.role is None:
            return parent
        element = self._elements.get(group.element) if group.element else None
        if element is None:
            element = Element(ELEMENT_TYPES[group.role], group.alt)
            parent.kids.append(element)
            if group.element:
                self._elements[group.element] = element
        return element

    def mark(self, element: Element) -> int:
        """Begin a marked sequence of *element* on the current page; its MCID there."""
        owners = self._owners[-1]
        mcid = len(owners)
        owners.append(element)
        element.kids.append(Mark(len(self._owners) - 1, mcid))
        return mcid

    @property
    def owners(self) -> list[list[Element]]:
        """Page by page, the element of every MCID: the parent tree."""
        return self._owners


def _is_read(item: Drawn, element: Element | None) -> bool:
    """Whether an item is content: text is; lines and surfaces only as part of a figure."""
    return isinstance(item, GlyphRun) or (element is not None and element.type == "Figure")


def _top(group: Group) -> float:
    """Height on the sheet of the first thing in *group*; 0 when it is empty."""
    for item in group.items:
        match item:
            case GlyphRun():
                return item.y if item.vertical else item.y - item.size
            case Rule():
                return min(item.y1, item.y2)
            case Fill() | Picture():
                return item.box.y
            case Group() if item.items:
                return _top(item)
            case _:
                continue
    return 0.0
