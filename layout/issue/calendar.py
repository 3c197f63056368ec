"""The day of an issue in the words of a nameplate: weekday, date, lunar date."""

from datetime import date

FIRST_DAY, LAST_DAY = date(1900, 1, 31), date(2100, 12, 31)
"""Days whose lunar date is known; newspapers of other centuries are not set here."""

_WEEKDAYS = "一二三四五六日"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_DIGITS = "一二三四五六七八九"
_LUNAR_DAYS = (
    *(f"初{digit}" for digit in (*_DIGITS, "十")),
    *(f"十{digit}" for digit in _DIGITS),
    "二十",
    *(f"廿{digit}" for digit in _DIGITS),
    "三十",
)


def weekday_name(day: date) -> str:
    """The weekday as a nameplate prints it: 星期四."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def is_weekday(typed: str, day: date) -> bool:
    """Whether *typed*, 星期四 or 周四, names the weekday of *day*; 天 counts as 日."""
    for prefix in ("星期", "周"):
        if typed.startswith(prefix):
            return typed.removeprefix(prefix).replace("天", "日") == _WEEKDAYS[day.weekday()]
    return False


def chinese_date(day: date) -> str:
    """The date in Arabic figures, as GB/T 15835-2011 has it: 2025年2月27日."""
    return f"{day.year}年{day.month}月{day.day}日"


def lunar_date(day: date) -> str:
    """The lunar date with the year's stem and branch: 乙巳年正月三十.

    The year is the lunar one, which begins on 正月初一; GB/T 33661-2017 gives
    the rules of the calendar. Months eleven and twelve are named by number.

    Raises:
        ValueError: *day* lies outside :data:`FIRST_DAY` to :data:`LAST_DAY`.

    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"no lunar date is known for {day}")
    # Only pages that print the lunar date pay for the calendar's tables; borax has no types.
    from borax.calendars.lunardate import LunarDate  # type: ignore[import-untyped] # noqa: PLC0415

    lunar = LunarDate.from_solar(day)
    # 4 AD was a 甲子 year, the first of the sixty.
    year = _STEMS[(lunar.year - 4) % 10] + _BRANCHES[(lunar.year - 4) % 12]
    leap = "闰" if lunar.leap else ""
    return f"{year}年{leap}{_MONTHS[lunar.month - 1]}月{_LUNAR_DAYS[lunar.day - 1]}"
