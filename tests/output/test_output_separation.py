"""Pictures of every kind come out in the press's inks, cropped, upright and not too fine."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms

from layout.cache import Cache
from layout.geometry import Box
from layout.output.pictures import BrokenPictureError, Request
from layout.output.press import Press, Profile, read_profile
from layout.output.separation import separate

Make = Callable[..., Any]

SIZE = (72, 48)
BOX = Box(10, 20, 36, 24)
WHOLE = (0.0, 0.0, 1.0, 1.0)
RED, GREY = (200, 30, 30), (90, 90, 90)


@pytest.fixture(scope="session")
def profile(press: Press) -> Profile:
    found = read_profile(press, Cache(None))
    assert isinstance(found, Profile)
    return found


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:  # noqa: ANN401 - Pillow's
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def inks(
    content: bytes,
    profile: Profile,
    crop: tuple[float, float, float, float] = WHOLE,
    most: tuple[int, int] = (999, 999),
) -> Image.Image:
    """The separation of an image file, opened as the PDF's reader would."""
    made = separate(content, Request(crop, most, 240), profile)
    image: Image.Image = Image.open(io.BytesIO(made.data))
    assert image.size == (made.width, made.height)
    assert image.mode == {"DeviceCMYK": "CMYK", "DeviceGray": "L"}[made.space]
    image.load()
    if image.mode == "CMYK":
        assert "adobe" not in image.info  # so the inks are what they say, without inversion
        return ImageChops.invert(image)
    return image


def ink_sum(image: Image.Image) -> float:
    """The most ink anywhere, in per cent."""
    plates = [channel.tobytes() for channel in image.split()]
    return max(map(sum, zip(*plates, strict=True))) * 100 / 255


