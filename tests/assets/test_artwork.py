"""The stand-in pictures keep to the form their README declares, and can be redrawn."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
ISSUE = ROOT / "issues" / "2025-02-27-xiangyuan"
PROGRAMS = ROOT / "assets" / "artwork"
SHEETS = {
    "banner": ("artwork/banner.jpg", (2742, 882), 200, 900_000),
    "lake": ("pictures/lake.jpg", (1350, 788), 250, 550_000),
    "fields": ("pictures/fields.jpg", (1350, 788), 250, 550_000),
    "town": ("pictures/town.jpg", (1350, 788), 250, 550_000),
}
SHADOW_FLOOR = 16
"""Of 255: what JPEG leaves of the floor of 7.5 % that newsprint needs."""
CREAM_LUMINANCE = 0.89
"""Relative luminance of the banner's lettering."""


def _declared_sheet(name: str) -> tuple[object, ...]:
    """The arguments of `SHEET = Sheet(...)` in a picture's program, read without running it."""
    tree = ast.parse((PROGRAMS / "studio" / f"{name}.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            (target,) = node.targets
            if isinstance(target, ast.Name) and target.id == "SHEET":
                return tuple(ast.literal_eval(argument) for argument in node.value.args)
    raise AssertionError(f"{name}.py declares no SHEET")


@pytest.mark.parametrize("name", SHEETS)
def test_the_shipped_picture_has_its_declared_form(name: str) -> None:
    file, size, dpi, most_bytes = SHEETS[name]
    path = ISSUE / file
    with Image.open(path) as picture:
        assert picture.format == "JPEG"
        assert picture.mode == "RGB"
        assert picture.size == size
        assert picture.info["dpi"] == (dpi, dpi)
        assert all(component[1:3] == (1, 1) for component in picture.layer)
    assert path.stat().st_size <= most_bytes


@pytest.mark.parametrize("name", SHEETS)
def test_the_program_declares_the_form_the_page_needs(name: str) -> None:
    _, (width, height), dpi, most_bytes = SHEETS[name]
    assert _declared_sheet(name) == (name, width, height, dpi, most_bytes)


@pytest.mark.parametrize("name", SHEETS)
def test_no_shadow_is_deeper_than_newsprint_holds(name: str) -> None:
    with Image.open(ISSUE / SHEETS[name][0]) as picture:
        darkest, _ = picture.convert("L").reduce(2).getextrema()
    assert darkest >= SHADOW_FLOOR


def _linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize(
    ("zone", "least"), [((0.04, 0.36, 0.76, 0.92), 2.6), ((0.03, 0.08, 0.40, 0.30), 5.0)]
)
def test_cream_lettering_reads_all_over_the_banner(
    zone: tuple[float, float, float, float], least: float
) -> None:
    with Image.open(ISSUE / SHEETS["banner"][0]) as picture:
        width, height = picture.size
        left, top, right, bottom = zone
        box = (int(left * width), int(top * height), int(right * width), int(bottom * height))
        part = picture.crop(box).reduce(12)
    red, green, blue = (channel.tobytes() for channel in part.split())
    brightest = max(
        0.2126 * _linear(r) + 0.7152 * _linear(g) + 0.0722 * _linear(b)
        for r, g, b in zip(red, green, blue, strict=True)
    )
    assert (CREAM_LUMINANCE + 0.05) / (brightest + 0.05) >= least


def test_the_banners_sun_is_clear_of_lettering_and_plate() -> None:
    with Image.open(ISSUE / SHEETS["banner"][0]) as picture:
        width, height = picture.size
        disc = picture.convert("L").point(lambda value: 255 if value >= 246 else 0)
        left, top, right, bottom = disc.reduce(4).point(lambda v: 255 if v > 200 else 0).getbbox()
    assert left * 4 / width > 0.82
    assert right * 4 / width < 0.915
    assert top * 4 / height > 0.30
    assert bottom * 4 / height < 0.46


@pytest.mark.parametrize(
    "path", sorted(PROGRAMS.rglob("*.py")), ids=lambda path: path.relative_to(PROGRAMS).as_posix()
)
def test_the_program_is_valid_python(path: Path) -> None:
    compile(path.read_text(encoding="utf-8"), str(path), "exec")


def test_the_readme_names_every_requirement() -> None:
    readme = (PROGRAMS / "README.md").read_text(encoding="utf-8")
    required = (PROGRAMS / "requirements.txt").read_text(encoding="utf-8").split()
    assert required
    assert all(f'"{requirement}"' in readme for requirement in required)
