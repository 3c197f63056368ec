"""Whatever is imported: nothing raises, no character is lost, what is written can be read."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.diagnostics import Diagnostics
from layout.intake.load import Wishes, import_file
from layout.issue.characters import is_han
from layout.issue.load import load_issue
from layout.issue.loaded import LoadedIssue

DATA = Path(__file__).parents[1] / "intake" / "data"
LETTERS = st.text("样稿甲乙丙丁春夏秋冬aB2，。、：“”！（）—* 　#-", max_size=60)
WISHES = Wishes(None, date(2030, 1, 2))
SAID = {"import-no-text", "import-no-headline"}


def imported(name: str, content: bytes) -> tuple[LoadedIssue | None, Diagnostics]:
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / name, Path(folder) / "out"
        path.write_bytes(content)
        found = Diagnostics()
        if not import_file(path, out, WISHES, found):
            assert not out.exists()
            return None, found
        told = Diagnostics()
        issue = load_issue(out, told)
        assert not told.has_errors, [each.message() for each in told]
        return issue, found


def texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for key, value in part.items():
            if key not in {"publication", "template", "slug", "body", "file"}:
                yield from texts(value)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from texts(each)


@given(lines=st.lists(LETTERS, max_size=12), kind=st.sampled_from(["a.txt", "a.md"]))
@example(lines=["样稿", "甲乙", "丙丁", "春", "样稿甲乙丙丁春夏秋冬。"], kind="a.txt")
@example(lines=["# 样稿", "## 甲乙", "# 丙丁", "### 春", "# 夏", "秋冬。"], kind="a.md")
@settings(max_examples=100, deadline=None)
def test_no_han_character_is_lost_or_made(lines: list[str], kind: str) -> None:
    text = "\n".join(lines)
    issue, found = imported(kind, text.encode())
    if issue is None:
        assert SAID & {each.code for each in found}
        return
    body = issue.pages[0].stories[0].body.text
    kept = "".join((*texts(issue.issue.model_dump()), body))
    assert Counter(filter(is_han, kept)) == Counter(filter(is_han, text))


@given(
    name=st.sampled_from(["plain.docx", "styled.docx"]),
    places=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8),
)
@settings(max_examples=60, deadline=None)
def test_a_damaged_word_file_is_taken_or_refused(
    name: str, places: list[tuple[float, int]]
) -> None:
    data = bytearray((DATA / name).read_bytes())
    for share, value in places:
        data[int(share * len(data))] = value
    issue, found = imported("a.docx", bytes(data))
    assert issue is not None or found.has_errors


@given(content=st.binary(max_size=300), name=st.sampled_from(["a.docx", "a.txt", "a.json", "a.md"]))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_taken_or_refused(content: bytes, name: str) -> None:
    issue, found = imported(name, content)
    assert issue is not None or found.has_errors
