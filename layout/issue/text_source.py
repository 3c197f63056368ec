"""Files an editor names, read with care: inside the issue's folder, UTF-8, of sane size.

A file that cannot be read is a finding, never an exception; what it seems to be
(GB 18030, UTF-16, no text at all) is told, because the remedy depends on it.
"""

from difflib import get_close_matches
from pathlib import Path, PureWindowsPath

from layout.diagnostics import Diagnostics, Source

MAX_TEXT_BYTES = 4_000_000
"""A newspaper page holds about 10,000 characters; this is a hundred times as much in UTF-8."""

_BOM = "\ufeff"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_HAN = range(0x4E00, 0xA000)


def read_text(path: Path, source: Source, diagnostics: Diagnostics) -> str | None:
    """The text of *path* without its byte order mark; None when it is none, which is told.

    *source* is where to point: at the file itself, or at the place that names it.
    Line ends are left as they are.
    """
    try:
        size = path.stat().st_size
        if size > MAX_TEXT_BYTES:
            diagnostics.add(
                "file-too-large", source, file=path.name, size=size, limit=MAX_TEXT_BYTES
            )
            return None
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        diagnostics.add("file-unreadable", source, file=path.name, reason=reason)
        return None
    try:
        text = raw.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        _tell_encoding(raw, error.start, source, path.name, diagnostics)
        return None
    if "\0" in text:
        diagnostics.add("file-binary", source, file=path.name)
        return None
    return text


def _tell_encoding(
    raw: bytes, bad_byte: int, source: Source, file: str, diagnostics: Diagnostics
) -> None:
    """Say what a file that is not UTF-8 seems to be."""
    if raw.startswith(_UTF16_BOMS):
        diagnostics.add("file-encoding-utf16", source, file=file)
    elif b"\0" in raw:
        diagnostics.add("file-binary", source, file=file)
    elif _reads_as_gb18030(raw):
        diagnostics.add("file-encoding-gb18030", source, file=file)
    else:
        line = raw.count(b"\n", 0, bad_byte) + 1
        diagnostics.add("file-encoding", source, file=file, line=line)


def _reads_as_gb18030(raw: bytes) -> bool:
    """Whether the bytes decode as GB 18030 into mostly everyday Han characters.

    GB 18030 accepts nearly any byte string, so that decoding alone proves nothing:
    half of what is not ASCII must lie in the basic block of Han characters.
    """
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    foreign = [ord(char) for char in text if not char.isascii()]
    return sum(code in _HAN for code in foreign) * 2 >= len(foreign)


def resolve_inside(
    folder: Path, typed: str, source: Source, diagnostics: Diagnostics
) -> Path | None:
    """The file that *typed* names within *folder*; None when there is none, told at *source*.

    An issue's folder is copied from desk to desk, so everything it needs lies
    inside: absolute paths, ``..`` and links leading out are errors.
    """
    windows = PureWindowsPath(typed)
    if windows.is_absolute() or windows.drive or windows.root:
        diagnostics.add("path-outside", source, file=typed)
        return None
    try:
        home = folder.resolve()
        path = (home / typed).resolve()
        if not path.is_relative_to(home):
            diagnostics.add("path-outside", source, file=typed)
            return None
        if path.is_file():
            return path
    except (OSError, ValueError, RuntimeError):
        # A name too long, with a NUL, or a link that leads to itself: no such file.
        pass
    near = _near_file(folder, typed)
    if near:
        diagnostics.add("file-missing-near", source, file=typed, near=near)
    else:
        diagnostics.add("file-missing", source, file=typed)
    return None


def _near_file(folder: Path, typed: str) -> str | None:
    """The file in *folder* (two levels deep) whose name is most like *typed*."""
    try:
        names = sorted(
            path.relative_to(folder).as_posix()
            for pattern in ("*", "*/*")
            for path in folder.glob(pattern)
            if path.is_file()
        )
    except OSError:
        return None
    found = get_close_matches(typed.replace("\\", "/"), names, n=1, cutoff=0.75)
    return found[0] if found else None
