"""Measure Banxin beside Typst: ``python tests/bench/run.py``; README.md says what and how.

Nothing here passes or fails. The tables go to standard output and, with every single
figure, to build/bench/.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import breaking
import quality
import sample
import speed
import spent
from turns import OURS, THEIRS, Row, table

OUT = sample.ROOT / "build" / "bench"
PARTS = ("speed", "lines", "quality")
SEEDS = range(1, 11)
"""Of the ten variants that quality is measured on."""
PACKAGES = ("typst", "reportlab", "uharfbuzz", "pypdfium2", "isal", "pillow", "pydantic")


def main() -> None:
    """Measure what is asked for."""
    sys.path.insert(0, str(sample.ROOT))
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="banxin-bench-") as folder:
        if asked.profile:
            text, data = spent.told(Path(folder), asked.rounds), None
        else:
            text, data = _measured(asked, Path(folder))
    print(text)  # noqa: T201
    OUT.mkdir(parents=True, exist_ok=True)
    name = "profile" if asked.profile else "bench"
    (OUT / f"{name}.md").write_text(text + "\n", encoding="utf-8")
    if data is not None:
        shown = json.dumps(data, ensure_ascii=False, indent=1)
        (OUT / f"{name}.json").write_text(shown + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=(*PARTS, []), help="all of them by default")
    parser.add_argument("--profile", action="store_true", help="where the time goes instead")
    parser.add_argument("--rounds", type=int, default=9, help="turns of each contender")
    parser.add_argument("--pages", type=int, default=100, help="of the long issue")
    parser.add_argument("--long-rounds", type=int, default=2, help="turns with the long issue")
    parser.add_argument("--characters", type=int, default=1_000_000, help="most that are broken")
    return parser.parse_args()


def _measured(asked: argparse.Namespace, folder: Path) -> tuple[str, dict[str, object]]:
    """Tables and data of the parts asked for."""
    parts = asked.parts or PARTS
    machine = _machine()
    texts = ["# Banxin beside Typst", " · ".join(f"{k} {v}" for k, v in machine.items())]
    data: dict[str, object] = {"machine": machine}
    if "speed" in parts:
        bench = speed.Bench(folder, asked.rounds, asked.pages, asked.long_rounds)
        rows = [*speed.cold_rows(bench), *speed.warm_rows(bench), *speed.long_rows(bench)]
        texts.append("## A. Speed\n\n" + _speed_table(rows))
        data["speed"] = [row.plain() for row in rows]
    if "lines" in parts:
        grown = breaking.growth(min(asked.rounds, 5), asked.characters)
        texts.append("## B. Line breaking, lines of 18 characters\n\n" + _growth_table(grown))
        data["lines"] = [item.plain() for item in grown]
    if "quality" in parts:
        found = quality.measured(folder, SEEDS)
        texts.append(f"## C. Composition, {len(SEEDS)} texts\n\n" + _quality_table(found))
        data["quality"] = {who: f.plain() for who, f in found.items()}
    machine["load at the end"] = _load()
    return "\n\n".join(texts), data


def _speed_table(rows: Sequence[Row]) -> str:
    shown = []
    for row in rows:
        fresh = row.figures.get(speed.FRESH)
        shown.append(
            (
                f"{row.name}, {row.unit}",
                row.figures[OURS].shown(row.form),
                row.figures[THEIRS].shown(row.form),
                row.ratio(OURS).shown(".2f"),
                fresh.shown(row.form) if fresh else "",
                row.ratio(speed.FRESH).shown(".2f") if fresh else "",
            )
        )
    head = ("median (quartiles)", OURS, THEIRS, "ratio", speed.FRESH, "ratio")
    return table(head, shown)


def _growth_table(grown: Sequence[breaking.Growth]) -> str:
    rows = [
        (
            f"{item.characters:,} characters, {item.paragraphs}",
            item.shaping.shown(".1f"),
            item.breaking.shown(".1f"),
            item.per_ten_thousand.shown(".1f"),
        )
        for item in grown
    ]
    return table(
        ("text, processor time in ms", "to items", "to lines", "both per 10,000 characters"), rows
    )


def _quality_table(found: dict[str, quality.Found]) -> str:
    rows = [(name, figures[OURS], figures[THEIRS]) for name, figures in quality.rows(found)]
    return table(("measured from the PDFs", OURS, THEIRS), rows)


def _machine() -> dict[str, str]:
    versions = {name: version(name) for name in PACKAGES}
    return {
        "on": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "Python": platform.python_version(),
        "processors": str(os.cpu_count()),
        "load": _load(),
        **versions,
    }


def _load() -> str:
    """How busy the machine is: processes that ran or waited, over the last minute."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    main()
