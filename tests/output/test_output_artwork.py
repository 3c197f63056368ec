"""SVG artwork becomes outlines, or the reason why not."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.cache import Cache
from layout.geometry import Box
from layout.page import artwork as artwork_module
from layout.page import svg as svg_module
from layout.page.artwork import Artwork, PathSegment, read_artwork

NAMEPLATE = (
    Path(__file__).parents[2] / "assets" / "publications" / "changzhi-ribao" / "nameplate.svg"
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.svg"


def read(file: Path, inside: str, root: str = SVG) -> Artwork:
    file.write_text(f"{root}>{inside}</svg>", encoding="utf-8")
    return read_artwork(file, None)


def bounds(segments: tuple[PathSegment, ...]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of all points; none of these shapes bulges beyond them."""
    xs = [v for _, values in segments for v in values[::2]]
    ys = [v for _, values in segments for v in values[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def area(segments: tuple[PathSegment, ...]) -> float:
    """Signed area: of the polygon through the ends, with cubic bulges by Simpson's rule."""
    total, at, start = 0.0, (0.0, 0.0), (0.0, 0.0)
    for operator, values in segments:
        points = [at, *zip(values[::2], values[1::2], strict=True)]
        if operator == "M":
            at = start = points[-1]
            continue
        if operator == "Z":
            points = [at, start]
        steps = 64 if operator == "C" else 1
        before = at
        for i in range(1, steps + 1):
            t = i / steps
            if operator == "C":
                weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3]
            else:
                weights = [1 - t, t]
            x = sum(w * p[0] for w, p in zip(weights, points, strict=True))
            y = sum(w * p[1] for w, p in zip(weights, points, strict=True))
            total += before[0] * y - x * before[1]
            before = (x, y)
        at = points[-1]
    return total / 2


def test_a_path_is_taken_as_it_is(file: Path) -> None:
    found = read(file, '<path d="M10 20 L30 20 C30 25 25 30 20 30 z"/>')
    assert (found.width, found.height, found.even_odd) == (100, 50, False)
    assert found.segments == (
        ("M", (10, 20)),
        ("L", (30, 20)),
        ("C", (30, 25, 25, 30, 20, 30)),
        ("L", (10, 20)),
        ("Z", ()),
    )


@pytest.mark.parametrize(
    ("shape", "box", "size"),
    [
        ('<rect x="10" y="5" width="20" height="8"/>', (10, 5, 30, 13), 160),
        ('<rect x="1e1" y="5px" width="9" height="9" rx="4"/>', (10, 5, 19, 14), 17 + 16 * math.pi),
        ('<rect width="20" height="8" ry="99"/>', (0, 0, 20, 8), math.pi * 10 * 4),
        ('<circle cx="50" cy="25" r="10"/>', (40, 15, 60, 35), math.pi * 100),
        ('<ellipse cx="50" cy="25" rx="10" ry="5"/>', (40, 20, 60, 30), math.pi * 50),
        ('<polygon points="0,0 10,0 10,10"/>', (0, 0, 10, 10), 50),
        ('<polyline points="0 0 10 0 10 10 0 10"/>', (0, 0, 10, 10), 100),
        ('<path d="M0 0h10v10h-10"/>', (0, 0, 10, 10), 100),
        ('<path d="M0 0Q10 0 10 10T20 20L0 20"/>', (0, 0, 20, 20), 200),
        ('<path d="M0 0L10 0A10 10 0 0 1 0 10Z"/>', (0, 0, 10, 10), math.pi * 25),
        ('<path d="M1.e1 0L20 0 20 1.e1 10 10Z"/>', (10, 0, 20, 10), 100),
    ],
)  # fmt: skip
def test_every_shape_becomes_its_outline(
    shape: str, box: tuple[float, ...], size: float, file: Path
) -> None:
    segments = read(file, shape).segments
    assert bounds(segments) == pytest.approx(box, abs=1e-3)
    assert area(segments) == pytest.approx(size, rel=2e-3)
    assert segments[-1] == ("Z", ())


@pytest.mark.parametrize(
    ("transform", "box"),
    [
        ("translate(5 3)", (15, 13, 25, 23)),
        ("translate(5)", (15, 10, 25, 20)),
        ("scale(2)", (20, 20, 40, 40)),
        ("scale(2,1)", (20, 10, 40, 20)),
        ("rotate(90)", (-20, 10, -10, 20)),
        ("rotate(180 15 15)", (10, 10, 20, 20)),
        ("matrix(1 0 0 1 7 8)", (17, 18, 27, 28)),
        ("skewX(45)", (20, 10, 40, 20)),
        ("skewY(45)", (10, 20, 20, 40)),
        ("translate(10,0) scale(2)", (30, 20, 50, 40)),
        (" scale( 2 ) , translate( 10 0 ) ", (40, 20, 60, 40)),
    ],
)
def test_transforms_apply_to_shapes_and_groups(
    transform: str, box: tuple[float, ...], file: Path
) -> None:
    shape = '<rect x="10" y="10" width="10" height="10"/>'
    for inside in (
        f'<g transform="{transform}">{shape}</g>',
        shape.replace("/>", f' transform="{transform}"/>'),
    ):
        assert bounds(read(file, inside).segments) == pytest.approx(box, abs=1e-3)


def test_transforms_of_groups_add_up_from_the_outside(file: Path) -> None:
    inside = (
        '<g transform="scale(2)"><g transform="translate(10 0)">'
        '<rect width="5" height="5"/></g></g>'
    )
    assert bounds(read(file, inside).segments) == (20, 0, 30, 10)


def test_the_drawing_area_begins_at_the_view_boxs_corner(file: Path) -> None:
    root = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10,20 100 50"'
    found = read(file, '<rect x="-10" y="20" width="5" height="5"/>', root)
    assert bounds(found.segments) == (0, 0, 5, 5)
    assert (found.width, found.height) == (100, 50)


def test_width_and_height_stand_in_for_a_view_box(file: Path) -> None:
    root = '<svg xmlns="http://www.w3.org/2000/svg" width="80px" height="40"'
    found = read(file, '<rect width="5" height="5"/>', root)
    assert (found.width, found.height) == (80, 40)


def test_overlapping_shapes_add_up_however_they_are_wound(file: Path) -> None:
    found = read(file, '<path d="M0 0h10v10h-10z"/><path d="M5 5v10h10v-10z"/>')
    assert area(found.segments) == pytest.approx(200)
    mirrored = read(file, '<g transform="scale(-1 1)"><path d="M0 0h10v10h-10z"/></g>')
    assert area(mirrored.segments) == pytest.approx(100)


def test_a_hole_stays_a_hole(file: Path) -> None:
    found = read(file, '<path d="M0 0v20h20v-20zM5 5h10v10h-10z"/>')
    assert area(found.segments) == pytest.approx(300)


@pytest.mark.parametrize("how", ['fill-rule="evenodd"', 'style="fill: #C00; fill-rule:evenodd"'])
def test_the_fill_rule_is_handed_down(how: str, file: Path) -> None:
    assert read(file, f'<g {how}><path d="M0 0h9v9z"/></g>').even_odd


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><circle r="5"/><linearGradient id="a"/></defs>',
        '<title>题</title><desc>字</desc><metadata><x:y xmlns:x="z">w</x:y></metadata>',
        '<g display="none"><text>字</text></g>',
        '<rect width="50" height="50" fill="none"/>',
        '<line x1="0" x2="9"/>',
        '<o:path xmlns:o="http://other" d="M0 0h50v50z"/>',
        '<circle r="0"/><rect width="0" height="9"/><ellipse rx="3"/><path/><polygon/>',
        "<!-- note --><?note x?>",
    ],
)
def test_what_is_not_drawn_is_passed_over(inside: str, file: Path) -> None:
    found = read(file, inside + '<rect width="5" height="5"/>')
    assert bounds(found.segments) == (0, 0, 5, 5)


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("", "draws no outline"),
        ('<path d=""/>', "draws no outline"),
        ("<text>字</text>", "drawing-text: text"),
        ('<image href="a.png"/>', "drawing-picture: image"),
        ('<use href="#a"/>', "drawing-element: use"),
        ("<style>path{fill:none}</style>", "drawing-style: style"),
        ('<svg><path d="M0 0h9v9z"/></svg>', "drawing-element: svg"),
        ('<path class="a" d="M0 0h9v9z"/>', "drawing-style: class"),
        ('<path stroke="red" d="M0 0h9v9z"/>', "stroke"),
        ('<line x2="9" stroke="red"/>', "stroke"),
        ('<g style="stroke:#000"><path d="M0 0h9v9z"/></g>', "stroke"),
        ('<path clip-path="url(#a)" d="M0 0h9v9z"/>', "clip-path"),
        ('<path opacity="0.5" d="M0 0h9v9z"/>', "opacity"),
        ('<path fill="url(#a)" d="M0 0h9v9z"/>', "drawing-gradient"),
        ('<path fill="red" d="M0 0h9v9z"/><path d="M0 0h9v9z"/>', "several colours"),
        ('<path fill-rule="evenodd" d="M0 0h9v9z"/><path d="M0 0h9v9z"/>', "fill rules"),
        ('<path d="L0 0 9 9z"/>', "moveto"),
        ('<path d="M0 0L9"/>', "coordinates"),
        ('<path d="M0 0A5 5 0 0 1 9"/>', "arc"),
        ('<path d="M0 0 hello"/>', "cannot be read"),
        ('<path d="M0 0L1e999 9 5 5z"/>', "bounds"),
        ('<path d="M0 0h9v9z" transform="turn(9)"/>', "transform"),
        ('<path d="M0 0h9v9z" transform="scale(1 2 3)"/>', "number"),
        ('<path d="M0 0h9v9z" transform="scale(x)"/>', "length"),
        ('<rect width="50%" height="5"/>', "length"),
        ('<circle r="nan"/>', "length"),
    ],
)
def test_what_cannot_be_printed_as_outlines_is_refused_with_the_reason(
    inside: str, reason: str, file: Path
) -> None:
    with pytest.raises(ValueError, match=reason):
        read(file, inside)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "well-formed"),
        (b"\x89PNG\r\n", "well-formed"),
        (b"<svg", "well-formed"),
        (b"<svg/>", "not an SVG"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "not an SVG"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "length"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9"/>', "number"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>', "no size"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="9"/>', "length"),
    ],
)
def test_what_is_no_drawing_is_refused(content: bytes, reason: str, file: Path) -> None:
    file.write_bytes(content)
    with pytest.raises(ValueError, match=reason):
        read_artwork(file, None)


