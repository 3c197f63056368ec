"""A template: what stands where on a page, what may give way and how far.

Places are counted in characters of the body (across) and lines of the baseline grid
(down), from the frame's top left corner; negative ones from its right or its foot.
"""

import re
from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from layout.page.house import Bounds, House

Side = Literal["left", "center", "right"]
BLANK = re.compile(r"\{([a-z_.0-9]+)\}")
"""``{name}`` in an element's text: the content of that name."""
TextRole = Literal["H1", "H2", "H3", "P", "artifact"]
"""What a line of text is in the structure of the document."""


class Element(House):
    """What all parts of a frame have in common."""

    x: float = Field(default=0, description="横向位置，字；负数从右边量")
    y: float = Field(default=0, description="纵向位置，行；负数从下边量")
    requires: str = Field(default="", description="有这项内容才放 requires，如 banner.series")


class TextElement(Element):
    """A line of text: the body of its characters begins at ``x``, ``y``."""

    kind: Literal["text"]
    text: str = Field(description="文字：花括号里写内容的名字，如 {date}")
    style: str = Field(description="字样 style：publication.yaml 里 styles 的名字")
    size: Annotated[float, Field(gt=0)] | None = Field(default=None, description="字号，pt")
    ink: str = Field(default="", description="油墨；不写就用字样自己的")
    align: Side = "left"
    """Which end of the line stands at ``x``."""
    measure: Annotated[float, Field(gt=0)] | None = Field(
        default=None, description="行长 measure，字：把字排满这么宽"
    )
    vertical: bool = Field(default=False, description="竖排")
    clear: tuple[float, float] | None = Field(
        default=None,
        description="离框的上、下边各几行：字放不下就缩小；竖排居中，横排靠下，不看 y",
    )
    role: TextRole = "P"
    hidden: bool = Field(default=False, description="只作文字，不见墨：图样里的字")
    bookmark: bool = False


class BoxElement(Element):
    """Anything with a width and a height; 0 reaches to the frame's other side."""

    width: float = Field(default=0, description="宽，字；0 到右边，负数离右边")
    height: float = Field(default=0, description="高，行；0 到下边，负数离下边")


class PlateElement(BoxElement):
    """色块: a surface of ink, a border, or both."""

    kind: Literal["plate"]
    ink: str = ""
    border: str = ""
    border_width: Annotated[float, Field(gt=0)] = 0.5
    opacity: Annotated[float, Field(gt=0, le=1)] = 1


class RuleElement(BoxElement):
    """线: from ``x``, ``y`` along ``width``, or down ``height`` where ``vertical``."""

    kind: Literal["rule"]
    ink: str = "black"
    weight: Annotated[float, Field(gt=0)] = Field(default=0.25, description="线粗，pt")
    vertical: bool = False


class LetteringElement(BoxElement):
    """The nameplate's artwork; its height alone decides its size."""

    kind: Literal["lettering"]
    ink: str = "black"


class PictureElement(BoxElement):
    """The banner's artwork, filling its box."""

    kind: Literal["picture"]
    focus: tuple[float, float] = (0.5, 0.5)


class HeadlineElement(BoxElement):
    """主题: all its lines, as large as fits the box within bounds."""

    kind: Literal["headline"]
    style: str
    size: Bounds = Field(description="字号 pt：[最小, 想要, 最大]")
    inks: tuple[str, ...] = Field(default=(), description="各行的油墨")
    arrange: Literal["staggered", "left", "center"] = "staggered"
    line_gap: float = Field(default=0.1, description="两行之间的空，字")


class CreditsElement(BoxElement):
    """责任栏: roles and names, set out over the width."""

    kind: Literal["credits"]
    role_style: str
    name_style: str
    separator: str = " / "


AnyElement = Annotated[
    TextElement
    | PlateElement
    | RuleElement
    | LetteringElement
    | PictureElement
    | HeadlineElement
    | CreditsElement,
    Field(discriminator="kind"),
]


class Across(House):
    """Columns that a picture takes, by its shape."""

    landscape: Annotated[int, Field(ge=1)] = 2
    square: Annotated[int, Field(ge=1)] = 2
    upright: Annotated[int, Field(ge=1)] = 1


def _across(value: object) -> object:
    """One number is for pictures of any shape."""
    if isinstance(value, int) and not isinstance(value, bool):
        return {"landscape": value, "square": value, "upright": value}
    return value


class PictureSlot(House):
    """Where a picture may stand in the text."""

    column: int = Field(description="从第几栏起；负数从右边数，-2 是右起第二栏")
    across: Annotated[Across, BeforeValidator(_across)] = Field(
        default=Across(), description="占几栏：一个数，或按横图、方图、竖图分别写"
    )
    at: Literal["top", "foot"] | Bounds = Field(
        default="top", description="top 顶天，foot 落地，或离栏顶几行 [最少, 想要, 最多]"
    )
    kept: Annotated[float, Field(gt=0, le=1)] = Field(
        default=0.7, description="裁切后至少保留画面的几成"
    )


