"""The real issue, and what comes of it."""

from dataclasses import dataclass
from pathlib import Path

from layout.diagnostics import Diagnostics
from layout.pipeline import Outcome, Pages, Run

ROOT = Path(__file__).parents[2]
ISSUE = ROOT / "issues" / "2025-02-27-xiangyuan"
SOURCE = ROOT / "tests" / "issue" / "data" / "source.md"
TEMPLATE = ROOT / "layout" / "templates" / "special-report.yaml"


@dataclass(frozen=True)
class Built:
    """An issue with what came of it."""

    outcome: Outcome
    pdf: bytes
    folder: Path
    pages: Pages


def composed(folder: Path) -> tuple[Pages, Diagnostics]:
    """An issue's pages, with what was found."""
    run = Run(folder, "zh")
    pages = run.pages()
    assert pages is not None, [d.message() for d in run.found]
    return pages, run.found
