"""The choices of a house, one line of publication.yaml each, on the real page."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.special_page import ISSUE, composed

from layout.compose.composition import PlacedLine
from layout.resources import ASSETS
from layout.text.classes import CLOSING, PAUSE, STOP, CharClass
from layout.text.galley import Line

EM = 10.5
MEASURE = 18 * EM
NOT_AT_START = CLOSING | PAUSE | STOP | frozenset("%％·")
House = Callable[[str], list[Line]]


@pytest.fixture
def lines_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """Lines of the story with some lines of the house's composition exchanged."""

    def build(choice: str) -> list[Line]:
        assets = tmp_path / "assets"
        shutil.copytree(ASSETS / "publications", assets / "publications")
        file = assets / "publications" / "changzhi-ribao" / "publication.yaml"
        text = file.read_text(encoding="utf-8")
        start, end = text.index("composition:"), text.index("press:")
        file.write_text(f"{text[:start]}composition:\n  {choice}\n\n{text[end:]}", encoding="utf-8")
        monkeypatch.setattr("layout.page.load.ASSETS", assets)
        pages, found = composed(ISSUE)
        assert not found.has_errors
        assert "loose-line" not in {d.code for d in found}
        return [
            part.line
            for block in pages.compositions[0].blocks
            if block.element
            for part in block.parts
            if isinstance(part, PlacedLine)
        ]

    return build


def text_of(line: Line) -> str:
    return "".join(at.cluster.text for at in line.clusters)


def widths(lines: list[Line], marks: frozenset[str]) -> set[float]:
    """Room of marks inside unjustified lines, blank included, in em."""
    found = set()
    for line in lines:
        spread = line.spread
        if spread.gap or any(spread.taken) or any(spread.opened):
            continue
        for at, after in zip(line.clusters, line.clusters[1:], strict=False):
            if at.cluster.text in marks and after.cluster.kind is CharClass.HAN:
                found.add(round((after.x - at.x) / EM, 3))
    return found


@pytest.mark.parametrize(
    ("mode", "pause", "stop"),
    [("行末半角", 1.0, 1.0), ("全角", 1.0, 1.0), ("开明", 0.5, 1.0), ("半角", 0.5, 0.5)],
)
def test_marks_are_as_wide_as_the_house_has_them(
    lines_of: House, mode: str, pause: float, stop: float
) -> None:
    lines = lines_of(f"punctuation: {mode}")
    assert widths(lines, frozenset("，、")) == {pause}
    assert widths(lines, frozenset("。")) == {stop}


def ends(lines: list[Line]) -> list[float]:
    """Where lines end that close with a comma, in em beyond the measure."""
    return [
        round((line.width - MEASURE) / EM, 2)
        for line in lines
        if text_of(line)[-1] in "，、。" and not line.is_last
    ]


def test_a_mark_at_the_end_of_a_line_is_half_width_or_full_as_the_house_says(
    lines_of: House,
) -> None:
    assert set(ends(lines_of("punctuation: 行末半角"))) == {0.0}


def test_full_width_marks_keep_their_blank_at_the_end(lines_of: House) -> None:
    # The blank is part of the line, so what is drawn ends half an em before the measure.
    assert min(ends(lines_of("punctuation: 全角"))) == -0.5


def test_marks_hang_only_where_the_house_lets_them(lines_of: House) -> None:
    assert 0.5 in set(ends(lines_of("hanging: true")))


@pytest.mark.parametrize("space", [0.25, 1 / 6, 0.125, 0.0])
def test_han_and_latin_are_set_apart_as_the_house_says(lines_of: House, space: float) -> None:
    written = {0.25: "1/4", 1 / 6: "1/6", 0.125: "1/8", 0.0: "0"}[space]
    lines = lines_of(f"han_latin: {written}\n  han_latin_least: 0\n  han_latin_most: 1/2")
    found = set()
    for line in lines:
        if line.spread.gap or any(line.spread.taken) or any(line.spread.opened):
            continue
        for at, after in zip(line.clusters, line.clusters[1:], strict=False):
            kinds = {at.cluster.kind, after.cluster.kind}
            if kinds == {CharClass.HAN, CharClass.LATIN}:
                found.add(round((after.x - at.x - at.cluster.width) / EM, 3))
    assert found == {round(space, 3)}


@pytest.mark.parametrize("indent", [2, 1, 0])
def test_paragraphs_are_indented_as_the_house_says(lines_of: House, indent: int) -> None:
    lines = lines_of(f"indent: {indent}")
    firsts = [line for line in lines if line.start == 0]
    assert len(firsts) == 15
    assert {round(line.clusters[0].x / EM, 3) for line in firsts} == {float(indent)}


@pytest.mark.parametrize("level", ["loose", "normal", "strict"])
def test_no_level_lets_a_mark_begin_a_line(lines_of: House, level: str) -> None:
    for line in lines_of(f"level: {level}"):
        assert text_of(line)[0] not in NOT_AT_START
        assert text_of(line)[-1] not in "“‘（《"


@pytest.mark.parametrize(
    "drawing", [None, "<svg", '<svg xmlns="http://www.w3.org/2000/svg"><text>报</text></svg>']
)
def test_a_nameplate_that_cannot_be_used_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawing: str | None
) -> None:
    assets = tmp_path / "assets"
    shutil.copytree(ASSETS / "publications", assets / "publications")
    file = assets / "publications" / "changzhi-ribao" / "nameplate.svg"
    if drawing is None:
        file.unlink()
    else:
        file.write_text(drawing, encoding="utf-8")
    monkeypatch.setattr("layout.page.load.ASSETS", assets)
    _, found = composed(ISSUE)
    (told,) = (d for d in found if d.code == "nameplate-unusable")
    assert "nameplate.svg" in told.message()
