"""The whole process on one screen: an issue's folder in, PDF, proofs and report out.

Each stage is a function from one frozen value to the next; what any of them has to say
goes to one collection of diagnostics. The command line is a face of this module.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from layout.cache import default_cache
from layout.compose.composition import Composition
from layout.compose.findings import tell_composition
from layout.compose.page import PageJob, compose_page
from layout.diagnostics import Diagnostics, Language, Source
from layout.display import Metadata, Sheet
from layout.files import write_whole
from layout.issue.lints import lint_issue
from layout.issue.load import load_issue
from layout.issue.loaded import LoadedIssue
from layout.output.artwork import artwork_of
from layout.output.draft import draft
from layout.output.drawing import draw
from layout.output.overlay import lay_over
from layout.output.pdf import write_pdf
from layout.output.press import Press
from layout.page.load import load_publication, load_template
from layout.page.publication import Publisher
from layout.page.shelf import template_summaries as templates
from layout.preflight.report import report
from layout.proofing import DPI, Proofing, Proofs
from layout.resources import ASSETS
from layout.text.faces import face_coverage as coverage
from layout.text.library import Library, open_library
from layout.units import pt_to_mm

__all__ = ["Outcome", "Proofing", "build", "check", "coverage", "proof", "templates"]

NEWSPRINT = ASSETS / "icc" / "snap-tr002-newsprint-tac220.icc"
"""The press that a PDF of unknown origin is checked for."""


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


@dataclass(frozen=True, slots=True)
class Pages:
    """An issue composed and drawn."""

    issue: LoadedIssue
    publisher: Publisher
    compositions: tuple[Composition, ...]
    sheets: tuple[Sheet, ...]

    @property
    def press(self) -> Press:
        """The press that the publication is printed on."""
        spec = self.publisher.publication.press
        own = self.publisher.folder / spec.profile
        return Press(
            own if own.is_file() else ASSETS / "icc" / spec.profile,
            spec.condition,
            spec.registry,
            spec.info,
            spec.max_ppi,
            spec.ink_limit,
            spec.marks,
            spec.bleed_mm,
        )

    @property
    def metadata(self) -> Metadata:
        """What the PDF says of itself: the paper, the day, the headlines."""
        issue, publication = self.issue.issue, self.publisher.publication
        stories = [story for page in self.issue.pages for story in page.stories]
        return Metadata(
            title=" ".join(filter(None, (publication.name, str(issue.date), issue.edition))),
            author=publication.name,
            subject="；".join(" ".join(story.story.headline) for story in stories),
            date=issue.date.isoformat(),
            language=publication.language,
        )


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over one issue: what it is told, what it finds, how long it takes."""

    issue: Path
    lang: Language
    found: Diagnostics = field(default_factory=Diagnostics)
    spent: dict[str, float] = field(default_factory=dict)
    """Milliseconds by stage."""

    @property
    def slug(self) -> str:
        """The folder's name."""
        folder = self.issue.parent if self.issue.name.endswith(".yaml") else self.issue
        return folder.resolve().name

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what happens inside as the stage *name*."""
        start = perf_counter()
        try:
            yield
        finally:
            self.spent[name] = self.spent.get(name, 0.0) + (perf_counter() - start) * 1000

    def pages(self, wanted: int | None = None) -> Pages | None:
        """Read, compose and draw the issue; None when there is nothing to show.

        A page *wanted* that the issue does not have is told.
        """
        with self.stage("read"):
            issue = load_issue(self.issue, self.found)
            library = open_library(self.found)
            if issue is None or library is None:
                return None
            named = issue.positions.source("publication")
            publisher = load_publication(
                issue.issue.publication, named, library.catalogue, self.found
            )
            if publisher is None:
                return None
            _tell_stand_in(publisher, self.found)
            lint_issue(issue, publisher.publication.lints.switched_on, self.found)
        with self.stage("compose"):
            composed = [
                compose(issue, index, publisher, library, self.found)
                for index in range(len(issue.pages))
            ]
            compositions = tuple(page for page in composed if page)
        with self.stage("draw"):
            sheets = tuple(draw(page) for page in compositions)
        count = len(issue.pages)
        if wanted is not None and not 1 <= wanted <= count:
            self.found.add("page-unknown", number=wanted, count=count)
        if not sheets:
            return None
        pages = Pages(issue, publisher, compositions, sheets)
        _judge_artwork(self, pages)
        return pages

    def pdf(self, pages: Pages) -> bytes:
        """The file for the press; the files of the issue are complete, or faults are told."""
        with self.stage("pdf"):
            return write_pdf(pages.sheets, pages.metadata, pages.press, self.found)

    def outcome(self, pages: Pages | None, files: Sequence[Path] = ()) -> Outcome:
        """What came of it."""
        made = pages.compositions if pages else ()
        told = report(made, self.found, self.spent, self.lang, pages.issue if pages else None)
        return Outcome(self.slug, told, self.found, tuple(files))


def compose(
    issue: LoadedIssue, index: int, publisher: Publisher, library: Library, found: Diagnostics
) -> Composition | None:
    """Compose page *index* (from 0) of *issue*; what is told knows its page."""
    here = Diagnostics()
    source = issue.positions.source("pages", index, "template")
    name = issue.pages[index].page.template
    template = load_template(name, issue.folder, source, publisher.publication, here)
    page = None
    if template is not None:
        try:
            page = compose_page(PageJob(issue, index, publisher, template, library), here)
        except OSError as error:
            here.add("face-unusable", source, file=str(error))
    if page is not None:
        tell_composition(page, publisher.publication.composition, here)
    found.extend(here.on_page(index + 1))
    return page


def build(  # noqa: PLR0913 - one for each option of the command
    issue: Path,
    out: Path,
    *,
    dpi: float = DPI,
    page: int | None = None,
    as_draft: bool = False,
    lang: Language = "zh",
) -> Outcome:
    """Write PDF, proofs and report of *issue* to *out*; *page* proofs that page only.

    With an error no PDF is written and an earlier one is left alone; the proofs are
    made all the same, stamped and with the faults marked. A draft is a PDF made in
    spite of errors, stamped, beside the place of the real one.
    """
    run = Run(issue, lang)
    pages = run.pages(page)
    files: dict[str, bytes] = {}
    if pages is not None:
        pdf = run.pdf(pages)
        if as_draft:
            files[f"{run.slug}.draft.pdf"] = _draft(run, pages)
        elif not run.found.has_errors:
            files[f"{run.slug}.pdf"] = pdf
        files |= _proofs(run, pages, pdf, Proofing(dpi=dpi, page=page))
    written = _write(run, files, out)
    if issue.exists():
        told = json.dumps(run.outcome(pages).report, ensure_ascii=False, indent=1)
        written += _write(run, {f"{run.slug}.report.json": told.encode()}, out)
    return run.outcome(pages, written)


def check(target: Path, *, lang: Language = "zh") -> Outcome:
    """Everything there is to say about an issue or a PDF; nothing is written."""
    run = Run(target, lang)
    if target.suffix.lower() == ".pdf":
        _check_file(run)
        return Outcome(target.stem, run.outcome(None).report, run.found)
    pages = run.pages()
    if pages is not None:
        pdf = run.pdf(pages)
        _preflight(run, pages, pdf)
    return run.outcome(pages)


def proof(
    issue: Path, out: Path, wanted: Proofing | None = None, *, lang: Language = "zh"
) -> Outcome:
    """Write the proofs of *issue* to *out*, showing what is *wanted* of it."""
    run = Run(issue, lang)
    wanted = wanted or Proofing()
    pages = run.pages(wanted.page)
    files: dict[str, bytes] = {}
    if pages is not None:
        before = _earlier(run, wanted.compare) if wanted.compare else None
        pdf = run.pdf(pages)
        if wanted.overlay:
            sheets = lay_over(pages.sheets, pages.compositions, wanted.overlay)
            pdf = write_pdf(sheets, pages.metadata, pages.press, Diagnostics())
        files = _proofs(run, pages, pdf, wanted, before)
    return run.outcome(pages, _write(run, files, out))


def _earlier(run: Run, other: Path) -> bytes | None:
    """The PDF to compare with: a file, or what comes of another issue's folder."""
    if other.suffix.lower() == ".pdf":
        try:
            return other.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            run.found.add("file-unreadable", Source(other.name), file=other, reason=reason)
            return None
    earlier = Run(other, run.lang)
    pages = earlier.pages()
    if pages is None:
        run.found.extend(earlier.found)
        return None
    return earlier.pdf(pages)


