"""Several issues side by side: whatever happens to one, the others are finished."""

import importlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from layout.cli_run import Fault, Result, perform, perform_all

WORKS = """
import os, signal
from pathlib import Path
from typing import Any

def name(target):
    return target.name

def process(target):
    return os.getpid()

def die_at_bad(target):
    if target.name == "bad":
        os._exit(9)
    return target.name

def burst_at_bad(target):
    return {"good": "good", "fine": "fine"}[target.name]

def minds_interrupts(target):
    return signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
"""
TARGETS = [Path("good"), Path("bad"), Path("fine")]


@pytest.fixture
def works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """A function that finds a work by name, in a module that other processes find too."""
    (tmp_path / "banxin_works.py").write_text(WORKS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    module = importlib.import_module("banxin_works")
    return lambda name: getattr(module, name)


def ends(results: list[Result]) -> list[object]:
    return [result.end for result in results]


def test_one_target_needs_no_process() -> None:
    seen: list[Result] = []
    work: Any = lambda target: target.name  # noqa: E731 - which no other process could be sent
    results = perform_all(work, TARGETS[:1], 8, seen.append)
    assert ends(results) == ["good"]
    assert seen == results


def test_results_keep_the_order_of_the_targets(works: Callable[[str], Any]) -> None:
    seen: list[Result] = []
    results = perform_all(works("name"), TARGETS, 2, seen.append)
    assert ends(results) == ["good", "bad", "fine"]
    assert sorted(seen, key=lambda r: r.target) == sorted(results, key=lambda r: r.target)


def test_several_are_done_in_other_processes(works: Callable[[str], Any]) -> None:
    results = perform_all(works("process"), TARGETS, 2, lambda _: None)
    assert os.getpid() not in ends(results)
    assert ends(perform_all(works("process"), TARGETS, 1, lambda _: None)) == [os.getpid()] * 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_in_one_stops_no_other(works: Callable[[str], Any], jobs: int) -> None:
    first, second, third = ends(perform_all(works("burst_at_bad"), TARGETS, jobs, lambda _: None))
    assert (first, third) == ("good", "fine")
    assert isinstance(second, Fault)
    assert second.kind == "KeyError"
    assert "burst_at_bad" in second.details


def test_a_process_that_dies_takes_no_other_issue_with_it(works: Callable[[str], Any]) -> None:
    seen: list[Result] = []
    results = perform_all(works("die_at_bad"), TARGETS, 2, seen.append)
    assert ends(results) == ["good", Fault("", ""), "fine"]
    assert len(seen) == 3


def test_interrupts_are_left_to_the_parent(works: Callable[[str], Any]) -> None:
    assert ends(perform_all(works("minds_interrupts"), TARGETS, 2, lambda _: None)) == [False] * 3


def test_a_fault_is_not_good() -> None:
    def fail(_: Path) -> Any:  # noqa: ANN401
        raise MemoryError

    result = perform(fail, Path("x"))
    assert not result.ok
    assert isinstance(result.end, Fault)
    assert result.end.kind == "MemoryError"
