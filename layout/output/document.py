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
from uuid import UUID

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from layout import __version__
from layout.display import Metadata, Sheet
from layout.output.artwork import FormObject, PreparedForm
from layout.output.content import Content, numbers
from layout.output.marks import ALL, ALL_NAME, margin, mark_operators
from layout.output.press import Press, Profile
from layout.output.structure import Bookmark
from layout.output.type0 import FontFile
from layout.output.xmp import xmp_packet
from layout.units import mm_to_pt

PDF_VERSION = (1, 6)
"""The version PDF/X-4 is written in."""
CREATOR = f"Banxin {__version__}"
PRODUCER = "ReportLab PDF Library"
FLATE = PDFName("FlateDecode")
UNNAMED = UUID(int=0x0BA2_0000_0000_4000_8000_0000_0000_0000)
"""Stands for the document's id until the bytes it is computed from are there."""


class PressCatalog(pdfdoc.PDFCatalog):
    """A catalogue that keeps its output intents."""

    # ReportLab reads the list from the class, like its own.
    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012
    Metadata: PDFObject
    OutputIntents: PDFArray
    PageLabels: PDFObject
    StructTreeRoot: PDFObject
    MarkInfo: PDFObject
    ViewerPreferences: PDFObject


class PressPage(pdfdoc.PDFPage):
    """A page that keeps its transparency group and its place in the structure."""

    # ReportLab reads the list from the class, like its own.
    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "Group", "StructParents", "Tabs"]  # noqa: RUF012
    MediaBox: PDFArray
    TrimBox: PDFArray
    BleedBox: PDFArray
    Contents: PDFObject
    Resources: PDFObject
    Group: str
    StructParents: int
    Tabs: str


class PressStream(PDFStream):
    """A stream of bytes that are filtered already, or are not to be.

    Its Length does not count the end of line before ``endstream``, and it names no
    filter it has not (ISO 32000-1, 7.3.8): some readers take either for damage.
    """

    def __init__(self, entries: PDFDictionary, data: bytes) -> None:
        """Hold *data* with *entries* in the stream's dictionary."""
        super().__init__(entries, data, [])
        self._entries = entries
        self._data = data

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The stream's bytes."""
        entries = PDFDictionary({**vars(self._entries)["dict"], "Length": len(self._data)})
        head = bytes(entries.format(document))
        return b"%b\nstream\n%b\nendstream\n" % (head, self._data)


class PressInfo(pdfdoc.PDFInfo):
    """An information dictionary that says what the XMP packet says, and no more."""

    def __init__(self, metadata: Metadata) -> None:
        """Tell *metadata*."""
        super().__init__()
        self._metadata = metadata

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
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
        entries: dict[str, object] = {key: PDFString(text) for key, text in told.items() if text}
        entries["Trapped"] = PDFName("False")
        return bytes(PDFDictionary(entries).format(document))


class PressCanvas(Canvas):
    """A canvas that begins its pages with nothing: no font, no colour, no matrix."""

    _doc: pdfdoc.PDFDocument

    def _make_preamble(self) -> None:
        self._preamble = ""

    @property
    def pdf(self) -> pdfdoc.PDFDocument:
        """The document drawn into: ReportLab's hook for objects of one's own."""
        return self._doc

    def replace_catalog(self) -> PressCatalog:
        """Put a catalogue that keeps everything in the place of ReportLab's."""
        catalog = PressCatalog()
        document = vars(self._doc)
        vars(catalog).update(vars(document["Catalog"]))
        document["Catalog"] = document["_catalog"] = catalog
        return catalog

    def set_id(self, name: UUID) -> None:
        """Give the file *name* as both halves of its ID."""
        vars(self._doc)["_ID"] = b"[<%b><%b>]" % ((name.hex.encode(),) * 2)


class FormPart(PDFObject):
    """An object of a form, its references to the form's other objects filled in."""

    def __init__(self, item: FormObject) -> None:
        """Write *item*; what it refers to is filled in when all are numbered."""
        self.item = item
        self.references: Sequence[PDFObjectReference] = ()

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The object's bytes."""
        head = b"".join(
            piece.encode("ascii")
            if isinstance(piece, str)
            else bytes(self.references[piece].format(document))
            for piece in self.item.head
        )
        data = self.item.data
        if data is None:
            return head
        return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (head, len(data), data)


