"""The whole preflight of one file, from header to ink."""

from layout.diagnostics import Diagnostics
from layout.output.press import Press
from layout.preflight.limits import Limits


def check_pdf(pdf: bytes, press: Press, limits: Limits | None = None) -> Diagnostics:
    """Everything wrong with *pdf* for *press*, held to *limits*; never raises on bad input.

    Each broken rule is one finding, with the page, the place on the trimmed sheet in
    millimetres where it has one, what it is that breaks the rule, and what to do.
    """
    # pikepdf takes a tenth of a second to import: paid by those who check.
    from layout.preflight.document import check_document  # noqa: PLC0415

    return check_document(pdf, press, limits or Limits())
