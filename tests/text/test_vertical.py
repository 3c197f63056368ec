"""Lines that run from top to bottom."""

from dataclasses import replace
from pathlib import Path

import boxes
import pytest

from layout.page.composition import Composition
from layout.text.fonts import open_face
from layout.text.items import Posture, TextStyle

FONTS = Path(__file__).parents[2] / "fonts"


@pytest.fixture
def vertical(style: TextStyle) -> TextStyle:
    return replace(style, vertical=True)


def test_blanks_lie_along_the_line(vertical: TextStyle, rules: Composition) -> None:
    line = boxes.set_text(vertical, "汉，（汉）。汉", 40, rules, indent=0)[0]
    assert boxes.places(line) == [0, 1, 2, 2.5, 3.5, 4, 5]


def test_short_numbers_stand_across_and_words_are_turned(
    vertical: TextStyle, rules: Composition
) -> None:
    line = boxes.set_text(vertical, "至27日GDP5项", 40, rules, indent=0)[0]
    postures = {c.cluster.text: c.cluster.posture for c in line.clusters}
    assert postures == {
        "至": Posture.UPRIGHT,
        "27": Posture.ACROSS,
        "日": Posture.UPRIGHT,
        "GDP5": Posture.TURNED,
        "项": Posture.UPRIGHT,
    }


def test_numbers_across_keep_no_gap(vertical: TextStyle, rules: Composition) -> None:
    """A number in one em stands among Han like one of them."""
    line = boxes.set_text(vertical, "至27日", 40, rules, indent=0)[0]
    assert boxes.places(line) == [0, 1, 2]


def test_a_turned_word_runs_along_the_line(vertical: TextStyle, rules: Composition) -> None:
    line = boxes.set_text(vertical, "汉WORD汉", 40, rules, indent=0)[0]
    word = line.clusters[1].cluster
    assert word.width == 20
    assert word.baseline == pytest.approx(3.8), "the em box's middle stands on the line's"
    assert boxes.places(line) == [0, 1.25, 3.5]


def test_vertical_lines_are_justified_like_others(
    vertical: TextStyle, style: TextStyle, rules: Composition
) -> None:
    text = "汉字，“汉字”汉（汉）。" * 6
    one, two = (boxes.set_text(s, text, 10, rules) for s in (vertical, style))
    assert [line.width for line in one] == [line.width for line in two]


@pytest.mark.parametrize("key", ["song-400", "hei-700", "kai-400"])
def test_vertical_forms_of_real_faces(key: str) -> None:
    face = open_face(key, FONTS / f"{key}.ttf")
    song = open_face("song-400", FONTS / "song-400.ttf")
    style = boxes.style_of(face, marks=song if key == "kai-400" else None)  # as fonts.yaml says
    marks = "，。（）《》——……"
    across, down = (
        boxes.set_text(s, marks, 40, Composition(), indent=0)[0]
        for s in (style, replace(style, vertical=True))
    )
    ids = [[g.gid for c in line.clusters for g in c.cluster.glyphs] for line in (across, down)]
    assert not set(ids[0]) & set(ids[1]), "every mark has a form of its own"


def test_style_flags_ride_along(style: TextStyle, rules: Composition) -> None:
    marked = replace(style, dots=True, underline=True)
    spans = boxes.spans(style, "汉|字|汉", marked)
    line = boxes.set_paragraph(boxes.paragraph(spans, rules), 20, rules)[0]
    assert [c.cluster.style.dots for c in line.clusters] == [False, True, False]
    assert [c.cluster.style.underline for c in line.clusters] == [False, True, False]
