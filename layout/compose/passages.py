"""A story's text as passages: paragraphs and crossheads with all heights they can be set in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from layout.compose.setter import Setter
from layout.diagnostics import Source
from layout.issue.body import Crosshead, Span
from layout.issue.body import Paragraph as WrittenParagraph
from layout.issue.loaded import LoadedStory
from layout.page.grid import PageGrid
from layout.page.template import BodySize, Flow
from layout.text.galley import Line, galley
from layout.text.items import Paragraph, TextStyle
from layout.text.linebreak import Breaking, break_lines, line_of
from layout.text.paragraph import StyledText, paragraph

KEPT = 2
"""Lines of a paragraph that stay together at a column's head or foot (单行不占栏)."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way of setting a passage."""

    lines: int
    """Grid lines it takes."""
    cost: float
    """Demerits beyond those of the best way."""
    breaking: Breaking


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a crosshead, shaped, with its options, the best first."""

    paragraph: Paragraph
    options: tuple[Option, ...]
    head: int
    """Lines of it that must stand together at the foot of a column."""
    is_crosshead: bool
    source: Source
    measure: float
    pitch: int = 1
    """Grid lines to a line."""
    readings: Mapping[int, str] = field(default_factory=dict)
    """What stands over characters, by their offsets in the paragraph's text."""

    @property
    def least(self) -> int:
        """Grid lines at its tightest."""
        return min(option.lines for option in self.options)

    @property
    def most(self) -> int:
        """Grid lines at its loosest."""
        return max(option.lines for option in self.options)

    def lines(self, option: Option) -> tuple[Line, ...]:
        """Its lines, justified."""
        return galley(self.paragraph, option.breaking, (self.measure,))

    @property
    def characters(self) -> int:
        """How many it has."""
        return len(self.paragraph.text)


def passages(
    story: LoadedStory, flow: Flow, grid: PageGrid, setter: Setter, size: BodySize | None = None
) -> tuple[Passage, ...]:
    """The text of *story* in order, in the flow's styles brought to *size* on its own *grid*."""
    factor = grid.em / setter.spec(flow.style).size
    maker = _Maker(flow, grid.measure * grid.em, setter, factor, size.ink if size else "")
    return tuple(
        maker.crosshead(block) if isinstance(block, Crosshead) else maker.paragraph(block)
        for block in story.body.blocks
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes passages of one story in one size."""

    flow: Flow
    measure: float
    setter: Setter
    factor: float
    ink: str
    """In place of the styles' own; empty for these."""

    def paragraph(self, block: WrittenParagraph) -> Passage:
        spans = tuple(self._styled(span) for span in block.spans)
        lead = len(block.spans[0].text) if block.spans[0].style == "lead" else 0
        rules = self.setter.rules
        shaped = paragraph(spans, rules, lead=lead)
        _check(shaped, block.spans, self.setter)
        breakings = break_lines(shaped, (self.measure,), rules.costs)
        best = breakings[0]
        return Passage(
            shaped,
            tuple(Option(b.lines, b.demerits - best.demerits, b) for b in breakings),
            _head(shaped, best),
            is_crosshead=False,
            source=block.source,
            measure=self.measure,
            readings=_readings(block.spans),
        )

    def crosshead(self, block: Crosshead) -> Passage:
        spans = (StyledText(block.text, self._style(self.flow.crosshead_style)),)
        shaped = paragraph(spans, self.setter.rules, indent=0)
        _check(shaped, block.spans, self.setter)
        best = break_lines(shaped, (self.measure,), self.setter.rules.costs)[0]
        lines = max(best.lines, 1) * self.flow.crosshead_lines
        return Passage(
            shaped,
            (Option(lines, 0.0, best),),
            lines,
            is_crosshead=True,
            source=block.source,
            measure=self.measure,
            pitch=self.flow.crosshead_lines,
        )

    def _styled(self, span: Span) -> StyledText:
        names = {
            "plain": self.flow.style,
            "lead": self.flow.lead_style,
            "strong": self.flow.strong_style,
            "emphasis": self.flow.emphasis_style,
        }
        return StyledText(span.text, self._style(names[span.style]))

    def _style(self, name: str) -> TextStyle:
        return self.setter.style(name, size=self.setter.spec(name).size * self.factor, ink=self.ink)


def _readings(spans: tuple[Span, ...]) -> dict[int, str]:
    """Readings by the offset of their character in the paragraph."""
    found: dict[int, str] = {}
    start = 0
    for span in spans:
        found.update(enumerate(span.readings, start))
        start += len(span.text)
    return found


def _head(shaped: Paragraph, best: Breaking) -> int:
    """A lead is kept with two lines of what follows it, a paragraph's first line with one."""
    if not shaped.lead or shaped.lead >= len(shaped.text):
        return KEPT
    ends = next(i for i, offset in enumerate(shaped.offsets) if offset >= shaped.lead)
    return line_of(best, ends) + KEPT


def _check(shaped: Paragraph, spans: tuple[Span, ...], setter: Setter) -> None:
    """Tell missing characters where they were written, span by span."""
    found: list[tuple[int, Source]] = []
    start = 0
    for span in spans:
        found.append((start, span.source))
        start += len(span.text)
    setter.check_spans(shaped, found)
