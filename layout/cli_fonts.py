"""What ``banxin fonts`` looks through: the text of an issue or a file, the faces of its body."""

from collections.abc import Iterator
from pathlib import Path

from layout.diagnostics import Diagnostics, Source
from layout.issue.load import FILE_NAME, load_issue
from layout.issue.text_source import read_text
from layout.page.load import load_catalogue, load_publication, publication_names

BODY = "body"
"""The style that a publication sets running text in."""
NOT_SET = frozenset({"publication", "template", "slug", "body", "file", "artwork", "alt"})
"""Keys of issue.yaml whose text is not set on the page; bodies are read from their files."""


def text_of(target: Path, diagnostics: Diagnostics) -> tuple[str | None, list[str]]:
    """Everything *target* sets, and the publications that may set it.

    None when it cannot be read, which is told. A text file belongs to no publication,
    so any of them may set it.
    """
    if not (target.is_dir() or target.name == FILE_NAME):
        text = read_text(target, Source(target.name), diagnostics)
        return text, publication_names()
    loaded = load_issue(target, diagnostics)
    if loaded is None:
        return None, []
    bodies = (story.body.text for page in loaded.pages for story in page.stories)
    typed = _typed(loaded.issue.model_dump())
    return "\n".join((*typed, *bodies)), [loaded.issue.publication]


def body_faces(publications: list[str], diagnostics: Diagnostics) -> set[str]:
    """Keys of the faces that *publications* set running text in."""
    catalogue = load_catalogue(diagnostics)
    if catalogue is None:
        return set()
    found = (
        load_publication(name, Source(FILE_NAME), catalogue, diagnostics) for name in publications
    )
    return {each.publication.styles[BODY].face for each in found if each}


def _typed(part: object) -> Iterator[str]:
    """The texts in *part* of an issue."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for key, value in part.items():
            if key not in NOT_SET:
                yield from _typed(value)
    elif isinstance(part, list | tuple):
        for entry in part:
            yield from _typed(entry)