def _proofs(
    run: Run, pages: Pages, pdf: bytes, wanted: Proofing, before: bytes | None = None
) -> dict[str, bytes]:
    """PNGs of the pages, by file name: of *pdf*, or with the faults marked if there are any."""
    with run.stage("png"):
        if run.found.has_errors:
            pdf = _draft(run, pages)
        proofs = Proofs(pdf, wanted, pages.press, run.found)
        return dict(proofs.pngs(run.slug, pages.compositions, before))


def _draft(run: Run, pages: Pages) -> bytes:
    """The pages stamped and with their faults marked, as a file that no press will take."""
    library = open_library(run.found)
    style = next(iter(pages.publisher.publication.styles.values()))
    face = library.face(style.face) if library else None
    sheets = draft(pages.sheets, run.found, face)
    return write_pdf(sheets, pages.metadata, pages.press, Diagnostics(), is_draft=True)


def _judge_artwork(run: Run, pages: Pages) -> None:
    """Tell what is wrong with drawings and advertisements that others made."""
    if any(any(artwork_of(sheet.items)) for sheet in pages.sheets):
        # Only pages with such artwork pay for the library that takes files apart.
        from layout.preflight.artwork import judge_artwork  # noqa: PLC0415

        with run.stage("artwork"):
            run.found.extend(judge_artwork(pages.sheets, pages.press, default_cache()))


