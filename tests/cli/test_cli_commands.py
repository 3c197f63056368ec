"""What each command asks of the pipeline, what it prints, and how it ends."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from layout.issue.schema import issue_schema

Said = tuple[int, str, str]
Banxin = Callable[..., Said]
COMMITTED_SCHEMA = Path(__file__).parents[2] / "issues" / "issue.schema.json"


class Pipeline(Protocol):
    calls: list[tuple[str, Path, dict[str, object]]]
    texts: list[str]
    missing: dict[str, str]


@pytest.fixture(autouse=True)
def _here(issues: Path) -> None:
    """Every test stands among the issues."""


# --- build, check, proof -----------------------------------------------------------------


def test_build_passes_on_what_was_typed(banxin: Banxin, pipeline: Pipeline) -> None:
    banxin("build", "good")
    banxin(
        "build", "good", "-o", "there", "--dpi", "72.5", "--page", "2", "--draft", "--lang", "en"
    )
    usual = {"out": Path("build"), "dpi": 150, "page": None, "as_draft": False, "lang": "zh"}
    told = {"out": Path("there"), "dpi": 72.5, "page": 2, "as_draft": True, "lang": "en"}
    assert pipeline.calls == [
        ("build", Path("good"), usual),
        ("build", Path("good"), told),
    ]


def test_check_takes_issues_and_pdfs(banxin: Banxin, pipeline: Pipeline) -> None:
    banxin("check", "good")
    banxin("check", "x.pdf")
    assert pipeline.calls == [
        ("check", Path("good"), {"lang": "zh"}),
        ("check", Path("x.pdf"), {"lang": "zh"}),
    ]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", (150, None, (), False, "", None, "")),
        ("--overlay lines,grid,lines", (150, None, ("grid", "lines"), False, "", None, "")),
        ("--soft --frame banner", (150, None, (), True, "", None, "banner")),
        ("--plate k --dpi 72 --page 2", (72, 2, (), False, "K", None, "")),
        ("--compare old.pdf", (150, None, (), False, "", Path("old.pdf"), "")),
    ],
)
def test_proof_passes_on_what_is_wanted(
    banxin: Banxin, pipeline: Pipeline, typed: str, wanted: tuple[object, ...]
) -> None:
    assert banxin("proof", "good", *typed.split())[0] == 0
    options = {"out": Path("build"), "wanted": wanted, "lang": "zh"}
    assert pipeline.calls == [("proof", Path("good"), options)]


def test_a_good_issue_is_summed_up_in_a_line(banxin: Banxin, pipeline: Pipeline) -> None:
    status, out, err = banxin("build", "good")
    assert status == 0
    assert re.fullmatch(
        r"good：0 个错误，1 个警告，2 版；写出 build/good\.pdf、build/good-p1\.png（\d\.\d 秒）\n",
        out,
    )
    assert err == (
        "good/issue.yaml:15:7: 警告 lake.jpg 是代用图，不是真正的新闻图片；"
        "付印前请换上，并删去 stand_in\n"
    )
    assert len(pipeline.calls) == 1


def test_the_summary_is_english_on_request(banxin: Banxin, pipeline: Pipeline) -> None:
    _, out, err = banxin("--lang", "en", "build", "good")
    assert out.startswith("good: errors 0, warnings 1, pages 2; wrote build/good.pdf, ")
    assert err.startswith("good/issue.yaml:15:7: warning lake.jpg is a stand-in")
    assert not re.search("[一-龥]", out + err)
    assert pipeline.calls


def test_findings_are_sorted_by_gravity_then_place(banxin: Banxin, pipeline: Pipeline) -> None:
    status, out, err = banxin("build", "bad")
    assert status == 1
    assert [line.split(" ")[0] for line in err.splitlines()[:4]] == [
        "bad:第",
        "bad/issue.yaml:3:1:",
        "bad/issue.yaml:20:1:",
        "bad/issue.yaml:15:7:",
    ]
    assert err.splitlines()[0].startswith("bad:第 2 版: 错误 无法写入 x.pdf")
    assert err.splitlines()[-1].startswith("有错误的一期没有写出 PDF")
    assert out.startswith("bad：3 个错误，1 个警告，2 版（")
    assert pipeline.calls


def test_only_build_speaks_of_the_pdf(banxin: Banxin, pipeline: Pipeline) -> None:
    status, _, err = banxin("check", "bad")
    assert status == 1
    assert "没有写出" not in err
    assert pipeline.calls


def test_issue_yaml_may_be_named_and_its_folder_is_the_place(
    banxin: Banxin, pipeline: Pipeline
) -> None:
    _, _, err = banxin("build", "good/issue.yaml")
    assert err.startswith("good/issue.yaml:15:7: ")
    assert pipeline.calls[0][1] == Path("good/issue.yaml")


def test_an_absolute_place_below_here_is_told_from_here(
    banxin: Banxin, pipeline: Pipeline, issues: Path
) -> None:
    assert banxin("build", issues / "good")[2].startswith("good/issue.yaml:15:7: ")
    assert pipeline.calls


def test_a_place_outside_the_issue_is_told_by_its_own_name(
    banxin: Banxin, pipeline: Pipeline
) -> None:
    Path("good/issue.yaml").unlink()
    assert banxin("build", "good")[2].startswith("issue.yaml:15:7: ")
    assert pipeline.calls


def test_nothing_is_coloured_where_no_terminal_is(banxin: Banxin, pipeline: Pipeline) -> None:
    assert "\033" not in "".join(banxin("build", "bad")[1:])
    assert pipeline.calls


# --- JSON --------------------------------------------------------------------------------


def test_json_of_one_issue_is_its_report_and_nothing_else(
    banxin: Banxin, pipeline: Pipeline
) -> None:
    status, out, err = banxin("build", "bad", "--json")
    assert (status, err) == (1, "")
    assert json.loads(out) == {"ok": False, "pages": [{"page": 1}, {"page": 2}], "slug": "bad"}
    assert pipeline.calls


def test_json_of_several_is_a_list_in_their_order(banxin: Banxin, pipeline: Pipeline) -> None:
    _, out, err = banxin("check", "fine", "bad", "good", "--json", "--jobs", "1")
    assert [report["slug"] for report in json.loads(out)] == ["fine", "bad", "good"]
    assert err == ""
    assert len(pipeline.calls) == 3


def test_json_stays_json_when_something_unforeseen_happens(
    banxin: Banxin, pipeline: Pipeline
) -> None:
    status, out, err = banxin("check", "burst", "--json")
    assert (status, err) == (1, "")
    report = json.loads(out)
    assert report["ok"] is False
    assert report["diagnostics"][0]["code"] == "unforeseen"
    assert "--debug" in report["diagnostics"][0]["message"]
    assert pipeline.calls


# --- several issues ----------------------------------------------------------------------


def test_several_issues_end_in_one_table(banxin: Banxin, pipeline: Pipeline) -> None:
    status, out, err = banxin("build", "good", "burst", "bad", "fine", "--jobs", "1")
    assert status == 1
    rows = [line.split() for line in out.splitlines()]
    assert rows[0] == ["刊期", "结果", "版数", "错误", "警告", "秒"]
    assert [row[:5] for row in rows[1:5]] == [
        ["good", "完成", "2", "0", "1"],
        ["burst", "有错", "0", "1", "0"],
        ["bad", "有错", "2", "3", "1"],
        ["fine", "完成", "2", "0", "1"],
    ]
    assert out.splitlines()[-1] == "共 4 期，完成 2 期，有错 2 期"
    assert [issue.name for _, issue, _ in pipeline.calls] == ["good", "burst", "bad", "fine"]
    assert err.index("good/issue.yaml") < err.index("burst：") < err.index("bad/issue.yaml")


def test_an_issue_named_twice_is_built_once(banxin: Banxin, pipeline: Pipeline) -> None:
    assert banxin("build", "good", "good")[0] == 0
    assert len(pipeline.calls) == 1


@pytest.mark.parametrize("other", ["more/good", "good/issue.yaml"])
def test_two_issues_that_would_write_one_file_are_refused(
    banxin: Banxin, pipeline: Pipeline, other: str
) -> None:
    Path("more/good").mkdir(parents=True)
    status, out, err = banxin("build", "good", other)
    assert (status, out) == (2, "")
    assert "有两期都叫 good" in err
    assert pipeline.calls == []


# --- the unforeseen ----------------------------------------------------------------------


def test_an_unforeseen_exception_is_one_sentence(banxin: Banxin, pipeline: Pipeline) -> None:
    status, out, err = banxin("check", "burst")
    assert status == 1
    assert err == (
        "burst：程序出了意外（ZeroDivisionError），不是稿件的错；"
        "请加上 --debug 再运行一次，把显示的内容报告给开发者\n"
    )
    assert out == ""
    assert pipeline.calls


@pytest.mark.parametrize(
    "arguments", [("--debug", "check", "burst"), ("check", "burst", "--debug")]
)
def test_debug_shows_the_traceback(
    banxin: Banxin, pipeline: Pipeline, arguments: tuple[str, ...]
) -> None:
    status, _, err = banxin(*arguments)
    assert status == 1
    assert "Traceback" in err
    assert "ZeroDivisionError: secret" in err
    assert pipeline.calls


def test_an_unforeseen_exception_of_the_command_itself_is_one_sentence(
    banxin: Banxin, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise KeyError("secret")

    monkeypatch.setattr(pipeline, "templates", fail)
    status, out, err = banxin("templates")
    assert (status, out) == (1, "")
    assert err.startswith("banxin：程序出了意外（KeyError）")
    assert len(err.splitlines()) == 1
    assert "KeyError: 'secret'" in banxin("templates", "--debug")[2]


def test_an_interrupt_is_told_without_a_traceback(
    banxin: Banxin, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", interrupt)
    status, _, err = banxin("check", "good")
    assert (status, err) == (130, "已中断，没有写完的文件不会留下\n")


# --- lists -------------------------------------------------------------------------------


def test_templates_are_listed_in_columns(banxin: Banxin, pipeline: Pipeline) -> None:
    status, out, err = banxin("templates")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "模板            名称      可放的内容",
        "special-report  特刊通版  1 篇",
        "news            要闻      9 篇",
    ]
    assert pipeline.calls == []


def test_faces_are_listed(banxin: Banxin, pipeline: Pipeline) -> None:
    status, out, err = banxin("fonts")
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == ["字体", "song-400", "kai-400"]
    assert "不缺字" not in out
    assert pipeline.texts == [""]


def test_the_characters_that_faces_lack_are_named(banxin: Banxin, pipeline: Pipeline) -> None:
    Path("text.txt").write_text("春潮澎湃", encoding="utf-8")
    pipeline.missing = {"kai-400": "澎湃"}
    status, out, err = banxin("fonts", "text.txt")
    assert (status, err) == (0, "")
    assert out.splitlines()[-2:] == ["song-400 不缺字", "kai-400 缺 2 个字：澎湃"]
    assert pipeline.texts == ["春潮澎湃"]


def test_a_body_face_that_lacks_some_is_an_error(banxin: Banxin, pipeline: Pipeline) -> None:
    Path("text.txt").write_text("春潮澎湃", encoding="utf-8")
    pipeline.missing = {"song-400": "澎"}
    status, out, err = banxin("fonts", "text.txt")
    assert status == 1
    assert "song-400 缺 1 个字：澎" in out
    assert err.startswith("正文字体 song-400 缺字")


def test_everything_an_issue_sets_is_looked_through(banxin: Banxin, pipeline: Pipeline) -> None:
    Path("good/body.md").write_text("**春潮**澎湃\n", encoding="utf-8")
    Path("good/issue.yaml").write_text(
        "publication: changzhi-ribao\ndate: 2025-02-27\nedition: 特刊\n"
        "pages: [{template: none, stories: [{headline: [甲, 乙], body: body.md}]}]\n",
        encoding="utf-8",
    )
    assert banxin("fonts", "good")[0] == 0
    assert banxin("fonts", "good/issue.yaml")[0] == 0
    assert [text.split() for text in pipeline.texts] == [["特刊", "甲", "乙", "春潮澎湃"]] * 2


@pytest.mark.parametrize(("target", "said"), [("none.txt", "none.txt"), ("bad", "issue.yaml")])
def test_a_text_that_cannot_be_read_is_told(
    banxin: Banxin, pipeline: Pipeline, target: str, said: str
) -> None:
    Path("bad/issue.yaml").write_text("pages: [\n", encoding="utf-8")
    status, out, err = banxin("fonts", target)
    assert (status, out) == (1, "")
    assert said in err
    assert "错误" in err
    assert pipeline.texts == []


def test_the_schema_is_the_committed_one(banxin: Banxin) -> None:
    status, out, err = banxin("schema")
    assert (status, err) == (0, "")
    assert json.loads(out) == json.loads(json.dumps(issue_schema()))
    assert out == COMMITTED_SCHEMA.read_text(encoding="utf-8")
