"""A story's text: paragraphs made whole, crossheads known, credits and bylines taken out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from layout.intake.manuscript import Line, Run, trimmed
from layout.intake.patterns import (
    credits_in,
    day_in,
    ends_a_sentence,
    is_byline,
    is_cutline,
    labelled,
    names_in,
)
from layout.intake.recognised import Block, Credit, Tell
from layout.issue.characters import is_han

PROSE = 30
"""Characters; a line that is longer is text, whatever it ends with."""
_LEAST_CUT = 12
"""A paragraph that is cut in two has at least so many characters before the cut."""
_LEAST_WRAP, _RAGGED = 12, 4
"""A text broken by hand is so wide, and its lines differ by so much."""
_MOST_CROSSHEAD = 20
_LEAST_ALIKE, _MOST_LEAD = 3, 30
_MARKS = re.compile(r"\*|^##|\{[^{}|]+\|[^{}]+\}")
_SENTENCE = re.compile(r".+?[。！？]")


def is_prose(line: Line) -> bool:
    """Whether *line* is text and no head of any kind."""
    if line.role or line.level:
        return line.role == "body"
    if day_in(line.text):
        return False
    goes_on = len(line.text) >= _LEAST_CUT and line.text[-1] in "，、；"
    return len(line.text) > PROSE or goes_on or ends_a_sentence(line.text)


def take_credits(lines: list[Line], tell: Tell) -> list[Credit]:
    """Take the credits off the end of *lines*; each is told where names were guessed at."""
    taken: list[Line] = []
    while lines and not lines[-1].level and credits_in(lines[-1].text):
        taken.insert(0, lines.pop())
    return read_credits(taken, tell)


def read_credits(lines: Sequence[Line], tell: Tell) -> list[Credit]:
    """Roles and names in *lines*."""
    found = []
    for line in lines:
        for role, typed in credits_in(line.text):
            names, are_joined = names_in(typed)
            found.append(Credit(role, names))
            if are_joined:
                tell("import-name-joined", line.number, text="、".join(names))
    return found


def take_byline(lines: list[Line], tell: Tell) -> str:
    """Take a byline off the end of *lines*, or off its beginning."""
    for index in (-1, 0):
        if len(lines) > 1 and not lines[index].level and is_byline(lines[index].text):
            line = lines.pop(index)
            tell("import-as-byline", line.number, text=line.text)
            return line.text
    return ""


def read_text(lines: Sequence[Line], tell: Tell) -> list[Block]:
    """The blocks of a body in *lines*."""
    whole = _rejoined(lines, tell)
    blocks = []
    for index, line in enumerate(whole):
        following = whole[index + 1] if index + 1 < len(whole) else None
        is_crosshead = _is_crosshead(line, following, tell, is_first=index == 0)
        runs = trimmed([Run(line.text)]) if is_crosshead else line.runs
        if line.role == "" and labelled(line.text)[0] == "crosshead":
            runs = (Run(labelled(line.text)[1]),)
        blocks.append(Block(runs, is_crosshead))
        if _MARKS.search(line.text):
            tell("import-marks", line.number, text=line.text[:20])
    _tell_leads(whole, tell)
    return blocks


def unwrapped(lines: Sequence[Line], tell: Tell) -> list[Line]:
    """*lines* with paragraphs joined that were broken at a fixed width."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.begins and _is_plain(line) and _is_plain(groups[-1][-1]):
            groups[-1].append(line)
        else:
            groups.append([line])
    found = []
    for group in groups:
        if _is_wrapped(group):
            if len(group) > 2:
                tell("import-wrapped", group[0].number, last=group[-1].number, count=len(group))
            else:
                _tell_joined(group[0], group[1], tell)
            found.append(_joined(group))
        else:
            found.extend(group)
    return found


def _is_wrapped(group: list[Line]) -> bool:
    """Whether lines without anything between them are one paragraph.

    An indent says so, or one width of all but the last; and some line must break off
    within a sentence, the last must not.
    """
    widths = [len(line.text) for line in group]
    is_even = max(widths) >= _LEAST_WRAP and min(widths[:-1], default=0) >= max(widths) - _RAGGED
    return (
        len(group) > 1
        and (is_even or group[0].is_indented)
        and any(not ends_a_sentence(line.text) for line in group[:-1])
        and ends_a_sentence(group[-1].text)
    )


def _rejoined(lines: Sequence[Line], tell: Tell) -> list[Line]:
    """*lines* with paragraphs joined that a hard break or a column's end cut in two."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _is_cut(groups[-1][-1]) and _is_plain(line):
            _tell_joined(groups[-1][-1], line, tell)
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(group) for group in groups]


def _tell_joined(line: Line, after: Line, tell: Tell) -> None:
    before, behind = line.text[-8:], after.text[:8]
    tell("import-joined", line.number, last=after.number, before=before, after=behind)


def _is_cut(line: Line) -> bool:
    """Whether *line* breaks off within a sentence."""
    last = line.text[-1]
    if not _is_plain(line):
        return False
    if last in "，、,":
        return len(line.text) >= _LEAST_CUT
    return len(line.text) > PROSE and (is_han(last) or last.isalnum() or last in "“‘《（(")


def _is_plain(line: Line) -> bool:
    return not line.level and line.role in {"", "body"} and not is_cutline(line)


def _joined(lines: Sequence[Line]) -> Line:
    """*lines* as one; a blank only between what would run together as one word."""
    runs = list(lines[0].runs)
    for line in lines[1:]:
        before, after = runs[-1].text[-1], line.text[0]
        if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
            runs.append(Run(" ", runs[-1].is_bold))
        runs.extend(line.runs)
    return replace(lines[0], runs=trimmed(runs))


def _is_crosshead(line: Line, following: Line | None, tell: Tell, *, is_first: bool) -> bool:
    if line.level or line.role == "crosshead" or labelled(line.text)[0] == "crosshead":
        if line.level == 1:
            tell("import-another-story", line.number, text=line.text)
        return True
    if line.role or following is None or ends_a_sentence(line.text):
        return False
    is_short = len(line.text) <= (PROSE if line.is_bold else _MOST_CROSSHEAD)
    ends_open = line.text[-1] in "，、；：,;:"
    if is_short and not ends_open and not is_first and is_prose(following):
        tell("import-as-crosshead", line.number, text=line.text)
        return True
    return False


def _tell_leads(lines: Sequence[Line], tell: Tell) -> None:
    """Paragraphs in a row that open alike may be meant to have their first sentence as a lead."""

    def opening(line: Line) -> str:
        first = _SENTENCE.match(line.text)
        if first is None or len(first[0]) > _MOST_LEAD or line.runs[0].is_bold or line.level:
            return ""
        return line.text[0]

    for letter, group in groupby(lines, opening):
        alike = list(group)
        if letter and len(alike) >= _LEAST_ALIKE:
            text = alike[0].text[:8]
            tell("import-lead-perhaps", alike[0].number, text=text, last=alike[-1].number)
