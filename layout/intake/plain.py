"""Plain text into lines: nothing says what they are but their place and their words."""

from layout.intake.manuscript import BLANKS, Line, Manuscript, Run, trimmed

_INDENTS = ("\u3000", "  ", "\t")


def read_plain(text: str) -> Manuscript:
    """The lines of *text* that are not blank."""
    items: list[Line] = []
    is_after_blank = True
    for number, typed in enumerate(text.splitlines(), 1):
        runs = trimmed([Run(typed)])
        if runs:
            is_indented = typed.startswith(_INDENTS)
            begins = is_after_blank or is_indented
            items.append(Line(runs, number, begins=begins, is_indented=is_indented))
        is_after_blank = not typed.strip(BLANKS)
    return Manuscript(tuple(items))
