"""Pictures on the page: broken ones told, coarse ones judged, equal ones stored once."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from layout.cache import Cache
from layout.diagnostics import Diagnostic
from layout.display import Group, Picture, Sheet
from layout.geometry import Box
from layout.output import separation as separation_module
from layout.output.pictures import PreparedPicture, prepare
from layout.output.press import Press

Make = Callable[..., Any]

SIZE = (72, 48)
BOX = Box(10, 20, 36, 24)
WHOLE = (0.0, 0.0, 1.0, 1.0)


def encoded(image: Image.Image, kind: str) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind)
    return stream.getvalue()


def red(mode: str) -> Image.Image:
    return Image.new("RGB", SIZE, (200, 30, 30)).convert(mode)


def broken() -> dict[str, bytes]:
    whole = encoded(Image.effect_noise((200, 200), 90), "JPEG")
    return {
        "empty": b"",
        "text": b"no picture at all",
        "cut": whole[: len(whole) // 2],
        "head": whole[:20],
        "png": encoded(red("RGB"), "PNG")[:60],
        "pdf": b"%PDF-1.4\n",
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    }


@pytest.mark.parametrize("name", broken())
def test_a_broken_picture_leaves_a_grey_plate_and_a_finding(
    name: str, tmp_path: Path, make: Make
) -> None:
    path = tmp_path / "湖.jpg"
    path.write_bytes(broken()[name])
    made = make(Sheet(100, 100, [Picture(path, BOX, WHOLE)], page=3))
    (finding,) = made.found
    assert (finding.code, finding.page) == ("picture-unreadable", 3)
    assert finding.box_mm == BOX.in_mm()
    assert "湖.jpg" in finding.message()
    assert "湖.jpg" in finding.message("en")
    assert "0 0 0 0.2 k\n10 56 36 24 re f" in made.content()
    assert not made.pdf.pages[0].Resources.XObject.keys()


def test_a_missing_picture_is_told_like_a_broken_one(tmp_path: Path, make: Make) -> None:
    assert make([Picture(tmp_path / "a.jpg", BOX, WHOLE)]).codes == ["picture-unreadable"]
    assert make([Picture(tmp_path, BOX, WHOLE)]).codes == ["picture-unreadable"]


def test_a_huge_picture_is_refused_before_it_is_unpacked(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    Image.new("1", (200, 100)).save(path)
    monkeypatch.setattr(separation_module, "MAX_PIXELS", 19_999)
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("it was unpacked"))
    assert make([Picture(path, BOX, WHOLE)]).codes == ["picture-too-many-pixels"]


def test_pillows_own_limit_is_told_too(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    Image.new("1", (200, 100)).save(path)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    assert make([Picture(path, BOX, WHOLE)]).codes == ["picture-too-many-pixels"]


@pytest.mark.parametrize(
    ("width", "code"),
    [
        (49, "picture-too-coarse"),
        (50, "picture-coarse"),
        (84, "picture-coarse"),
        (85, "picture-soft"),
        (99, "picture-soft"),
        (100, None),
    ],
)
def test_resolution_is_judged_at_the_size_it_is_printed(
    width: int, code: str | None, tmp_path: Path, make: Make
) -> None:
    path = tmp_path / "a.png"
    Image.new("L", (width, 2 * width)).save(path)
    made = make([Picture(path, Box(0, 0, 36, 36), WHOLE)])
    assert made.codes == ([code] if code else [])
    for finding in made.found:
        assert str(width * 2) in finding.message()
        assert "100" in finding.message("en")


def test_a_crop_counts_for_resolution(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "a.png"
    Image.new("L", (200, 200)).save(path)
    assert make([Picture(path, Box(0, 0, 36, 36), (0.6, 0, 1, 1))]).codes == ["picture-coarse"]


def test_a_picture_finer_than_the_press_is_sampled_down(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "a.png"
    Image.new("L", (1000, 1000)).save(path)
    made = make([Picture(path, Box(0, 0, 36, 36), WHOLE)], max_ppi=254)
    (image,) = made.pdf.pages[0].Resources.XObject.values()
    assert (image.Width, image.Height) == (127, 127)
    assert not made.codes


def test_equal_pictures_are_stored_once(tmp_path: Path, make: Make) -> None:
    content = encoded(red("RGB"), "PNG")
    pictures = []
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(content)
        pictures.append(Picture(tmp_path / name, Box(0, 0, 18, 12), WHOLE))
    moved = Picture(tmp_path / "a.png", Box(50, 50, 18, 12), WHOLE)
    made = make([*pictures, moved], [moved])
    found = [
        item
        for item in made.objects
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
    ]
    assert len(found) == 1
    assert [len(page.Resources.XObject.keys()) for page in made.pdf.pages] == [1, 1]
    assert made.content().count("Do") == 3


def test_a_picture_is_drawn_into_its_box(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "a.png"
    red("L").save(path)
    made = make([Group((Picture(path, BOX, WHOLE),), "Figure", alt="图")])
    assert "36 0 0 24 10 556 cm /Im1 Do" in made.content()


def prepared(path: Path, press: Press, cache: Cache) -> PreparedPicture:
    found = prepare(Picture(path, BOX, WHOLE), press, cache)
    assert not isinstance(found, Diagnostic)
    return found


def test_a_prepared_picture_is_kept_on_disk(
    tmp_path: Path, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    red("RGB").save(path)
    first = prepared(path, press, Cache(tmp_path / "cache"))
    monkeypatch.setattr(separation_module, "separate", lambda *_: pytest.fail("made again"))
    assert prepared(path, press, Cache(tmp_path / "cache")) == first


def test_a_picture_that_changed_is_made_again(tmp_path: Path, press: Press) -> None:
    path, cache = tmp_path / "a.png", Cache(tmp_path / "cache")
    red("RGB").save(path)
    first = prepared(path, press, cache)
    Image.new("RGB", SIZE, (30, 30, 200)).save(path)
    os.utime(path, ns=(1, 1))
    second = prepared(path, press, cache)
    assert first.digest != second.digest
    assert first.separation.data != second.separation.data


def test_a_damaged_entry_is_made_again(tmp_path: Path, press: Press) -> None:
    path, folder = tmp_path / "a.png", tmp_path / "cache"
    red("RGB").save(path)
    first = prepared(path, press, Cache(folder))
    (entry,) = (p for p in (folder / "picture").rglob("*") if p.is_file())
    entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    assert prepared(path, press, Cache(folder)) == first
