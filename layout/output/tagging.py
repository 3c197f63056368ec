"""The structure tree as PDF objects."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

from layout.output.document import PressDocument, text_string
from layout.output.structure import Element, Mark, Structure


class StructElement(pdfdoc.PDFObject):
    """A structure element; formats itself, since pages have hundreds."""

    def __init__(self, element: Element) -> None:
        """Write *element*; parent and kids are filled in when all are registered."""
        self.element = element
        self.parent: Any = None
        self.kids: list[StructElement | Mark] = []

    def format(self, document: Any) -> bytes:
        """The dictionary's bytes."""
        kids = " ".join(self._kid(kid, document) for kid in self.kids)
        alt = f"/Alt {text_string(self.element.alt)}" if self.element.alt else ""
        parent = _reference(self.parent, document)
        return (f"<</Type/StructElem/S/{self.element.type}{alt}/P {parent}/K [{kids}]>>").encode(
            "ascii"
        )

    @staticmethod
    def _kid(kid: "StructElement | Mark", document: Any) -> str:
        if isinstance(kid, StructElement):
            return _reference(kid, document)
        page = _reference(document.Pages[kid.page], document)
        return f"<</Type/MCR/Pg {page}/MCID {kid.mcid}>>"


def _reference(target: Any, document: Any) -> str:
    """*target* as an indirect reference."""
    return str(document.Reference(target).format(document), "ascii")


def write_structure(document: PressDocument, structure: Structure) -> None:
    """Put *structure* into *document*, whose pages are all there."""
    pdf = document.pdf
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    written: dict[int, StructElement] = {}
    pdf.Reference(root)
    top = _register(pdf, structure.root, root, written)
    root["K"] = pdf.Reference(top)
    root["ParentTree"] = document.dictionary(Nums=_parent_tree(pdf, structure.owners, written))
    root["ParentTreeNextKey"] = len(structure.owners)
    pdf.Catalog.StructTreeRoot = root
    pdf.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _register(
    pdf: Any, element: Element, parent: Any, written: dict[int, StructElement]
) -> StructElement:
    """Number *element* and all it holds, leaving out what is empty."""
    node = written[id(element)] = StructElement(element)
    pdf.Reference(node)
    node.parent = parent
    node.kids = [
        kid if isinstance(kid, Mark) else _register(pdf, kid, node, written)
        for kid in element.kids
        if isinstance(kid, Mark) or kid.has_content()
    ]
    return node


def _parent_tree(
    pdf: Any, owners: Sequence[Sequence[Element]], written: dict[int, StructElement]
) -> str:
    """The number tree from each page's MCIDs to their elements."""
    pages = []
    for page, elements in enumerate(owners):
        references = " ".join(_reference(written[id(e)], pdf) for e in elements)
        pages.append(f"{page} [{references}]")
    return f"[{' '.join(pages)}]"
