"""The file as such: one thing broken, one finding."""

import io
import random
import re
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from layout.diagnostics import Diagnostic, Diagnostics, Severity
from layout.output.press import Press
from layout.preflight.check import check_pdf
from layout.preflight.limits import Limits

Broken = Callable[..., list[Diagnostic]]
Surgery = Callable[[pikepdf.Pdf], None]


def xmp(old: str, new: str) -> Surgery:
    """Replace *old* in the XMP packet by *new*."""

    def cut(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new).encode())

    return cut


def in_root(**entries: object) -> Surgery:
    """Set entries of the catalogue; None removes one."""
    return lambda pdf: put(pdf.Root, entries)


def in_page(**entries: object) -> Surgery:
    """Set entries of the second page; None removes one."""
    return lambda pdf: put(pdf.pages[1].obj, entries)


def in_intent(**entries: object) -> Surgery:
    """Set entries of the output intent; None removes one."""
    return lambda pdf: put(pdf.Root.OutputIntents[0], entries)


def put(owner: pikepdf.Object, entries: dict[str, object]) -> None:
    for key, value in entries.items():
        if value is None:
            del owner[f"/{key}"]
        else:
            owner[f"/{key}"] = value


def set_profile(data: bytes) -> Surgery:
    return lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.write(data)


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def second_intent(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def archive_intent(pdf: pikepdf.Pdf) -> None:
    same = Dictionary(pdf.Root.OutputIntents[0])
    same.S = Name("/GTS_PDFA1")
    pdf.Root.OutputIntents.append(same)


def wrong_n(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


def lzw(pdf: pikepdf.Pdf) -> None:
    # Clear, A, end of data: nine-bit codes 256, 65, 257.
    stream = pdf.make_stream(b"")
    stream.write(bytes([0x80, 0x10, 0x60, 0x20]), filter=Name.LZWDecode)
    pdf.Root["/Extra"] = stream


def javascript(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.Outlines.First["/A"] = action
    del pdf.Root.Outlines.First["/Dest"]


def annotation(*rect: int) -> Surgery:
    def add(pdf: pikepdf.Pdf) -> None:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(rect))
        pdf.pages[1].obj.Annots = Array([pdf.make_indirect(link)])

    return add


def group_in_rgb(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Group.CS = Name.DeviceRGB


MUTANTS: dict[str, tuple[Surgery, list[str]]] = {
    "action on opening": (
        in_root(OpenAction=Dictionary(S=Name.Named, N=Name.Print)),
        ["pdf-open-action"],
    ),
    "additional actions": (in_page(AA=Dictionary()), ["pdf-additional-actions"]),
    "javascript": (javascript, ["pdf-javascript"]),
    "newer version in the catalogue": (in_root(Version=Name("/1.7")), ["pdf-version"]),
    "no output intent": (in_root(OutputIntents=None), ["pdf-no-output-intent"]),
    "two output intents": (second_intent, ["pdf-several-output-intents"]),
    "a second intent for archives": (archive_intent, []),
    "no condition": (in_intent(OutputConditionIdentifier=None), ["pdf-no-output-condition"]),
    "another press": (in_intent(OutputConditionIdentifier=String("FOGRA39")), ["pdf-other-press"]),
    "no profile": (in_intent(DestOutputProfile=None), ["pdf-no-profile"]),
    "a profile for screens": (set_profile(srgb()), ["pdf-profile-unfit"]),
    "junk for a profile": (set_profile(b"junk" * 50), ["pdf-profile-unfit"]),
    "three components": (wrong_n, ["pdf-profile-components"]),
    "no xmp": (in_root(Metadata=None), ["pdf-no-xmp"]),
    "broken xmp": (xmp("</rdf:RDF>", ""), ["pdf-xmp-unreadable"]),
    "not declared": (
        xmp("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", ""),
        ["pdf-not-declared"],
    ),
    "another PDF/X": (xmp("PDF/X-4", "PDF/X-3:2003"), ["pdf-not-declared"]),
    "no version id": (xmp("<xmpMM:VersionID>1</xmpMM:VersionID>", ""), ["pdf-xmp-missing"]),
    "no rendition class": (
        xmp("<xmpMM:RenditionClass>default</xmpMM:RenditionClass>", ""),
        ["pdf-xmp-missing"],
    ),
    "trapped unknown": (
        xmp("<pdf:Trapped>False", "<pdf:Trapped>Unknown"),
        ["pdf-trapped", "pdf-info-disagrees"],
    ),
    "title differs": (
        lambda pdf: put(pdf.trailer.Info, {"Title": String("别的")}),
        ["pdf-info-disagrees"],
    ),
    "date differs": (xmp("<xmp:CreateDate>2025", "<xmp:CreateDate>2024"), ["pdf-info-disagrees"]),
    "same moment elsewhere": (
        xmp("<xmp:CreateDate>2025-02-27T00:00:00Z", "<xmp:CreateDate>2025-02-27T08:00:00+08:00"),
        [],
    ),
}

ON_PAGE_TWO: dict[str, tuple[Surgery, str]] = {
    "no trim box": (in_page(TrimBox=None), "pdf-no-trim-box"),
    "art box": (in_page(ArtBox=Array([0, 0, 500, 500])), "pdf-art-box"),
    "trim outside bleed": (in_page(BleedBox=Array([5, 5, 500, 500])), "pdf-box-outside"),
    "bleed outside media": (in_page(BleedBox=Array([-9, 0, 800, 800])), "pdf-box-outside"),
    "user unit": (in_page(UserUnit=2), "pdf-user-unit"),
    "rotated": (in_page(Rotate=90), "pdf-rotated"),
    "rotated by the page tree": (lambda pdf: put(pdf.Root.Pages, {"Rotate": 180}), "pdf-rotated"),
    "another size": (in_page(TrimBox=Array([0, 0, 566.88, 793.701])), "pdf-trim-size"),
    "annotation": (annotation(100, 100, 300, 300), "pdf-annotation"),
    "group in rgb": (group_in_rgb, "pdf-group-space"),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_fault_of_the_file(broken: Broken, name: str) -> None:
    surgery, expected = MUTANTS[name]
    assert [d.code for d in broken(surgery)] == expected


@pytest.mark.parametrize("name", ON_PAGE_TWO)
def test_a_fault_of_a_page(broken: Broken, name: str) -> None:
    surgery, code = ON_PAGE_TWO[name]
    found = [(d.code, d.page) for d in broken(surgery)]
    assert (code, 2) in found
    assert {c for c, _ in found} == {code}


def test_an_annotation_is_told_where_it_lies(broken: Broken) -> None:
    (found,) = broken(annotation(72, 72, 144, 216))
    assert found.box_mm == (25.4, 203.8, 25.4, 50.8)


def test_an_annotation_off_the_sheet_does_not_matter(broken: Broken) -> None:
    assert broken(annotation(600, 100, 700, 200)) == []


def test_a_missing_property_is_named(broken: Broken) -> None:
    (found,) = broken(xmp("<xmpMM:VersionID>1</xmpMM:VersionID>", ""))
    assert found.params["key"] == "xmpMM:VersionID"


def test_a_newer_header(broken: Broken) -> None:
    found = broken(lambda _: None, force_version="1.7")
    assert [(d.code, d.params) for d in found] == [
        ("pdf-version", {"version": "1.7", "limit": "1.6"})
    ]


def test_lzw(broken: Broken) -> None:
    as_is = pikepdf.StreamDecodeLevel.none
    found = broken(lzw, compress_streams=False, stream_decode_level=as_is)
    assert [d.code for d in found] == ["pdf-lzw"]


def test_a_file_without_pages(broken: Broken) -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[:]

    assert "pdf-no-pages" in [d.code for d in broken(cut)]


def test_of_many_syntax_faults_the_first_are_told(broken: Broken) -> None:
    found = broken(lambda pdf: pdf.pages[1].contents_add(b"(a) ) " * 20))
    assert [d.code for d in found] == ["pdf-syntax"] * 5 + ["pdf-syntax-more"]


def test_encryption_is_told_with_and_without_a_password(broken: Broken) -> None:
    for user in ("", "secret"):
        lock = pikepdf.Encryption(owner="owner", user=user, R=4, allow=pikepdf.Permissions())
        found = broken(lambda _: None, encryption=lock)
        assert [d.code for d in found] == ["pdf-encrypted"]


def test_a_missing_id(good: bytes, check: Callable[[bytes], Diagnostics]) -> None:
    assert good.count(b"/ID") == 1
    assert [d.code for d in check(good.replace(b"/ID", b"/XX"))] == ["pdf-no-id"]


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.6\n%%EOF", b"%PDF-1.6\n1 0 obj\n<<"])
def test_what_is_no_pdf_is_a_finding(data: bytes, check: Callable[[bytes], Diagnostics]) -> None:
    assert [d.code for d in check(data)] == ["pdf-unreadable"]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_truncated_file_is_a_finding(
    good: bytes, share: float, check: Callable[[bytes], Diagnostics]
) -> None:
    found = check(good[: int(len(good) * share)])
    assert found.has_errors or [d for d in found if d.severity is Severity.WARNING]


def test_damage_in_the_middle_never_raises(
    good: bytes, check: Callable[[bytes], Diagnostics]
) -> None:
    for start in range(200, len(good), len(good) // 23):
        check(good[:start] + b"\x00\xff<<[" * 8 + good[start + 40 :])


REPLACEMENTS = (b"null", b"-1", b"1e30", b"[]", b"<<>>", b"/X", b"(s)", b"", b"1 0 R")


@pytest.mark.parametrize("seed", range(12))
def test_whatever_stands_in_a_word_s_place_never_raises(
    good: bytes, seed: int, check: Callable[[bytes], Diagnostics]
) -> None:
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(good)) as pdf:
        pdf.save(plain, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    words = [
        match.span()
        for part in re.finditer(rb"[\x20-\x7e\n]{60,}", plain.getvalue())
        for match in re.compile(rb"[^\s<>\[\]()]+").finditer(plain.getvalue(), *part.span())
    ]
    chance = random.Random(seed)  # noqa: S311 - the same words each time
    data = plain.getvalue()
    for start, end in sorted(chance.sample(words, 6), reverse=True):
        data = data[:start] + chance.choice(REPLACEMENTS) + data[end:]
    check(data)


def test_pages_bear_their_numbers_in_the_issue(good: bytes, press: Press) -> None:
    limits = Limits(trims_mm=((200.0, 280.0), (100.0, 100.0)), pages=(5, 6))
    (found,) = check_pdf(good, press, limits)
    assert (found.code, found.page) == ("pdf-trim-size", 6)
