"""What fonts.yaml says of the faces is what their files hold."""

import re
from pathlib import Path

import pytest
import uharfbuzz as hb
import yaml

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "fonts"
CATALOGUE = yaml.safe_load((FONTS / "fonts.yaml").read_text(encoding="utf-8"))
FACES = CATALOGUE["faces"]
SUBSETS = ("song-700", "song-900", "hei-500", "hei-700", "hei-900", "kai-400")
FIELDS = [
    *("file", "family", "style", "weight", "serif", "version", "source"),
    *("licence", "licence_file", "coverage", "marks", "fallback"),
]
LICENCE_WORDS = {
    "OFL-1.1": ("SIL OPEN FONT LICENSE Version 1.1", "PERMISSION & CONDITIONS", "DISCLAIMER"),
    "GPL-3.0-only WITH Font-exception-2.0": (
        "GNU GENERAL PUBLIC LICENSE",
        "Version 3, 29 June 2007",
        "END OF TERMS AND CONDITIONS",
        "As a special exception, if you create a document which uses this font",
    ),
}
HAN_OF_GB2312 = 6763
SYMBOLS_MISSING = {"fang-400": 1, "brush-400": 553}
"""Of the 682 symbols of GB 2312; the other faces have them all."""
TERTIARY = "厾叚䓖㧟䏝䥽𠳐𬱖𬭊𬶨𫖯𬀩"
"""Of the third level of the general standard characters; no part of GB 2312."""


def _face(key: str) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(FONTS / FACES[key]["file"])))


def _name(key: str, number: int) -> str:
    return _face(key).get_name(number) or ""


def _gb2312() -> str:
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)


def _is_han(char: str) -> bool:
    unified = r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002f7ff\U00030000-\U0003ffff]"
    return re.match(unified, char) is not None


def _advance(key: str, char: str, direction: str, **features: bool) -> float:
    """What one character takes along the line, in em."""
    face = _face(key)
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.direction, buffer.script, buffer.language = direction, "Hani", "zh-Hans"
    hb.shape(hb.Font(face), buffer, features)
    (position,) = buffer.glyph_positions
    return (position.x_advance - position.y_advance) / face.upem


def _glyph(key: str, char: str, direction: str) -> int:
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.direction, buffer.script, buffer.language = direction, "Hani", "zh-Hans"
    hb.shape(hb.Font(_face(key)), buffer)
    return buffer.glyph_infos[0].codepoint


@pytest.mark.parametrize("key", FACES)
def test_an_entry_has_every_field_in_order(key: str) -> None:
    entry = FACES[key]
    assert list(entry) == FIELDS
    assert list(entry["source"]) == ["registry", "package", "version", "file"]
    assert entry["file"] == f"{key}.ttf"
    assert key.endswith(f"-{entry['weight']}")
    assert entry["style"].endswith(f" {entry['weight']}")


def test_every_face_has_a_role_and_no_other_has() -> None:
    assert list(CATALOGUE["roles"]) == list(FACES)


def test_the_folder_holds_the_declared_files_and_no_others() -> None:
    assert {path.name for path in FONTS.glob("*.ttf")} == {face["file"] for face in FACES.values()}
    licences = {str(path.relative_to(FONTS)) for path in (FONTS / "licences").iterdir()}
    assert licences == {face["licence_file"] for face in FACES.values()}


@pytest.mark.parametrize("key", FACES)
def test_a_face_borrows_only_from_faces_that_borrow_from_nobody(key: str) -> None:
    lenders = [*FACES[key]["fallback"], *filter(None, [FACES[key]["marks"]])]
    assert key not in lenders
    assert all(FACES[lender]["fallback"] == [] for lender in lenders)
    assert all(FACES[lender]["marks"] is None for lender in lenders)


@pytest.mark.parametrize("key", FACES)
def test_a_face_has_truetype_outlines_on_a_thousand_units(key: str) -> None:
    tags = _face(key).table_tags
    assert "glyf" in tags
    assert not {"CFF ", "CFF2", "VORG", "fvar"} & set(tags)
    assert _face(key).upem == 1000


@pytest.mark.parametrize("key", FACES)
def test_names_and_version_are_the_file_s(key: str) -> None:
    family = _name(key, hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY) or _name(
        key, hb.OTNameIdPredefined.FONT_FAMILY
    )
    assert family == FACES[key]["family"]
    assert _name(key, hb.OTNameIdPredefined.VERSION_STRING) == FACES[key]["version"]
    assert _name(key, hb.OTNameIdPredefined.COPYRIGHT)
    assert re.fullmatch(r"[A-Za-z]+-[A-Za-z]+", _name(key, hb.OTNameIdPredefined.POSTSCRIPT_NAME))


def test_postscript_names_differ() -> None:
    names = {_name(key, hb.OTNameIdPredefined.POSTSCRIPT_NAME) for key in FACES}
    assert len(names) == len(FACES)


@pytest.mark.parametrize("key", FACES)
def test_the_weight_is_the_file_s(key: str) -> None:
    os2 = bytes(_face(key).reference_table("OS/2").data)
    assert int.from_bytes(os2[4:6]) == FACES[key]["weight"]


