"""Publications, templates and faces from their files, checked against each other.

Read once in a process, as long as the file does not change; whatever is wrong is told
at its line, and every name that one file takes from another is looked up here, so that
no later stage meets a name that nobody declared.
"""

from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from layout.diagnostics import Diagnostic, Diagnostics, Source
from layout.issue.positions import Positions
from layout.issue.yaml_source import load_model
from layout.page.faces import FaceCatalogue
from layout.page.names import Names, names_in_publication, names_in_template
from layout.page.publication import Publication, Publisher
from layout.page.template import Template
from layout.resources import ASSETS, FONTS, TEMPLATES

PUBLICATION_FILE = "publication.yaml"
Model = TypeVar("Model", bound=BaseModel)


def publication_names() -> list[str]:
    """Every publication there is."""
    folder = ASSETS / "publications"
    return sorted(path.parent.name for path in folder.glob(f"*/{PUBLICATION_FILE}"))


def template_names() -> list[str]:
    """Every template that comes with the engine."""
    return sorted(path.stem for path in TEMPLATES.glob("*.yaml"))


def load_catalogue(diagnostics: Diagnostics) -> FaceCatalogue | None:
    """fonts.yaml; None when it cannot be read, which is told."""
    catalogue, _ = _load(FONTS / "fonts.yaml", FaceCatalogue, diagnostics)
    return catalogue


def load_publication(
    name: str, source: Source, catalogue: FaceCatalogue, diagnostics: Diagnostics
) -> Publisher | None:
    """The publication that an issue names at *source*; None when it is of no use, which is told."""
    path = ASSETS / "publications" / name / PUBLICATION_FILE
    if name not in publication_names():
        _tell_unknown("publication-unknown", name, publication_names(), source, diagnostics)
        return None
    publication, positions = _load(path, Publication, diagnostics)
    if publication is None:
        return None
    found = Diagnostics()
    _check(names_in_publication(publication, catalogue), positions, found)
    diagnostics.extend(found)
    return None if found.has_errors else Publisher(publication=publication, folder=path.parent)


def load_template(
    name: str, folder: Path, source: Source, publication: Publication, diagnostics: Diagnostics
) -> Template | None:
    """The template that a page names at *source*: the engine's own, or a file in *folder*."""
    if name.endswith((".yaml", ".yml")):
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            diagnostics.add("path-outside", source, file=name)
            return None
    else:
        path = TEMPLATES / f"{name}.yaml"
        if name not in template_names():
            _tell_unknown("template-unknown", name, template_names(), source, diagnostics)
            return None
    if not path.is_file():
        diagnostics.add("file-missing", source, file=name)
        return None
    template, positions = _load(path, Template, diagnostics)
    if template is None:
        return None
    found = Diagnostics()
    _check(names_in_template(template, publication), positions, found)
    _check_frames(template, positions, found)
    diagnostics.extend(found)
    return None if found.has_errors else template


def _check_frames(template: Template, positions: Positions, diagnostics: Diagnostics) -> None:
    """One frame takes the rest; a frame stands below one that comes before it."""
    rests = [name for name, frame in template.frames.items() if frame.lines == "rest"]
    if len(rests) != 1:
        source = positions.key("frames", rests[-1]) if rests else positions.key("frames")
        diagnostics.add("template-rest", source, count=len(rests))
    if not any(frame.flow for frame in template.frames.values()):
        diagnostics.add("template-no-text", positions.key("frames"))
    seen: set[str] = set()
    for name, frame in template.frames.items():
        if frame.below and frame.below not in seen:
            source = positions.source("frames", name, "below")
            diagnostics.add("frame-order", source, name=name, below=frame.below)
        seen.add(name)


def _check(names: Names, positions: Positions, diagnostics: Diagnostics) -> None:
    """Tell every name in use that nobody declared."""
    for path, name, known in names:
        if name not in known:
            source = positions.source(*path)
            _tell_unknown("name-unknown", name, sorted(known), source, diagnostics)


def _tell_unknown(
    code: str, name: str, known: list[str], source: Source, diagnostics: Diagnostics
) -> None:
    near = get_close_matches(name, known, n=1)
    diagnostics.add(code, source, name=name, known="、".join(near or known))


def _load(
    path: Path, model: type[Model], diagnostics: Diagnostics
) -> tuple[Model | None, Positions]:
    """Read *path*, or remember it from before."""
    try:
        stat = path.stat()
    except OSError:
        return load_model(path, model, diagnostics)
    found, positions, told = _read(path, model, (stat.st_mtime_ns, stat.st_size))
    diagnostics.extend(told)
    return found, positions


@lru_cache(maxsize=64)
def _read(
    path: Path, model: type[Model], _stamp: tuple[int, int]
) -> tuple[Model | None, Positions, tuple[Diagnostic, ...]]:
    """*path* as *model*; *_stamp* notices when the file changes."""
    told = Diagnostics()
    found, positions = load_model(path, model, told)
    return found, positions, tuple(told)
