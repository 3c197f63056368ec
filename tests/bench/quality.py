"""C. Quality of composition: the same texts by both engines, measured from their PDFs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from statistics import fmean, pstdev

import ours
import sample
from cold import compiler
from pdftext import EM, Line, lines
from turns import OURS, THEIRS

NOT_AT_START = frozenset("，、；：。！？．”’）］｝〕】〗》〉」』·・‧–～-/／%％‰°℃…,.:;!?)]}")
"""CLREQ 3.1.10; the dash is left out, which houses forbid or allow."""
NOT_AT_END = frozenset("“‘（［｛〔【〖《〈「『([{￥¥$№+−±")
MEASURE_WORDS = frozenset("年月日亿万千百元个项亩斤头羽人户次场余线条级所家座届版岁米公吨%％")
RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
"""Radicals and compatibility forms: they look like a character and are none."""

CASES = ("bad_starts", "bad_ends", "lone_characters", "torn_numbers", "single_lines")


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or RADICALS.match(char) is not None


@dataclass(slots=True)
class Found:
    """What one engine's pages came to."""

    lines: int = 0
    pages: int = 0
    paragraphs: int = 0
    bad_starts: list[str] = field(default_factory=list)
    bad_ends: list[str] = field(default_factory=list)
    lone_characters: list[str] = field(default_factory=list)
    torn_numbers: list[str] = field(default_factory=list)
    single_lines: list[str] = field(default_factory=list)
    radicals: int = 0
    wrong_characters: int = 0
    gaps: list[float] = field(default_factory=list)
    """Of each justified line: mean extra advance between neighbouring Han, in points."""
    marks: dict[str, list[float]] = field(default_factory=lambda: {"，": [], "。": []})
    """Advance of each mark before a Han character in its line, in em."""
    unequal: float = 0.0
    """Most that gaps of one line differ, in points."""

    def plain(self) -> dict[str, object]:
        """For JSON: the figures, and every case by its text."""
        return derived(self) | {
            "cases": {name: getattr(self, name) for name in CASES},
            "pages": self.pages,
            "paragraphs": self.paragraphs,
            "lines": self.lines,
            "radicals": self.radicals,
            "wrong_characters": self.wrong_characters,
        }

    def add(self, pdf: bytes, story: sample.Story) -> None:
        """Measure one page."""
        page = lines(pdf)
        self.lines += len(page)
        self.pages += page[-1].page + 1
        self.paragraphs += sum(line.opens_paragraph for line in page)
        self._edges(page)
        for line, closes in _with_closings(page):
            self._spaces(line, justified=not closes)
        self._extracted(page, story)

    def _edges(self, page: Sequence[Line]) -> None:
        """What stands at the edges of lines and of columns."""
        for line, closes in _with_closings(page):
            if line.text[0] in NOT_AT_START and not line.opens_paragraph:
                self.bad_starts.append(line.text)
            if line.text[-1] in NOT_AT_END:
                self.bad_ends.append(line.text)
            signs = [char for char in line.text if _is_han(char) or char.isalnum()]
            if closes and not line.opens_paragraph and len(signs) == 1:
                self.lone_characters.append(line.text)
        for before, after in pairwise(page):
            torn = before.text[-1].isdecimal() and after.text[0] in MEASURE_WORDS
            if torn and not after.opens_paragraph:
                self.torn_numbers.append(f"{before.text[-4:]}|{after.text[:2]}")
        for at, (line, closes) in enumerate(_with_closings(page)):
            ends_stretch = at + 1 < len(page) and page[at + 1].heads_stretch
            is_tail = line.heads_stretch and closes and not line.opens_paragraph
            is_start = ends_stretch and line.opens_paragraph and not closes
            if is_tail or is_start:
                self.single_lines.append(line.text)

    def _spaces(self, line: Line, *, justified: bool) -> None:
        gaps = []
        for char, following in pairwise(line.chars):
            advance = following.x - char.x
            if _is_han(char.text) and _is_han(following.text):
                gaps.append(advance - EM)
            elif char.text in self.marks and _is_han(following.text):
                self.marks[char.text].append(advance / EM)
        if justified and gaps:
            self.gaps.append(fmean(gaps))
            self.unequal = max(self.unequal, max(gaps) - min(gaps))

    def _extracted(self, page: Sequence[Line], story: sample.Story) -> None:
        text = "".join(line.text for line in page)
        written = "".join(p.plain for p in story)
        self.radicals += len(RADICALS.findall(text))
        same = SequenceMatcher(None, text, written, autojunk=False).get_matching_blocks()
        self.wrong_characters += len(written) - sum(block.size for block in same)


