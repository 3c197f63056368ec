"""A font of one-em boxes, so that widths in tests are mental arithmetic.

Han characters, dashes and full-width marks are an em wide, letters and digits half an em,
ASCII marks and the word space a quarter. Marks have their ink where their class says.
"""

from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from layout.color import BLACK
from layout.page.composition import Composition
from layout.text.fonts import Face
from layout.text.galley import Line, galley
from layout.text.items import INFINITE, Paragraph, Penalty, TextStyle
from layout.text.items import Box as BoxItem
from layout.text.linebreak import break_lines
from layout.text.paragraph import StyledText, paragraph

EM = 10.0
"""Points: 18 em are 180 pt."""
OPENING = "“‘（［｛〔【〖《〈「『"
CLOSING = "”’）］｝〕】〗》〉」』"
POINTS = "，、；：。！？．"
WIDE = "—…⸺⋯～＋－％／￥＃＠℃①■☆※"
HALF = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz–éа×+−±$€‰°µ"
QUARTER = ".,:;!?()[]{}'\"/-·•‧@#&*=<>_|\\~` "
TOP, BOTTOM = 880, -120

Box = tuple[int, tuple[int, int, int, int]]
"""Advance; ink as left, bottom, right, top."""


def _boxes(margin: int) -> dict[str, Box]:
    """The ink box of every glyph, *margin* units inside its room."""
    low, high = BOTTOM + margin, TOP - margin
    boxes: dict[str, Box] = {
        ".notdef": (1000, (margin, low, 1000 - margin, high)),
        "han": (1000, (margin, low, 1000 - margin, high)),
        "open": (1000, (600, low, 900, high)),
        "close": (1000, (100, low, 400, high)),
        "point": (1000, (100, 0, 300, 200)),
        "wide": (1000, (margin, 300, 1000 - margin, 400)),
        "half": (500, (50, 0, 450, 700)),
        "quarter": (250, (50, 0, 200, 300)),
        # Their forms for vertical lines: the ink in the upper or lower half of the em.
        "open.v": (1000, (margin, BOTTOM + 100, 1000 - margin, BOTTOM + 400)),
        "close.v": (1000, (margin, TOP - 400, 1000 - margin, TOP - 100)),
        "point.v": (1000, (700, TOP - 300, 900, TOP - 100)),
        "wide.v": (1000, (450, low, 550, high)),
    }
    return boxes


def build(path: Path, *, margin: int = 50, centred: bool = False, without: str = "") -> Face:
    """Write a box font to *path* and open it.

    Args:
        path: where the file goes; its stem is the face's key.
        margin: units left white around the ink, so that faces can differ.
        centred: marks stand in the middle of their em, as in some faces they do.
        without: characters it lacks.

    """
    boxes = _boxes(margin)
    if centred:
        boxes["point"] = (1000, (400, 0, 600, 200))
        boxes["open"] = (350, (50, 0, 300, 700))
    cmap = dict.fromkeys(range(0x4E00, 0xA000), "han")
    for characters, glyph in (
        ("“‘（［｛〔【〖《〈「『", "open"),
        (CLOSING, "close"),
        (POINTS, "point"),
        (WIDE + "々ー＄", "wide"),
        (HALF, "half"),
        (QUARTER, "quarter"),
    ):
        cmap |= {ord(c): glyph for c in characters}
    cmap[0x3000] = "han.blank"
    cmap[0x20] = cmap[0xA0] = "blank"
    for char in without:
        cmap.pop(ord(char), None)
    blanks: dict[str, Box] = {"blank": (250, (0, 0, 0, 0)), "han.blank": (1000, (0, 0, 0, 0))}
    boxes |= blanks
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(boxes))
    builder.setupCharacterMap(cmap)
    glyphs = {}
    for name, (_, (left, bottom, right, top)) in boxes.items():
        pen = TTGlyphPen(None)
        if right > left:
            pen.moveTo((left, bottom))
            for corner in ((left, top), (right, top), (right, bottom)):
                pen.lineTo(corner)
            pen.closePath()
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({n: (a, ink[0]) for n, (a, ink) in boxes.items()})
    builder.setupHorizontalHeader(ascent=TOP, descent=BOTTOM)
    builder.setupVerticalHeader(ascent=500, descent=-500)
    builder.setupVerticalMetrics({n: (1000, TOP - ink[3]) for n, (_, ink) in boxes.items()})
    builder.setupOS2(sTypoAscender=TOP, sTypoDescender=BOTTOM)
    builder.setupNameTable({"familyName": path.stem, "psName": path.stem})
    builder.setupPost()
    swaps = "".join(f"sub {n} by {n}.v;" for n in ("open", "close", "point", "wide"))
    addOpenTypeFeaturesFromString(builder.font, f"feature vert {{ {swaps} }} vert;")
    builder.save(path)
    return Face(path.stem, path)


def style_of(face: Face, **options: object) -> TextStyle:
    """Black text of :data:`EM` points in *face*."""
    return TextStyle(face, EM, BLACK, **options)  # type: ignore[arg-type]


def spans(style: TextStyle, text: str, other: TextStyle | None = None) -> tuple[StyledText, ...]:
    """*text* in *style*; what stands between bars is in *other*."""
    parts = text.split("|") if other else [text]
    styles = (style, other or style)
    return tuple(StyledText(p, styles[i % 2]) for i, p in enumerate(parts) if p)


def set_text(
    style: TextStyle, text: str, measure: float, rules: Composition, **options: float
) -> tuple[Line, ...]:
    """The best lines of *text* in a measure of that many em."""
    para = paragraph(spans(style, text), rules, **options)  # type: ignore[arg-type]
    return set_paragraph(para, measure, rules)


def set_paragraph(para: Paragraph, measure: float, rules: Composition) -> tuple[Line, ...]:
    """The best lines of a paragraph in a measure of that many em."""
    measures = (measure * EM,)
    best = break_lines(para, measures, rules.costs)[0]
    return galley(para, best, measures)


def words(line: Line) -> str:
    """What stands in the line."""
    return "".join(c.cluster.text for c in line.clusters)


def places(line: Line) -> list[float]:
    """Left edge of every cluster, in em."""
    return [round(c.x / EM, 4) for c in line.clusters]


def break_cost(style: TextStyle, text: str, rules: Composition) -> float:
    """What a break at the bar in *text* costs; infinite where none can be."""
    at = text.index("|")
    para = paragraph(spans(style, text.replace("|", "")), rules)
    between = [
        item
        for item, offset in zip(para.items, para.offsets, strict=True)
        if offset == at and not isinstance(item, BoxItem)
    ]
    if not between:
        return INFINITE
    penalties = [item.cost for item in between if isinstance(item, Penalty)]
    return min(penalties, default=0.0)
