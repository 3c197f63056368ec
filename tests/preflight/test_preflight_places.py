"""Where things are said to lie, and what state they are said to be painted in."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from layout.diagnostics import Diagnostic

Drawn = Callable[..., list[Diagnostic]]
SQUARE = "400 100 50 50 re"
AT_SQUARE = (141.11, 227.08, 17.64, 17.64)
RED_TEXT = "/GN gs 1 0 0 rg BT /HEI 20 Tf {0} 400 100 Td <{1}> Tj ET"


def picture(pixels: int, space: object) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    """A square picture, all of it the value 80 (hexadecimal)."""
    count = 4 if space == Name.DeviceCMYK else 1
    size = {"/Width": pixels, "/Height": pixels, "/BitsPerComponent": 8}
    entries = {"/Subtype": Name.Image, "/ColorSpace": space, **size}
    return lambda pdf: pdf.make_stream(b"\x80" * (pixels * pixels * count), entries)


def test_a_form_moves_what_is_in_it(drawn: Drawn) -> None:
    def form(pdf: pikepdf.Pdf) -> pikepdf.Object:
        entries = {"/Subtype": Name.Form, "/BBox": Array([0, 0, 50, 50])}
        moved = {"/Matrix": Array([1, 0, 0, 1, 400, 100])}
        return pdf.make_stream(b"1 0 0 rg 0 0 90 90 re f", {**entries, **moved})

    (found,) = drawn("/X Do", {"XObject": {"X": form}})
    assert found.box_mm == pytest.approx(AT_SQUARE, abs=0.02)


@pytest.mark.parametrize(
    ("setting", "codes", "width"),
    [
        ("", "0001", 20.0),
        ("", "00010001", 40.0),
        ("50 Tz", "00010001", 20.0),
        ("5 Tc", "00010001", 50.0),
        ("", "0004", 11.4),
    ],
)
def test_a_text_is_as_wide_as_its_codes_say(
    drawn: Drawn, setting: str, codes: str, width: float
) -> None:
    (found,) = drawn(RED_TEXT.format(setting, codes))
    assert found.box_mm is not None
    assert found.box_mm[2] == pytest.approx(width * 25.4 / 72, abs=0.03)


def test_the_next_text_goes_on_where_the_last_one_ended(drawn: Drawn) -> None:
    shown = "/GO gs 0 0 0 1 k BT /HEI 20 Tf 360 100 Td <00010001> Tj 1 0 0 rg [-500 <0001>] TJ ET"
    (found,) = drawn(shown)
    assert found.box_mm is not None
    # A number in TJ moves what comes after it, and belongs to the text.
    assert found.box_mm[0] == pytest.approx(400 * 25.4 / 72, abs=0.03)
    assert found.box_mm[2] == pytest.approx(30 * 25.4 / 72, abs=0.03)


def test_places_are_measured_from_the_trimmed_corner(drawn: Drawn) -> None:
    def move(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1].obj
        page.MediaBox = Array([0, 0, 700, 900])
        page.TrimBox = page.BleedBox = Array([72, 36, 72 + 566.929, 36 + 793.701])

    (found,) = drawn(f"1 0 0 rg {SQUARE} f", None, move)
    x, y, width, height = AT_SQUARE
    assert found.box_mm == pytest.approx((x - 25.4, y + 12.7, width, height), abs=0.02)


def test_overprint_for_strokes_holds_for_fills_where_nothing_else_is_said(drawn: Drawn) -> None:
    text = "/X gs 0 0 0 1 k BT /HEI 9 Tf 400 100 Td <0001> Tj ET"
    assert drawn(text, {"ExtGState": {"X": Dictionary(OP=True, OPM=1)}}) == []
    (found,) = drawn(text, {"ExtGState": {"X": Dictionary(OP=True, op=False, OPM=1)}})
    assert found.code == "pdf-black-text-knocks-out"


def test_an_even_odd_clip_leaves_its_inside_out(drawn: Drawn) -> None:
    frame = f"{SQUARE} 402 102 46 46 re"
    dark = f"/GN gs 1 1 1 1 k {SQUARE} f"
    assert drawn(f"{frame} W* n {dark}") == []
    assert [d.code for d in drawn(f"{frame} W n {dark}")] == ["pdf-ink-over"]


def test_a_restored_state_is_the_one_that_was_saved(drawn: Drawn) -> None:
    assert drawn(f"0 0.5 0.5 0 k q 1 0 0 rg Q {SQUARE} f") == []


def test_a_palette_of_rgb_is_rgb(drawn: Drawn) -> None:
    palette = Array([Name.Indexed, Name.DeviceRGB, 255, String(b"\xff" * 768)])
    drawing = "20 0 0 20 400 100 cm /X Do"
    found = drawn(drawing, {"XObject": {"X": picture(80, palette)}})
    assert [(d.code, d.params["space"]) for d in found] == [("pdf-picture-space", "DeviceRGB")]


@pytest.mark.parametrize(
    ("space", "codes"), [(Name.DeviceGray, []), (Name.DeviceCMYK, ["pdf-reversed-small"])]
)
def test_white_type_on_a_picture(drawn: Drawn, space: Name, codes: list[str]) -> None:
    on_picture = "q 60 0 0 60 400 100 cm /X Do Q /GN gs 0 0 0 0 k"
    text = "BT /HEI 11 Tf 420 120 Td <0001> Tj ET"
    found = drawn(f"{on_picture} {text}", {"XObject": {"X": picture(180, space)}})
    assert [d.code for d in found] == codes
