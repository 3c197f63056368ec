"""Atoms: the stretches of text that are set whole and never broken.

A Han character with its variation selector, a mark, a whole dash or ellipsis, a Latin
word or number. Chinese glyphs do not depend on their neighbours, and Latin words are
whole atoms, so shaping them one by one loses nothing.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from layout.text.classes import CharClass


class Atom(NamedTuple):
    """A stretch of text that is never split."""

    text: str
    kind: CharClass
    start: int
    """Offset of its first character in the paragraph."""


def atoms(text: str, classes: Sequence[CharClass]) -> Iterator[Atom]:
    """Split a paragraph into what is set whole."""
    i, end = 0, len(text)
    while i < end:
        kind = classes[i]
        j = i + 1
        if kind is CharClass.LATIN:
            while j < end and classes[j] is CharClass.LATIN and not _may_break(text, j):
                j += 1
        elif kind is CharClass.DASH:
            while j < end and text[j] == text[i]:
                j += 1
        while j < end and extends(text[j]):
            j += 1
        yield Atom(text[i:j], kind, i)
        i = j


def _may_break(text: str, at: int) -> bool:
    """Latin may break after a hyphen between letters, never at a sign of a number."""
    return text[at - 1] in "-‐" and at > 1 and text[at - 2].isalpha() and text[at].isalpha()


def extends(char: str) -> bool:
    """Whether *char* belongs to the character before it: a variation selector, a combining mark."""
    return (
        "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
        or "\u0300" <= char <= "\u036f"
        or "\u20d0" <= char <= "\u20f0"
    )
