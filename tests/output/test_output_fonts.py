"""Fonts as the file carries them: embedded, cut down, with true texts and widths."""

import io
import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pikepdf
import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.color import BLACK
from layout.display import GlyphRun, PlacedGlyph
from layout.output.codes import CodeBook
from layout.output.sfnt import MAGIC, Variant, add_variants, checksum, read_tables
from layout.output.type0 import Slot, build_font
from layout.text.fonts import Face

Line = Callable[..., GlyphRun]
Make = Callable[..., Any]
Faces = Callable[[str], Face]

KEYS = ("song-400", "song-900", "hei-500", "kai-400", "fang-400", "brush-400")


def program(font: pikepdf.Object) -> TTFont:
    """The TrueType program of a Type0 font."""
    descriptor = font.DescendantFonts[0].FontDescriptor
    data = descriptor.FontFile2.read_bytes()
    assert len(data) == descriptor.FontFile2.Length1
    return TTFont(io.BytesIO(data), checkChecksums=2)


@lru_cache
def whole_font(face: Face) -> TTFont:
    """The face as published."""
    return TTFont(io.BytesIO(face.path.read_bytes()), lazy=True)


def fonts(made: Any) -> dict[str, pikepdf.Object]:  # noqa: ANN401 - the fixture's class
    return {name[1:]: font for name, font in made.pdf.pages[0].Resources.Font.items()}


@pytest.fixture
def made(face: Faces, line: Line, make: Make) -> Any:  # noqa: ANN401 - the fixture's class
    """A page in six faces, one line of each, and one line down the page."""
    lines = [line(face(key), "春潮（湃），一", 20, 50 + 20 * i) for i, key in enumerate(KEYS)]
    return make([*lines, line(face("song-400"), "竖（排）", 300, 50, vertical=True)])


def test_every_font_is_composite_embedded_and_cut(made: Any) -> None:  # noqa: ANN401
    found = [
        item
        for item in made.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
    ]
    assert {str(item.Subtype) for item in found} == {"/Type0", "/CIDFontType2"}
    for font in fonts(made).values():
        (descendant,) = font.DescendantFonts
        tag, _, name = str(font.BaseFont)[1:].partition("+")
        assert tag.isalpha()
        assert tag.isupper()
        assert len(tag) == 6
        assert name
        assert descendant.BaseFont == font.BaseFont == descendant.FontDescriptor.FontName
        assert len(program(font).getGlyphOrder()) < 20
        assert "/ToUnicode" in font
    assert b"Helvetica" not in made.data


def test_a_face_set_in_both_directions_is_embedded_once(made: Any) -> None:  # noqa: ANN401
    across, down = fonts(made)["F1H"], fonts(made)["F1V"]
    assert [str(font.Encoding) for font in (across, down)] == ["/Identity-H", "/Identity-V"]
    assert across.DescendantFonts[0].objgen == down.DescendantFonts[0].objgen
    assert set(fonts(made)) == {"F1H", "F1V", "F2H", "F3H", "F4H", "F5H", "F6H"}


def test_the_licence_travels_with_the_font(made: Any) -> None:  # noqa: ANN401
    names = {record.nameID for record in program(fonts(made)["F1H"])["name"].names}
    assert {0, 6, 13} <= names


