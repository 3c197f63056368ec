"""Other contents and other schemes on the same template: fitted, or told how far they are off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.special_page import Built, composed

from layout.compose.composition import Composition, PlacedLine
from layout.diagnostics import Severity
from layout.pipeline import build, check

Change = Callable[..., Path]


def sentences(count: int) -> str:
    """A body of *count* paragraphs of a hundred characters, all sample text."""
    sentence = "这是一段用来试排的样稿，文字没有内容，只看版面如何安排，行与行之间是否均匀。"
    return "\n\n".join(
        sentence + sentence + "样稿到此为止，谢谢各位阅看。" * (n % 3) for n in range(count)
    )


def placed(page: Composition) -> str:
    """The words of the story that stand on the page."""
    return "".join(
        at.cluster.text
        for block in page.blocks
        if block.element
        for part in block.parts
        if isinstance(part, PlacedLine)
        for at in part.line.clusters
    )


@pytest.mark.parametrize(("scheme", "columns"), [("4 x 22", 4), ("6 x 14", 6)])
def test_another_scheme_is_one_line_of_the_template(
    own_template: Change, scheme: str, columns: int
) -> None:
    pages, found = composed(own_template(("columns: 5 x 18", f"columns: {scheme}")))
    (page,) = pages.compositions
    assert [d.message() for d in found if d.severity is Severity.ERROR] == []
    assert page.fits[0].state == "fits"
    assert not page.fits[0].is_stranded
    xs = {
        round(part.x, 2)
        for block in page.blocks
        if block.element
        for part in block.parts
        if isinstance(part, PlacedLine)
    }
    assert len(xs) == columns


def test_columns_too_wide_are_told(own_template: Change, tmp_path: Path) -> None:
    folder = own_template(("columns: 5 x 18", "columns: 5 x 20"))
    outcome = build(folder, tmp_path / "out", dpi=36)
    assert "columns-too-wide" in {d.code for d in outcome.diagnostics}


def test_text_beyond_the_page_is_told_in_lines_and_characters(
    changed: Change, tmp_path: Path
) -> None:
    body = sentences(110)
    folder = changed(body=body)
    outcome = build(folder, tmp_path / "out", dpi=36)
    assert not outcome.ok
    (told,) = (d for d in outcome.diagnostics if d.code == "overset")
    assert told.page == 1
    assert told.box_mm is not None
    story = outcome.report["pages"][0]["stories"][0]  # type: ignore[index]
    assert story["fit"]["state"] == "over"
    assert story["fit"]["lines"] == told.params["lines"] > 0
    pages, _ = composed(folder)
    shown = placed(pages.compositions[0])
    assert body.replace("\n", "").startswith(shown)
    left_out = len(body.replace("\n", "")) - len(shown)
    assert told.params["characters"] == left_out > 0


def test_remedies_are_ranked_and_do_what_they_say(changed: Change) -> None:
    body = sentences(110)
    pages, found = composed(changed(body=body))
    (fit,) = pages.compositions[0].fits
    cuts = [remedy for remedy in fit.remedies if remedy.kind == "cut"]
    assert [r.amount for r in cuts] == sorted(r.amount for r in cuts)
    assert {d.code for d in found} >= {"remedy-cut", "overset"}
    (told,) = (d for d in found if d.code == "overset")
    assert str(told.params["words"]) in body.replace("\n", "")
    paragraphs = body.split("\n\n")
    best = int(cuts[0].what) - 1
    paragraphs[best] = paragraphs[best][: -cuts[0].amount - 1] + "。"
    again, _ = composed(changed(body="\n\n".join(paragraphs)))
    assert again.compositions[0].fits[0].off_lines < fit.off_lines


def test_with_text_over_the_proof_is_made_and_the_pdf_is_not(
    changed: Change, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    folder = changed(body=sentences(110))
    out.mkdir()
    earlier = out / f"{folder.name}.pdf"
    earlier.write_bytes(b"an earlier page")
    outcome = build(folder, out, dpi=36)
    assert earlier.read_bytes() == b"an earlier page"
    assert sorted(path.name for path in outcome.files) == [
        f"{folder.name}-p1.png",
        f"{folder.name}.report.json",
    ]


def test_too_little_text_is_told_and_still_printed(changed: Change, tmp_path: Path) -> None:
    body = sentences(4)
    outcome = build(changed(body=body), tmp_path / "out", dpi=36)
    assert outcome.ok
    (told,) = (d for d in outcome.diagnostics if d.code == "underset")
    fit = outcome.report["pages"][0]["stories"][0]["fit"]  # type: ignore[index]
    assert fit["state"] == "under"
    assert fit["lines"] == told.params["lines"] > 0


def test_a_page_of_crossheads_keeps_them_with_their_text(changed: Change) -> None:
    blocks = []
    for number, paragraph in enumerate(sentences(14).split("\n\n")):
        blocks += [f"## 第{number + 1}节样稿"] if number % 2 else []
        blocks.append(paragraph)
    pages, _ = composed(changed(body="\n\n".join(blocks)))
    (page,) = pages.compositions
    heads = [block for block in page.blocks if block.role == "H2" and block.element]
    assert len(heads) == 7
    assert not page.fits[0].is_stranded


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_pictures_leave_no_hole(changed: Change, count: int) -> None:
    folder = changed(body=sentences(30 - 4 * count))
    file = folder / "issue.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if line.strip() == "pictures:")
    entries = [i for i, line in enumerate(lines) if line.startswith("          - file:")]
    end = next(i for i, line in enumerate(lines) if line.strip() == "credits:")
    kept = lines[: entries[count]] if count else lines[:start]
    file.write_text("".join([*kept, *lines[end:]]), encoding="utf-8")
    pages, found = composed(folder)
    (page,) = pages.compositions
    assert not found.has_errors
    assert page.fits[0].state == "fits"
    assert not page.fits[0].is_stranded
    figures = [block for block in page.blocks if block.role == "Figure"]
    assert len(figures) == count + 1


def test_a_picture_without_a_slot_is_told(changed: Change) -> None:
    more = "          - file: pictures/town.jpg\n" * 6
    folder = changed(("    credits:", f"{more}    credits:"))
    _, found = composed(folder)
    (told,) = (d for d in found if d.code == "picture-not-placed")
    assert told.params["file"] == "pictures/town.jpg"
    assert told.source is not None
    assert told.source.line > 40


def test_empty_slots_of_the_page_are_left_out(changed: Change) -> None:
    folder = changed(
        ("            kicker: 襄垣县\n".removeprefix("    "), ""),
        ("edition: 特刊\n", ""),
        ("      series: 奋进襄垣\n", ""),
    )
    pages, found = composed(folder)
    words = "".join(
        at.cluster.text
        for block in pages.compositions[0].blocks
        for part in block.parts
        if isinstance(part, PlacedLine)
        for at in part.line.clusters
    )
    assert "襄垣县扛牢" not in words
    assert "特刊" not in words
    assert "奋进襄垣" not in words
    assert not found.has_errors


def test_a_headline_that_cannot_be_made_small_enough_says_by_how_much(changed: Change) -> None:
    long = "扛牢使命挑大梁蓄势聚能再扬帆奋楫争先"
    _, found = composed(changed(("[扛牢使命挑大梁, 蓄势聚能再扬帆]", f"[{long}, 再扬帆]")))
    (told,) = (d for d in found if d.code == "headline-too-long")
    # 86 characters of 10.5 pt hold sixteen of 56 pt.
    assert told.params["over"] == len(long) - 16
    assert long in told.message()


def test_a_headline_typed_on_one_line_is_divided_between_words(changed: Change) -> None:
    pages, found = composed(
        changed(("[扛牢使命挑大梁, 蓄势聚能再扬帆]", "襄垣县加快推进乡村振兴示范带建设"))
    )
    assert "headline-too-long" not in {d.code for d in found}
    (headline,) = (block for block in pages.compositions[0].blocks if block.role == "H1")
    lines = [
        "".join(at.cluster.text for at in part.line.clusters)
        for part in headline.parts
        if isinstance(part, PlacedLine)
    ]
    assert lines == ["襄垣县加快推进", "乡村振兴示范带建设"]


def test_a_character_that_no_face_has_is_named_with_its_place(changed: Change) -> None:
    body = "这个字\U0003134a没有。\n" + "样稿。" * 100
    _, found = composed(changed(body=body))
    (told,) = (d for d in found if d.code == "character-missing")
    assert told.params["character"] == "\U0003134a"
    assert told.source is not None
    assert (told.source.file, told.source.line, told.source.column) == ("body.md", 1, 4)
    assert told.page == 1


def test_a_rare_name_in_the_body_is_set(changed: Change) -> None:
    _, found = composed(changed(body="县名用字𬭚、𫖯、㛃、䶮都排得出。\n" + "样稿。" * 100))
    assert "character-missing" not in {d.code for d in found}


def test_a_rare_character_in_a_cutline_is_told_as_a_substitute(changed: Change) -> None:
    _, found = composed(changed(("宝峰湖（示意图）", "㐀湖（示意图）")))
    told = [d for d in found if d.code == "character-substituted"]
    assert [d.params["character"] for d in told] == ["㐀"]


def test_the_real_page_needs_no_more_than_small_moves(special_page: Built) -> None:
    (fit,) = special_page.pages.compositions[0].fits
    assert all(abs(move.by) <= 2 for move in fit.moves)


@pytest.mark.parametrize("lines", [12, 18, 30])
def test_the_banners_lettering_keeps_clear_whatever_its_height(
    own_template: Change, lines: int
) -> None:
    folder = own_template(("    lines: [12, 18, 48]", f"    lines: {lines}"))
    page = composed(folder)[0].compositions[0]
    place = page.dummy.places["banner"]
    frame = page.dummy.grid.band(place.top, place.lines)
    boxes = {
        "".join(at.cluster.text for at in part.line.clusters): block.box
        for block in page.blocks
        if block.name == "banner"
        for part in block.parts
        if isinstance(part, PlacedLine)
    }
    title = boxes["向人民报告"]
    assert title.y >= boxes["展新貌　开新局"].bottom
    assert title.bottom <= frame.bottom - 16.875
    assert title.height <= 160


def test_credits_of_many_names_get_the_rows_they_need(changed: Change) -> None:
    names = ", ".join(f"样{n}稿" for n in "一二三四五六七八九十甲乙")
    page = composed(
        changed(("names: [冯波]", f"names: [{names}]"), ("names: [高琪]", f"names: [{names}]"))
    )[0].compositions[0]
    (credits_block,) = (b for b in page.blocks if b.name == "credits" and b.role == "P")
    baselines = sorted({p.y for p in credits_block.parts if isinstance(p, PlacedLine)})
    assert len(baselines) > 1
    assert baselines[-1] < page.dummy.grid.type_area.bottom
    assert page.fits[0].state == "fits"


def test_a_smaller_body_is_set_in_one_ink_and_passes_the_preflight(changed: Change) -> None:
    folder = changed(
        body="**样稿试排的导语。**" + sentences(58).replace("\n\n", "\n\n**样稿导语。**")
    )
    page = composed(folder)[0].compositions[0]
    sizes = {
        (at.cluster.style.size, at.cluster.style.ink.is_black_only)
        for block in page.blocks
        if block.element
        for part in block.parts
        if isinstance(part, PlacedLine)
        for at in part.line.clusters
    }
    assert sizes == {(9.0, True)}
    told = {d.code for d in check(folder).diagnostics if d.code.startswith("pdf-")}
    assert told == set()
