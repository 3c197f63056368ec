"""What lines of a newspaper's manuscript look like: dates, bylines, credits, cutlines."""

import re
from datetime import date
from typing import NamedTuple

from layout.intake.manuscript import Line, Role

LABELS: dict[str, Role] = {
    "引题": "kicker",
    "肩题": "kicker",
    "眉题": "kicker",
    "主题": "headline",
    "主标题": "headline",
    "标题": "headline",
    "题目": "headline",
    "副题": "deck",
    "副标题": "deck",
    "栏头": "standing_head",
    "栏题": "standing_head",
    "通栏题": "banner",
    "作者": "byline",
    "署名": "byline",
    "小标题": "crosshead",
    "插题": "crosshead",
    "图片说明": "cutline",
    "图说": "cutline",
}
"""Words that a desk writes before a line, ``引题：…`` or ``（引题）…``."""

ROLES = (
    "总策划",
    "策划",
    "统筹",
    "文字",
    "撰文",
    "采写",
    "撰稿",
    "图片",
    "摄影",
    "图文",
    "制图",
    "绘图",
    "插图",
    "版式",
    "设计",
    "美编",
    "视觉",
    "编辑",
    "责编",
    "责任编辑",
    "本版责编",
    "本版编辑",
    "见习编辑",
    "组版",
    "校对",
    "终审",
    "审核",
    "监制",
    "值班编委",
    "值班主任",
    "执行",
    "协调",
)
"""Who does what on a page, as credits name it."""

_LABEL = re.compile(rf"[【（(\[]?({'|'.join(LABELS)})[】）)\]]?[：:]?[ \u3000]*(.*)")
_DAY = re.compile(
    r"(\d{4})(?:年\s*(\d{1,2})月\s*(\d{1,2})日|([-./])(\d{1,2})\4(\d{1,2}))"
    r"[\s,，]*([（(]?(?:星期|周)[一二三四五六日天][）)]?)?"
)
_DAY_LINE, _BESIDE = 60, 12
"""Characters of a line that gives the date, and of each thing beside it."""
_LUNAR = re.compile(r"(?:农历|夏历)?(?:\w{2}年)?闰?[正一二三四五六七八九十冬腊]{1,2}月\w{2,3}")
_EDITION = re.compile(r"[\w·]{0,8}(?:特刊|专刊|专版|特版|周刊|号外|增刊|副刊)")
_PAGE = re.compile(r"(?:第\s*)?0?(\d{1,3})\s*版")
_BYLINE = re.compile(
    r"[□■◎●○本报记]?\s*(?:文/|文／|(?:[^\s（(]{0,8}(?:记者|通讯员|评论员|特派员|特约撰稿人))[\s:：/]).{2,60}"
)
_CUTLINE = re.compile(
    r"图为.+|图\s*[①-⑩]\s*.*|图\s*[一二三四五六七八九\d]{1,2}\s*[:：为].+|[上下左右]图[:：为].+"
    r"|[▲△▼▽◀▶◁▷].+|.*[（(](?:示意图|资料图片?|效果图|航拍图)[）)]"
)
_TAKEN_BY = re.compile(
    r"(.*?)\s*[（(]?([^\s（）()。，]{0,10}\s?[\w·]{2,10}\s*[/／]?(?:摄|供图|制图))[）)]?"
)
_ANY_ROLE = "|".join(sorted(ROLES, key=len, reverse=True))
_CREDIT = re.compile(rf"({_ANY_ROLE})\s*(?:[/／｜|:：]\s*|\s+)(\S.*)")
_SLASHED = re.compile(r"(\S{2,8})\s*[/／]\s*(\S.*)")
_NEXT_CREDIT = re.compile(rf"\s+(?=(?:{_ANY_ROLE})\s*[/／｜|:：])")
_BETWEEN_NAMES = re.compile(r"[\s、，,；;]+")
ENDS = "。！？…!?"
CLOSERS = "”’」』）)》】"


class Day(NamedTuple):
    """A date as a line gives it."""

    day: date
    weekday: str
    others: tuple[str, ...]
    """What stands beside it: nameplate, edition, page, number of the issue."""


def labelled(text: str) -> tuple[Role, str]:
    """The role that a word before the line names, and the rest of the line."""
    found = _LABEL.fullmatch(text)
    if found and (found[0][0] in "【（([" or found[0][len(found[1]) :][:1] in {"：", ":"}):
        return LABELS[found[1]], found[2]
    return "", text


def day_in(text: str) -> Day | None:
    """The date of a short line that is about little else."""
    found = _DAY.search(text)
    if found is None or len(text) > _DAY_LINE or ends_a_sentence(text):
        return None
    month, day = found[2] or found[5], found[3] or found[6]
    beside = f"{text[: found.start()]} {text[found.end() :]}"
    others = (part.strip("（()）") for part in _BETWEEN_NAMES.split(beside))
    if any(len(part) > _BESIDE for part in beside.split()):
        return None
    kept = tuple(part for part in others if part and not _LUNAR.fullmatch(part))
    try:
        said = date(int(found[1]), int(month), int(day))
    except ValueError:
        return None
    return Day(said, (found[7] or "").strip("（()）"), kept)


def is_edition(text: str) -> bool:
    """Whether *text* names a kind of edition, such as 特刊."""
    return _EDITION.fullmatch(text) is not None


def page_number(text: str) -> int | None:
    """The number in 第5版 or 05版."""
    found = _PAGE.fullmatch(text)
    return int(found[1]) if found and int(found[1]) else None


def is_byline(text: str) -> bool:
    """Whether *text* names those who wrote."""
    return not ends_a_sentence(text) and _BYLINE.fullmatch(text) is not None


def is_cutline(line: Line) -> bool:
    """Whether *line* reads like the words below a picture, wherever it stands."""
    return line.role == "cutline" or (
        not line.level and len(line.text) <= 120 and _CUTLINE.fullmatch(line.text) is not None
    )


def taken_by(text: str) -> tuple[str, str]:
    """A cutline without whoever took the picture, and who that is."""
    found = _TAKEN_BY.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def credits_in(text: str) -> list[tuple[str, str]]:
    """Roles and names of a line of credits; empty where it is none."""
    found = []
    for part in _NEXT_CREDIT.split(text):
        match = _CREDIT.fullmatch(part) or _SLASHED.fullmatch(part)
        if match is None or ends_a_sentence(part) or len(part) > 60:
            return []
        found.append((match[1], match[2]))
    return found


def names_in(text: str) -> tuple[tuple[str, ...], bool]:
    """The names in *text*, and whether single characters were put together (高　琪)."""
    parts = [part for part in _BETWEEN_NAMES.split(text.strip()) if part]
    names: list[str] = []
    for part in parts:
        if names and len(part) == 1 and len(names[-1]) == 1:
            names[-1] += part
        else:
            names.append(part)
    return tuple(names), len(names) < len(parts)


def ends_a_sentence(text: str) -> bool:
    """Whether *text* ends as a sentence does, quoted or not."""
    return text.rstrip(CLOSERS)[-1:] in set(ENDS) and bool(text)
