"""B. Line breaking: how long it takes, and how it grows with the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from time import process_time

import sample
from turns import Figure

MEASURE = 18
"""Characters in a line."""
FIRST_SEED = 5000
PATIENCE = 2000.0
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class Growth:
    """Processor time for a text of one length, by part of the work."""

    characters: int
    paragraphs: str
    """How the text is divided."""
    shaping: Figure
    """Milliseconds from text to boxes, glue and penalties."""
    breaking: Figure
    """Milliseconds from those to lines."""

    @property
    def per_ten_thousand(self) -> Figure:
        """Milliseconds of both for 10,000 characters."""
        pairs = zip(self.shaping.values, self.breaking.values, strict=True)
        return Figure(tuple((a + b) * 10_000 / self.characters for a, b in pairs))

    def plain(self) -> dict[str, object]:
        """For JSON."""
        return {
            "characters": self.characters,
            "paragraphs": self.paragraphs,
            "shaping_ms": self.shaping.values,
            "breaking_ms": self.breaking.values,
            "per_10000_ms": self.per_ten_thousand.middle,
        }


def texts(characters: int) -> list[str]:
    """Differing paragraphs of the story, cut to *characters* in all."""
    found: list[str] = []
    left = characters
    for seed in count(FIRST_SEED):
        for paragraph in sample.variant(seed):
            found.append(paragraph.plain[:left])
            left -= len(found[-1])
            if left <= 0:
                return found
    return found


def growth(rounds: int, most: int) -> list[Growth]:
    """The story divided as it is written, up to *most* characters, and run into one paragraph.

    A longer text is left out once a shorter one has taken more than :data:`PATIENCE`.
    """
    lengths = [n for n in (1_000, 10_000, 100_000, 1_000_000) if n <= most]
    grown = _grown([texts(n) for n in lengths], "as written", rounds)
    lengths = [n for n in (1_000, 2_000, 4_000, 10_000, 100_000) if n <= most]
    return grown + _grown([["".join(texts(n))] for n in lengths], "one paragraph", rounds)


def _grown(works: Sequence[list[str]], words: str, rounds: int) -> list[Growth]:
    timed: list[list[tuple[float, float]]] = [[] for _ in works]
    for number in range(rounds):
        for at, work in enumerate(works):
            # The longest ones take their time; two rounds tell what they cost.
            if number < 2 or sum(map(len, work)) < 100_000:
                timed[at].append(_timed(work))
            if words == "one paragraph" and sum(timed[at][0]) > PATIENCE:
                break
    return [
        Growth(
            sum(map(len, work)),
            words,
            Figure(tuple(shaping for shaping, _ in found)),
            Figure(tuple(breaking for _, breaking in found)),
        )
        for work, found in zip(works, timed, strict=True)
        if found
    ]


def _timed(work: list[str]) -> tuple[float, float]:
    """Milliseconds of shaping and of breaking, nothing being remembered from before."""
    from layout.text.linebreak import break_lines  # noqa: PLC0415
    from layout.text.paragraph import StyledText, paragraph  # noqa: PLC0415

    style, rules = _type()
    measures = (MEASURE * style.size,)
    start = process_time()
    shaped = [paragraph.__wrapped__((StyledText(text, style),), rules) for text in work]
    middle = process_time()
    for item in shaped:
        break_lines.__wrapped__(item, measures, rules.costs)
    return (middle - start) * 1000, (process_time() - middle) * 1000


def _type():  # noqa: ANN202
    """The body style and the rules of the publication."""
    from layout.compose.setter import Setter  # noqa: PLC0415
    from layout.diagnostics import Diagnostics, Source  # noqa: PLC0415
    from layout.page.load import load_publication  # noqa: PLC0415
    from layout.text.library import open_library  # noqa: PLC0415

    found = Diagnostics()
    library = open_library(found)
    name = "changzhi-ribao"
    publisher = load_publication(name, Source("bench"), library.catalogue, found)
    setter = Setter(publisher.publication, library, found)
    return setter.style("body"), setter.rules
