"""Plain text, Markdown and ninjs: heads, paragraphs, pictures."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

PROSE = "这是样稿的一段，写到三十个字以上才像正文，所以再多写几个字，到这里结束。"
Taken = Callable[..., Any]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.png"
    Image.new("RGB", (1300, 800), "grey").save(path)
    return path


@pytest.mark.parametrize(
    ("heads", "kicker", "headline", "deck"),
    [
        (["样稿的主题"], "", ("样稿的主题",), ()),
        (["春天来了！"], "", ("春天来了！",), ()),
        (["引题样稿", "样稿的主题有九个字"], "引题样稿", ("样稿的主题有九个字",), ()),
        (["样稿主题上一行", "样稿主题下一行"], "", ("样稿主题上一行", "样稿主题下一行"), ()),
        (
            ["样稿的主题", "——样稿的副题写得长一些"],
            "",
            ("样稿的主题",),
            ("——样稿的副题写得长一些",),
        ),
        (["引题：甲", "主题：乙", "副题：丙"], "甲", ("乙",), ("丙",)),
        (["（引题）甲", "【标题】乙"], "甲", ("乙",), ()),
    ],
)
def test_heads_of_a_plain_text(
    taken: Taken, heads: list[str], kicker: str, headline: tuple[str, ...], deck: tuple[str, ...]
) -> None:
    imported = taken("a.txt", "\n".join([*heads, "", PROSE]))
    story = imported.story.story
    assert (story.kicker, story.headline, story.deck) == (kicker, headline, deck)
    assert imported.blocks == [PROSE]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025年2月27日 星期四", "2025-02-27"),
        ("2025-02-27", "2025-02-27"),
        ("2025.2.27（周四）", "2025-02-27"),
        ("乙巳年正月三十 2025年2月27日", "2025-02-27"),
    ],
)
def test_a_date_is_known_and_the_weekday_checked(taken: Taken, typed: str, day: str) -> None:
    imported = taken("a.txt", f"{typed}\n特刊\n第5版\n样稿主题\n\n{PROSE}")
    assert imported.issue.issue.date.isoformat() == day
    assert imported.issue.issue.edition == "特刊"
    assert imported.issue.issue.pages[0].page == 5
    assert "import-weekday" not in imported.codes


def test_what_stands_beside_a_date_is_taken_or_told(taken: Taken) -> None:
    line = "长治日报 特刊 2025年2月27日 星期四 乙巳年正月三十 第5版 总第8期"
    imported = taken("a.txt", f"{line}\n样稿主题\n\n{PROSE}")
    issue = imported.issue.issue
    assert (issue.edition, issue.pages[0].page) == ("特刊", 5)
    assert "import-no-paper" not in imported.codes
    told = [each.params["text"] for each in imported.found if each.code == "import-left"]
    assert told == ["总第8期"]


def test_a_wrong_weekday_is_told(taken: Taken) -> None:
    imported = taken("a.txt", f"2025年2月27日 星期三\n样稿主题\n\n{PROSE}")
    assert imported.line("import-weekday") == 1


def test_lines_of_one_width_are_one_paragraph(taken: Taken) -> None:
    wrapped = "\n".join(PROSE[start : start + 15] for start in range(0, len(PROSE), 15))
    imported = taken("a.txt", f"样稿主题\n\n{wrapped}\n\n{PROSE}")
    assert imported.blocks == [PROSE, PROSE]
    assert imported.line("import-wrapped") == 3


def test_words_of_another_script_keep_a_blank_where_lines_met(taken: Taken) -> None:
    imported = taken("a.txt", "样稿主题\n\n　　样稿里有 banxin\nengine 两个词。\n")
    assert imported.blocks == ["样稿里有 banxin engine 两个词。"]


def test_many_doubts_of_a_kind_are_counted(taken: Taken) -> None:
    cut = "样稿的一段断在句子的中间，"
    imported = taken("a.txt", "样稿主题\n\n" + f"{cut}\n\n{PROSE}\n\n" * 30)
    assert imported.codes.count("import-joined") == 20
    assert imported.codes[-3:] == ["import-no-paper", "import-no-date", "and-more"]
    assert imported.blocks == [cut + PROSE] * 30


def test_lines_that_end_as_sentences_are_paragraphs(taken: Taken) -> None:
    imported = taken("a.txt", f"样稿主题\n{PROSE}\n{PROSE}\n")
    assert imported.blocks == [PROSE, PROSE]


def test_a_short_line_without_a_mark_is_a_crosshead_and_told(taken: Taken) -> None:
    imported = taken("a.txt", f"样稿主题\n\n{PROSE}\n\n样稿小标题\n\n{PROSE}")
    assert imported.blocks == [PROSE, "## 样稿小标题", PROSE]
    assert imported.line("import-as-crosshead") == 5


@pytest.mark.parametrize(
    ("typed", "credits_"),
    [
        ("策划 / 冯某", [("策划", ("冯某",))]),
        ("责任编辑：张某、李某某", [("责任编辑", ("张某", "李某某"))]),
        ("策划：甲某 统筹：乙某", [("策划", ("甲某",)), ("统筹", ("乙某",))]),
        ("文字　甲某　乙某\n图片 丙某", [("文字", ("甲某", "乙某")), ("图片", ("丙某",))]),
        ("版式 / 高　某", [("版式", ("高某",))]),
    ],
)
def test_credits(taken: Taken, typed: str, credits_: list[tuple[str, tuple[str, ...]]]) -> None:
    imported = taken("a.txt", f"样稿主题\n\n{PROSE}\n\n{typed}\n")
    found = imported.issue.issue.pages[0].credits
    assert [(each.role, each.names) for each in found] == credits_
    assert imported.blocks == [PROSE]


def test_words_of_a_picture_that_is_not_there_get_a_stand_in(taken: Taken) -> None:
    imported = taken("a.txt", f"样稿主题\n\n{PROSE}\n图为样稿。样某 摄\n{PROSE}\n灰图（示意图）\n")
    specs = [picture.spec for picture in imported.story.pictures]
    assert [(each.cutline, each.credit, each.stand_in) for each in specs] == [
        ("图为样稿。", "样某 摄", True),
        ("灰图（示意图）", "", True),
    ]
    assert imported.codes.count("import-cutline-alone") == 2
    assert imported.blocks == [PROSE, PROSE]


def test_markdown(taken: Taken, photo: Path) -> None:
    text = (
        "---\ntitle: x\n---\n# 样稿主题\n\n## 一、样稿\n\n"
        f"**导语在前。**{PROSE}\n\n![样图]({photo.name} 't')\n图为样稿\n\n"
        f"<!-- 隐去 -->\n二、样稿\n---\n\n> 引文[链接](http://x.y)，\\*{PROSE}\n"
    )
    imported = taken("a.md", text)
    assert imported.story.story.headline == ("样稿主题",)
    assert imported.blocks == [
        "## 一、样稿",
        f"导语在前。|{PROSE}",
        "## 二、样稿",
        f"引文链接，*{PROSE}",
    ]
    (picture,) = imported.story.pictures
    assert (picture.spec.cutline, picture.spec.alt) == ("图为样稿", "样图")
    assert (imported.folder / picture.spec.file).read_bytes() == photo.read_bytes()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("http://example.invalid/a.png", "import-remote-picture"),
        ("none.png", "import-picture-missing"),
        ("../a.md", "import-picture-missing"),
        ("/etc/hostname", "import-picture-missing"),
        ("a.md", "import-picture-unreadable"),
    ],
)
def test_pictures_that_cannot_be_had_are_told(taken: Taken, name: str, code: str) -> None:
    imported = taken("a.md", f"# 样稿主题\n\n{PROSE}\n\n![样图]({name})\n\n{PROSE}\n")
    assert imported.line(code) == 5
    assert imported.blocks == [PROSE, PROSE]
    assert all(picture.spec.stand_in for picture in imported.story.pictures)


def ninjs(version: int) -> str:
    html = f"<h2>小标题</h2><p><b>导语。</b>{PROSE}</p><p>后一段\n{PROSE}</p><script>x</script>"
    picture = {
        "type": "picture",
        "description_text": "图为样稿。",
        "renditions": {
            "small": {"href": "none.png", "width": 10},
            "full": {"href": "photo.png", "width": 1300},
        },
    }
    if version == 1:
        return json.dumps(
            {
                "uri": "urn:x",
                "headline": "样稿主题",
                "byline": "样某",
                "body_html": html,
                "versioncreated": "2025-02-27T10:00:00+08:00",
                "associations": {"main": picture},
            }
        )
    listed = {**picture, "renditions": list(picture["renditions"].values())}  # type: ignore[attr-defined]
    return json.dumps(
        {
            "uri": "urn:x",
            "headlines": [
                {"role": "main", "value": "样稿主题"},
                {"role": "subtitle", "value": "样稿副题"},
            ],
            "byline": "样某",
            "bodies": [
                {"contentType": "text/plain", "value": "x"},
                {"contentType": "text/html", "value": html},
            ],
            "versionCreated": "2025-02-27T10:00:00+08:00",
            "associations": [listed],
        }
    )


@pytest.mark.usefixtures("photo")
@pytest.mark.parametrize("version", [1, 3])
def test_ninjs(taken: Taken, version: int) -> None:
    imported = taken("a.json", ninjs(version))
    story = imported.story.story
    assert story.headline == ("样稿主题",)
    assert story.deck == (() if version == 1 else ("样稿副题",))
    assert story.byline == "样某"
    assert imported.blocks == ["## 小标题", f"导语。|{PROSE}", f"后一段{PROSE}"]
    assert imported.issue.issue.date.isoformat() == "2025-02-27"
    (picture,) = imported.story.pictures
    assert picture.spec.cutline == "图为样稿。"
    assert not picture.spec.stand_in


def test_ninjs_of_plain_text(taken: Taken) -> None:
    text = json.dumps({"headline": "样稿主题", "body_text": f"{PROSE}\n{PROSE}"})
    assert taken("a.json", text).blocks == [PROSE, PROSE]


def test_words_that_yaml_would_misread_come_back_as_they_were(taken: Taken) -> None:
    heads = ["引题：- 甲: 乙 #丙", '主题："2025"', "副题：true", "作者：a, [b]"]
    story = taken("a.txt", "\n".join([*heads, "", PROSE])).story.story
    assert story.kicker == "- 甲: 乙 #丙"
    assert story.headline == ('"2025"',)
    assert story.deck == ("true",)
    assert story.byline == "a, [b]"


def test_equal_files_give_equal_folders(taken: Taken) -> None:
    text = f"样稿主题\n\n{PROSE}\n图为样稿\n"
    one, two = taken("a.txt", text, "one/same"), taken("a.txt", text, "two/same")
    names = [path.relative_to(one.folder) for path in one.folder.rglob("*") if path.is_file()]
    assert len(names) == 4
    for name in names:
        assert (one.folder / name).read_bytes() == (two.folder / name).read_bytes()


def test_a_stand_in_can_be_opened(taken: Taken) -> None:
    imported = taken("a.txt", f"样稿主题\n\n{PROSE}\n图为样稿\n")
    data = (imported.folder / "pictures" / "picture-1.jpg").read_bytes()
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (1600, 1000)
