"""SVG drawings and advertisements on the page: as vectors, where they belong, in the inks."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from support.advertisement import FAULTS, GOOD, ROOT, WORDS, advertisement, painting, with_page

from layout.cache import Cache
from layout.color import Cmyk
from layout.diagnostics import Diagnostics
from layout.display import Fill, GlyphRun, Group, Picture, Sheet
from layout.geometry import Box
from layout.output import artwork as artwork_module
from layout.output.press import Press
from layout.output.raster import Rasteriser
from layout.preflight.artwork import judge_artwork
from layout.preflight.check import check_pdf

Make = Callable[..., Any]
WHOLE = (0.0, 0.0, 1.0, 1.0)
BOX = Box(100, 150, 200, 100)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
RED, BLUE, GREEN, WHITE = "red", "blue", "green", "white"


def color(pixel: tuple[int, ...]) -> str:
    if min(pixel) > 230:
        return WHITE
    if max(pixel) < 70:
        return "black"
    return (RED, GREEN, BLUE)[pixel.index(max(pixel))]


def seen(data: bytes, *points: tuple[float, float]) -> list[str]:
    """The colours at *points* of the first page, in points from its top left corner."""
    with Rasteriser(data) as rasteriser:
        raster = rasteriser.page(0, 144, None)
    image = Image.frombytes("RGB", (raster.width, raster.height), bytes(raster.rgb))
    return [color(image.getpixel((round(2 * x), round(2 * y)))) for x, y in points]  # type: ignore[arg-type]


@pytest.fixture
def place(tmp_path: Path, make: Make) -> Make:
    """A page of 400 by 600 pt with artwork in a box, and perhaps other things before it."""

    def place(
        content: str | bytes,
        box: Box = BOX,
        crop: tuple[float, float, float, float] = WHOLE,
        before: tuple[Any, ...] = (),
        **how: object,
    ) -> Any:  # noqa: ANN401 - the fixture's own class
        path = tmp_path / ("a.svg" if isinstance(content, str) else "a.pdf")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return make([*before, Group((Picture(path, box, crop),), "Figure", alt="图")], **how)

    return place


def form(made: Any) -> pikepdf.Object:  # noqa: ANN401 - the fixture's own class
    (found,) = made.pdf.pages[0].Resources.XObject.values()
    assert found.Subtype == "/Form"
    return found


def drawn(inside: str) -> str:
    return f"{SVG}{inside}</svg>"


QUARTERS = drawn(
    '<rect width="50" height="25" fill="red"/><path d="M50 25h50v25h-50z" fill="blue"/>'
)


def test_a_drawing_stands_in_its_box_the_right_way_up(place: Make) -> None:
    made = place(QUARTERS)
    assert not made.codes
    points = [(110, 160), (190, 190), (210, 210), (290, 240), (290, 160), (110, 240), (95, 160)]
    assert seen(made.data, *points) == [RED, RED, BLUE, BLUE, WHITE, WHITE, WHITE]


def test_an_advertisement_stands_in_its_box_by_its_trim(place: Make, press: Press) -> None:
    made = place(advertisement())
    assert not made.codes
    points = [(102, 152), (198, 198), (202, 202), (298, 248), (290, 160), (95, 200)]
    assert seen(made.data, *points) == [RED, RED, BLUE, BLUE, WHITE, WHITE]
    assert WORDS in "".join(made.pdfium_text)
    assert not list(check_pdf(made.data, press))


@pytest.mark.parametrize(
    ("boxes", "upper_left"),
    [
        ({}, RED),
        ({"CropBox": [0, 10, 220, 110]}, GREEN),
        ({"CropBox": None}, GREEN),
    ],
)
def test_without_a_trim_box_the_crop_box_and_then_the_media_box_is_shown(
    boxes: dict[str, Any], upper_left: str, place: Make
) -> None:
    def surgery(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        if boxes:
            del page.TrimBox
            if boxes["CropBox"]:
                page.CropBox = pikepdf.Array(boxes["CropBox"])

    made = place(advertisement(surgery))
    assert seen(made.data, (102, 160)) == [upper_left]


def test_a_page_turned_in_its_file_is_turned_on_paper(place: Make) -> None:
    """Turned by a quarter clockwise: what was at the upper left is at the upper right."""
    made = place(advertisement(with_page(Rotate=90)), Box(100, 150, 100, 200))
    points = [(190, 160), (110, 340), (110, 160)]
    assert seen(made.data, *points) == [RED, BLUE, WHITE]


@pytest.mark.parametrize("content", [QUARTERS, advertisement()], ids=["svg", "pdf"])
def test_a_crop_shows_its_part_and_nothing_beside_it(content: str | bytes, place: Make) -> None:
    made = place(content, Box(100, 150, 100, 100), (0.25, 0.0, 0.75, 1.0))
    points = [(110, 160), (148, 198), (152, 202), (190, 240), (95, 160), (205, 240)]
    assert seen(made.data, *points) == [RED, RED, BLUE, BLUE, WHITE, WHITE]


def test_what_reaches_beyond_the_drawing_area_is_cut_off(place: Make) -> None:
    made = place(drawn('<rect x="-50" y="-50" width="300" height="300" fill="red"/>'))
    assert seen(made.data, (110, 160), (95, 160), (305, 245), (200, 145)) == [RED, *[WHITE] * 3]


def test_a_view_boxs_corner_is_the_boxs_corner(place: Make) -> None:
    root = QUARTERS.replace('viewBox="0 0 100 50"', 'viewBox="50 25 50 25"')
    assert seen(place(root).data, (110, 160), (290, 240)) == [BLUE, BLUE]


def test_both_stay_vectors_with_the_fonts_they_came_with(place: Make) -> None:
    drawing = place(QUARTERS)
    assert "/XObject" not in form(drawing).Resources
    made = place(advertisement())
    (font,) = form(made).Resources.Font.values()
    assert "/FontFile2" in font.FontDescriptor
    with pikepdf.open(io.BytesIO(advertisement())) as source:
        (own,) = source.pages[0].Resources.Font.values()
        assert (
            font.FontDescriptor.FontFile2.read_bytes() == own.FontDescriptor.FontFile2.read_bytes()
        )
        assert form(made).read_bytes().split() == source.pages[0].Contents.read_bytes().split()


def test_the_file_stays_what_it_was(place: Make, make: Make) -> None:
    """Version, structure, output intent and metadata are those of a page without artwork."""
    made, plain = place(advertisement()), make([])
    assert made.pdf.pdf_version == plain.pdf.pdf_version == "1.6"
    assert made.pdf.check_pdf_syntax() == []
    assert made.pdf.get_warnings() == []
    intents = [pdf.Root.OutputIntents[0].unparse(resolved=True) for pdf in (made.pdf, plain.pdf)]
    assert intents[0].split(b"DestOutputProfile")[0] == intents[1].split(b"DestOutputProfile")[0]
    assert made.pdf.Root.StructTreeRoot.K.K[0].S == "/Figure"
    xmp = made.pdf.Root.Metadata.read_bytes().decode()
    identity = bytes(made.pdf.trailer.ID[0]).hex()
    assert f"{identity[:8]}-{identity[8:12]}-" in xmp


def test_artwork_is_not_drawn_in_the_state_of_what_was_before(
    place: Make,
    line: Callable[..., GlyphRun],
    song: Any,  # noqa: ANN401 - a face
) -> None:
    """Hidden text leaves a mode that shows nothing, tracked text a spacing, fills an ink."""

    def plain(pdf: pikepdf.Pdf) -> None:
        # Words and a square in what a page begins with, which no operator sets.
        font = next(iter(pdf.pages[0].Resources.Font.keys()))
        pdf.pages[0].Contents = pdf.make_stream(
            b"10 10 100 100 re f BT %s 60 Tf 120 40 Td (\\000\\001) Tj ET" % font.encode()
        )

    content = advertisement(plain)
    hidden = line(song, "春耕", 20, 40, hidden=True)
    spaced = line(song, "产业兴旺", 20, 80, gap=0.1, ink=Cmyk(0, 1, 1, 0))
    before = (hidden, spaced, Fill(Box(0, 0, 9, 9), Cmyk(0, 1, 1, 0)))
    first, second = place(content), place(content, before=before)
    assert seen(second.data, (110, 160), (190, 240)) == ["black", "black"]

    def words(data: bytes) -> bytes:
        with Rasteriser(data) as rasteriser:
            raster = rasteriser.page(0, 72, Box(205, 150, 95, 100))
        return bytes(raster.rgb)

    assert words(first.data) == words(second.data)
    assert len(set(words(first.data))) > 10


def test_what_belongs_to_another_document_stays_behind(place: Make) -> None:
    def surgery(pdf: pikepdf.Pdf) -> None:
        with_page(StructParents=0, PieceInfo=pikepdf.Dictionary(X=1))(pdf)
        mark = pdf.make_stream(b"q Q", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        mark.BBox = pikepdf.Array([0, 0, 1, 1])
        mark.StructParents = 0
        mark.Metadata = pdf.make_stream(b"<x/>")
        painting(b"/X0 Do", XObject={"X0": mark})(pdf)

    made = place(advertisement(surgery))
    left = set(form(made).Resources.XObject.X0.keys()) - {"/Filter", "/Length"}
    assert left == {"/Type", "/Subtype", "/BBox", "/Resources"}
    assert "/PieceInfo" not in form(made)


def test_a_form_that_leans_on_its_pages_resources_takes_them_along(
    place: Make,
) -> None:
    def surgery(pdf: pikepdf.Pdf) -> None:
        inner = pdf.make_stream(b"q 50 0 0 50 0 0 cm /P Do Q", Type=pikepdf.Name.XObject)
        inner.Subtype, inner.BBox = pikepdf.Name.Form, pikepdf.Array([0, 0, 50, 50])
        paint = painting(b"q 1 0 0 1 12 12 cm /N Do Q", XObject={"N": inner, "P": ink})
        paint(pdf)

    def ink(pdf: pikepdf.Pdf) -> pikepdf.Object:
        made = pdf.make_stream(b"\0\xff\xff\0", Type=pikepdf.Name.XObject)
        made.Subtype, made.ColorSpace = pikepdf.Name.Image, pikepdf.Name.DeviceCMYK
        made.Width, made.Height, made.BitsPerComponent = 1, 1, 8
        return made

    made = place(advertisement(surgery))
    assert "/P" in form(made).Resources.XObject.N.Resources.XObject
    assert seen(made.data, (110, 240), (148, 205)) == [RED, RED]
    assert made.pdf.check_pdf_syntax() == []


def test_equal_artwork_is_stored_once(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(advertisement())
    other = tmp_path / "b.pdf"
    other.write_bytes(advertisement())
    pictures = [Picture(path, BOX, WHOLE), Picture(other, Box(0, 0, 100, 50), WHOLE)]
    made = make(pictures, [pictures[1]])
    assert [len(page.Resources.XObject.keys()) for page in made.pdf.pages] == [1, 1]
    assert len([o for o in made.objects if isinstance(o, pikepdf.Stream) and "/BBox" in o]) == 1


def inks(made: Any) -> list[tuple[str, list[float]]]:  # noqa: ANN401 - the fixture's own class
    """The colours set in the form, each with its operator."""
    return [
        (str(i.operator), [float(v) for v in i.operands])
        for i in pikepdf.parse_content_stream(form(made))
        if str(i.operator) in ("k", "K")
    ]


def test_colours_go_through_the_presss_profile_and_keep_the_limit(
    place: Make, press: Press
) -> None:
    names = ("red", "#0000ff", "#080", "rgb(20,20,20)", "navy", "white", "#804000")
    rows = "".join(
        f'<rect y="{7 * i}" width="9" height="6" fill="{name}"/>' for i, name in enumerate(names)
    )
    made = place(drawn(rows))
    found = [values for _, values in inks(made)]
    assert len(found) == len(names)
    red = found[0]
    assert red[1] > 0.8
    assert red[2] > 0.8
    assert red[0] < 0.2
    assert found[5] == [0, 0, 0, 0]
    assert all(sum(values) <= press.ink_limit / 100 for values in found)
    assert max(map(sum, found)) > 1.4
    assert not list(check_pdf(made.data, press))


def test_less_ink_is_taken_where_the_press_takes_less(place: Make) -> None:
    made = place(drawn('<rect width="99" height="49" fill="#141414"/>'), ink_limit=150)
    ((_, values),) = inks(made)
    assert sum(values) <= 1.5


@pytest.mark.parametrize("name", ["#000", "#000000", "black", "rgb(0,0,0)", "BLACK"])
def test_black_is_black_alone_and_overprints_where_it_is_thin(name: str, place: Make) -> None:
    made = place(
        drawn(
            f'<rect width="40" height="20" fill="{name}"/>'
            f'<rect y="30" width="40" height="0.5" fill="{name}"/>'
            f'<path d="M0 40h90" stroke="{name}" stroke-width="0.9"/>'
            f'<path d="M0 45h90" stroke="{name}" stroke-width="2"/>'
        )
    )
    assert inks(made) == [("k", [0, 0, 0, 1]), ("K", [0, 0, 0, 1])]
    states = [
        str(i.operands[0]) if str(i.operator) == "gs" else str(i.operator)
        for i in pikepdf.parse_content_stream(form(made))
        if str(i.operator) in ("gs", "f", "S")
    ]
    assert states == ["/GN", "f", "/GO", "f", "S", "/GN", "S"]
    assert form(made).Resources.ExtGState.GO.OPM == 1


def test_strokes_have_their_width_caps_joins_and_dashes(place: Make) -> None:
    made = place(
        drawn(
            '<g transform="scale(2)" stroke-linecap="round"><path d="M5 5h20" stroke="red" '
            'stroke-width="2" stroke-linejoin="bevel" stroke-dasharray="4" stroke-dashoffset="1" '
            'stroke-miterlimit="9"/></g>'
        )
    )
    pen = {
        str(i.operator): [str(v) for v in i.operands]
        for i in pikepdf.parse_content_stream(form(made))
        if str(i.operator) in ("w", "J", "j", "M", "d")
    }
    assert pen.pop("d")[1] == "2"
    assert pen == {"w": ["4"], "J": ["1"], "j": ["2"], "M": ["9"]}
    # 8 units on, 8 off, begun 2 units in; a unit is 2 pt
    assert seen(made.data, (125, 170), (141, 170)) == [RED, WHITE]


def test_a_pen_is_as_oval_as_its_transform(place: Make) -> None:
    """Four times as wide as high: the upright line is thick, the level one thin."""
    made = place(
        drawn(
            '<g transform="scale(4 1)" fill="none" stroke="blue" stroke-width="4">'
            '<path d="M5 5v20"/><path d="M10 40h10"/></g>'
        )
    )
    points = [(126, 180), (154, 180), (122, 180), (220, 227), (220, 233), (220, 236)]
    assert seen(made.data, *points) == [BLUE, BLUE, WHITE, BLUE, BLUE, WHITE]


def test_an_open_path_is_filled_closed_and_stroked_open(place: Make) -> None:
    made = place(drawn('<path d="M10 10h40v30" fill="red" stroke="blue" stroke-width="2"/>'))
    points = [(190, 185), (160, 170), (200, 200), (164, 200), (157, 200)]
    assert seen(made.data, *points) == [RED, BLUE, BLUE, RED, WHITE]


def test_holes_follow_the_fill_rule(place: Make) -> None:
    path = "M10 10h30v30h-30zM20 20h10v10h-10z"
    for rule, middle in (("evenodd", WHITE), ("nonzero", RED)):
        made = place(drawn(f'<path fill="red" fill-rule="{rule}" d="{path}"/>'))
        assert seen(made.data, (150, 200), (130, 200)) == [middle, RED]


@pytest.mark.parametrize("factor", [0.001, 1, 10_000])
def test_drawings_of_any_unit_are_drawn_exactly(factor: float, place: Make) -> None:
    root = SVG.replace("100 50", f"{100 * factor} {50 * factor}")
    made = place(f'{root}<g transform="scale({factor})">{QUARTERS[len(SVG) : -6]}</g></svg>')
    points = [(101, 151), (199, 199), (201, 201), (299, 249)]
    assert seen(made.data, *points) == [RED, RED, BLUE, BLUE]


@pytest.mark.parametrize(
    ("inside", "code", "what"),
    [
        ("<text>字</text>", "drawing-text", "text"),
        ('<g><image href="a.png"/></g>', "drawing-picture", "image"),
        ('<path d="M0 0h9v9z" fill="url(#a)"/>', "drawing-gradient", "url(#a)"),
        ('<path d="M0 0h9v9z" stroke="url(#a)"/>', "drawing-gradient", "url(#a)"),
        ('<path d="M0 0h9v9z" filter="url(#a)"/>', "drawing-effect", "filter"),
        ('<path d="M0 0h9v9z" opacity=".5"/>', "drawing-effect", "opacity"),
        ('<path d="M0 0h9v9z" stroke-opacity=".5"/>', "drawing-effect", "stroke-opacity"),
        ('<g style="mask: url(#m)"><path d="M0 0h9v9z"/></g>', "drawing-effect", "mask"),
        ('<path d="M0 0h9" stroke="red" stroke-linejoin="arcs"/>', "drawing-effect", "arcs"),
        ("<style>.a{fill:red}</style>", "drawing-style", "style"),
        ('<path class="a" d="M0 0h9v9z"/>', "drawing-style", "class"),
        ('<use href="#a"/>', "drawing-element", "use"),
        ('<path d="M0 0h9v9z" fill="colourful"/>', "drawing-colour", "colourful"),
        ('<path d="M0 0h9v9z" fill="currentColor"/>', "drawing-colour", "currentcolor"),
        ('<path d="M0 0h9v9z" fill="#ff000080"/>', "drawing-colour", "#ff000080"),
        ("", "artwork-unreadable", "no outline"),
        ('<path d="M0 0 hello"/>', "artwork-unreadable", "cannot be read"),
    ],
)
def test_what_a_drawing_holds_beyond_outlines_is_refused_by_name_and_line(
    inside: str, code: str, what: str, place: Make
) -> None:
    made = place(f"{SVG}\n\n{inside}</svg>")
    (finding,) = made.found
    assert finding.code == code
    assert finding.box_mm == BOX.in_mm()
    for message in (finding.message("zh"), finding.message("en")):
        assert "a.svg" in message
        assert what in message
        assert code == "artwork-unreadable" or "3" in message
    assert "/XObject" not in made.pdf.pages[0].Resources or not made.pdf.pages[0].Resources.XObject
    assert "0 0 0 0.2 k" in made.content()


def test_text_is_refused_with_its_remedy(place: Make) -> None:
    (finding,) = place(drawn("<text>字</text>")).found
    assert "字转轮廓" in finding.message()


def test_a_straight_line_has_no_surface_to_fill(place: Make) -> None:
    """PDF would draw one, a pixel wide; SVG draws none."""
    made = place(drawn('<path d="M5 5L95 40"/><rect width="4" height="4" fill="red"/>'))
    assert form(made).read_bytes().split().count(b"f") == 1


@pytest.mark.parametrize("content", [b"%PDF-1.6\n", b"", advertisement()[:3000]])
def test_a_damaged_advertisement_is_told_and_leaves_a_grey_plate(
    content: bytes, place: Make
) -> None:
    made = place(content)
    (code,) = made.codes
    assert code.startswith("artwork-")
    assert "0 0 0 0.2 k" in made.content()


def test_artwork_is_kept_on_disk(
    tmp_path: Path, place: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    contents = (QUARTERS, advertisement())
    first = [place(content, cache=cache).data for content in contents]
    monkeypatch.setattr(artwork_module, "_pack", lambda _: pytest.fail("made again"))
    assert [place(content, cache=cache).data for content in contents] == first
    monkeypatch.undo()
    assert [place(content).data for content in contents] == first


PROGRAM = """
import sys
from pathlib import Path
from layout.cache import Cache
from layout.diagnostics import Diagnostics
from layout.display import Metadata, Picture, Sheet
from layout.geometry import Box
from layout.output.pdf import write_pdf
from layout.output.press import Press
items = [Picture(Path(p), Box(9, 9, 200, 100), (0, 0, 1, 1)) for p in sys.argv[2:]]
made = write_pdf(
    [Sheet(400, 600, items)], Metadata("a", "b", "c", "2025-02-27"), Press(Path(sys.argv[1])),
    Diagnostics(), Cache(None),
)
sys.stdout.buffer.write(made)
"""


def test_two_processes_write_the_same_bytes(tmp_path: Path, press: Press) -> None:
    (tmp_path / "a.svg").write_text(QUARTERS)
    (tmp_path / "a.pdf").write_bytes(advertisement())
    command = [sys.executable, "-c", PROGRAM, str(press.profile)]
    command += [str(tmp_path / name) for name in ("a.svg", "a.pdf")]
    made = [
        subprocess.run(
            command, capture_output=True, check=True, cwd=ROOT, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF-1.6")


def judged(content: bytes, folder: Path, press: Press, box: Box = BOX) -> Diagnostics:
    path = folder / ("开业.pdf" if content.startswith(b"%PDF") else "开业.svg")
    path.write_bytes(content)
    sheet = Sheet(1000, 1500, [Group((Picture(path, box, WHOLE),), "Figure", alt="图")], page=3)
    return judge_artwork([sheet], press, Cache(None))


def test_a_good_advertisement_has_no_faults(tmp_path: Path, press: Press) -> None:
    assert not list(judged(advertisement(), tmp_path, press))


@pytest.mark.parametrize("name", GOOD)
def test_what_a_press_takes_is_taken(name: str, tmp_path: Path, place: Make, press: Press) -> None:
    content = advertisement(GOOD[name])
    assert not list(judged(content, tmp_path, press))
    made = place(content, Box(50, 50, 300, 150))
    assert not made.codes
    assert made.pdf.check_pdf_syntax() == []
    assert not list(check_pdf(made.data, press))


@pytest.mark.parametrize("name", FAULTS)
def test_what_no_press_takes_is_refused_by_name(name: str, tmp_path: Path, press: Press) -> None:
    surgery, what = FAULTS[name]
    found = judged(advertisement(surgery), tmp_path, press)
    assert found.has_errors
    assert all(d.page == 3 for d in found)
    assert all("开业.pdf" in d.message() and "开业.pdf" in d.message("en") for d in found)
    assert any(what in d.message() for d in found)


def test_a_fault_is_placed_where_it_shows_on_the_page(tmp_path: Path, press: Press) -> None:
    """A square of 20 by 20 pt at 10, 10 from the trim's upper left, at twice the size."""
    content = advertisement(painting(b"1 0 0 rg 20 80 20 20 re f"))
    (finding,) = judged(content, tmp_path, press, Box(100, 150, 400, 200))
    expected = [length * 25.4 / 72 for length in (120, 170, 40, 40)]
    assert finding.box_mm == pytest.approx(expected, abs=0.05)