class Arrangement(House):
    """图位: a way for so many pictures to stand in the text."""

    title: str = ""
    slots: tuple[PictureSlot, ...]


class BodySize(House):
    """A size that the text may be set in, with its own grid."""

    em: Annotated[float, Field(gt=0)]
    leading: Annotated[float, Field(gt=0)]
    ink: str = Field(default="", description="正文、导语等一律用这种油墨：10 pt 以下的字套不准两色")


class Flow(House):
    """正文: a story's text through the columns, its pictures standing in it."""

    style: str = "body"
    lead_style: str = "lead"
    strong_style: str = "strong"
    emphasis_style: str = "emphasis"
    crosshead_style: str = "crosshead"
    crosshead_lines: Annotated[int, Field(ge=1)] = 2
    cutline_style: str = "cutline"
    credit_style: str = "credit"
    reading_style: str = "reading"
    column_rule: str = Field(default="", description="栏线的油墨；不写就没有栏线")
    picture_space: float = Field(default=0.35, description="图片与上下文字之间，行距之外另加，字")
    cutline_space: float = Field(default=0.4, description="图片与说明之间，字")
    least_strip: int = Field(default=3, description="两图之间、图与栏边之间至少几行字")
    sizes: tuple[BodySize, ...] = Field(
        default=(), description="正文可用的字号和行距，先用前面的；不写就用版心网格的"
    )
    arrangements: dict[str, Arrangement] = Field(
        default_factory=dict, description="图位：几幅图怎样放，先用前面的"
    )


class Frame(House):
    """框: a part of the page, whole columns wide and whole lines high."""

    below: str = Field(default="", description="在哪个框下面；不写就在版心顶上")
    space: Annotated[int, Field(ge=0)] = Field(default=0, description="与上面的框空几行")
    lines: Literal["rest"] | Bounds = Field(
        description="高几行：[最少, 想要, 最多]，rest 为其余全部"
    )
    requires: str = Field(default="", description="没有这项内容就没有这个框")
    lines_by_headline: dict[int, Bounds] = Field(
        default_factory=dict, description="主题分几行时高几行，代替 lines"
    )
    foot: bool = Field(default=False, description="靠版心下边")
    elements: tuple[AnyElement, ...] = ()
    flow: Flow | None = None


def _columns(value: object) -> object:
    """``5 x 18`` is five columns of eighteen characters."""
    if isinstance(value, str):
        parts = value.lower().replace("×", "x").split("x")
        if len(parts) == 2 and all(part.strip().isdecimal() for part in parts):
            return {"count": int(parts[0]), "measure": int(parts[1])}
    return value


class ColumnScheme(House):
    """分栏: so many columns of so many characters; the gutters share what is left."""

    count: Annotated[int, Field(ge=1, le=20)]
    measure: Annotated[int, Field(ge=5)]


class Takes(House):
    """What content the template is made for."""

    stories: int = 1
    characters: tuple[int, int] = (0, 100_000)
    pictures: tuple[int, int] = (0, 8)


class Harm(House):
    """What it costs the page to give way by a first line; each further one costs more."""

    loosest_paragraph: float = 40.0
    """A paragraph may be set tighter or looser at this cost and no more (demerits / 1,000)."""
    picture_height: float = 3.0
    """A picture one grid line higher or lower than it should be."""
    picture_place: float = 1.0
    """A picture one line off its place."""
    frame_height: float = 2.0
    """A frame one line higher or lower."""
    arrangement: float = 25.0
    """Another arrangement of the pictures than the first of their number."""
    body_size: float = 60.0
    """A smaller body than the first."""


class Template(House):
    """The whole of a template's file."""

    title: str = Field(description="版式的名字")
    description: str = ""
    sheet: str
    grid: str
    columns: Annotated[ColumnScheme, BeforeValidator(_columns)] = Field(
        description="分栏，如 5 x 18"
    )
    takes: Takes = Takes()
    harm: Harm = Harm()
    frames: dict[str, Frame]

    def for_content(self, headline_lines: int, has: Callable[[str], bool]) -> "Template":
        """The template for one page: without frames whose content is not there, and with
        the heights it gives the others for a headline of so many lines.

        *has* tells whether a page has the content of a name. What stood below a frame that
        is left out stands below what that stood below.
        """
        frames: dict[str, Frame] = {}
        moved: dict[str, str] = {}
        for name, frame in self.frames.items():
            below = moved.get(frame.below, frame.below)
            if frame.requires and not has(frame.requires):
                moved[name] = below
                continue
            lines = frame.lines_by_headline.get(headline_lines, frame.lines)
            frames[name] = frame.model_copy(update={"below": below, "lines": lines})
        return self.model_copy(update={"frames": frames})

    def names(self) -> frozenset[str]:
        """Names of all content that its elements show."""
        found: set[str] = set()
        for frame in self.frames.values():
            for element in frame.elements:
                if isinstance(element, TextElement):
                    found.update(BLANK.findall(element.text))
                elif isinstance(element, CreditsElement):
                    found.add("credits")
        return frozenset(found)
