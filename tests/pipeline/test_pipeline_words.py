"""Every word of the source stands on the page once, and is read back in its order."""

import io
import re
from collections import Counter
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from support.special_page import SOURCE, Built

from layout.pipeline import Pages

CUTLINES = ("宝峰湖（示意图）", "高标准农田（示意图）", "襄垣县城（示意图）")


def by_pypdf(pdf: bytes) -> str:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def by_pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        text = page.get_textpage()
        found = text.get_text_range()
        text.close()
        page.close()
        return found
    finally:
        document.close()


EXTRACTORS = pytest.mark.parametrize("extract", [by_pypdf, by_pdfium])


def without_blanks(text: str) -> str:
    return re.sub(r"\s", "", text)


def source_parts() -> list[str]:
    """The source in its order, without its Markdown; the paragraph that a column cuts is one."""
    text = SOURCE.read_text(encoding="utf-8").replace("实践中，\n\n用好", "实践中，用好")
    lines = (re.sub(r"^#+ ", "", line) for line in text.splitlines())
    return [without_blanks(line) for line in lines if line.strip()]


@EXTRACTORS
def test_the_page_reads_as_the_source_letter_for_letter(
    special_page: Built, extract: object
) -> None:
    parts = source_parts()
    credits_at = next(i for i, part in enumerate(parts) if part.startswith("策划/"))
    expected = "".join([*parts[:credits_at], *CUTLINES, *parts[credits_at:]])
    assert callable(extract)
    assert without_blanks(extract(special_page.pdf)) == expected


@EXTRACTORS
def test_every_character_stands_on_the_page_once(special_page: Built, extract: object) -> None:
    assert callable(extract)
    found = Counter(without_blanks(extract(special_page.pdf)))
    expected = Counter("".join([*source_parts(), *CUTLINES]))
    assert found == expected


@EXTRACTORS
@pytest.mark.parametrize(
    "words",
    ["马静 孙彬雁 霍卫星 史荣荣", "2025 长治两会", "向人民报告", "长治日报", "CHANGZHI RIBAO"],
)
def test_words_apart_stay_apart_and_words_in_one_stay_in_one(
    special_page: Built, extract: object, words: str
) -> None:
    assert callable(extract)
    assert words in re.sub(r"[^\S\n]+", " ", extract(special_page.pdf))


def test_words_are_found_where_they_stand(special_page: Built) -> None:
    document = pypdfium2.PdfDocument(special_page.pdf)
    page = document[0]
    text = page.get_textpage()
    for words in ("承压向上、负重前行", "长治日报", "襄垣县", "1462.62亩", "“金字招牌”"):
        search = text.search(words)
        assert search.get_next() is not None, words
        search.close()
    text.close()
    page.close()
    document.close()


def test_no_character_is_lost_between_the_composition_and_the_file(pages: Pages) -> None:
    placed = [
        at.cluster.text
        for block in pages.compositions[0].blocks
        if block.element
        for part in block.parts
        if hasattr(part, "line")
        for at in part.line.clusters
    ]
    body = (Path(pages.issue.folder) / "body.md").read_text(encoding="utf-8")
    assert without_blanks("".join(placed)) == without_blanks(body.replace("**", ""))


@pytest.fixture
def pages(special_page: Built) -> Pages:
    return special_page.pages
