"""ReportLab's document made to carry what a press wants and ReportLab leaves out.

ReportLab numbers the objects, writes outline, cross references and trailer. It drops
keys it does not know from catalogue and pages, refers every page to an unembedded
Helvetica and paints in grey or RGB unless told otherwise; so catalogue, page and
information dictionary are subclasses that know more, and pages are given a content
stream, fonts and graphics states of our own making.
"""

import hashlib
import zlib
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from layout import __version__
from layout.output.content import Content
from layout.output.display import Metadata, Sheet
from layout.output.press import Press, Profile
from layout.output.structure import Bookmark
from layout.output.type0 import FontFile
from layout.output.xmp import xmp_packet

PDF_VERSION = (1, 6)
"""The version PDF/X-4 is written in."""
CREATOR = f"Banxin {__version__}"
PRODUCER = "ReportLab PDF Library"
UNNAMED = UUID(int=0x0BA2_0000_0000_4000_8000_0000_0000_0000)
"""Stands for the document's id until the bytes it is computed from are there."""


class PressCatalog(pdfdoc.PDFCatalog):
    """A catalogue that keeps its output intents."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]


class PressPage(pdfdoc.PDFPage):
    """A page that keeps its transparency group and its place in the structure."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "Group", "StructParents", "Tabs"]


class PressInfo(pdfdoc.PDFInfo):
    """An information dictionary that says what the XMP packet says, and no more."""

    def __init__(self, metadata: Metadata) -> None:
        """Tell *metadata*."""
        super().__init__()
        self._metadata = metadata

    def format(self, document: Any) -> bytes:
        """The dictionary's bytes."""
        date = f"D:{self._metadata.date.replace('-', '')}000000Z"
        told = {
            "Title": self._metadata.title,
            "Author": self._metadata.author,
            "Subject": self._metadata.subject,
            "Keywords": self._metadata.keywords,
            "Creator": CREATOR,
            "Producer": PRODUCER,
            "CreationDate": date,
            "ModDate": date,
        }
        entries: dict[str, Any] = {key: PDFString(text) for key, text in told.items() if text}
        return bytes(PDFDictionary({**entries, "Trapped": PDFName("False")}).format(document))


