"""Help and wrong usage: in the reader's language, with status 2, and at once."""

import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from layout import __version__
from layout.cli import COMMANDS
from layout.cli_text import WORDS, Words

Banxin = Callable[..., "tuple[int, str, str]"]
BLANK = re.compile(r"\{(\w+)\}")
HAN = re.compile(r"[一-龥]")


def test_help_is_chinese_and_names_every_command(banxin: Banxin) -> None:
    status, out, err = banxin("--help")
    assert (status, err) == (0, "")
    assert out.startswith("用法：banxin")
    assert "usage" not in out
    for name in COMMANDS:
        assert re.search(rf"^    {name} +\S*[一-龥]", out, re.MULTILINE), name


def test_help_is_english_on_request(banxin: Banxin) -> None:
    status, out, _ = banxin("--help", "--lang", "en")
    assert status == 0
    assert out.startswith("usage: banxin")
    assert not HAN.search(out)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_both_languages(banxin: Banxin, name: str) -> None:
    status, out, _ = banxin(name, "--help")
    assert status == 0
    assert f"用法：banxin {name}" in out
    status, out, _ = banxin(name, "--lang=en", "--help")
    assert status == 0
    assert f"usage: banxin {name}" in out
    assert not HAN.search(out)


def test_the_version_is_told(banxin: Banxin) -> None:
    assert banxin("--version")[:2] == (0, f"banxin {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "缺少 COMMAND"),
        (["biuld", "x"], "COMMAND 不能是 'biuld'，可选：'build', "),
        (["build"], "缺少 TARGET"),
        (["build", "x", "--nonsense"], "不认识 --nonsense"),
        (["build", "x", "--jso"], "不认识 --jso"),
        (["build", "x", "-o"], "-o/--out 后面要写一个值"),
        (["build", "x", "--json=1"], "--json 后面不能写值，写的却是 '1'"),
        (["build", "x", "--dpi", "9"], "--dpi：分辨率应为 10 至 1200 之间的数，写的却是 9"),
        (["build", "x", "--dpi", "nan"], "写的却是 nan"),
        (["build", "x", "--dpi", "高"], "写的却是 高"),
        (["build", "x", "--page", "0"], "--page：应为从 1 起的整数，写的却是 0"),
        (["build", "x", "--page", "-1"], "写的却是 -1"),
        (["build", "x", "--jobs", "两"], "--jobs：应为从 1 起的整数，写的却是 两"),
        (["build", "x", "--jobs", "²"], "写的却是 ²"),
        (["build", "x", "--lang", "fr"], "--lang 不能是 'fr'，可选：'zh', 'en'"),
        (["proof", "x", "--overlay", "grid,lins"], "不认识 lins；可以写：grid, frames, lines"),
        (["proof", "x", "--plate", "g"], "--plate 不能是 'G'，可选：'C', 'M', 'Y', 'K'"),
        (["proof", "x", "--soft", "--plate", "C"], "--plate 不能与 --soft 同时使用"),
        (["check", "x", "-o", "y"], "不认识 -o y"),
        (["fonts", "x", "y"], "不认识 y"),
    ],
)
def test_wrong_usage_is_explained(banxin: Banxin, arguments: list[str], said: str) -> None:
    status, out, err = banxin(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("用法：banxin")
    assert f"用法不对：{said}" in err or said in err.splitlines()[-1]
    assert not re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", err.splitlines()[-1])


def test_wrong_usage_is_explained_in_english(banxin: Banxin) -> None:
    status, _, err = banxin("--lang", "en", "build", "x", "--dpi", "9")
    assert status == 2
    assert err.startswith("usage: banxin build")
    assert err.splitlines()[-1] == (
        "wrong usage: argument --dpi: the resolution is a number from 10 to 1200, not 9"
    )


def test_both_languages_fill_the_same_blanks() -> None:
    for key, wording in WORDS.items():
        assert wording.zh
        assert wording.en
        assert set(BLANK.findall(wording.zh)) == set(BLANK.findall(wording.en)), key
        assert not HAN.search(wording.en), key


def test_a_sentence_is_filled_in_its_language() -> None:
    assert Words("zh")("pages", pages=3) == "，3 版"
    assert Words("en")("pages", pages=3) == ", pages 3"


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["build"]])
def test_help_and_wrong_usage_load_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from layout.cli import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        "print('loaded:', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    loaded = set(done.stdout.decode().split("loaded:")[1].split())
    assert "layout.cli" in loaded
    assert not loaded & {
        "PIL",
        "concurrent.futures",
        "layout.issue",
        "layout.pipeline",
        "multiprocessing",
        "pikepdf",
        "pydantic",
        "pypdfium2",
        "reportlab",
        "uharfbuzz",
        "yaml",
    }
