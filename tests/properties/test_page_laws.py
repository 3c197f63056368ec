"""Laws of makeup over a wide range of contents: every page level, filled and clean."""

import tempfile
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PIL import Image
from support.special_page import composed

from layout.compose.composition import Composition, PlacedLine
from layout.display import Picture
from layout.geometry import Box
from layout.pipeline import Pages

SENTENCES = (
    "这是一段用来试排的样稿，文字没有内容，只看版面如何安排。",
    "行与行之间是否均匀，栏与栏的头尾是否齐平，都在这里检查。",
    "全年完成投资100.6亿元，新增耕地1462.62亩，增长7.5%，样稿的数字都是编的。",
    "“样稿”二字写在前面，《试排》两字跟在后面；引号、书名号、括号（都有）一并试过。",
    "样稿到此为止。",
)
SHAPES = {"landscape": (150, 100), "wide": (160, 80), "upright": (100, 140), "square": (120, 120)}


@st.composite
def issues(draw: st.DrawFn) -> tuple[str, str, list[str]]:
    """issue.yaml, body.md and the shapes of the pictures."""
    count = draw(st.integers(1600, 4200))
    order = draw(st.permutations(range(len(SENTENCES))))
    lengths = draw(st.lists(st.integers(2, 7), min_size=4, max_size=4))
    body, size, at = [], 0, 0
    while size < count:
        paragraph = "".join(SENTENCES[order[(at + k) % 5]] for k in range(lengths[at % 4]))
        body.append(f"**样稿第{at + 1}段。**{paragraph}" if at % 3 == 1 else paragraph)
        size += len(paragraph)
        at += 1
    shapes = draw(st.lists(st.sampled_from(sorted(SHAPES)), min_size=2, max_size=8))
    heads = draw(st.lists(st.integers(4, 14), min_size=1, max_size=3))
    yaml = [
        "publication: changzhi-ribao",
        "date: 2025-02-27",
        "pages:",
        "  - template: special-report",
        *(["    banner: {title: 样稿试排, series: 试排}"] if draw(st.booleans()) else []),
        "    stories:",
        "      - slug: sample",
        *(["        kicker: 样稿县"] if draw(st.booleans()) else []),
        f"        headline: [{', '.join(('样稿试排版面安排均匀齐平头尾'[:n]) for n in heads)}]",
        *(["        deck: 样稿的副题写在这里"] if draw(st.booleans()) else []),
        *(["        byline: 本报记者 样稿"] if draw(st.booleans()) else []),
        "        body: body.md",
        *(["        pictures:"] if shapes else []),
        *(f"          - {{file: {n}-{s}.png, cutline: 样图}}" for n, s in enumerate(shapes)),
        "    credits:",
    ]
    names = draw(st.integers(1, 12))
    people = ", ".join(["样稿"] * names)
    yaml += [f"      - {{role: {role}, names: [{people}]}}" for role in ("策划", "文字")]
    return "\n".join(yaml) + "\n", "\n\n".join(body), shapes


def made(issue: tuple[str, str, list[str]]) -> tuple[Pages, set[str]]:
    yaml, body, shapes = issue
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "sample"
        folder.mkdir()
        (folder / "issue.yaml").write_text(yaml, encoding="utf-8")
        (folder / "body.md").write_text(body, encoding="utf-8")
        for number, shape in enumerate(shapes):
            Image.new("L", SHAPES[shape]).save(folder / f"{number}-{shape}.png")
        pages, found = composed(folder)
    return pages, {d.code for d in found}


def lines_of(page: Composition) -> dict[float, list[tuple[float, float]]]:
    """Heads and feet of the story's lines by column."""
    found: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for block in page.blocks:
        for part in block.parts:
            if block.element and isinstance(part, PlacedLine):
                size = part.line.clusters[0].cluster.style.size
                found[round(part.x, 1)].append((part.y - 0.88 * size, part.y + 0.12 * size))
    return found


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],  # a page takes half a second: finding is enough
)
@given(issues())
def test_every_page_is_filled_level_and_clean(issue: tuple[str, str, list[str]]) -> None:
    pages, codes = made(issue)
    (page,) = pages.compositions
    (fit,) = page.fits
    assert fit.state == "fits", fit
    assert not fit.is_stranded
    assert not codes & {"overset", "underset", "stranded-line", "content-not-placed"}
    assert not codes & {"picture-not-placed", "lone-character", "headline-too-long"}
    cutlines = [block.box for block in page.blocks if block.role == "Caption"]
    images = [
        part.box for block in page.blocks for part in block.parts if isinstance(part, Picture)
    ]
    pictures = list(zip(images, cutlines, strict=True))
    assert len(pictures) == len(issue[2])
    columns = lines_of(page)
    grid = page.dummy.grid
    assert len(columns) == grid.columns
    frame = grid.band(page.dummy.places["body"].top, page.dummy.places["body"].lines)
    for x, lines in columns.items():
        over = [(i, c) for i, c in pictures if i.x - 1 < x < i.right]
        assert_column(lines, over, frame)


def assert_column(
    lines: list[tuple[float, float]], over: list[tuple[Box, Box]], frame: Box
) -> None:
    """No hole and no overlap from the column's head to its foot."""
    spans = sorted([*lines, *((image.y, cutline.bottom) for image, cutline in over)])
    assert spans[0][0] == pytest.approx(frame.y, abs=0.1)
    # Text of a smaller size ends a little lower: its lines are parted by less.
    assert frame.bottom - 0.1 <= spans[-1][1] <= frame.bottom + 4.2
    for (_, foot), (head, _) in pairwise(spans):
        assert 0 < head - foot < 16.9
