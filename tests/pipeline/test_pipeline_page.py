"""The page of 2025-02-27 by a newspaper's standards, measured on the composition."""

import json
from collections import defaultdict
from itertools import pairwise

import pikepdf
import pytest
from support.special_page import Built

from layout.compose.composition import Block, Composition, PlacedLine
from layout.display import Fill, GlyphRun, Group, Outline, Picture, Rule
from layout.text.classes import CharClass
from layout.units import mm_to_pt

EM, LEADING = 10.5, 16.875


@pytest.fixture
def page(special_page: Built) -> Composition:
    return special_page.pages.compositions[0]


def body_lines(page: Composition) -> list[tuple[Block, PlacedLine]]:
    return [
        (block, part)
        for block in page.blocks
        if block.element
        for part in block.parts
        if isinstance(part, PlacedLine)
    ]


def columns(page: Composition) -> dict[float, list[tuple[Block, PlacedLine]]]:
    found: dict[float, list[tuple[Block, PlacedLine]]] = defaultdict(list)
    for block, line in body_lines(page):
        found[line.x].append((block, line))
    return {x: sorted(lines, key=lambda at: at[1].y) for x, lines in found.items()}


def pictures(page: Composition) -> list[Picture]:
    found = [part for block in page.blocks for part in block.parts if isinstance(part, Picture)]
    return [picture for picture in found if picture.file.parent.name == "pictures"]


def test_it_builds_without_an_error(special_page: Built) -> None:
    assert special_page.outcome.ok
    told = {d.code for d in special_page.outcome.diagnostics}
    assert told == {"stand-in", "nameplate-stand-in"}


def test_it_writes_pdf_proof_and_report(special_page: Built) -> None:
    names = sorted(path.name for path in special_page.folder.iterdir())
    slug = "2025-02-27-xiangyuan"
    assert names == [f"{slug}-p1.png", f"{slug}.pdf", f"{slug}.report.json"]
    report = json.loads((special_page.folder / f"{slug}.report.json").read_text("utf-8"))
    assert report["ok"] is True
    (told,) = report["pages"]
    assert (told["page"], told["template"]) == (1, "special-report")
    (story,) = told["stories"]
    assert story["characters"] == 2212
    assert story["fit"] == {"state": "fits", "lines": 0, "characters": 0}
    assert {"read", "compose", "draw", "pdf", "png", "write"} <= set(report["timings_ms"])


def test_the_sheet_is_a_broadsheet_trimmed_exactly(special_page: Built) -> None:
    with pikepdf.open(special_page.folder / "2025-02-27-xiangyuan.pdf") as pdf:
        box = [float(v) for v in pdf.pages[0].TrimBox]
    assert box == pytest.approx([0, 0, mm_to_pt(390), mm_to_pt(545)], abs=0.01)


def test_the_file_is_light_enough_to_send(special_page: Built) -> None:
    assert len(special_page.pdf) < 4_000_000


def test_there_are_five_columns_of_eighteen_characters(page: Composition) -> None:
    xs = sorted(columns(page))
    assert len(xs) == 5
    assert xs[0] == pytest.approx(page.dummy.grid.type_area.x)
    assert [b - a for a, b in pairwise(xs)] == pytest.approx([19 * EM] * 4)


def test_all_lines_stand_on_one_grid(page: Composition) -> None:
    lines = [line.y for _, line in body_lines(page)]
    offsets = {round((y - lines[0]) / LEADING, 6) for y in lines}
    assert all(offset == round(offset) for offset in offsets)


def test_every_line_keeps_within_its_column(page: Composition) -> None:
    for _, placed in body_lines(page):
        line = placed.line
        assert line.width <= 18 * EM + 0.01
        if not line.is_last:
            assert line.width == pytest.approx(18 * EM, abs=0.01 * EM)


def test_column_tops_and_feet_are_level(page: Composition) -> None:
    place = page.dummy.places["body"]
    top = page.dummy.grid.y(place.top)
    foot = page.dummy.grid.band(place.top, place.lines).bottom
    covered = [(p.box.x, p.box.right, p.box.y, p.box.bottom) for p in pictures(page)]
    cutlines = [block.box for block in page.blocks if block.role == "Caption"]
    for x, lines in columns(page).items():
        over = [c for c in covered if c[0] - 1 < x < c[1]]
        heads = [lines[0][1].y - 0.88 * EM, *(c[2] for c in over)]
        feet = [lines[-1][1].y + 0.12 * EM]
        feet += [box.bottom for box in cutlines if box.x - 1 < x < box.right]
        assert min(heads) == pytest.approx(top, abs=0.1)
        assert max(feet) == pytest.approx(foot, abs=0.1)


