"""The stand-in lettering of the sample publication's nameplate."""

import importlib.util
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "publications" / "changzhi-ribao"
SVG = "{http://www.w3.org/2000/svg}"
TEXT = (FOLDER / "nameplate.svg").read_text(encoding="utf-8")
ROOT = ET.fromstring(TEXT)  # noqa: S314 - our own file
PATHS = [path.get("d", "") for path in ROOT.iter(f"{SVG}path")]


@pytest.fixture(scope="module")
def program() -> Iterator[ModuleType]:
    """draw_nameplate.py as a module."""
    spec = importlib.util.spec_from_file_location("draw_nameplate", FOLDER / "draw_nameplate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "draw_nameplate", module)
        spec.loader.exec_module(module)
        yield module


def _points(path: str) -> list[tuple[float, float]]:
    """Points on the outline, close together; control points stand off it."""
    found: list[tuple[float, float]] = []
    for command, data in re.findall(r"([MLC])([^A-Z]*)", path):
        numbers = [float(number) for number in data.split()]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        found += _along(found[-1], *points) if command == "C" else points
    return found


def _along(*curve: tuple[float, float]) -> list[tuple[float, float]]:
    return [
        tuple(
            sum(w * p[axis] for w, p in zip(_weights(i / 16), curve, strict=True))
            for axis in (0, 1)
        )
        for i in range(1, 17)
    ]


def _weights(t: float) -> tuple[float, float, float, float]:
    """How much each point of a cubic curve counts at *t*."""
    return (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3


def _size() -> tuple[float, float]:
    left, top, width, height = map(float, ROOT.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    return width, height


def test_it_is_four_paths_in_one_colour() -> None:
    assert [child.tag for child in ROOT] == [f"{SVG}title", f"{SVG}desc", f"{SVG}g"]
    group = ROOT[2]
    assert re.fullmatch(r"#[0-9a-f]{6}", group.attrib["fill"])
    assert [child.tag for child in group] == [f"{SVG}path"] * 4
    assert all(set(path.attrib) == {"d"} for path in group)
    assert set(ROOT.attrib) == {"viewBox"}


def test_it_says_that_it_is_not_the_paper_s_own() -> None:
    said = "".join(child.text or "" for child in ROOT[:2])
    for words in ("替代字样", "非报社题字", "Stand-in", "Ma Shan Zheng", "Open Font License"):
        assert words in said


@pytest.mark.parametrize("path", PATHS)
def test_path_data_is_absolute_lines_and_cubics(path: str) -> None:
    number = r"-?\d+(?:\.\d)?"
    pair = f"{number} {number}"
    contour = f"M{pair}(?: (?:L{pair}|C{pair} {pair} {pair}))+ Z"
    assert re.fullmatch(f"{contour}(?: {contour})*", path)


def test_the_view_box_is_as_tight_as_the_ink() -> None:
    width, height = _size()
    points = [point for path in PATHS for point in _points(path)]
    assert min(x for x, _ in points) == pytest.approx(0, abs=1)
    assert max(x for x, _ in points) == pytest.approx(width, abs=1)
    assert min(y for _, y in points) == pytest.approx(0, abs=1)
    assert max(y for _, y in points) == pytest.approx(height, abs=1)


def test_it_has_the_proportions_of_a_nameplate() -> None:
    width, height = _size()
    assert 4.5 < width / height < 4.75


def test_letters_stand_apart_and_the_closed_one_is_the_smallest() -> None:
    boxes = []
    for path in PATHS:
        points = _points(path)
        ys = [y for _, y in points]
        boxes.append((min(points)[0], max(points)[0], max(ys) - min(ys)))
    assert all(0.05 < (b[0] - a[1]) / _size()[0] < 0.1 for a, b in pairwise(boxes))
    assert min(boxes, key=lambda box: box[2]) == boxes[2]


def test_the_program_draws_the_same_file_again(program: ModuleType) -> None:
    with TTFont(program.FACE) as font:
        assert program.nameplate(font) == TEXT


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-0.04, "0"), (-0.5, "-0.5"), (12.0, "12"), (3.14, "3.1")]
)
def test_numbers_are_written_short(program: ModuleType, value: float, text: str) -> None:
    assert program.decimal(value) == text
