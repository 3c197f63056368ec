"""From display lists to the PDF that goes to press."""

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest

from layout.cache import Cache, default_cache
from layout.diagnostics import Diagnostic, Diagnostics
from layout.display import Metadata, Sheet
from layout.output.codes import CodeBook
from layout.output.document import PressDocument
from layout.output.painter import PagePainter
from layout.output.pictures import prepare
from layout.output.press import Press, read_profile
from layout.output.structure import Structure
from layout.output.tagging import write_structure


def write_pdf(  # noqa: PLR0913 - what a file is made of and for
    sheets: Sequence[Sheet],
    metadata: Metadata,
    press: Press,
    diagnostics: Diagnostics,
    cache: Cache | None = None,
    *,
    is_draft: bool = False,
) -> bytes:
    """Draw *sheets* as one PDF/X-4 structured file for *press*.

    What is wrong with a picture or the profile is added to *diagnostics*; the file is
    complete all the same, with a grey plate where a picture should be, so that a proof
    can be shown. Equal input gives equal bytes. *cache* keeps converted pictures; the
    user's own when None. A draft names no output intent and claims no PDF/X, so that no
    preflight passes it.
    """
    cache = cache or default_cache()
    profile = read_profile(press, cache)
    if isinstance(profile, Diagnostic):
        diagnostics.append(profile)
        document = PressDocument(metadata, press, None)
    else:
        document = PressDocument(metadata, press, None if is_draft else profile)
    structure, codes = Structure(), CodeBook()
    pictures = partial(prepare, press=press, cache=cache)
    for index, sheet in enumerate(sheets):
        bookmarked = len(structure.bookmarks)
        steps = structure.walk(sheet.items)
        page = PagePainter(document, structure, codes, pictures, sheet.height)
        for step, after in zip_longest(steps, steps[1:]):
            page.draw(step, after)
        page.close()
        document.add_page(sheet, page.content, page.images, structure.bookmarks[bookmarked:])
        diagnostics.extend(page.found.on_page(sheet.page or index + 1))
    for entry in codes:
        document.add_font(entry.font(), entry.resources)
    write_structure(document, structure)
    return document.save()
