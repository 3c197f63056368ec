"""Words as YAML takes them, quoted only where they would mean something else."""

import json
import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~.+0-9\\][^\[\]{},#\"'\\&*]*")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_PLAIN_YEAR = re.compile(r"\d{4} [^\x00-\x7f][^\[\]{},#:\"'\\&*]*")
"""A year and Han characters, as a standing head has them: no number to YAML."""


def scalar(text: str) -> str:
    """*text* as a value."""
    is_plain = _PLAIN.fullmatch(text) or _PLAIN_YEAR.fullmatch(text)
    if is_plain and ": " not in text and text[-1] not in " :" and text.lower() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def listed(texts: Iterable[str]) -> str:
    """*texts* as a list in one line."""
    return f"[{', '.join(scalar(text) for text in texts)}]"
