"""The material: the special page's text in as many variants as are wanted, for both engines."""

import json
import random
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).resolve().parents[2]
BENCH = Path(__file__).resolve().parent
ISSUE = ROOT / "issues" / "2025-02-27-xiangyuan"
FONTS = ROOT / "fonts"

EXCHANGES = (
    ("全面", "切实"),
    ("推进", "推动"),
    ("持续", "不断"),
    ("奋力", "努力"),
    ("加快", "着力"),
    ("建设", "兴建"),
    ("实施", "落实"),
    ("改造", "改建"),
    ("完成", "做完"),
    ("襄垣县", "全县"),
    ("发展", "向前"),
)
"""Words that may stand for each other, most of them as long as the other."""
CHARACTERS_IN_LINE = 18
COLUMNS = (
    (0, ("fields",)),
    (28, ("lake", "fields-room")),
    (42, ("lake-room",)),
    (71, ("town",)),
    (99, ("town-room",)),
)
"""Each column's first line of text, and what special_page.typ lets float to its head or foot."""


class Paragraph(NamedTuple):
    """A paragraph of the story."""

    lead: str
    """Its run-in lead, which may be empty."""
    text: str

    @property
    def written(self) -> str:
        """As body.md has it."""
        return f"**{self.lead}**{self.text}" if self.lead else self.text

    @property
    def plain(self) -> str:
        """Its characters alone."""
        return self.lead + self.text


Story = tuple[Paragraph, ...]


def original() -> Story:
    """The story as it stands in the issue."""
    written = (ISSUE / "body.md").read_text(encoding="utf-8").strip().split("\n\n")
    found = (re.fullmatch(r"(?:\*\*(.+?)\*\*)?(.+)", block.strip()) for block in written)
    return tuple(Paragraph(m[1] or "", m[2]) for m in found if m)


def variant(seed: int) -> Story:
    """The story with its order, sentences, words and figures changed; *seed* 0 leaves it alone."""
    story = list(original())
    if seed == 0:
        return tuple(story)
    chance = random.Random(seed)  # noqa: S311
    middle = story[1:-1]
    chance.shuffle(middle)
    return tuple(_varied(p, chance) for p in (story[0], *middle, story[-1]))


def _varied(paragraph: Paragraph, chance: random.Random) -> Paragraph:
    sentences = paragraph.text.removesuffix("。").split("。")
    if "！" not in paragraph.text:
        chance.shuffle(sentences)
    text = "。".join(sentences) + ("。" if paragraph.text.endswith("。") else "")
    for one, other in EXCHANGES:
        parts = text.split(one)
        joins = [chance.choice((one, other)) for _ in parts[1:]]
        text = parts[0] + "".join(j + p for j, p in zip(joins, parts[1:], strict=True))
    text = re.sub(r"[2-9](?=\d*[.\d]*\d)", lambda _: str(chance.randint(2, 9)), text)
    return Paragraph(paragraph.lead, text)


def edited(story: Story, round_number: int) -> Story:
    """*story* with one character of one paragraph changed, to another in every round."""
    at = round_number % (len(story) - 1)
    paragraph = story[at]
    middle = len(paragraph.text) // 2
    while not "\u4e00" <= paragraph.text[middle] <= "\u9fff":
        middle += 1
    # Characters in daily use stand close together from 丁; all the faces have them.
    new = "天地人和山水日月春夏秋冬东西南北"[round_number % 16]
    text = paragraph.text[:middle] + new + paragraph.text[middle + 1 :]
    return (*story[:at], Paragraph(paragraph.lead, text), *story[at + 1 :])


def write_issue(folder: Path, stories: Sequence[Story]) -> Path:
    """An issue for Banxin with a special page for each of *stories*, as a new folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("artwork", "pictures"):
        shutil.copytree(ISSUE / name, folder / name, dirs_exist_ok=True)
    data = yaml.safe_load((ISSUE / "issue.yaml").read_text(encoding="utf-8"))
    page = data["pages"][0]
    data["pages"] = []
    for number, story in enumerate(stories, 1):
        own = {**page["stories"][0], "slug": f"story-{number}", "body": f"body-{number}.md"}
        data["pages"].append({**page, "stories": [own]})
        write_body(folder, number, story)
    (folder / "issue.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return folder


def write_body(folder: Path, number: int, story: Story) -> None:
    """The text of one page of an issue for Banxin."""
    text = "\n\n".join(p.written for p in story) + "\n"
    (folder / f"body-{number}.md").write_text(text, encoding="utf-8")


def write_typst(folder: Path, stories: Sequence[Story]) -> Path:
    """The same for Typst: its source and, beside it, the data it reads."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("artwork", "pictures"):
        shutil.copytree(ISSUE / name, folder / name, dirs_exist_ok=True)
    shutil.copy(BENCH / "special_page.typ", folder / "page.typ")
    write_data(folder, stories)
    return folder


def write_data(folder: Path, stories: Sequence[Story]) -> None:
    """The texts that special_page.typ reads."""
    data = {"pages": [_paragraphs(story) for story in stories]}
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _paragraphs(story: Story) -> list[dict[str, object]]:
    """Paragraphs, each with the floats to be anchored before it: its column's."""
    anchors: dict[int, list[str]] = {}
    starts, line = [], 0
    for paragraph in story:
        starts.append(line)
        line += -(-(len(paragraph.plain) + 2) * 97 // (100 * CHARACTERS_IN_LINE))
    for first, floats in COLUMNS:
        least = first + 1 if first else 0
        at = next((i for i, start in enumerate(starts) if start >= least), None)
        if at is not None:
            anchors.setdefault(at, []).extend(floats)
    return [
        {"lead": p.lead, "text": p.text, "floats": anchors.get(i, [])} for i, p in enumerate(story)
    ]
