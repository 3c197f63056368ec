"""The story's lines and pictures at their places, once copyfit has chosen the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from layout.compose.columns import Stretch
from layout.compose.composition import Block, Fit, Move, Part, PlacedLine
from layout.compose.copyfit import Fitted
from layout.compose.crop import crop, fitted
from layout.compose.passages import Passage
from layout.compose.readings import placed_readings
from layout.compose.remedies import remedies
from layout.compose.setter import Setter
from layout.compose.slots import Hole, SlotMaker, Standing
from layout.compose.variants import Chosen
from layout.display import Picture, Role, Rule
from layout.geometry import Box
from layout.issue.loaded import LoadedStory
from layout.page.grid import PageGrid
from layout.page.template import Flow
from layout.text.galley import Line, galley
from layout.text.linebreak import break_lines

RULED_GUTTER = 2
"""Characters: a narrower gutter has no room for a column rule."""
RULE_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class _SetLine:
    """A line of the story with the grid lines it takes."""

    line: Line
    passage: int
    pitch: int


@dataclass(frozen=True, slots=True)
class StoryComposer:
    """Places one story in the frame that text flows through."""

    story: LoadedStory
    chosen: Chosen
    flow: Flow
    frame: Box
    """Down to the foot of its last line of text."""
    setter: Setter

    @property
    def grid(self) -> PageGrid:
        """The text's own."""
        return self.chosen.grid

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The text."""
        return self.chosen.text

    def compose(self) -> tuple[list[Block], Fit]:
        """The story's blocks in order of reading, text before pictures, and how it fits."""
        fitted = self.chosen.fitted
        lines = list(self._lines(fitted))
        blocks, placed = self._text(lines, fitted.trial.stretches)
        for hole, standing in zip(self.chosen.holes, fitted.trial.standing, strict=True):
            blocks += self._picture(hole, standing)
        blocks += self._column_rules(fitted.trial.stretches)
        return blocks, self._fit(fitted, lines, placed)

    def _lines(self, fitted: Fitted) -> Iterator[_SetLine]:
        """Every line of the story, justified, as the filling has chosen."""
        for number, passage in enumerate(self.passages):
            filling = fitted.filling
            option = filling.options[number] if filling else passage.options[0]
            for line in passage.lines(option):
                yield _SetLine(line, number, passage.pitch)

    def _text(
        self, lines: Sequence[_SetLine], stretches: Sequence[Stretch]
    ) -> tuple[list[Block], int]:
        """Pour the lines into the stretches; how many of them found room."""
        parts: dict[tuple[int, int], list[PlacedLine]] = {}
        count = 0
        for number, stretch in enumerate(stretches):
            row = 0
            while count < len(lines) and row + lines[count].pitch <= stretch.lines:
                at = lines[count]
                placed = self._placed(at, stretch, row)
                parts.setdefault((at.passage, number), []).append(placed)
                row += at.pitch
                count += 1
        blocks = [
            block
            for (passage, _), column_parts in parts.items()
            for block in self._blocks(passage, column_parts)
        ]
        return blocks, count

    def _placed(self, at: _SetLine, stretch: Stretch, row: int) -> PlacedLine:
        """A line on its grid line; one that takes several stands in their middle."""
        style = at.line.clusters[0].cluster.style if at.line.clusters else None
        size = style.size if style else self.grid.em
        top = self.frame.y + (stretch.top + row) * self.grid.leading
        height = at.pitch * self.grid.leading - self.grid.blank
        face = self.setter.style(self.flow.style).face if style is None else style.face
        baseline = top + (height - size) / 2 + face.em_top * size
        return PlacedLine(at.line, self.grid.column_x(stretch.column), baseline)

    def _blocks(self, number: int, parts: Sequence[PlacedLine]) -> list[Block]:
        """The lines of a passage in one stretch, and what stands over them."""
        passage = self.passages[number]
        readings = [
            line
            for part in parts
            for line in placed_readings(passage, part, self.flow.reading_style, self.setter)
        ]
        top = parts[0].y - self.grid.em
        box = Box(parts[0].x, top, passage.measure, parts[-1].y - top)
        key = f"{self.story.slug} {number + 1}"
        role: Role = "H2" if passage.is_crosshead else "P"
        return [
            Block(role, tuple(parts), box, name=key, element=key, source=passage.source),
            *(
                [Block("artifact", tuple(readings), box, name=f"{key} readings")]
                if readings
                else ()
            ),
        ]

    def _picture(self, hole: Hole, standing: Standing) -> list[Block]:
        info, spec = hole.picture.info, hole.picture.spec
        if info is None:
            return []
        maker = SlotMaker(self.frame, self.flow, self.grid, self.setter)
        image, cutline_top = maker.boxes(hole, standing)
        # An advertisement is nothing to cut: it is shown whole, in the middle.
        box = fitted(info, image) if info.is_vector else image
        source = hole.picture.source
        picture = Picture(info.path, box, crop(info, box.width / box.height, spec.focus), source)
        alt = spec.alt or spec.cutline
        figure = Block("Figure", (picture,), box, name=spec.file, alt=alt, source=source)
        return [figure, *self._cutline(hole, image, cutline_top)]

    def _cutline(self, hole: Hole, image: Box, top: float) -> list[Block]:
        if hole.cutline is None:
            return []
        rules = self.setter.rules
        spec = self.setter.spec(self.flow.cutline_style)
        leading = self.setter.leading(self.flow.cutline_style)
        measures = (image.width,)
        breaking = break_lines(hole.cutline, measures, rules.costs)[0]
        face = self.setter.style(self.flow.cutline_style).face
        first = top + face.em_top * spec.size
        parts: tuple[Part, ...] = tuple(
            PlacedLine(line, image.x, first + number * leading)
            for number, line in enumerate(galley(hole.cutline, breaking, measures))
        )
        box = Box(image.x, top, image.width, (len(parts) - 1) * leading + spec.size)
        name = f"{hole.picture.spec.file} cutline"
        return [Block("Caption", parts, box, name=name, source=hole.picture.source)]

    def _column_rules(self, stretches: Sequence[Stretch]) -> list[Block]:
        """栏线: between columns that both have text there, where the gutter is wide enough."""
        if not self.flow.column_rule or self.grid.gutter < RULED_GUTTER:
            return []
        ink = self.setter.publication.ink(self.flow.column_rule)
        rules: list[Part] = []
        for left in stretches:
            for right in stretches:
                top = max(left.top, right.top)
                foot = min(left.top + left.lines, right.top + right.lines)
                if right.column != left.column + 1 or top >= foot:
                    continue
                x = self.grid.column_x(right.column) - self.grid.gutter * self.grid.em / 2
                y = self.frame.y
                leading, blank = self.grid.leading, self.grid.blank
                rules.append(
                    Rule(x, y + top * leading, x, y + foot * leading - blank, RULE_WEIGHT, ink)
                )
        return [Block("artifact", tuple(rules), self.frame, name="column-rules")] if rules else []

    def _fit(self, fitted: Fitted, lines: Sequence[_SetLine], placed: int) -> Fit:
        """How the story fits, in grid lines and characters."""
        filling = fitted.filling
        fit = Fit(
            self.story.slug,
            sum(line.pitch for line in lines),
            sum(passage.characters for passage in self.passages),
            "fits",
            moves=(*fitted.trial.moves, *self._paragraph_moves(fitted)),
            is_stranded=filling is not None and not filling.is_clean,
            source=self.passages[0].source if self.passages else self.story.source,
            taken=self.chosen.taken,
            rejected=self.chosen.rejected,
        )
        if placed < len(lines):
            over = lines[placed:]
            count = sum(at.line.end - at.line.start for at in over)
            off = sum(at.pitch for at in over)
            return replace(
                fit,
                state="over",
                off_lines=off,
                off_characters=count,
                remedies=remedies(self.chosen, off, is_over=True),
                first_left_out="".join(at.cluster.text for at in over[0].line.clusters),
            )
        spare = filling.left_over if filling else 0
        if spare:
            count = spare * self.grid.measure
            return replace(
                fit,
                state="under",
                off_lines=spare,
                off_characters=count,
                remedies=remedies(self.chosen, spare, is_over=False),
            )
        return fit

    def _paragraph_moves(self, fitted: Fitted) -> Iterator[Move]:
        """Paragraphs set in another number of lines than is best for them."""
        if fitted.filling is None:
            return
        for number, option in enumerate(fitted.filling.options):
            by = option.lines - self.passages[number].options[0].lines
            if by:
                yield Move("paragraph", f"{self.story.slug} {number + 1}", by, option.cost / 1000)
