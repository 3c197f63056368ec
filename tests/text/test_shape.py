"""Boxes and ink of what is shaped."""

from dataclasses import replace
from pathlib import Path

import boxes
import pytest

from layout.text.classes import CharClass
from layout.text.fonts import Face, open_face
from layout.text.glyphs import ink_along
from layout.text.items import Cluster, Posture, TextStyle
from layout.text.shape import Shaper

FONTS = Path(__file__).parents[2] / "fonts"
MARKS = [
    *((c, CharClass.OPENING) for c in boxes.OPENING),
    *((c, CharClass.CLOSING) for c in boxes.CLOSING),
    *((c, CharClass.PAUSE) for c in "，、；："),
    *((c, CharClass.STOP) for c in "。！？．"),
]


def shaped(style: TextStyle, text: str, kind: CharClass = CharClass.HAN) -> Cluster:
    return Shaper(style).box(text, kind).cluster


@pytest.mark.parametrize(("mark", "kind"), MARKS)
def test_a_mark_is_half_an_em_and_holds_its_ink(
    style: TextStyle, mark: str, kind: CharClass
) -> None:
    cluster = shaped(style, mark, kind)
    start, end = ink_along(cluster.face, cluster.glyphs[0], vertical=False)
    assert cluster.width == 5
    assert 0 <= start < end <= 0.5


@pytest.mark.parametrize("key", ["song-400", "hei-500", "song-900"])
@pytest.mark.parametrize("mark", "“”‘’（）《》，。、；：！？")
def test_marks_of_real_faces_keep_their_place_in_their_half(key: str, mark: str) -> None:
    face = open_face(key, FONTS / f"{key}.ttf")
    kind = CharClass.OPENING if mark in "“‘（《" else CharClass.CLOSING
    glyph = shaped(boxes.style_of(face), mark, kind).glyphs[0]
    start, end = ink_along(face, glyph, vertical=False)
    assert 0 <= start < end <= 0.5
    assert glyph.shift == (-0.5 if mark in "“‘（《" else 0.0)


def test_ink_across_both_halves_is_centred(tmp_path: Path) -> None:
    face = boxes.build(tmp_path / "centred.ttf", centred=True)
    glyph = shaped(boxes.style_of(face), "，", CharClass.PAUSE).glyphs[0]
    assert ink_along(face, glyph, vertical=False) == pytest.approx((0.15, 0.35))


def test_a_narrow_quotation_mark_gets_the_same_half_em(tmp_path: Path) -> None:
    face = boxes.build(tmp_path / "narrow.ttf", centred=True)
    glyph = shaped(boxes.style_of(face), "“", CharClass.OPENING).glyphs[0]
    assert (glyph.box, glyph.shift) == (0.5, 0.0)


@pytest.mark.parametrize(("text", "width"), [("·", 5), ("-", 5), ("/", 5), ("～", 10)])
def test_connectors_are_half_an_em_unless_their_ink_is_wider(
    style: TextStyle, text: str, width: float
) -> None:
    assert shaped(style, text, CharClass.MIDDLE).width == width


@pytest.mark.parametrize("text", ["——", "……"])
@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("key", ["song-400", "hei-700", "kai-400", "fang-400"])
def test_dash_and_ellipsis_are_two_em(text: str, key: str, *, vertical: bool) -> None:
    face = open_face(key, FONTS / f"{key}.ttf")
    style = boxes.style_of(face, vertical=vertical)
    assert shaped(style, text, CharClass.DASH).width == pytest.approx(20)


def test_each_role_has_its_face(face: Face, bold: Face, tmp_path: Path) -> None:
    marks = boxes.build(tmp_path / "marks.ttf")
    style = boxes.style_of(face, latin=bold, marks=marks)
    assert shaped(style, "汉").face is face
    assert shaped(style, "5G", CharClass.LATIN).face is bold
    assert shaped(style, "，", CharClass.PAUSE).face is marks


def test_a_declared_face_stands_in_for_a_missing_character(face: Face, tmp_path: Path) -> None:
    poor = boxes.build(tmp_path / "poor.ttf", without="襄é")
    style = boxes.style_of(poor, fallback=(face,))
    assert shaped(style, "襄").face is face
    assert shaped(style, "垣").face is poor
    assert shaped(style, "café", CharClass.LATIN).face is face, "a word keeps to one face"


def test_an_atom_is_shaped_once(style: TextStyle) -> None:
    shape = Shaper(style)
    assert shape.box("汉", CharClass.HAN) is shape.box("汉", CharClass.HAN)


def test_a_combining_mark_takes_no_room() -> None:
    face = open_face("song-400", FONTS / "song-400.ttf")
    plain = shaped(boxes.style_of(face), "e", CharClass.LATIN)
    accented = shaped(boxes.style_of(face), "e\u0301", CharClass.LATIN)
    assert accented.width == pytest.approx(plain.width, abs=0.5)
    assert "".join(g.text for g in accented.glyphs) == "e\u0301"


@pytest.mark.parametrize(
    ("text", "kind", "posture"),
    [
        ("汉", CharClass.HAN, Posture.UPRIGHT),
        ("8", CharClass.LATIN, Posture.UPRIGHT),
        ("G", CharClass.LATIN, Posture.UPRIGHT),
        ("27", CharClass.LATIN, Posture.ACROSS),
        ("2025", CharClass.LATIN, Posture.ACROSS),
        ("12345", CharClass.LATIN, Posture.TURNED),
        ("GDP", CharClass.LATIN, Posture.TURNED),
        ("12.6", CharClass.LATIN, Posture.TURNED),
        ("–", CharClass.MIDDLE, Posture.TURNED),
        ("·", CharClass.MIDDLE, Posture.UPRIGHT),
    ],
)
def test_posture_in_a_vertical_line(
    style: TextStyle, text: str, kind: CharClass, posture: Posture
) -> None:
    assert shaped(replace(style, vertical=True), text, kind).posture is posture
    assert shaped(style, text, kind).posture is Posture.UPRIGHT


def test_digits_across_take_one_em_and_are_reduced_only_when_too_wide(style: TextStyle) -> None:
    vertical = replace(style, vertical=True)
    two, four = (shaped(vertical, t, CharClass.LATIN) for t in ("27", "2025"))
    assert (two.width, four.width) == (10, 10)
    assert two.size == 10
    assert four.size == pytest.approx(5.5), "two em of digits within 1.1 em"
    assert two.baseline == pytest.approx((10 + 7) / 2), "digits of 0.7 em stand in the middle"


@pytest.mark.parametrize("key", ["song-400", "hei-700", "kai-400"])
@pytest.mark.parametrize("mark", "“”（）《》，。、")
def test_vertical_marks_are_trimmed_along_the_line(key: str, mark: str) -> None:
    face = open_face(key, FONTS / f"{key}.ttf")
    kind = CharClass.OPENING if mark in "“（《" else CharClass.CLOSING
    cluster = shaped(boxes.style_of(face, vertical=True), mark, kind)
    start, end = ink_along(face, cluster.glyphs[0], vertical=True)
    assert cluster.width == 5
    assert 0 <= start < end <= 0.5


def test_a_mark_too_long_for_half_an_em_keeps_its_em() -> None:
    face = open_face("song-400", FONTS / "song-400.ttf")
    assert shaped(boxes.style_of(face, vertical=True), "！", CharClass.STOP).width == 10
