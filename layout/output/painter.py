"""One page painted: every item of the display list as operators, marked with what it is."""

from collections.abc import Callable

from layout.color import BLACK, Cmyk
from layout.diagnostics import Diagnostic, Diagnostics
from layout.display import Fill, GlyphRun, Outline, Picture, Rule
from layout.geometry import Box
from layout.output.artwork import PreparedForm, placed
from layout.output.codes import CodeBook
from layout.output.content import Content, numbers
from layout.output.document import PressDocument
from layout.output.pictures import PreparedPicture, judge_resolution
from layout.output.structure import Element, Step, Structure
from layout.output.text import draw_run, part_lines

MISSING = Cmyk(0, 0, 0, 0.2)
"""Tint of the plate drawn where a picture could not be prepared."""
ARTIFACT = "artifact"
PictureSource = Callable[[Picture], PreparedPicture | PreparedForm | Diagnostic]
"""Makes pictures ready, or says what is wrong with them."""


class PagePainter:
    """Draws the steps of one page in order."""

    def __init__(
        self,
        document: PressDocument,
        structure: Structure,
        codes: CodeBook,
        pictures: PictureSource,
        height: float,
    ) -> None:
        """Begin a page *height* points high."""
        self.content = Content(height)
        self.images: list[str] = []
        """Names of the image and form resources it uses."""
        self.found = Diagnostics()
        """What was wrong with its pictures."""
        self._document = document
        self._structure = structure
        self._codes = codes
        self._pictures = pictures
        self._clips: tuple[Box, ...] = ()
        self._marked: Element | str | None = None
        self._run: GlyphRun | None = None
        """The text drawn last."""

    def draw(self, step: Step, after: Step | None) -> None:
        """Draw *step*; *after* is what will be drawn next."""
        self._confine(step.clips)
        self._mark(step.element or ARTIFACT)
        match step.item:
            case GlyphRun() as run:
                following = after.item if after and after.clips == step.clips else None
                text = following if isinstance(following, GlyphRun) else None
                if self._run is not None:
                    part_lines(self.content, self._codes[run.face], self._run, run)
                draw_run(self.content, self._codes[run.face], run, text)
                self._run = run
            case Rule() as rule:
                self._draw_rule(rule)
            case Fill() as fill:
                self._draw_fill(fill)
            case Outline() as outline:
                self._draw_outline(outline)
            case Picture() as picture:
                self._draw_picture(picture)

    def close(self) -> None:
        """End what is still open."""
        self._confine(())
        self._mark(None)

    def _confine(self, clips: tuple[Box, ...]) -> None:
        """Leave and enter clipped areas until exactly *clips* apply."""
        if clips == self._clips:
            return
        self._mark(None)
        shared = 0
        while shared < min(len(clips), len(self._clips)) and clips[shared] == self._clips[shared]:
            shared += 1
        for _ in self._clips[shared:]:
            self.content.restore()
        for box in clips[shared:]:
            self.content.save()
            self.content.clip(box)
        self._clips = clips

    def _mark(self, owner: Element | str | None) -> None:
        """See that what follows is marked as belonging to *owner*."""
        if owner is self._marked:
            return
        if self._marked is not None:
            self.content.add("EMC")
        if isinstance(owner, Element):
            mcid = self._structure.mark(owner)
            self.content.add(f"/{owner.type} <</MCID {mcid}>> BDC")
        elif owner is not None:
            self.content.add("/Artifact BMC")
        self._marked = owner

    def _draw_rule(self, rule: Rule) -> None:
        self.content.overprint(on=rule.ink == BLACK)
        self.content.stroke(rule.ink, rule.width)
        start = numbers(rule.x1, self.content.up(rule.y1))
        end = numbers(rule.x2, self.content.up(rule.y2))
        self.content.add(f"{start} m {end} l S")

    def _draw_fill(self, fill: Fill) -> None:
        rectangle = self.content.rectangle(fill.box)
        if fill.opacity < 1:
            self.content.save()
            self.content.opacity(fill.opacity)
        if fill.ink is not None:
            self.content.overprint(on=False)
            self.content.fill(fill.ink)
            self.content.add(f"{rectangle} f")
        if fill.border is not None:
            ink, width = fill.border
            self.content.overprint(on=ink == BLACK and fill.opacity == 1)
            self.content.stroke(ink, width)
            self.content.add(f"{rectangle} S")
        if fill.opacity < 1:
            self.content.restore()

    def _draw_outline(self, outline: Outline) -> None:
        self.content.overprint(on=False)
        self.content.fill(outline.ink)
        for operator, values in outline.segments:
            turned = [v if i % 2 == 0 else self.content.up(v) for i, v in enumerate(values)]
            name = "h" if operator == "Z" else operator.lower()
            self.content.add(f"{numbers(*turned)} {name}" if turned else name)
        self.content.add("f*" if outline.even_odd else "f")

    def _draw_picture(self, picture: Picture) -> None:
        prepared = self._pictures(picture)
        if isinstance(prepared, Diagnostic):
            self.found.append(prepared)
            self._draw_fill(Fill(picture.box, MISSING))
            return
        if isinstance(prepared, PreparedForm):
            self._draw_form(picture, prepared)
            return
        judgement = judge_resolution(picture, prepared)
        if judgement is not None:
            self.found.append(judgement)
        name = self._add_image(prepared)
        box = picture.box
        self.content.overprint(on=False)
        self.content.save()
        corner = numbers(box.x, self.content.up(box.bottom))
        self.content.add(f"{numbers(box.width, 0, 0, box.height)} {corner} cm /{name} Do")
        self.content.restore()

    def _draw_form(self, picture: Picture, form: PreparedForm) -> None:
        """Artwork, which begins with a state as fresh as a page's own, but black in ink."""
        name = self._document.add_form(form)
        self.images.append(name)
        self.content.save()
        self.content.clip(picture.box)
        self.content.overprint(on=False)
        self.content.fill(BLACK)
        self.content.stroke(BLACK, 1.0)
        self.content.spacing(0)
        self.content.mode(0)
        self.content.add(f"{placed(picture, form.area, self.content.up(0))} cm /{name} Do")
        self.content.restore()

    def _add_image(self, prepared: PreparedPicture) -> str:
        """Name of the image resource for *prepared*, noted as used on this page."""
        image = prepared.separation
        name = self._document.add_image(
            prepared.digest,
            image.data,
            Width=image.width,
            Height=image.height,
            ColorSpace=f"/{image.space}",
            BitsPerComponent=8,
            Filter=f"/{image.filter}",
        )
        self.images.append(name)
        return name
