"""A good file of two pages, and the tools to break one thing in it."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from layout.cache import Cache
from layout.color import BLACK, PAPER, Cmyk
from layout.diagnostics import Diagnostic, Diagnostics
from layout.display import Fill, GlyphRun, Group, Item, Metadata, Picture, PlacedGlyph, Rule, Sheet
from layout.geometry import Box
from layout.output.pdf import write_pdf
from layout.output.press import Press
from layout.preflight.check import check_pdf
from layout.preflight.limits import Limits
from layout.resources import ASSETS, FONTS
from layout.text.fonts import open_face

SIZE_MM = (200.0, 280.0)
WIDTH, HEIGHT = (length * 72 / 25.4 for length in SIZE_MM)
RED = Cmyk(0, 1, 1, 0)
PANEL = Cmyk(0.15, 0.05, 0.3, 0)
Surgery = Callable[[pikepdf.Pdf], None]
Check = Callable[[bytes], Diagnostics]


def run(key: str, size: float, x: float, y: float, text: str, **how: object) -> GlyphRun:
    """*text* set solid; *how* are further fields of the run."""
    face = open_face(key, FONTS / f"{key}.ttf", serif=key.startswith("song"))
    glyphs, pen = [], 0.0
    for character in text:
        gid = face.glyph(character)
        box = 1.0 if how.get("vertical") else face.advance(gid)
        glyphs.append(PlacedGlyph(gid, character, pen, box))
        pen += box * size
    return GlyphRun(face, size, x, y, tuple(glyphs), **{"ink": BLACK, **how})  # type: ignore[arg-type]


def first_page(folder: Path) -> list[Item]:
    """Headline, reversed type on a plate, a tint under text, pictures in colour and grey."""
    colour = Picture(folder / "colour.jpg", Box(40, 180, 240, 160), (0, 0, 1, 1))
    grey = Picture(folder / "grey.jpg", Box(300, 180, 120, 80), (0, 0, 1, 1))
    return [
        Fill(Box(40, 40, 480, 60), RED),
        run("hei-900", 30, 50, 84, "向人民报告", ink=PAPER),
        Group((run("song-900", 26, 40, 140, "扛牢使命挑大梁"),), role="H1", title="大梁"),
        Group((colour, run("hei-500", 8, 40, 352, "宝峰湖")), role="Figure", alt="湖"),
        Group((grey,), role="Figure", alt="山"),
        Fill(Box(300, 280, 220, 60), PANEL),
        Group(
            tuple(
                run("song-400", 9.5, 306, 296 + 14 * i, "党的二十届三中全会以来，襄垣")
                for i in range(3)
            ),
            role="P",
        ),
    ]


def second_page(folder: Path) -> list[Item]:
    """Body, rules, a frame, hidden, vertical and turned text, lettering over a picture."""
    colour = Picture(folder / "colour.jpg", Box(40, 400, 240, 160), (0, 0, 1, 1))
    return [
        Group(
            tuple(run("fang-400", 10.5, 40, 60 + 15 * i, "春潮澎湃的新征程上") for i in range(10)),
            role="P",
        ),
        run("kai-400", 7.5, 40, 230, "本版策划：冯波"),
        run("song-700", 18, 40, 260, "红色标题", ink=RED),
        Rule(40, 280, 240, 280, 0.3, BLACK),
        Rule(40, 290, 240, 290, 1.0, RED),
        Rule(300, 40, 300, 280, 0.5, BLACK),
        Fill(Box(320, 40, 120, 80), None, border=(BLACK, 0.5)),
        Fill(Box(330, 50, 60, 30), Cmyk(1, 0.4, 0, 0), opacity=0.5),
        run("hei-700", 12, 470, 60, "竖排标题", vertical=True),
        run("hei-500", 9, 500, 60, "2025", turned=90.0),
        run("song-400", 12, 320, 200, "看不见的字", hidden=True),
        colour,
        run("brush-400", 60, 50, 500, "飞", ink=PAPER, outline=(RED, 3.0)),
    ]


@pytest.fixture(scope="session")
def press() -> Press:
    """The newsprint press whose profile the project carries."""
    return Press(profile=ASSETS / "icc" / "snap-tr002-newsprint-tac220.icc")


@pytest.fixture(scope="session")
def good(press: Press, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with nothing wrong in it."""
    folder = tmp_path_factory.mktemp("good")
    shade = Image.linear_gradient("L").resize((720, 480))
    side = (
        shade.transpose(Image.Transpose.FLIP_LEFT_RIGHT).rotate(90, expand=True).resize(shade.size)
    )
    Image.merge("RGB", (shade, side, shade.point(lambda v: 255 - v))).save(folder / "colour.jpg")
    shade.save(folder / "grey.jpg")
    metadata = Metadata("长治日报", "编辑部", "测试版面", "2025-02-27", "襄垣, 两会")
    sheets = [Sheet(WIDTH, HEIGHT, first_page(folder)), Sheet(WIDTH, HEIGHT, second_page(folder))]
    found = Diagnostics()
    pdf = write_pdf(sheets, metadata, press, found, Cache(None))
    assert not list(found)
    return pdf


