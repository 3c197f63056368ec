"""Pictures and the lines that belong to them: below, beside or above."""

from collections.abc import Sequence

from layout.intake.manuscript import Image, Line
from layout.intake.patterns import (
    credits_in,
    ends_a_sentence,
    is_byline,
    is_cutline,
    labelled,
    taken_by,
)
from layout.intake.recognised import Shot, Tell
from layout.intake.text import is_prose

_MOST_GUESSED = 40
"""Characters of a line that is taken for a cutline only because it stands below a picture."""


def pair(items: Sequence[Line | Image], tell: Tell) -> tuple[list[Shot], list[Line]]:
    """Pictures with their words, in order, and all other lines."""
    shots: list[Shot] = []
    wordless: list[int] = []
    """Pictures without words that nothing but other pictures and their words follows."""
    lines: list[Line] = []
    above: Line | None = None
    for index, item in enumerate(items):
        if isinstance(item, Image):
            shot = Shot(item.data, item.number, alt=item.alt)
            if above is None:
                wordless.append(len(shots))
            shots.append(_worded(shot, above) if above else shot)
            above = None
        elif wordless and _is_for_picture(item, lines, tell):
            first = wordless.pop(0)
            shots[first] = _worded(shots[first], item)
        elif is_cutline(item) and _stands_above_picture(items, index):
            above = item
        elif is_cutline(item):
            shots.append(_worded(Shot(None, item.number), item))
            tell("import-cutline-alone", item.number, text=item.text[:20])
        else:
            wordless.clear()
            lines.append(item)
    for shot in shots:
        if not shot.cutline and not shot.credit:
            tell("import-picture-no-cutline", shot.number)
    return shots, lines


def _is_for_picture(line: Line, before: Sequence[Line], tell: Tell) -> bool:
    """Whether *line*, which follows a picture, is its words: by its own, or by its place."""
    if is_cutline(line):
        return True
    is_guessed = (
        not line.level
        and line.role in {"", "body"}
        and len(line.text) <= _MOST_GUESSED
        and any(is_prose(each) for each in before)
        and (bool(taken_by(line.text)[1]) or not ends_a_sentence(line.text))
        and not is_byline(line.text)
        and not credits_in(line.text)
    )
    if is_guessed:
        tell("import-as-cutline", line.number, text=line.text)
    return is_guessed


def _stands_above_picture(items: Sequence[Line | Image], index: int) -> bool:
    """Whether a picture without words of its own comes right behind the line at *index*."""
    behind = items[index + 1 : index + 3]
    if not behind or not isinstance(behind[0], Image):
        return False
    return len(behind) < 2 or not (isinstance(behind[1], Line) and is_cutline(behind[1]))


def _worded(shot: Shot, line: Line) -> Shot:
    """*shot* with the words of *line*, without the label before them."""
    role, text = labelled(line.text)
    cutline, credit = taken_by(text if role == "cutline" else line.text)
    return shot._replace(cutline=cutline, credit=credit)
