"""Furniture: everything on a page that is not a story's text, as its template's frames say."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from layout.cache import default_cache
from layout.compose.composition import Block, Part, PlacedLine
from layout.compose.content import Content
from layout.compose.credits import credits_rows
from layout.compose.crop import crop
from layout.compose.headline import headline_block
from layout.compose.setter import Setter
from layout.diagnostics import Source
from layout.display import Fill, Outline, Picture, Rule
from layout.geometry import Box
from layout.issue.loaded import LoadedPage
from layout.page.artwork import read_artwork
from layout.page.grid import PageGrid
from layout.page.template import (
    AnyElement,
    BoxElement,
    CreditsElement,
    Element,
    HeadlineElement,
    LetteringElement,
    PictureElement,
    PlateElement,
    RuleElement,
    TextElement,
)


@dataclass(frozen=True, slots=True)
class Furnisher:
    """Furnishes the frames of one page."""

    setter: Setter
    grid: PageGrid
    content: Content
    page: LoadedPage
    folder: Path
    """Of the publication, where its artwork lies."""

    def blocks(self, name: str, box: Box, elements: Iterable[AnyElement]) -> list[Block]:
        """What *elements* put into the frame called *name*, which fills *box*."""
        found = []
        for element in elements:
            if not self.content.has(element.requires):
                continue
            found += self._element(element, box)
        return [replace(block, name=name) for block in found]

    def _element(self, element: AnyElement, frame: Box) -> list[Block]:
        match element:
            case TextElement():
                made = self._text(element, frame)
            case PlateElement():
                made = self._plate(element, self._box(element, frame))
            case RuleElement():
                made = self._rule(element, frame)
            case LetteringElement():
                made = self._lettering(element, frame)
            case PictureElement():
                made = self._picture(element, self._box(element, frame))
            case HeadlineElement():
                box = self._box(element, frame)
                made = headline_block(element, box, self.page.stories[0], self.setter)
            case CreditsElement():
                made = self._credits(element, frame)
        return made

    def _x(self, element: Element, frame: Box) -> float:
        """Left edge in points; negative places count from the right."""
        return (frame.x if element.x >= 0 else frame.right) + element.x * self.grid.em

    def _y(self, element: Element, frame: Box) -> float:
        """Top edge in points; negative places count from the foot."""
        return (frame.y if element.y >= 0 else frame.bottom) + element.y * self.grid.leading

    def _box(self, element: BoxElement, frame: Box) -> Box:
        """An element's box; sides that are not given reach to the frame's."""
        x, y = self._x(element, frame), self._y(element, frame)
        width, height = element.width * self.grid.em, element.height * self.grid.leading
        return Box(
            x,
            y,
            width if element.width > 0 else frame.right - x + width,
            height if element.height > 0 else frame.bottom - y + height,
        )

    def _text(self, element: TextElement, frame: Box) -> list[Block]:
        words = self.content.filled(element.text)
        if words is None or not words.text:
            return []
        setter, wanted = self.setter, element.size or self.setter.spec(element.style).size
        size = self._size(element, frame, len(words.text), wanted)
        style = setter.style(element.style, size=size, ink=element.ink, vertical=element.vertical)
        measure = element.measure * self.grid.em * size / wanted if element.measure else None
        track = setter.spec(element.style).tracking
        line = setter.heading(words.text, style, words.source, measure=measure, track=track)
        x, y = self._x(element, frame), self._y(element, frame)
        length = measure or line.width
        back = {"left": 0.0, "center": length / 2, "right": length}[element.align]
        if element.vertical:
            head = self._middle(element, frame) - length / 2 if element.clear else y - back
            placed = PlacedLine(line, x + wanted / 2, head, vertical=True)
            box = Box(x + (wanted - size) / 2, head, size, length)
        else:
            if element.clear:
                y = frame.bottom - element.clear[1] * self.grid.leading - size
            placed = PlacedLine(line, x - back, y + style.face.em_top * size)
            box = Box(x - back, y, length, size)
        placed = replace(placed, hidden=element.hidden, outline=setter.outline(element.style))
        title = words.text if element.bookmark else ""
        return [Block(element.role, (placed,), box, source=words.source, title=title)]

    def _size(self, element: TextElement, frame: Box, characters: int, wanted: float) -> float:
        """The size wanted, or what keeps the text clear of the frame's head and foot."""
        if element.clear is None:
            return wanted
        room = frame.height - sum(element.clear) * self.grid.leading
        if element.vertical:
            room /= max(characters, (element.measure or 0) * self.grid.em / wanted)
        return max(1.0, min(wanted, room))

    def _middle(self, element: TextElement, frame: Box) -> float:
        """Of the room that an element keeps clear, from the sheet's top."""
        above, below = element.clear or (0.0, 0.0)
        return frame.y + frame.height / 2 + (above - below) / 2 * self.grid.leading

    def _plate(self, element: PlateElement, box: Box) -> list[Block]:
        inks = self.setter.publication
        border = (inks.ink(element.border), element.border_width) if element.border else None
        ink = inks.ink(element.ink) if element.ink else None
        return [Block("artifact", (Fill(box, ink, border, element.opacity),), box)]

    def _rule(self, element: RuleElement, frame: Box) -> list[Block]:
        box = self._box(element, frame)
        end = (box.x, box.bottom) if element.vertical else (box.right, box.y)
        ink = self.setter.publication.ink(element.ink)
        rule = Rule(box.x, box.y, *end, element.weight, ink)
        return [Block("artifact", (rule,), Box(box.x, box.y, end[0] - box.x, end[1] - box.y))]

    def _lettering(self, element: LetteringElement, frame: Box) -> list[Block]:
        """The nameplate's artwork, as wide as its height makes it."""
        spec = self.setter.publication.nameplate
        if not spec.artwork:
            return []
        try:
            artwork = read_artwork(self.folder / spec.artwork, default_cache())
        except (OSError, ValueError) as error:
            source = Source(f"{self.folder.name}/publication.yaml")
            self.setter.diagnostics.add(
                "nameplate-unusable", source, file=spec.artwork, reason=error
            )
            return []
        height = self._box(element, frame).height
        width = artwork.width * height / artwork.height
        box = Box(self._x(element, frame), self._y(element, frame), width, height)
        ink = self.setter.publication.ink(element.ink)
        outline = Outline(artwork.placed(box), ink, even_odd=artwork.even_odd)
        return [Block("artifact", (outline,), box)]

    def _picture(self, element: PictureElement, box: Box) -> list[Block]:
        artwork, banner = self.page.artwork, self.page.page.banner
        if artwork is None or banner is None:
            return []
        aspect = box.width / box.height
        named = self.content.get("banner.artwork")
        source = named.source if named else None
        picture = Picture(artwork.path, box, crop(artwork, aspect, element.focus), source)
        return [Block("Figure", (picture,), box, alt=banner.alt or banner.title)]

    def _credits(self, element: CreditsElement, frame: Box) -> list[Block]:
        """Rows of entries, spread from edge to edge."""
        box = self._box(element, frame)
        rows = credits_rows(element, box.width, self.page, self.setter)
        face = self.setter.style(element.name_style).face
        parts: list[Part] = []
        for number, row in enumerate(rows):
            baseline = box.y + number * self.grid.leading + face.em_top * self.grid.em
            parts += [PlacedLine(line, box.x + x, baseline) for line, x in row]
        return [Block("P", tuple(parts), box)] if parts else []