class PressCanvas(Canvas):
    """A canvas that begins its pages with nothing: no font, no colour, no matrix."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def text_string(text: str) -> str:
    """*text* as a PDF text string in UTF-16."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class PressDocument:
    """A PDF/X-4 structured document in the making."""

    def __init__(self, metadata: Metadata, press: Press, profile: Profile | None) -> None:
        """Begin a document; without a *profile* it carries no output intent."""
        self._canvas = PressCanvas(
            "", pdfVersion=PDF_VERSION, invariant=1, pageCompression=1, lang=metadata.language
        )
        self.pdf: Any = self._canvas._doc  # noqa: SLF001 - ReportLab's hook for objects of one's own
        self._images: dict[str, str] = {}
        self._bookmarks = 0
        self._labels = pdfdoc.PDFPageLabels()
        self._replace_catalog(metadata, press, profile)
        self.pdf.info = PressInfo(metadata)
        self.pdf._ID = b"[<%b><%b>]" % ((UNNAMED.hex.encode(),) * 2)  # noqa: SLF001 - idem

    def _replace_catalog(self, metadata: Metadata, press: Press, profile: Profile | None) -> None:
        """Put a catalogue that keeps everything in the place of ReportLab's."""
        catalog: Any = PressCatalog()
        catalog.__dict__.update(self.pdf.Catalog.__dict__)
        self.pdf.Catalog = self.pdf._catalog = catalog  # noqa: SLF001 - idem
        packet = xmp_packet(metadata, CREATOR, PRODUCER, str(UNNAMED))
        catalog.Metadata = self.stream(packet, Type=PDFName("Metadata"), Subtype=PDFName("XML"))
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalog.PageLabels = self._labels
        if profile is not None:
            catalog.OutputIntents = PDFArray([self._output_intent(press, profile)])

    def _output_intent(self, press: Press, profile: Profile) -> PDFDictionary:
        icc = self.stream(profile.packed, Filter=PDFName("FlateDecode"), N=4)
        return PDFDictionary(
            {
                "Type": PDFName("OutputIntent"),
                "S": PDFName("GTS_PDFX"),
                "OutputConditionIdentifier": PDFString(press.condition),
                "OutputCondition": PDFString(press.info),
                "RegistryName": PDFString(press.registry),
                "Info": PDFString(press.info),
                "DestOutputProfile": icc,
            }
        )

    def stream(self, data: bytes, **entries: object) -> Any:
        """Reference to a stream of *data*, already filtered as *entries* say."""
        return self.pdf.Reference(PDFStream(PDFDictionary(entries), data + b"\n", []))

    def dictionary(self, **entries: object) -> Any:
        """Reference to a dictionary."""
        return self.pdf.Reference(PDFDictionary(entries))

    def add_image(self, digest: str, data: bytes, **entries: object) -> str:
        """Name of the image resource for *data*; the same digest is stored once."""
        name = self._images.get(digest)
        if name is None:
            name = self._images[digest] = f"Im{len(self._images) + 1}"
            image = PDFDictionary({"Type": PDFName("XObject"), "Subtype": PDFName("Image")})
            image.dict.update(entries)
            self.pdf.Reference(PDFStream(image, data + b"\n", []), name)
        return name

    def add_font(self, font: FontFile, resources: Sequence[tuple[str, str]]) -> None:
        """Embed *font* under the resource names given, each with its encoding."""
        name = PDFName(font.name)
        flate = PDFName("FlateDecode")
        program = self.stream(font.program, Filter=flate, Length1=font.program_size)
        descriptor = self.dictionary(
            Type=PDFName("FontDescriptor"),
            FontName=name,
            FontBBox=PDFArray(font.bounds),
            FontFile2=program,
            **dict(font.descriptor),
        )
        entries: dict[str, object] = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": "<</Registry (Adobe)/Ordering (Identity)/Supplement 0>>",
            "FontDescriptor": descriptor,
            "DW": 1000,
            "W": font.widths,
            "DW2": f"[{font.em_top} -1000]",
            "CIDToGIDMap": self.stream(font.cid_to_gid, Filter=flate),
        }
        if font.vertical:
            entries["W2"] = font.vertical
        descendant = PDFArray([self.dictionary(**entries)])
        to_unicode = self.stream(font.to_unicode, Filter=flate)
        for resource, encoding in resources:
            self.pdf.idToObject[pdfdoc.BasicFonts].dict[resource] = self.dictionary(
                Type=PDFName("Font"),
                Subtype=PDFName("Type0"),
                BaseFont=name,
                Encoding=PDFName(encoding),
                DescendantFonts=descendant,
                ToUnicode=to_unicode,
            )

    def add_page(
        self, sheet: Sheet, content: Content, images: Sequence[str], bookmarks: Sequence[Bookmark]
    ) -> None:
        """Add a page; its trim, bleed and media boxes are one: a newspaper has no bleed."""
        for mark in bookmarks:
            self._bookmarks += 1
            key = f"B{self._bookmarks}"
            top = sheet.height - mark.top
            self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top)
            self._canvas.addOutlineEntry(mark.title, key, mark.level)
        index = self.pdf.pageCounter - 1
        page: Any = PressPage()
        box = PDFArray([0, 0, round(sheet.width, 3), round(sheet.height, 3)])
        page.MediaBox = page.TrimBox = page.BleedBox = box
        page.Contents = self.stream(zlib.compress(content.data()), Filter=PDFName("FlateDecode"))
        page.Group = "<</Type/Group/S/Transparency/CS/DeviceCMYK/I true/K false>>"
        page.StructParents = index
        page.Tabs = PDFName("S")
        page.Resources = resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        resources.allProcs()
        resources.ExtGState = content.graphics_states
        resources.XObject = {name: pdfdoc.PDFObjectReference(name) for name in images}
        label = sheet.label or str(index + 1)
        self._labels.addPageLabel(index, pdfdoc.PDFPageLabel(prefix=label))
        self.pdf.addPage(page)

    def save(self) -> bytes:
        """The file: its id is a digest of everything else in it."""
        data: bytes = self._canvas.getpdfdata()
        name = UUID(bytes=hashlib.sha256(data).digest()[:16], version=4)
        data = data.replace(UNNAMED.hex.encode(), name.hex.encode())
        return data.replace(str(UNNAMED).encode(), str(name).encode())
