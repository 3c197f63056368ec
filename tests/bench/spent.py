"""D. Where the time goes: a cold build by import and stage, a warm one by stage and function."""

import cProfile
import json
import os
import pstats
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

import ours
import sample
from turns import Figure, table

BUILD = """
import json, sys
from pathlib import Path
from time import perf_counter
start = perf_counter()
from layout.pipeline import build
imported = perf_counter()
told = build(Path(sys.argv[1]), Path(sys.argv[2])).report["timings_ms"]
done = perf_counter()
inside = (done - imported) * 1000
print(json.dumps({"import": (imported - start) * 1000, **told,
                  "between the stages": inside - sum(told.values())}))
"""
IMPORT = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")
MOST_PACKAGES = 14
MOST_FUNCTIONS = 25
REBUILDS = 10


def told(folder: Path, rounds: int) -> str:
    """Everything as Markdown."""
    os.environ["BANXIN_CACHE"] = str(folder / "cache")
    issue = sample.write_issue(folder / "banxin-spent", [sample.original()])
    parts = (
        ("A cold build, PDF and PNG, by stage", _cold(issue, folder / "out-spent", rounds)),
        (
            "Imports of it, by package (own time under -X importtime, which adds its own)",
            _imports(issue, folder / "out-spent", rounds),
        ),
        ("A warm rebuild after one changed character, by stage", _warm(issue, rounds)),
        (
            "Functions of a warm rebuild (cProfile, which slows small functions most)",
            _functions(issue),
        ),
    )
    return "\n\n".join(f"### {title}\n\n{text}" for title, text in parts)


def _run(issue: Path, *arguments: str) -> tuple[float, subprocess.CompletedProcess[str]]:
    command = (sys.executable, *arguments)
    environment = ours.environment(issue.parent)
    start = perf_counter()
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return (perf_counter() - start) * 1000, done


def _cold(issue: Path, out: Path, rounds: int) -> str:
    rows: list[dict[str, float]] = []
    command = ("-c", BUILD, str(issue), str(out))
    _run(issue, *command)  # modules compiled, pictures converted
    for _ in range(rounds):
        empty, _ = _run(issue, "-c", "pass")
        whole, done = _run(issue, *command)
        inside = json.loads(done.stdout)
        ending = whole - empty - sum(inside.values())
        rows.append({"interpreter": empty, **inside, "process end": ending, "whole": whole})
    return _by_stage(rows)


def _imports(issue: Path, out: Path, rounds: int) -> str:
    command = ("-c", BUILD, str(issue), str(out))
    packages: Counter[str] = Counter()
    modules: Counter[str] = Counter()
    for _ in range(rounds):
        _, done = _run(issue, "-X", "importtime", *command)
        for line in done.stderr.splitlines():
            found = IMPORT.match(line)
            if found:
                name, spent = found[2], int(found[1]) / 1000 / rounds
                package = name.partition(".")[0]
                known = package not in sys.stdlib_module_names
                packages[package if known else "standard library"] += spent
                modules[name] += spent
    rows = []
    for package, spent in packages.most_common(MOST_PACKAGES):
        own = Counter({m: s for m, s in modules.items() if m.partition(".")[0] == package})
        dearest = ", ".join(f"{m} {s:.1f}" for m, s in own.most_common(4))
        rows.append((package, f"{spent:.1f}", dearest))
    return table(("package", "ms", "dearest modules"), rows)


def _warm(issue: Path, rounds: int) -> str:
    rows = []
    for number, rebuild in enumerate(_rebuilds(issue, rounds + 2)):
        start = perf_counter()
        data, stages = rebuild()
        before_png = perf_counter()
        ours.png(data)
        stages["png"] = (perf_counter() - before_png) * 1000
        if number >= 2:
            rows.append({**stages, "whole": (perf_counter() - start) * 1000})
    return _by_stage(rows)


def _functions(issue: Path) -> str:
    profile = cProfile.Profile()
    for rebuild in _rebuilds(issue, REBUILDS):
        profile.enable()
        data, _ = rebuild()
        ours.png(data)
        profile.disable()
    stats = pstats.Stats(profile).stats
    dearest = sorted(stats.items(), key=lambda item: -item[1][2])[:MOST_FUNCTIONS]
    rows = []
    for (file, line, name), (_, calls, own, cumulative, _) in dearest:
        place = file.removeprefix(f"{sample.ROOT}/").rpartition("site-packages/")[2]
        where = f"{place}:{line} {name}" if line else name
        figures = (own * 1000 / REBUILDS, cumulative * 1000 / REBUILDS)
        rows.append((where, f"{calls / REBUILDS:.0f}", *(f"{figure:.1f}" for figure in figures)))
    return table(("function", "calls", "own ms", "with callees, ms"), rows)


def _rebuilds(issue: Path, count: int) -> list[Callable[[], tuple[bytes, dict[str, float]]]]:
    """Builds of *issue*, each after another changed character; the first one is cold."""

    def rebuild(number: int) -> tuple[bytes, dict[str, float]]:
        sample.write_body(issue, 1, sample.edited(sample.original(), number))
        return ours.pdf_and_times(issue)

    rebuild(count)
    return [lambda number=number: rebuild(number) for number in range(count)]


def _by_stage(rows: Sequence[dict[str, float]]) -> str:
    shown = []
    for stage in rows[0]:
        figure = Figure(tuple(row[stage] for row in rows))
        shown.append((stage, figure.shown(".1f")))
    return table(("stage", "ms, median (quartiles)"), shown)
