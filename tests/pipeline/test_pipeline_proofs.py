"""Proofs: what is laid over them, what changed since an earlier build, single plates."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from support.special_page import ISSUE, Built

from layout.display import Fill, GlyphRun, Group
from layout.geometry import Box
from layout.output.compare import changes, picture_of_changes
from layout.output.overlay import lay_over
from layout.output.raster import Raster, TextLine
from layout.pipeline import Outcome, Proofing, proof

Change = Callable[..., Path]


def made(issue: Path, out: Path, wanted: Proofing) -> tuple[Outcome, Image.Image]:
    outcome = proof(issue, out, wanted)
    (file,) = outcome.files
    with Image.open(file) as image:
        return outcome, image.convert("RGB")


def test_the_grid_is_numbered_by_lines_columns_and_characters(special_page: Built) -> None:
    pages = special_page.pages
    (sheet,) = lay_over(pages.sheets, pages.compositions, ("grid",))
    laid = sheet.items[-1]
    assert isinstance(laid, Group)
    assert laid.role == "artifact"
    labels = [
        "".join(g.text for g in run.glyphs) for run in laid.items if isinstance(run, GlyphRun)
    ]
    assert {f"[{n}]" for n in range(1, 6)} <= set(labels)
    assert {str(n) for n in range(1, 83)} <= set(labels)
    assert labels.count("15") == 5 + 2  # once a column, and both ends of line 15


def test_frames_and_lines_are_marked_where_they_stand(special_page: Built) -> None:
    pages = special_page.pages
    (sheet,) = lay_over(pages.sheets, pages.compositions, ("frames", "lines"))
    laid = sheet.items[-1]
    assert isinstance(laid, Group)
    fills = [item for item in laid.items if isinstance(item, Fill)]
    framed = [fill for fill in fills if fill.border]
    assert len(framed) == len(pages.compositions[0].dummy.places)
    assert any(fill.opacity < 1 for fill in fills)


def test_a_frame_is_cropped_to(tmp_path: Path, special_page: Built) -> None:
    grid = special_page.pages.compositions[0].dummy
    _, image = made(ISSUE, tmp_path, Proofing(dpi=36, frame="headline"))
    box = grid.grid.band(grid.places["headline"].top, grid.places["headline"].lines)
    assert image.width == pytest.approx(box.width / 2, abs=2)
    assert image.height == pytest.approx(box.height / 2, abs=2)


def test_a_frame_that_is_not_there_is_told(tmp_path: Path) -> None:
    outcome = proof(ISSUE, tmp_path, Proofing(dpi=36, frame="headlin"))
    assert [d.code for d in outcome.diagnostics if d.code.startswith("frame")] == ["frame-unknown"]
    assert outcome.files == ()


def test_newsprint_is_no_white_paper(tmp_path: Path) -> None:
    _, image = made(ISSUE, tmp_path, Proofing(dpi=36, soft=True))
    paper = image.getpixel((5, 5))
    assert isinstance(paper, tuple)
    assert all(150 < part < 235 for part in paper)


def test_a_plate_shows_its_own_ink_alone(tmp_path: Path) -> None:
    _, image = made(ISSUE, tmp_path, Proofing(dpi=36, plate="Y"))
    assert min(image.getchannel("R").getextrema()) > 240
    assert min(image.getchannel("B").getextrema()) < 80


def test_words_that_changed_are_told_with_their_line(changed: Change, tmp_path: Path) -> None:
    folder = changed(("cutline: 宝峰湖（示意图）", "cutline: 宝峰湖春色（示意图）"))
    outcome, image = made(folder, tmp_path, Proofing(dpi=36, compare=ISSUE))
    told = [d for d in outcome.diagnostics if d.code.startswith("words-")]
    assert [(d.code, d.params["new"]) for d in told] == [("words-added", "春色")]
    assert told[0].box_mm is not None
    red, _, blue = image.split()
    bluer = ImageChops.subtract(blue, red)
    assert bluer.getextrema()[1] > 100


def line(text: str) -> TextLine:
    return TextLine(text, Box(0, 0, 1, 1))


def test_text_that_only_ran_on_has_not_changed() -> None:
    assert changes([line("春潮澎"), line("湃鼓帆")], [line("春潮"), line("澎湃鼓帆")]) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("春潮澎湃", "春潮大澎湃", ("", "大")),
        ("春潮澎湃", "春潮湃", ("澎", "")),
        ("春潮澎湃", "春水澎湃", ("潮", "水")),
    ],
)
def test_words_added_cut_and_replaced(old: str, new: str, expected: tuple[str, str]) -> None:
    (change,) = changes([line("前文"), line(old)], [line("前文"), line(new)])
    assert (change.old, change.new) == expected
    assert change.line == 2


def test_ink_that_came_is_blue_and_ink_that_went_is_red() -> None:
    white, black = b"\xff\xff\xff", b"\0\0\0"
    old = Raster(3, 1, white + black + black)
    new = Raster(3, 1, black + white + black)
    shown = picture_of_changes(old, new).rgb
    came, went, stayed = shown[:3], shown[3:6], shown[6:]
    assert came[2] > 150 > came[0]
    assert went[0] > 150 > went[2]
    assert stayed[0] == stayed[1] == stayed[2] > 150