@pytest.mark.parametrize("key", KEYS)
def test_widths_in_the_file_are_those_of_the_program(
    key: str, face: Faces, line: Line, make: Make
) -> None:
    made = make([line(face(key), "春（潮）il湃，“一”", 20, 50, gap=0.2)])
    (font,) = fonts(made).values()
    (descendant,) = font.DescendantFonts
    widths: dict[int, float] = {}
    array = list(descendant.W)
    for first, listed in zip(array[::2], array[1::2], strict=True):
        widths |= {int(first) + i: float(width) for i, width in enumerate(listed)}
    ttf = program(font)
    order, scale = ttf.getGlyphOrder(), 1000 / ttf["head"].unitsPerEm
    gids = descendant.CIDToGIDMap.read_bytes()
    for code in range(1, len(gids) // 2):
        gid = int.from_bytes(gids[2 * code : 2 * code + 2], "big")
        advance, _ = ttf["hmtx"][order[gid]]
        assert widths.get(code, 1000) == pytest.approx(advance * scale, abs=0.001)


@pytest.mark.parametrize(("gap", "glyphs"), [(0, 5), (0.05, 5), (0.2, 9)])
def test_only_boxes_that_are_not_natural_cost_a_glyph(
    gap: float, glyphs: int, song: Face, line: Line, make: Make
) -> None:
    """The last of a line has no gap after it; .notdef is always there."""
    made = make([line(song, "春潮il春潮ili", 20, 50, gap=gap)])
    assert program(fonts(made)["F1H"])["maxp"].numGlyphs == glyphs


def test_code_32_is_never_given_out(song: Face) -> None:
    codes = CodeBook()[song]
    given_out = [
        codes.code(
            PlacedGlyph(song.glyph(chr(0x4E00 + i)), chr(0x4E00 + i), 0, 1), 0, vertical=False
        )
        for i in range(40)
    ]
    assert [int(code.hex, 16) for code in given_out] == [n for n in range(1, 42) if n != 32]
    font = codes.font()
    assert "32 [" not in font.widths


def test_the_same_glyph_in_the_same_box_has_one_code(song: Face) -> None:
    codes = CodeBook()[song]
    gid = song.glyph("春")
    first = codes.code(PlacedGlyph(gid, "春", 0, 1), 0, vertical=False)
    assert codes.code(PlacedGlyph(gid, "春", 55, 1), 0, vertical=False) == first
    assert codes.code(PlacedGlyph(gid, "春", 55, 1.04), 0, vertical=False) == first
    assert codes.code(PlacedGlyph(gid, "春", 55, 1), 0.06, vertical=False) != first
    assert codes.code(PlacedGlyph(gid, "春", 55, 1), 0, vertical=True) != first


def test_a_font_is_built_once_for_the_same_characters(song: Face) -> None:
    slots = (Slot(song.glyph("春"), "春", 1000), Slot(song.glyph("（"), "（", 500, -500))
    assert build_font(song, slots) is build_font(song, tuple(slots))


def test_the_em_box_comes_from_the_faces_ideographic_baseline(face: Faces) -> None:
    assert face("song-400").em_top == pytest.approx(0.88)
    assert face("hei-500").em_top == pytest.approx(0.88)
    assert 0.78 <= face("kai-400").em_top <= 0.9


@settings(max_examples=60, deadline=None)
@given(
    chars=st.lists(st.sampled_from("春潮（），一 ·GDP il—"), min_size=1, max_size=8, unique=True),
    data=st.data(),
)
def test_composite_variants_are_fonts_for_fonttools(
    chars: list[str], data: st.DataObject, face: Faces
) -> None:
    """Whatever is cut, blank glyphs at its end included, is a sound font."""
    whole = face(data.draw(st.sampled_from(KEYS)))
    chars = [char for char in chars if whole.glyph(char)]
    shifts = st.integers(-600, 600)
    slots = tuple(
        Slot(
            whole.glyph(char),
            char,
            data.draw(st.integers(1, 3000)),
            data.draw(shifts),
            data.draw(shifts),
        )
        for char in chars
    )
    font = build_font(whole, slots)
    ttf = TTFont(io.BytesIO(zlib.decompress(font.program)), checkChecksums=2)
    original = whole_font(whole)
    glyphs, order = ttf.getGlyphSet(), ttf.getGlyphOrder()
    gids = zlib.decompress(font.cid_to_gid)
    assert ttf["maxp"].numGlyphs == len(order) == len(ttf["loca"]) - 1
    for code, slot in enumerate(slots, 1):
        name = order[int.from_bytes(gids[2 * code : 2 * code + 2], "big")]
        assert ttf["hmtx"][name][0] == slot.advance
        drawn, meant = (DecomposingRecordingPen(s) for s in (glyphs, original.getGlyphSet()))
        glyphs[name].draw(drawn)
        original.getGlyphSet()[original.getGlyphOrder()[slot.gid]].draw(meant)
        moved = [
            (op, tuple(p and (p[0] + slot.dx, p[1] + slot.dy) for p in points))
            for op, points in meant.value
        ]
        assert drawn.value == moved
        if moved:
            bounds = BoundsPen(glyphs)
            glyphs[name].draw(bounds)
            glyph = ttf["glyf"][name]
            assert ttf["hmtx"][name][1] == glyph.xMin
            assert glyph.xMin <= bounds.bounds[0] + 1
            assert glyph.xMax >= bounds.bounds[2] - 1


def test_a_fonts_checksums_add_up(song: Face) -> None:
    font = song.path.read_bytes()
    made = add_variants(font, [Variant(song.glyph("（"), 500, -500, 0)])
    assert checksum(made) == MAGIC
    for tag, table in read_tables(made).items():
        data = table.data
        if tag == "head":
            data = data[:8] + bytes(4) + data[12:]
        assert table.checksum == checksum(data)


def test_text_in_the_cmap_is_utf_16(song: Face, make: Make) -> None:
    glyphs = (
        PlacedGlyph(song.glyph("𬬭"), "𬬭", 0, 1),
        PlacedGlyph(song.glyph("一"), "ab", 10, 1),
    )
    made = make([GlyphRun(song, 10, 20, 50, glyphs, BLACK)])
    cmap = fonts(made)["F1H"].ToUnicode.read_bytes().decode("ascii")
    assert f"<0001> <{'𬬭'.encode('utf-16-be').hex().upper()}>" in cmap
    assert "<0002> <00610062>" in cmap


def test_more_than_a_hundred_texts_go_into_several_blocks(
    song: Face, line: Line, make: Make
) -> None:
    text = "".join(chr(0x4E00 + i) for i in range(250) if song.glyph(chr(0x4E00 + i)))
    made = make([line(song, text, 20, 50, 1)])
    cmap = fonts(made)["F1H"].ToUnicode.read_bytes().decode("ascii")
    blocks = cmap.count("beginbfchar")
    assert blocks == -(-(len(text) + 1) // 100)
    assert made.pypdf_text == [text]
