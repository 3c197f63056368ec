"""The whole process on one screen: an issue's folder in, PDF, proofs and report out.

Each stage is a function from one frozen value to the next; what any of them has to say
goes to one collection of diagnostics. The command line is a face of this module.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from time import perf_counter

from layout.compose.composition import Composition
from layout.compose.findings import tell_composition
from layout.compose.page import PageJob, compose_page
from layout.diagnostics import Diagnostics, Language, Source
from layout.display import Metadata, Sheet
from layout.files import write_whole
from layout.issue.load import load_issue
from layout.issue.loaded import LoadedIssue
from layout.output.drawing import draw
from layout.output.faults import mark_faults
from layout.output.pdf import write_pdf
from layout.output.png import encode_png
from layout.output.press import Press
from layout.page.faces import FaceCatalogue
from layout.page.load import load_catalogue, load_publication, load_template
from layout.page.publication import Publisher
from layout.preflight.report import report
from layout.resources import ASSETS, FONTS
from layout.text.library import Library

DPI = 150.0
"""Of a proof, unless another is asked for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one issue."""

    slug: str
    """The folder's name, which names the output."""
    report: Mapping[str, object]
    """What report.json holds."""
    diagnostics: Diagnostics
    files: tuple[Path, ...] = ()
    """Written, whole."""

    @property
    def ok(self) -> bool:
        """Whether nothing keeps the pages from the press."""
        return not self.diagnostics.has_errors


@dataclass(slots=True)
class Stopwatch:
    """Milliseconds that the stages of one run took."""

    spent: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        """Count what happens inside as *stage*."""
        start = perf_counter()
        try:
            yield
        finally:
            self.spent[stage] = self.spent.get(stage, 0.0) + (perf_counter() - start) * 1000


@dataclass(frozen=True, slots=True)
class Pages:
    """An issue composed and drawn."""

    issue: LoadedIssue
    publisher: Publisher
    compositions: tuple[Composition, ...]
    sheets: tuple[Sheet, ...]


def compose_issue(folder: Path, diagnostics: Diagnostics, watch: Stopwatch) -> Pages | None:
    """Read the issue in *folder* and compose its pages; None when there is nothing to show."""
    with watch.time("read"):
        issue = load_issue(folder, diagnostics)
        faces = library(diagnostics)
        if issue is None or faces is None:
            return None
        named = issue.positions.source("publication")
        publisher = load_publication(issue.issue.publication, named, faces.catalogue, diagnostics)
        if publisher is None:
            return None
        _tell_nameplate(publisher, diagnostics)
    with watch.time("compose"):
        compositions = [
            page
            for index in range(len(issue.pages))
            if (page := _compose(issue, index, publisher, faces, diagnostics))
        ]
    with watch.time("draw"):
        sheets = tuple(draw(page) for page in compositions)
    return Pages(issue, publisher, tuple(compositions), sheets)


def _compose(
    issue: LoadedIssue,
    index: int,
    publisher: Publisher,
    faces: Library,
    diagnostics: Diagnostics,
) -> Composition | None:
    """Compose page *index*; what is told knows its page."""
    found = Diagnostics()
    source = issue.positions.source("pages", index, "template")
    name = issue.pages[index].page.template
    template = load_template(name, issue.folder, source, publisher.publication, found)
    page = None
    if template is not None:
        try:
            job = PageJob(issue, index, publisher, template, faces)
            page = compose_page(job, found)
        except OSError as error:
            found.add("face-unusable", source, file=str(error))
    if page is not None:
        tell_composition(page, publisher.publication.composition, found)
    diagnostics.extend(found.on_page(index + 1))
    return page


def build(
    issue: Path, out: Path, *, dpi: float = DPI, page: int | None = None, lang: Language = "zh"
) -> Outcome:
    """Write PDF, proofs and report of *issue* to *out*.

    With an error, no PDF is written and an earlier one is left alone; the proofs are
    made all the same, with the faults marked. *page* proofs one page only.
    """
    return _run(issue, out, dpi=dpi, page=page, lang=lang, with_pdf=True)


def proof(
    issue: Path, out: Path, *, dpi: float = DPI, page: int | None = None, lang: Language = "zh"
) -> Outcome:
    """Write the proofs of *issue* to *out*, and nothing else."""
    return _run(issue, out, dpi=dpi, page=page, lang=lang, with_pdf=False)


def check(target: Path, *, lang: Language = "zh") -> Outcome:
    """Everything that would be reported on an issue, or on a PDF; nothing is written."""
    diagnostics, watch = Diagnostics(), Stopwatch()
    if target.suffix.lower() == ".pdf":
        # Only the check of a file pays for the library that takes files apart.
        from layout.preflight.check import check_file  # noqa: PLC0415

        with watch.time("preflight"):
            check_file(target, diagnostics)
        return Outcome(target.stem, report((), diagnostics, watch.spent, lang), diagnostics)
    pages = compose_issue(target, diagnostics, watch)
    if pages is not None:
        with watch.time("pdf"):
            write_pdf(pages.sheets, _metadata(pages), press_of(pages.publisher), diagnostics)
    made = pages.compositions if pages else ()
    return Outcome(_slug(target), report(made, diagnostics, watch.spent, lang), diagnostics)


