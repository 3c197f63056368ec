"""Small pages drawn and looked at: what is put somewhere is seen there."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from layout.cache import Cache
from layout.color import BLACK, PAPER, Cmyk
from layout.diagnostics import Diagnostics
from layout.display import (
    Fill,
    GlyphRun,
    Group,
    Item,
    Metadata,
    Outline,
    Picture,
    PlacedGlyph,
    Rule,
    Sheet,
)
from layout.geometry import Box
from layout.output.pdf import write_pdf
from layout.output.press import Press
from layout.output.raster import rasterise
from layout.page.artwork import Artwork
from layout.text.fonts import Face, open_face

ROOT = Path(__file__).parents[2]
PRESS = Press(ROOT / "assets" / "icc" / "snap-tr002-newsprint-tac220.icc")
METADATA = Metadata("小样", "", "", "2025-02-27")
SCALE = 10
"""Pixels to the point."""
NO_CACHE = Cache(None)


@pytest.fixture(scope="module")
def song() -> Face:
    return open_face("song-400", ROOT / "fonts" / "song-400.ttf", serif=True)


def drawn(items: Sequence[Item], size: int = 40) -> Image.Image:
    """A square sheet as grey pixels."""
    pdf = write_pdf([Sheet(size, size, items)], METADATA, PRESS, Diagnostics(), NO_CACHE)
    raster = rasterise(pdf, 0, 72 * SCALE)
    return Image.frombytes("RGB", (raster.width, raster.height), raster.rgb).convert("L")


def inked(page: Image.Image) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything dark, in points."""
    box = page.point(lambda value: 255 * (value < 128)).getbbox()
    assert box is not None
    left, top, right, bottom = (edge / SCALE for edge in box)
    return left, top, right, bottom


def near(found: Sequence[float], *expected: float) -> bool:
    """Whether edges lie within an eighth of a point: a pixel and its soft edge."""
    return list(found) == pytest.approx(expected, abs=0.125)


def glyph(face: Face, char: str, box: float = 1, shift: float = 0, rise: float = 0) -> PlacedGlyph:
    return PlacedGlyph(face.glyph(char), char, 0, box, shift, rise)


def run(face: Face, placed: PlacedGlyph, *, vertical: bool = False, turned: float = 0) -> GlyphRun:
    """One glyph of 20 pt at 10, 25."""
    return GlyphRun(face, 20, 10, 25, (placed,), BLACK, vertical=vertical, turned=turned)


def test_a_square_is_where_it_was_put() -> None:
    assert near(inked(drawn([Fill(Box(7, 11, 5, 3), BLACK)])), 7, 11, 12, 14)


def test_a_border_is_centred_on_the_edge() -> None:
    page = drawn([Fill(Box(10, 10, 10, 10), None, (BLACK, 2))])
    assert near(inked(page), 9, 9, 21, 21)
    assert page.getpixel((150, 150)) == 255


def test_a_rule_is_as_wide_as_it_says() -> None:
    assert near(inked(drawn([Rule(5, 20, 35, 20, 1, BLACK)])), 5, 19.5, 35, 20.5)
    assert near(inked(drawn([Rule(20, 5, 20, 35, 2, BLACK)])), 19, 5, 21, 35)


def test_what_comes_later_lies_above() -> None:
    page = drawn([Fill(Box(0, 0, 40, 40), BLACK), Fill(Box(10, 10, 20, 20), PAPER)])
    assert [page.getpixel(at) for at in ((200, 200), (50, 50))] == pytest.approx([255, 35], abs=36)


def test_a_clip_hides_what_is_outside() -> None:
    clipped = Group((Fill(Box(0, 0, 40, 40), BLACK),), clip=Box(8, 9, 10, 11))
    assert near(inked(drawn([clipped])), 8, 9, 18, 20)