@pytest.mark.parametrize("key", FACES)
def test_the_licence_is_in_the_folder_and_named_in_the_font(key: str) -> None:
    text = (FONTS / FACES[key]["licence_file"]).read_text(encoding="utf-8")
    for words in LICENCE_WORDS[FACES[key]["licence"]]:
        assert words in text
    notice = _name(key, hb.OTNameIdPredefined.COPYRIGHT).splitlines()[0]
    holder = notice.replace("MaShanZheng Project", "Ma Shan Zheng Project")
    assert holder.split(", with")[0].removeprefix("(c) ").rstrip(".") in text
    assert "Licen" in _name(key, hb.OTNameIdPredefined.LICENSE)
    assert _name(key, hb.OTNameIdPredefined.LICENSE_URL).startswith("http")


def test_a_changed_version_does_not_bear_a_reserved_name() -> None:
    shown = [n for n in hb.OTNameIdPredefined if n.name in {"FONT_FAMILY", "FULL_NAME"}]
    shown += [hb.OTNameIdPredefined.UNIQUE_ID, hb.OTNameIdPredefined.POSTSCRIPT_NAME]
    assert len(shown) == 4
    for number in shown:
        assert not re.search("LXGW|霞鹜", _name("kai-400", number), re.IGNORECASE)
        assert not re.search("Source", _name("hei-500", number), re.IGNORECASE)
    listed = {record.language for record in _face("kai-400").list_names()}
    assert listed == {"en"}


@pytest.mark.parametrize("key", FACES)
def test_coverage_is_as_measured(key: str) -> None:
    chars = {chr(point) for point in _face(key).unicodes}
    measured = {"characters": len(chars), "han": sum(map(_is_han, chars))}
    assert FACES[key]["coverage"] == measured


def test_the_song_for_running_text_is_complete() -> None:
    assert FACES["song-400"]["coverage"]["han"] >= 27_484


@pytest.mark.parametrize("key", FACES)
def test_every_face_has_the_han_of_gb2312(key: str) -> None:
    han = {char for char in _gb2312() if _is_han(char)}
    assert len(han) == HAN_OF_GB2312
    assert not han - {chr(point) for point in _face(key).unicodes}


@pytest.mark.parametrize("key", FACES)
def test_symbols_of_gb2312_are_there_or_known_to_be_missing(key: str) -> None:
    points = set(_face(key).unicodes)
    missing = {c for c in _gb2312() if not _is_han(c) and ord(c) not in points}
    assert len(missing) == SYMBOLS_MISSING.get(key, 0)


@pytest.mark.parametrize("key", ["song-400", *SUBSETS])
def test_rare_characters_of_the_standard_table_are_kept(key: str) -> None:
    points = set(_face(key).unicodes)
    assert [char for char in TERTIARY if ord(char) not in points] == []


@pytest.mark.parametrize("key", SUBSETS)
def test_a_subset_keeps_pinyin_and_signs(key: str) -> None:
    points = set(_face(key).unicodes)
    assert [char for char in "āéǐòǖǘǚǜ—…“”·《》〔〕￥①⑳℃㎡→" if ord(char) not in points] == []


@pytest.mark.parametrize("key", FACES)
def test_a_face_and_its_lenders_can_set_the_sample_issue(key: str) -> None:
    body = (ROOT / "issues" / "2025-02-27-xiangyuan" / "body.md").read_text(encoding="utf-8")
    wanted = {char for char in body if not char.isspace()} - set("*#")
    assert len(wanted) > 500
    helpers = [*FACES[key]["fallback"], *filter(None, [FACES[key]["marks"]])]
    points = {point for name in (key, *helpers) for point in _face(name).unicodes}
    assert sorted(char for char in wanted if ord(char) not in points) == []


@pytest.mark.parametrize("key", ["song-400", "song-700", "hei-500", "hei-900", "fang-400"])
def test_marks_have_half_width_forms_in_both_directions(key: str) -> None:
    for mark in "（），。、":
        assert _advance(key, mark, "ltr") == 1
        assert _advance(key, mark, "ltr", halt=True) == 0.5
        assert _advance(key, mark, "ttb", vhal=True) == 0.5


@pytest.mark.parametrize("key", ["kai-400", "brush-400"])
def test_faces_that_borrow_marks_have_no_full_width_quotes(key: str) -> None:
    assert FACES[key]["marks"]
    for quote in "“”":
        assert _advance(key, quote, "ltr", halt=True) < 0.5


@pytest.mark.parametrize("key", ["song-400", "song-900", "hei-700", "kai-400"])
def test_vertical_setting_has_its_own_marks(key: str) -> None:
    for mark in "（《，。":
        assert _glyph(key, mark, "ttb") != _glyph(key, mark, "ltr")


@pytest.mark.parametrize("key", [key for key in FACES if key != "brush-400"])
def test_the_em_box_is_in_the_file(key: str) -> None:
    font = hb.Font(_face(key))
    assert font.get_layout_baseline("ideo", "ltr", "hani", "dflt") == -120


@pytest.mark.parametrize("key", [key for key in FACES if key != "brush-400"])
def test_a_character_hangs_from_the_middle_of_the_top_of_its_em_box(key: str) -> None:
    face = _face(key)
    font = hb.Font(face)
    glyph = font.get_nominal_glyph(ord("永"))
    assert font.get_glyph_v_origin(glyph) == (500, 880)
