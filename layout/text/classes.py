"""Character classes: what a mark is decides where its blank lies and where a line may break.

CLREQ 3.1 "Punctuation", GB/T 15834-2011. The characters “ ” ‘ ’ … — share code points
with Latin text, so a class is decided in its surroundings, not from the character alone.
"""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from itertools import chain


class CharClass(IntEnum):
    """The classes of Chinese line composition."""

    HAN = 0
    """Ideographs and whatever stands in a full em like one."""
    OPENING = 1
    """前引号/前括号: blank on the left."""
    CLOSING = 2
    """后引号/后括号: blank on the right."""
    PAUSE = 3
    """， 、 ； ： within a sentence: blank on the right."""
    STOP = 4
    """。 ！ ？ that end a sentence: blank on the right."""
    MIDDLE = 5
    """间隔号, short hyphen, solidus: half an em in all, no blank."""
    DASH = 6
    """破折号 and 省略号: set whole, never split."""
    LATIN = 7
    """Letters, digits and the signs among them: set with their own widths."""
    SPACE = 8
    """A typed space."""
    SIGN = 9
    """ASCII punctuation at the edge of a Latin word: its own width, no gap beside it. A class of
    sides only, no character's."""


OPENING = frozenset("“‘（［｛〔【〖《〈「『")
CLOSING = frozenset("”’）］｝〕】〗》〉」』")
PAUSE = frozenset("，、；：")
STOP = frozenset("。！？．")
MIDDLE = frozenset("·・‧•-‐–/～〜－／")
DASH = frozenset("—…⸺⋯")
SPACES = frozenset(" \u00a0\u2002\u2003\u2004\u2005\u2006\u2009\u202f\u3000")
MARKS = OPENING | CLOSING | PAUSE | STOP
AMBIGUOUS = frozenset("“”‘’…—·")
"""Shared with Latin text: their surroundings decide."""

_FIXED: dict[str, CharClass] = {
    **dict.fromkeys(OPENING, CharClass.OPENING),
    **dict.fromkeys(CLOSING, CharClass.CLOSING),
    **dict.fromkeys(PAUSE, CharClass.PAUSE),
    **dict.fromkeys(STOP, CharClass.STOP),
    **dict.fromkeys(MIDDLE, CharClass.MIDDLE),
    **dict.fromkeys(DASH, CharClass.DASH),
    **dict.fromkeys(SPACES, CharClass.SPACE),
}


@lru_cache(maxsize=8192)
def base_class(char: str) -> CharClass:
    """Class of *char* standing among Han characters."""
    found = _FIXED.get(char)
    if found is not None:
        return found
    if ord(char) < 0x2E80 and not _is_wide(char):
        return CharClass.LATIN
    return CharClass.HAN


def _is_wide(char: str) -> bool:
    """East Asian Width W, F or A among symbols: ① ※ ℃ ■ stand in a full em in Chinese text."""
    width = unicodedata.east_asian_width(char)
    if char in "°±×÷§¶®⁰¹²³⁴⁵⁶⁷⁸⁹†‡" or (width == "A" and unicodedata.category(char)[0] in "LM"):
        return False  # signs among digits; Greek and Cyrillic letters, accented Latin
    return width in "WFA"


_SHARED = re.compile("[-‐–/’·：∶]")
"""Marks whose neighbours decide."""


def classify(text: str) -> list[CharClass]:
    """Class of every character of a paragraph.

    Shared marks are Latin where Latin surrounds them: the apostrophe of ``it’s``,
    the quotation marks of an English sentence, the hyphen of ``Wi-Fi``, the
    solidus of ``km/h``. Style plays no part, so bolding a span changes nothing.
    """
    classes = [base_class(c) for c in text]
    for match in _SHARED.finditer(text):
        i = match.start()
        if 0 < i < len(text) - 1:
            classes[i] = _between(text[i - 1], match[0], text[i + 1], classes[i])
    _mark_english_quotations(text, classes)
    return classes


def _between(before: str, char: str, after: str, own: CharClass) -> CharClass:
    """Class of a shared mark between two characters."""
    if char in "：∶":  # 8：30 is one number
        return CharClass.MIDDLE if before in _DIGITS and after in _DIGITS else own
    if base_class(before) is not CharClass.LATIN or base_class(after) is not CharClass.LATIN:
        return own
    if char in "’·" and not (before.isalpha() and after.isalpha()):
        return own
    return own if char == "–" else CharClass.LATIN


_DIGITS = frozenset("0123456789０１２３４５６７８９")
_QUOTATIONS = (re.compile("“[^“”]*”"), re.compile("‘[^‘”]*?’(?![a-z])"))


def _mark_english_quotations(text: str, classes: list[CharClass]) -> None:
    """Give quotation marks to Latin where what they hold and what stands outside is Latin."""
    if CharClass.LATIN not in classes:
        return
    is_english = CharClass.HAN not in classes
    for match in chain.from_iterable(q.finditer(text) for q in _QUOTATIONS):
        start, end = match.start(), match.end() - 1
        inside = classes[start + 1 : end]
        if CharClass.HAN in inside or CharClass.LATIN not in inside:
            continue
        outside = (_neighbour(classes, start, -1), _neighbour(classes, end, 1))
        if is_english or (CharClass.LATIN in outside and CharClass.HAN not in outside):
            classes[start] = classes[end] = CharClass.LATIN


def _neighbour(classes: list[CharClass], start: int, step: int) -> CharClass | None:
    """The nearest Han or Latin character beyond *start*; None at the paragraph's edge."""
    i = start + step
    while 0 <= i < len(classes):
        if classes[i] in (CharClass.HAN, CharClass.LATIN):
            return classes[i]
        i += step
    return None
