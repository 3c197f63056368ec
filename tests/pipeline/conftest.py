"""The real page, built once for all who look at it; other pages are made of its parts."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.special_page import ISSUE, TEMPLATE, Built

from layout.pipeline import Run, build


@pytest.fixture(scope="session")
def special_page(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The page of 2025-02-27 as it is shipped."""
    folder = tmp_path_factory.mktemp("special")
    outcome = build(ISSUE, folder, dpi=72)
    pages = Run(ISSUE, "zh").pages()
    assert pages is not None
    return Built(outcome, (folder / f"{ISSUE.name}.pdf").read_bytes(), folder, pages)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the real issue, to be changed."""
    folder = tmp_path / "copied"
    shutil.copytree(ISSUE, folder)
    return folder


@pytest.fixture
def changed(copied: Path) -> Callable[..., Path]:
    """The real issue with some words of issue.yaml exchanged, and perhaps another body."""

    def change(*words: tuple[str, str], body: str | None = None) -> Path:
        file = copied / "issue.yaml"
        text = file.read_text(encoding="utf-8")
        for old, new in words:
            assert old in text
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
        if body is not None:
            (copied / "body.md").write_text(body, encoding="utf-8")
        return copied

    return change


@pytest.fixture
def own_template(changed: Callable[..., Path]) -> Callable[..., Path]:
    """The real issue on its template with some words of that exchanged."""

    def change(*words: tuple[str, str], body: str | None = None) -> Path:
        folder = changed(("template: special-report", "template: own.yaml"), body=body)
        text = TEMPLATE.read_text(encoding="utf-8")
        for old, new in words:
            assert old in text
            text = text.replace(old, new)
        (folder / "own.yaml").write_text(text, encoding="utf-8")
        return folder

    return change
