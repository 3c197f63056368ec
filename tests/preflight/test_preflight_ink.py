"""The sum of inks: composed as the press prints it, averaged over a square of 15 mm²."""

import io
import math
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops

from layout.cache import Cache
from layout.color import BLACK, Cmyk
from layout.diagnostics import Diagnostic, Diagnostics
from layout.display import Fill, Item, Metadata, Picture, Sheet
from layout.geometry import Box
from layout.output.pdf import write_pdf
from layout.output.press import Press
from layout.preflight.content.reader import read_page
from layout.preflight.frame import frame_of
from layout.preflight.ink.measure import SIDE, Plates

Broken = Callable[..., list[Diagnostic]]
MM = 72 / 25.4
DPI = SIDE * 25.4 / math.sqrt(15)
PANEL = "400 100 50 50 re"
AT_PANEL = (141.11, 227.08, 17.64, 17.64)
Make = Callable[[pikepdf.Pdf], pikepdf.Object]


def draw(operators: str, **resources: dict[str, Make]) -> Callable[[pikepdf.Pdf], None]:
    """Add *operators* on top of the second page."""

    def cut(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1].obj
        for kind, entries in resources.items():
            if f"/{kind}" not in page.Resources:
                page.Resources[f"/{kind}"] = Dictionary()
            for name, make in entries.items():
                page.Resources[f"/{kind}"][f"/{name}"] = make(pdf)
        pdf.pages[1].contents_add(f"q {operators} Q".encode())

    return cut


def test_a_dark_panel_is_told_where_it_lies(broken: Broken) -> None:
    (found,) = broken(draw(f"/GN gs 0.8 0.8 0.8 0.8 k {PANEL} f"))
    assert (found.code, found.page, found.params["ink"]) == ("pdf-ink-over", 2, 319)
    assert found.box_mm == pytest.approx(AT_PANEL, abs=2)


def test_above_the_target_is_a_warning(broken: Broken) -> None:
    (found,) = broken(draw(f"/GN gs 0.5 0.5 0.5 0.8 k {PANEL} f"))
    assert (found.code, found.params["limit"]) == ("pdf-ink-high", 220)


@pytest.mark.parametrize("inks", ["0.44 0.38 0.38 1", "0.6 0.6 0.6 0.4", "0 1 1 0"])
def test_up_to_the_target_is_no_finding(broken: Broken, inks: str) -> None:
    assert broken(draw(f"/GN gs {inks} k {PANEL} f")) == []


def test_two_dark_places_are_two_findings(broken: Broken) -> None:
    two = f"1 1 1 0 k {PANEL} f 480 300 40 40 re f"
    assert [d.code for d in broken(draw(f"/GN gs {two}"))] == ["pdf-ink-over"] * 2


@pytest.mark.parametrize(("side_mm", "ink"), [(2.0, None), (2.8, None), (3.87, 391)])
def test_only_a_whole_square_counts(broken: Broken, side_mm: float, ink: int | None) -> None:
    side = side_mm * MM
    found = broken(draw(f"/GN gs 1 1 1 1 k 400 100 {side:.3f} {side:.3f} re f"))
    if ink is None:
        assert found == []
    else:
        (diagnostic,) = found
        assert diagnostic.code == "pdf-ink-over"
        assert diagnostic.params["ink"] == pytest.approx(ink, abs=12)


def test_scattered_specks_add_up(broken: Broken) -> None:
    specks = " ".join(
        f"{400 + 2 * i} {100 + 2 * j} 1.6 1.6 re" for i in range(20) for j in range(20)
    )
    (found,) = broken(draw(f"/GN gs 1 1 1 1 k {specks} f"))
    assert found.params["ink"] == pytest.approx(400 * 0.64, abs=20)


LAYERS = "{0} gs 1 0 0 0 k {1} f {2} gs 0 0.9 0 0 k {1} f {2} gs 0 0 0.9 0 k {1} f"


def test_overprinted_inks_add_up(broken: Broken) -> None:
    (found,) = broken(draw(LAYERS.format("/GN", PANEL, "/GO")))
    assert found.params["ink"] == pytest.approx(280, abs=2)


def test_inks_that_knock_out_do_not(broken: Broken) -> None:
    assert broken(draw(LAYERS.format("/GN", PANEL, "/GN"))) == []


def test_multiplied_inks_add_up(broken: Broken) -> None:
    state = {"M": lambda _: Dictionary(BM=Name.Multiply)}
    (found,) = broken(draw(LAYERS.format("/GN", PANEL, "/M"), ExtGState=state))
    assert found.params["ink"] == pytest.approx(280, abs=2)


def test_half_of_a_colour_lets_half_of_what_is_below_through(broken: Broken) -> None:
    state = {"H": lambda _: Dictionary(ca=0.5)}
    layers = f"/GN gs 1 1 0 0 k {PANEL} f /H gs 1 1 1 1 k {PANEL} f"
    (found,) = broken(draw(layers, ExtGState=state))
    assert found.params["ink"] == pytest.approx(300, abs=2)


