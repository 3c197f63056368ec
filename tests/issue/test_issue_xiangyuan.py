"""The page of 2025-02-27: its text is the source's, letter for letter."""

import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from layout.diagnostics import Diagnostics
from layout.issue.body import Paragraph
from layout.issue.load import load_issue
from layout.issue.loaded import LoadedIssue

ISSUE = Path(__file__).parents[2] / "issues" / "2025-02-27-xiangyuan"
SOURCE = Path(__file__).parent / "data" / "source.md"
BODY_SHA256 = "9c8ee1bcbc223f5415d456eeecdc640c396ee3a8478c1ebc1cafa6d84885f065"
"""Of the fifteen paragraphs, joined by line feeds."""


def source_paragraphs() -> list[str]:
    """The source's body; the paragraph that its column cuts in two is one."""
    text = SOURCE.read_text(encoding="utf-8")
    body = text[text.index("春潮澎湃") : text.index("策划 /")]
    paragraphs = [line for line in body.splitlines() if line]
    cut = next(i for i, line in enumerate(paragraphs) if line.endswith("实践中，"))
    paragraphs[cut : cut + 2] = ["".join(paragraphs[cut : cut + 2])]
    return paragraphs


@pytest.fixture
def loaded(tmp_path: Path) -> LoadedIssue:
    """The issue's own texts, with any pictures."""
    folder = tmp_path / ISSUE.name
    for name in ("artwork/banner", "pictures/lake", "pictures/fields", "pictures/town"):
        path = folder / f"{name}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (60, 40)).save(path)
    for name in ("issue.yaml", "body.md"):
        shutil.copy(ISSUE / name, folder / name)
    found = Diagnostics()
    issue = load_issue(folder, found)
    assert issue is not None
    assert {d.code for d in found} == {"stand-in"}
    assert len(found) == 4
    return issue


def test_the_body_is_the_sources_letter_for_letter(loaded: LoadedIssue) -> None:
    blocks = loaded.pages[0].stories[0].body.blocks
    assert [block.text for block in blocks] == source_paragraphs()
    assert len(blocks) == 15
    assert all(isinstance(block, Paragraph) for block in blocks)


def test_the_source_itself_has_not_changed() -> None:
    text = "\n".join(source_paragraphs())
    assert sha256(text.encode()).hexdigest() == BODY_SHA256
    assert sum(map(len, source_paragraphs())) == 2212


def test_ten_paragraphs_open_with_their_first_sentence_as_a_lead(loaded: LoadedIssue) -> None:
    blocks = loaded.pages[0].stories[0].body.blocks
    leads = [block.spans[0].text for block in blocks if block.spans[0].style == "lead"]
    openings = [text[: text.find("。") + 1] for text in source_paragraphs()]
    assert leads == [o for o in openings if o.startswith("这一年，") or "，推动" in o]
    assert len(leads) == 10
    assert all(
        [span.style for span in block.spans] in (["plain"], ["lead", "plain"]) for block in blocks
    )


def test_heads_and_credits_are_the_sources(loaded: LoadedIssue) -> None:
    page = loaded.issue.pages[0]
    head, banner, story = page.standing_head, page.banner, page.stories[0]
    assert head is not None
    assert banner is not None
    typed = [
        head.label,
        *head.title.split(),
        *head.slogans,
        banner.title,
        banner.series,
        story.kicker,
        *story.headline,
    ]
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    heads = [line.lstrip("# ") for line in lines if line.startswith("#")]
    assert [loaded.issue.edition, *typed] == heads[1:]
    credits_ = [f"{credit.role} / {' '.join(credit.names)}" for credit in page.credits]
    assert credits_ == [line.rstrip() for line in lines if " / " in line]
    assert loaded.issue.date == date(2025, 2, 27)


def test_every_picture_says_that_it_is_a_stand_in(loaded: LoadedIssue) -> None:
    page = loaded.pages[0]
    specs = [picture.spec for picture in page.stories[0].pictures]
    assert [spec.file for spec in specs] == [
        "pictures/lake.jpg",
        "pictures/fields.jpg",
        "pictures/town.jpg",
    ]
    assert all(spec.stand_in and spec.cutline.endswith("（示意图）") for spec in specs)
    assert all(spec.alt.startswith("制图：") for spec in specs)
    assert page.page.banner is not None
    assert page.page.banner.stand_in