@pytest.fixture(scope="session")
def check(press: Press) -> Check:
    """The whole preflight, at the size of the good file."""

    def checked(pdf: bytes) -> Diagnostics:
        found = check_pdf(pdf, press, Limits(trims_mm=(SIZE_MM,)))
        for diagnostic in found:
            assert diagnostic.message()
            assert diagnostic.message("en")
        return found

    return checked


@pytest.fixture(scope="session")
def broken(good: bytes, check: Check) -> Callable[..., list[Diagnostic]]:
    """A function that breaks the good file and gives what is found in it then."""

    def find(surgery: Surgery, **save: object) -> list[Diagnostic]:
        return list(check(operated(good, surgery, **save)))

    return find


def operated(pdf: bytes, surgery: Surgery, **save: object) -> bytes:
    """*pdf* after *surgery*, saved as *save* says, its streams left as they are if it does not."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        surgery(document)
        document.save(
            stream,
            fix_metadata_version=False,
            **(save or {"stream_decode_level": pikepdf.StreamDecodeLevel.none}),  # type: ignore[arg-type]
        )
    return stream.getvalue()


def _named(pdf: pikepdf.Pdf, part: str) -> str:
    """Name of the horizontal font resource whose BaseFont ends in *part*."""
    for name, font in pdf.pages[1].obj.Resources.Font.items():
        if str(font.BaseFont).endswith(part) and font.Encoding == pikepdf.Name("/Identity-H"):
            return str(name)[1:]
    raise AssertionError(part)


@pytest.fixture(scope="session")
def drawn(broken: Callable[..., list[Diagnostic]]) -> Callable[..., list[Diagnostic]]:
    """A function that gives what is found when operators are added to the second page.

    They stand on top of everything; HEI and SONG in them are font resources. Resources
    are by kind and name, made for the file where they are functions. *before* is done to
    the file first.
    """

    def find(
        operators: str,
        resources: Mapping[str, Mapping[str, object]] | None = None,
        before: Surgery | None = None,
    ) -> list[Diagnostic]:
        def cut(pdf: pikepdf.Pdf) -> None:
            if before is not None:
                before(pdf)
            owner = pdf.pages[1].obj.Resources
            for kind, entries in (resources or {}).items():
                if f"/{kind}" not in owner:
                    owner[f"/{kind}"] = pikepdf.Dictionary()
                for name, make in entries.items():
                    owner[f"/{kind}"][f"/{name}"] = make(pdf) if callable(make) else make
            text = operators
            for word, base in (("HEI", "SansSC-Medium"), ("SONG", "SerifSC-Regular")):
                if word in text:
                    text = text.replace(word, _named(pdf, base))
            pdf.pages[1].contents_add(f"q {text} Q".encode())

        return broken(cut)

    return find
