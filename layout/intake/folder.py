"""A new folder for an issue, put in place only when all of it is there."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from layout.diagnostics import Diagnostics

_PART = ".banxin.part"


def write_folder(out: Path, files: Mapping[str, bytes], diagnostics: Diagnostics) -> bool:
    """Write *files*, named by their paths within *out*; whether that was done.

    A folder that holds anything is left alone, which is told. What cannot be written
    leaves nothing behind.
    """
    if not is_free(out, diagnostics):
        return False
    is_new = not out.exists()
    part = out / _PART
    try:
        part.mkdir(parents=True)
        for name, data in files.items():
            path = part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for child in sorted(part.iterdir()):
            child.rename(out / child.name)
        part.rmdir()
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        if is_new:
            with suppress(OSError):
                out.rmdir()
        diagnostics.add("output-unwritable", file=str(out), reason=error.strerror or str(error))
        return False
    return True


def is_free(out: Path, diagnostics: Diagnostics) -> bool:
    """Whether *out* may be written: not there yet, or an empty folder; else it is told."""
    try:
        is_there = out.is_symlink() or out.exists()
        if is_there and (not out.is_dir() or any(out.iterdir())):
            diagnostics.add("import-folder-taken", folder=str(out))
            return False
    except OSError as error:
        diagnostics.add("output-unwritable", file=str(out), reason=error.strerror or str(error))
        return False
    return True
