"""Proofs are the pages of the file itself, and PNG files keep every pixel."""

import io
import threading
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from layout.color import BLACK, Cmyk
from layout.display import Fill, GlyphRun, Item, Sheet
from layout.geometry import Box
from layout.output.png import encode_png
from layout.output.raster import Raster, Rasteriser, rasterise
from layout.text.fonts import Face

Line = Callable[..., GlyphRun]
Make = Callable[..., Any]


def image(raster: Raster) -> Image.Image:
    assert len(raster.rgb) == 3 * raster.width * raster.height
    return Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)


@pytest.fixture(scope="module")
def page(make: Make, song: Face, line: Line) -> bytes:
    items: list[Item] = [
        Fill(Box(10, 20, 30, 40), BLACK),
        Fill(Box(60, 20, 30, 40), Cmyk(1, 0, 0, 0)),
        line(song, "版心", 20, 90, 20),
    ]
    data: bytes = make(Sheet(100, 120, items), Sheet(50, 60, [])).data
    return data


def test_a_page_has_the_pixels_of_its_size(page: bytes) -> None:
    for dpi, size in ((72, (100, 120)), (144, (200, 240)), (150, (209, 250))):
        raster = rasterise(page, 0, dpi)
        assert (raster.width, raster.height) == size
    assert rasterise(page, 1, 72).width == 50


def test_rows_run_from_the_top_and_red_comes_first(page: bytes) -> None:
    made = image(rasterise(page, 0, 72))
    assert made.getpixel((25, 25)) == pytest.approx((35, 31, 32), abs=36)
    assert made.getpixel((25, 65)) == (255, 255, 255)
    red, green, blue = made.getpixel((75, 25))  # type: ignore[misc]
    assert red < 60 < green < blue


@pytest.mark.parametrize("dpi", [72, 144, 216])
@pytest.mark.parametrize("box", [Box(0, 0, 50, 60), Box(10, 20, 30, 40), Box(60, 70, 40, 50)])
def test_a_crop_is_the_part_of_the_whole(dpi: int, box: Box, page: bytes) -> None:
    scale = dpi // 72
    whole = image(rasterise(page, 0, dpi))
    part = rasterise(page, 0, dpi, box)
    edges = tuple(int(v * scale) for v in (box.x, box.y, box.right, box.bottom))
    assert image(part).tobytes() == whole.crop(edges).tobytes()  # type: ignore[arg-type]


def test_a_crop_between_pixels_is_off_by_less_than_one(page: bytes) -> None:
    raster = rasterise(page, 0, 150, Box(9.9, 19.9, 30.2, 40.2))
    assert abs(raster.width - 30.2 * 150 / 72) < 1.5
    assert abs(raster.height - 40.2 * 150 / 72) < 1.5
    dark = image(raster).convert("L").point(lambda v: 255 * (v < 128)).getbbox()
    assert dark is not None
    assert dark[0] <= 1
    assert dark[1] <= 1


def test_pages_may_be_rasterised_from_several_threads(page: bytes) -> None:
    expected = rasterise(page, 0, 72)
    made: list[Raster] = []
    with Rasteriser(page) as rasteriser:
        threads = [
            threading.Thread(target=lambda: made.append(rasteriser.page(0, 72))) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert made == [expected] * 8


@given(
    size=st.tuples(st.integers(1, 9), st.integers(1, 9)),
    dpi=st.sampled_from([72.0, 96.0, 150.0, 300.0]),
    data=st.data(),
)
def test_a_png_keeps_every_pixel(size: tuple[int, int], dpi: float, data: st.DataObject) -> None:
    length = 3 * size[0] * size[1]
    rgb = data.draw(st.binary(min_size=length, max_size=length))
    png = Image.open(io.BytesIO(encode_png(Raster(*size, rgb), dpi)))
    png.load()
    assert (png.mode, png.size, png.tobytes()) == ("RGB", size, rgb)
    assert png.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)
    assert png.info["srgb"] == 0


def test_a_proof_is_the_page_pillow_would_have_written(page: bytes) -> None:
    raster = rasterise(page, 0, 150)
    stream = io.BytesIO()
    image(raster).save(stream, "PNG")
    ours, pillows = (
        Image.open(io.BytesIO(b)) for b in (encode_png(raster, 150), stream.getvalue())
    )
    assert ours.tobytes() == pillows.tobytes()


def test_a_large_proof_in_many_rows_is_whole() -> None:
    """More than one block of the encoder."""
    row = bytes(i * 7 % 256 for i in range(3 * 700))
    raster = Raster(700, 900, b"".join(row[i % 9 :] + row[: i % 9] for i in range(900)))
    made = Image.open(io.BytesIO(encode_png(raster, 72)))
    assert made.tobytes() == raster.rgb
