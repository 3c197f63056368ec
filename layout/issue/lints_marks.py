"""Lints on marks and words: quotes that do not pair, what was typed twice, blanks.

GB/T 15834-2011 gives the rules: 4.8 quotation marks and what they hold, 4.14 titles, 5.1
places of marks. A lint tells what is worth a look; it never changes a character.
"""

import re
from collections.abc import Iterator, Sequence

from layout.issue.characters import half_width_marks, is_han
from layout.issue.lints_passages import Passage, Slip

PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "【": "】", "〔": "〕"}
_CLOSING = {closing: opening for opening, closing in PAIRS.items()}
_OUTER = {"‘": "“", "〈": "《"}
"""What inner marks stand in."""
_INNER = {"“": "‘", "《": "〈"}
"""What stands in the same marks again."""
_DEEPEST = 50
"""Marks open at once; beyond it a text is not worth pairing."""
_NUMERAL = re.compile(r"(?:^|[；。，：\s])[0-9A-Za-z一二三四五六七八九十]{1,3}$")
"""Before a lone bracket, as in ``1）``."""
_HAN = "\u3400-\u9fff〇"

_TYPED_TWICE = re.compile(
    r"(?<!目)的的(?![士确])|是是(?![非否])|这这|那那|其其(?!格)|也也|又又|很很|但但|而而|且且|于于"
    r"|(我们|他们|我国|进行|以及|因为|所以|但是|通过|对于|关于|根据|按照|由于|并且|而且|或者|如果"
    r"|虽然|这个|那个|已经|可以|必须|应当|工作|全面|推进|加强)\1"
    rf"|(?!一)([{_HAN}])(?!\2)([{_HAN}])([{_HAN}]{{1,4}})\2\3\4"
)
_MARKS_TWICE = re.compile(r"([，。、；：])\1+|[，、；：][。，、；：]|。[，、；：]")
_BLANK = re.compile(rf"(?<=[{_HAN}，。、；：！？”’》）])[ \u3000]+(?=[{_HAN}，。、；：！？“‘《（])")
_STRAIGHT = re.compile(r"[\"']")


def pairs(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """Quotes, book marks and brackets that find no partner, or stand in each other wrongly.

    A quotation of several paragraphs opens each of them and closes only the last.
    """
    for index, passage in enumerate(passages):
        following = passages[index + 1].text if index + 1 < len(passages) else ""
        goes_on = passage.role == "body" and following.startswith("“")
        for slip in _unpaired(passage.text, goes_on=goes_on):
            yield passage, slip


def _unpaired(text: str, *, goes_on: bool) -> Iterator[Slip]:
    is_open: list[tuple[str, int]] = []
    for offset, mark in enumerate(text):
        if mark in PAIRS:
            if len(is_open) == _DEEPEST:
                return
            yield from _misplaced(mark, offset, [each for each, _ in is_open])
            is_open.append((mark, offset))
        elif mark in _CLOSING and not _is_no_mark(text, offset):
            marks = [each for each, _ in is_open]
            if _CLOSING[mark] not in marks:
                yield _lone(mark, offset)
                continue
            while is_open[-1][0] != _CLOSING[mark]:
                yield _lone(*is_open.pop())
            is_open.pop()
    for mark, offset in is_open:
        if not (goes_on and mark == "“"):
            yield _lone(mark, offset)


def _misplaced(mark: str, offset: int, around: list[str]) -> Iterator[Slip]:
    """An inner mark without the outer one *around* it, or an outer one within itself."""
    outer, inner = _OUTER.get(mark), _INNER.get(mark)
    if outer and outer not in around:
        yield Slip("lint-inner-mark", offset, {"mark": mark, "outer": outer})
    if inner and around[-1:] == [mark]:
        yield Slip("lint-same-mark", offset, {"mark": mark, "inner": inner})


def _lone(mark: str, offset: int) -> Slip:
    other = PAIRS.get(mark) or _CLOSING[mark]
    return Slip("lint-unpaired", offset, {"mark": mark, "other": other})


def _is_no_mark(text: str, offset: int) -> bool:
    """Whether a closing mark is an apostrophe, or the bracket of a numeral."""
    if text[offset] == "’":
        before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
        return bool(before and after) and before.isascii() and after.isascii()
    return text[offset] == "）" and _NUMERAL.search(text[:offset]) is not None


def straight_quotes(passage: Passage) -> Iterator[Slip]:
    """Straight quotes in Chinese text, where nothing beside them has told them yet."""
    if any(map(is_han, passage.text)):
        told = set(half_width_marks(passage.text))
        for found in _STRAIGHT.finditer(passage.text):
            before = passage.text[found.start() - 1 : found.start()]
            is_apostrophe = found[0] == "'" and before.isascii() and before.isalnum()
            if found.start() not in told and not is_apostrophe:
                yield Slip("lint-straight-quote", found.start(), {"mark": found[0]})


def doubled_words(passage: Passage) -> Iterator[Slip]:
    """Words and marks typed twice."""
    for found in _TYPED_TWICE.finditer(passage.text):
        yield Slip("lint-doubled-word", found.start(), {"text": found[0]})
    for found in _MARKS_TWICE.finditer(passage.text):
        yield Slip("lint-doubled-mark", found.start(), {"text": found[0]})


def blanks(passage: Passage) -> Iterator[Slip]:
    """Blanks between Han characters and their marks."""
    if passage.is_running:
        for found in _BLANK.finditer(passage.text):
            yield Slip("lint-blank", found.start(), {"text": passage.around(found)})
