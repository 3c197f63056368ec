"""What is set whole."""

import pytest

from layout.text.atoms import atoms
from layout.text.classes import classify


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("汉字", ["汉", "字"]),
        ("共1462.62亩", ["共", "1462.62", "亩"]),
        ("——他", ["——", "他"]),
        ("……他", ["……", "他"]),
        ("Wi-Fi网", ["Wi-", "Fi", "网"]),
        ("it’s好", ["it’s", "好"]),
        ("葛\U000e0100城", ["葛\U000e0100", "城"]),
        ("5G基站", ["5G", "基", "站"]),
        ("（“好”）", ["（", "“", "好", "”", "）"]),
        ("cafe\u0301馆", ["cafe\u0301", "馆"]),
    ],
)
def test_text_falls_into_atoms(text: str, parts: list[str]) -> None:
    found = list(atoms(text, classify(text)))
    assert [a.text for a in found] == parts
    assert [a.start for a in found] == [sum(map(len, parts[:i])) for i in range(len(parts))]
