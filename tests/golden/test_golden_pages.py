"""Display lists against the traces accepted last; ``make golden`` accepts what there is now."""

import os
from pathlib import Path

import pytest
from support.special_page import ISSUE, composed
from support.trace import trace

HERE = Path(__file__).parent


@pytest.mark.parametrize("issue", [ISSUE], ids=lambda folder: folder.name)
def test_the_page_is_drawn_as_it_was_accepted(issue: Path) -> None:
    pages, _ = composed(issue)
    drawn = "\n".join(trace(sheet) for sheet in pages.sheets)
    accepted = HERE / f"{issue.name}.txt"
    if os.environ.get("BANXIN_ACCEPT"):
        accepted.write_text(drawn, encoding="utf-8")
    assert drawn == accepted.read_text(encoding="utf-8")
