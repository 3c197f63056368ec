"""One build in a process of its own: ``cold.py CONTENDER FOLDER OUT pdf|png``.

Started by speed.py, which takes the time from outside, interpreter and imports included.
Prints what only the process itself can know: the most memory it held.
"""

import gc
import json
import os
import re
import sys
from pathlib import Path


def banxin_pdf(folder: Path, out: Path) -> None:
    """Read, compose, draw and write the PDF; no proof."""
    import ours  # noqa: PLC0415

    from layout.files import write_whole  # noqa: PLC0415

    data = ours.pdf(folder)
    out.mkdir(parents=True, exist_ok=True)
    write_whole(out / "page.pdf", data)


def banxin_png(folder: Path, out: Path) -> None:
    """The whole build: PDF, proof at 150 dpi, report."""
    from layout.pipeline import build  # noqa: PLC0415

    if not build(folder, out).ok:
        raise SystemExit("the issue has errors")


def typst_pdf(folder: Path, out: Path) -> None:
    """Compile to PDF."""
    compiler(folder).compile(output=_file(out, "page.pdf"), format="pdf")


def typst_png(folder: Path, out: Path) -> None:
    """Compile to PDF and, with what the compiler remembers of that, to PNG at 150 dpi."""
    typesetter = compiler(folder)
    typesetter.compile(output=_file(out, "page.pdf"), format="pdf")
    typesetter.compile(output=_file(out, "page-{p}.png"), format="png", ppi=150)


def compiler(folder: Path):  # noqa: ANN201
    """Typst's compiler with the faces of this project and no others."""
    import typst  # noqa: PLC0415

    fonts = Path(__file__).resolve().parents[2] / "fonts"
    source = str(folder / "page.typ")
    return typst.Compiler(source, str(folder), font_paths=[str(fonts)], ignore_system_fonts=True)


def _file(out: Path, name: str) -> str:
    out.mkdir(parents=True, exist_ok=True)
    return str(out / name)


def peak_memory() -> float:
    """MiB held at most since the process began, by the kernel's own account."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
        if found:
            return int(found[1]) / 1024
    import resource  # noqa: PLC0415

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    contender, folder, out, target = sys.argv[1:]
    if contender == "banxin":
        from layout.__main__ import SELDOM

        gc.set_threshold(SELDOM)  # as the command does
    globals()[f"{contender}_{target}"](Path(folder), Path(out))
    print(json.dumps({"memory": peak_memory()}), flush=True)  # noqa: T201
    os._exit(0)  # as the command does, and for both alike