def near(image: Image.Image, expected: tuple[int, ...], most: int = 6) -> bool:
    pixel = image.getpixel((image.width // 2, image.height // 2))
    values = pixel if isinstance(pixel, tuple) else (pixel,)
    return all(abs(a - b) <= most for a, b in zip(values, expected, strict=True))  # type: ignore[operator]


@pytest.fixture(scope="session")
def red_inks(profile: Profile) -> tuple[int, ...]:
    """What an sRGB red becomes on the press, straight from the profiles."""
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(io.BytesIO(profile.data)),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    made = ImageCms.applyTransform(Image.new("RGB", (1, 1), RED), transform)
    assert made is not None
    pixel = made.getpixel((0, 0))
    assert isinstance(pixel, tuple)
    return tuple(int(v) for v in pixel)


def red(mode: str) -> Image.Image:
    return Image.new("RGB", SIZE, RED).convert(mode)


@pytest.mark.parametrize(
    ("content", "tolerance"),
    [
        (encoded(red("RGB"), "PNG"), 6),
        (encoded(red("RGB"), "JPEG", quality=100, subsampling=0), 6),
        (encoded(red("RGB").quantize(4), "PNG"), 6),
        (encoded(red("RGB").quantize(4), "GIF"), 6),
        (encoded(red("RGBA"), "PNG"), 6),
        (encoded(red("RGB"), "TIFF", compression="tiff_lzw"), 6),
        (encoded(red("RGB"), "BMP"), 6),
        (encoded(red("RGB"), "WEBP", lossless=True), 6),
        (encoded(red("RGB"), "JPEG2000"), 6),
        (encoded(red("YCbCr"), "TIFF"), 8),
    ],
    ids=["png", "jpeg", "palette", "gif", "alpha", "tiff", "bmp", "webp", "jpeg2000", "ycc"],
)
def test_colour_of_any_kind_is_separated_alike(
    content: bytes, tolerance: int, profile: Profile, red_inks: tuple[int, ...]
) -> None:
    assert near(inks(content, profile), red_inks, tolerance)


def test_an_embedded_profile_is_believed(profile: Profile, red_inks: tuple[int, ...]) -> None:
    other = exchanged_profile()
    image = red("RGB")
    assert near(inks(encoded(image, "PNG"), profile), red_inks)
    assert not near(inks(encoded(image, "PNG", icc_profile=other), profile), red_inks, 20)


def exchanged_profile() -> bytes:
    """sRGB's profile with its red and green columns exchanged: clearly not sRGB."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    places = {}
    for i in range(int.from_bytes(data[128:132], "big")):
        entry = 132 + 12 * i
        places[bytes(data[entry : entry + 4])] = entry
    red_entry, green_entry = places[b"rXYZ"], places[b"gXYZ"]
    for offset in range(4, 12):
        a, b = red_entry + offset, green_entry + offset
        data[a], data[b] = data[b], data[a]
    return bytes(data)


@pytest.mark.parametrize("icc", [b"", b"nonsense" * 30], ids=["empty", "nonsense"])
def test_a_profile_that_is_none_counts_as_srgb(
    icc: bytes, profile: Profile, red_inks: tuple[int, ...]
) -> None:
    assert near(inks(encoded(red("RGB"), "PNG", icc_profile=icc), profile), red_inks)


def test_a_profile_for_other_colours_counts_as_srgb(
    profile: Profile, red_inks: tuple[int, ...]
) -> None:
    content = encoded(red("RGB"), "PNG", icc_profile=profile.data)
    assert near(inks(content, profile), red_inks)


def test_grey_stays_grey_and_prints_with_black_alone(profile: Profile) -> None:
    for mode, kind in (("L", "PNG"), ("L", "JPEG"), ("LA", "PNG"), ("1", "PNG")):
        made = inks(encoded(Image.new("L", SIZE, 255).convert(mode), kind), profile)
        assert made.mode == "L"
        assert near(made, (255,), 1)


@pytest.mark.parametrize("value", [0, 90, 255])
def test_sixteen_bits_become_eight(value: int, profile: Profile) -> None:
    image = Image.new("I;16", SIZE, value * 257)
    for kind in ("PNG", "TIFF"):
        assert near(inks(encoded(image, kind), profile), (value,), 1)


@pytest.mark.parametrize(("top", "value"), [(1.0, 0.5), (255.0, 127.5), (65535.0, 32767.5)])
def test_floating_point_greys_are_scaled_to_their_range(
    top: float, value: float, profile: Profile
) -> None:
    image = Image.new("F", SIZE, value)
    image.putpixel((0, 0), top)
    assert near(inks(encoded(image, "TIFF"), profile), (128,), 2)


def test_what_is_clear_is_laid_on_white_paper(profile: Profile) -> None:
    clear = Image.new("RGBA", SIZE, (*RED, 0))
    assert near(inks(encoded(clear, "PNG"), profile), (0, 0, 0, 0), 3)
    palette = Image.new("P", SIZE, 0)
    palette.putpalette([*RED, 0, 0, 0])
    assert near(inks(encoded(palette, "PNG", transparency=0), profile), (0, 0, 0, 0), 3)


@pytest.mark.parametrize("kind", ["TIFF", "JPEG"])
def test_inks_without_a_profile_are_the_presss_own(kind: str, profile: Profile) -> None:
    content = encoded(Image.new("CMYK", SIZE, (20, 120, 60, 200)), kind)
    assert near(inks(content, profile), (20, 120, 60, 200), 3)


def test_a_cmyk_jpeg_that_is_not_adobes_is_not_inverted(profile: Profile) -> None:
    adobe = encoded(Image.new("CMYK", SIZE, (120, 120, 60, 200)), "JPEG", quality=100)
    at = adobe.index(b"\xff\xeeXX"[:2])
    plain = adobe[:at] + adobe[at + 2 + int.from_bytes(adobe[at + 2 : at + 4], "big") :]
    assert near(inks(plain, profile), (135, 135, 195, 55), 3)


def test_inks_of_another_press_are_converted(profile: Profile) -> None:
    other = profile.data[:-4] + bytes(4)  # the last bytes are padding or a table's end
    assert other != profile.data
    content = encoded(Image.new("CMYK", SIZE, (255, 255, 255, 255)), "TIFF", icc_profile=other)
    assert ink_sum(inks(content, profile)) <= 240
    inside = Image.new("CMYK", SIZE, (180, 150, 150, 120))
    own = encoded(inside, "TIFF", icc_profile=profile.data)
    assert near(inks(own, profile), (180, 150, 150, 120), 1)
    foreign = encoded(inside, "TIFF", icc_profile=other)
    assert not near(inks(foreign, profile), (180, 150, 150, 120), 10)


@pytest.mark.parametrize("named", [True, False], ids=["own profile", "no profile"])
@pytest.mark.parametrize(
    "heavy", [(255, 255, 255, 255), (230, 230, 230, 0), (255, 250, 200, 40)], ids=str
)
def test_inks_beyond_the_limit_are_separated_anew_and_look_the_same(
    heavy: tuple[int, int, int, int], profile: Profile, press: Press, *, named: bool
) -> None:
    how = {"icc_profile": profile.data} if named else {}
    image = Image.new("CMYK", SIZE, heavy)
    made = inks(encoded(image, "TIFF", **how), profile)
    assert ink_sum(made) <= press.ink_limit
    before, after = in_lab(image, profile), in_lab(made, profile)
    assert before == pytest.approx(after, abs=10)


def in_lab(image: Image.Image, profile: Profile) -> tuple[int, ...]:
    """The colour in the middle as the press prints it."""
    press = ImageCms.ImageCmsProfile(io.BytesIO(profile.data))
    transform = ImageCms.buildTransform(press, ImageCms.createProfile("LAB"), "CMYK", "LAB")
    made = ImageCms.applyTransform(image, transform)
    assert made is not None
    pixel = made.getpixel((image.width // 2, image.height // 2))
    assert isinstance(pixel, tuple)
    return tuple((int(v) + 128) % 256 if i else int(v) for i, v in enumerate(pixel))


def test_one_heavy_corner_makes_the_whole_picture_anew(profile: Profile, press: Press) -> None:
    """Below the first rows too, and with everything else looking as it did."""
    image = Image.new("CMYK", (72, 700), (20, 120, 60, 0))
    image.paste((255, 255, 255, 255), (40, 600, 72, 700))
    made = inks(encoded(image, "TIFF"), profile)
    assert ink_sum(made) <= press.ink_limit
    assert in_lab(image, profile) == pytest.approx(in_lab(made, profile), abs=10)


def test_what_a_profile_leaves_above_the_limit_is_brought_down_in_proportion(
    profile: Profile,
) -> None:
    """A press that takes less than the profile gives; black is kept, and so is the hue."""
    black = Image.new("RGB", (72, 700), (0, 0, 0))
    whole = inks(encoded(black, "PNG"), profile).getpixel((36, 650))
    made = separate(encoded(black, "PNG"), Request(WHOLE, (999, 999), 150), profile)
    image: Image.Image = ImageChops.invert(Image.open(io.BytesIO(made.data)))
    assert ink_sum(image) <= 150
    less = image.getpixel((36, 650))
    assert isinstance(whole, tuple)
    assert isinstance(less, tuple)
    assert less[3] == pytest.approx(whole[3], abs=2)
    shares = [less[i] / whole[i] for i in range(3)]
    assert max(shares) < 0.8
    assert max(shares) - min(shares) < 0.06


def png16(kind: int, samples: tuple[int, ...], clear: tuple[int, ...] = ()) -> bytes:
    """A PNG of one colour in 16 bits a sample, which Pillow does not write."""

    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    row = b"\0" + struct.pack(f">{len(samples)}H", *samples) * SIZE[0]
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", *SIZE, 16, kind, 0, 0, 0)),
            chunk(b"tRNS", struct.pack(f">{len(clear)}H", *clear)) if clear else b"",
            chunk(b"IDAT", zlib.compress(row * SIZE[1])),
            chunk(b"IEND", b""),
        )
    )


def tiff16(photometric: int, *planes: bytes) -> bytes:
    """An uncompressed TIFF of 16 bits a sample: one strip for each of *planes*."""
    pixels, count = SIZE[0] * SIZE[1], len(planes)
    samples = len(b"".join(planes)) // 2 // pixels
    tags = {
        256: ("H", [SIZE[0]]),
        257: ("H", [SIZE[1]]),
        258: ("H", [16] * samples),
        259: ("H", [1]),
        262: ("H", [photometric]),
        273: ("I", [0] * count),
        277: ("H", [samples]),
        278: ("H", [SIZE[1]]),
        279: ("I", [len(plane) for plane in planes]),
        284: ("H", [1 if count == 1 else 2]),
        **({338: ("H", [2])} if samples == 4 and photometric == 2 else {}),
    }
    start = 14 + 12 * len(tags)
    begin = start + sum(
        size for kind, v in tags.values() if (size := len(v) * struct.calcsize(kind)) > 4
    )
    tags[273] = ("I", [begin + i * len(planes[0]) for i in range(count)])
    entries, beyond = b"", b""
    for tag, (kind, values) in tags.items():
        data = struct.pack(f"<{len(values)}{kind}", *values)
        entries += struct.pack("<HHI", tag, {"H": 3, "I": 4}[kind], len(values))
        if len(data) > 4:
            entries += struct.pack("<I", start + len(beyond))
            beyond += data
        else:
            entries += data.ljust(4, b"\0")
    head = b"II*\0" + struct.pack("<IH", 8, len(tags))
    return head + entries + bytes(4) + beyond + b"".join(planes)


def words(*samples: int) -> bytes:
    return struct.pack(f"<{len(samples)}H", *samples) * (SIZE[0] * SIZE[1])


RED16 = tuple(v * 257 for v in RED)


@pytest.mark.parametrize(
    "content",
    [
        png16(2, RED16),
        png16(6, (*RED16, 65535)),
        tiff16(2, words(*RED16)),
        tiff16(2, words(*RED16, 65535)),
    ],
    ids=["png", "png alpha", "tiff", "tiff alpha"],
)
def test_colour_of_sixteen_bits_keeps_its_look(
    content: bytes, profile: Profile, red_inks: tuple[int, ...]
) -> None:
    assert near(inks(content, profile), red_inks)


def test_a_half_clear_colour_of_sixteen_bits_is_laid_on_white(profile: Profile) -> None:
    half = inks(png16(6, (*RED16, 32768)), profile)
    pink = Image.new("RGB", SIZE, tuple((v + 255) // 2 for v in RED))
    expected = inks(encoded(pink, "PNG"), profile).getpixel((36, 24))
    assert isinstance(expected, tuple)
    assert near(half, expected)


def test_inks_of_sixteen_bits_keep_their_amounts(profile: Profile) -> None:
    amounts = (20, 120, 60, 200)
    content = tiff16(5, words(*(v * 257 for v in amounts)))
    assert near(inks(content, profile), amounts, 3)


def test_grey_counted_from_white_is_no_negative(profile: Profile) -> None:
    assert near(inks(tiff16(0, words(90 * 257)), profile), (165,), 2)
    assert near(inks(tiff16(1, words(90 * 257)), profile), (90,), 2)


def test_a_clear_grey_of_sixteen_bits_is_white_and_the_rest_is_not(profile: Profile) -> None:
    assert near(inks(png16(0, (0x4040,), clear=(0x4040,)), profile), (255,), 2)
    assert near(inks(png16(0, (0x4040,), clear=(0x4041,)), profile), (64,), 2)


def test_planes_of_sixteen_bits_are_refused_for_what_they_are(profile: Profile) -> None:
    """Pillow would show noise."""
    planes = tuple(words(v) for v in RED16)
    with pytest.raises(BrokenPictureError) as caught:
        separate(tiff16(2, *planes), Request(WHOLE, (99, 99), 240), profile)
    assert caught.value.code == "picture-planes"


def test_a_phones_several_pictures_in_one_jpeg_are_its_first(
    profile: Profile, red_inks: tuple[int, ...]
) -> None:
    other = Image.new("RGB", SIZE, (0, 0, 255))
    content = encoded(red("RGB"), "MPO", save_all=True, append_images=[other])
    assert near(inks(content, profile), red_inks)


def test_lab_is_converted(profile: Profile) -> None:
    lab = Image.new("LAB", SIZE, (255, 128, 128))
    assert near(inks(encoded(lab, "TIFF"), profile), (0, 0, 0, 0), 6)


def test_ink_keeps_below_the_limit_everywhere(profile: Profile, press: Press) -> None:
    """Every colour there is, in steps, each as large a patch as a JPEG block."""
    image = Image.new("RGB", (72, 576))
    steps = (0, 10, 40, 80, 120, 160, 200, 230, 255)
    for i, r in enumerate(steps):
        for j, g in enumerate(steps):
            for k, b in enumerate(steps):
                patch = (8 * k, 64 * i + 7 * j, 8 * k + 8, 64 * i + 7 * j + 7)
                image.paste((r, g, b), patch)
    assert ink_sum(inks(encoded(image, "PNG"), profile)) <= press.ink_limit


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_held_sideways_comes_out_upright(orientation: int, profile: Profile) -> None:
    """The upright picture is dark above and white below."""
    upright = Image.new("L", SIZE, 255)
    upright.paste(0, (0, 0, SIZE[0], SIZE[1] // 2))
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    held = upright.transpose(back[orientation]) if orientation in back else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    made = inks(encoded(held, "JPEG", exif=exif), profile)
    assert made.size == SIZE
    pixels = [made.getpixel((36, y)) for y in (5, 42)]
    assert pixels == pytest.approx([0, 255], abs=12)


@pytest.mark.parametrize("orientation", [0, 77, 255])
def test_nonsense_in_the_orientation_counts_as_none(orientation: int, profile: Profile) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert inks(encoded(red("L"), "JPEG", exif=exif), profile).size == SIZE


def test_a_damaged_exif_block_does_not_damage_the_picture(profile: Profile) -> None:
    content = encoded(red("L"), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert inks(content, profile).size == SIZE


@pytest.mark.parametrize(
    ("crop", "size"),
    [
        (WHOLE, (72, 48)),
        ((0.5, 0, 1, 1), (36, 48)),
        ((0.25, 0.25, 0.75, 0.5), (36, 12)),
        ((0.5, 0.5, 0.5001, 0.5001), (1, 1)),
        ((1, 1, 1, 1), (1, 1)),
    ],
)
def test_a_crop_shows_its_part(
    crop: tuple[float, float, float, float], size: tuple[int, int], profile: Profile
) -> None:
    image = Image.new("L", SIZE, 255)
    image.paste(0, (36, 0, 72, 48))
    made = inks(encoded(image, "PNG"), profile, crop)
    assert made.size == size
    if crop[0] == 0.5:
        assert near(made, (0,), 2)


def test_a_picture_is_sampled_down_to_what_is_asked(profile: Profile) -> None:
    image = Image.new("L", (400, 300), 255)
    image.paste(0, (200, 0, 400, 300))
    content = encoded(image, "PNG")
    assert inks(content, profile, most=(40, 30)).size == (40, 30)
    assert inks(content, profile, most=(400, 300)).size == (400, 300)
    assert near(inks(content, profile, (0.5, 0, 1, 1), (20, 30)), (0,), 2)
