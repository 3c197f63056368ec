"""Text is found, copied and read aloud as it was written, by whatever program opens the page."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
import uharfbuzz as hb
from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.color import BLACK, PAPER
from layout.display import GlyphRun, Group, PlacedGlyph
from layout.text.fonts import Face

Line = Callable[..., GlyphRun]
Make = Callable[..., Any]
Faces = Callable[[str], Face]

TEXT = "春潮澎湃，万象更新。“十四五”规划（草案）《意见》……襄垣县GDP增长5.2%、㎡"
KEYS = ("song-400", "song-700", "hei-500", "kai-400", "fang-400")


def joined(parts: list[tuple[Face, str]], y: float, gap: float, line: Line) -> list[GlyphRun]:
    """Runs of several faces that follow each other on one line."""
    runs = []
    x = 20.0
    for face, text in parts:
        run = line(face, text, round(x, 3), y, gap=gap)
        runs.append(run)
        x = run.x + run.glyphs[-1].offset + (run.glyphs[-1].box + gap) * run.size
    return runs


def dash(face: Face) -> PlacedGlyph:
    """The glyph of two em that the face has for ``——``."""
    buffer = hb.Buffer()
    buffer.add_str("——")
    buffer.guess_segment_properties()
    buffer.script, buffer.language = "Hani", "zh-Hans"
    hb.shape(face.hb_font, buffer)
    (info,) = buffer.glyph_infos
    return PlacedGlyph(info.codepoint, "——", 0.0, face.advance(info.codepoint))


@pytest.mark.parametrize("gap", [-0.02, 0, 0.05, 0.079999, 0.08, 0.1, 0.12, 0.15, 0.2, 0.3, 1, 3])
def test_a_letterspaced_line_is_read_letter_for_letter(
    gap: float, song: Face, line: Line, make: Make
) -> None:
    made = make([line(song, TEXT, 10, 50, 9, gap=gap), line(song, TEXT[::-1], 10, 66, 9, gap=gap)])
    assert made.pypdf_text == made.pdfium_text == [TEXT, TEXT[::-1]]


@pytest.mark.parametrize("gap", [0, 0.03, 0.07, 0.08, 0.13, 0.3])
@pytest.mark.parametrize("first", KEYS)
def test_a_line_in_several_faces_has_no_blank_where_they_meet(
    first: str, gap: float, face: Faces, line: Line, make: Make
) -> None:
    texts = [
        ("这一年推动高质量发展取得", "新成效，增长百分之"),
        ("增长il2025il", "il春潮"),
        ("引号”", "“引号（"),
    ]
    pairs = [(a, b, second) for second in KEYS for a, b in texts]
    runs = [
        run
        for i, (a, b, second) in enumerate(pairs)
        for run in joined([(face(first), a), (face(second), b)], 40 + 20 * i, gap, line)
    ]
    made = make([Group(tuple(runs), "P")])
    assert made.pypdf_text == made.pdfium_text == [a + b for a, b, _ in pairs]


@settings(max_examples=40, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(["春潮", "，", "“", "）", "GDP", "5.2%", "il", "·", "2025", "㎡"])
    ),
    gaps=st.lists(st.floats(0, 0.35), min_size=60, max_size=60),
)
@example(
    words=["春潮"] * 5 + ["GDP"],
    gaps=[0.3125, 0.3359375, 0.125, 0.1875, 0.1875, 0.15625, 0.140625, 0, 0, 0.25, 0.25]
    + [0.3359375, 0.125, 0.078125]
    + [0.0] * 46,
)
def test_a_line_of_uneven_gaps_has_no_blank(
    words: list[str], gaps: list[float], song: Face, line: Line, make: Make
) -> None:
    plain = line(song, "甲" + "".join(words) + "乙", 20, 50)
    glyphs = []
    offset = 0.0
    for glyph, gap in zip(plain.glyphs, gaps, strict=False):
        glyphs.append(PlacedGlyph(glyph.gid, glyph.text, round(offset, 3), glyph.box, glyph.shift))
        offset += (glyph.box + gap) * 10
    made = make([GlyphRun(song, 10, 20, 50, tuple(glyphs), BLACK)])
    assert made.pypdf_text == made.pdfium_text == ["".join(glyph.text for glyph in glyphs)]


def test_a_typed_space_is_read_once(song: Face, line: Line, make: Make) -> None:
    made = make([line(song, "New York 与 Paris", 20, 50, gap=0.1)])
    assert made.pypdf_text == made.pdfium_text == ["New York 与 Paris"]


def test_lines_keep_apart_and_keep_their_order(song: Face, line: Line, make: Make) -> None:
    lines = [f"第{i}行GDP" for i in range(10)]
    runs = [
        line(song, text, 20 + 200 * (i // 5), 50 + 13.5 * (i % 5)) for i, text in enumerate(lines)
    ]
    made = make([Group(tuple(runs), "P")])
    assert made.pypdf_text == made.pdfium_text == lines


def test_a_dash_of_two_em_is_two_characters_even_at_a_lines_start(
    song: Face, line: Line, make: Make
) -> None:
    glyph = dash(song)
    rest = line(song, "破折号", 40, 63)
    start = GlyphRun(song, 10, 20, 63, (glyph,), BLACK)
    made = make([line(song, "前一行㎡", 20, 50), start, rest])
    assert made.pypdf_text == made.pdfium_text == ["前一行㎡", "——破折号"]


def test_han_beyond_the_bmp_is_read(song: Face, line: Line, make: Make) -> None:
    made = make([line(song, "𬬭字𫓧", 20, 50)])
    assert made.pypdf_text == made.pdfium_text == ["𬬭字𫓧"]


def test_one_glyph_may_stand_for_two_texts(song: Face, make: Make) -> None:
    gid = song.glyph("日")
    glyphs = tuple(PlacedGlyph(gid, text, 10.0 * i, 1) for i, text in enumerate("日⽇日"))
    made = make([GlyphRun(song, 10, 20, 50, glyphs, BLACK)])
    assert made.pypdf_text == ["日⽇日"]


@pytest.mark.parametrize("gap", [0, 0.1, 0.3])
def test_vertical_columns_are_read_from_right_to_left(
    gap: float, face: Faces, song: Face, line: Line, make: Make
) -> None:
    columns = ["春潮澎湃，万象更新。", "《第二行》继续下去", "第三行", "四行也好"]
    runs = [
        line(face("hei-500") if i == 2 else song, text, 300 - 16 * i, 50, gap=gap, vertical=True)
        for i, text in enumerate(columns)
    ]
    body = [line(song, "正文在下面继续", 20, 300 + 13 * i) for i in range(20)]
    made = make([Group(tuple(runs), "P"), Group(tuple(body), "P")])
    assert made.pdfium_text[:4] == columns
    assert "".join(made.pypdf_text).startswith("".join(columns) + "正文在下面继续")


def test_turned_latin_is_read_inside_its_column(song: Face, line: Line, make: Make) -> None:
    above = line(song, "增长", 300, 50, vertical=True)
    latin = line(song, "GDP 5.2%", 297, 70, turned=90.0)
    end = 70 + latin.glyphs[-1].offset + latin.glyphs[-1].box * 10
    below = line(song, "以上", 300, round(end, 3), vertical=True)
    made = make([Group((above, latin, below), "P")])
    assert "".join(made.pypdf_text) == "".join(made.pdfium_text) == "增长GDP 5.2%以上"


def test_hidden_text_is_read_and_leaves_no_ink(song: Face, line: Line, make: Make) -> None:
    made = make([line(song, "长治日报", 50, 80, 60, hidden=True)])
    assert made.pypdf_text == made.pdfium_text == ["长治日报"]
    assert "3 Tr" in made.content()


def test_outlined_lettering_is_read_once(song: Face, line: Line, make: Make) -> None:
    made = make([line(song, "扬帆", 50, 80, 60, ink=PAPER, outline=(BLACK, 2.0))])
    assert made.pypdf_text == made.pdfium_text == ["扬帆"]
    assert "\nS\n" in made.content()


def test_a_glyph_without_text_is_drawn_but_not_read(song: Face, line: Line, make: Make) -> None:
    run = line(song, "着重", 20, 50)
    dots = tuple(
        PlacedGlyph(song.glyph("·"), "", glyph.offset, 0.35, 0.3, -0.6) for glyph in run.glyphs
    )
    dotted = GlyphRun(song, 10, 20, 50, run.glyphs + dots, BLACK)
    after = line(song, "之后", 40, 50)
    made = make([Group((dotted, after), "P")])
    assert made.pypdf_text == made.pdfium_text == ["着重之后"]
    assert made.content().count("\nf\n") == 1


def test_pdfium_finds_a_phrase_that_crosses_faces(face: Faces, line: Line, make: Make) -> None:
    parts = [(face("hei-500"), "这一年，“十四五”"), (face("song-400"), "规划收官")]
    made = make([Group(tuple(joined(parts, 50, 0.06, line)), "P")])
    with pypdfium2.PdfDocument(made.data) as document:
        page = document[0].get_textpage()
        assert page.search("，“十四五”规划收").get_next() == (3, 9)


@pytest.mark.parametrize("gap", [-0.02, 0, 0.05, 0.1, 0.23])
def test_every_glyph_stands_where_it_was_put(
    gap: float, song: Face, line: Line, make: Make
) -> None:
    run = line(song, "春潮GDP澎湃il万象", 20, 50, 9, gap=gap)
    made = make([run])
    with pypdfium2.PdfDocument(made.data) as document:
        text = document[0].get_textpage()
        for i, glyph in enumerate(run.glyphs):
            ink = song.ink(glyph.gid)
            left, _, right, _ = text.get_charbox(i)
            assert left == pytest.approx(20 + glyph.offset + ink.left * 9, abs=0.1)
            assert right == pytest.approx(20 + glyph.offset + ink.right * 9, abs=0.1)


def test_even_gaps_are_written_without_a_number_for_each(
    song: Face, line: Line, make: Make
) -> None:
    content = make([line(song, "春潮澎湃万象更新" * 2, 20, 50, gap=0.05)]).content()
    assert "0.5 Tc" in content
    shown = next(part for part in content.splitlines() if part.startswith("BT"))
    assert shown.count("<") == 1


def test_letterspacing_ends_with_its_line(song: Face, line: Line, make: Make) -> None:
    content = make(
        [line(song, "春潮澎湃", 20, 50, gap=0.05), line(song, "万象更", 20, 66)]
    ).content()
    assert content.index("0.5 Tc") < content.index("\n0 Tc")


def test_offsets_grow_by_boxes_and_gaps(song: Face, line: Line) -> None:
    run = line(song, "春（潮）", 20, 50, 10, gap=0.1)
    steps = [after.offset - before.offset for before, after in pairwise(run.glyphs)]
    assert steps == pytest.approx([11, 6, 11])
