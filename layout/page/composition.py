"""A house's rules of line composition: what a publication may choose, with the defaults.

Every number here is in em of the text it is applied to, every cost in the units of
Knuth and Plass: a line of badness b and penalty p counts (1 + b + p)², and a line whose
gaps are opened by a tenth of an em has badness 500.
"""

from typing import Annotated, Literal

from pydantic import Field

from layout.page.house import Em, House

Cost = Annotated[float, Field(ge=0)]


class ShrinkCosts(House):
    """What it costs to take the whole of a tier of blanks away, in the order they are taken."""

    word: Cost = Field(default=2, description="西文词空，压到 1/4 字")
    bracket: Cost = Field(default=2, description="括号、引号、书名号的空白")
    pause: Cost = Field(default=50, description="，、；：的空白")
    han_latin: Cost = Field(default=4, description="汉字与西文间隙")
    stop: Cost = Field(default=100, description="。！？的空白，不得已才压")


class StretchCosts(House):
    """What it costs to open the gaps of a line, in the order they are opened."""

    word: Cost = Field(default=4, description="西文词空，拉到 1/2 字")
    han_latin: Cost = Field(default=1, description="汉字与西文间隙，拉到上限")
    han: Cost = Field(default=500, description="字间每拉开 1/10 字")
    comfort: Em = Field(default=0.15, description="字间拉开的常限，为软约束不得超过")
    beyond: Cost = Field(default=300, description="字间超过常限另加，使软约束先让步")


class LineCosts(House):
    """What the breaker pays for what a reader would notice. Costs of breaks are penalties.

    How the defaults were settled. Most lines of plain Han fit exactly; about one in eight
    comes out half an em short or long, because a mark may not begin it. The half em goes
    either into the gaps (18 em: 0.33 pt each, which is above 0.30 already) or out of the
    pauses, and no cost lets both alone: over ten variants of the issue's body the standard
    deviation of the Han gap and that of the pauses' width trade against each other, from
    0.2 pt and 0.05 em to 0.05 pt and 0.17 em. A reader sees a pale line before a narrow
    comma, and 先挤进后推出 says the same, so gaps are dear; but a comma squeezed to nothing
    is seen too. The costs here hold the gap to 0.09 pt from line to line (mean of the ten;
    0.04-0.11 at 18 em, loosest line 0.3-0.7 pt) and the pauses to 0.09 em, with one number at
    most torn from its measure word and no lone last character. Brackets and Han-Latin gaps
    are nearly free: what they absorb is seen least. tests/text/test_colour.py measures it.
    """

    shrink: ShrinkCosts = ShrinkCosts()
    stretch: StretchCosts = StretchCosts()
    lone_character: Cost = Field(default=4000, description="单字成行")
    two_characters: Cost = Field(default=30, description="两字成行")
    dash_at_line_start: Cost = Field(default=50, description="破折号在行首")
    number_from_measure: Cost = Field(default=250, description="数字与量词分开")
    prefix_from_number: Cost = Field(default=60, description="第、约等与数字分开")
    letter_from_word: Cost = Field(default=60, description="“D级”一类分开")
    short_quotation: Cost = Field(default=60, description="两至四字的引语拆开")
    loose_line_start: Cost = Field(default=50, description="宽松级放行的行首、行末字符")
    hanging: Cost = Field(default=5, description="标点悬挂出版心")


class Composition(House):
    """How lines are composed: the rules of reference, the choices of a house."""

    punctuation: Literal["全角", "行末半角", "开明", "半角"] = Field(
        default="行末半角", description="标点宽度：全角、行末半角（默认）、开明、半角"
    )
    hanging: bool = Field(default=False, description="行末，、。可悬出版心半字")
    level: Literal["loose", "normal", "strict"] = Field(default="strict", description="禁则宽严")
    han_latin: Em = Field(default=0.25, description="汉字与西文、数字间隙")
    han_latin_least: Em = Field(default=0.125, description="该间隙最小值")
    han_latin_most: Em = Field(default=0.5, description="该间隙最大值")
    word_space: Em = Field(default=0.3, description="西文词空")
    word_space_least: Em = Field(default=0.25)
    word_space_most: Em = Field(default=0.5)
    indent: Em = Field(default=2, description="段首缩进字数：2、1 或 0")
    squeeze_stops: bool = Field(default=True, description="必要时可压。！？的空白")
    loose_line: Em = Field(default=0.25, description="字间超过此值即提示编辑增删字")
    costs: LineCosts = LineCosts()
