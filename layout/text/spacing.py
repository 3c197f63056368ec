"""The blank between two neighbours: how much there is by nature and how far it gives.

CLREQ 3.1.6 (adjustment of mark width) and 3.2.2 (Han and Latin); GB/T 15834 5.1. One
table, read off ``after`` and ``before``: every mark's body is half an em, and what a
full-width mark has besides is glue on the side where its blank lies.
"""

from functools import lru_cache

from layout.page.composition import Composition
from layout.text.classes import CharClass
from layout.text.items import Glue, Tier

HALF = 0.5
"""The blank of a full-width mark, in em."""

_HAN, _O, _C = CharClass.HAN, CharClass.OPENING, CharClass.CLOSING
_P, _S, _M, _D = CharClass.PAUSE, CharClass.STOP, CharClass.MIDDLE, CharClass.DASH
_LATIN, _SIGN = CharClass.LATIN, CharClass.SIGN

_TIER_AFTER = {_C: Tier.BRACKET, _P: Tier.PAUSE, _S: Tier.STOP}
_CLOSES = (_C, _P, _S, _M)
"""Before these a closing mark, pause or stop gives up its blank: the pair is one em."""


def _natural(tier: Tier, punctuation: str) -> float:
    """Natural width of a mark's blank in em: 半角 has none, 开明 only after stops."""
    if punctuation == "半角" or (punctuation == "开明" and tier is not Tier.STOP):
        return 0.0
    return HALF


def blank(after: CharClass, before: CharClass, punctuation: str) -> Tier | None:
    """Whose half-em blank stands between *after* and *before*, None for no blank.

    Where a closing blank meets an opening one, one of the two remains: the opening
    mark's, which is the first to give way, or the one that the house sets full width.
    """
    own = None if before in _CLOSES else _TIER_AFTER.get(after)
    if before is not _O or after in (_O, _M):
        found = own if before is not _O else None
    elif own is not None and not _natural(Tier.BRACKET, punctuation):
        found = own
    else:
        found = Tier.BRACKET
    return found if found is not None and _natural(found, punctuation) else None


class Joints(dict[tuple[CharClass, CharClass], Glue]):
    """The glue between any two classes, at one size, by the rules of one house."""

    def __init__(self, em: float, rules: Composition) -> None:
        """Joints of text of *em* points."""
        super().__init__()
        self.em = em
        self.rules = rules
        self.word_space = Glue(
            rules.word_space * em,
            Tier.WORD,
            max(0.0, rules.word_space - rules.word_space_least) * em,
            max(0.0, rules.word_space_most - rules.word_space) * em,
        )
        """A typed space between Latin words."""

    def __missing__(self, pair: tuple[CharClass, CharClass]) -> Glue:
        """Work a pair out the first time it is met."""
        self[pair] = found = self._joint(*pair)
        return found

    def _joint(self, after: CharClass, before: CharClass) -> Glue:
        rules, em = self.rules, self.em
        tier = blank(after, before, rules.punctuation)
        if tier is not None:
            width = HALF * em
            fixed = tier is Tier.STOP and not rules.squeeze_stops
            return Glue(width, tier, 0.0 if fixed else width)
        if _LATIN in (after, before) and _HAN in (after, before) and rules.han_latin:
            return Glue(
                rules.han_latin * em,
                Tier.HAN_LATIN,
                max(0.0, rules.han_latin - rules.han_latin_least) * em,
                max(0.0, rules.han_latin_most - rules.han_latin) * em,
            )
        return Glue(0.0, joint=_opens(after, before))


@lru_cache(maxsize=64)
def joints(em: float, rules: Composition) -> Joints:
    """The joints of a size and a house, kept for the life of the process."""
    return Joints(em, rules)


def _opens(after: CharClass, before: CharClass) -> bool:
    """Whether a loose line may open this joint: never before a mark that closes, after one
    that opens, at a connector, or between Latin letters (composition.md 4).
    """
    if before in (_C, _P, _S, _M, _SIGN) or after in (_O, _M):
        return False
    return not (after in (_LATIN, _SIGN) and before is _LATIN)
