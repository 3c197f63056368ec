"""What a terminal shows."""

import io
from pathlib import Path
from typing import Any

import pytest

from layout.cli_run import Fault, Result
from layout.cli_show import Progress, findings, has_colours, table
from layout.cli_text import Words
from layout.diagnostics import Diagnostics


class Terminal(io.StringIO):
    """A stream that is one."""

    def isatty(self) -> bool:
        return True


class End:
    """Of an issue with one finding of each gravity."""

    ok = False

    def __init__(self) -> None:
        self.diagnostics = Diagnostics()
        self.diagnostics.add("picture-soft", file="a.jpg", ppi=180, wanted=900)
        self.diagnostics.add("stand-in", file="a.jpg")
        self.diagnostics.add("text-empty", key="kicker")


END: Any = End()
RESULT = Result(Path("demo"), END, 1.0)


def test_gravity_is_coloured() -> None:
    lines = findings(RESULT, Words("zh"), colours=True)
    assert [line.split("m")[0] for line in lines] == ["de"] * 3
    assert [line.partition(" ")[2].partition(" ")[0] for line in lines] == [
        "\033[1;31m错误\033[0m",
        "\033[1;33m警告\033[0m",
        "\033[1;36m提示\033[0m",
    ]


def test_a_lost_process_is_told() -> None:
    (line,) = findings(Result(Path("demo"), Fault("", ""), 0), Words("zh"), colours=True)
    assert line.startswith("demo：程序出了意外（进程意外终止）")


@pytest.mark.parametrize(
    ("stream", "environment", "expected"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch,
    stream: io.StringIO,
    environment: dict[str, str],
    expected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert has_colours(stream) is expected


def test_progress_is_one_line_of_a_terminal() -> None:
    stream = Terminal()
    progress = Progress(2, stream, Words("zh"))
    progress.advance(RESULT)
    progress.advance(RESULT)
    progress.clear()
    assert stream.getvalue() == "\r\033[K[1/2] demo\r\033[K[2/2] demo\r\033[K"


@pytest.mark.parametrize(("count", "stream"), [(1, Terminal()), (2, io.StringIO())])
def test_progress_is_not_shown_for_one_or_to_nobody(count: int, stream: io.StringIO) -> None:
    progress = Progress(count, stream, Words("zh"))
    progress.advance(RESULT)
    progress.clear()
    assert stream.getvalue() == ""


def test_a_han_character_is_as_wide_as_two_letters() -> None:
    assert table([["刊期", "x"], ["abcdef", "y"]]) == "刊期    x\nabcdef  y"