def _run(
    issue: Path, out: Path, *, dpi: float, page: int | None, lang: Language, with_pdf: bool
) -> Outcome:
    diagnostics, watch, written = Diagnostics(), Stopwatch(), list[Path]()
    slug = _slug(issue)
    pages = compose_issue(issue, diagnostics, watch)
    if page is not None and pages and page not in {c.page for c in pages.compositions}:
        diagnostics.add("page-unknown", Source(issue.name), number=page, count=len(pages.sheets))
    if pages is not None and pages.sheets:
        with watch.time("pdf"):
            pdf = write_pdf(pages.sheets, _metadata(pages), press_of(pages.publisher), diagnostics)
        if diagnostics.has_errors:
            marked = mark_faults(pages.sheets, diagnostics)
            pdf = write_pdf(marked, _metadata(pages), press_of(pages.publisher), Diagnostics())
        files = {f"{slug}.pdf": pdf} if with_pdf and not diagnostics.has_errors else {}
        with watch.time("png"):
            files |= _proofs(pdf, pages, slug, dpi, page)
        with watch.time("write"):
            written = _write(files, out, diagnostics)
    made = pages.compositions if pages else ()
    told = report(made, diagnostics, watch.spent, lang)
    if with_pdf and issue_exists(issue):
        text = json.dumps(told, ensure_ascii=False, indent=1).encode()
        written += _write({f"{slug}.report.json": text}, out, diagnostics)
        told = report(made, diagnostics, watch.spent, lang)
    return Outcome(slug, told, diagnostics, tuple(written))


def issue_exists(issue: Path) -> bool:
    """Whether there is anything to report on."""
    return issue.exists()


def _proofs(
    pdf: bytes, pages: Pages, slug: str, dpi: float, page: int | None
) -> dict[str, bytes]:
    """PNGs of the pages of *pdf*, by file name."""
    # PDFium takes 50 ms to load: a build of the PDF alone does without.
    from layout.output.raster import Rasteriser  # noqa: PLC0415

    files = {}
    with Rasteriser(pdf) as rasteriser:
        for index, composition in enumerate(pages.compositions):
            if page in (None, composition.page):
                raster = rasteriser.page(index, dpi)
                files[f"{slug}-p{composition.page}.png"] = encode_png(raster, dpi)
    return files


def _write(files: Mapping[str, bytes], out: Path, diagnostics: Diagnostics) -> list[Path]:
    """Put *files* into *out*, each whole or not at all."""
    written = []
    for name, data in files.items():
        path = out / name
        try:
            out.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
        except OSError as error:
            reason = error.strerror or str(error)
            diagnostics.add("output-unwritable", file=str(path), reason=reason)
            break
        written.append(path)
    return written


def _slug(target: Path) -> str:
    folder = target.parent if target.name.endswith(".yaml") else target
    return folder.resolve().name


def _tell_nameplate(publisher: Publisher, diagnostics: Diagnostics) -> None:
    nameplate = publisher.publication.nameplate
    if nameplate.stand_in and nameplate.artwork:
        source = Source(f"{publisher.folder.name}/publication.yaml")
        diagnostics.add("nameplate-stand-in", source, file=nameplate.artwork)


def _metadata(pages: Pages) -> Metadata:
    """What the PDF says of itself: the paper, the day, the headlines."""
    issue, publication = pages.issue.issue, pages.publisher.publication
    headlines = [
        " ".join(story.story.headline) for page in pages.issue.pages for story in page.stories
    ]
    title = " ".join(filter(None, (publication.name, str(issue.date), issue.edition)))
    return Metadata(
        title=title,
        author=publication.name,
        subject="；".join(headlines),
        date=issue.date.isoformat(),
        language=publication.language,
    )


def press_of(publisher: Publisher) -> Press:
    """The press that a publication is printed on."""
    spec = publisher.publication.press
    own = publisher.folder / spec.profile
    return Press(
        own if own.is_file() else ASSETS / "icc" / spec.profile,
        spec.condition,
        spec.registry,
        spec.info,
        spec.max_ppi,
        spec.ink_limit,
    )


def library(diagnostics: Diagnostics) -> Library | None:
    """The faces that come with the engine; None when fonts.yaml is at fault, which is told."""
    catalogue = load_catalogue(diagnostics)
    return _opened(catalogue) if catalogue else None


@lru_cache(maxsize=4)
def _opened(catalogue: FaceCatalogue) -> Library:
    """The faces of *catalogue*, opened once in a process."""
    return Library(catalogue, FONTS)
