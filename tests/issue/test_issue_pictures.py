"""Picture files are asked for their size, and refused for what they are."""

import base64
import tracemalloc
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from layout.diagnostics import Diagnostics, Source
from layout.issue import pictures, vectors
from layout.issue.pictures import PictureInfo, probe

SVG = "http://www.w3.org/2000/svg"
SOURCE = Source("issue.yaml", 10, 19)


def probed(path: Path) -> tuple[PictureInfo | None, list[str]]:
    found = Diagnostics()
    info = probe(path, SOURCE, found)
    assert all(d.source == SOURCE for d in found)
    assert all(d.message() and d.message("en") for d in found)
    return info, [d.code for d in found]


@pytest.mark.parametrize(
    ("name", "mode", "kind"),
    [
        ("a.jpg", "RGB", "JPEG"),
        ("a.jpeg", "CMYK", "JPEG"),
        ("a.png", "RGBA", "PNG"),
        ("a.png", "L", "PNG"),
        ("a.tif", "CMYK", "TIFF"),
        ("a.webp", "RGB", "WEBP"),
        ("a.webp", "RGBA", "WEBP"),
    ],
)
def test_a_picture_tells_its_size_and_mode(tmp_path: Path, name: str, mode: str, kind: str) -> None:
    path = tmp_path / name
    Image.new(mode, (60, 40)).save(path)
    assert probed(path) == (PictureInfo(path, 60, 40, kind, mode), [])


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (60, 40)), (3, (60, 40)), (6, (40, 60)), (8, (40, 60))]
)
def test_a_picture_held_sideways_is_measured_upright(
    tmp_path: Path, orientation: int, size: tuple[int, int]
) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", (60, 40)).save(path, exif=exif)
    info, _ = probed(path)
    assert info is not None
    assert (info.width, info.height) == size
    assert info.orientation == orientation


def test_nonsense_in_the_orientation_counts_as_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 77
    Image.new("RGB", (60, 40)).save(path, exif=exif)
    info, codes = probed(path)
    assert info is not None
    assert info.orientation == 1
    assert codes == []