def test_clips_are_heeded(broken: Broken) -> None:
    assert broken(draw(f"400 100 6 6 re W n /GN gs 1 1 1 1 k {PANEL} f")) == []


def test_a_form_is_composed_where_it_is_painted(broken: Broken) -> None:
    def form(pdf: pikepdf.Pdf) -> pikepdf.Object:
        entries = {"/Subtype": Name.Form, "/BBox": Array([0, 0, 1, 1])}
        return pdf.make_stream(b"1 1 1 0 k 0 0 1 1 re f", entries)

    (found,) = broken(draw("50 0 0 50 400 100 cm /X Do", XObject={"X": form}))
    assert found.box_mm == pytest.approx(AT_PANEL, abs=2)


def test_tiles_are_composed(broken: Broken) -> None:
    def tile(pdf: pikepdf.Pdf) -> pikepdf.Object:
        entries = {"/PatternType": 1, "/PaintType": 1, "/TilingType": 1, "/XStep": 8, "/YStep": 8}
        entries |= {"/BBox": Array([0, 0, 8, 8]), "/Resources": Dictionary()}
        return pdf.make_stream(b"1 1 1 1 k 0 0 8 6 re f", entries)

    (found,) = broken(draw(f"/Pattern cs /P scn {PANEL} f", Pattern={"P": tile}))
    assert found.params["ink"] == pytest.approx(320, abs=15)


def test_blends_are_composed(broken: Broken) -> None:
    def blend(_: pikepdf.Pdf) -> pikepdf.Object:
        ends = {"C0": Array([1, 1, 1, 0]), "C1": Array([0, 0, 0, 0])}
        function = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, **ends)
        coords = Array([300, 0, 500, 0])
        return Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=coords, Function=function
        )

    (found,) = broken(draw("300 100 200 50 re W n /H sh", Shading={"H": blend}))
    assert found.code == "pdf-ink-over"
    assert found.box_mm is not None
    # From 300 % down to 240 %: a fifth of the blend.
    assert found.box_mm[0] == pytest.approx(300 / MM, abs=1)
    assert found.box_mm[2] == pytest.approx(200 / 5 / MM, abs=3)


def cmyk_jpeg(inks: tuple[int, int, int, int], *, inverted: bool) -> bytes:
    """A JPEG of one colour; Pillow writes inks inverted, with the mark that says so."""
    image = Image.new("CMYK", (64, 64), inks)
    stream = io.BytesIO()
    (image if inverted else ImageChops.invert(image)).save(stream, "JPEG", quality=95)
    return stream.getvalue()


def image(data: bytes, **entries: object) -> Make:
    """A picture of 64 pixels a side."""
    usual = {"Subtype": Name.Image, "Width": 64, "Height": 64, "BitsPerComponent": 8}
    kept = {f"/{key}": value for key, value in {**usual, **entries}.items()}
    return lambda pdf: pdf.make_stream(data, kept)


DARK, LIGHT = (230, 230, 230, 230), (25, 25, 25, 25)
BACKWARDS = Array([1, 0] * 4)
PALETTE = pikepdf.String(bytes(4) + bytes(DARK))


def jpeg(inks: tuple[int, int, int, int], *, inverted: bool = False) -> Make:
    """A picture of one colour as a JPEG, inverted or not, and said to be."""
    entries = {"Decode": BACKWARDS} if inverted else {}
    data = cmyk_jpeg(inks, inverted=inverted)
    return image(data, Filter=Name.DCTDecode, ColorSpace=Name.DeviceCMYK, **entries)


def samples(inks: tuple[int, int, int, int], **entries: object) -> Make:
    """A picture of one colour as plain samples."""
    return image(bytes(inks) * 4096, ColorSpace=Name.DeviceCMYK, **entries)


def palette(entry: int) -> Make:
    """A picture of one entry of a palette: 0 is white, 1 is dark."""
    space = Array([Name.Indexed, Name.DeviceCMYK, 1, PALETTE])
    return image(bytes([entry]) * 4096, ColorSpace=space)


