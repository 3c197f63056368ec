"""What was costly to make, kept on disk from one build to the next.

Entries are found by the digest of everything they were made from, so that none is ever
stale; each carries its own checksum, so that a damaged one is made again. The folder
may be deleted at any time, shared by builds that run side by side, or not writable at
all: then every build makes everything afresh.
"""

import hashlib
import os
from functools import lru_cache
from pathlib import Path

from layout.files import write_whole

CHECKSUM_SIZE = hashlib.sha256().digest_size


class Cache:
    """A folder of checked entries."""

    def __init__(self, folder: Path | None) -> None:
        """Keep entries below *folder*; None keeps nothing."""
        self.folder = folder

    def get(self, kind: str, key: str) -> bytes | None:
        """The entry stored under *key*, or None where there is none that is whole."""
        if self.folder is None:
            return None
        try:
            stored = self._path(self.folder, kind, key).read_bytes()
        except OSError:
            return None
        checksum, data = stored[:CHECKSUM_SIZE], stored[CHECKSUM_SIZE:]
        return data if hashlib.sha256(data).digest() == checksum else None

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Store *data* under *key*; a folder that cannot be written is passed over."""
        if self.folder is None:
            return
        path = self._path(self.folder, kind, key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, hashlib.sha256(data).digest() + data)
        except OSError:
            return

    @staticmethod
    def _path(folder: Path, kind: str, key: str) -> Path:
        return folder / kind / key[:2] / key[2:]


@lru_cache(maxsize=4)
def _cache_at(folder: Path) -> Cache:
    return Cache(folder)


def default_cache() -> Cache:
    """The user's cache: ``BANXIN_CACHE`` where set, else the platform's cache folder."""
    named = os.environ.get("BANXIN_CACHE")
    if named:
        return _cache_at(Path(named))
    # Not needed where the variable names the folder, and a few milliseconds to import.
    from platformdirs import user_cache_path  # noqa: PLC0415

    return _cache_at(user_cache_path("banxin", appauthor=False))