def test_type_and_lines_are_judged_at_the_size_they_are_printed(
    tmp_path: Path, press: Press
) -> None:
    content = advertisement(painting(b"/GS gs 0 0 0 1 K 0.4 w 20 40 m 90 60 l S",
        ExtGState={"GS": pikepdf.Dictionary(OP=True, op=True, OPM=1)}))  # fmt: skip
    assert not judged(content, tmp_path, press).has_errors
    small = judged(content, tmp_path, press, Box(0, 0, 50, 25))
    assert any("0.1 点粗" in d.message() for d in small)


def test_a_drawing_is_judged_too(tmp_path: Path, press: Press) -> None:
    assert not list(judged(QUARTERS.encode(), tmp_path, press))
    hair = drawn('<path d="M5 5h90" stroke="#000" stroke-width="0.1"/>')
    (finding,) = judged(hair.encode(), tmp_path, press)
    assert finding.code == "artwork-fault"
    assert "开业.svg" in finding.message()
    assert "0.2 点粗" in finding.message()
    assert not judged(hair.encode(), tmp_path, press, Box(0, 0, 400, 200)).has_errors


def nothing(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"0 0 0 1 k")


def outside(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"0 0 0 1 k 0 0 8 120 re f")


def no_content(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Contents


@pytest.mark.parametrize("surgery", [nothing, outside, no_content])
def test_a_blank_is_refused(
    surgery: Callable[[pikepdf.Pdf], None], tmp_path: Path, press: Press
) -> None:
    found = judged(advertisement(surgery), tmp_path, press)
    assert [d.code for d in found] == ["artwork-empty"]


def test_a_font_described_in_place_is_taken(tmp_path: Path, press: Press) -> None:
    def surgery(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[0].Resources.Font
        for name, font in dict(fonts.items()).items():
            fonts[name] = pikepdf.Dictionary(dict(font.items()))

    assert not list(judged(advertisement(surgery), tmp_path, press))


def no_resources(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Resources


def test_damage_is_told_alike_each_time(place: Make) -> None:
    made = [place(advertisement(no_resources)) for _ in range(2)]
    messages = [[d.message() for d in m.found] for m in made]
    assert messages[0] == messages[1]
    assert "Resources" in messages[0][0]
    assert "0x" not in messages[0][0]


def test_a_verdict_is_kept_but_not_its_place(
    tmp_path: Path, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(advertisement(FAULTS["rgb"][0]))
    cache = Cache(tmp_path / "cache")

    def verdict(x: float) -> tuple[float, ...]:
        sheet = Sheet(1000, 1500, [Picture(path, Box(x, 0, 200, 100), WHOLE)])
        (finding,) = judge_artwork([sheet], press, cache)
        assert finding.box_mm
        return finding.box_mm

    first = verdict(0)
    monkeypatch.setattr("layout.preflight.artwork.check_pdf", lambda *_: pytest.fail("again"))
    assert verdict(72)[0] == pytest.approx(first[0] + 25.4, abs=0.02)
