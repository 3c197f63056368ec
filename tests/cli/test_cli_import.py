"""``banxin import``: what it says and how it ends."""

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.diagnostics import Diagnostics
from layout.issue.load import load_issue

Banxin = Callable[..., "tuple[int, str, str]"]
PROSE = "这是样稿的一段，写到三十个字以上才像正文，所以再多写几个字，到这里结束。"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(f"2025年2月27日\n样稿主题\n\n{PROSE}\n", encoding="utf-8")


def test_it_says_what_it_wrote_and_what_it_doubts(banxin: Banxin) -> None:
    status, out, err = banxin("import", "a.txt", "-o", "out")
    assert status == 0
    assert out == "写出 out；疑问 3 处，列在 out/疑问.md。下一步：banxin build out\n"
    assert "a.txt:2:1: 提示 “样稿主题”认作主题" in err
    assert err.count("\n") == 3
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "body.md",
        "issue.yaml",
        "疑问.md",
    ]


def test_it_says_so_in_english(banxin: Banxin) -> None:
    status, out, _ = banxin("import", "a.txt", "-o", "out", "--lang", "en")
    assert status == 0
    assert out.startswith("wrote out; doubts 3")
    assert Path("out/疑问.md").read_text(encoding="utf-8").startswith("# Doubts")


def test_what_is_wished_goes_before_what_is_found(banxin: Banxin) -> None:
    banxin("import", "a.txt", "-o", "out", "--date", "2026-05-01", "--template", "special-report")
    issue = load_issue(Path("out"), Diagnostics())
    assert issue is not None
    assert issue.issue.date.isoformat() == "2026-05-01"


def test_a_refused_file_ends_with_status_1(banxin: Banxin) -> None:
    Path("a.doc").write_bytes(b"x")
    status, out, err = banxin("import", "a.doc", "-o", "out")
    assert (status, out) == (1, "")
    assert err.startswith("a.doc:1:1: 错误 a.doc 是旧式的 Word 文件")
    assert not Path("out").exists()


def test_a_folder_in_use_ends_with_status_1(banxin: Banxin) -> None:
    Path("out").mkdir()
    Path("out/mine").write_text("x")
    status, _, err = banxin("import", "a.txt", "-o", "out")
    assert status == 1
    assert "out 已经有内容" in err
    assert [path.name for path in Path("out").iterdir()] == ["mine"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt"], "缺少 -o/--out"),
        (["a.txt", "-o", "out", "--template", "nix"], "没有叫 nix 的；可用：special-report"),
        (["a.txt", "-o", "out", "--publication", "nix"], "没有叫 nix 的；可用：changzhi-ribao"),
        (["a.txt", "-o", "out", "--date", "27.2."], "应为日期，如 2025-02-27，写的却是 27.2."),
    ],
)
def test_wrong_usage(banxin: Banxin, arguments: list[str], said: str) -> None:
    status, _, err = banxin("import", *arguments)
    assert status == 2
    assert said in err
    assert not Path("out").exists()
