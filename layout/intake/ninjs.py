"""IPTC ninjs, the JSON of the news agencies, into lines and pictures.

Versions 1 to 3 differ in names more than in substance: ``body_html`` or a list ``bodies``,
``associations`` as an object or a list, ``versioncreated`` or ``versionCreated``. Pictures
are taken from beside the file; nothing is fetched from elsewhere.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from html.parser import HTMLParser
from typing import Any

from layout.diagnostics import Diagnostics, Source
from layout.intake.manuscript import Image, Line, Manuscript, Role, Run, line, trimmed
from layout.intake.markdown import Fetch
from layout.intake.plain import read_plain

Json = Any
"""A value of JSON."""

_BLOCKS = {"p", "div", "li", "blockquote", "figcaption", "td", "h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {"script", "style", "head"}
_MOST_NESTED = 60
_DAYS = ("versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated")
_HEADLINES: dict[str, Role] = {"subtitle": "deck", "sub": "deck", "kicker": "kicker"}
_BODIES = (("body_html", True), ("body_xhtml", True), ("body_text", False))


def read_ninjs(text: str, file: str, fetch: Fetch, diagnostics: Diagnostics) -> Manuscript | None:
    """The story in *text*; None when it is no ninjs, which is told."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    known = {"headline", "headlines", "bodies", "uri", *(key for key, _ in _BODIES)}
    if not isinstance(data, dict) or not known & data.keys():
        diagnostics.add("import-not-ninjs", Source(file), file=file)
        return None
    items: list[Line | Image] = list(_heads(data))
    items.extend(_body(data, fetch))
    items.extend(_pictures(data, fetch))
    return Manuscript(tuple(items), _day(data))


def _heads(data: dict[str, Json]) -> Iterator[Line]:
    headlines = data.get("headlines")
    if isinstance(headlines, list):
        for entry in headlines:
            if isinstance(entry, dict):
                role = _HEADLINES.get(str(entry.get("role", "")), "headline")
                yield from _said(entry, "value", role)
    else:
        yield from _said(data, "headline", "headline")
    yield from _said(data, "byline", "byline")


def _body(data: dict[str, Json], fetch: Fetch) -> Iterator[Line | Image]:
    """The first body there is, marked up rather than plain."""
    bodies = [
        entry for entry in _entries(data.get("bodies")) if isinstance(entry.get("value"), str)
    ]
    bodies.sort(key=lambda entry: "html" not in str(entry.get("contentType", "")).lower())
    for key, is_html in _BODIES:
        if isinstance(data.get(key), str):
            bodies.append({"value": data[key], "contentType": "html" if is_html else ""})
    if not bodies:
        return
    text = bodies[0]["value"]
    if "html" in str(bodies[0].get("contentType", "")).lower():
        reader = _Html(fetch)
        reader.feed(text)
        reader.close()
        reader.end_line()
        yield from reader.items
    else:
        yield from read_plain(text).items


def _pictures(data: dict[str, Json], fetch: Fetch) -> Iterator[Line | Image]:
    """Pictures that go with the story, each with its description for a cutline."""
    for entry in _entries(data.get("associations")):
        if entry.get("type") != "picture":
            continue
        renditions = sorted(
            _entries(entry.get("renditions")),
            key=lambda each: each["width"] if isinstance(each.get("width"), int) else 0,
        )
        names = [each["href"] for each in renditions if isinstance(each.get("href"), str)]
        image = fetch(names[-1], 1) if names else None
        if image is not None:
            yield Image(image, 1, str(entry.get("headline", "")))
            descriptions = _entries(entry.get("descriptions"))
            yield from _said(entry, "description_text", "cutline")
            if "description_text" not in entry and descriptions:
                yield from _said(descriptions[0], "value", "cutline")


def _said(holder: dict[str, Json], key: str, role: Role) -> Iterator[Line]:
    """The lines of a text, if there is one."""
    value = holder.get(key)
    if isinstance(value, str):
        yield from (line(each.strip(), 1, role) for each in value.splitlines() if each.strip())


def _entries(value: Json) -> list[dict[str, Json]]:
    """The objects in a list, or in an object of objects."""
    if isinstance(value, dict):
        value = list(value.values())
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _day(data: dict[str, Json]) -> date | None:
    for key in _DAYS:
        with suppress(ValueError):
            return date.fromisoformat(str(data.get(key, ""))[:10])
    return None


class _Html(HTMLParser):
    """Blocks, strong text and pictures of a body in HTML."""

    def __init__(self, fetch: Fetch) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[Line | Image] = []
        self._fetch = fetch
        self._runs: list[Run] = []
        self._level = 0
        self._role: Role = ""
        self._strong = 0
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block or a style; take a picture."""
        if tag in _BLOCKS:
            self.end_line()
            self._level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else 0
            self._role = "cutline" if tag == "figcaption" else ""
        elif tag == "br":
            level, role = self._level, self._role
            self.end_line()
            self._level, self._role = level, role
        elif tag in {"b", "strong"}:
            self._strong = min(self._strong + 1, _MOST_NESTED)
        elif tag in _SILENT:
            self._silent += 1
        elif tag == "img":
            told = dict(attrs)
            data = self._fetch(told.get("src") or "", self.getpos()[0])
            if data is not None:
                self.items.append(Image(data, self.getpos()[0], told.get("alt") or ""))

    def handle_endtag(self, tag: str) -> None:
        """End a block or a style."""
        if tag in _BLOCKS:
            self.end_line()
        elif tag in {"b", "strong"}:
            self._strong = max(self._strong - 1, 0)
        elif tag in _SILENT:
            self._silent = max(self._silent - 1, 0)

    def handle_data(self, data: str) -> None:
        """Text; a break of the source is a blank between words and nothing between Han."""
        if not self._silent:
            text = re.sub(r"(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])", "", data)
            self._runs.append(Run(re.sub(r"[ \t\r\n]+", " ", text), self._strong > 0))

    def end_line(self) -> None:
        """What has been read is a line."""
        runs = trimmed(self._runs)
        if runs:
            self.items.append(Line(runs, self.getpos()[0], level=self._level, role=self._role))
        self._runs, self._level, self._role = [], 0, ""
