"""The file as a press wants it: boxes, inks, metadata, and the same bytes every time."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import Image

from layout.color import BLACK, PAPER, Cmyk
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
from layout.output.press import Press
from layout.text.fonts import Face

Line = Callable[..., GlyphRun]
Make = Callable[..., Any]

RED = Cmyk(0, 1, 0.9, 0)
TRIANGLE = (("M", (10.0, 10.0)), ("L", (20.0, 10.0)), ("C", (20, 15, 15, 20, 10, 20)), ("Z", ()))


@pytest.fixture
def everything(song: Face, line: Line) -> list[Item]:
    """One of each kind of thing."""
    return [
        Fill(Box(0, 0, 100, 50), Cmyk(0.1, 0, 0, 0), (RED, 0.5)),
        Fill(Box(0, 60, 100, 50), RED, opacity=0.4),
        Rule(0, 120, 100, 120, 0.25, BLACK),
        Rule(0, 125, 100, 125, 0.25, RED),
        Outline(TRIANGLE, RED),
        Outline(TRIANGLE, BLACK, even_odd=True),
        Picture(Path("nowhere.jpg"), Box(200, 200, 50, 50), (0, 0, 1, 1)),
        Group((line(song, "大标题", 20, 150, 30, ink=RED),), "H1", title="大标题"),
        Group((line(song, "反白（字）", 20, 30, ink=PAPER),), "P"),
        Group(
            (line(song, "竖排（字）", 300, 200, vertical=True),), "P", clip=Box(290, 190, 20, 99)
        ),
    ]


def operators(content: str) -> Iterator[tuple[str, list[str]]]:
    """Operators and operands of a content stream without strings of binary data."""
    operands: list[str] = []
    for token in content.split():
        if token.isalpha() or token in ("f*", "W", "BDC"):
            yield token, operands
            operands = []
        else:
            operands.append(token)


def paints(content: str) -> list[tuple[str, str, str]]:
    """What is painted: the operator with the ink and the overprint state it is painted with."""
    found: list[tuple[str, str, str]] = []
    fill = stroke = overprint = ""
    stack: list[tuple[str, str, str]] = []
    for name, operands in operators(content):
        match name:
            case "k":
                fill = " ".join(operands)
            case "K":
                stroke = " ".join(operands)
            case "gs" if operands[-1] in ("/GN", "/GO"):
                overprint = operands[-1]
            case "q":
                stack.append((fill, stroke, overprint))
            case "Q":
                fill, stroke, overprint = stack.pop()
            case "f" | "f*" | "TJ":
                found.append((name, fill, overprint))
            case "S":
                found.append((name, stroke, overprint))
    return found


def test_a_reader_of_syntax_has_nothing_to_say(everything: list[Item], make: Make) -> None:
    made = make(everything, everything)
    assert made.pdf.check_pdf_syntax() == []


def test_the_header_says_1_6_and_the_trailer_has_an_id(make: Make) -> None:
    made = make([])
    assert made.data.startswith(b"%PDF-1.6\n")
    first, second = made.pdf.trailer.ID
    assert bytes(first) == bytes(second)
    assert "/Encrypt" not in made.pdf.trailer


def test_every_box_is_the_trimmed_sheet(make: Make) -> None:
    made = make(Sheet(780.123, 1090.5, []))
    page = made.pdf.pages[0]
    for name in ("/MediaBox", "/TrimBox", "/BleedBox"):
        assert [float(v) for v in page.obj[name]] == [0, 0, 780.123, 1090.5]
    for name in ("/ArtBox", "/UserUnit", "/Rotate", "/Annots"):
        assert page.obj.get(name) in (None, 0)


def test_the_output_intent_names_the_press_and_carries_its_profile(
    make: Make, press: Press
) -> None:
    made = make([], condition="FOGRA 99", registry="http://r", info="某印厂")
    (intent,) = made.pdf.Root.OutputIntents
    assert (intent.S, str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA 99")
    assert (str(intent.RegistryName), str(intent.Info)) == ("http://r", "某印厂")
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes() == press.profile.read_bytes()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "press-profile-unreadable"),
        (b"", "press-profile-unfit"),
        (bytes(12) + b"mntrRGB " + bytes(16) + b"acsp" + bytes(99), "press-profile-unfit"),
    ],
)
def test_a_profile_that_will_not_do_is_told_and_the_page_drawn_all_the_same(
    content: bytes | None, code: str, tmp_path: Path, make: Make
) -> None:
    path = tmp_path / "press.icc"
    if content is not None:
        path.write_bytes(content)
    made = make([Fill(Box(0, 0, 9, 9), BLACK)], profile=path)
    assert made.codes == [code]
    assert "0 591 9 9 re f" in made.content()
    assert "/OutputIntents" not in made.pdf.Root
    assert "press.icc" in next(iter(made.found)).message()


def test_info_and_xmp_say_the_same(make: Make, metadata: Metadata) -> None:
    made = make([])
    info = made.pdf.docinfo
    with made.pdf.open_metadata(update_docinfo=False) as xmp:
        assert xmp["dc:title"] == str(info.Title) == metadata.title
        assert xmp["dc:creator"] == [str(info.Author)] == [metadata.author]
        assert xmp["dc:description"] == str(info.Subject) == metadata.subject
        assert xmp["pdf:Keywords"] == str(info.Keywords) == metadata.keywords
        assert xmp["xmp:CreatorTool"] == str(info.Creator)
        assert xmp["pdf:Producer"] == str(info.Producer)
        assert xmp["pdf:Trapped"] == str(info.Trapped)[1:] == "False"
        assert xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert str(info.CreationDate) == str(info.ModDate) == "D:20250227000000Z"
        for date in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            assert datetime.fromisoformat(xmp[date]) == datetime(2025, 2, 27, tzinfo=UTC)
        assert xmp["xmpMM:DocumentID"] == xmp["xmpMM:InstanceID"]
        assert (xmp["xmpMM:VersionID"], xmp["xmpMM:RenditionClass"]) == ("1", "default")


def test_the_files_id_is_the_documents(make: Make) -> None:
    made = make([])
    with made.pdf.open_metadata(update_docinfo=False) as xmp:
        named = xmp["xmpMM:DocumentID"].removeprefix("uuid:").replace("-", "")
    assert bytes(made.pdf.trailer.ID[0]).hex() == named
    assert named.encode() in made.data


def test_another_page_is_another_document(song: Face, line: Line, make: Make) -> None:
    one, other = (make([line(song, text, 20, 50)]) for text in ("甲", "乙"))
    assert bytes(one.pdf.trailer.ID[0]) != bytes(other.pdf.trailer.ID[0])


def test_there_is_no_colour_but_the_presss_inks(everything: list[Item], make: Make) -> None:
    made = make(everything)
    used = {name for name, _ in operators(made.content())}
    assert not used & {"rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}
    for item in made.objects:
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream) and "/ColorSpace" in item:
            assert item.ColorSpace in ("/DeviceCMYK", "/DeviceGray")
    assert made.pdf.pages[0].obj.Group.CS == "/DeviceCMYK"


def test_only_solid_black_overprints(everything: list[Item], make: Make) -> None:
    made = make(everything)
    states = made.pdf.pages[0].Resources.ExtGState
    assert (states.GO.OP, states.GO.op, states.GO.OPM) == (True, True, 1)
    assert (states.GN.OP, states.GN.op) == (False, False)
    painted = paints(made.content())
    assert ("TJ", "0 0 0 1", "/GO") in painted
    assert ("S", "0 0 0 1", "/GO") in painted
    assert ("TJ", "0 0 0 0", "/GN") in painted
    for _, ink, state in painted:
        assert state == "/GN" or ink == "0 0 0 1"


def test_black_lettering_with_an_outline_knocks_out(song: Face, line: Line, make: Make) -> None:
    made = make([line(song, "扬", 20, 50, 30, outline=(PAPER, 2.0))])
    assert paints(made.content()) == [("S", "0 0 0 0", "/GN"), ("TJ", "0 0 0 1", "/GN")]


def test_opacity_ends_with_what_has_it(everything: list[Item], make: Make) -> None:
    content = make(everything).content()
    start = content.index("/GA0 gs")
    assert content.rindex("q\n", 0, start) == start - 2
    assert content.index("Q\n", start) < content.index(" m ", start)


def test_clips_are_left_again(song: Face, line: Line, make: Make) -> None:
    inner = Group((line(song, "内文", 20, 50),), "P", clip=Box(10, 10, 50, 50))
    outer = Group((inner, line(song, "外文", 20, 70)), "P", clip=Box(0, 0, 90, 90))
    made = make([line(song, "前文", 20, 30), outer, line(song, "后文", 20, 90, ink=RED)])
    assert made.pdfium_text == ["前文", "内文", "外文", "后文"]
    content = made.content()
    depth = 0
    depths = []
    for name, _ in operators(content):
        depth += {"q": 1, "Q": -1}.get(name, 0)
        if name == "TJ":
            depths.append(depth)
    assert (depths, depth) == ([0, 2, 1, 0], 0)


def test_what_was_set_inside_a_clip_is_set_again_outside(
    song: Face, line: Line, make: Make
) -> None:
    inner = Group((line(song, "内文", 20, 50, ink=RED),), "P", clip=Box(10, 10, 50, 50))
    made = make([inner, line(song, "外文", 20, 90, ink=RED)])
    assert [ink for _, ink, _ in paints(made.content())] == ["0 1 0.9 0"] * 2
    assert made.pdfium_text == made.pypdf_text == ["内文", "外文"]


def test_pages_carry_their_printed_numbers(make: Make) -> None:
    data = make(Sheet(100, 100, [], "第5版"), Sheet(100, 100, []), Sheet(100, 100, [], "A01")).data
    assert pypdf.PdfReader(io.BytesIO(data)).page_labels == ["第5版", "2", "A01"]


def test_bookmarks_lead_to_their_headings(song: Face, line: Line, make: Make) -> None:
    sheets = [
        Sheet(
            100,
            200,
            [
                Group(
                    (
                        line(song, "甲", 10, 60, 20),
                        Group((line(song, "乙", 10, 150),), "H2", title=f"子{page}"),
                    ),
                    "Sect",
                    title=f"题{page}（上）",
                )
            ],
        )
        for page in range(2)
    ]
    with pypdfium2.PdfDocument(make(*sheets).data) as document:
        found = [
            (mark.level, mark.get_title(), dest.get_index(), dest.get_view()[1][1])
            for mark in document.get_toc()
            if (dest := mark.get_dest())
        ]
    assert found == [
        (0, "题0（上）", 0, 160),
        (1, "子0", 0, 60),
        (0, "题1（上）", 1, 160),
        (1, "子1", 1, 60),
    ]


def test_nothing_runs_by_itself(everything: list[Item], make: Make) -> None:
    made = make(everything)
    root = made.pdf.Root
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(root.keys())
    assert str(root.Lang) == "zh-CN"
    assert root.ViewerPreferences.DisplayDocTitle


def test_streams_are_packed_and_none_by_lzw(everything: list[Item], make: Make) -> None:
    made = make(everything)
    for item in made.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Type") != "/Metadata":
            assert item.Filter in ("/FlateDecode", "/DCTDecode")


def test_a_document_without_anything_is_a_blank_page(make: Make) -> None:
    made = make([])
    assert made.pdf.check_pdf_syntax() == []
    assert made.pypdf_text == [""]
    assert not list(made.found)


PROGRAM = """
import hashlib, sys
from pathlib import Path
sys.path.insert(0, ".")
from layout.cache import Cache
from layout.color import BLACK
from layout.diagnostics import Diagnostics
from layout.display import *
from layout.geometry import Box
from layout.output.pdf import write_pdf
from layout.output.press import Press
from layout.text.fonts import open_face
faces = [open_face(k, Path(f"fonts/{k}.ttf")) for k in ("song-400", "hei-500", "kai-400")]
def glyphs(face):
    text = "这一年（春潮）澎湃"
    boxes = [1 if n % 3 else 0.5 for n in range(len(text))]
    return tuple(PlacedGlyph(face.glyph(c), c, 9.5 * n, boxes[n]) for n, c in enumerate(text))
