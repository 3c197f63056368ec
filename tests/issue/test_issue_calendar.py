"""The day in the words of a nameplate."""

from datetime import date, timedelta

import pytest

from layout.issue.calendar import (
    FIRST_DAY,
    LAST_DAY,
    chinese_date,
    is_weekday,
    lunar_date,
    weekday_name,
)

DAY = date(2025, 2, 27)


def test_the_day_of_the_issue() -> None:
    assert weekday_name(DAY) == "星期四"
    assert chinese_date(DAY) == "2025年2月27日"
    assert lunar_date(DAY) == "乙巳年正月三十"


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(2025, 1, 28), "甲辰年十二月廿九"),
        (date(2025, 1, 29), "乙巳年正月初一"),
        (date(2025, 2, 7), "乙巳年正月初十"),
        (date(2025, 2, 17), "乙巳年正月二十"),
        (date(2025, 7, 25), "乙巳年闰六月初一"),
        (date(2033, 12, 22), "癸丑年闰十一月初一"),
        (date(2024, 2, 10), "甲辰年正月初一"),
        (date(1949, 10, 1), "己丑年八月初十"),
        (FIRST_DAY, "庚子年正月初一"),
        (LAST_DAY, "庚申年十二月初一"),
    ],
)
def test_lunar_dates(day: date, lunar: str) -> None:
    assert lunar_date(day) == lunar


@pytest.mark.parametrize("day", [FIRST_DAY - timedelta(1), LAST_DAY + timedelta(1)])
def test_beyond_the_tables_there_is_no_lunar_date(day: date) -> None:
    with pytest.raises(ValueError, match="no lunar date"):
        lunar_date(day)


def test_the_seven_weekdays() -> None:
    names = [weekday_name(date(2025, 2, 24) + timedelta(n)) for n in range(7)]
    assert "".join(name.removeprefix("星期") for name in names) == "一二三四五六日"


@pytest.mark.parametrize(
    ("typed", "day", "is_right"),
    [
        ("星期四", DAY, True),
        ("周四", DAY, True),
        ("星期五", DAY, False),
        ("四", DAY, False),
        ("Thursday", DAY, False),
        ("星期天", date(2025, 3, 2), True),
        ("周日", date(2025, 3, 2), True),
    ],
)
def test_a_typed_weekday_is_compared(typed: str, day: date, *, is_right: bool) -> None:
    assert is_weekday(typed, day) is is_right
