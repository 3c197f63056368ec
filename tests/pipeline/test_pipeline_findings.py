"""What a page has to say of its own lines."""

import math
from collections.abc import Callable
from pathlib import Path

from support.special_page import composed

from layout.compose.composition import PlacedLine

Change = Callable[..., Path]
FILLING = "样稿试排，只看版面。" * 80


def test_a_word_wider_than_the_column_is_told(changed: Change) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitaen"
    pages, found = composed(changed(body=f"样稿里有一个很长的外文词{word}，断不开。\n{FILLING}"))
    told = [d for d in found if d.code == "overfull-line"]
    assert [d.page for d in told] == [1]
    assert word in str(told[0].params["text"])
    widest = max(
        part.line.width
        for block in pages.compositions[0].blocks
        if block.element
        for part in block.parts
        if isinstance(part, PlacedLine)
    )
    assert told[0].params["cut"] == math.ceil((widest - 18 * 10.5) / 10.5)
    assert told[0].source is not None
    assert told[0].source.line == 1
    assert told[0].box_mm is not None


def test_a_loose_line_is_told_with_its_cure(changed: Change) -> None:
    word = "Donaudampfschifffahrtskapitaen"
    body = f"样稿里有一个长词，前面的字只好拉开，看{word}如何排。\n{FILLING}"
    _, found = composed(changed(body=body))
    told = [d for d in found if d.code == "loose-line"]
    assert told
    assert float(str(told[0].params["gap"])) > 0.25
    assert isinstance(told[0].params["add"], int)
    assert told[0].params["add"] >= 1
    assert "加" in told[0].message()
    assert "add" in told[0].message("en")


def test_every_line_of_the_story_is_in_the_log(changed: Change, tmp_path: Path) -> None:
    from layout.pipeline import build  # noqa: PLC0415 - only this test writes

    outcome = build(changed(body=f"{FILLING}\n{FILLING}"), tmp_path / "out", dpi=36)
    story = outcome.report["pages"][0]["stories"][0]  # type: ignore[index]
    log = story["log"]
    assert "".join(line["text"] for line in log) == FILLING * 2
    assert len(log) == story["lines"]
    assert {line["passage"] for line in log} == {"xiangyuan 1", "xiangyuan 2"}
    assert all(line["gap_em"] >= 0 for line in log)
