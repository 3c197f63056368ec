"""疑问.md: what was guessed, for whoever reads the page against the manuscript."""

from collections.abc import Iterable

from layout.diagnostics import Diagnostic, Language

FILE_NAME = "疑问.md"
_HEAD = {
    "zh": (
        "# 疑问\n\n"
        "以下各处是导入时推断的，请对照原稿 {file} 逐条核对，改正后即可删去本文件。\n"
        "行号是原稿的行；Word 文件里是第几段。\n\n"
    ),
    "en": (
        "# Doubts\n\n"
        "What was guessed on import: check each against {file}, then delete this file.\n"
        "Lines are those of the manuscript; in a Word file, paragraphs.\n\n"
    ),
}
_PLACE = {"zh": "第 {line} 行", "en": "line {line}"}
_NONE = {"zh": "没有疑问。\n", "en": "There are none.\n"}


def doubts_text(file: str, found: Iterable[Diagnostic], lang: Language) -> str:
    """The list, in the order of the manuscript."""
    placed = sorted(found, key=lambda each: each.source.line if each.source else 0)
    lines = [
        f"- {_PLACE[lang].format(line=each.source.line if each.source else 1)}："
        f"{each.message(lang)}\n"
        for each in placed
    ]
    return _HEAD[lang].format(file=file) + ("".join(lines) or _NONE[lang])
