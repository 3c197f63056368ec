"""What a page paints: one thing broken, one finding, at its place."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from layout.diagnostics import Diagnostic

Broken = Callable[..., list[Diagnostic]]
Drawn = Callable[..., list[Diagnostic]]
Surgery = Callable[[pikepdf.Pdf], None]
Resources = Mapping[str, Mapping[str, object]]
HEIGHT = 793.701
"""Of the sheet, in points."""
SQUARE = "400 100 50 50 re"
AT_SQUARE = (141.11, 227.08, 17.64, 17.64)
AT_BASELINE = (141.11, 244.72)
"""Where 400 100 lies, in mm from the top left."""


class Case(NamedTuple):
    """Operators added to the second page, and what is to be found."""

    operators: str
    codes: list[str]
    resources: Resources = MappingProxyType({})


def stream(data: bytes = b"", **entries: object) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    """A stream to be made in the file."""
    return lambda pdf: pdf.make_stream(data, {f"/{key}": value for key, value in entries.items()})


def picture(pixels: int, space: Name, **entries: object) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    """A square picture of so many pixels a side."""
    count = {"/DeviceRGB": 3, "/DeviceGray": 1, "/DeviceCMYK": 4}[str(space)]
    return stream(
        b"\x80" * (pixels * pixels * count),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=pixels,
        Height=pixels,
        ColorSpace=space,
        BitsPerComponent=8,
        **entries,
    )


def form(operators: bytes, **entries: object) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    box = Array([0, 0, 600, 800])
    return stream(operators, Type=Name.XObject, Subtype=Name.Form, BBox=box, **entries)


def tile(operators: bytes) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    return stream(
        operators,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        XStep=10,
        YStep=10,
        BBox=Array([0, 0, 10, 10]),
        Resources=Dictionary(),
    )


def blend(space: Name, count: int) -> Dictionary:
    function = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0.5] * count), C1=Array([0.4] * count)
    )
    coords = Array([400, 100, 450, 100])
    return Dictionary(ShadingType=2, ColorSpace=space, Coords=coords, Function=function)


def spot(name: str) -> Array:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C1=Array([0, 0, 0, 1]))
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])


def icc(pdf: pikepdf.Pdf) -> Array:
    return Array([Name.ICCBased, pdf.Root.OutputIntents[0].DestOutputProfile])


def state(**entries: object) -> Resources:
    return {"ExtGState": {"X": Dictionary(**entries)}}


def on_plate(plate: str, font: str, size: float) -> str:
    """White type on a plate of the colour *plate*."""
    return f"/GN gs {plate} k {SQUARE} f 0 0 0 0 k BT /{font} {size} Tf 420 120 Td <0001> Tj ET"


def text(color: str, size: float, state: str = "GN", font: str = "HEI") -> str:
    return f"/{state} gs {color} k BT /{font} {size} Tf 400 100 Td <0001> Tj ET"


RGB, GREY = Name.DeviceRGB, Name.DeviceGray
K, RED, WHITE = "0 0 0 1", "0 1 1 0", "0 0 0 0"
SQUARE_CASES = {
    "rgb fill": Case(f"1 0 0 rg {SQUARE} f", ["pdf-colour-space"]),
    "grey fill": Case(f"0.5 g {SQUARE} f", ["pdf-grey"]),
    "icc fill": Case(
        f"/I cs 0 0 0 1 scn {SQUARE} f", ["pdf-colour-space"], {"ColorSpace": {"I": icc}}
    ),
    "lab fill": Case(
        f"/L cs 50 0 0 scn {SQUARE} f",
        ["pdf-colour-space"],
        {"ColorSpace": {"L": Array([Name.Lab, Dictionary(WhitePoint=Array([0.95, 1, 1.08]))])}},
    ),
    "spot fill": Case(
        f"/S cs 1 scn {SQUARE} f", ["pdf-spot"], {"ColorSpace": {"S": spot("PANTONE 185 C")}}
    ),
    "registration inside the trim": Case(
        f"/S cs 0.2 scn {SQUARE} f", ["pdf-registration"], {"ColorSpace": {"S": spot("All")}}
    ),
    "rgb in a form": Case(
        "/X Do",
        ["pdf-colour-space"],
        {"XObject": {"X": form(b"1 0 0 rg 400 100 50 50 re f")}},
    ),
    "rgb in a tile": Case(
        f"/Pattern cs /P scn {SQUARE} f",
        ["pdf-colour-space"],
        {"Pattern": {"P": tile(b"1 0 0 rg 0 0 5 5 re f")}},
    ),
    "rgb blend": Case(
        f"{SQUARE} W n /H sh", ["pdf-blend-space"], {"Shading": {"H": blend(RGB, 3)}}
    ),
    "cmyk blend": Case(f"{SQUARE} W n /H sh", [], {"Shading": {"H": blend(Name.DeviceCMYK, 4)}}),
    "rgb blend as a pattern": Case(
        f"/Pattern cs /P scn {SQUARE} f",
        ["pdf-blend-space"],
        {"Pattern": {"P": Dictionary(PatternType=2, Shading=blend(RGB, 3))}},
    ),
    "rgb picture": Case(
        "50 0 0 50 400 100 cm /X Do", ["pdf-picture-space"], {"XObject": {"X": picture(200, RGB)}}
    ),
    "coarse picture": Case(
        "50 0 0 50 400 100 cm /X Do",
        ["pdf-picture-too-coarse"],
        {"XObject": {"X": picture(60, GREY)}},
    ),
    "rather coarse picture": Case(
        "50 0 0 50 400 100 cm /X Do", ["pdf-picture-coarse"], {"XObject": {"X": picture(100, GREY)}}
    ),
    "soft picture": Case(
        "50 0 0 50 400 100 cm /X Do", ["pdf-picture-soft"], {"XObject": {"X": picture(130, GREY)}}
    ),
    "picture cut by a clip": Case(
        f"{SQUARE} W n 500 0 0 500 100 0 cm /X Do",
        ["pdf-picture-too-coarse"],
        {"XObject": {"X": picture(300, GREY)}},
    ),
    "white fill overprinting": Case(f"/GO gs {WHITE} k {SQUARE} f", ["pdf-white-overprints"]),
}  # fmt: skip

TEXT_CASES = {
    "black text knocking out": Case(text(K, 9), ["pdf-black-text-knocks-out"]),
    "overprint without OPM": Case(
        text(K, 9, "GM"),
        ["pdf-black-text-knocks-out"],
        {"ExtGState": {"GM": Dictionary(OP=True, op=True, OPM=0)}},
    ),
    "grey text": Case(
        "/GO gs 0 g BT /HEI 9 Tf 400 100 Td <0001> Tj ET", ["pdf-grey", "pdf-black-text-knocks-out"]
    ),
    "large black text knocking out": Case(text(K, 12), []),
    "white text overprinting": Case(text(WHITE, 20, "GO"), ["pdf-white-overprints"]),
    "text in four inks": Case(text("0.5 0.45 0.45 1", 26), ["pdf-rich-text"]),
    "black text with cyan": Case(text("0.4 0 0 1", 26), ["pdf-rich-black-text"]),
    "small text in two inks": Case(text(RED, 9), ["pdf-small-colour-text"]),
    "text in two inks": Case(text(RED, 10), []),
    "text under 7 pt": Case(text(K, 6.5, "GO"), ["pdf-small-type"]),
    "text of 7 pt": Case(text(K, 7, "GO"), []),
    "text made small by a matrix": Case(
        "/GO gs 0 0 0 1 k BT /HEI 1 Tf 6 0 0 6 400 100 Tm <0001> Tj ET", ["pdf-small-type"]
    ),
    "small hidden text": Case(f"3 Tr {text(K, 4)}", []),
    "small text off the sheet": Case(
        "/GO gs 0 0 0 1 k BT /HEI 4 Tf 900 100 Td <0001> Tj ET", []
    ),
    "small text clipped away": Case(f"0 0 5 5 re W n {text(K, 4)}", []),
    "text in rgb": Case(
        "/GN gs 1 0 0 rg BT /HEI 20 Tf 400 100 Td <0001> Tj ET", ["pdf-colour-space"]
    ),
}  # fmt: skip

PLATE_CASES = {
    "11 pt on two inks": Case(on_plate(RED, "HEI", 11), ["pdf-reversed-small"]),
    "12 pt on two inks": Case(on_plate(RED, "HEI", 12), []),
    "9 pt on one ink": Case(on_plate("1 0 0 0", "HEI", 9), ["pdf-reversed-small"]),
    "10 pt on one ink": Case(on_plate("1 0 0 0", "HEI", 10), []),
    "thin serifs": Case(on_plate(RED, "SONG", 14), ["pdf-reversed-serif"]),
    "large thin serifs": Case(on_plate(RED, "SONG", 18), []),
    "white on paper": Case(on_plate(WHITE, "HEI", 9), []),
}

LINE_CASES = {
    "hairline": Case(f"/GO gs {K} K 0.1 w 400 100 m 500 100 l S", ["pdf-hairline"]),
    "the thinnest line there is": Case(f"/GO gs {K} K 0 w 400 100 m 500 100 l S", ["pdf-hairline"]),
    "a line made thin": Case(
        f"/GO gs {K} K 0.1 0 0 0.1 400 100 cm 1 w 0 0 m 1000 0 l S", ["pdf-hairline"]
    ),
    "a thin rectangle": Case(f"/GO gs {K} k 400 100 80 0.1 re f", ["pdf-hairline"]),
    "a quarter point": Case(f"/GO gs {K} K 0.25 w 400 100 m 500 100 l S", []),
    "thin in two inks": Case(f"{RED} K 0.3 w 400 100 m 500 100 l S", ["pdf-thin-colour-line"]),
    "thin in white": Case(
        f"/GN gs {WHITE} K 0.3 w 400 100 m 500 100 l S", ["pdf-thin-colour-line"]
    ),
    "half a point in two inks": Case(f"{RED} K 0.5 w 400 100 m 500 100 l S", []),
    "black knocking out": Case(
        f"/GN gs {K} K 0.5 w 400 100 m 500 100 l S", ["pdf-black-line-knocks-out"]
    ),
    "black knocking out as a rectangle": Case(
        f"/GN gs {K} k 400 100 80 1 re f", ["pdf-black-line-knocks-out"]
    ),
    "thick black": Case(f"/GN gs {K} K 2 w 400 100 m 500 100 l S", []),
    "white overprinting": Case(
        f"/GO gs {WHITE} K 1 w 400 100 m 500 100 l S", ["pdf-white-overprints"]
    ),
}  # fmt: skip

STATE_CASES = {
    "transfer curve": Case("/X gs", ["pdf-transfer"], state(TR=Name.Identity)),
    "second transfer curve": Case("/X gs", ["pdf-transfer"], state(TR2=Name.Identity)),
    "usual transfer": Case("/X gs", [], state(TR2=Name.Default)),
    "halftone phase": Case("/X gs", ["pdf-halftone"], state(HTP=Array([0, 0]))),
    "own blend mode": Case("/X gs", ["pdf-blend-mode"], state(BM=Name("/Own"))),
    "group in rgb": Case(
        "/X Do",
        ["pdf-group-space"],
        {"XObject": {"X": form(b"", Group=Dictionary(S=Name.Transparency, CS=RGB))}},
    ),
    "wrong operands": Case("/Name w", ["pdf-damaged"]),
}  # fmt: skip


def told(found: list[Diagnostic]) -> list[str]:
    assert all(d.page == 2 for d in found)
    return [d.code for d in found]


@pytest.mark.parametrize("name", SQUARE_CASES)
def test_a_surface(drawn: Drawn, name: str) -> None:
    case = SQUARE_CASES[name]
    found = drawn(case.operators, case.resources)
    assert told(found) == case.codes
    for diagnostic in found:
        assert diagnostic.box_mm == pytest.approx(AT_SQUARE, abs=0.02)


@pytest.mark.parametrize("name", TEXT_CASES)
def test_a_text(drawn: Drawn, name: str) -> None:
    case = TEXT_CASES[name]
    found = drawn(case.operators, case.resources)
    assert told(found) == case.codes
    for diagnostic in found:
        assert diagnostic.box_mm is not None
        x, y, _, height = diagnostic.box_mm
        assert x == pytest.approx(AT_BASELINE[0], abs=0.02)
        assert y < AT_BASELINE[1] < y + height


@pytest.mark.parametrize("name", PLATE_CASES)
def test_reversed_type(drawn: Drawn, name: str) -> None:
    case = PLATE_CASES[name]
    assert told(drawn(case.operators)) == case.codes


@pytest.mark.parametrize("name", LINE_CASES)
def test_a_line(drawn: Drawn, name: str) -> None:
    case = LINE_CASES[name]
    found = drawn(case.operators)
    assert told(found) == case.codes
    for diagnostic in found:
        assert diagnostic.box_mm is not None
        assert diagnostic.box_mm[:2] == pytest.approx(AT_BASELINE, abs=0.4)


@pytest.mark.parametrize("name", STATE_CASES)
def test_a_state(drawn: Drawn, name: str) -> None:
    case = STATE_CASES[name]
    assert told(drawn(case.operators, case.resources)) == case.codes


def test_a_page_that_chooses_no_colour_paints_in_grey(broken: Broken) -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].contents_add(f"{SQUARE} f ".encode(), prepend=True)

    assert told(broken(cut)) == ["pdf-grey"]


def test_broken_syntax(drawn: Drawn) -> None:
    assert [d.code for d in drawn("(unfinished")] == ["pdf-syntax"]


def test_an_inline_picture(drawn: Drawn) -> None:
    image = "BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI"
    found = drawn(f"q 0.2 0 0 0.2 400 100 cm {image} Q")
    assert told(found) == ["pdf-picture-space"]


def test_an_inline_picture_in_lzw(broken: Broken) -> None:
    # Clear, 0, end of data: nine-bit codes 256, 0, 257.
    image = b"BI /W 1 /H 1 /CS /G /BPC 8 /F /LZW ID \x80\x00\x20\x20 EI"

    def cut(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].contents_add(b"q 0.2 0 0 0.2 400 100 cm " + image + b" Q")

    assert told(broken(cut)) == ["pdf-lzw"]


def test_registration_marks_outside_the_trim(drawn: Drawn) -> None:
    def widen(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.MediaBox = Array([-20, -20, 700, 900])

    marks = "/S CS 1 SCN 0.25 w -15 100 m -3 100 l S"
    assert drawn(marks, {"ColorSpace": {"S": spot("All")}}, widen) == []


def test_a_picture_that_is_on_no_page(drawn: Drawn) -> None:
    unused = {"XObject": {"Unused": picture(10, RGB)}}
    (found,) = drawn("", unused)
    assert (found.code, found.page) == ("pdf-picture-space", None)


def test_a_default_space(drawn: Drawn) -> None:
    (found,) = drawn("", {"ColorSpace": {"DefaultCMYK": icc}})
    assert (found.code, found.params["name"]) == ("pdf-default-space", "DefaultCMYK")


def test_lines_of_one_paragraph_are_one_finding(drawn: Drawn) -> None:
    lines = [f"BT /HEI 6 Tf 400 {200 - 8 * i} Td <0001> Tj ET" for i in range(10)]
    far = "BT /HEI 6 Tf 400 40 Td <0001> Tj ET"
    found = drawn(f"/GO gs {K} k {' '.join(lines)} {far}")
    assert told(found) == ["pdf-small-type", "pdf-small-type"]
    assert found[0].box_mm is not None
    assert found[0].box_mm[3] == pytest.approx((72 + 6) * 25.4 / 72, abs=1)
