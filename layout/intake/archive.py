"""What a Word file is before it is opened: whole, harmless, and a Word file at all.

A manuscript comes from anywhere. Each thing that would harm a desk, or that cannot be
read, is refused here by its own code, so that the remedy can be told.
"""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

MAX_BYTES = 200_000_000
MAX_UNPACKED = 300_000_000
MAX_PARTS = 5_000
MAX_XML = 40_000_000
"""A novel's text is a tenth of this."""
MAX_RATIO = 200
"""Text shrinks to a twentieth at best; a bomb to a thousandth."""
SMALL = 1_000_000
"""Below this no ratio can do harm."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_DOCUMENT = "word/document.xml"


def refusal(data: bytes) -> str:
    """The code of what speaks against opening *data* as a Word file; empty if nothing does."""
    if data.startswith(_OLE):
        return "import-password" if _ENCRYPTED_STREAM in data else "import-legacy-doc"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _names(package) or _sizes(package) or _contents(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        return "import-broken"


def _names(package: zipfile.ZipFile) -> str:
    for entry in package.infolist():
        name = entry.orig_filename
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in name or "\0" in name:
            return "import-unsafe-name"
        if entry.flag_bits & 1:
            return "import-password"
        if path.name.lower() == "vbaproject.bin":
            return "import-macros"
    return ""


def _sizes(package: zipfile.ZipFile) -> str:
    """Sizes as declared; what is longer than declared is found damaged when it is read."""
    entries = package.infolist()
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        return "import-bomb"
    for entry in entries:
        is_dense = entry.file_size > max(SMALL, MAX_RATIO * entry.compress_size)
        # A bitmap of one colour is as dense as a bomb, and harms nobody.
        if _is_xml(entry.filename) and (is_dense or entry.file_size > MAX_XML):
            return "import-bomb"
    return ""


def _contents(package: zipfile.ZipFile) -> str:
    names = set(package.namelist())
    if _TYPES not in names or _DOCUMENT not in names:
        return "import-not-word"
    for name in sorted(names):
        if _is_xml(name):
            # Without zero bytes, a part in UTF-16 reads like the others.
            text = package.read(name).replace(b"\0", b"")
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                return "import-entities"
            if name == _TYPES and b"macroEnabled" in text:
                return "import-macros"
        else:
            with package.open(name) as part:
                while part.read(1 << 20):  # to the end, where its checksum is compared
                    pass
    return ""


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))
