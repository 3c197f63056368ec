"""A publication: the house style in publication.yaml, as frozen values.

Nothing of a house's taste stands in Python: names, inks, faces, sizes, sheets and
grids, the rules of composition and the press are all read from here.
"""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from layout.color import Cmyk
from layout.page.composition import Composition
from layout.page.house import Em, House
from layout.page.lints import Lints

Percent = Annotated[float, Field(ge=0, le=100)]


class Nameplate(House):
    """报头: the paper's lettering."""

    artwork: str = Field(default="", description="报头图样 artwork：SVG，写相对本文件的路径")
    stand_in: bool = Field(default=False, description="不是报社题字时写 true，每份报告都会提醒")


class Outlined(House):
    """A line drawn round lettering that stands on a picture."""

    ink: str
    width: Annotated[float, Field(gt=0)] = Field(description="线粗，pt")


class Style(House):
    """How text of one role is set."""

    face: str = Field(description="字体 face：fonts.yaml 里的名字")
    latin: str = Field(default="", description="西文和数字用的字体；不写就用 face 自己的")
    size: Annotated[float, Field(gt=0, le=800)] = Field(description="字号 size，pt")
    leading: Annotated[float, Field(ge=0)] = Field(
        default=0, description="行距 leading，pt；0 为字号的 1.25 倍"
    )
    ink: str = Field(default="black", description="油墨 ink：inks 里的名字")
    tracking: Em = Field(default=0, description="字间加空 tracking，字")
    outline: Outlined | None = Field(default=None, description="字的外框线")
    dots: bool = Field(default=False, description="着重号：每个汉字下面加点")
    underline: bool = Field(default=False, description="字下划线")


class SheetSize(House):
    """A sheet after trimming: the only millimetres there are."""

    width_mm: Annotated[float, Field(gt=0)]
    height_mm: Annotated[float, Field(gt=0)]


class Grid(House):
    """版心 type area: a whole number of characters wide, of lines high."""

    em: Annotated[float, Field(gt=0)] = Field(description="正文字号 pt：一字见方")
    leading: Annotated[float, Field(gt=0)] = Field(description="正文行距 leading，pt")
    characters: Annotated[int, Field(gt=0)] = Field(description="版心宽，字")
    lines: Annotated[int, Field(gt=0)] = Field(description="版心高，行")


class PressSpec(House):
    """The press, as its printer names it."""

    profile: str = Field(description="输出特性文件 ICC：相对本文件的路径，或 assets/icc 里的文件名")
    condition: str = "CGATS TR 002"
    registry: str = "http://www.color.org"
    info: str = "Coldset newsprint, CGATS/SNAP TR 002-2007"
    max_ppi: Annotated[int, Field(gt=0)] = 300
    ink_limit: Annotated[float, Field(gt=0)] = 240
    marks: bool = Field(default=False, description="裁切线、套准线和色标；拼大版的印厂不需要")
    bleed_mm: Annotated[float, Field(ge=0, le=20)] = Field(
        default=0, description="出血 bleed，毫米；冷固轮转不留"
    )


class Publication(House):
    """The whole of publication.yaml."""

    name: str = Field(description="报名")
    pinyin: str = Field(default="", description="报名的汉语拼音")
    language: str = "zh-CN"
    nameplate: Nameplate = Nameplate()
    inks: dict[str, tuple[Percent, Percent, Percent, Percent]] = Field(
        description="油墨 inks：每种写 [青, 品红, 黄, 黑]，百分数"
    )
    styles: dict[str, Style] = Field(description="字样 styles：各种文字用什么字体、字号、颜色")
    sheets: dict[str, SheetSize] = Field(description="成品尺寸 sheets")
    grids: dict[str, Grid] = Field(description="版心网格 grids")
    composition: Composition = Field(default_factory=Composition, description="排字规则")
    press: PressSpec
    lints: Lints = Field(default=Lints(), description="要提醒的疑点 lints：不要的写 false")

    def ink(self, name: str) -> Cmyk:
        """The ink called *name*.

        Raises:
            KeyError: there is none.

        """
        return Cmyk(*(v / 100 for v in self.inks[name]))


class Publisher(House):
    """A publication with the folder its artwork lies in."""

    publication: Publication
    folder: Path