def test_entities_are_refused_before_they_grow(file: Path) -> None:
    bomb = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {b} "{10 * f"&{a};"}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    file.write_text(f"<!DOCTYPE svg [{bomb}]>{SVG}><title>&i;</title></svg>")
    with pytest.raises(ValueError, match="entities"):
        read_artwork(file, None)
    outside = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    file.write_text(f"{outside}{SVG}><title>&a;</title></svg>")
    with pytest.raises(ValueError, match="entities"):
        read_artwork(file, None)


def test_a_plain_document_type_does_no_harm(file: Path) -> None:
    declared = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">'
    file.write_text(f'{declared}{SVG}><rect width="5" height="5"/></svg>')
    assert bounds(read_artwork(file, None).segments) == (0, 0, 5, 5)


def test_a_drawing_too_large_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(svg_module, "MAX_BYTES", 50)
    with pytest.raises(ValueError, match="larger"):
        read(file, '<rect width="5" height="5"/>')


def test_deep_nesting_is_no_trouble(file: Path) -> None:
    inside = "<g>" * 20_000 + '<rect width="5" height="5"/>' + "</g>" * 20_000
    assert bounds(read(file, inside).segments) == (0, 0, 5, 5)


def test_a_missing_file_is_an_os_error(file: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_artwork(file, None)


def test_what_was_read_is_kept(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache")
    file.write_bytes(NAMEPLATE.read_bytes())
    first = read_artwork(file, cache)
    monkeypatch.setattr(artwork_module, "_read", lambda _: pytest.fail("read again"))
    assert read_artwork(file, cache) == first


def test_the_nameplate_is_lettering_of_four_characters() -> None:
    found = read_artwork(NAMEPLATE, None)
    left, top, right, bottom = bounds(found.segments)
    spare = 0.01 * found.height  # control points lie outside of the ink
    assert min(left, top) >= -spare
    assert right <= found.width + spare
    assert bottom <= found.height + spare
    assert sum(operator == "M" for operator, _ in found.segments) >= 4
    assert area(found.segments) > 0.1 * found.width * found.height


@given(
    box=st.builds(Box, *[st.floats(-500, 500)] * 2, *[st.floats(1, 1000)] * 2),
    at=st.tuples(st.floats(0, 8), st.floats(0, 4)),
)
def test_artwork_is_placed_by_its_drawing_area(box: Box, at: tuple[float, float]) -> None:
    segments: tuple[PathSegment, ...] = (("M", at), ("C", (0, 0, 8, 4, 8, 0)), ("Z", ()))
    (_, start), (_, curve), (_, end) = Artwork(8, 4, segments, even_odd=False).placed(box)
    assert start == pytest.approx((box.x + box.width * at[0] / 8, box.y + box.height * at[1] / 4))
    assert curve == pytest.approx((box.x, box.y, box.right, box.bottom, box.right, box.y))
    assert end == ()
