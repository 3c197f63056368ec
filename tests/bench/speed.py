"""A. Speed: the same page set by Banxin and by Typst, cold, warm, and a hundred times over."""

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

import ours
import sample
from cold import compiler
from turns import OURS, THEIRS, Figure, Row, take_turns

FRESH = "banxin, empty cache"
"""Banxin with no picture converted before."""
COLD = Path(__file__).with_name("cold.py")
WARM = 2
"""Rounds that go before the warm ones and are not counted."""
SEED = 1000
"""Of the first text of an issue of many pages."""
Told = dict[str, float]
Figures = dict[str, Figure]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the measuring takes place, and how often."""

    folder: Path
    rounds: int
    pages: int
    """Of the long issue."""
    long_rounds: int

    @property
    def cache(self) -> Path:
        """Banxin's cache, with the pictures in it after the first build."""
        return self.folder / "cache"


def child(contender: str, folder: Path, out: Path, target: str, cache: Path) -> Told:
    """Run cold.py once; milliseconds from start to end, of the clock and of the processors."""
    environment = ours.environment(cache.parent) | {"BANXIN_CACHE": str(cache)}
    command = [sys.executable, str(COLD), contender, str(folder), str(out), target]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = perf_counter()
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    wall = perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    pdf = next(out.glob("*.pdf"))
    told = {"wall": wall * 1000, "cpu": spent * 1000, "size": pdf.stat().st_size / 1024**2}
    return told | json.loads(done.stdout.splitlines()[-1])


def cold(bench: Bench, stories: list[sample.Story], target: str, rounds: int) -> dict[str, Figures]:
    """Every contender in processes of its own, in turns; Banxin with a full cache and without."""
    mine = sample.write_issue(bench.folder / f"banxin-{len(stories)}", stories)
    theirs = sample.write_typst(bench.folder / f"typst-{len(stories)}", stories)
    fresh = bench.folder / "fresh"

    def with_fresh_cache(_: int) -> Told:
        shutil.rmtree(fresh, ignore_errors=True)
        return child(OURS, mine, bench.folder / "out-fresh", target, fresh)

    contenders: dict[str, Callable[[int], Told]] = {
        OURS: lambda _: child(OURS, mine, bench.folder / "out-banxin", target, bench.cache),
        THEIRS: lambda _: child(THEIRS, theirs, bench.folder / "out-typst", target, bench.cache),
        FRESH: with_fresh_cache,
    }
    for name in (OURS, THEIRS):
        contenders[name](0)  # the files into memory, the pictures into the cache
    return take_turns(contenders, rounds)


def cold_rows(bench: Bench) -> list[Row]:
    """1 and 4: a process from start to end, its memory and its PDF."""
    rows = []
    for target, words in (("pdf", "PDF"), ("png", "PDF and PNG")):
        told = cold(bench, [sample.original()], target, bench.rounds)
        rows.append(_row(f"cold process to {words}", "ms", told, "wall"))
        rows.append(_row(f"processor time of that, {words}", "ms", told, "cpu"))
        rows.append(_row(f"peak memory, {words}", "MiB", told, "memory"))
        if target == "pdf":
            rows.append(_row("size of the PDF", "MiB", told, "size", ".2f"))
    return rows


def long_rows(bench: Bench) -> list[Row]:
    """3: what each further page costs in an issue of many, to PDF."""
    stories = [sample.variant(SEED + number) for number in range(bench.pages)]
    one = cold(bench, stories[:1], "pdf", bench.long_rounds)
    many = cold(bench, stories, "pdf", bench.long_rounds)
    each: dict[str, Figures] = {}
    for name, figures in many.items():
        each[name] = {
            key: Figure(
                tuple(
                    (b - a) / (bench.pages - 1)
                    for a, b in zip(one[name][key].values, figures[key].values, strict=True)
                )
            )
            for key in figures
        }
    title = f"of {bench.pages}, to PDF"
    return [
        _row(f"each further page {title}", "ms", each, "wall", ".1f"),
        _row(f"processor time of that {title}", "ms", each, "cpu", ".1f"),
        _row(f"peak memory, {bench.pages} pages", "MiB", many, "memory"),
        _row(f"size of the PDF, {bench.pages} pages", "MiB", many, "size", ".1f"),
    ]


def warm_rows(bench: Bench) -> list[Row]:
    """2: one process that has built the page before, after one changed character."""
    os.environ["BANXIN_CACHE"] = str(bench.cache)
    story = sample.original()
    mine = sample.write_issue(bench.folder / "banxin-warm", [story])
    theirs = sample.write_typst(bench.folder / "typst-warm", [story])
    rows = []
    first = 0
    for target, words in (("pdf", "PDF"), ("png", "PNG"), ("both", "PDF and PNG")):
        contenders = {
            OURS: _ours_warm(mine, story, target, first),
            THEIRS: _theirs_warm(theirs, story, target, first),
        }
        for number in range(WARM):
            for run in contenders.values():
                run(number - WARM)
        told = take_turns(contenders, bench.rounds)
        rows.append(_row(f"warm rebuild to {words} bytes", "ms", told, "wall", ".1f"))
        rows.append(_row(f"processor time of that, {words} bytes", "ms", told, "cpu", ".1f"))
        first += bench.rounds + WARM
    return rows


def _ours_warm(folder: Path, story: sample.Story, target: str, first: int) -> Callable[[int], Told]:
    def run(number: int) -> Told:
        sample.write_body(folder, 1, sample.edited(story, first + WARM + number))
        start, spent = perf_counter(), process_time()
        data = ours.pdf(folder)
        if target != "pdf":
            ours.png(data)
        return _since(start, spent)

    return run


def _theirs_warm(
    folder: Path, story: sample.Story, target: str, first: int
) -> Callable[[int], Told]:
    typesetter = compiler(folder)

    def run(number: int) -> Told:
        sample.write_data(folder, [sample.edited(story, first + WARM + number)])
        start, spent = perf_counter(), process_time()
        if target != "png":
            typesetter.compile(format="pdf")
        if target != "pdf":
            typesetter.compile(format="png", ppi=150)
        return _since(start, spent)

    return run


def _since(start: float, spent: float) -> Told:
    """Milliseconds of the clock, and of the processors for all threads of this process."""
    wall, cpu = perf_counter() - start, process_time() - spent
    return {"wall": wall * 1000, "cpu": cpu * 1000}


def _row(name: str, unit: str, told: dict[str, Figures], key: str, form: str = ".0f") -> Row:
    return Row(name, unit, {who: figures[key] for who, figures in told.items()}, form)
