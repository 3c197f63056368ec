"""YAML into plain values and their places, by events, so that no file can do harm.

PyYAML's own composer recurses, expands aliases without limit, keeps the last of
two equal keys without a word and reads ``NO`` as false. Events and a stack give
limits on depth and size, and the small set of plain values of YAML 1.2's core
schema (§10.3), with calendar days besides.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import NoReturn

import yaml

from layout.issue.positions import Place
from layout.issue.yaml_faults import Event, Fault, explain, find_slips, holds_slip

MAX_DEPTH = 50
MAX_VALUES = 100_000
"""Values a file may hold, aliases counted as often as they are used."""

MAX_TOLD = 20
"""Control characters told one by one; a file that holds more is rubbish anyway."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TEXT_TAG = "tag:yaml.org,2002:str"
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,2})?")
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_UNPRINTABLE = re.compile(
    "[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufeff\\ufffe\\uffff]"
)
"""What YAML does not take (YAML 1.2.2, 5.1), and line breaks that editors do not count."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole file: its values, their places, and what was wrong on the way."""

    data: object
    root: Place
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class _Node:
    """A finished value."""

    data: object
    place: Place
    size: int = 1


@dataclass(slots=True)
class _Open:
    """A mapping or list still being read."""

    place: Place
    is_mapping: bool
    anchor: str | None
    nodes: list[_Node] = field(default_factory=list)
    """Of a list its entries; of a mapping keys and values in turn."""


def read_tree(text: str, known_keys: frozenset[str] = frozenset()) -> Tree:
    """Values and places of the YAML in *text*.

    *known_keys* are the keys a reader of the file understands; they tell a
    mistyped colon (``headline：…``) from a line of text. A fault of syntax ends
    the reading: then the data is None and only the faults are of use.
    """
    reader = _Reader(text, known_keys)
    try:
        root = reader.read()
    except _Unreadable as stop:
        reader.faults.extend(stop.faults)
        return Tree(None, Place(1, 1), tuple(reader.faults))
    except yaml.YAMLError as error:
        reader.faults.extend(explain(error, reader.lines, known_keys))
        return Tree(None, Place(1, 1), tuple(reader.faults))
    return Tree(root.data, root.place, tuple(reader.faults))


