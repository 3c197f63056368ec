"""Publications, templates and faces: what comes with the engine is sound, and faults are told."""

from pathlib import Path

import pytest

from layout.diagnostics import Diagnostics, Source
from layout.page.load import (
    load_catalogue,
    load_publication,
    load_template,
    publication_names,
    template_names,
)
from layout.page.publication import Publication
from layout.page.template import Template
from layout.resources import TEMPLATES

HERE = Source("issue.yaml", 3, 5)
SPECIAL = (TEMPLATES / "special-report.yaml").read_text(encoding="utf-8")


@pytest.fixture
def house() -> Publication:
    found = Diagnostics()
    catalogue = load_catalogue(found)
    assert catalogue is not None
    publisher = load_publication("changzhi-ribao", HERE, catalogue, found)
    assert publisher is not None
    assert not list(found)
    return publisher.publication


def told(text: str, folder: Path, house: Publication) -> list[tuple[str, int | None]]:
    """Code and line of everything said of a template."""
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    found = Diagnostics()
    template = load_template("own.yaml", folder, HERE, house, found)
    assert (template is None) == found.has_errors
    return [(d.code, d.source.line if d.source else None) for d in found]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_what_comes_with_the_engine_loads_without_a_word(house: Publication) -> None:
    assert "changzhi-ribao" in publication_names()
    for name in template_names():
        found = Diagnostics()
        template = load_template(name, Path(), HERE, house, found)
        assert isinstance(template, Template)
        assert not list(found)


def test_a_template_beside_the_issue_is_taken(tmp_path: Path, house: Publication) -> None:
    assert told(SPECIAL, tmp_path, house) == []


def test_an_unknown_publication_is_told_with_those_there_are() -> None:
    found = Diagnostics()
    catalogue = load_catalogue(found)
    assert catalogue is not None
    assert load_publication("changzi-ribao", HERE, catalogue, found) is None
    (finding,) = found
    assert finding.code == "publication-unknown"
    assert finding.source == HERE
    assert "changzhi-ribao" in finding.message()


def test_an_unknown_template_is_told_with_the_one_meant(house: Publication) -> None:
    found = Diagnostics()
    assert load_template("special-repot", Path(), HERE, house, found) is None
    (finding,) = found
    assert finding.code == "template-unknown"
    assert "special-report" in finding.message()


def test_a_template_outside_the_issue_is_refused(tmp_path: Path, house: Publication) -> None:
    found = Diagnostics()
    (tmp_path / "issue").mkdir()
    (tmp_path / "own.yaml").write_text(SPECIAL, encoding="utf-8")
    assert load_template("../own.yaml", tmp_path / "issue", HERE, house, found) is None
    assert [d.code for d in found] == ["path-outside"]


def test_a_template_that_is_not_there_is_told(tmp_path: Path, house: Publication) -> None:
    found = Diagnostics()
    assert load_template("own.yaml", tmp_path, HERE, house, found) is None
    assert [d.code for d in found] == ["file-missing"]


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("sheet: broadsheet", "sheet: broadshet"),
        ("grid: feature", "grid: features"),
        ("style: pinyin", "style: pinyn"),
        ("ink: cream", "ink: creme"),
        ("inks: [black, red]", "inks: [black, rod]"),
        ("role_style: credits-role", "role_style: credit-role"),
    ],
)
def test_a_name_that_the_house_does_not_have_is_told_at_its_line(
    words: str, instead: str, tmp_path: Path, house: Publication
) -> None:
    text = SPECIAL.replace(words, instead, 1)
    assert told(text, tmp_path, house) == [("name-unknown", line_of(text, instead))]


def test_a_frame_below_one_that_comes_later_is_told(tmp_path: Path, house: Publication) -> None:
    text = SPECIAL.replace("below: nameplate", "below: credits")
    assert told(text, tmp_path, house) == [("frame-order", line_of(text, "below: credits"))]


def test_a_template_without_a_rest_is_told(tmp_path: Path, house: Publication) -> None:
    text = SPECIAL.replace("lines: rest", "lines: 40")
    assert told(text, tmp_path, house) == [("template-rest", line_of(text, "frames:"))]


def test_a_template_without_a_frame_for_text_is_told(tmp_path: Path, house: Publication) -> None:
    head, _, _ = SPECIAL.partition("    flow:\n")
    assert told(head, tmp_path, house) == [("template-no-text", line_of(head, "frames:"))]


def test_an_unknown_key_of_a_template_is_told(tmp_path: Path, house: Publication) -> None:
    text = SPECIAL.replace("  nameplate:             # 报头\n    lines:", "  nameplate:\n    line:")
    codes = told(text, tmp_path, house)
    assert ("key-unknown-near", line_of(text, "    line:")) in codes


def test_columns_are_written_as_a_newsroom_says_them(tmp_path: Path, house: Publication) -> None:
    for written in ("6 x 14", "6×14", "6x14"):
        (tmp_path / "own.yaml").write_text(
            SPECIAL.replace("columns: 5 x 18", f"columns: {written}"), encoding="utf-8"
        )
        template = load_template("own.yaml", tmp_path, HERE, house, Diagnostics())
        assert template is not None
        assert (template.columns.count, template.columns.measure) == (6, 14)
