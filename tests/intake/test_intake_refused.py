"""Files that would do harm or cannot be read: refused by name, with the remedy."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest

from layout.diagnostics import Diagnostics
from layout.intake import archive
from layout.intake.folder import write_folder

PROSE = "这是样稿的一段，写到三十个字以上才像正文，所以再多写几个字，到这里结束。"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
Taken = Callable[..., Any]


def word(added: Mapping[str, bytes] = {}, without: str = "") -> bytes:
    """A Word file with parts added or taken out."""
    document = docx.Document()
    document.add_heading("样稿主题", 1)
    document.add_paragraph(PROSE)
    plain, out = io.BytesIO(), io.BytesIO()
    document.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in (without, *added):
                new.writestr(name, old.read(name))
        for name, data in added.items():
            new.writestr(name, data)
    return out.getvalue()


def with_flag(data: bytes) -> bytes:
    """*data* with its first entry marked as encrypted."""
    place = data.index(b"PK\x01\x02") + 8
    return data[:place] + b"\x01" + data[place + 1 :]


def damaged(data: bytes) -> bytes:
    """*data* with some bytes of its packed text changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        place = package.getinfo("word/document.xml").header_offset + 60
    return data[:place] + b"\xff\xff\xff\xff" + data[place + 4 :]


CASES: dict[str, tuple[str, bytes, str]] = {
    "nothing": ("a.docx", b"", "import-broken"),
    "no zip": ("a.docx", b"PK\x03\x04 half a file", "import-broken"),
    "cut off": ("a.docx", word()[:-2000], "import-broken"),
    "damaged": ("a.docx", damaged(word()), "import-broken"),
    "not xml": ("a.docx", word({"word/document.xml": b"<w:document"}), "import-broken"),
    "no document": ("a.docx", word(without="word/document.xml"), "import-not-word"),
    "old kind": ("a.doc", OLE, "import-legacy-doc"),
    "old kind renamed": ("a.docx", OLE, "import-legacy-doc"),
    "password": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "import-password"),
    "zip password": ("a.docx", with_flag(word()), "import-password"),
    "docm": ("a.docm", word(), "import-macros"),
    "macros": ("a.docx", word({"word/vbaProject.bin": b"x"}), "import-macros"),
    "macro type": (
        "a.docx",
        word({"[Content_Types].xml": b"<Types>vnd.ms-word.document.macroEnabled</Types>"}),
        "import-macros",
    ),
    "bomb": ("a.docx", word({"word/extra.xml": b" " * 5_000_000}), "import-bomb"),
    "many parts": (
        "a.docx",
        word({f"x/{number}": b"" for number in range(archive.MAX_PARTS)}),
        "import-bomb",
    ),
    "entities": ("a.docx", word({"word/document.xml": BOMB}), "import-entities"),
    "entities in utf-16": (
        "a.docx",
        word({"word/theme/x.xml": BOMB.decode().encode("utf-16")}),
        "import-entities",
    ),
    "up": ("a.docx", word({"../../evil.txt": b"x"}), "import-unsafe-name"),
    "absolute": ("a.docx", word({"/etc/evil": b"x"}), "import-unsafe-name"),
    "windows": ("a.docx", word({"C:\\evil": b"x"}), "import-unsafe-name"),
    "backslash": ("a.docx", word({"..\\evil": b"x"}), "import-unsafe-name"),
    "kind": ("a.pdf", b"%PDF-", "import-kind"),
    "no kind": ("a", b"x", "import-kind"),
    "encoding": ("a.txt", b"\xff\xff\xfe\xfe\x80\x81" * 9, "import-encoding"),
    "half utf-16": ("a.txt", "样稿".encode("utf-16") + b"\x00", "import-encoding"),
    "binary": ("a.txt", b"MZ\0\0\0\x03\0\x04", "import-encoding"),
    "ninjs": ("a.json", b"[1, 2]", "import-not-ninjs"),
    "ninjs deep": ("a.json", b"[" * 100_000, "import-not-ninjs"),
    "no text": ("a.txt", b"\n \n", "import-no-text"),
    "one line": ("a.txt", "样稿".encode(), "import-no-headline"),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_by_name_with_a_remedy(taken: Taken, case: str) -> None:
    name, content, code = CASES[case]
    imported = taken(name, content)
    assert imported.codes == [code]
    message = next(iter(imported.found)).message()
    assert name in message
    assert "请" in message


def test_the_file_those_were_made_of_is_taken(taken: Taken) -> None:
    assert taken("a.docx", word()).blocks == [PROSE]


def test_a_file_that_is_not_there_is_told(taken: Taken, tmp_path: Path) -> None:
    assert taken(tmp_path / "none.docx").codes == ["file-missing"]
    (tmp_path / "folder.docx").mkdir()
    assert taken(tmp_path / "folder.docx").codes == ["file-missing"]


def test_a_text_too_large_is_told(taken: Taken) -> None:
    assert taken("a.txt", b"a" * 4_000_001).codes == ["file-too-large"]


@pytest.mark.parametrize("is_file", [True, False])
def test_what_is_there_is_never_overwritten(tmp_path: Path, is_file: bool) -> None:  # noqa: FBT001
    out = tmp_path / "out"
    if is_file:
        out.write_text("mine")
    else:
        out.mkdir()
        (out / "mine.txt").write_text("mine")
    found = Diagnostics()
    assert not write_folder(out, {"issue.yaml": b"x"}, found)
    assert [each.code for each in found] == ["import-folder-taken"]
    kept = out if is_file else out / "mine.txt"
    assert kept.read_text() == "mine"
    assert is_file or [path.name for path in out.iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert write_folder(tmp_path, {"a/b.txt": b"x", "c.txt": b"y"}, Diagnostics())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c.txt"]
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"x"


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    found, out = Diagnostics(), tmp_path / "out"
    assert not write_folder(out, {"a": b"x", "a/b": b"y"}, found)
    assert [each.code for each in found] == ["output-unwritable"]
    assert not out.exists()