def _preflight(run: Run, pages: Pages, pdf: bytes) -> None:
    # Only those who check pay for the library that takes files apart.
    from layout.preflight.check import check_pdf  # noqa: PLC0415
    from layout.preflight.limits import Limits  # noqa: PLC0415

    trims = tuple((pt_to_mm(sheet.width), pt_to_mm(sheet.height)) for sheet in pages.sheets)
    numbers = tuple(composition.page for composition in pages.compositions)
    with run.stage("preflight"):
        run.found.extend(check_pdf(pdf, pages.press, Limits(trims_mm=trims, pages=numbers)))


def _check_file(run: Run) -> None:
    from layout.preflight.check import check_pdf  # noqa: PLC0415 - as in _preflight

    try:
        pdf = run.issue.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        run.found.add("file-unreadable", Source(run.issue.name), file=run.issue, reason=reason)
        return
    with run.stage("preflight"):
        run.found.extend(check_pdf(pdf, Press(NEWSPRINT)))


def _write(run: Run, files: Mapping[str, bytes], out: Path) -> list[Path]:
    """Put *files* into *out*, each whole or not at all; the first that fails is told."""
    written: list[Path] = []
    with run.stage("write"):
        for name, data in files.items():
            path = out / name
            try:
                out.mkdir(parents=True, exist_ok=True)
                write_whole(path, data)
            except OSError as error:
                reason = error.strerror or str(error)
                run.found.add("output-unwritable", file=str(path), reason=reason)
                break
            written.append(path)
    return written


def _tell_stand_in(publisher: Publisher, found: Diagnostics) -> None:
    nameplate = publisher.publication.nameplate
    if nameplate.stand_in and nameplate.artwork:
        source = Source(f"{publisher.folder.name}/publication.yaml")
        found.add("nameplate-stand-in", source, file=nameplate.artwork)
