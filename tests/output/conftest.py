"""Display lists by hand: lines of the real faces, and the file they make."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest

from layout.cache import Cache
from layout.color import BLACK
from layout.diagnostics import Diagnostics
from layout.display import GlyphRun, Group, Item, Metadata, PlacedGlyph, Sheet
from layout.output.pdf import write_pdf
from layout.output.press import Press
from layout.text.fonts import Face, open_face

ROOT = Path(__file__).parents[2]
PROFILE = ROOT / "assets" / "icc" / "snap-tr002-newsprint-tac220.icc"
NO_CACHE = Cache(None)
METADATA = Metadata("长治日报 & <襄垣>", "长治日报社", "特别报道", "2025-02-27", "春耕，产业")
OPENING = "（《“「"
CLOSING = "，。、；：！？）》”」"


def _face(key: str) -> Face:
    return open_face(key, ROOT / "fonts" / f"{key}.ttf", serif=key.startswith("song"))


def _line(  # noqa: PLR0913 - a line has this many sides
    face: Face, text: str, x: float, y: float, size: float = 10, *, gap: float = 0, **how: object
) -> GlyphRun:
    """*text* with marks of half an em and *gap* em after every glyph."""
    glyphs = []
    offset = 0.0
    for char in text:
        gid = face.glyph(char)
        assert gid, f"{face.key} has no {char}"
        box, shift = face.advance(gid), 0.0
        if char in OPENING + CLOSING and box == 1:
            box, shift = 0.5, -0.5 if char in OPENING else 0.0
        glyphs.append(PlacedGlyph(gid, char, round(offset, 3), box, shift))
        offset += (box + gap) * size
    return GlyphRun(face, size, x, y, tuple(glyphs), **{"ink": BLACK, **how})  # type: ignore[arg-type]


class Made:
    """A finished file and what three programs find in it."""

    def __init__(self, data: bytes, found: Diagnostics) -> None:
        self.data = data
        self.found = found
        self.pdf = pikepdf.open(io.BytesIO(data))

    @property
    def codes(self) -> list[str]:
        return [d.code for d in self.found]

    def content(self, page: int = 0) -> str:
        return self.pdf.pages[page].Contents.read_bytes().decode("ascii")

    @property
    def pypdf_text(self) -> list[str]:
        reader = pypdf.PdfReader(io.BytesIO(self.data))
        return "\n".join(page.extract_text() for page in reader.pages).split("\n")

    @property
    def pdfium_text(self) -> list[str]:
        with pypdfium2.PdfDocument(self.data) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        return "\r\n".join(texts).split("\r\n")

    @property
    def objects(self) -> Iterator[pikepdf.Object]:
        return iter(self.pdf.objects)


@pytest.fixture(scope="session")
def face() -> Callable[[str], Face]:
    return _face


@pytest.fixture(scope="session")
def line() -> Callable[..., GlyphRun]:
    return _line


@pytest.fixture(scope="session")
def song() -> Face:
    return _face("song-400")


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(PROFILE)


@pytest.fixture(scope="session")
def metadata() -> Metadata:
    return METADATA


@pytest.fixture(scope="session")
def make(press: Press) -> Callable[..., Made]:
    """Write the file of one or more sheets; bare items make a sheet of 400 by 600 pt."""

    def make(*sheets: Sheet | list[Item], cache: Cache | None = None, **press_: object) -> Made:
        found = Diagnostics()
        listed = [s if isinstance(s, Sheet) else Sheet(400, 600, s) for s in sheets]
        made_for = Press(**{"profile": press.profile, **press_})  # type: ignore[arg-type]
        data = write_pdf(listed, METADATA, made_for, found, cache or NO_CACHE)
        return Made(data, found)

    return make


@pytest.fixture(scope="session")
def paragraph() -> Callable[..., Group]:
    def paragraph(*items: Item) -> Group:
        return Group(items, "P")

    return paragraph
