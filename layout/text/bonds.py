"""Soft bonds: what is better left on one line, at a price and not at any price.

Read from the paragraph's text, so that styles play no part: numbers and their measure
words, prefixes of numbers, ``D级`` and ``5G基站``, quoted coinages, lone last characters.
The price of each is the house's (:class:`~layout.page.composition.LineCosts`).
"""

import re
from typing import NamedTuple

from layout.page.composition import LineCosts

UNITS = (
    *("平方公里", "平方千米", "平方米", "立方米", "千瓦时", "摄氏度", "百分点", "个百分点"),
    *("公里", "千米", "厘米", "毫米", "公斤", "千克", "公顷", "公升", "小时", "分钟", "秒钟"),
    *("千瓦", "兆瓦", "人次", "个月", "周年", "年度", "学年", "世纪", "年代", "美元", "欧元"),
    *"亿万千百十元角分亩年月日时秒点个户座里米吨度岁名人家项条次届级线号楼层处例只头株瓦斤克升",
    *"位口间所台辆架艘艇枚件套批对双类种款期轮场站路区镇乡村县市省国倍成版页章节集部幅张篇首段句",
    *"字词天周季代门辈羽尾匹棵朵粒颗片块支枝把本册卷封盏顶幢栋排列行组队班",
)
"""Measure words, longer ones before those they begin with."""
_NUMBER = re.compile(
    r"(?P<prefix>超过|达到|第|约|近|超|达|逾|共|计|仅|至|到|增|降)?"
    r"(?P<number>[0-9０-９][0-9０-９.,．—–~～-]*[%％‰]?)"
    r"(?P<more>[多余几])?(?P<scale>[十百千万亿]*)(?P<odd>[多余几])?"
    rf"(?P<unit>{'|'.join(UNITS)})?"
)
_LETTERS = re.compile(r"(?<![A-Za-z0-9])(?:[A-Za-z]{1,2}|[0-9]+[A-Za-z])(?=[\u4e00-\u9fff])")
_QUOTED = re.compile(r"“([^“”]{2,4})”")


class Bond(NamedTuple):
    """What holds a place together, and how much a break there costs."""

    cost: float
    rule: str


def bonds(text: str, costs: LineCosts) -> dict[int, Bond]:
    """The bonds of a paragraph by the offset of the character that would begin the line."""
    found: dict[int, Bond] = {}
    for match in _NUMBER.finditer(text):
        _hold_number(match, found, costs)
    for match in _LETTERS.finditer(text):
        found[match.end()] = Bond(costs.letter_from_word, "letter-word")
    for match in _QUOTED.finditer(text):
        for at in range(match.start() + 2, match.end() - 1):
            _tighten(found, at, Bond(costs.short_quotation, "short-quotation"))
    return found


def _hold_number(match: re.Match[str], found: dict[int, Bond], costs: LineCosts) -> None:
    """A number is held to its prefix and, step by step, to the end of its measure word."""
    if match["prefix"]:
        found[match.start("number")] = Bond(costs.prefix_from_number, "prefix-number")
    tail = match.start("unit") if match["unit"] else match.end()
    for at in range(match.end("number"), tail + (match["unit"] is not None)):
        found[at] = Bond(costs.number_from_measure, "number-measure")
    if match["unit"]:
        for at in range(tail + 1, match.end()):
            found[at] = Bond(costs.letter_from_word, "measure-word")


def _tighten(found: dict[int, Bond], at: int, bond: Bond) -> None:
    """Add *bond* where none as strong holds already."""
    if at not in found or found[at].cost < bond.cost:
        found[at] = bond
