"""The XMP packet: what the file says of itself, in agreement with the Info dictionary."""

from layout.display import Metadata

PDFX_VERSION = "PDF/X-4"

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}
PACKET_ID = "W5M0MpCehiHzreSzNTczkc9d"
"""Fixed by the XMP specification, part 1, 7.3.2."""


def xmp_packet(
    metadata: Metadata, creator: str, producer: str, document_id: str, *, is_final: bool = True
) -> bytes:
    """The packet for *metadata*; *document_id* is the UUID that stands for this content.

    Only a final file claims to be PDF/X.
    """
    date = f"{metadata.date}T00:00:00Z"
    properties = [
        _simple("dc:format", "application/pdf"),
        _alternatives("dc:title", metadata.title),
        _sequence("dc:creator", metadata.author),
        _alternatives("dc:description", metadata.subject),
        _bag("dc:language", metadata.language),
        _simple("xmp:CreatorTool", creator),
        _simple("xmp:CreateDate", date),
        _simple("xmp:ModifyDate", date),
        _simple("xmp:MetadataDate", date),
        _simple("xmpMM:DocumentID", f"uuid:{document_id}"),
        _simple("xmpMM:InstanceID", f"uuid:{document_id}"),
        _simple("xmpMM:VersionID", "1"),
        _simple("xmpMM:RenditionClass", "default"),
        _simple("pdf:Producer", producer),
        _simple("pdf:Keywords", metadata.keywords),
        _simple("pdf:Trapped", "False"),
        _simple("pdfxid:GTS_PDFXVersion", PDFX_VERSION if is_final else ""),
    ]
    declared = "".join(f'\n    xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    body = "".join(f"   {line}\n" for line in properties if line)
    return (
        f'<?xpacket begin="\ufeff" id="{PACKET_ID}"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'  <rdf:Description rdf:about=""{declared}>\n{body}'
        "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="w"?>\n'
    ).encode()


def _simple(name: str, value: str) -> str:
    return f"<{name}>{_escaped(value)}</{name}>" if value else ""


def _alternatives(name: str, value: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{_escaped(value)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if value else ""


def _sequence(name: str, value: str) -> str:
    return (
        f"<{name}><rdf:Seq><rdf:li>{_escaped(value)}</rdf:li></rdf:Seq></{name}>" if value else ""
    )


def _bag(name: str, value: str) -> str:
    return (
        f"<{name}><rdf:Bag><rdf:li>{_escaped(value)}</rdf:li></rdf:Bag></{name}>" if value else ""
    )


def _escaped(text: str) -> str:
    """*text* as XML character data; control characters have no place in it."""
    kept = "".join(c for c in text if c >= " " or c in "\t\n")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
