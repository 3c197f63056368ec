"""Names that one file takes from another: faces, inks, styles, sheets, grids."""

from collections.abc import Collection, Iterator

from layout.page.faces import FaceCatalogue
from layout.page.publication import Publication, Style
from layout.page.template import (
    AnyElement,
    CreditsElement,
    Flow,
    Frame,
    HeadlineElement,
    LetteringElement,
    PlateElement,
    RuleElement,
    Template,
    TextElement,
)

Path = tuple[str | int, ...]
Name = tuple[Path, str, Collection[str]]
"""Where a name is used, the name, and the names there are."""
Names = Iterator[Name]


def names_in_publication(publication: Publication, catalogue: FaceCatalogue) -> Names:
    """Faces and inks that its styles use."""
    for key, style in publication.styles.items():
        path = ("styles", key)
        yield (*path, "face"), style.face, catalogue.faces
        if style.latin:
            yield (*path, "latin"), style.latin, catalogue.faces
        yield (*path, "ink"), style.ink, publication.inks
        if style.outline:
            yield (*path, "outline", "ink"), style.outline.ink, publication.inks


def names_in_template(template: Template, publication: Publication) -> Names:
    """Sheet, grid, styles and inks that it takes from the house."""
    yield ("sheet",), template.sheet, publication.sheets
    yield ("grid",), template.grid, publication.grids
    for name, frame in template.frames.items():
        yield from _in_frame(frame, ("frames", name), publication)


def _in_frame(frame: Frame, path: Path, publication: Publication) -> Names:
    if frame.flow:
        yield from _in_flow(frame.flow, (*path, "flow"), publication)
    for index, element in enumerate(frame.elements):
        at = (*path, "elements", index)
        for key, name in _styles_of(element):
            yield (*at, key), name, publication.styles
        for key, name in _inks_of(element):
            if name:
                yield (*at, key), name, publication.inks


def _in_flow(flow: Flow, path: Path, publication: Publication) -> Names:
    styles: dict[str, Style] = publication.styles
    for key in type(flow).model_fields:
        if key.endswith("_style") or key == "style":
            yield (*path, key), getattr(flow, key), styles
    for index, size in enumerate(flow.sizes):
        if size.ink:
            yield (*path, "sizes", index, "ink"), size.ink, publication.inks
    if flow.column_rule:
        yield (*path, "column_rule"), flow.column_rule, publication.inks


def _styles_of(element: AnyElement) -> list[tuple[str, str]]:
    match element:
        case TextElement() | HeadlineElement():
            return [("style", element.style)]
        case CreditsElement():
            return [("role_style", element.role_style), ("name_style", element.name_style)]
    return []


def _inks_of(element: AnyElement) -> list[tuple[str, str]]:
    match element:
        case PlateElement():
            return [("ink", element.ink), ("border", element.border)]
        case TextElement() | RuleElement() | LetteringElement():
            return [("ink", element.ink)]
        case HeadlineElement():
            return [("inks", ink) for ink in element.inks]
    return []
