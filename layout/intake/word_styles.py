"""How lines of a Word file look: level, role, size, weight, from styles and by hand."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from layout.intake.manuscript import Role

if TYPE_CHECKING:
    from docx.document import Document

Element = Any
"""An element of lxml, which comes without types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_USUAL = 10.5
"""Word's own size where no style gives one (五号)."""
_OFF = {"0", "false", "off"}
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_HEAVY = re.compile(r"黑体|粗黑|大黑|SimHei|YaHei UI Bold|Heiti|小标宋", re.IGNORECASE)
"""Faces that a desk takes instead of bold."""
_ROLES: dict[str, Role] = {
    "title": "headline",
    "标题": "headline",
    "主题": "headline",
    "大标题": "headline",
    "subtitle": "deck",
    "副标题": "deck",
    "副题": "deck",
    "引题": "kicker",
    "肩题": "kicker",
    "作者": "byline",
    "署名": "byline",
    "caption": "cutline",
    "figure": "cutline",
    "题注": "cutline",
    "图片说明": "cutline",
    "图说": "cutline",
    "小标题": "crosshead",
    "插题": "crosshead",
    "栏头": "standing_head",
    "栏题": "standing_head",
    "通栏题": "banner",
    "报头": "nameplate",
    "版别": "edition",
    "责任栏": "credits",
}
"""Names of styles that say outright what a line is."""


class Looks(NamedTuple):
    """How a paragraph or a run looks."""

    level: int = 0
    role: Role = ""
    size: float = _USUAL
    is_bold: bool = False
    is_centred: bool = False
    is_hidden: bool = False


class Styles:
    """The styles of one document, by the ids that paragraphs and runs name."""

    def __init__(self, document: "Document") -> None:
        """Read the definitions of *document*."""
        root: Element = document.styles.element
        self._by_id = {style.get(W + "styleId"): style for style in root.iter(W + "style")}
        self._defaults = Looks()
        for properties in root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr"):
            self._defaults = _overlaid(self._defaults, properties)
        self._usual = next(
            (
                style.get(W + "styleId")
                for style in root.iter(W + "style")
                if style.get(W + "type") == "paragraph" and style.get(W + "default") == "1"
            ),
            None,
        )

    def paragraph(self, element: Element) -> Looks:
        """How *element* looks by its style and by hand."""
        properties = element.find(W + "pPr")
        named = None if properties is None else _value(properties, "pStyle")
        looks = self._styled(self._defaults, named or self._usual)
        return looks if properties is None else _placed(looks, properties)

    def run(self, element: Element, looks: Looks) -> Looks:
        """How the run *element* looks in a paragraph that looks like *looks*."""
        properties = element.find(W + "rPr")
        if properties is None:
            return looks
        return _overlaid(self._styled(looks, _value(properties, "rStyle")), properties)

    def _styled(self, looks: Looks, name: str | None) -> Looks:
        """*looks* changed by the style *name* and those it is based on."""
        chain: list[Element] = []
        while name in self._by_id and self._by_id[name] not in chain:
            chain.append(self._by_id[name])
            name = _value(chain[-1], "basedOn")
        for style in reversed(chain):
            called = _value(style, "name") or ""
            heading = _HEADING.fullmatch(called)
            if heading:
                looks = looks._replace(level=int(heading[1]))
            looks = looks._replace(role=_ROLES.get(called.lower(), looks.role))
            for properties in style.iterfind(W + "pPr"):
                looks = _placed(looks, properties)
            for properties in style.iterfind(W + "rPr"):
                looks = _overlaid(looks, properties)
        return looks


def _placed(looks: Looks, properties: Element) -> Looks:
    """*looks* with what a paragraph's properties say."""
    aligned = _value(properties, "jc")
    if aligned:
        looks = looks._replace(is_centred=aligned == "center")
    outline = _value(properties, "outlineLvl")
    if outline and outline.isdecimal() and int(outline) < 9 and not looks.role:
        looks = looks._replace(level=int(outline) + 1)
    return looks


def _overlaid(looks: Looks, properties: Element) -> Looks:
    """*looks* with what a run's properties say."""
    size = _value(properties, "sz")
    if size and size.isdecimal():
        looks = looks._replace(size=int(size) / 2)
    looks = looks._replace(
        is_bold=_switch(properties, "b", default=looks.is_bold),
        is_hidden=_switch(properties, "vanish", default=looks.is_hidden),
    )
    fonts = properties.find(W + "rFonts")
    if fonts is not None and _HEAVY.search(fonts.get(W + "eastAsia") or ""):
        looks = looks._replace(is_bold=True)
    return looks


def _switch(properties: Element, name: str, *, default: bool) -> bool:
    found = properties.find(W + name)
    return default if found is None else found.get(W + "val") not in _OFF


def _value(holder: Element, name: str) -> str | None:
    found = holder.find(W + name)
    value = None if found is None else found.get(W + "val")
    return None if value is None else str(value)
