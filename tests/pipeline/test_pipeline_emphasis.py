"""Emphasis dots and readings: drawn in the blank between lines, read by nobody, off the grid."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.special_page import composed

from layout.compose.composition import Block, PlacedLine
from layout.display import GlyphRun, Group
from layout.pipeline import Pages

Change = Callable[..., Path]
FILLING = "样稿试排，只看版面。" * 80


@pytest.fixture
def pages(changed: Change) -> Pages:
    body = f"这几个*字要，着重*，{{襄垣|xiāng yuán}}二字注音。\n{FILLING}"
    return composed(changed(body=body))[0]


def runs(pages: Pages) -> list[GlyphRun]:
    found = []
    items = list(pages.sheets[0].items)
    while items:
        item = items.pop(0)
        if isinstance(item, Group):
            items[:0] = item.items
        elif isinstance(item, GlyphRun):
            found.append(item)
    return found


def first_line(pages: Pages) -> tuple[Block, PlacedLine]:
    block = next(block for block in pages.compositions[0].blocks if block.element)
    part = block.parts[0]
    assert isinstance(part, PlacedLine)
    return block, part


def test_every_character_but_no_mark_has_a_dot_below_it(pages: Pages) -> None:
    _, line = first_line(pages)
    dots = [run for run in runs(pages) if not any(glyph.text for glyph in run.glyphs)]
    assert len(dots) == 4
    for run in dots:
        ink = run.face.ink(run.glyphs[0].gid)
        top = run.y - ink.top * run.size
        bottom = run.y - ink.bottom * run.size
        foot = line.y + 0.12 * 10.5
        assert foot < top < bottom < foot + 6.375


def test_dots_stand_in_the_middle_of_their_characters(pages: Pages) -> None:
    _, line = first_line(pages)
    emphasised = [
        at for at in line.line.clusters if at.cluster.style.dots and at.cluster.text != "，"
    ]
    dots = [run for run in runs(pages) if not any(glyph.text for glyph in run.glyphs)]
    for at, run in zip(emphasised, dots, strict=True):
        ink = run.face.ink(run.glyphs[0].gid)
        middle = run.x + (ink.left + ink.right) / 2 * run.size
        assert middle == pytest.approx(line.x + at.x + at.cluster.width / 2, abs=0.01)


def test_readings_stand_over_their_characters_and_do_not_touch(pages: Pages) -> None:
    _, line = first_line(pages)
    (block,) = (b for b in pages.compositions[0].blocks if b.name.endswith("readings"))
    assert block.role == "artifact"
    left, right = block.parts
    assert isinstance(left, PlacedLine)
    assert isinstance(right, PlacedLine)
    assert left.y == right.y
    head = line.y - 0.88 * 10.5
    assert head - 6.375 < left.y - 0.8 * 4.5 < left.y < head
    assert right.x - (left.x + left.line.width) == pytest.approx(0.25 * 4.5)


def test_dots_and_readings_leave_the_grid_alone(pages: Pages, changed: Change) -> None:
    def baselines(made: Pages) -> list[float]:
        return [
            part.y
            for block in made.compositions[0].blocks
            if block.element
            for part in block.parts
            if isinstance(part, PlacedLine)
        ]

    dressed = baselines(pages)
    plain = composed(changed(body=f"这几个字要，着重，襄垣二字注音。\n{FILLING}"))[0]
    assert baselines(plain) == pytest.approx(dressed)
