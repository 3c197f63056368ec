"""The import itself: a foreign file in, an issue's folder out."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from layout.diagnostics import Diagnostics, Language, Source
from layout.intake.doubts import FILE_NAME, doubts_text
from layout.intake.encoding import decoded
from layout.intake.folder import is_free, write_folder
from layout.intake.manuscript import Manuscript
from layout.intake.markdown import from_folder, read_markdown
from layout.intake.ninjs import read_ninjs
from layout.intake.pictures import take
from layout.intake.plain import read_plain
from layout.intake.recognise import recognise
from layout.intake.recognised import Paper, Recognised, Tell
from layout.intake.shelf import papers, templates_taking
from layout.intake.word import read_word
from layout.intake.write import Setting, issue_files, slug_of
from layout.page.template import Takes

MAX_BYTES = 200_000_000
MAX_TEXT_BYTES = 4_000_000
_WORD, _JSON, _PLAIN, _MARKDOWN = (
    (".docx",),
    (".json", ".ninjs"),
    (".txt", ".text"),
    (".md", ".markdown"),
)
_OTHER_WORD = {".doc": "import-legacy-doc", ".docm": "import-macros", ".dotm": "import-macros"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command was told beside the file."""

    day: date | None
    """Of publication, whatever the file says."""
    today: date
    """For a file that gives no date."""
    template: str = ""
    publication: str = ""
    lang: Language = "zh"


def import_file(path: Path, out: Path, wishes: Wishes, diagnostics: Diagnostics) -> bool:
    """Write what *path* holds as an issue to *out*; whether it was written.

    What was guessed and what stands in the way goes to *diagnostics*.
    """
    if not is_free(out, diagnostics):
        return False
    manuscript = _read(path, diagnostics)
    if manuscript is None:
        return False
    known = papers()
    tell = Tell(path.name, diagnostics)
    found = recognise(manuscript, known, tell)
    if not found.blocks or not found.heads.headline:
        code = "import-no-headline" if found.blocks else "import-no-text"
        diagnostics.add(code, Source(path.name), file=path.name)
        return False

    pictures = take(found.shots, tell)
    setting = _setting(found, wishes, known, tell)
    if len(pictures) > setting.most_pictures:
        number = found.shots[setting.most_pictures].number
        tell("import-many-pictures", number, count=len(pictures), most=setting.most_pictures)
    tell.close()
    files = issue_files(found, pictures, setting, slug_of(out))
    files[FILE_NAME] = doubts_text(path.name, diagnostics, wishes.lang).encode()
    return write_folder(out, files, diagnostics)


def _setting(found: Recognised, wishes: Wishes, known: list[Paper], tell: Tell) -> Setting:
    """Publication, day and template: as wished, as recognised, else what fits best."""
    publication = wishes.publication or found.heads.publication
    if not publication:
        publication = known[0].key
        tell("import-no-paper", 1, name=known[0].name)
    day = wishes.day or found.heads.day
    if day is None:
        day = wishes.today
        tell("import-no-date", 1, day=day.isoformat())
    shelf = templates_taking()
    template = wishes.template or min(shelf, key=lambda name: _misfit(found, shelf[name]))
    most = shelf[template].pictures[1] if template in shelf else len(found.shots)
    return Setting(publication, day, template, most)


def _misfit(found: Recognised, takes: Takes) -> tuple[bool, int, int]:
    """How ill a template suits: stories it wants more, pictures and characters out of bounds."""
    pictures = _beyond(len(found.shots), takes.pictures)
    return takes.stories != 1, pictures, _beyond(found.characters, takes.characters)


def _beyond(value: int, bounds: tuple[int, int]) -> int:
    return max(bounds[0] - value, value - bounds[1], 0)


def _read(path: Path, diagnostics: Diagnostics) -> Manuscript | None:
    """The manuscript in *path*, whatever kind of file it is; None when it is refused."""
    kind = path.suffix.lower()
    if kind not in (*_WORD, *_JSON, *_PLAIN, *_MARKDOWN):
        code = _OTHER_WORD.get(kind, "import-kind")
        diagnostics.add(code, Source(path.name), file=path.name)
        return None
    raw = _bytes(path, MAX_BYTES if kind in _WORD else MAX_TEXT_BYTES, diagnostics)
    if raw is None or kind in _WORD:
        return read_word(raw, path.name, diagnostics) if raw is not None else None
    text = decoded(raw, Source(path.name), diagnostics)
    if text is None or kind in _PLAIN:
        return read_plain(text) if text is not None else None
    fetch = from_folder(path.parent, path.name, diagnostics)
    if kind in _JSON:
        return read_ninjs(text, path.name, fetch, diagnostics)
    return read_markdown(text, fetch)


def _bytes(path: Path, limit: int, diagnostics: Diagnostics) -> bytes | None:
    source = Source(path.name)
    try:
        if not path.is_file():
            diagnostics.add("file-missing", source, file=str(path))
            return None
        size = path.stat().st_size
        if size > limit:
            diagnostics.add("file-too-large", source, file=path.name, size=size, limit=limit)
            return None
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        diagnostics.add("file-unreadable", source, file=path.name, reason=reason)
        return None
