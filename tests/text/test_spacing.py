"""Blanks between any two marks, as the table of pairs has them."""

import boxes
import pytest

from layout.page.composition import Composition
from layout.text.items import TextStyle

SIGN = {
    "O": "（《“",
    "C": "）》”",
    "P": "，、；：",
    "S": "。！？",
    "M": "·",
    "D": ("——", "……"),
    "H": "汉",
}
TABLE = {
    "O": {"O": 0, "C": 0, "P": 0, "S": 0, "M": 0, "D": 0, "H": 0},
    "C": {"O": 0.5, "C": 0, "P": 0, "S": 0, "M": 0, "D": 0.5, "H": 0.5},
    "P": {"O": 0.5, "C": 0, "P": 0, "S": 0, "M": 0, "D": 0.5, "H": 0.5},
    "S": {"O": 0.5, "C": 0, "P": 0, "S": 0, "M": 0, "D": 0.5, "H": 0.5},
    "M": {"O": 0, "C": 0, "P": 0, "S": 0, "D": 0, "H": 0},
    "D": {"O": 0.5, "C": 0, "P": 0, "S": 0, "M": 0, "D": 0, "H": 0},
    "H": {"O": 0.5, "C": 0, "P": 0, "S": 0, "M": 0, "D": 0, "H": 0},
}
PAIRS = [
    (a, b, blank)
    for first, row in TABLE.items()
    for second, blank in row.items()
    for a in SIGN[first]
    for b in SIGN[second]
    if a != b or first == "H"
]


def blank(style: TextStyle, text: str, rules: Composition) -> float:
    """Em between the first two clusters of *text*, set in one long line."""
    line = boxes.set_text(style, text, 40, rules, indent=0)[0]
    first, second = line.clusters[:2]
    return (second.x - first.x - first.cluster.width) / boxes.EM


@pytest.mark.parametrize(("first", "second", "expected"), PAIRS)
def test_blank_of_a_pair(
    style: TextStyle, rules: Composition, first: str, second: str, expected: float
) -> None:
    assert blank(style, first + second + "汉", rules) == pytest.approx(expected)
