"""The command in this process, before a pipeline that only notes what it is asked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest

import layout
from layout.cli import main
from layout.diagnostics import Diagnostics, Source


class Said(NamedTuple):
    """What a run of the command left behind."""

    status: int
    out: str
    err: str


@dataclass
class Outcome:
    """As the pipeline's."""

    slug: str
    diagnostics: Diagnostics
    files: tuple[Path, ...] = ()

    @property
    def report(self) -> dict[str, object]:
        return {"ok": self.ok, "pages": [{"page": 1}, {"page": 2}], "slug": self.slug}

    @property
    def ok(self) -> bool:
        return not self.diagnostics.has_errors


class Proofing(NamedTuple):
    """As the pipeline's."""

    dpi: float
    page: int | None
    overlay: tuple[str, ...]
    soft: bool
    plate: str
    compare: Path | None
    frame: str


class Template(NamedTuple):
    name: str
    title: str
    takes: str


class Face(NamedTuple):
    key: str
    file: str
    style: str
    characters: int
    han: int
    licence: str
    missing: str


@dataclass
class FakePipeline:
    """Notes every call; an issue called *…-bad* has an error, *…-burst* raises."""

    Proofing = Proofing
    calls: list[tuple[str, Path, dict[str, object]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)
    """Characters that faces lack."""

    def build(self, issue: Path, out: Path, **options: object) -> Outcome:
        return self._outcome("build", issue, out=out, **options)

    def check(self, target: Path, **options: object) -> Outcome:
        return self._outcome("check", target, **options)

    def proof(self, issue: Path, out: Path, **options: object) -> Outcome:
        return self._outcome("proof", issue, out=out, **options)

    def templates(self) -> list[Template]:
        return [Template("special-report", "特刊通版", "1 篇"), Template("news", "要闻", "9 篇")]

    def coverage(self, text: str) -> list[Face]:
        self.texts.append(text)
        return [
            Face(key, f"{key}.ttf", "宋 400", 30928, 27797, "OFL-1.1", self.missing.get(key, ""))
            for key in ("song-400", "kai-400")
        ]

    def _outcome(self, command: str, issue: Path, **options: object) -> Outcome:
        self.calls.append((command, issue, options))
        if issue.name.endswith("burst"):
            raise ZeroDivisionError("secret")
        found = Diagnostics()
        found.add("stand-in", Source("issue.yaml", 15, 7), file="lake.jpg")
        if issue.name.endswith("bad"):
            found.add("text-empty", Source("issue.yaml", 20, 1), key="kicker")
            found.add("text-empty", Source("issue.yaml", 3, 1), key="edition")
            found.add("output-unwritable", file="x.pdf", reason="none", page=2)
        out = options.get("out")
        files: tuple[Path, ...] = ()
        if isinstance(out, Path) and not found.has_errors:
            files = (out / f"{issue.name}.pdf", out / f"{issue.name}-p1.png")
        return Outcome(issue.name, found, files)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    """What the command takes for the pipeline."""
    fake = FakePipeline()
    monkeypatch.setattr(layout, "pipeline", fake, raising=False)
    return fake


@pytest.fixture
def banxin(capfd: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """A function that runs the command in this process."""

    def run(*arguments: object) -> Said:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as left:
            status = int(left.code or 0)
        return Said(status, *capfd.readouterr())

    return run


@pytest.fixture
def issues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, holding the folders *good*, *fine*, *bad* and *burst*."""
    for name in ("good", "fine", "bad", "burst"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "issue.yaml").write_text("x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
