"""What an editor types into issue.yaml, as frozen values.

The keys are a contract with every issue ever written: add, never rename.
Descriptions are in Chinese because editors read them, in the JSON Schema that
VS Code shows beside the file; the trade term stands in English behind.
"""

from datetime import date
from typing import Annotated

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)


def _lines(typed: object) -> object:
    """One text is a list of one; a text of several lines is one entry a line."""
    if isinstance(typed, str):
        return [line for line in typed.splitlines() if line.strip()]
    return typed if isinstance(typed, list | tuple) else [typed]


def _one_or_many(typed: object) -> object:
    """One mapping is a list of one: `story:` is taken for `stories:` with one entry."""
    return [typed] if isinstance(typed, dict) else typed


def _calendar_day(typed: object) -> object:
    """A date in quotes is a date; anything else is left for the check to tell."""
    if isinstance(typed, str):
        try:
            return date.fromisoformat(typed.strip())
        except ValueError:
            return typed
    return typed


Lines = Annotated[
    tuple[str, ...],
    BeforeValidator(_lines, json_schema_input_type=str | tuple[str, ...]),
]
"""A text set in as many lines as the editor divides it into."""

Day = Annotated[
    date,
    Field(strict=True),
    BeforeValidator(_calendar_day, json_schema_input_type=date),
]
"""A day of the calendar; a bare number is none, whatever else it could be read as."""

Fraction = Annotated[float, Field(ge=0, le=1)]
"""A share of a picture's width or height, from its top left corner."""


class Entry(BaseModel):
    """A part of issue.yaml: immutable, and no key passes unread."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )


class PictureSpec(Entry):
    """A picture of a story, as typed; what the file holds is PictureInfo's to say."""

    file: str = Field(
        description="图片文件 picture file：jpg、png、tif、webp、svg 或单页 pdf，写相对本文件的路径"
    )
    cutline: str = Field(default="", description="图片说明 cutline")
    credit: str = Field(default="", description="摄影或制图者 credit，如 “张三 摄”")
    focus: tuple[Fraction, Fraction] = Field(
        default=(0.5, 0.5),
        description="裁切时必须保住的一点 focus：从左上角起，横、竖各占几成，如 [0.5, 0.4]",
    )
    stand_in: bool = Field(
        default=False,
        description="代用图 stand-in：不是真正的新闻图片时写 true，每份报告都会提醒",
    )
    alt: str = Field(default="", description="画面内容的文字描述 alternative text，供电子版朗读")


class Story(Entry):
    """One story: its heads, its text, its pictures."""

    slug: str = Field(default="", description="稿件代号 slug：报告里用它称呼这篇稿，全期不重复")
    kicker: str = Field(default="", description="引题 kicker")
    headline: Lines = Field(description="主题 headline：一行写文字，几行写成列表 [上行, 下行]")
    deck: Lines = Field(default=(), description="副题 deck：一行或几行")
    byline: str = Field(default="", description="作者署名 byline，如 “本报记者 张三”")
    body: Annotated[str, StringConstraints(strip_whitespace=False)] = Field(
        description="正文 body：旁边的 .md 或 .txt 文件名；或用 | 起头，直接写正文"
    )
    pictures: tuple[PictureSpec, ...] = Field(default=(), description="图片 pictures")


class Credit(Entry):
    """One line of the credits: who did what."""

    role: str = Field(description="职责 role，如 策划、统筹、文字、图片、版式")
    names: tuple[str, ...] = Field(description="姓名 names：列表，如 [马静, 孙彬雁]")


class StandingHead(Entry):
    """栏头: the series a page belongs to."""

    label: str = Field(default="", description="栏头小字 label，如 聚焦")
    title: str = Field(default="", description="栏头 standing head，如 2025 长治两会")
    slogans: tuple[str, ...] = Field(default=(), description="口号 slogans：列表")


class Banner(Entry):
    """通栏题: the lettering across the page, on its artwork."""

    title: str = Field(default="", description="通栏题 banner")
    series: str = Field(default="", description="系列名 series，如 奋进襄垣")
    artwork: str = Field(
        default="",
        description="题图 artwork：jpg、png、tif、webp、svg 或单页 pdf，写相对本文件的路径",
    )
    stand_in: bool = Field(
        default=False, description="题图是代用图 stand-in 时写 true，每份报告都会提醒"
    )
    alt: str = Field(default="", description="题图画面的文字描述 alternative text")


class Page(Entry):
    """One page of the issue: its template and what goes on it."""

    template: str = Field(
        description="版式 template：banxin templates 列出全部，或旁边的 .yaml 文件"
    )
    page: Annotated[int, Field(ge=1, strict=True)] | None = Field(
        default=None, description="版次 page：写 1 即按头版规矩检查"
    )
    standing_head: StandingHead | None = Field(default=None, description="栏头 standing head")
    banner: Banner | None = Field(default=None, description="通栏题 banner")
    stories: Annotated[tuple[Story, ...], Field(min_length=1), BeforeValidator(_one_or_many)] = (
        Field(
            validation_alias=AliasChoices("stories", "story"),
            description="稿件 stories：列表；只有一篇时也可写 story:",
        )
    )
    credits: tuple[Credit, ...] = Field(
        default=(), description="责任栏 credits：策划、统筹、版式等"
    )


class Issue(Entry):
    """One issue: the whole of issue.yaml."""

    publication: str = Field(description="报纸 publication：assets/publications/ 下的文件夹名")
    date: Day = Field(description="出版日期 date，如 2025-02-27；星期和农历由它推算")
    weekday: str = Field(default="", description="星期 weekday：可不写；写了就与日期核对")
    edition: str = Field(default="", description="版别 edition，如 特刊")
    pages: tuple[Page, ...] = Field(min_length=1, description="各版 pages：列表，每版一项")
