"""What a face tells about itself."""

from pathlib import Path

import boxes
import pytest

from layout.text.fonts import Face, open_face

FONTS = Path(__file__).parents[2] / "fonts"


def test_measures_are_in_em(face: Face) -> None:
    han = face.glyph("汉")
    assert face.advance(han) == 1
    ink = face.ink(han)
    assert (ink.left, ink.bottom, ink.right, ink.top) == (0.05, -0.07, 0.95, 0.83)
    assert not ink.is_blank
    assert face.ink(face.glyph(" ")).is_blank


def test_a_character_it_lacks_has_glyph_0(tmp_path: Path) -> None:
    assert boxes.build(tmp_path / "poor.ttf", without="襄").glyph("襄") == 0


@pytest.mark.parametrize("key", ["song-400", "hei-700", "kai-400", "fang-400", "brush-400"])
def test_the_em_box_reaches_from_its_top_an_em_down(key: str) -> None:
    assert open_face(key, FONTS / f"{key}.ttf").em_top == pytest.approx(0.88)


def test_a_box_of_a_vertical_line_begins_at_the_em_top(face: Face) -> None:
    assert face.vertical_origin(face.glyph("汉")) == pytest.approx(0.88)


def test_a_face_without_vertical_metrics_takes_its_em_box() -> None:
    brush = open_face("brush-400", FONTS / "brush-400.ttf")
    assert brush.vertical_origin(brush.glyph("汉")) == brush.em_top


def test_a_missing_file_and_no_font_at_all_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        Face("nowhere", tmp_path / "nowhere.ttf")
    text = tmp_path / "text.ttf"
    text.write_text("not a font")
    with pytest.raises(ValueError, match="TrueType"):
        Face("text", text)


def test_a_face_is_opened_once() -> None:
    path = FONTS / "song-400.ttf"
    assert open_face("song-400", path) is open_face("song-400", path)
    assert open_face("song-400", path).postscript_name