PICTURES: dict[str, tuple[Make, bool]] = {
    "jpeg": (jpeg(DARK), True),
    "light jpeg": (jpeg(LIGHT), False),
    "inverted jpeg": (jpeg(DARK, inverted=True), True),
    "light inverted jpeg": (jpeg(LIGHT, inverted=True), False),
    "samples": (samples(DARK), True),
    "light samples": (samples(LIGHT), False),
    "inverted samples": (samples(LIGHT, Decode=BACKWARDS), True),
    "palette": (palette(1), True),
    "light palette": (palette(0), False),
    "black in grey": (image(bytes(4096), ColorSpace=Name.DeviceGray), False),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_taken_apart(broken: Broken, name: str) -> None:
    make, is_dark = PICTURES[name]
    found = broken(draw("22 0 0 22 400 100 cm /X Do", XObject={"X": make}))
    assert [d.code for d in found] == (["pdf-ink-over"] if is_dark else [])
    if is_dark:
        assert found[0].params["ink"] == pytest.approx(361, abs=4)


def test_a_mask_lets_the_paper_through(broken: Broken) -> None:
    def masked(pdf: pikepdf.Pdf) -> pikepdf.Object:
        mask = image(b"\x40" * 4096, ColorSpace=Name.DeviceGray)(pdf)
        return image(bytes(DARK) * 4096, ColorSpace=Name.DeviceCMYK, SMask=mask)(pdf)

    assert broken(draw("22 0 0 22 400 100 cm /X Do", XObject={"X": masked})) == []


def test_a_stencil_prints_the_colour_through_its_holes(broken: Broken) -> None:
    stencil = image(bytes(512), ImageMask=True, BitsPerComponent=1)
    draws = "/GN gs 1 1 1 0.3 k 22 0 0 22 400 100 cm /X Do"
    (found,) = broken(draw(draws, XObject={"X": stencil}))
    assert found.params["ink"] == pytest.approx(329, abs=4)


def test_a_damaged_picture_leaves_a_finding(broken: Broken) -> None:
    junk = image(b"\xff\xd8 not a JPEG", Filter=Name.DCTDecode, ColorSpace=Name.DeviceCMYK)
    found = broken(draw("22 0 0 22 400 100 cm /X Do", XObject={"X": junk}))
    assert [d.code for d in found if d.page] == ["pdf-ink-unmeasured"]
    assert {d.code for d in found if not d.page} <= {"pdf-syntax"}


def test_only_the_sheet_counts(broken: Broken) -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.MediaBox = Array([-80, -80, 700, 900])
        draw("/GN gs 1 1 1 1 k -70 100 60 60 re f")(pdf)

    assert broken(cut) == []


def plates(items: list[Item], press: Press, width: float = 200) -> list[Image.Image]:
    """The plates of a sheet *width* by 100 points, a pixel to the point."""
    metadata = Metadata("试", "试", "试", "2025-02-27")
    pdf = write_pdf([Sheet(width, 100, items)], metadata, press, Diagnostics(), Cache(None))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        frame = frame_of(page, 1)
        return Plates(document, read_page(document, page, {}), frame, 72).images


def test_plates_hold_each_ink_where_it_was_put(press: Press) -> None:
    tint = Cmyk(0.2, 0.4, 0.6, 0.8)
    made = plates([Fill(Box(0, 0, 100, 100), tint), Fill(Box(150, 0, 20, 50), BLACK)], press)
    assert [plate.size for plate in made] == [(200, 100)] * 4
    assert [plate.getpixel((50, 50)) for plate in made] == pytest.approx([51, 102, 153, 204], abs=1)
    assert [plate.getpixel((120, 50)) for plate in made] == [0, 0, 0, 0]
    assert [plate.getpixel((160, 25)) for plate in made] == [0, 0, 0, 255]
    assert [plate.getpixel((160, 75)) for plate in made] == [0, 0, 0, 0]


def test_a_surface_covers_a_pixel_by_the_part_it_takes_of_it(press: Press) -> None:
    made = plates([Fill(Box(10.25, 0, 20.5, 100), BLACK)], press)
    across = [made[3].getpixel((x, 50)) for x in (9, 10, 11, 29, 30, 31)]
    assert across == pytest.approx([0, 191, 255, 255, 191, 0], abs=4)


def test_a_photograph_keeps_to_its_box_and_its_inks(press: Press, tmp_path: Path) -> None:
    Image.new("CMYK", (600, 300), (50, 100, 150, 20)).save(tmp_path / "a.jpg", quality=95)
    made = plates([Picture(tmp_path / "a.jpg", Box(20, 20, 100, 50), (0, 0, 1, 1))], press)
    assert [plate.getpixel((60, 40)) for plate in made] == pytest.approx([50, 100, 150, 20], abs=2)
    assert [plate.getpixel((60, 80)) for plate in made] == [0, 0, 0, 0]
    solid = [plate.point([255 * (value > 8) for value in range(256)]) for plate in made]
    assert [plate.getbbox() for plate in solid] == [(20, 20, 120, 70)] * 4


def test_a_page_of_no_whole_pixels_is_not_stretched(press: Press) -> None:
    (*_, black) = plates([Fill(Box(0, 0, 190.5, 100), BLACK)], press, width=200.4)
    assert black.size == (201, 100)
    across = [black.getpixel((x, 50)) for x in (189, 190, 191)]
    assert across == pytest.approx([255, 128, 0], abs=4)


def test_a_page_as_large_as_a_field_is_not_composed(broken: Broken) -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.MediaBox = Array([0, 0, 20000, 20000])
        pdf.pages[1].obj.BleedBox = Array([0, 0, 20000, 20000])

    assert [d.code for d in broken(cut)] == ["pdf-ink-unmeasured"]
