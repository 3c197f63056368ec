# ruff: noqa: INP001 - a program beside its package, run by path, not itself imported
"""Redraw the stand-in pictures: python assets/artwork/draw.py [name ...] [--draft]."""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from pathlib import Path

from studio.finish import write

ROOT = Path(__file__).resolve().parents[2]
ISSUE = ROOT / "issues" / "2025-02-27-xiangyuan"
PLACES = {
    "banner": ISSUE / "artwork" / "banner.jpg",
    "lake": ISSUE / "pictures" / "lake.jpg",
    "fields": ISSUE / "pictures" / "fields.jpg",
    "town": ISSUE / "pictures" / "town.jpg",
}
DRAFTS = ROOT / "build" / "artwork"
"""Drafts go where built things go, never over a finished picture."""
DRAFT_SCALE, FINAL_SAMPLING = 0.5, 2


def main() -> None:
    """Draw the pictures named on the command line, or all four."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(PLACES))
    parser.add_argument("--draft", action="store_true", help="half size, into build/artwork")
    options = parser.parse_intermixed_args()
    unknown = sorted(set(options.names) - set(PLACES))
    if unknown:
        parser.error(f"no such picture: {', '.join(unknown)}; there are {', '.join(PLACES)}")
    for name in options.names or PLACES:
        draw(name, draft=options.draft)


def draw(name: str, *, draft: bool) -> None:
    """Draw one picture and write it to its place."""
    start = time.monotonic()
    program = importlib.import_module(f"studio.{name}")
    sampling, scale = (1, DRAFT_SCALE) if draft else (FINAL_SAMPLING, 1.0)
    picture = program.paint(sampling, scale)
    path = DRAFTS / f"{name}.jpg" if draft else PLACES[name]
    size = write(picture, program.SHEET, path)
    seconds = time.monotonic() - start
    sys.stdout.write(f"{path.relative_to(ROOT)}: {size // 1000} kB, {seconds:.0f} s\n")


if __name__ == "__main__":
    main()
