"""A mark's class is decided by what stands around it, never by its style."""

import pytest

from layout.text.classes import CharClass, base_class, classify

LATIN, HAN = CharClass.LATIN, CharClass.HAN


@pytest.mark.parametrize(
    ("char", "kind"),
    [
        *((c, CharClass.OPENING) for c in "“‘（［｛〔【〖《〈「『"),
        *((c, CharClass.CLOSING) for c in "”’）］｝〕】〗》〉」』"),
        *((c, CharClass.PAUSE) for c in "，、；："),
        *((c, CharClass.STOP) for c in "。！？．"),
        *((c, CharClass.MIDDLE) for c in "·・/／-–～"),
        *((c, CharClass.DASH) for c in "—…⸺⋯"),
        *((c, LATIN) for c in "aZ5.,%$éαж°×²"),
        *((c, HAN) for c in "汉々あ①※℃■５Ａ％￥😀"),
        *((c, CharClass.SPACE) for c in " \u3000\u00a0"),
    ],
)
def test_class_among_han(char: str, kind: CharClass) -> None:
    assert base_class(char) is kind


@pytest.mark.parametrize(
    ("text", "at", "kind"),
    [
        ("it’s", 2, LATIN),
        ("汉’字", 1, CharClass.CLOSING),
        ("Wi-Fi", 2, LATIN),
        ("北-5", 1, CharClass.MIDDLE),
        ("km/h", 2, LATIN),
        ("汉/字", 1, CharClass.MIDDLE),
        ("2021–2025", 4, CharClass.MIDDLE),
        ("a·b", 1, LATIN),
        ("3·15", 1, CharClass.MIDDLE),
        ("莎·克", 1, CharClass.MIDDLE),
        ("8：30", 1, CharClass.MIDDLE),
        ("注：30", 1, CharClass.PAUSE),
        ("8：是", 1, CharClass.PAUSE),
        ("he said “yes” to", 8, LATIN),
        ("he said “yes” to", 12, LATIN),
        ("“Hello”", 0, LATIN),
        ("称“GDP”为", 1, CharClass.OPENING),
        ("said “汉字” to", 5, CharClass.OPENING),
        ("it is ‘so’ he said", 6, LATIN),
        ("he “says ‘no’ again” to", 9, LATIN),
        ("了“don’t”的", 1, CharClass.OPENING),
        ("了“don’t”的", 5, LATIN),
        ("“十四五”", 0, CharClass.OPENING),
    ],
)
def test_neighbours_decide(text: str, at: int, kind: CharClass) -> None:
    assert classify(text)[at] is kind
