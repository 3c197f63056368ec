"""Word files (.docx) into lines and pictures.

python-docx opens the package and knows the styles; the text is taken from the document's
elements in their order, because what matters here (hard breaks, text boxes, insertions
not yet accepted) is not in its paragraphs.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from layout.diagnostics import Diagnostics, Source
from layout.intake.archive import refusal
from layout.intake.manuscript import BLANKS, Image, Line, Manuscript, Run, trimmed
from layout.intake.word_styles import Looks, Styles

if TYPE_CHECKING:
    from docx.document import Document

Element = Any
"""An element of lxml, which comes without types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
_BREAK = "\n"
_MOST_HEADING = 40
"""Characters; a longer line is text, however large."""
_NOTES = {
    W + "ins": "import-changes",
    W + "del": "import-changes",
    W + "moveFrom": "import-changes",
    W + "footnoteReference": "import-notes",
    W + "endnoteReference": "import-notes",
    W + "commentReference": "import-notes",
    W + "sym": "import-symbol",
}
"""What is told once when it occurs: it cannot be carried over, or not without a look."""
_GONE = {W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "instrText", W + "rt"}


def read_word(data: bytes, file: str, diagnostics: Diagnostics) -> Manuscript | None:
    """What *data*, called *file*, holds; None when it is refused, which is told."""
    fault = refusal(data)
    if fault:
        diagnostics.add(fault, Source(file), file=file)
        return None
    import docx  # noqa: PLC0415 - only those who import Word files pay for it

    try:
        document = docx.Document(io.BytesIO(data))
        reader = _Reader(document, file, diagnostics)
        items = list(reader.items())
    except Exception:  # noqa: BLE001 - a damaged part makes the library raise anything at all
        diagnostics.add("import-broken", Source(file), file=file)
        return None
    reader.tell_margins()
    return Manuscript(tuple(_levelled(items)))


@dataclass(slots=True)
class _Look:
    """A line with how it looks, from which its level follows."""

    line: Line
    looks: Looks