def test_opacity_lets_the_paper_through() -> None:
    page = drawn([Fill(Box(0, 0, 40, 40), Cmyk(0, 0, 0, 1), opacity=0.5)])
    assert page.getpixel((200, 200)) == pytest.approx(145, abs=20)


@pytest.mark.parametrize(("char", "shift"), [("（", -0.5), ("）", 0.0), ("《", -0.5), ("，", 0.0)])
def test_a_trimmed_marks_ink_lies_within_its_half_em(char: str, shift: float, song: Face) -> None:
    left, _, right, _ = inked(drawn([run(song, glyph(song, char, 0.5, shift))]))
    assert left >= 10
    assert right <= 20


@pytest.mark.parametrize("char", ["（", "春", "一", "，"])
def test_a_glyphs_ink_lies_where_the_face_says(char: str, song: Face) -> None:
    ink = song.ink(song.glyph(char))
    expected = (
        10 + ink.left * 20,
        25 - ink.top * 20,
        10 + ink.right * 20,
        25 - ink.bottom * 20,
    )
    assert near(inked(drawn([run(song, glyph(song, char))])), *expected)


def test_shift_and_rise_move_the_ink(song: Face) -> None:
    plain = inked(drawn([run(song, glyph(song, "一"))]))
    moved = inked(drawn([run(song, glyph(song, "一", 1, 0.1, 0.2))]))
    assert near(moved, plain[0] + 2, plain[1] - 4, plain[2] + 2, plain[3] - 4)


def test_a_vertical_glyph_is_centred_below_its_origin(song: Face) -> None:
    face_top = 0.88
    ink = song.ink(song.glyph("春"))
    top = 5 + (face_top - ink.top) * 20
    expected = (ink.left * 20, top, ink.right * 20, top + (ink.top - ink.bottom) * 20)
    origin = GlyphRun(song, 20, 10, 5, (glyph(song, "春"),), BLACK, vertical=True)
    assert near(inked(drawn([origin])), *expected)


def test_shift_in_a_vertical_run_goes_down_and_rise_to_the_right(song: Face) -> None:
    origin = GlyphRun(song, 20, 20, 5, (glyph(song, "一"),), BLACK, vertical=True)
    moved = GlyphRun(song, 20, 20, 5, (glyph(song, "一", 1, 0.3, 0.2),), BLACK, vertical=True)
    left, top, right, bottom = inked(drawn([origin]))
    assert near(inked(drawn([moved])), left + 4, top + 6, right + 4, bottom + 6)


def test_boxes_of_a_vertical_run_follow_downwards(song: Face) -> None:
    one = PlacedGlyph(song.glyph("一"), "一", 0, 1)
    run_ = GlyphRun(song, 10, 20, 5, (one, PlacedGlyph(one.gid, "一", 20, 1)), BLACK, vertical=True)
    single = inked(drawn([GlyphRun(song, 10, 20, 5, (one,), BLACK, vertical=True)]))
    both = inked(drawn([run_]))
    assert near(both, single[0], single[1], single[2], single[3] + 20)


def test_a_run_turned_clockwise_reads_downwards(song: Face) -> None:
    ink = song.ink(song.glyph("L"))
    turned = GlyphRun(song, 20, 15, 10, (glyph(song, "L", 0.6),), BLACK, turned=90.0)
    expected = (
        15 + ink.bottom * 20,
        10 + ink.left * 20,
        15 + ink.top * 20,
        10 + ink.right * 20,
    )
    assert near(inked(drawn([turned])), *expected)


@pytest.mark.parametrize("vertical", [False, True])
def test_a_glyph_without_text_looks_like_one_with(vertical: bool, song: Face) -> None:  # noqa: FBT001
    placed = glyph(song, "春", 1, 0.1, 0.05)
    silent = PlacedGlyph(placed.gid, "", 0, 1, 0.1, 0.05)
    pages = [
        drawn([GlyphRun(song, 20, 15, 20, (g,), BLACK, vertical=vertical)], 60)
        for g in (placed, silent)
    ]
    assert near(inked(pages[0]), *inked(pages[1]))


