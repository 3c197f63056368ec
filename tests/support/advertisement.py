"""Advertisements as others send them: PDFs of one page, good ones and each fault by itself."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.lib.colors import CMYKColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).parents[2]
MEDIA, TRIM = (220, 120), (10, 10, 210, 110)
"""Of every advertisement, in points: red at the upper left, blue ink at the lower right,
words in black between them, each within the trim; green ink in the margin beyond it."""
RED, BLUE, GREEN = (0, 1, 1, 0), (1, 0.5, 0, 0), (1, 0, 1, 0)
WORDS = "开业大吉"

Surgery = Callable[[pikepdf.Pdf], None]


def advertisement(surgery: Surgery | None = None, **saved: object) -> bytes:
    """An advertisement that a press takes, once *surgery* has done what it does to it."""
    pdfmetrics.registerFont(TTFont("Song", str(ROOT / "fonts" / "song-400.ttf")))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=MEDIA, invariant=1, initialFontName="Song", trimBox=TRIM)
    for ink, box in (
        (GREEN, (0, 0, 8, 120)),
        (RED, (10, 60, 100, 50)),
        (BLUE, (110, 10, 100, 50)),
    ):
        canvas.setFillColor(CMYKColor(*ink))
        canvas.rect(*box, stroke=0, fill=1)
    canvas.setFillColor(CMYKColor(0, 0, 0, 1))
    canvas.setFont("Song", 20)
    canvas.drawString(15, 25, WORDS)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(io.BytesIO(stream.getvalue())) as pdf:
        if surgery:
            surgery(pdf)
        made = io.BytesIO()
        pdf.save(made, **{"static_id": True, **saved})
        return made.getvalue()


def painting(operators: bytes, **resources: object) -> Surgery:
    """Surgery that paints *operators*, which refer to *resources*, on top of everything."""

    def paint(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        for kind, entries in resources.items():
            if f"/{kind}" not in page.Resources:
                page.Resources[f"/{kind}"] = Dictionary()
            for name, value in entries.items():  # type: ignore[attr-defined]
                made = value(pdf) if callable(value) else value
                page.Resources[f"/{kind}"][f"/{name}"] = made
        page.contents_add(b"\n" + operators)

    return paint


def picture(space: str, components: int) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    """A grey picture of 300 by 300 pixels in a colour space."""

    def make(pdf: pikepdf.Pdf) -> pikepdf.Object:
        entries = {
            "/Type": Name.XObject,
            "/Subtype": Name.Image,
            "/Width": 300,
            "/Height": 300,
            "/BitsPerComponent": 8,
            "/ColorSpace": Name(f"/{space}"),
        }
        return pdf.make_stream(b"\x60" * (90_000 * components), entries)

    return make


def icc_based(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return Array([Name.ICCBased, pdf.make_stream(b"profile", {"/N": 3})])


def spot(_: pikepdf.Pdf) -> pikepdf.Object:
    tint = Dictionary(
        FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array([0] * 4), C1=Array([0, 1, 1, 0])
    )
    return Array([Name.Separation, Name("/PANTONE 186 C"), Name.DeviceCMYK, tint])


def lab(_: pikepdf.Pdf) -> pikepdf.Object:
    return Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])


def group(space: str) -> Dictionary:
    return Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name(f"/{space}"))


def unembedded(_: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def type_3(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 1, 1]),
        FontMatrix=Array([1, 0, 0, 1, 0, 0]),
        CharProcs=Dictionary(a=pdf.make_stream(b"1 0 d0 1 0 0 rg 0 0 1 1 re f")),
        Encoding=Dictionary(Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([1]),
        Name=Name.Handmade,
    )


def soft_mask(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """A mask painted in RGB, in a group that says it is grey."""
    mask = pdf.make_stream(
        b"1 0 0 rg 0 0 200 200 re f",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 200, 200]),
        Group=group("DeviceGray"),
    )
    return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask))


def masked(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """A picture in ink, half clear."""
    made = picture("DeviceCMYK", 4)(pdf)
    made.SMask = picture("DeviceGray", 1)(pdf)
    return made


def grouped(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """A form blended as a whole in the press's inks."""
    entries = {
        "/Type": Name.XObject,
        "/Subtype": Name.Form,
        "/BBox": Array([0, 0, 200, 100]),
        "/Group": group("DeviceCMYK"),
        "/Resources": Dictionary(),
    }
    return pdf.make_stream(b"0 1 0 0 k 20 40 50 20 re f", entries)


def with_root(**entries: object) -> Surgery:
    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value

    return change


def with_page(**entries: object) -> Surgery:
    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = value

    return change


LINK = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([20, 20, 90, 50]))
SCRIPT = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
LAYERS = Dictionary(OCGs=Array([]), D=Dictionary())

GOOD: dict[str, Surgery] = {
    "a clear picture": painting(b"q 60 0 0 60 20 20 cm /P Do Q", XObject={"P": masked}),
    "a grey picture": painting(
        b"q 60 0 0 60 20 20 cm /P Do Q", XObject={"P": picture("DeviceGray", 1)}
    ),
    "a group": painting(
        b"/A gs /G Do", XObject={"G": grouped}, ExtGState={"A": Dictionary(ca=0.5, CA=0.5)}
    ),
    "a page group": with_page(Group=group("DeviceCMYK")),
    "private data": with_page(PieceInfo=Dictionary(X=Dictionary())),
}
"""What a press takes."""
FAULTS: dict[str, tuple[Surgery, str]] = {
    "rgb": (painting(b"1 0 0 rg 20 40 50 20 re f"), "DeviceRGB"),
    "rgb type": (
        painting(b"BT 1 0 0 rg 15 45 Td ET BT 1 0 0 RG 20 40 m 90 40 l S ET"),
        "DeviceRGB",
    ),
    "rgb picture": (
        painting(b"q 60 0 0 60 20 20 cm /P Do Q", XObject={"P": picture("DeviceRGB", 3)}),
        "DeviceRGB",
    ),
    "lab": (painting(b"/L cs 50 60 60 sc 20 40 50 20 re f", ColorSpace={"L": lab}), "Lab"),
    "icc": (
        painting(b"/I cs 1 0 0 sc 20 40 50 20 re f", ColorSpace={"I": icc_based}),
        "ICCBased",
    ),
    "spot": (
        painting(b"/S cs 1 scn 20 40 50 20 re f", ColorSpace={"S": spot}),
        "PANTONE 186 C",
    ),
    "unembedded": (
        painting(b"BT /H 12 Tf 0 0 0 1 k 20 40 Td (Sale) Tj ET", Font={"H": unembedded}),
        "Helvetica",
    ),
    "type 3": (painting(b"BT /T 12 Tf 20 40 Td (a) Tj ET", Font={"T": type_3}), "Handmade"),
    "group": (with_page(Group=group("DeviceRGB")), "DeviceRGB"),
    "soft mask": (painting(b"/M gs 0 1 0 0 k 20 40 9 9 re f", ExtGState={"M": soft_mask}), "SMask"),
    "annotation": (with_page(Annots=Array([LINK])), "Link"),
    "script": (with_root(OpenAction=SCRIPT), "JavaScript"),
    "layers": (with_root(OCProperties=LAYERS), "图层"),
    "ink": (painting(b"1 1 1 1 k 20 20 60 60 re f"), "总墨量"),
    "hairline": (painting(b"0 0 0 1 K 0.1 w 20 40 m 90 60 l S"), "0.1"),
}
"""What a press does not take, with words that the finding must hold."""
