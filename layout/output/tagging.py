"""The structure tree as PDF objects."""

from collections.abc import Sequence

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject

from layout.output.document import PressDocument, text_string
from layout.output.structure import Element, Mark, Structure


class StructElement(pdfdoc.PDFObject):
    """A structure element; formats itself, since pages have hundreds."""

    def __init__(self, element: Element, parent: PDFObject) -> None:
        """Write *element* below *parent*; its kids are filled in when they are numbered."""
        self.element = element
        self.parent = parent
        self.kids: list[StructElement | Mark] = []

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary's bytes."""
        kids = " ".join(self._kid(kid, document) for kid in self.kids)
        alt = f"/Alt {text_string(self.element.alt)}" if self.element.alt else ""
        parent = _reference(self.parent, document)
        return (f"<</Type/StructElem/S/{self.element.type}{alt}/P {parent}/K [{kids}]>>").encode(
            "ascii"
        )

    @staticmethod
    def _kid(kid: "StructElement | Mark", document: PDFDocument) -> str:
        if isinstance(kid, StructElement):
            return _reference(kid, document)
        page = _reference(vars(document)["Pages"][kid.page], document)
        return f"<</Type/MCR/Pg {page}/MCID {kid.mcid}>>"


def _reference(target: PDFObject, document: PDFDocument) -> str:
    """*target* as an indirect reference."""
    # ReportLab's stubs leave this method untyped.
    reference = document.Reference(target)  # type: ignore[no-untyped-call]
    return str(reference.format(document), "ascii")


def write_structure(document: PressDocument, structure: Structure) -> None:
    """Put *structure* into *document*, whose pages are all there."""
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    document.register(root)
    written: dict[Element, StructElement] = {}
    top = _register(document, structure.root, root, written)
    nums = _parent_tree(document, structure.owners, written)
    root["K"] = document.register(top)
    root["ParentTree"] = document.dictionary(Nums=nums)
    root["ParentTreeNextKey"] = len(structure.owners)
    document.catalog.StructTreeRoot = root
    document.catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _register(
    document: PressDocument,
    element: Element,
    parent: PDFObject,
    written: dict[Element, StructElement],
) -> StructElement:
    """Number *element* and all it holds, leaving out what is empty."""
    node = written[element] = StructElement(element, parent)
    document.register(node)
    node.kids = [
        kid if isinstance(kid, Mark) else _register(document, kid, node, written)
        for kid in element.kids
        if isinstance(kid, Mark) or kid.has_content()
    ]
    return node


def _parent_tree(
    document: PressDocument,
    owners: Sequence[Sequence[Element]],
    written: dict[Element, StructElement],
) -> str:
    """The number tree from each page's MCIDs to their elements."""
    pages = []
    for page, elements in enumerate(owners):
        references = " ".join(_reference(written[e], document.pdf) for e in elements)
        pages.append(f"{page} [{references}]")
    return f"[{' '.join(pages)}]"
