"""Lints on what should not be there or not be missing: sample text, cutlines, variants, names."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from layout.issue.characters import is_han
from layout.issue.lints_passages import Passage, Slip
from layout.issue.loaded import LoadedPage
from layout.resources import PACKAGE

_LEFT = re.compile(
    r"样稿|(?<![A-Za-z])(?:[XＸ]{2,}|[xｘ]{3,})(?![A-Za-z])|×{2,}|TODO|FIXME|Lorem ipsum|占位"
    r"|[（【(\[]待[^）】)\]]{1,8}[）】)\]]|此处(?:插入|填写?|输入|加|放|写|省?略|应|需|待|为空|内容|文字|图)",
)
_TABLE = PACKAGE / "issue" / "variants.txt"
_CUTLINE = re.compile(r"图为.{2,60}|.{2,40}[（(](?:示意图|资料图片?|效果图)[）)]")
_NEAR = (3, 4)
"""Characters of a name that is compared: shorter ones are like too many words."""
_MOSTLY = 20
"""One traditional character in so many makes a text traditional."""


def leftovers(passage: Passage) -> Iterator[Slip]:
    """Text of a template or a sample, the first of each passage."""
    found = _LEFT.search(passage.text)
    if found:
        yield Slip("lint-leftover", found.start(), {"text": found[0]})


def stray_cutlines(passage: Passage) -> Iterator[Slip]:
    """A paragraph that reads like the words of a picture."""
    if passage.role == "body" and _CUTLINE.fullmatch(passage.text):
        yield Slip("lint-stray-cutline", 0, {"text": passage.text[:12]})


def wordless_pictures(page: LoadedPage) -> Iterator[Slip]:
    """Pictures without a cutline; each slip's offset is the picture's number on the page."""
    pictures = [picture for story in page.stories for picture in story.pictures]
    for number, picture in enumerate(pictures):
        if not picture.spec.cutline:
            yield Slip("lint-no-cutline", number, {"file": picture.spec.file})


def near_names(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """Names of the credits that the text, or the credits, have once more with one character off."""
    names = {each.text for each in passages if each.role == "names"}
    for passage in passages:
        for name in sorted(names):
            if len(name) not in _NEAR or not all(map(is_han, name)):
                continue
            for start in re.finditer(name[0], passage.text):
                offset = start.start()
                found = passage.text[offset : offset + len(name)]
                if passage.text != name and _is_near(found, name):
                    yield passage, Slip("lint-near-name", offset, {"found": found, "name": name})


def _is_near(found: str, name: str) -> bool:
    """Whether two names of one surname and one length differ by one Han character."""
    if len(found) != len(name) or not all(map(is_han, found)):
        return False
    return sum(one != other for one, other in zip(found, name, strict=True)) == 1


def variants(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """Traditional and variant forms in a text that is simplified."""
    table = simplified()
    han = sum(is_han(char) for each in passages for char in each.text)
    odd = sum(char in table for each in passages for char in each.text)
    if odd * _MOSTLY > han:
        return
    for passage in passages:
        for offset, char in enumerate(passage.text):
            if char in table:
                yield passage, Slip("lint-variant", offset, {"found": char, "usual": table[char]})


@cache
def simplified() -> dict[str, str]:
    """The usual form of each traditional or variant one; make_variants.py made the table."""
    text = _TABLE.read_text(encoding="utf-8")
    rows = [row for row in text.splitlines() if not row.startswith("#")]
    return {pair[0]: pair[1] for row in rows for pair in row.split()}
