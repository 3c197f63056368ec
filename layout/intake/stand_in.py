"""A drawn stand-in for a picture that is not there: grey, crossed, and told in every report."""

import io

WIDTH, HEIGHT = 1600, 1000
"""Pixels: enough for two columns of a broadsheet at 225 ppi."""
_GROUND, _FRAME, _LINE = 214, 168, 6


def stand_in() -> bytes:
    """A JPEG that nobody takes for a photograph."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - heavy, and seldom needed

    image = Image.new("L", (WIDTH, HEIGHT), _GROUND)
    pen = ImageDraw.Draw(image)
    inset = WIDTH // 20
    pen.rectangle((inset, inset, WIDTH - inset, HEIGHT - inset), outline=_FRAME, width=_LINE)
    for start, end in ((inset, HEIGHT - inset), (HEIGHT - inset, inset)):
        pen.line((inset, start, WIDTH - inset, end), fill=_FRAME, width=_LINE)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()
