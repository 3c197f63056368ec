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


def credits_rows(element: CreditsElement, page: LoadedPage, setter: Setter) -> list[list[Line]]:
    """Every entry set as one line, in rows; all in one row as long as there is no reason not to."""
    entries = [_entry(element, credit, setter) for credit in page.page.credits]
    for number, entry in enumerate(entries):
        del number
        setter.check(entry, page.source, exact=False)
    return [entries] if entries else []


def _entry(element: CreditsElement, credit: Credit, setter: Setter) -> Line:
    names = NAME_SPACE.join(credit.names)
    spans = (
        StyledText(credit.role, setter.style(element.role_style)),
        StyledText(element.separator + names, setter.style(element.name_style)),
    )
    return set_heading(spans, setter.rules)
