"""What was recognised, as the files of an issue: issue.yaml with comments that teach, the rest."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from layout.intake.pictures import Taken
from layout.intake.recognised import Block, Heads, Recognised
from layout.intake.yaml_text import listed, scalar

BODY = "body.md"
_DAY = re.compile(r"^\d{4}-?\d{2}-?\d{2}[-_]?")
_SLUG = re.compile(r"[^\w.-]+")


class Setting(NamedTuple):
    """What an issue is told beside its words."""

    publication: str
    day: date
    template: str
    most_pictures: int


def slug_of(folder: Path) -> str:
    """The story's name, from that of its folder: ``2025-02-27-xiangyuan`` holds xiangyuan."""
    name = folder.resolve().name
    return _SLUG.sub("-", _DAY.sub("", name) or name).strip("-.") or "story"


def issue_files(
    found: Recognised, pictures: tuple[Taken, ...], setting: Setting, slug: str
) -> dict[str, bytes]:
    """Names and contents of all files of the issue."""
    text = "\n".join(_issue(found, pictures, setting, slug)) + "\n"
    files = {"issue.yaml": text.encode(), BODY: body_text(found.blocks).encode()}
    files |= {picture.name: picture.data for picture in pictures}
    return files


def body_text(blocks: tuple[Block, ...]) -> str:
    """The blocks as body.md has them."""
    return "\n\n".join(_block(block) for block in blocks) + "\n"


def _block(block: Block) -> str:
    if block.is_crosshead:
        return f"## {block.text}"
    typed = ""
    for run in block.runs:
        bare = run.text.strip()
        if not run.is_bold or not bare:
            typed += run.text
            continue
        # A mark touches the text it belongs to.
        before, after = run.text.split(bare, 1)
        typed += f"{before}**{bare}**{after}"
    return typed


def _issue(
    found: Recognised, pictures: tuple[Taken, ...], setting: Setting, slug: str
) -> Iterator[str]:
    heads = found.heads
    yield "# 一期报纸。井号后面是说明，不会排上版；每行写作“键: 内容”，冒号用半角，后面空一格。"
    yield "# 改完运行 banxin build 这个文件夹，看 build/ 里的 PNG；屏幕上会说明哪里要改。"
    yield f"publication: {scalar(setting.publication)}   # 报纸"
    yield f"date: {setting.day.isoformat()}   # 出版日期；星期和农历由它推算"
    if heads.edition:
        yield f"edition: {scalar(heads.edition)}   # 版别"
    yield "pages:"
    yield f"  - template: {scalar(setting.template)}   # 版式：banxin templates 列出全部"
    if heads.page:
        yield f"    page: {heads.page}   # 版次"
    yield from _upper(heads)
    yield "    stories:"
    yield f"      - slug: {scalar(slug)}   # 稿件代号，报告里用它称呼这篇稿"
    if heads.kicker:
        yield f"        kicker: {scalar(heads.kicker)}   # 引题"
    yield f"        headline: {listed(heads.headline)}   # 主题：一行一项"
    if heads.deck:
        yield f"        deck: {listed(heads.deck)}   # 副题"
    if heads.byline:
        yield f"        byline: {scalar(heads.byline)}   # 作者"
    yield f"        body: {BODY}   # 正文在这个文件里"
    yield from _pictures(pictures, setting.most_pictures)
    if found.credits:
        yield "    credits:   # 责任栏"
        for credit in found.credits:
            yield f"      - {{role: {scalar(credit.role)}, names: {listed(credit.names)}}}"


def _upper(heads: Heads) -> Iterator[str]:
    if heads.label or heads.title or heads.slogans:
        yield "    standing_head:   # 栏头"
        if heads.label:
            yield f"      label: {scalar(heads.label)}"
        if heads.title:
            yield f"      title: {scalar(heads.title)}"
        if heads.slogans:
            yield f"      slogans: {listed(heads.slogans)}   # 口号"
    if heads.banner or heads.series:
        yield "    banner:   # 通栏题"
        if heads.banner:
            yield f"      title: {scalar(heads.banner)}"
        if heads.series:
            yield f"      series: {scalar(heads.series)}   # 系列名"
        yield "      # artwork: artwork/banner.jpg   # 题图，有就删去行首的井号"


def _pictures(pictures: tuple[Taken, ...], most: int) -> Iterator[str]:
    """Pictures, those beyond what the template takes as comments."""
    if not pictures:
        yield "        # pictures:   # 有图就放进 pictures/，删去这几行行首的井号"
        yield "        #   - file: pictures/photo.jpg"
        yield "        #     cutline: 图片说明"
        return
    yield "        pictures:   # 图片，按出现的先后"
    for index, picture in enumerate(pictures):
        mark = "# " if index >= most else ""
        if index == most:
            yield "        # 这个版式放不下的图片；要用哪张，与上面的换一换："
        yield f"        {mark}  - file: {picture.name}"
        yield f"        {mark}    cutline: {scalar(picture.cutline)}   # 图片说明"
        if picture.credit:
            yield f"        {mark}    credit: {scalar(picture.credit)}   # 摄影、制图者"
        yield f"        {mark}    focus: [0.5, 0.5]   # 裁切时保住的一点，从左上角起"
        if picture.is_stand_in:
            yield f"        {mark}    stand_in: true   # 代用图；换上真图后删去这一行"
        if picture.alt:
            yield f"        {mark}    alt: {scalar(picture.alt)}   # 画面内容，供电子版朗读"
