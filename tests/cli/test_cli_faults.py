"""What goes wrong in an issue, from what was typed to what is printed and left on disk."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

SHIPPED = Path(__file__).parents[2] / "issues" / "2025-02-27-xiangyuan"
EARLIER = b"%PDF-1.6 an earlier build"
RUBBISH = bytes(range(256)) * 20
Said = tuple[int, str, str]
Banxin = Callable[..., Said]
Change = Callable[[Path], object]


def typed(old: str, new: str) -> Change:
    """A change of issue.yaml."""

    def change(folder: Path) -> None:
        path = folder / "issue.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def written(name: str, data: bytes | str) -> Change:
    """A file of the issue with other contents."""
    raw = data.encode() if isinstance(data, str) else data
    return lambda folder: (folder / name).write_bytes(raw)


def removed(name: str) -> Change:
    return lambda folder: (folder / name).unlink()


def both(*changes: Change) -> Change:
    return lambda folder: [change(folder) for change in changes]


def shrunk(folder: Path) -> None:
    path = folder / "pictures" / "lake.jpg"
    with Image.open(path) as picture:
        picture.resize((90, 60)).save(path)


def cut_short(folder: Path) -> None:
    path = folder / "pictures" / "lake.jpg"
    path.write_bytes(path.read_bytes()[:5000])


FAULTS: dict[str, tuple[Change, list[str]]] = {
    "an unknown key": (
        typed("edition:", "editon:"),
        ["demo/issue.yaml:4:1: 错误 不认识 editon；是否想写 edition？"],
    ),
    "a wrong type": (
        typed("kicker: 襄垣县", "kicker: [襄垣县]"),
        ["demo/issue.yaml:19:17: 错误 pages 1 › stories 1 › kicker 应为文字"],
    ),
    "a missing picture": (
        removed("pictures/lake.jpg"),
        ["demo/issue.yaml:25:19: 错误 找不到文件 pictures/lake.jpg；是否想写 "],
    ),
    "a picture that is none": (
        written("pictures/lake.jpg", b"rubbish"),
        ["demo/issue.yaml:25:19: 错误 lake.jpg 打不开", "请重新导出"],
    ),
    "a picture cut short": (cut_short, ["错误 lake.jpg 打不开", "请重新导出"]),
    "a picture too small": (shrunk, ["错误 图片 lake.jpg 按版面尺寸只有 16 ppi", "请换用"]),
    "a missing body": (
        removed("body.md"),
        ["demo/issue.yaml:23:15: 错误 找不到文件 body.md；请核对文件名"],
    ),
    "an empty body": (
        written("body.md", "\n"),
        ["demo/body.md:1:1: 错误 body.md 里没有正文；请写上"],
    ),
    "a body far too long": (
        written("body.md", "春潮澎湃，接续奋斗。\n\n" * 20_000),
        ["错误 稿件 xiangyuan 超 ", "请删字、减图或换版式"],
    ),
    "a body that is no text": (
        written("body.md", RUBBISH),
        ["demo/issue.yaml:23:15: 错误 body.md 不是文本文件；请换成"],
    ),
    "an issue that is no text": (
        written("issue.yaml", RUBBISH),
        ["demo/issue.yaml:1:1: 错误 issue.yaml 不是文本文件；请换成"],
    ),
    "an impossible date": (
        typed("2025-02-27", "2025-02-30"),
        ["demo/issue.yaml:3:7: 错误 没有 2025-02-30 这一天；请核对年月日"],
    ),
    "a wrong weekday": (
        typed("edition:", "weekday: 星期五\nedition:"),
        ["demo/issue.yaml:4:10: 错误 2025-02-27 是星期四，写的却是 星期五；请改正"],
    ),
    "faulty YAML": (
        typed("title: 向人民报告", "title: [向人民报告"),
        ["demo/issue.yaml:12:14: 错误 括号从这里开始，却没有配对；请补上"],
    ),
    "a path out of the folder": (
        typed("body: body.md", "body: ../body.md"),
        ["demo/issue.yaml:23:15: 错误 ../body.md 不在本期的文件夹里；请把文件复制进来"],
    ),
    "an unknown template": (
        typed("special-report", "special-repotr"),
        ["demo/issue.yaml:6:15: 错误 没有叫 special-repotr 的版式；可用：special-report"],
    ),
    "an unknown publication": (
        typed("changzhi-ribao", "changzhi-ribo"),
        ["demo/issue.yaml:2:14: 错误 没有叫 changzhi-ribo 的报纸；可用：changzhi-ribao"],
    ),
    "a broken template": (
        both(typed("special-report", "own.yaml"), written("own.yaml", "title: x\nframes: 3\n")),
        [
            "demo/own.yaml:1:1: 错误 own.yaml 缺少 grid；请补上",
            "demo/own.yaml:2:9: 错误 frames 应为一组 “键: 值”，写的却是 3；请在下面缩进",
        ],
    ),
    "a character no face has": (
        written("body.md", "春潮澎湃，\n\n接续\U00020000奋斗。\n"),
        ["demo/body.md:3:3: 错误 字体里没有 “\U00020000”（U+20000）", "请核对用字"],
    ),
    "several at once": (
        both(
            typed("edition:", "editon:"),
            typed("2025-02-27", "2025-02-30"),
            typed("lake.jpg", "sea.jpg"),
            removed("body.md"),
        ),
        [
            "demo/issue.yaml:3:7: 错误 没有 2025-02-30 这一天",
            "demo/issue.yaml:4:1: 错误 不认识 editon",
            "demo/issue.yaml:23:15: 错误 找不到文件 body.md",
            "demo/issue.yaml:25:19: 错误 找不到文件 pictures/sea.jpg",
        ],
    ),
}


@pytest.fixture(autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache of the tests' own, that one keeps for the next."""
    monkeypatch.setenv("BANXIN_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped issue in the current folder, built once before."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SHIPPED, "demo")
    Path("build").mkdir()
    Path("build/demo.pdf").write_bytes(EARLIER)
    return Path("demo")