def test_there_is_no_hole_above_or_below_a_picture(page: Composition) -> None:
    cutlines = [block.box for block in page.blocks if block.role == "Caption"]
    place = page.dummy.places["body"]
    frame = page.dummy.grid.band(place.top, place.lines)
    for picture, cutline in zip(pictures(page), cutlines, strict=True):
        top, foot = picture.box.y, cutline.bottom
        assert 0 < cutline.y - picture.box.bottom < EM
        for x, lines in columns(page).items():
            if not picture.box.x - 1 < x < picture.box.right:
                continue
            above = [y + 0.12 * EM for _, line in lines if (y := line.y) < top]
            below = [y - 0.88 * EM for _, line in lines if (y := line.y) > foot]
            assert top - max(above, default=frame.y) < LEADING
            assert min(below, default=frame.bottom) - foot < LEADING


def test_three_pictures_stand_in_the_text_across_two_columns(page: Composition) -> None:
    found = pictures(page)
    assert len(found) == 3
    for picture in found:
        assert picture.box.width == pytest.approx(37 * EM)
        pixels = (picture.crop[2] - picture.crop[0]) * 1350
        assert pixels / picture.box.width * 72 >= 200


def test_nothing_overlaps(page: Composition) -> None:
    solid = [block.box for block in page.blocks if block.role in {"P", "H2", "Caption"}]
    solid = [box for box in solid if box.y > page.dummy.grid.y(page.dummy.places["body"].top)]
    solid += [picture.box for picture in pictures(page)]
    for number, one in enumerate(solid):
        for other in solid[number + 1 :]:
            beside = one.right <= other.x + 0.1 or other.right <= one.x + 0.1
            below = one.bottom <= other.y + EM or other.bottom <= one.y + EM
            assert beside or below


def test_no_line_stands_alone_and_no_lead_is_stranded(page: Composition) -> None:
    assert not page.fits[0].is_stranded
    pieces: dict[str, list[int]] = defaultdict(list)
    for block in page.blocks:
        if block.element:
            pieces[block.element].append(len(block.parts))
    for counts in pieces.values():
        if len(counts) > 1:
            assert min(counts) > 1
    split_leads = [
        block
        for block in page.blocks
        if block.element and len(pieces[block.element]) > 1 and _lead_lines(block)
    ]
    for block in split_leads:
        assert len(block.parts) >= _lead_lines(block) + 1


def _lead_lines(block: Block) -> int:
    """Lines of a block that hold words of a run-in lead."""
    count = 0
    for part in block.parts:
        assert isinstance(part, PlacedLine)
        faces = {at.cluster.style.face.key for at in part.line.clusters}
        count += "hei-500" in faces
    return count


def test_no_last_line_holds_one_character(page: Composition) -> None:
    for _, placed in body_lines(page):
        if placed.line.is_last:
            signs = [
                at
                for at in placed.line.clusters
                if at.cluster.kind in {CharClass.HAN, CharClass.LATIN}
            ]
            assert len(signs) > 1


def test_leads_run_in_in_a_second_face(page: Composition) -> None:
    leads = {block.element for block, line in body_lines(page) if _lead_lines(block)}
    assert len(leads) == 10


def test_the_headline_stands_in_two_lines_of_eighty_points_or_more(page: Composition) -> None:
    (headline,) = (block for block in page.blocks if block.role == "H1")
    assert len(headline.parts) == 2
    for part in headline.parts:
        assert isinstance(part, PlacedLine)
        assert part.line.clusters[0].cluster.style.size >= 80


def test_the_kicker_runs_down(page: Composition) -> None:
    kicker = [
        part
        for block in page.blocks
        for part in block.parts
        if isinstance(part, PlacedLine)
        and "".join(at.cluster.text for at in part.line.clusters) == "襄垣县"
    ]
    assert [part.vertical for part in kicker] == [True]


def test_the_nameplates_words_are_hidden_text(page: Composition) -> None:
    hidden = [
        part
        for block in page.blocks
        for part in block.parts
        if isinstance(part, PlacedLine) and part.hidden
    ]
    assert ["".join(at.cluster.text for at in p.line.clusters) for p in hidden] == ["长治日报"]


def test_everything_stands_on_the_sheet(special_page: Built) -> None:
    sheet = special_page.pages.sheets[0]
    items = list(sheet.items)
    count = 0
    while items:
        item = items.pop()
        match item:
            case Group():
                items.extend(item.items)
                continue
            case GlyphRun():
                corners = [(item.x, item.y)]
            case Rule():
                corners = [(item.x1, item.y1), (item.x2, item.y2)]
            case Fill() | Picture():
                corners = [(item.box.x, item.box.y), (item.box.right, item.box.bottom)]
            case Outline():
                corners = [(v[0], v[1]) for _, v in item.segments if v]
        count += 1
        assert all(0 <= x <= sheet.width and 0 <= y <= sheet.height for x, y in corners)
    assert count > 150


def test_the_same_issue_gives_the_same_bytes(special_page: Built) -> None:
    pages = special_page.pages
    from layout.pipeline import Run  # noqa: PLC0415 - built a second time, from scratch

    assert Run(pages.issue.folder, "zh").pdf(pages) == special_page.pdf
