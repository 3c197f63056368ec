"""``banxin new``: a folder that builds as it stands, for whoever has never seen one.

Its copy is about setting pages and says of itself that it is a sample, so that none of it
can pass for news.
"""

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from layout.diagnostics import Diagnostics
from layout.intake.folder import write_folder
from layout.intake.stand_in import stand_in
from layout.intake.write import slug_of
from layout.intake.yaml_text import scalar
from layout.page.template import Takes

PARAGRAPHS = (
    (
        "**这是样稿。**这一段只为看版面而写，不是新闻。把它整段删去，贴上自己的文字，再排一次，"
        "就能看到新的版面。空一行，或者换一行，就是另起一段；段首不用打空格，缩进由程序来加。"
    ),
    (
        "**段首导语这样写。**在一段开头用两对星号把第一句括起来，这一句就换一种字体，读者一眼能看到"
        "段落的意思。星号要紧贴文字，中间不留空格；不要导语时，把星号删去就行。样稿里有的段落有导语，"
        "有的没有，两种都可以。"
    ),
    (
        "字号、行距、栏数和颜色都不写在这里。它们由报纸的规矩和版式决定，同一份报纸的每一版因此"
        "看上去是一家。编辑只管文字和图片，美编管版式，改一处，所有的版面都跟着改。这一段仍是样稿。"
    ),
    (
        "文字多了，程序会说超出几行、几字，一个字也不会替人删去；文字少了，程序会说欠几行、几字。"
        "照着改，再排一次，直到合适。图片可以略高略低，标题可以略大略小，在版式许可的范围里，"
        "这些都由程序来让。以上几句也是样稿。"
    ),
    (
        "**标点用全角。**逗号、句号、引号都用中文的，数字和外文字母用半角的。写错了，屏幕上会指出"
        "是哪个文件、第几行、第几个字，并说明怎么改。程序不会悄悄改动一个字，改不改由编辑决定。"
    ),
    (
        "图片放在旁边的文件夹里，文件名写进刊期文件，说明也写在那里。眼下版面上的灰色方框是代用图，"
        "每次排版都会提醒。换上真正的照片，把写着代用的那一行删去，提醒就没有了。样稿到此又是一段。"
    ),
)
"""Neutral copy, set round and round until a page is full."""

_STAND_INS = 3
"""Pictures of a story, where the template has places for them."""


class Plan(NamedTuple):
    """What the folder is for."""

    publication: str
    """The name of its folder."""
    template: str
    takes: Takes
    day: date


def new_issue(out: Path, plan: Plan, diagnostics: Diagnostics) -> bool:
    """Write the folder *out*; whether that was done. A folder that holds anything is left alone."""
    slug = slug_of(out)
    stories = range(1, plan.takes.stories + 1)
    files = {"issue.yaml": ("\n".join(_issue(plan, slug)) + "\n").encode()}
    for number in stories:
        files[_body(number)] = body_text(_characters(plan.takes)).encode()
    for number in range(1, _pictures(plan.takes) + 1):
        files[_picture(number)] = stand_in()
    return write_folder(out, files, diagnostics)


def body_text(characters: int) -> str:
    """Whole paragraphs of sample copy, of some *characters* together."""
    taken: list[str] = []
    length = 0
    for paragraph in cycle(PARAGRAPHS):
        taken.append(paragraph)
        length += len(paragraph.replace("*", ""))
        if length >= characters:
            break
    return "\n\n".join(taken) + "\n"


def _characters(takes: Takes) -> int:
    """For each story: in the middle of what the template is made for."""
    return sum(takes.characters) // 2 // max(takes.stories, 1)


def _pictures(takes: Takes) -> int:
    """A few for each story, as the template allows."""
    least, most = takes.pictures
    return max(least, min(most, _STAND_INS * takes.stories))


def _body(number: int) -> str:
    return "body.md" if number == 1 else f"body-{number}.md"


def _picture(number: int) -> str:
    return f"pictures/stand-in-{number}.jpg"


def _issue(plan: Plan, slug: str) -> Iterator[str]:
    yield "# 一期报纸。井号后面是说明，不会排上版；每行写作“键: 内容”，冒号用半角，后面空一格。"
    yield "# 同一层的各行要对齐，用空格，不用 Tab。文字里有冒号、井号时，整段加引号。"
    yield "# 改完运行 banxin build 这个文件夹，看 build/ 里的 PNG；屏幕上会说明哪里要改。"
    yield f"publication: {scalar(plan.publication)}   # 报纸"
    yield f"date: {plan.day.isoformat()}   # 出版日期；星期和农历由它推算"
    yield "edition: 样稿   # 版别，如 特刊；不要就删去这一行"
    yield "pages:"
    yield f"  - template: {scalar(plan.template)}   # 版式：banxin templates 列出全部"
    yield "    standing_head:   # 栏头；不要就连同下面三行删去"
    yield "      label: 样稿"
    yield "      title: 栏头样稿"
    yield "      slogans: [口号一, 口号二]"
    yield "    banner:   # 通栏题"
    yield "      title: 通栏题样稿"
    yield "      series: 系列样稿"
    yield "      # artwork: artwork/banner.jpg   # 题图，有就删去行首的井号"
    yield "    stories:"
    for number in range(1, plan.takes.stories + 1):
        yield from _story(plan, slug, number)
    yield "    credits:   # 责任栏：谁做了什么"
    yield "      - {role: 策划, names: [样稿]}"
    yield "      - {role: 文字, names: [样稿, 样稿]}"


def _story(plan: Plan, slug: str, number: int) -> Iterator[str]:
    own = slug if number == 1 else f"{slug}-{number}"
    yield f"      - slug: {scalar(own)}   # 稿件代号，报告里用它称呼这篇稿"
    yield "        kicker: 引题样稿   # 引题；不要就删去这一行"
    yield "        headline: [主题样稿第一行, 主题样稿第二行]   # 主题：一行一项"
    yield f"        body: {_body(number)}   # 正文在这个文件里"
    pictures = _pictures(plan.takes)
    shares = range(number, pictures + 1, plan.takes.stories)
    if not shares:
        return
    yield "        pictures:   # 图片，按次序放进版式的图框"
    for each in shares:
        yield f"          - file: {_picture(each)}"
        yield "            cutline: 图片说明样稿   # 图片说明"
        yield "            focus: [0.5, 0.5]   # 裁切时保住的一点：从左上角起，横、竖各占几成"
        yield "            stand_in: true   # 代用图；换上真图后删去这一行"