def apart(*arguments: str) -> Said:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "layout", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_place_and_remedy(banxin: Banxin, demo: Path, fault: str) -> None:
    change, expected = FAULTS[fault]
    change(demo)
    status, out, err = banxin("build", "demo", "--dpi", "20")
    assert status == 1
    at = 0
    for sentence in expected:
        assert sentence in err[at:]
        at = err.index(sentence, at)
    assert out.startswith("demo：")
    assert "Traceback" not in err + out
    assert "意外" not in err
    assert Path("build/demo.pdf").read_bytes() == EARLIER
    left = {path.name for path in Path("build").iterdir()}
    assert left <= {"demo.pdf", "demo-p1.png", "demo.report.json"}
    report = json.loads(Path("build/demo.report.json").read_bytes())
    assert report["ok"] is False
    assert not any(path.name == "build" for path in demo.iterdir())


def test_a_fault_is_told_alike_in_a_process_of_its_own(demo: Path) -> None:
    FAULTS["several at once"][0](demo)
    status, out, err = apart("build", "demo")
    assert status == 1
    assert [line.split(": ")[0] for line in err.splitlines()[:4]] == [
        "demo/issue.yaml:3:7",
        "demo/issue.yaml:4:1",
        "demo/issue.yaml:23:15",
        "demo/issue.yaml:25:19",
    ]
    assert out.startswith("demo：4 个错误")
    assert Path("build/demo.pdf").read_bytes() == EARLIER


def test_a_fault_is_told_in_english_on_request(banxin: Banxin, demo: Path) -> None:
    FAULTS["several at once"][0](demo)
    status, _, err = banxin("check", "demo", "--lang", "en")
    assert status == 1
    assert "demo/issue.yaml:4:1: error editon is not known; did you mean edition?" in err
    messages = [line.split(" ", 1)[1] for line in err.splitlines()]
    assert not any("；" in message or "。" in message for message in messages)


def test_a_folder_that_cannot_be_written_is_told(banxin: Banxin, demo: Path) -> None:
    Path("file").write_bytes(b"x")
    status, _, err = banxin("build", demo, "-o", "file/below", "--dpi", "20")
    assert status == 1
    assert "错误 无法写入 file/below/demo.pdf" in err
    assert "用 -o 换一个文件夹" in err
    assert Path("file").read_bytes() == b"x"


def test_an_issue_that_is_none_is_told(banxin: Banxin, demo: Path) -> None:
    status, _, err = banxin("build", "nowhere")
    assert (status, demo.is_dir()) == (1, True)
    assert "nowhere 里没有 issue.yaml；要的是一期报纸的文件夹" in err
    assert [path.name for path in Path("build").iterdir()] == ["demo.pdf"]


