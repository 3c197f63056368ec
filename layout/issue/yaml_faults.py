"""What is wrong with a YAML file, in an editor's terms.

PyYAML says "mapping values are not allowed in this context"; what happened is
that somebody typed ``：``. The usual slips are recognised from the lines around
the place, the rest from the parser's own wording (libyaml's and the pure-Python
parser's, which differ).
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

Event = Any
"""One of PyYAML's events, whose classes carry no types."""

Mark = Any
"""PyYAML's place in a file: line and column from 0."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding about a file, before the file's name is known."""

    code: str
    line: int
    column: int
    params: dict[str, object] = field(default_factory=dict)


_CAUSES = (
    (r"tab character|character '\\t' that cannot start", "yaml-tab"),
    (r"cannot start any token", "yaml-bad-start"),
    (r"mapping values are not allowed", "yaml-nested-colon"),
    (r"could not find expected ':'", "yaml-no-colon"),
    (r"quoted scalar.* found unexpected", "yaml-unclosed-quote"),
    (r"'[\]}]'", "yaml-unclosed-bracket"),
    (r"expected key|'-' indicator|block end|sequence entries are not allowed", "yaml-indent"),
    (r"escape", "yaml-escape"),
)
"""The parser's words and what they come to, the first that fits."""

_OPENED_EARLIER = {"yaml-unclosed-quote", "yaml-unclosed-bracket"}
"""Faults noticed far behind the place that an editor has to mend."""

_LINES_BACK = 2
"""A mistyped colon stops the parser on its own line or within the next two."""


def explain(error: yaml.YAMLError, lines: list[str], known_keys: frozenset[str]) -> list[Fault]:
    """The editor's slip behind a syntax error, at the place to mend, and others like it below."""
    mark = getattr(error, "problem_mark", None)
    stopped = mark.line if mark else 0
    slips = find_slips(lines, max(stopped - _LINES_BACK, 0), known_keys)
    if slips and slips[0].line <= stopped + 1:
        return slips
    return [_cause(error, mark, lines)]


def find_slips(lines: list[str], first: int, known_keys: frozenset[str]) -> list[Fault]:
    """Tabs in the indent and mistyped colons from line *first* (from 0) on.

    The parser stops at the first of them; whoever makes one makes more.
    """
    found = (_slip(lines[index], index, known_keys) for index in range(first, len(lines)))
    return [fault for fault in found if fault]


def _cause(error: yaml.YAMLError, mark: Mark, lines: list[str]) -> Fault:
    """What the parser's own words come to."""
    context, problem = getattr(error, "context", None), getattr(error, "problem", None)
    wording = f"{context or ''} {problem or ''}"
    code = next((code for words, code in _CAUSES if re.search(words, wording)), "yaml-syntax")
    if code in _OPENED_EARLIER:
        mark = getattr(error, "context_mark", None) or mark
    if not mark:
        return Fault(code, 1, 1)
    return Fault(code, mark.line + 1, mark.column + 1, _details(code, mark, lines))


def _details(code: str, mark: Mark, lines: list[str]) -> dict[str, object]:
    if code != "yaml-bad-start":
        return {}
    line = lines[mark.line] if mark.line < len(lines) else ""
    return {"character": line[mark.column : mark.column + 1]}


def holds_slip(event: Event, lines: list[str], known_keys: frozenset[str]) -> bool:
    """Whether a plain text to the parser is to the eye a key with a mistyped colon.

    ``byline：张三`` below ``body: body.md`` is valid YAML: the text goes on.
    """
    own = range(event.start_mark.line, min(event.end_mark.line + 1, len(lines)))
    return any(_colon_slip(lines[index], index, known_keys) for index in own)


def _slip(line: str, index: int, known_keys: frozenset[str]) -> Fault | None:
    """A tab in the indent or a mistyped colon on one line."""
    indent = re.match(r" *\t", line)
    if indent:
        return Fault("yaml-tab", index + 1, indent.end())
    return _colon_slip(line, index, known_keys)


def _colon_slip(line: str, index: int, known_keys: frozenset[str]) -> Fault | None:
    """A known key at the start of the line, followed by ``：`` or by ``:`` without its blank."""
    found = re.match(r"[\s-]*([A-Za-z_]+)\s*(：|:(?=[^\s/]))", line)
    if not found or found[1] not in known_keys:
        return None
    code = "yaml-full-width-colon" if found[2] == "：" else "yaml-colon-space"
    return Fault(code, index + 1, found.start(2) + 1, {"key": found[1]})