def test_a_damaged_exif_block_does_not_damage_the_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.new("RGB", (60, 40)).save(path, exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    info, codes = probed(path)
    assert info is not None
    assert (info.width, codes) == (60, [])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture-empty"),
        (b"no picture", "picture-unreadable"),
        (b"\xff\xd8\xff\xe0", "picture-unreadable"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture-unreadable"),
        (b"II*\0\x08\0\0\0\xff\xff", "picture-unreadable"),
        (b"GIF89a\x01\0\x01\0\0\0\0;", "picture-unreadable"),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    assert probed(path) == (None, [code])


def test_a_missing_picture_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert probed(tmp_path / "none.jpg") == (None, ["file-unreadable"])
    assert probed(tmp_path) == (None, ["file-unreadable"])


def test_a_bomb_is_refused_by_its_header(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("1", (20_000, 9_000)).save(path)
    assert probed(path) == (None, ["picture-too-many-pixels"])


def test_a_large_photograph_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("1", (12_000, 9_000)).save(path)
    info, codes = probed(path)
    assert info is not None
    assert codes == []


def test_a_heavy_file_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    with path.open("wb") as file:
        file.truncate(pictures.MAX_PICTURE_BYTES + 1)
    assert probed(path) == (None, ["picture-too-large"])


def test_a_phones_several_pictures_in_one_file_are_a_jpeg(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    one = Image.new("RGB", (60, 40))
    one.save(path, "MPO", save_all=True, append_images=[one])
    assert probed(path) == (PictureInfo(path, 60, 40, "JPEG", "RGB"), [])


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('viewBox="5 5 120 80.5"', (120, 80.5)),
        ('width="80px" height="40"', (80, 40)),
        ('viewBox="0,0,9,9" width="100%" height="5cm"', (9, 9)),
    ],
)
def test_a_drawing_tells_its_size(tmp_path: Path, root: str, size: tuple[float, float]) -> None:
    path = tmp_path / "a.svg"
    path.write_text(f'<?xml version="1.0"?>\n<svg xmlns="{SVG}" {root}><text/></svg>')
    info, codes = probed(path)
    assert info == PictureInfo(path, *size, "SVG", "")
    assert info.is_vector
    assert codes == []


def pdf(path: Path, *, pages: int = 1, **saved: object) -> pikepdf.Pdf:
    """A PDF of *pages* of 200 by 100 pt, to be changed and saved again."""
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(200, 100))
    made.save(path, **saved)
    return made


@pytest.mark.parametrize(
    ("boxes", "turned", "size"),
    [
        ({}, 0, (200, 100)),
        ({"CropBox": [10, 10, 110, 100]}, 0, (100, 90)),
        ({"CropBox": [10, 10, 110, 100], "TrimBox": [20, 30, 90, 80]}, 0, (70, 50)),
        ({"TrimBox": [20, 30, 90, 80]}, 90, (50, 70)),
    ],
)
def test_an_advertisement_tells_the_size_of_its_trim(
    tmp_path: Path, boxes: dict[str, list[int]], turned: int, size: tuple[int, int]
) -> None:
    path = tmp_path / "a.PDF"
    made = pdf(path)
    for name, box in boxes.items():
        made.pages[0].obj[f"/{name}"] = pikepdf.Array(box)
    made.pages[0].obj.Rotate = turned
    made.save(path)
    assert probed(path) == (PictureInfo(path, *size, "PDF", ""), [])


@pytest.mark.parametrize("count", [0, 2, 9])
def test_an_advertisement_has_one_page(tmp_path: Path, count: int) -> None:
    path = tmp_path / "a.pdf"
    pdf(path, pages=count)
    assert probed(path) == (None, ["artwork-pages"])


@pytest.mark.parametrize("user", ["", "secret"], ids=["no password", "a password"])
def test_an_encrypted_advertisement_is_refused(tmp_path: Path, user: str) -> None:
    path = tmp_path / "a.pdf"
    pdf(path, encryption=pikepdf.Encryption(owner="owner", user=user))
    assert probed(path) == (None, ["artwork-encrypted"])


@pytest.mark.parametrize("cut", [9, 60, 200, 300])
def test_a_damaged_advertisement_is_refused(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.pdf"
    pdf(path)
    path.write_bytes(path.read_bytes()[:cut])
    assert probed(path) == (None, ["artwork-unreadable"])


def bomb(levels: int) -> bytes:
    """Zeros packed so many times."""
    data = bytes(30_000_000)
    for _ in range(levels):
        data = zlib.compress(data, 9)
    return data


@pytest.mark.parametrize("armour", [False, True], ids=["plain", "in letters"])
def test_a_stream_that_blows_up_is_refused_before_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, armour: bool
) -> None:
    monkeypatch.setattr(vectors, "MOST_UNPACKED", 29_999_999)
    data = base64.a85encode(bomb(1)) + b"~>" if armour else bomb(1)
    path = tmp_path / "a.pdf"
    names = b"[/ASCII85Decode /FlateDecode]" if armour else b"/FlateDecode"
    stream = b"4 0 obj\n<< /Length %d /Filter %b >>\nstream\n%b\nendstream\nendobj\n"
    path.write_bytes(b"%PDF-1.6\n" + stream % (len(data), names, data))
    tracemalloc.start()
    assert probed(path) == (None, ["artwork-bomb"])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_streams_within_bounds_are_no_bombs(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    made = pdf(path)
    made.Root.Extra = made.make_stream(bomb(1), Filter=pikepdf.Name.FlateDecode)
    made.save(path)
    info, codes = probed(path)
    assert info is not None
    assert codes == []


def test_a_stream_packed_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    made = pdf(path)
    twice = pikepdf.Array([pikepdf.Name.FlateDecode] * 2)
    made.Root.Extra = made.make_stream(bomb(2), Filter=twice)
    made.save(path, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert probed(path) == (None, ["artwork-bomb"])


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.svg", b"no artwork", "picture-unreadable"),
        ("a.pdf", b"no artwork", "picture-unreadable"),
        ("a.svg", b"<html><svg/></html>", "artwork-unreadable"),
        ("a.svg", b"<svg", "artwork-unreadable"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "artwork-unreadable"),
        (
            "a.svg",
            b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
            "artwork-unreadable",
        ),
        ("a.pdf", b"%PDF-1.6\n", "artwork-unreadable"),
        ("a.svg", b"", "picture-empty"),
    ],
)
def test_artwork_that_only_calls_itself_so_is_refused(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert probed(path) == (None, [code])