def _with_closings(page: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Every line, and whether it is the last of its paragraph."""
    for line, after in pairwise(page):
        yield line, after.opens_paragraph
    yield page[-1], True


def pdfs(folder: Path, seeds: Sequence[int]) -> Iterator[tuple[str, sample.Story, bytes]]:
    """The page of every variant by each engine."""
    theirs = sample.write_typst(folder / "typst-quality", [sample.original()])
    typesetter = compiler(theirs)
    for seed in seeds:
        story = sample.variant(seed)
        mine = sample.write_issue(folder / "banxin-quality", [story])
        yield OURS, story, ours.pdf(mine)
        sample.write_data(theirs, [story])
        yield THEIRS, story, typesetter.compile(format="pdf")


def measured(folder: Path, seeds: Sequence[int]) -> dict[str, Found]:
    """Both engines over all variants."""
    found = {OURS: Found(), THEIRS: Found()}
    for who, story, pdf in pdfs(folder, seeds):
        found[who].add(pdf, story)
    return found


def rows(found: dict[str, Found]) -> list[tuple[str, dict[str, str]]]:
    """What is compared, a line of the table for each."""
    made: list[tuple[str, dict[str, str]]] = []

    def row(name: str, value: str) -> None:
        made.append((name, {who: value.format(f=f, **derived(f)) for who, f in found.items()}))

    row("pages, paragraphs and lines measured", "{f.pages}, {f.paragraphs}, {f.lines}")
    row("lines that begin with a mark forbidden there", "{bad_starts}")
    row("lines that end with a mark forbidden there", "{bad_ends}")
    row("last lines of one character", "{lone_characters}")
    row("numbers torn from their measure word", "{torn_numbers}")
    row("single lines at a column's head or foot", "{single_lines}")
    row("gap between Han, spread over lines: sd, pt", "{gap_sd:.3f}")
    row("gap between Han, mean over lines, pt", "{gap_mean:.3f}")
    row("gap between Han, loosest line, pt", "{gap_most:.3f}")
    row("gap between Han, tightest line, pt", "{gap_least:.3f}")
    row("gaps within one line, most unequal, pt", "{f.unequal:.3f}")
    row("advance of ， within lines: mean, em", "{comma_mean:.3f}")
    row("advance of ， within lines: sd, em", "{comma_sd:.3f}")
    row("advance of 。 within lines: mean, em", "{stop_mean:.3f}")
    row("advance of 。 within lines: sd, em", "{stop_sd:.3f}")
    row("characters extracted as a radical that looks alike", "{f.radicals}")
    row("characters of the text not extracted as written", "{f.wrong_characters}")
    return made


def derived(found: Found) -> dict[str, float]:
    comma, stop = found.marks["，"], found.marks["。"]
    return {
        **{name: len(getattr(found, name)) for name in CASES},
        "gap_sd": pstdev(found.gaps),
        "gap_mean": fmean(found.gaps),
        "gap_most": max(found.gaps),
        "gap_least": round(min(found.gaps), 3) + 0.0,
        "comma_mean": fmean(comma),
        "comma_sd": pstdev(comma),
        "stop_mean": fmean(stop),
        "stop_sd": pstdev(stop),
    }
