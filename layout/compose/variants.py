"""Variants of a page: sizes of the body and arrangements of the pictures, the dearer ones last.

A page is tried as its template would have it first. Another arrangement or a smaller body
is looked at only where the page found so far costs more than that step by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layout.compose.composition import Alternative
from layout.compose.copyfit import Copyfit, Fitted, flow_frame
from layout.compose.passages import Passage, passages
from layout.compose.setter import Setter
from layout.compose.slots import Hole, holes
from layout.issue.loaded import LoadedStory
from layout.page.grid import PageGrid, finer_grid
from layout.page.template import Arrangement, BodySize, Template

NO_PICTURES = Arrangement(title="", slots=())


@dataclass(frozen=True, slots=True)
class Variant:
    """One size of the body with one arrangement."""

    arrangement: str
    """Its name in the template; empty for a page without pictures."""
    size: BodySize
    cost: float
    """What it costs not to take the first size and the first arrangement."""

    @property
    def name(self) -> str:
        """How reports call it."""
        return " ".join(filter(None, (self.arrangement, f"{self.size.em:g} pt")))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The variant taken, with all that was made for it."""

    variant: Variant
    grid: PageGrid
    """Of the text."""
    text: tuple[Passage, ...]
    holes: tuple[Hole, ...]
    fitted: Fitted
    taken: Alternative
    rejected: tuple[Alternative, ...]


class Chooser:
    """Chooses the variant for one story on one template."""

    def __init__(
        self, template: Template, grid: PageGrid, story: LoadedStory, setter: Setter
    ) -> None:
        """Look for a page of *template* with *story* on it."""
        self._template = template
        self._grid = grid
        self._story = story
        self._setter = setter
        _, self._flow = flow_frame(template)
        self._texts: dict[float, tuple[Passage, ...]] = {}

    def choose(self) -> Chosen:
        """The variant of least harm, or the one that comes nearest where none can be filled.

        Raises:
            ValueError: the template's bounds leave no page at all.

        """
        looked_at: list[tuple[Variant, Copyfit, Fitted | None]] = []
        best: tuple[float, int] | None = None
        for variant in sorted(self._variants(), key=lambda variant: variant.cost):
            if best and variant.cost >= best[0]:
                break
            search = self._search(variant)
            below = best[0] - variant.cost if best else float("inf")
            fitted = search.fit(below)
            looked_at.append((variant, search, fitted))
            if fitted:
                best = variant.cost + fitted.cost, len(looked_at) - 1
        if best:
            variant, _, fitted = looked_at[best[1]]
            assert fitted is not None  # noqa: S101 - it made the best
        else:
            variant, fitted = self._nearest(looked_at)
        told = {other: _told(other, made) for other, _, made in looked_at}
        taken = told.pop(variant)
        grid = self._text_grid(variant.size)
        return Chosen(
            variant,
            grid,
            self._text(variant.size),
            self._holes(variant),
            fitted,
            taken,
            tuple(told.values()),
        )

    def _nearest(
        self, looked_at: Sequence[tuple[Variant, Copyfit, Fitted | None]]
    ) -> tuple[Variant, Fitted]:
        """The misfit with the least text over, then the least room under."""
        found: list[tuple[bool, float, Variant, Fitted]] = []
        for variant, search, _ in looked_at:
            try:
                fitted = search.misfit()
            except ValueError:
                continue
            lines = sum(passage.options[0].lines for passage in self._text(variant.size))
            off = abs(fitted.trial.room - lines) * variant.size.leading
            found.append((fitted.filling is None, off, variant, fitted))
        if not found:
            raise ValueError("the template leaves no room for text")
        _, _, variant, fitted = min(found, key=lambda entry: entry[:2])
        return variant, fitted

    def _search(self, variant: Variant) -> Copyfit:
        grid = self._text_grid(variant.size)
        return Copyfit(
            self._template,
            (self._grid, grid),
            self._holes(variant),
            self._text(variant.size),
        )

    def _variants(self) -> Iterator[Variant]:
        own = BodySize(em=self._grid.em, leading=self._grid.leading)
        harm = self._template.harm
        for number, size in enumerate(self._flow.sizes or (own,)):
            for place, name in enumerate(self._arrangements()):
                cost = number * harm.body_size + place * harm.arrangement
                yield Variant(name, size, cost)

    def _arrangements(self) -> list[str]:
        """Names of the arrangements for so many pictures, or for as many as any takes."""
        count = sum(1 for picture in self._story.pictures if picture.info is not None)
        if not count or not self._flow.arrangements:
            return [""]
        sizes = {name: len(a.slots) for name, a in self._flow.arrangements.items()}
        enough = [size for size in sizes.values() if size >= count]
        wanted = min(enough) if enough else max(sizes.values())
        return [name for name, size in sizes.items() if size == wanted]

    def _text_grid(self, size: BodySize) -> PageGrid:
        if size.em == self._grid.em and size.leading == self._grid.leading:
            return self._grid
        return finer_grid(self._grid, size.em, size.leading)

    def _text(self, size: BodySize) -> tuple[Passage, ...]:
        """The story set in *size*, made when it is first asked for."""
        if size.em not in self._texts:
            grid = self._text_grid(size)
            self._texts[size.em] = passages(self._story, self._flow, grid, self._setter, size)
        return self._texts[size.em]

    def _holes(self, variant: Variant) -> tuple[Hole, ...]:
        arrangement = self._flow.arrangements.get(variant.arrangement, NO_PICTURES)
        grid = self._text_grid(variant.size)
        return tuple(holes(self._story.pictures, arrangement.slots, self._flow, grid, self._setter))


def _told(variant: Variant, fitted: Fitted | None) -> Alternative:
    return Alternative(variant.name, variant.cost + fitted.cost if fitted else None)