def test_a_dash_divided_among_its_characters_is_drawn_whole(song: Face) -> None:
    long = PlacedGlyph(song.glyph("一"), "——", 0, 2)
    plain = PlacedGlyph(song.glyph("一"), "一", 0, 1)
    assert near(inked(drawn([run(song, long)], 60)), *inked(drawn([run(song, plain)], 60)))


def test_an_outline_lies_under_its_lettering(song: Face) -> None:
    lettering = GlyphRun(song, 20, 10, 25, (glyph(song, "一"),), PAPER, outline=(BLACK, 4.0))
    left, top, right, bottom = inked(drawn([run(song, glyph(song, "一"))]))
    page = drawn([lettering])
    assert near(inked(page), left - 2, top - 2, right + 2, bottom + 2)
    solid = drawn([run(song, glyph(song, "一"))]).point(lambda value: 255 * (value < 40))
    outside = Image.new("L", page.size, 255)
    assert min(Image.composite(page, outside, solid).tobytes()) > 240


def test_hidden_text_leaves_no_ink(song: Face) -> None:
    hidden = GlyphRun(song, 20, 10, 25, (glyph(song, "春"),), BLACK, hidden=True)
    assert drawn([hidden]).getextrema() == (255, 255)


def test_an_even_odd_outline_has_its_hole() -> None:
    def square(a: float, b: float) -> tuple[tuple[str, tuple[float, ...]], ...]:
        return (("M", (a, a)), ("L", (b, a)), ("L", (b, b)), ("L", (a, b)), ("Z", ()))

    segments = square(5, 35) + square(15, 25)
    page = drawn([Outline(segments, BLACK, even_odd=True)])
    assert near(inked(page), 5, 5, 35, 35)
    assert page.getpixel((200, 200)) == 255
    assert drawn([Outline(segments, BLACK)]).getpixel((200, 200)) == pytest.approx(35, abs=36)


def test_artwork_is_stretched_over_its_box() -> None:
    square = (("M", (0.0, 0.0)), ("L", (4, 0)), ("L", (4, 2)), ("L", (0, 2)), ("Z", ()))
    artwork = Artwork(8, 4, square, even_odd=False)
    page = drawn([Outline(artwork.placed(Box(10, 12, 16, 20)), BLACK)])
    assert near(inked(page), 10, 12, 18, 22)


def test_a_picture_is_upright_in_its_box(tmp_path: Path) -> None:
    image = Image.new("L", (80, 40), 255)
    image.paste(0, (0, 0, 40, 20))
    image.save(tmp_path / "a.png")
    page = drawn([Picture(tmp_path / "a.png", Box(10, 5, 16, 8), (0, 0, 1, 1))])
    assert near(inked(page), 10, 5, 18, 9)


def test_a_crop_fills_the_box(tmp_path: Path) -> None:
    image = Image.new("L", (80, 40), 255)
    image.paste(0, (40, 0, 80, 40))
    image.save(tmp_path / "a.png")
    page = drawn([Picture(tmp_path / "a.png", Box(10, 5, 16, 8), (0.5, 0, 1, 1))])
    assert near(inked(page), 10, 5, 26, 13)


def test_separated_colour_is_seen_as_that_colour(tmp_path: Path) -> None:
    Image.new("RGB", (40, 40), (200, 30, 30)).save(tmp_path / "a.png")
    picture = Picture(tmp_path / "a.png", Box(0, 0, 8, 8), (0, 0, 1, 1))
    pdf = write_pdf([Sheet(8, 8, [picture])], METADATA, PRESS, Diagnostics(), NO_CACHE)
    raster = rasterise(pdf, 0, 72)
    red, green, blue = raster.rgb[3 * 36 : 3 * 37]
    assert red > 150
    assert green < 80
    assert blue < 80