class _Unreadable(Exception):  # noqa: N818 - the end of a reading, not an error of the program
    """Reading cannot go on past these faults."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, text: str, known_keys: frozenset[str]) -> None:
        self.faults: list[Fault] = []
        self._known_keys = known_keys
        self._stack: list[_Open] = []
        self._anchors: dict[str, _Node | None] = {}
        self._root: _Node | None = None
        self._text = _UNPRINTABLE.sub(" ", text)
        self._count = 0
        self.lines = self._text.splitlines()
        self._tell_unprintable(text)

    def read(self) -> _Node:
        """The file's value; an empty file's is None."""
        documents = 0
        for event in self._events():
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        self._stop("yaml-documents", event)
                case yaml.ScalarEvent():
                    self._finish(self._scalar(event), event.anchor, event)
                case yaml.AliasEvent():
                    self._finish(self._aliased(event), None, event)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._open(event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._close(event)
        return self._root or _Node(None, Place(1, 1))

    def _events(self) -> Iterator[Event]:
        events: Iterable[Event] = yaml.parse(self._text, Loader=_LOADER)
        yield from events

    def _open(self, event: Event) -> None:
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        if event.tag is not None:
            self._stop("yaml-tag", event, tag=event.tag)
        if len(self._stack) >= MAX_DEPTH:
            self._stop("yaml-too-deep", event, limit=MAX_DEPTH)
        if event.anchor:
            self._anchors[event.anchor] = None
        mark = event.start_mark
        self._stack.append(_Open(Place(mark.line + 1, mark.column + 1), is_mapping, event.anchor))

    def _close(self, event: Event) -> None:
        opened = self._stack.pop()
        size = 1 + sum(node.size for node in opened.nodes)
        if size > MAX_VALUES:
            self._stop("yaml-too-many", event, limit=MAX_VALUES)
        if opened.is_mapping:
            data, place = self._mapping(opened)
        else:
            data = [node.data for node in opened.nodes]
            places = tuple(node.place for node in opened.nodes)
            place = Place(opened.place.line, opened.place.column, items=places)
        self._finish(_Node(data, place, size), opened.anchor, event)

    def _mapping(self, opened: _Open) -> tuple[object, Place]:
        """Pairs of key and value; of two equal keys the first counts and the second is told."""
        data: dict[str, object] = {}
        keys: dict[str, tuple[int, int]] = {}
        values: dict[str, Place] = {}
        for key, value in zip(opened.nodes[::2], opened.nodes[1::2], strict=True):
            name, at = str(key.data), (key.place.line, key.place.column)
            if name in data:
                first = keys[name][0]
                self.faults.append(Fault("yaml-duplicate-key", *at, {"key": name, "first": first}))
                continue
            data[name], keys[name], values[name] = value.data, at, value.place
        place = Place(opened.place.line, opened.place.column, keys=keys, values=values)
        return data, place

    def _finish(self, node: _Node, anchor: str | None, event: Event) -> None:
        """Hand a finished value to what it stands in."""
        self._count += 1
        if self._count > MAX_VALUES:
            self._stop("yaml-too-many", event, limit=MAX_VALUES)
        if anchor:
            self._anchors[anchor] = node
        if not self._stack:
            self._root = node
            return
        above = self._stack[-1]
        if self._expects_key() and not isinstance(node.data, str):
            self._stop("yaml-key-not-text", event)
        above.nodes.append(node)

    def _expects_key(self) -> bool:
        above = self._stack[-1] if self._stack else None
        return above is not None and above.is_mapping and len(above.nodes) % 2 == 0

    def _aliased(self, event: Event) -> _Node:
        node = self._anchors.get(event.anchor)
        if node is None:
            self._stop("yaml-alias", event, name=event.anchor)
        return node

    def _scalar(self, event: Event) -> _Node:
        mark = event.start_mark
        plain = event.tag is None and event.implicit[0]
        if event.tag not in (None, _TEXT_TAG):
            self._stop("yaml-tag", event, tag=event.tag)
        if plain and holds_slip(event, self.lines, self._known_keys):
            raise _Unreadable(find_slips(self.lines, mark.line, self._known_keys))
        is_value = plain and not self._expects_key()
        data = _plain_value(event.value) if is_value else event.value
        if isinstance(data, str) and event.style == '"':
            # Only an escape (\\x07) can bring a control character past the first look.
            for character in _UNPRINTABLE.findall(data):
                self._tell_character(character, mark.line + 1, mark.column + 1)
            data = _UNPRINTABLE.sub("", data)
        start = _text_start(event, self.lines)
        return _Node(data, Place(mark.line + 1, mark.column + 1, text_start=start))

    def _stop(self, code: str, event: Event, **params: object) -> NoReturn:
        mark = event.start_mark
        raise _Unreadable([Fault(code, mark.line + 1, mark.column + 1, params)])

    def _tell_unprintable(self, text: str) -> None:
        """A control character is told and read as a space; the first few stand for all."""
        for found in islice(_UNPRINTABLE.finditer(text), MAX_TOLD):
            # The dot stands for the character, so that one at a line's start has a line.
            before = (self._text[: found.start()] + ".").splitlines()
            self._tell_character(found[0], len(before), len(before[-1]))

    def _tell_character(self, character: str, line: int, column: int) -> None:
        name = f"U+{ord(character):04X}"
        self.faults.append(Fault("control-character", line, column, {"character": name}))


def _plain_value(text: str) -> object:
    """What an unquoted value means: nothing, yes or no, a number, a day, else text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    day = _DAY.fullmatch(text)
    with suppress(ValueError):  # 2025-02-30 stays text; the model tells it
        return date(*map(int, day.groups())) if day else text
    return text


def _text_start(event: Event, lines: list[str]) -> tuple[int, int] | None:
    """Where the first character of a text stands, if the file's characters are the text's.

    They are in a literal block, from the line below at its indent, and in most
    texts of a single line; not where lines are folded or escapes written.
    """
    first, column = event.start_mark.line, event.start_mark.column
    if event.style == "|":
        for text, line in zip(event.value.split("\n"), lines[first + 1 :], strict=False):
            if text:
                return first + 2, len(line) - len(text) + 1
        return first + 2, 1
    column += event.style in {"'", '"'}
    is_there = first < len(lines) and lines[first].startswith(event.value, column)
    return (first + 1, column + 1) if is_there else None
