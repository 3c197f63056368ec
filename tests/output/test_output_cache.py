"""What is kept from one build to the next, whatever happens to the folder."""

import os
import stat
import tempfile
import threading
from pathlib import Path

import pytest

from layout.cache import CHECKSUM_SIZE, Cache, default_cache
from layout.files import write_whole

KEY = "ab" * 32


def entries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_was_put_is_found_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "folder")
    cache.put("picture", KEY, b"data")
    cache.put("profile", KEY, b"")
    assert Cache(tmp_path / "new" / "folder").get("picture", KEY) == b"data"
    assert cache.get("profile", KEY) == b""
    assert cache.get("picture", "cd" * 32) is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put("picture", KEY, b"data")
    assert cache.get("picture", KEY) is None


@pytest.mark.parametrize("damage", [b"", b"short", bytes(CHECKSUM_SIZE), bytes(CHECKSUM_SIZE + 4)])
def test_a_damaged_entry_is_none(damage: bytes, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("picture", KEY, b"data")
    (entry,) = entries(tmp_path)
    entry.write_bytes(damage)
    assert cache.get("picture", KEY) is None
    cache.put("picture", KEY, b"data")
    assert cache.get("picture", KEY) == b"data"


def test_a_folder_in_the_place_of_an_entry_is_passed_over(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("picture", KEY, b"data")
    (entry,) = entries(tmp_path)
    entry.unlink()
    entry.mkdir()
    assert cache.get("picture", KEY) is None
    cache.put("picture", KEY, b"data")
    assert entries(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    cache = Cache(tmp_path / "file")
    cache.put("picture", KEY, b"data")
    assert cache.get("picture", KEY) is None


def test_a_full_disk_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", full)
    cache = Cache(tmp_path)
    cache.put("picture", KEY, b"data")
    assert cache.get("picture", KEY) is None


def test_many_may_write_the_same_entry_at_once(tmp_path: Path) -> None:
    contents = [bytes([i]) * 100_000 for i in range(8)]
    seen: list[bytes | None] = []

    def build(content: bytes) -> None:
        cache = Cache(tmp_path)
        for _ in range(10):
            cache.put("picture", KEY, content)
            seen.append(cache.get("picture", KEY))

    threads = [threading.Thread(target=build, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(seen) <= set(contents)
    assert len(entries(tmp_path)) == 1


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANXIN_CACHE", str(tmp_path / "here"))
    assert default_cache().folder == tmp_path / "here"
    assert default_cache() is default_cache()


def test_else_it_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BANXIN_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = default_cache().folder
    assert folder is not None
    assert folder.name == "banxin"


def test_a_file_is_written_whole_with_the_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "页.pdf"
    path.write_bytes(b"before")
    mask = os.umask(0o027)
    try:
        write_whole(path, b"after")
    finally:
        os.umask(mask)
    assert path.read_bytes() == b"after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert entries(tmp_path) == [path]


def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "a.pdf"
    path.write_bytes(b"before")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"after")
    assert path.read_bytes() == b"before"
    assert entries(tmp_path) == [path]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("版" * 85)
    write_whole(path, b"data")
    assert path.read_bytes() == b"data"


def test_a_missing_folder_is_the_callers_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "a.pdf", b"data")