@dataclass(slots=True)
class _Paragraph:
    """One paragraph while it is read."""

    runs: list[Run] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    images: list[Image] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Text boxes anchored in it, read after it."""


class _Reader:
    """One pass over the elements of a document."""

    def __init__(self, document: "Document", file: str, diagnostics: Diagnostics) -> None:
        self._document = document
        self._styles = Styles(document)
        self._file = file
        self._diagnostics = diagnostics
        self._count = 0

    def items(self) -> Iterator[_Look | Image]:
        """Lines and pictures in their order."""
        yield from self._blocks(self._document.element.body)

    def tell_margins(self) -> None:
        """Text in the margins of the sheet is no text of a story."""
        for section in self._document.sections:
            for part in (section.header, section.footer):
                text = " ".join(paragraph.text for paragraph in part.paragraphs).strip()
                if text:
                    self._diagnostics.add("import-margin", Source(self._file), text=text[:40])

    def _blocks(self, holder: Element) -> Iterator[_Look | Image]:
        """Paragraphs below *holder*, through tables and controls."""
        for child in holder:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                self._tell("import-table")
                for cell in child.iter(W + "tc"):
                    yield from self._blocks(cell)
            elif child.tag in {W + "sdt", W + "sdtContent", W + "customXml", W + "ins"}:
                yield from self._blocks(child)

    def _paragraph(self, element: Element) -> Iterator[_Look | Image]:
        self._count += 1
        number = self._count
        looks = self._styles.paragraph(element)
        read = _Paragraph()
        if element.find(f"{W}pPr/{W}numPr") is not None:
            self._tell("import-numbering")
        self._walk(element, read, looks)
        yield from read.images
        if read.sizes:
            looks = looks._replace(size=read.sizes.most_common(1)[0][0])
        begins = True
        for runs in _split(read.runs):
            kept = trimmed(runs)
            if kept:
                line = Line(kept, number, looks.level, looks.role, begins)
                yield _Look(line, looks)
                begins = False
        for box in read.boxes:
            yield from self._blocks(box)

    def _walk(self, element: Element, read: _Paragraph, looks: Looks) -> None:
        for child in element:
            if child.tag in _NOTES:
                self._tell(_NOTES[child.tag])
            if child.tag in _GONE or not isinstance(child.tag, str):
                continue
            if child.tag == W + "r":
                self._run(child, read, looks)
            elif child.tag == W + "txbxContent":
                read.boxes.append(child)
            elif child.tag in {_BLIP, _IMAGE_DATA}:
                self._image(child, read)
            else:
                # Of two ways to say the same, the first is for programs that know it.
                chosen = child[:1] if child.tag == _ALTERNATIVE else child
                self._walk(chosen, read, looks)

    def _run(self, element: Element, read: _Paragraph, looks: Looks) -> None:
        style = self._styles.run(element, looks)
        if style.is_hidden:
            self._tell("import-hidden")
            return
        for child in element:
            text = _text(child)
            if text:
                read.runs.append(Run(text, style.is_bold))
                read.sizes[style.size] += len(text.strip(BLANKS))
        self._walk(element, read, looks)

    def _image(self, element: Element, read: _Paragraph) -> None:
        key = element.get(R + "embed") or element.get(R + "id")
        part = self._document.part.related_parts.get(key) if key else None
        if part is None:
            self._tell("import-linked-picture")
            return
        alt = next((box.get("descr", "") for box in _drawn_round(element)), "")
        read.images.append(Image(part.blob, self._count, alt))

    def _tell(self, code: str) -> None:
        """Tell something at the first paragraph that has it."""
        if all(found.code != code for found in self._diagnostics):
            self._diagnostics.add(code, Source(self._file, max(self._count, 1)))


def _drawn_round(element: Element) -> Iterator[Element]:
    for above in element.iterancestors(W + "drawing"):
        yield from above.iter(_DRAWN)


def _text(child: Element) -> str:
    """The characters that one element of a run stands for."""
    match child.tag.removeprefix(W) if isinstance(child.tag, str) else "":
        case "t":
            return re.sub(r"[\r\n]", " ", child.text or "")
        case "br" | "cr":
            return _BREAK
        case "tab":
            return " "
        case "noBreakHyphen":
            return "-"
    return ""


def _split(runs: list[Run]) -> Iterator[list[Run]]:
    """*runs* line by line, as hard breaks and the ends of columns divide them."""
    current: list[Run] = []
    for run in runs:
        first, *others = run.text.split(_BREAK)
        current.append(run._replace(text=first))
        for text in others:
            yield current
            current = [run._replace(text=text)]
    yield current


def _levelled(items: list[_Look | Image]) -> Iterator[Line | Image]:
    """Lines with levels: as their styles say, else by size against the text's.

    Sizes rank: the largest is the first level. Bold in the middle is a heading too, one
    below them. Where most of the text is bold, it says nothing.
    """
    looks = [item for item in items if isinstance(item, _Look)]
    sizes: Counter[float] = Counter()
    bold = 0
    for look in looks:
        sizes[look.looks.size] += len(look.line.text)
        bold += sum(len(run.text) for run in look.line.runs if run.is_bold)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    means_nothing = bold * 2 > sizes.total()
    larger = sorted({size for size in sizes if size > usual * 1.15}, reverse=True)
    ranks = {size: rank for rank, size in enumerate(larger, 1)}
    for item in items:
        if isinstance(item, Image):
            yield item
            continue
        line, seen = item.line, item.looks
        is_short = len(line.text) <= _MOST_HEADING and not line.level and not line.role
        level = ranks.get(seen.size, 0) if is_short else 0
        if is_short and not level and seen.is_centred and line.is_bold and not means_nothing:
            level = len(ranks) + 1
        if level:
            line = replace(line, level=level)
        if means_nothing:
            line = replace(line, runs=trimmed([Run(run.text) for run in line.runs]))
        yield line
