"""Where a line may break, and what each break costs.

GB/T 15834 5.1 (marks at line edges), CLREQ 3.1.10 and 3.2.3, CSS Text ``line-break``.
Each rule answers for one pair of neighbours; the first that speaks decides.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from layout.page.composition import Composition
from layout.text.classes import CharClass
from layout.text.items import INFINITE, Penalty

_O, _C = CharClass.OPENING, CharClass.CLOSING
_P, _S, _M, _D = CharClass.PAUSE, CharClass.STOP, CharClass.MIDDLE, CharClass.DASH
_HAN, _LATIN, _SPACE = CharClass.HAN, CharClass.LATIN, CharClass.SPACE

NOT_AT_START = frozenset("%％‰‱°℃℉′″‼⁇⁈⁉.,:;!?)]}々〻ゝゞーぁぃぅぇぉっゃゅょァィゥェォッャュョ")
"""Characters other than Chinese marks that may not begin a line."""
NOT_AT_START_STRICT_ONLY = frozenset("々〻ゝゞーぁぃぅぇぉっゃゅょァィゥェォッャュョ")
"""Of those, what the loose level lets through, as CSS Text does."""
NOT_AT_END = frozenset("([{￥¥$＄£￡€№+−±＋#＃@")
"""Characters other than Chinese marks that may not end a line."""

MEASURE_WORDS = frozenset(
    "亿万千百十元角分亩年月日时分秒点个户座公里米吨度岁名人家项条次届级线号楼层处例只头株"
    "瓦斤克升余多位口间所台辆架艘艇枚件套批对双类种款期轮场站路区镇乡村县市省国倍成版页章节集部"
    "幅张篇首段句字词天周季世纪代门辈羽尾匹棵朵粒颗片块支枝把本册卷封盏顶幢栋排列行组队班"
)
"""Words that follow a number and are read with it in one breath."""
PREFIXES = frozenset("第约近超达逾共计仅至到增降")
"""Words before a number that belong to it."""


class Neighbours(NamedTuple):
    """The clusters on both sides of a possible break."""

    before: str
    """Text of the cluster that would end the line."""
    before_kind: CharClass
    after: str
    """Text of the cluster that would begin the next."""
    after_kind: CharClass


Rule = Callable[[Neighbours, Composition], float | None]


def _line_start(n: Neighbours, rules: Composition) -> float | None:
    """避头: no closing mark, pause, stop or connector begins a line (GB 5.1.1, 5.1.4)."""
    if n.after_kind in (_C, _P, _S):
        return INFINITE
    if n.after_kind is _M and not (rules.level == "loose" and n.after in "～〜–-‐"):
        return INFINITE
    if n.after[0] in NOT_AT_START and not (
        rules.level == "loose" and n.after[0] in NOT_AT_START_STRICT_ONLY
    ):
        return INFINITE
    return None


def _line_end(n: Neighbours, rules: Composition) -> float | None:
    """避尾: no opening mark, currency sign or solidus ends a line (GB 5.1.3, 5.1.9)."""
    if n.before_kind is _O or n.before[-1] in NOT_AT_END or n.before in "/／":
        return INFINITE
    if n.before in "·・‧" and rules.level != "loose":
        return INFINITE  # a foreign name is broken between its syllables, not at the dot
    return None


def _dash(n: Neighbours, rules: Composition) -> float | None:
    """An ellipsis does not begin a line; a dash may, reluctantly; a range is one number."""
    if n.after_kind is _D:
        if n.after[0] in "…⋯":
            return INFINITE if rules.level == "strict" else rules.costs.dash_at_line_start
        if len(n.after) == 1 and n.before[-1] in "0123456789%％":
            return INFINITE
        return rules.costs.dash_at_line_start
    if n.before_kind is _D and len(n.before) == 1 and n.after[0].isdigit():
        return INFINITE
    return None


def _latin(n: Neighbours, _: Composition) -> float | None:
    """Latin joined to Latin is one word, unless a hyphen between letters parts it."""
    if n.before_kind is _LATIN is n.after_kind:
        return 0.0 if n.before[-1] in "-‐" and n.after[0].isalpha() else INFINITE
    return None


def _number(n: Neighbours, rules: Composition) -> float | None:
    """A number stays with its measure word and its prefix; ``D级``, ``5G基站`` in one piece."""
    costs = rules.costs
    if n.before_kind is _LATIN and n.after_kind is _HAN:
        if n.before[-1] in "0123456789%％‰" and n.after in MEASURE_WORDS:
            return costs.number_from_measure
        if n.before[-1].isalpha() and len(n.before) <= 3:
            return costs.letter_from_word
    if n.before_kind is _HAN and n.before in PREFIXES and n.after[0].isdigit():
        return costs.prefix_from_number
    return None


RULES: tuple[Rule, ...] = (_line_start, _line_end, _dash, _latin, _number)
"""In order; a later rule speaks only where the earlier ones are silent."""


class Breaks(dict[Neighbours, Penalty | None]):
    """The penalty of a break between any two clusters by one house's rules; None if free."""

    def __init__(self, rules: Composition) -> None:
        """Breaks by *rules*."""
        super().__init__()
        self.rules = rules

    def __missing__(self, neighbours: Neighbours) -> Penalty | None:
        """Work a pair out the first time it is met."""
        self[neighbours] = found = self._penalty(neighbours)
        return found

    def _penalty(self, neighbours: Neighbours) -> Penalty | None:
        for rule in RULES:
            cost = rule(neighbours, self.rules)
            if cost is not None:
                return Penalty(cost, rule=rule.__name__.strip("_")) if cost else None
        return None


@lru_cache(maxsize=16)
def breaks(rules: Composition) -> Breaks:
    """The breaks of a house, kept for the life of the process."""
    return Breaks(rules)