def _box(sheet: Sheet, offset: float, larger: float) -> PDFArray:
    """A page box: the trimmed sheet, which begins at *offset*, made *larger* on every side."""
    low = round(offset - larger, 3)
    right, top = sheet.width + offset + larger, sheet.height + offset + larger
    return PDFArray([low, low, round(right, 3), round(top, 3)])


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
        self._canvas.set_id(UNNAMED)
        self.pdf = self._canvas.pdf
        self.pdf.info = PressInfo(metadata)
        self._images: dict[str, str] = {}
        self._bookmarks = 0
        self._press = press
        self._labels = pdfdoc.PDFPageLabels()
        self.catalog = self._canvas.replace_catalog()
        packet = xmp_packet(metadata, CREATOR, PRODUCER, str(UNNAMED), is_final=profile is not None)
        kinds = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
        self.catalog.Metadata = self.stream(packet, **kinds)
        self.catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        self.catalog.PageLabels = self._labels
        if profile is not None:
            self.catalog.OutputIntents = PDFArray([self._output_intent(press, profile)])

    def _output_intent(self, press: Press, profile: Profile) -> PDFDictionary:
        """What the colours are meant for (ISO 15930-7)."""
        return PDFDictionary(
            {
                "Type": PDFName("OutputIntent"),
                "S": PDFName("GTS_PDFX"),
                "OutputConditionIdentifier": PDFString(press.condition),
                "OutputCondition": PDFString(press.info),
                "RegistryName": PDFString(press.registry),
                "Info": PDFString(press.info),
                "DestOutputProfile": self.stream(profile.packed, Filter=FLATE, N=4),
            }
        )

    def register(self, content: PDFObject, name: str | None = None) -> PDFObjectReference:
        """Number *content* as an object of its own; a reference to it."""
        # ReportLab's stubs leave this method untyped.
        reference: PDFObjectReference = self.pdf.Reference(content, name)  # type: ignore[no-untyped-call]
        return reference

    def stream(self, data: bytes, **entries: object) -> PDFObjectReference:
        """Reference to a stream of *data*, already filtered as *entries* say."""
        return self.register(PressStream(PDFDictionary(entries), data))

    def dictionary(self, **entries: object) -> PDFObjectReference:
        """Reference to a dictionary."""
        return self.register(PDFDictionary(entries))

    def add_image(self, digest: str, data: bytes, **entries: object) -> str:
        """Name of the image resource for *data*; the same digest is stored once."""
        name = self._images.get(digest)
        if name is None:
            name = self._images[digest] = f"Im{len(self._images) + 1}"
            kinds = {"Type": PDFName("XObject"), "Subtype": PDFName("Image")}
            self.register(PressStream(PDFDictionary({**kinds, **entries}), data), name)
        return name

    def add_form(self, form: PreparedForm) -> str:
        """Name of the form resource for *form*; the same digest is stored once."""
        name = self._images.get(form.digest)
        if name is None:
            name = self._images[form.digest] = f"Fm{len(self._images) + 1}"
            parts = [FormPart(item) for item in form.objects]
            references = [
                self.register(part, None if number else name) for number, part in enumerate(parts)
            ]
            for part in parts:
                part.references = references
        return name

    def add_font(self, font: FontFile, resources: Sequence[tuple[str, str]]) -> None:
        """Embed *font* under the resource names given, each with its encoding."""
        name = PDFName(font.name)
        descriptor = self.dictionary(
            Type=PDFName("FontDescriptor"),
            FontName=name,
            FontBBox=PDFArray(font.bounds),
            FontFile2=self.stream(font.program, Filter=FLATE, Length1=font.program_size),
            **dict(font.descriptor),
        )
        descendant = self.dictionary(
            Type=PDFName("Font"),
            Subtype=PDFName("CIDFontType2"),
            BaseFont=name,
            CIDSystemInfo="<</Registry (Adobe)/Ordering (Identity)/Supplement 0>>",
            FontDescriptor=descriptor,
            DW=1000,
            W=font.widths,
            DW2=f"[{font.em_top} -1000]",
            **({"W2": font.vertical} if font.vertical else {}),
            CIDToGIDMap=self.stream(font.cid_to_gid, Filter=FLATE),
        )
        to_unicode = self.stream(font.to_unicode, Filter=FLATE)
        fonts = self.pdf.idToObject[pdfdoc.BasicFonts]
        for resource, encoding in resources:
            vars(fonts)["dict"][resource] = self.dictionary(
                Type=PDFName("Font"),
                Subtype=PDFName("Type0"),
                BaseFont=name,
                Encoding=PDFName(encoding),
                DescendantFonts=PDFArray([descendant]),
                ToUnicode=to_unicode,
            )

    def add_page(
        self, sheet: Sheet, content: Content, images: Sequence[str], bookmarks: Sequence[Bookmark]
    ) -> None:
        """Add a page; its trim, bleed and media boxes are one unless marks or bleed are wanted."""
        offset = margin(self._press.marks, self._press.bleed_mm)
        for mark in bookmarks:
            self._bookmarks += 1
            key = f"B{self._bookmarks}"
            top = round(offset + sheet.height - mark.top, 3)
            self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top)
            self._canvas.addOutlineEntry(mark.title, key, mark.level)
        index = self.pdf.pageCounter - 1
        page = PressPage()
        bleed = mm_to_pt(self._press.bleed_mm)
        page.TrimBox = _box(sheet, offset, 0)
        page.BleedBox = _box(sheet, offset, bleed)
        page.MediaBox = _box(sheet, offset, offset)
        data = content.data()
        if offset:
            data = f"1 0 0 1 {numbers(offset, offset)} cm\n".encode() + data
        if self._press.marks:
            data += mark_operators(sheet.width, sheet.height, self._press.bleed_mm).encode()
        page.Contents = self.stream(zlib.compress(data), Filter=FLATE)
        page.Group = "<</Type/Group/S/Transparency/CS/DeviceCMYK/I true/K false>>"
        page.StructParents = index
        page.Tabs = PDFName("S")
        page.Resources = PDFDictionary(
            {
                "Font": PDFObjectReference(pdfdoc.BasicFonts),
                "ExtGState": PDFDictionary(content.graphics_states),
                "XObject": PDFDictionary({name: PDFObjectReference(name) for name in images}),
                **({"ColorSpace": f"<</{ALL_NAME} {ALL}>>"} if self._press.marks else {}),
            }
        )
        label = sheet.label or str(index + 1)
        self._labels.addPageLabel(index, pdfdoc.PDFPageLabel(prefix=label))
        self.pdf.addPage(page)

    def save(self) -> bytes:
        """The file: its id is a digest of everything else in it."""
        data = self.pdf.GetPDFData(self._canvas)
        name = UUID(bytes=hashlib.sha256(data).digest()[:16], version=4)
        data = data.replace(UNNAMED.hex.encode(), name.hex.encode())
        return data.replace(str(UNNAMED).encode(), str(name).encode())
