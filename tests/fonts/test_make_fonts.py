"""The program that remakes the faces: its sources, its measures, its outlines."""

import importlib.util
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import uharfbuzz as hb
import yaml
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "fonts"
CATALOGUE = (FONTS / "fonts.yaml").read_text(encoding="utf-8")
FACES = yaml.safe_load(CATALOGUE)["faces"]


@pytest.fixture(scope="module")
def program() -> Iterator[ModuleType]:
    """make_fonts.py as a module; its own folder is where it looks for its other part."""
    sys.path.insert(0, str(FONTS))
    try:
        spec = importlib.util.spec_from_file_location("make_fonts", FONTS / "make_fonts.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules["make_fonts"] = module  # dataclasses look their module up
        spec.loader.exec_module(module)
        yield module
    finally:
        sys.path.remove(str(FONTS))
        for name in ("make_fonts", "quadratic"):
            sys.modules.pop(name, None)


def _ring() -> TTFont:
    """A CFF font whose only glyph has no point where it is widest or highest."""
    pen = T2CharStringPen(1000, None)
    pen.moveTo((200, 200))
    pen.curveTo((100, 300), (100, 600), (200, 700))
    pen.curveTo((300, 800), (600, 800), (700, 700))
    pen.curveTo((800, 600), (800, 300), (700, 200))
    pen.curveTo((600, 100), (300, 100), (200, 200))
    pen.closePath()
    empty = T2CharStringPen(1000, None)
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "ring"])
    builder.setupCharacterMap({ord("〇"): "ring"})
    outlines = {".notdef": empty.getCharString(), "ring": pen.getCharString()}
    builder.setupCFF("Ring-Regular", {"FullName": "Ring"}, outlines, {})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "ring": (1000, 125)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupVerticalMetrics({".notdef": (1000, 0), "ring": (1000, 0)})
    builder.setupVerticalHeader(ascent=500, descent=-500)
    builder.setupVerticalOrigins({"ring": 880}, 880)
    builder.setupNameTable({"familyName": "Ring", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    target = io.BytesIO()
    builder.save(target)
    return TTFont(io.BytesIO(target.getvalue()), recalcTimestamp=False)


def test_every_face_has_a_recipe(program: ModuleType) -> None:
    assert list(program.RECIPES) == list(FACES)


def test_every_source_is_recorded_by_its_sha256_and_nothing_else_is(program: ModuleType) -> None:
    sources = [program.Source(**face["source"]) for face in FACES.values()]
    sources.append(program.REPERTOIRE_SOURCE)
    recorded = program.Store(FONTS).checksums
    assert set(recorded) == {source.archive for source in sources}
    assert all(len(digest) == 64 for digest in recorded.values())


@pytest.mark.parametrize("key", FACES)
def test_the_facts_in_the_catalogue_are_those_it_would_write(program: ModuleType, key: str) -> None:
    data = (FONTS / FACES[key]["file"]).read_bytes()
    assert program.record_facts(CATALOGUE, key, data) == CATALOGUE


def test_facts_are_written_into_the_face_they_belong_to(program: ModuleType) -> None:
    data = (FONTS / "brush-400.ttf").read_bytes()
    changed = program.record_facts(CATALOGUE, "hei-700", data)
    faces = yaml.safe_load(changed)["faces"]
    assert faces["hei-700"]["version"] == FACES["brush-400"]["version"]
    assert faces["hei-700"]["coverage"] == FACES["brush-400"]["coverage"]
    assert {key for key in FACES if faces[key] != FACES[key]} == {"hei-700"}


def test_gb2312_is_whole(program: ModuleType) -> None:
    chars = list(program.gb2312())
    assert len(chars) == len(set(chars)) == 7445
    assert program.count_han(map(ord, chars)) == 6763


def test_extra_characters_come_with_the_subset_faces(program: ModuleType) -> None:
    lines = program.EXTRA.read_text(encoding="utf-8").splitlines()
    extra = set("".join(line for line in lines if not line.startswith("#")))
    assert extra
    points = set(hb.Face(hb.Blob.from_file_path(str(FONTS / "hei-500.ttf"))).unicodes)
    assert {ord(char) for char in extra} <= points


def test_a_package_with_another_checksum_is_refused(
    program: ModuleType,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in FONTS.iterdir()}
    (tmp_path / program.REPERTOIRE_SOURCE.archive).write_bytes(b"no package")
    monkeypatch.setattr(sys, "argv", ["make_fonts.py", "--sources", str(tmp_path), "kai-400"])
    assert program.main() == 1
    assert "SHA-256" in capsys.readouterr().err
    assert {path.name: path.stat().st_mtime_ns for path in FONTS.iterdir()} == before


def test_quadratic_outlines_reach_as_far_as_the_cubic_ones(program: ModuleType) -> None:
    font = _ring()
    program.make_quadratic(font)
    target = io.BytesIO()
    font.save(target)
    made = TTFont(io.BytesIO(target.getvalue()))
    assert not {"CFF ", "VORG"} & set(made.keys())
    assert made.sfntVersion == "\x00\x01\x00\x00"
    name = made.getBestCmap()[ord("〇")]
    ring = made["glyf"][name]
    assert (ring.xMin, ring.yMin, ring.xMax, ring.yMax) == (125, 125, 775, 775)
    assert made["hmtx"][name] == (1000, 125)
    assert made["vmtx"][name] == (1000, 880 - 775)


def test_quadratic_outlines_are_the_same_bytes_each_time(program: ModuleType) -> None:
    files = []
    for _ in range(2):
        font = _ring()
        font["head"].created = font["head"].modified = 0
        program.make_quadratic(font)
        target = io.BytesIO()
        font.save(target)
        files.append(target.getvalue())
    assert files[0] == files[1]


def test_renaming_leaves_one_language_and_one_family(program: ModuleType) -> None:
    font = _ring()
    font["name"].setName("圆圈", 1, 3, 1, 0x804)
    font["name"].setName("Ring Family", 16, 3, 1, 0x409)
    program.rename(font, {1: "Hoop", 4: "Hoop Regular"})
    records = {(n.nameID, n.langID): str(n) for n in font["name"].names}
    assert records[1, 0x409] == "Hoop"
    assert records[4, 0x409] == "Hoop Regular"
    assert {language for _, language in records} == {0x409}
    assert 16 not in {number for number, _ in records}


def test_a_cut_face_keeps_what_is_asked_for_and_its_names(program: ModuleType) -> None:
    font = TTFont(io.BytesIO((FONTS / "brush-400.ttf").read_bytes()))
    program.cut(font, {ord("长"), ord("治"), 0x10FFFF})
    assert set(font.getBestCmap()) == {ord("长"), ord("治")}
    assert {record.nameID for record in font["name"].names} >= {0, 1, 5, 13, 14}
    assert not {"prep", "fpgm", "cvt "} & set(font.keys())
