"""The report: everything found on the way, as report.json holds it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from layout.compose.composition import Alternative, Composition, Fit, Move, PlacedLine
from layout.diagnostics import Diagnostic, Diagnostics, Language
from layout.display import Picture
from layout.issue.loaded import LoadedIssue
from layout.issue.pictures import PictureInfo
from layout.text.galley import Line
from layout.text.items import Tier


def report(
    pages: Sequence[Composition],
    diagnostics: Diagnostics,
    timings_ms: Mapping[str, float],
    lang: Language = "zh",
    issue: LoadedIssue | None = None,
) -> dict[str, object]:
    """The report on *pages* of *issue* as plain values, ready for JSON.

    Diagnostics are told in *lang*; milliseconds are those of this run.
    """
    files = _files(issue) if issue else {}
    return {
        "ok": not diagnostics.has_errors,
        "pages": [_page(page, files) for page in pages],
        "diagnostics": told(diagnostics, lang),
        "timings_ms": {name: round(spent, 1) for name, spent in timings_ms.items()},
    }


def told(diagnostics: Iterable[Diagnostic], lang: Language = "zh") -> list[dict[str, object]]:
    """Findings as plain values."""
    return [_diagnostic(found, lang) for found in diagnostics]


Files = Mapping[Path, tuple[str, PictureInfo]]
"""Pictures by their path: as issue.yaml names them, and what they are."""


def _page(page: Composition, files: Files) -> dict[str, object]:
    return {
        "page": page.page,
        "label": page.label,
        "template": page.template,
        "stories": [{**_story(fit), "log": _log(page, fit.slug)} for fit in page.fits],
        "pictures": [
            _picture(part, *files[part.file])
            for block in page.blocks
            for part in block.parts
            if isinstance(part, Picture) and part.file in files
        ],
    }


def _files(issue: LoadedIssue) -> Files:
    files = {}
    for page in issue.pages:
        banner = page.page.banner
        if page.artwork and banner:
            files[page.artwork.path] = banner.artwork, page.artwork
        for story in page.stories:
            for picture in story.pictures:
                if picture.info:
                    files[picture.info.path] = picture.spec.file, picture.info
    return files


def _picture(picture: Picture, name: str, info: PictureInfo) -> dict[str, object]:
    """How a picture stands on the page; artwork without pixels has no ppi."""
    left, top, right, bottom = picture.crop
    _, _, width, height = picture.box.in_mm()
    entry: dict[str, object] = {
        "file": name,
        "format": info.format,
        "size_mm": [width, height],
        "crop": [round(edge, 4) for edge in picture.crop],
    }
    if not info.is_vector:
        across = (right - left) * info.width / picture.box.width
        down = (bottom - top) * info.height / picture.box.height
        entry["pixels"] = [int(info.width), int(info.height)]
        entry["ppi"] = round(72 * min(across, down), 1)
    return entry


def _story(fit: Fit) -> dict[str, object]:
    return {
        "slug": fit.slug,
        "lines": fit.lines,
        "characters": fit.characters,
        "fit": {"state": fit.state, "lines": fit.off_lines, "characters": fit.off_characters},
        "moves": [_move(move) for move in fit.moves],
        "taken": _alternative(fit.taken) if fit.taken else None,
        "rejected": [_alternative(other) for other in fit.rejected],
        "remedies": [
            {"kind": r.kind, "what": r.what, "amount": r.amount, "lines": r.lines}
            for r in fit.remedies
        ],
    }


def _log(page: Composition, slug: str) -> list[dict[str, object]]:
    """What justification did to every line of a story, in order: why a line looks as it does."""
    return [
        _line(block.name, part.line)
        for block in page.blocks
        if block.element and block.element.startswith(f"{slug} ")
        for part in block.parts
        if isinstance(part, PlacedLine)
    ]


def _line(passage: str, line: Line) -> dict[str, object]:
    spread = line.spread
    taken = zip(Tier, spread.taken, strict=True)
    opened = zip(("word", "han_latin"), spread.opened, strict=True)
    entry: dict[str, object] = {
        "passage": passage,
        "text": "".join(at.cluster.text for at in line.clusters),
        "squeezed": {tier.name.lower(): round(part, 3) for tier, part in taken if part},
        "opened": {name: round(part, 3) for name, part in opened if part},
        "gap_em": round(spread.gap, 4),
    }
    rules = {"paid": spread.rule, "moved_by": spread.moved_by}
    return {**entry, **{name: rule for name, rule in rules.items() if rule}}


def _alternative(page: Alternative) -> dict[str, object]:
    """A cost of null is that of a page that could not be filled exactly at less."""
    cost = None if page.cost is None else round(page.cost, 2)
    return {"variant": page.name, "cost": cost}


def _move(move: Move) -> dict[str, object]:
    return {"move": move.name, "what": move.what, "lines": move.by, "cost": round(move.cost, 2)}


def _diagnostic(found: Diagnostic, lang: Language) -> dict[str, object]:
    entry: dict[str, object] = {
        "severity": found.severity.value,
        "code": found.code,
        "message": found.message(lang),
    }
    if found.source is not None:
        source = found.source
        entry["source"] = {"file": source.file, "line": source.line, "column": source.column}
    if found.page is not None:
        entry["page"] = found.page
    if found.box_mm is not None:
        entry["box_mm"] = list(found.box_mm)
    return entry