runs = tuple(
    GlyphRun(face, 9, 20, 30 + 20 * i, glyphs(face), BLACK, vertical=i == 2)
    for i, face in enumerate(faces)
)
picture = Picture(Path(sys.argv[1]), Box(100, 100, 50, 50), (0, 0, 1, 1))
figure = Group((picture,), "Figure", alt="图")
items = [Group(runs, "P", title="题"), figure, Fill(Box(0, 0, 9, 9), BLACK, opacity=0.5)]
sheets = [Sheet(300, 300, items), Sheet(300, 300, items)]
press = Press(Path("assets/icc/snap-tr002-newsprint-tac220.icc"))
data = write_pdf(sheets, Metadata("题", "", "", "2025-02-27"), press, Diagnostics(), Cache(None))
print(hashlib.sha256(data).hexdigest())
"""


def test_two_processes_make_the_same_bytes(tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    Image.linear_gradient("L").convert("RGB").save(picture)
    made = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(picture)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "20250227")
    }
    assert len(made) == 1
    assert len(made.pop().strip()) == hashlib.sha256().digest_size * 2


def test_the_same_list_twice_is_the_same_file(everything: list[Item], make: Make) -> None:
    assert make(everything).data == make(everything).data


def test_content_is_written_to_a_thousandth_of_a_point(song: Face, make: Make) -> None:
    glyph = PlacedGlyph(song.glyph("一"), "一", 0, 1)
    run = GlyphRun(song, 9.123456, 10.00049, 20.1239, (glyph,), BLACK)
    content = make([run, Fill(Box(1e-7, 0.1 + 0.2, 1e6, 2), BLACK)]).content()
    assert "BT 10 579.876 Td" in content
    assert "/F1H 9.123 Tf" in content
    assert "0 597.7 1000000 2 re" in content
