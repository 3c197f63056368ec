"""Banxin by its stages: the one place where these measurements know the pipeline."""

import os
from pathlib import Path

import sample

DPI = 150.0


def pdf(folder: Path) -> bytes:
    """The PDF of the issue in *folder*, and no proof."""
    data, _ = pdf_and_times(folder)
    return data


def pdf_and_times(folder: Path) -> tuple[bytes, dict[str, float]]:
    """The PDF, and the milliseconds of each stage on the way to it."""
    from layout.pipeline import Run  # noqa: PLC0415

    run = Run(folder, "zh")
    pages = run.pages()
    if pages is None:
        raise SystemExit(f"{folder} makes no pages")
    data = run.pdf(pages)
    return data, dict(run.spent)


def png(data: bytes) -> bytes:
    """The proof of the first page of a PDF."""
    from layout.output.png import encode_png  # noqa: PLC0415
    from layout.output.raster import Rasteriser  # noqa: PLC0415

    with Rasteriser(data) as rasteriser:
        return encode_png(rasteriser.page(0, DPI), DPI)


def environment(folder: Path) -> dict[str, str]:
    """For a process that measures: this checkout's engine, and *folder* for what it keeps.

    Compiled modules are kept there too, as an installed engine has them beside its source;
    a machine that is told to keep none would compile the whole engine in every process.
    """
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "PYTHONPATH": str(sample.ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "modules"),
        "BANXIN_CACHE": str(folder / "cache"),
    }
