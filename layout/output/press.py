"""The press a page is made for: its profile, what it calls its condition, its limits."""

import hashlib
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from layout.cache import Cache
from layout.diagnostics import Diagnostic

PROFILE_RECIPE = b"profile 1"
"""Part of the cache's key; raised when the way profiles are packed changes."""


@dataclass(frozen=True, slots=True)
class Press:
    """A printing condition, as the PDF's output intent names it."""

    profile: Path
    """ICC profile of the press: an output profile (class prtr) with four inks."""
    condition: str = "CGATS TR 002"
    """Name of the characterization in its registry (OutputConditionIdentifier)."""
    registry: str = "http://www.color.org"
    """Where that name is registered."""
    info: str = "Coldset newsprint, CGATS/SNAP TR 002-2007"
    """The condition in words, for whoever opens the file."""
    max_ppi: int = 300
    """Pictures finer than this are sampled down to it: a newspaper screen shows no more."""
    ink_limit: float = 240.0
    """Per cent: an ink sum above this is an error (WAN-IFRA 26v5, GWG newspaper)."""
    marks: bool = False
    """Crop and register marks and a colour bar round the trimmed page."""
    bleed_mm: float = 0.0
    """Of the BleedBox round the trimmed page: none in coldset newspapers."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An ICC profile that has been looked at."""

    data: bytes
    packed: bytes
    """The same, deflated for the PDF."""
    digest: str
    """SHA-256 of the data: what cached conversions are keyed by."""


def read_profile(press: Press, cache: Cache) -> Profile | Diagnostic:
    """The press's profile, read, checked and deflated once in a process."""
    try:
        stat = press.profile.stat()
        return _read_profile(press.profile, stat.st_mtime_ns, stat.st_size, cache)
    except OSError:
        return Diagnostic("press-profile-unreadable", {"file": press.profile.name})
    except ValueError:
        return Diagnostic("press-profile-unfit", {"file": press.profile.name})


@lru_cache(maxsize=8)
def _read_profile(path: Path, _mtime_ns: int, _size: int, cache: Cache) -> Profile:
    """Read the file at *path*; the other arguments notice when it was replaced.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no ICC output profile for CMYK.

    """
    data = path.read_bytes()
    if data[36:40] != b"acsp" or data[12:16] != b"prtr" or data[16:20] != b"CMYK":
        raise ValueError(f"{path} is not a CMYK output profile")
    key = hashlib.sha256(PROFILE_RECIPE + data).hexdigest()
    packed = cache.get("profile", key)
    if packed is None:
        packed = zlib.compress(data, 9)
        cache.put("profile", key, packed)
    return Profile(data, packed, hashlib.sha256(data).hexdigest())
