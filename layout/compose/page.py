"""A page composed: furniture in its frames, the story through its columns."""

from dataclasses import dataclass, replace

from layout.compose.composition import Block, Composition, Fit
from layout.compose.content import Content, page_content
from layout.compose.credits import credits_rows
from layout.compose.furniture import Furnisher
from layout.compose.setter import Setter
from layout.compose.story import StoryComposer
from layout.compose.variants import Chooser, Chosen
from layout.diagnostics import Diagnostics
from layout.geometry import Box
from layout.issue.loaded import LoadedIssue, LoadedPage
from layout.page.dummy import Dummy
from layout.page.grid import PageGrid, page_grid
from layout.page.publication import Publisher
from layout.page.template import CreditsElement, Template
from layout.text.library import Library


@dataclass(frozen=True, slots=True)
class PageJob:
    """Everything one page is made of."""

    issue: LoadedIssue
    index: int
    """Of the page, from 0."""
    publisher: Publisher
    template: Template
    library: Library

    @property
    def page(self) -> LoadedPage:
        """The page as read."""
        return self.issue.pages[self.index]


def compose_page(job: PageJob, diagnostics: Diagnostics) -> Composition | None:
    """Compose one page; what is wrong is told, and None returned where nothing can be set."""
    publication, template = job.publisher.publication, job.template
    setter = Setter(publication, job.library, diagnostics)
    try:
        grid = page_grid(
            publication.sheets[template.sheet], publication.grids[template.grid], template.columns
        )
    except ValueError:
        scheme = template.columns
        diagnostics.add(
            "columns-too-wide", job.page.source, count=scheme.count, measure=scheme.measure
        )
        return None
    story = job.page.stories[0]
    content = page_content(job.issue, job.index, publication)
    _tell_unplaced(template, content, diagnostics)
    template = template.for_content(sum(map(bool, story.story.headline)), content.has)
    template = _with_room_for_credits(template, job.page, grid, setter)
    try:
        chosen = Chooser(template, grid, story, setter).choose()
    except ValueError:
        diagnostics.add("no-room", job.page.source, template=job.page.page.template)
        return None
    _tell_crowd(job, len(chosen.holes), diagnostics)
    furnisher = Furnisher(setter, grid, content, job.page, job.publisher.folder)
    return _assembled(job, template, furnisher, (chosen, setter))


def _assembled(
    job: PageJob, template: Template, furnisher: Furnisher, made: tuple[Chosen, Setter]
) -> Composition:
    """Every frame's blocks in the template's order, which is the order of reading."""
    chosen, setter = made
    fitted = chosen.fitted
    blocks: list[Block] = []
    fits: list[Fit] = []
    for name, frame in template.frames.items():
        box = _box(fitted.dummy, name)
        blocks += furnisher.blocks(name, box, frame.elements)
        if frame.flow is not None:
            lines = fitted.dummy.places[name].lines * fitted.dummy.grid.leading
            text_box = replace(box, height=lines - chosen.grid.blank)
            story = job.page.stories[0]
            composer = StoryComposer(story, chosen, frame.flow, text_box, setter)
            story_blocks, fit = composer.compose()
            blocks += story_blocks
            fits.append(fit)
    page = job.page.page
    return Composition(
        job.index + 1,
        str(page.page or ""),
        page.template,
        fitted.dummy,
        tuple(blocks),
        tuple(fits),
    )


def _box(dummy: Dummy, name: str) -> Box:
    place = dummy.places[name]
    grid: PageGrid = dummy.grid
    return grid.band(place.top, place.lines)


def _with_room_for_credits(
    template: Template, page: LoadedPage, grid: PageGrid, setter: Setter
) -> Template:
    """The template with a line more in the frame of the credits for every row beyond the first."""
    frames = dict(template.frames)
    for name, frame in template.frames.items():
        for element in frame.elements:
            if isinstance(element, CreditsElement) and frame.lines != "rest":
                rows = credits_rows(element, grid.type_area.width, page, setter)
                more = max(0, len(rows) - 1)
                lines = frame.lines.more_by(more)
                frames[name] = frame.model_copy(update={"lines": lines})
    return template.model_copy(update={"frames": frames})


def _tell_unplaced(template: Template, content: Content, diagnostics: Diagnostics) -> None:
    """Tell content that the template shows nowhere: nothing that was typed is left out unsaid."""
    shown = template.names()
    for name, words in content.typed():
        if name not in shown:
            diagnostics.add("content-not-placed", words.source, name=name, text=words.text)


def _tell_crowd(job: PageJob, placed: int, diagnostics: Diagnostics) -> None:
    """Pictures and stories beyond those the template takes are told, since they do not appear."""
    story = job.page.stories[0]
    usable = [picture for picture in story.pictures if picture.info is not None]
    for picture in usable[placed:]:
        diagnostics.add("picture-not-placed", picture.source, file=picture.spec.file, slots=placed)
    for other in job.page.stories[1:]:
        diagnostics.add("story-not-placed", other.source, slug=other.slug)
