"""Picture files are asked for their size, and refused for what they are."""

from pathlib import Path

import pytest
from PIL import Image

from layout.diagnostics import Diagnostics, Source
from layout.issue import pictures
from layout.issue.pictures import PictureInfo, probe

SOURCE = Source("issue.yaml", 10, 19)


def probed(path: Path, *, takes_vectors: bool = False) -> tuple[PictureInfo | None, list[str]]:
    found = Diagnostics()
    info = probe(path, SOURCE, found, takes_vectors=takes_vectors)
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


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.svg", b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        ("a.PDF", b"%PDF-1.6\n", "PDF"),
    ],
)
def test_a_banner_takes_vector_artwork_and_a_story_does_not(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    info, codes = probed(path, takes_vectors=True)
    assert info == PictureInfo(path, 0, 0, kind, "")
    assert info.is_vector
    assert codes == []
    assert probed(path) == (None, ["picture-vector"])


@pytest.mark.parametrize("name", ["a.svg", "a.pdf"])
def test_artwork_that_only_calls_itself_so_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"no artwork")
    assert probed(path, takes_vectors=True) == (None, ["picture-unreadable"])
