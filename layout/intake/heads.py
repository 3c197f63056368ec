"""The parts before a story's text: nameplate, standing head, banner, kicker, headline, deck.

What says itself what it is (a date, a byline, a label such as 引题：) is taken by its words.
The rest are headings, told apart by level and order: the last run of the largest is the
headline, what follows it the deck; before it stand banner and series, before these the
standing head. A text without levels is given some, by the lengths of its lines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from layout.intake.manuscript import Line, Role
from layout.intake.patterns import (
    credits_in,
    day_in,
    is_byline,
    is_edition,
    labelled,
    page_number,
)
from layout.intake.recognised import Heads, Paper, Tell
from layout.issue.calendar import is_weekday, weekday_name

_DASHES = ("——", "--", "—", "―")
_NAMED = {"kicker", "headline", "deck", "byline", "banner", "standing_head"}
_MOST_HEADLINE = 3
"""Lines; more of one size are several heads."""


@dataclass(slots=True)
class _Sorted:
    """Lines by what they say of themselves, and the rest."""

    heads: Heads = field(default_factory=Heads)
    named: dict[Role, list[str]] = field(default_factory=dict)
    rest: list[Line] = field(default_factory=list)
    behind: list[Line] = field(default_factory=list)
    """Of the rest, what follows a line that says that it is the headline."""
    credits: list[Line] = field(default_factory=list)


def read_heads(
    lines: Sequence[Line], papers: Sequence[Paper], body_levels: set[int], tell: Tell
) -> tuple[Heads, list[Line], list[Line]]:
    """The heads in *lines*; with them crossheads of the text, and credits, that stood there.

    *body_levels* are those of headings within the text.
    """
    found = _sorted(lines, papers, tell)
    rest = found.rest
    if rest and not any(line.level for line in rest) and "headline" not in found.named:
        rest = _with_levels(rest)
        tell("import-heads-by-length", rest[0].number)
    has_headline = "headline" in found.named
    before, headline, after = (rest, [], found.behind) if has_headline else _divided(rest, tell)
    crossheads: list[Line] = []
    last = after[-1] if after else None
    if (
        last
        and not last.text.startswith(_DASHES)
        and (last.level in body_levels or (has_headline and last.level))
    ):
        crossheads.append(after.pop())
    heads = replace(
        found.heads,
        headline=(*found.named.get("headline", ()), *(line.text for line in headline)),
        deck=(*found.named.get("deck", ()), *(line.text for line in after)),
        kicker=" ".join(found.named.get("kicker", ())),
        byline=" ".join(found.named.get("byline", ())),
        banner=" ".join(found.named.get("banner", ())),
        title=" ".join(found.named.get("standing_head", ())),
    )
    if headline:
        tell("import-as-headline", headline[0].number, text=" / ".join(heads.headline))
    for line in after:
        tell("import-as-deck", line.number, text=line.text)
    return _with_upper(heads, before, tell), crossheads, found.credits


def _sorted(lines: Iterable[Line], papers: Sequence[Paper], tell: Tell) -> _Sorted:
    found = _Sorted()
    for line in lines:
        role, text = (line.role, line.text) if line.role else labelled(line.text)
        heads = _issues_own(found.heads, role, line, papers, tell)
        if heads is not None:
            found.heads = heads
        elif role in _NAMED:
            found.named.setdefault(role, []).append(text)
        elif is_byline(text):
            found.named.setdefault("byline", []).append(text)
            tell("import-as-byline", line.number, text=text)
        elif role == "credits" or (not line.level and credits_in(text)):
            found.credits.append(line)
        else:
            (found.behind if "headline" in found.named else found.rest).append(line)
    return found


def _issues_own(
    heads: Heads, role: Role, line: Line, papers: Sequence[Paper], tell: Tell
) -> Heads | None:
    """*heads* with what *line* says of the issue: paper, day, edition, page; None for a head."""
    day = day_in(line.text)
    if day:
        if day.weekday and not is_weekday(day.weekday, day.day):
            right = weekday_name(day.day)
            tell("import-weekday", line.number, found=day.weekday, right=right)
        heads = replace(heads, day=day.day)
        for text in day.others:
            more = _named(heads, "", text, papers)
            if more is None:
                tell("import-left", line.number, text=text)
            heads = more or heads
        return heads
    if role == "nameplate" and _named(heads, role, line.text, papers) is None:
        tell("import-paper-unknown", line.number, text=line.text)
        return heads
    return _named(heads, role, line.text, papers)


def _named(heads: Heads, role: Role, text: str, papers: Sequence[Paper]) -> Heads | None:
    """*heads* with the paper, the edition or the page that *text* names; None for another text."""
    said = _bare(text)
    paper = next((each for each in papers if said in {_bare(each.name), _bare(each.pinyin)}), None)
    number = page_number(text)
    if paper:
        return replace(heads, publication=paper.key)
    if number and not role:
        return replace(heads, page=number)
    if role == "edition" or (not role and is_edition(text)):
        return replace(heads, edition=text)
    return None


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def _divided(rest: list[Line], tell: Tell) -> tuple[list[Line], list[Line], list[Line]]:
    """What stands before the headline, the headline, what stands behind it."""
    if not rest:
        return [], [], []
    ranked = [line.level or 9 for line in rest]
    largest = min(ranked)
    end = len(ranked) - ranked[::-1].index(largest)
    start = end
    while start and ranked[start - 1] == largest:
        start -= 1
    if end - start > _MOST_HEADLINE:
        start = end - 2
        tell("import-many-lines", rest[start].number)
    return rest[:start], rest[start:end], rest[end:]


def _with_upper(heads: Heads, before: list[Line], tell: Tell) -> Heads:
    """*heads* with kicker, banner, series, standing head from the lines *before* the headline."""
    if not before:
        return heads
    ranked = [line.level or 9 for line in before]
    largest = min(ranked)
    is_large = [rank == largest for rank in ranked]
    last_large = len(ranked) - 1 - is_large[::-1].index(True)
    has_banner = largest < max(ranked) and not heads.banner and largest == 1
    upper, lower = (before[:last_large], before[last_large + 1 :]) if has_banner else ([], before)
    if has_banner:
        heads = replace(heads, banner=before[last_large].text)
        tell("import-as-banner", before[last_large].number, text=heads.banner)
    if not heads.kicker and lower:
        kicker = lower.pop()
        heads = replace(heads, kicker=kicker.text)
        tell("import-as-kicker", kicker.number, text=kicker.text)
    if has_banner and lower:
        heads = replace(heads, series=" ".join(line.text for line in lower))
        tell("import-as-series", lower[0].number, text=heads.series)
        lower = []
    return _with_standing_head(heads, [*upper, *lower], tell)


def _with_standing_head(heads: Heads, lines: list[Line], tell: Tell) -> Heads:
    """Label, title and slogans: a small line, larger ones, small ones again."""
    if not lines:
        return heads
    ranked = [line.level or 9 for line in lines]
    start = ranked.index(min(ranked))
    small = max(ranked)
    end = start + 1
    while end < len(lines) and ranked[end] < small:
        end += 1
    title = " ".join(filter(None, (heads.title, *(line.text for line in lines[start:end]))))
    heads = replace(
        heads,
        label=" ".join(line.text for line in lines[:start]),
        title=title,
        slogans=tuple(line.text for line in lines[end:]),
    )
    tell("import-as-standing-head", lines[0].number, text=title)
    if end - start > 1:
        tell("import-title-joined", lines[start].number, text=title)
    return heads


def _with_levels(rest: list[Line]) -> list[Line]:
    """*rest* with levels guessed: paired lines are the headline, one before it the kicker."""
    sizes = [len(line.text) for line in rest]
    decks = sum(line.text.startswith(_DASHES) for line in rest[-2:])
    end = len(rest) - decks
    start = end - 1
    if start > 0 and sizes[start] == sizes[start - 1]:
        start -= 1
    elif start > 0 and not decks and sizes[start] > sizes[start - 1] > sizes[start] // 2:
        start -= 1  # a headline and a longer deck
        end -= 1
    levels = [4] * len(rest)
    levels[start:end] = [1] * (end - start)
    levels[end:] = [2] * (len(rest) - end)
    if start > 0:
        levels[start - 1] = 2
    upper = range(max(start - 1, 0))
    if len(upper) > 1:
        banner = max(upper, key=lambda index: (sizes[index], index))
        levels[banner] = 1
        levels[banner + 1 : start] = [2] * (start - banner - 1)
        levels[1:banner] = _standing_levels(sizes[1:banner])
    return [replace(line, level=level) for line, level in zip(rest, levels, strict=True)]


def _standing_levels(sizes: list[int]) -> list[int]:
    """Levels of a standing head's lines behind its label: slogans come in pairs of one length."""
    slogans = 0
    while slogans < len(sizes) and sizes[-1 - slogans] == sizes[-1]:
        slogans += 1
    if slogans < 2:
        slogans = 0
    return [2] * (len(sizes) - slogans) + [4] * slogans
