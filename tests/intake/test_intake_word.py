"""Word files, made by python-docx and by LibreOffice."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Pt
from PIL import Image

if TYPE_CHECKING:
    from docx.document import Document

DATA = Path(__file__).parent / "data"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PROSE = "这是样稿的一段，写到三十个字以上才像正文，所以再多写几个字，到这里结束。"
Taken = Callable[..., Any]


def saved(document: "Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def photo(kind: str = "JPEG") -> io.BytesIO:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((1300, 800)).convert("RGB").save(out, kind)
    out.seek(0)
    return out


def with_text(*paragraphs: str) -> "Document":
    document = docx.Document()
    document.add_heading("样稿主题", 1)
    for text in paragraphs:
        document.add_paragraph(text)
    return document


def test_a_file_of_libreoffice_says_roles_by_styles(taken: Taken) -> None:
    imported = taken(DATA / "styled.docx")
    story = imported.story
    assert story.story.headline == ("样稿主题一行",)
    assert story.story.deck == ("——样稿副题写在这里",)
    assert story.story.byline == "本报记者 样某"
    assert imported.blocks[0].startswith("样稿甲段")
    assert imported.blocks[1] == "## 样稿小标题"
    assert imported.blocks[2].startswith("样稿丙段以这一句开头。|后面的字")
    assert [picture.spec.cutline for picture in story.pictures] == [
        "图为样稿所附的渐变灰图（示意图）"
    ]
    assert not story.pictures[0].spec.stand_in
    assert (story.pictures[0].info.width, story.pictures[0].info.height) == (1300, 800)
    credits_ = imported.issue.issue.pages[0].credits
    assert [(each.role, each.names) for each in credits_] == [
        ("文字", ("样某", "例某某")),
        ("版式", ("试某",)),
    ]
    assert imported.line("import-name-joined") == 10
    assert imported.issue.issue.date.year == 2030
    assert "import-no-date" in imported.codes


def test_a_file_of_libreoffice_says_roles_by_size(taken: Taken) -> None:
    imported = taken(DATA / "plain.docx")
    story = imported.story.story
    assert imported.issue.issue.date.isoformat() == "2025-03-01"
    assert (story.kicker, story.headline) == ("样稿引题", ("样稿主题第一行", "样稿主题第二行"))
    assert len(imported.blocks) == 4
    assert "这个逗号为止，后半段从下一栏" in imported.blocks[1]
    assert imported.line("import-joined") == 6
    assert imported.blocks[2] == "## 样稿的粗体小标题"
    assert imported.blocks[3].startswith("样稿丙段以这一句开头。|")


@pytest.mark.parametrize("kind", [WD_BREAK.LINE, WD_BREAK.COLUMN, WD_BREAK.PAGE])
def test_a_sentence_broken_by_hand_is_joined(taken: Taken, kind: WD_BREAK) -> None:
    document = with_text(PROSE)
    run = document.add_paragraph("前半段在这里断开，没有写完的一句话，").add_run()
    run.add_break(kind)
    run.add_text("后半段接着写。")
    imported = taken("a.docx", saved(document))
    assert imported.blocks == [PROSE, "前半段在这里断开，没有写完的一句话，后半段接着写。"]
    assert imported.line("import-joined") == 3


def test_a_hard_break_behind_a_full_stop_divides_paragraphs(taken: Taken) -> None:
    document = with_text()
    document.add_paragraph(f"{PROSE}\n{PROSE}")
    imported = taken("a.docx", saved(document))
    assert imported.blocks == [PROSE, PROSE]
    assert "import-joined" not in imported.codes


def test_bold_at_a_paragraphs_start_is_a_lead(taken: Taken) -> None:
    document = with_text(PROSE)
    paragraph = document.add_paragraph()
    paragraph.add_run("  ")
    paragraph.add_run("这一句").bold = True
    paragraph.add_run("是导语。").bold = True
    paragraph.add_run("这一句不是，")
    paragraph.add_run("这里").bold = True
    paragraph.add_run("是强调。")
    imported = taken("a.docx", saved(document))
    spans = imported.story.body.blocks[1].spans
    assert [(span.text, span.style) for span in spans] == [
        ("这一句是导语。", "lead"),
        ("这一句不是，", "plain"),
        ("这里", "strong"),
        ("是强调。", "plain"),
    ]


def test_a_text_that_is_bold_throughout_has_no_leads(taken: Taken) -> None:
    document = with_text()
    for _ in range(3):
        document.add_paragraph().add_run(PROSE).bold = True
    assert taken("a.docx", saved(document)).blocks == [PROSE] * 3


def test_heads_by_size_and_place(taken: Taken) -> None:
    document = docx.Document()
    for text, size in (("样稿引题", 16), ("样稿的主题有八字", 26), ("——样稿副题", 14)):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).font.size = Pt(size)
    document.add_paragraph("样稿日报记者 样某")
    document.add_paragraph(PROSE)
    story = taken("a.docx", saved(document)).story.story
    assert story.kicker == "样稿引题"
    assert story.headline == ("样稿的主题有八字",)
    assert story.deck == ("——样稿副题",)
    assert story.byline == "样稿日报记者 样某"


def test_pictures_keep_their_order_and_their_cutlines(taken: Taken) -> None:
    document = with_text(PROSE)
    document.add_picture(photo("PNG"))
    document.add_paragraph("图为第一张。样某 摄")
    document.add_paragraph(PROSE)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table.rows[0].cells, "甲乙", strict=True):
        cell.paragraphs[0].add_run().add_picture(photo())
        table.rows[1].cells["甲乙".index(text)].text = f"▲样稿图{text}"
    document.add_paragraph("这是最后一段。")
    imported = taken("a.docx", saved(document))
    specs = [picture.spec for picture in imported.story.pictures]
    assert [(each.cutline, each.credit) for each in specs] == [
        ("图为第一张。", "样某 摄"),
        ("▲样稿图甲", ""),
        ("▲样稿图乙", ""),
    ]
    assert [each.file for each in specs] == [
        "pictures/picture-1.png",
        "pictures/picture-2.jpg",
        "pictures/picture-3.jpg",
    ]
    assert imported.blocks == [PROSE, PROSE, "这是最后一段。"]
    assert "import-table" in imported.codes


def test_a_short_line_below_a_picture_is_taken_for_its_words_and_told(taken: Taken) -> None:
    document = with_text(PROSE)
    document.add_picture(photo())
    document.add_paragraph("样稿里的灰图")
    document.add_paragraph(PROSE)
    imported = taken("a.docx", saved(document))
    assert imported.story.pictures[0].spec.cutline == "样稿里的灰图"
    assert imported.line("import-as-cutline") == 4


def test_a_picture_without_words_is_told(taken: Taken) -> None:
    document = with_text(PROSE)
    document.add_picture(photo())
    document.add_paragraph(PROSE)
    imported = taken("a.docx", saved(document))
    assert imported.line("import-picture-no-cutline") == 3
    assert imported.blocks == [PROSE, PROSE]


def test_other_formats_are_converted(taken: Taken) -> None:
    document = with_text(PROSE)
    document.add_picture(photo("BMP"))
    imported = taken("a.docx", saved(document))
    assert imported.story.pictures[0].info.format == "PNG"


def test_more_pictures_than_the_template_takes_are_comments(taken: Taken) -> None:
    document = with_text(PROSE)
    for number in range(1, 11):
        document.add_picture(photo())
        document.add_paragraph(f"图为第{number}张")
    imported = taken("a.docx", saved(document))
    assert "import-many-pictures" in imported.codes
    text = (imported.folder / "issue.yaml").read_text(encoding="utf-8")
    assert "# " in text
    assert text.count("pictures/picture-10.jpg") == 1
    assert len(imported.story.pictures) < 10
    assert (imported.folder / "pictures" / "picture-10.jpg").is_file()


INLINE = {
    "import-changes": f"<w:ins {W}><w:r><w:t>添了。</w:t></w:r></w:ins>",
    "import-hidden": f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>隐藏。</w:t></w:r>",
    "import-symbol": f'<w:r {W}><w:sym w:font="Wingdings" w:char="F04A"/></w:r>',
    "import-notes": f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>',
    "import-numbering": f'<w:pPr {W}><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>',
}


@pytest.mark.parametrize("code", INLINE)
def test_what_cannot_be_carried_over_is_told(taken: Taken, code: str) -> None:
    document = with_text(PROSE)
    paragraph = document.add_paragraph(PROSE)
    element = parse_xml(INLINE[code])
    paragraph._p.insert(0, element)
    imported = taken("a.docx", saved(document))
    assert imported.line(code) == 3
    added = "添了。" if code == "import-changes" else ""
    assert imported.blocks == [PROSE, added + PROSE]


def test_what_was_deleted_stays_away(taken: Taken) -> None:
    document = with_text(PROSE)
    paragraph = document.add_paragraph(PROSE)
    gone = f"<w:del {W}><w:r><w:delText>删去。</w:delText></w:r></w:del>"
    paragraph._p.append(parse_xml(gone))
    assert taken("a.docx", saved(document)).blocks == [PROSE, PROSE]


def test_text_in_the_margin_is_told(taken: Taken) -> None:
    document = with_text(PROSE)
    document.sections[0].header.paragraphs[0].text = "样稿页眉"
    imported = taken("a.docx", saved(document))
    assert "样稿页眉" in next(e for e in imported.found if e.code == "import-margin").message()


def test_marks_that_body_md_would_read_are_told(taken: Taken) -> None:
    imported = taken("a.docx", saved(with_text(PROSE, f"**不是粗体**，{PROSE}")))
    assert imported.line("import-marks") == 3
