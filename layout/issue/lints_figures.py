"""Lints on numerals after GB/T 15835-2011, and on dates against the calendar."""

import re
from collections.abc import Iterator
from datetime import date

from layout.issue.calendar import FIRST_DAY, LAST_DAY, is_weekday, lunar_date, weekday_name
from layout.issue.lints_passages import Passage, Slip

_HAN = "\u3400-\u9fff"
_FULL_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ]+|(?<=[0-9])[．，](?=[0-9])")
_BLANK = re.compile(rf"(?<=[0-9]) +(?=[{_HAN}])|(?<=[{_HAN}]) +(?=[0-9])")
_MIXED = re.compile(
    r"(?<![0-9.])[0-9.]{1,15}(?:[亿万][0-9.]{1,15}[千百十]|[千百十][0-9]{1,15}(?![0-9]{0,9}[亿万]))"
)
_PERCENT = re.compile(r"[0-9０-９]\s*％|百分之[0-9.]+")
_UNIT = "年|月|日|个|名|人|户|元|万|亿|岁|天|小时|分钟|公里|千米|米|亩|吨|度|倍|周|届|%|℃|時|时"
_RANGE = re.compile(
    rf"(?<![0-9A-Za-z-])[0-9.]{{1,15}}(?:%|年|月|日|时)?(-{{1,2}}|–|~|——)[0-9.]{{1,15}}(?=\s*(?:{_UNIT}))"
)
_DAY = re.compile(
    r"(?:([0-9]{4})年)?(?<![0-9])([0-9]{1,2})月([0-9]{1,2})日"
    r"(?:[（(，,\s]{0,2}((?:星期|周)[一二三四五六日天](?![一-龥]?[报刊])))?"
    r"(?:[）)（(，,、\s]{0,3}(?:农历|阴历|夏历)?(?:([甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年)?"
    r"(闰?(?:正|十一|十二|[一二三四五六七八九十冬腊])月(?:初[一二三四五六七八九十]|十[一二三四五六七八九]"
    r"|[二廿]十?[一二三四五六七八九]?|三十)))?"
)
_OTHER_MONTHS = {"冬月": "十一月", "腊月": "十二月", "一月": "正月"}


def figures(passage: Passage) -> Iterator[Slip]:
    """Numerals in forms that the standard does not have."""
    for code, pattern in (
        ("lint-full-width-figure", _FULL_WIDTH),
        ("lint-mixed-figure", _MIXED),
        ("lint-percent", _PERCENT),
    ):
        for found in pattern.finditer(passage.text):
            yield Slip(code, found.start(), {"text": found[0]})
    if passage.is_running:
        for found in _BLANK.finditer(passage.text):
            yield Slip("lint-blank-at-figure", found.start(), {"text": passage.around(found)})
    for found in _RANGE.finditer(passage.text):
        yield Slip("lint-range", found.start(1), {"text": found[0], "mark": found[1]})


def dates(passage: Passage, day: date) -> Iterator[Slip]:
    """Dates that there are not, weekdays and lunar dates that the calendar denies.

    *day* is that of the issue: a date without a year is the nearest to it.
    """
    for found in _DAY.finditer(passage.text):
        year, month, number = found[1], int(found[2]), int(found[3])
        years = [int(year)] if year else [day.year - 1, day.year, day.year + 1]
        named = [each for each in (_day(y, month, number) for y in years) if each]
        if not named:
            yield Slip("lint-no-such-day", found.start(), {"text": found[0]})
            continue
        nearest = min(named, key=lambda each: abs(each - day))
        if found[4] and not is_weekday(found[4], nearest):
            right = {"text": found[4], "day": nearest.isoformat(), "right": weekday_name(nearest)}
            yield Slip("lint-weekday", found.start(4), right)
        if found[6] and FIRST_DAY <= nearest <= LAST_DAY:
            lunar = lunar_date(nearest)
            stem, said = lunar.split("年")
            typed = found[6].replace("二十", "廿") if found[6][-2:] != "二十" else found[6]
            for other, proper in _OTHER_MONTHS.items():
                typed = typed.replace(other, proper) if typed.startswith(other[0]) else typed
            if typed != said or (found[5] and found[5] != stem):
                right = {"text": found[6], "day": nearest.isoformat(), "right": lunar}
                yield Slip("lint-lunar-date", found.start(6), right)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
