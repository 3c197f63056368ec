"""Files that appear whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put *data* at *path* in one step: nobody ever sees half of it.

    It is written beside its place and moved there, so that a failure leaves what was
    there before, and two builds writing the same file leave one of the two.

    Raises:
        OSError: the folder cannot be written; nothing is left behind.

    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:32]}-", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _umask() -> int:
    """The permissions this process leaves out; Python only tells them when they are set."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
