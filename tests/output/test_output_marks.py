"""Crop and register marks, the colour bar and the boxes of a page that has them."""

import io
from pathlib import Path

import pikepdf
import pytest

from layout.cache import Cache
from layout.color import BLACK
from layout.diagnostics import Diagnostics
from layout.display import Fill, Group, Metadata, Sheet
from layout.geometry import Box
from layout.output.pdf import write_pdf
from layout.output.press import Press
from layout.output.raster import Raster, rasterise
from layout.preflight.check import check_pdf
from layout.resources import ASSETS
from layout.units import mm_to_pt

PROFILE = ASSETS / "icc" / "snap-tr002-newsprint-tac220.icc"
SHEET = Sheet(200.0, 300.0, [Group((Fill(Box(0, 0, 20, 20), BLACK),), role="artifact")])
ABOUT = Metadata("样稿", "样稿", "样稿", "2025-02-27")


def made(tmp_path: Path, *, marks: bool = False, bleed_mm: float = 0.0) -> tuple[bytes, Press]:
    press = Press(PROFILE, marks=marks, bleed_mm=bleed_mm)
    found = Diagnostics()
    pdf = write_pdf([SHEET], ABOUT, press, found, Cache(tmp_path))
    assert not list(found)
    return pdf, press


def boxes(pdf: bytes) -> dict[str, list[float]]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0].obj
        names = ("MediaBox", "BleedBox", "TrimBox")
        return {name: [float(v) for v in page[f"/{name}"]] for name in names}


def pixel(raster: Raster, x: int, y: int) -> tuple[int, int, int]:
    at = 3 * (y * raster.width + x)
    red, green, blue = raster.rgb[at : at + 3]
    return red, green, blue


def test_without_marks_all_boxes_are_one(tmp_path: Path) -> None:
    assert set(map(tuple, boxes(made(tmp_path)[0]).values())) == {(0, 0, 200, 300)}


@pytest.mark.parametrize(("marks", "bleed_mm"), [(True, 0.0), (True, 3.0), (False, 3.0)])
def test_the_trimmed_page_keeps_its_size_within_bleed_and_sheet(
    tmp_path: Path, *, marks: bool, bleed_mm: float
) -> None:
    found = boxes(made(tmp_path, marks=marks, bleed_mm=bleed_mm)[0])
    left, bottom, right, top = found["TrimBox"]
    assert (right - left, top - bottom) == pytest.approx((200, 300), abs=0.01)
    bleed = mm_to_pt(bleed_mm)
    wider = [left - bleed, bottom - bleed, right + bleed, top + bleed]
    assert found["BleedBox"] == pytest.approx(wider, abs=0.01)
    offset = mm_to_pt(14.0 if marks else bleed_mm)
    assert left == pytest.approx(offset, abs=0.01)
    assert found["MediaBox"] == pytest.approx([0, 0, 200 + 2 * offset, 300 + 2 * offset], abs=0.01)


def test_the_page_stands_in_its_trim_and_marks_stand_outside(tmp_path: Path) -> None:
    pdf, _ = made(tmp_path, marks=True)
    whole = rasterise(pdf, 0, 72)
    offset = round(mm_to_pt(14.0))
    assert max(pixel(whole, offset + 10, offset + 10)) < 60
    assert pixel(whole, offset + 30, offset + 30) == (255, 255, 255)
    corner = [pixel(whole, x, offset) for x in range(offset - round(mm_to_pt(3.0)))]
    assert min(min(colours) for colours in corner) < 200
    clear = [pixel(whole, x, offset) for x in range(offset - 6, offset - 1)]
    assert {min(colours) for colours in clear} == {255}


def test_a_crop_is_taken_from_the_trimmed_page(tmp_path: Path) -> None:
    pdf, _ = made(tmp_path, marks=True)
    crop = rasterise(pdf, 0, 72, Box(0, 0, 40, 40))
    assert max(pixel(crop, 10, 10)) < 60
    assert pixel(crop, 30, 30) == (255, 255, 255)


def test_marks_pass_the_preflight(tmp_path: Path) -> None:
    pdf, press = made(tmp_path, marks=True, bleed_mm=3.0)
    assert [d.code for d in check_pdf(pdf, press)] == []
