"""``oi``: the output intent, which says what the inks are meant for (ISO 15930-7, 6.2.2)."""

import pikepdf

from layout.diagnostics import Diagnostics
from layout.output.press import Press
from layout.preflight.objects import MALFORMED, text_of

PDFX = "GTS_PDFX"


def check_output_intent(pdf: pikepdf.Pdf, press: Press, found: Diagnostics) -> None:
    """Exactly one for PDF/X, named, with an output profile for four inks, of this press."""
    entry = pdf.Root.get("/OutputIntents")
    intents = list(entry) if isinstance(entry, pikepdf.Array) else []
    ours = [
        i for i in intents if isinstance(i, pikepdf.Dictionary) and text_of(i.get("/S")) == PDFX
    ]
    if not ours:
        found.add("pdf-no-output-intent")
        return
    if len(ours) > 1:
        found.add("pdf-several-output-intents", count=len(ours))
    condition = text_of(ours[0].get("/OutputConditionIdentifier"))
    if not condition:
        found.add("pdf-no-output-condition")
    elif condition != press.condition:
        found.add("pdf-other-press", condition=condition, wanted=press.condition)
    _check_profile(ours[0].get("/DestOutputProfile"), found)


def _check_profile(profile: object, found: Diagnostics) -> None:
    """An ICC profile of class prtr for CMYK, in a stream that says N = 4."""
    if not isinstance(profile, pikepdf.Stream):
        found.add("pdf-no-profile")
        return
    try:
        data = profile.read_bytes()
    except MALFORMED:
        data = b""
    if data[36:40] != b"acsp" or data[12:16] != b"prtr" or data[16:20] != b"CMYK":
        found.add("pdf-profile-unfit")
    components = profile.get("/N")
    if components != 4:
        found.add("pdf-profile-components", count=text_of(components) or "-")
