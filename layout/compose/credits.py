"""责任栏: who planned, wrote, photographed and made up the page."""

from layout.compose.setter import Setter
from layout.issue.loaded import LoadedPage
from layout.issue.model import Credit
from layout.page.template import CreditsElement
from layout.text.galley import Line
from layout.text.heading import set_heading
from layout.text.paragraph import StyledText

NAME_SPACE = "\u2002"
"""Between two names: half an em, wide enough to tell them apart."""
ENTRY_SPACE = 2.0
"""Between two entries of a row at least, in em."""


def credits_rows(
    element: CreditsElement, width: float, page: LoadedPage, setter: Setter
) -> list[list[tuple[Line, float]]]:
    """Every entry as one line with its place in its row, in points from the left.

    As many entries to a row as there is room for, its first and last flush with the
    edges; the last of several rows begins at the left and keeps the usual gap.
    """
    em = setter.spec(element.name_style).size
    rows: list[list[Line]] = [[]]
    for credit in page.page.credits:
        entry = _entry(element, credit, setter)
        setter.check(entry, page.source, exact=False)
        if entry.width > width:
            text = f"{credit.role}{element.separator}{' '.join(credit.names)}"
            setter.diagnostics.add("credits-too-wide", page.source, text=text)
        taken = sum(line.width + ENTRY_SPACE * em for line in rows[-1])
        if rows[-1] and taken + entry.width > width:
            rows.append([])
        rows[-1].append(entry)
    return [
        _spread(row, width, em, is_rest=number > 0 and number == len(rows) - 1)
        for number, row in enumerate(rows)
    ]


def _spread(row: list[Line], width: float, em: float, *, is_rest: bool) -> list[tuple[Line, float]]:
    spare = width - sum(line.width for line in row)
    gap = ENTRY_SPACE * em if is_rest or len(row) < 2 else spare / (len(row) - 1)
    placed = []
    x = 0.0
    for line in row:
        placed.append((line, x))
        x += line.width + gap
    return placed


def _entry(element: CreditsElement, credit: Credit, setter: Setter) -> Line:
    names = NAME_SPACE.join(credit.names)
    spans = (
        StyledText(credit.role, setter.style(element.role_style)),
        StyledText(element.separator + names, setter.style(element.name_style)),
    )
    return set_heading(spans, setter.rules)
