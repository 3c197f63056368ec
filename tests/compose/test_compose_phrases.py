"""Headlines divided by phrase."""

import pytest

from layout.compose.phrases import PARTICLES, divided, words


@pytest.mark.parametrize(
    ("text", "count", "lines"),
    [
        ("扛牢使命挑大梁蓄势聚能再扬帆", 2, ["扛牢使命挑大梁", "蓄势聚能再扬帆"]),
        ("全市重点项目建设推进会召开", 2, ["全市重点项目", "建设推进会召开"]),
        ("乡村振兴", 1, ["乡村振兴"]),
        ("乡村振兴", 3, ["乡村", "振兴"]),
        ("春", 2, ["春"]),
    ],
)
def test_a_headline_is_divided_evenly_between_words(
    text: str, count: int, lines: list[str]
) -> None:
    assert divided(text, count) == lines


@pytest.mark.parametrize("count", [2, 3])
def test_no_line_ends_inside_a_word_or_begins_with_a_particle(count: int) -> None:
    text = "以实干业绩书写高质量发展的新篇章"
    lines = divided(text, count)
    assert "".join(lines) == text
    ends = set()
    at = 0
    for word in words(text):
        at += len(word)
        ends.add(at)
    at = 0
    for line in lines:
        assert line[0] not in PARTICLES
        at += len(line)
        assert at in ends
