"""One house's type: its styles by name, and text set in them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from layout.color import Cmyk
from layout.diagnostics import Diagnostics, Source
from layout.page.composition import Composition as Rules
from layout.page.publication import Publication
from layout.page.publication import Style as StyleSpec
from layout.text.coverage import missing, substituted
from layout.text.galley import Line
from layout.text.heading import set_heading
from layout.text.items import Paragraph, TextStyle
from layout.text.library import Library
from layout.text.paragraph import StyledText

LEADING = 1.25
"""Of a style that names none: the pitch of newspaper text, in sizes."""


@dataclass(frozen=True)
class Setter:
    """Sets text in the styles of a publication and tells characters that no face has."""

    publication: Publication
    library: Library
    diagnostics: Diagnostics

    @property
    def rules(self) -> Rules:
        """The house's rules of composition."""
        return self.publication.composition

    def spec(self, name: str) -> StyleSpec:
        """The style called *name*."""
        return self.publication.styles[name]

    def leading(self, name: str) -> float:
        """Leading of the style called *name*, in points."""
        spec = self.spec(name)
        return spec.leading or spec.size * LEADING

    def style(
        self, name: str, *, size: float | None = None, ink: str = "", vertical: bool = False
    ) -> TextStyle:
        """The style called *name*, with its size or ink changed."""
        spec = self.spec(name)
        colour = self.publication.ink(ink or spec.ink)
        return self.library.style(spec, size or spec.size, colour, vertical=vertical)

    def outline(self, name: str) -> tuple[Cmyk, float] | None:
        """The line that the style called *name* has round its characters."""
        outlined = self.spec(name).outline
        return (self.publication.ink(outlined.ink), outlined.width) if outlined else None

    def heading(
        self,
        text: str,
        style: TextStyle,
        source: Source,
        *,
        measure: float | None = None,
        track: float = 0.0,
    ) -> Line:
        """*text* on one line."""
        line = set_heading((StyledText(text, style),), self.rules, measure=measure, track=track)
        self.check(line, source, exact=False)
        return line

    def check(self, text: Paragraph | Line, source: Source, *, exact: bool) -> None:
        """Tell the characters that no declared face has, and those set in a fallback.

        *source* is where the text begins; if *exact*, its characters follow there.
        """
        self.check_spans(text, [(0, source)], exact=exact)

    def check_spans(
        self, text: Paragraph | Line, spans: Sequence[tuple[int, Source]], *, exact: bool = True
    ) -> None:
        """:meth:`check` of a text written in several *spans*, each with its offset in it."""

        def at(offset: int) -> Source:
            start, source = spans[bisect_right(spans, offset, key=lambda span: span[0]) - 1]
            column = source.column + (offset - start if exact else 0)
            return Source(source.file, source.line, column)

        for char, offset in missing(text):
            point = " ".join(f"U+{ord(c):04X}" for c in char)
            self.diagnostics.add("character-missing", at(offset), character=char, point=point)
        for cluster, offset, face in substituted(text):
            self.diagnostics.add("character-substituted", at(offset), character=cluster, face=face)