def test_a_draft_is_written_beside_the_earlier_pdf_on_request(banxin: Banxin, demo: Path) -> None:
    removed("body.md")(demo)
    assert banxin("build", demo, "--dpi", "20", "--draft")[0] == 1
    assert Path("build/demo.draft.pdf").read_bytes().startswith(b"%PDF-")
    assert Path("build/demo.pdf").read_bytes() == EARLIER


def test_a_good_issue_is_built(demo: Path) -> None:
    status, out, err = apart("build", "demo", "--dpi", "20", "--json")
    assert (status, err) == (0, "")
    report = json.loads(out)
    assert report["ok"] is True
    assert json.loads(Path("build/demo.report.json").read_bytes())["pages"] == report["pages"]
    assert Path("build/demo.pdf").read_bytes().startswith(b"%PDF-1.6\n")
    assert Path("build/demo.pdf").read_bytes() != EARLIER
    with Image.open("build/demo-p1.png") as proof:
        assert abs(proof.width - 390 / 25.4 * 20) < 1
    assert sorted(path.name for path in Path("build").iterdir()) == [
        "demo-p1.png",
        "demo.pdf",
        "demo.report.json",
    ]
    assert demo.is_dir()


def test_check_writes_nothing(banxin: Banxin, demo: Path) -> None:
    assert banxin("check", demo)[0] == 0
    assert [path.name for path in Path("build").iterdir()] == ["demo.pdf"]
    assert Path("build/demo.pdf").read_bytes() == EARLIER


def test_proof_writes_pngs_only_each_kind_beside_the_others(banxin: Banxin, demo: Path) -> None:
    size = ("--dpi", "20")
    kinds = ("--overlay grid,frames,lines", "--soft", "--plate K", "--frame banner")
    assert banxin("proof", demo, *size)[0] == 0
    pngs = {path.read_bytes() for path in Path("build").glob("*.png")}
    for kind in kinds:
        status, out, err = banxin("proof", demo, *size, *kind.split())
        assert status == 0, err
        assert "demo-p1-" in out
    pngs |= {path.read_bytes() for path in Path("build").glob("*.png")}
    assert len(pngs) == 1 + len(kinds)
    assert [path.name for path in Path("build").iterdir() if path.suffix != ".png"] == ["demo.pdf"]
    assert Path("build/demo.pdf").read_bytes() == EARLIER


def test_a_proof_is_compared_with_an_earlier_build(banxin: Banxin, demo: Path) -> None:
    assert banxin("build", demo, "--dpi", "20")[0] == 0
    typed("kicker: 襄垣县", "kicker: 沁县")(demo)
    status, out, err = banxin("proof", demo, "--dpi", "20", "--compare", "build/demo.pdf")
    assert status == 0
    assert "demo-p1-changes.png" in out
    assert "沁县" in err


def test_a_built_pdf_passes_its_check_and_a_broken_one_does_not(banxin: Banxin, demo: Path) -> None:
    assert banxin("build", demo, "--dpi", "20")[0] == 0
    assert banxin("check", "build/demo.pdf")[0] == 0
    Path("broken.pdf").write_bytes(Path("build/demo.pdf").read_bytes()[:9000])
    status, _, err = banxin("check", "broken.pdf")
    assert status == 1
    assert "错误" in err
    assert "意外" not in err
    assert banxin("check", "none.pdf")[0] == 1


def test_several_issues_are_built_side_by_side(demo: Path) -> None:
    shutil.copytree(demo, "faulty")
    removed("body.md")(Path("faulty"))
    status, out, err = apart("build", "demo", "faulty", "--dpi", "20", "--jobs", "2")
    assert status == 1
    assert [line.split()[:2] for line in out.splitlines()[1:3]] == [
        ["demo", "完成"],
        ["faulty", "有错"],
    ]
    assert "faulty/issue.yaml:23:15: 错误 找不到文件 body.md" in err
    assert Path("build/demo.pdf").read_bytes() != EARLIER
    assert not Path("build/faulty.pdf").exists()


def test_output_into_a_closed_pipe_is_no_fault(demo: Path) -> None:
    command = f"{sys.executable} -m layout schema | head -c 1"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, check=True, env={**os.environ, "LC_ALL": "C"}
    )
    assert (done.stdout, done.stderr) == (b"{", b"")
    assert demo.is_dir()
