"""``cs`` and ``spot``: nothing but the four inks, whatever is painted with what."""

from collections.abc import Iterator

import pikepdf

from layout.preflight.content.color import SPOTS, UNKNOWN, Paint, Space, read_space
from layout.preflight.content.marks import (
    ImageMark,
    Mark,
    PathMark,
    ShadingMark,
    TextMark,
)
from layout.preflight.faults import Fault
from layout.preflight.frame import Frame, overlap
from layout.preflight.objects import filters, text_of

REGISTRATION = ("All",)
JPEG_2000 = "JPEG 2000"
BLEND_MODES = (
    *("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten"),
    *("ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion"),
    *("Hue", "Saturation", "Color", "Luminosity"),
)
"""PDF 1.6, tables 7.2 and 7.3."""


def judge_color(mark: Mark, frame: Frame) -> Iterator[Fault]:
    """What is wrong with the colour spaces *mark* is painted in."""
    inside = mark.box is not None and _crosses(mark, frame)
    match mark:
        case ImageMark() if mark.is_stencil:
            yield from _judge_paint(mark.state.fill, inside=inside)
        case ImageMark():
            yield from _judge_space("pdf-picture-space", image_space(mark), inside=inside)
        case ShadingMark():
            yield from _judge_space("pdf-blend-space", shading_space(mark.shading), inside=inside)
        case PathMark() | TextMark():
            if mark.fills:
                yield from _judge_paint(mark.state.fill, inside=inside)
            if mark.strokes:
                yield from _judge_paint(mark.state.stroke, inside=inside)


def _crosses(mark: Mark, frame: Frame) -> bool:
    """Whether *mark* reaches into the trimmed page, more than touching its edge."""
    shared = mark.box and overlap(mark.box, frame.trim)
    return bool(shared and (shared[2] > shared[0] + 0.01 or shared[3] > shared[1] + 0.01))


def _judge_paint(paint: Paint, *, inside: bool) -> Iterator[Fault]:
    """A colour of text or paths; a blend used as one; grey, which no overprinting helps."""
    pattern = paint.pattern
    if pattern is not None:
        if "/Shading" in pattern:
            space = shading_space(pattern.Shading)
            yield from _judge_space("pdf-blend-space", space, inside=inside)
        return
    if paint.space.family == "DeviceGray":
        yield Fault("pdf-grey", {})
    elif paint.space.family != "Pattern":
        yield from _judge_space("pdf-colour-space", paint.space, inside=inside)


def _judge_space(code: str, space: Space, *, inside: bool) -> Iterator[Fault]:
    """One space, reported under *code* if it is none of the press's."""
    root = space.root
    if root.family in SPOTS:
        if root.colorants == REGISTRATION:
            if inside:
                yield Fault("pdf-registration", {})
        else:
            yield Fault("pdf-spot", {"inks": ", ".join(root.colorants)})
    elif not is_press_space(space, grey=code == "pdf-picture-space"):
        yield Fault(code, {"space": root.family})


def is_press_space(space: Space, *, grey: bool) -> bool:
    """Whether a press prints *space* as it stands: DeviceCMYK, and *grey* for pictures."""
    return space.root.family in (("DeviceCMYK", "DeviceGray") if grey else ("DeviceCMYK",))


def image_space(mark: ImageMark) -> Space:
    """The space of a picture; JPEG 2000 may carry one where the PDF cannot see it."""
    return stream_space(mark.image, mark.named_spaces)


def stream_space(image: pikepdf.Object, named: pikepdf.Object | None = None) -> Space:
    """The space of the image stream *image*."""
    value = image.get("/ColorSpace")
    if value is None and "JPXDecode" in filters(image):
        return Space(JPEG_2000, 0)
    return read_space(value, named)


def shading_space(shading: pikepdf.Object) -> Space:
    """The space of a blend."""
    value = shading.get("/ColorSpace")
    return UNKNOWN if value is None else read_space(value, None)


def judge_state(entries: pikepdf.Object) -> Iterator[Fault]:
    """``gs``: no transfer curves, no halftone phase, no blend modes of one's own."""
    if "/TR" in entries or text_of(entries.get("/TR2", "")) not in ("", "Default"):
        yield Fault("pdf-transfer", {})
    if "/HTP" in entries:
        yield Fault("pdf-halftone", {})
    modes = entries.get("/BM")
    if modes is None:
        return
    for mode in list(modes) if isinstance(modes, pikepdf.Array) else [modes]:
        if text_of(mode) not in BLEND_MODES:
            yield Fault("pdf-blend-mode", {"mode": text_of(mode)})
