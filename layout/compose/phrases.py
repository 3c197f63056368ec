"""Headlines broken by phrase: lines of like length, never ending inside a word.

The editor's own line breaks win; only a headline typed on one line is divided.
"""

from itertools import accumulate, combinations, pairwise

PARTICLES = frozenset("的地得了着过吗呢吧啊之与和及或等们")
"""Words that lean on what stands before them: no line begins with one."""
LEANING = 4.0
"""What it costs to part a word that leans on its neighbour, in characters of unevenness squared."""


def words(text: str) -> list[str]:
    """*text* cut into words."""
    # The dictionary takes a third of a second to open: only headlines to be divided pay.
    import rjieba  # noqa: PLC0415

    return list(rjieba.cut(text))


def divided(text: str, count: int) -> list[str]:
    """*text* in *count* lines, or in fewer where it has not as many words."""
    found = words(text)
    count = min(count, len(found))
    ends = list(accumulate(len(word) for word in found))
    best: tuple[float, list[str]] | None = None
    for inner in combinations(range(1, len(found)), count - 1):
        edges = [0, *(ends[i - 1] for i in inner), len(text)]
        lines = [text[a:b] for a, b in pairwise(edges)]
        cost = _unevenness(lines) + sum(_leaning(found[i - 1], found[i]) for i in inner)
        if best is None or cost < best[0]:
            best = cost, lines
    return best[1] if best else [text]


def _unevenness(lines: list[str]) -> float:
    mean = sum(map(len, lines)) / len(lines)
    return sum((len(line) - mean) ** 2 for line in lines)


def _leaning(before: str, after: str) -> float:
    """What a break between two words costs beside the lines' lengths."""
    if after in PARTICLES:
        return 10 * LEANING
    return LEANING * ((len(before) == 1) + (len(after) == 1) / 2)
