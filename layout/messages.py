"""Every sentence the engine says about an issue, in Chinese and in English.

One table, so that the wording is edited, compared and translated in one
place. A message names what was found, what is meant, and what to do.
Blanks in braces are the parameters of the :class:`~layout.diagnostics.Diagnostic`.
"""

from typing import Literal, NamedTuple


class Message(NamedTuple):
    """The wording of one code."""

    severity: Literal["error", "warning", "info"]
    zh: str
    en: str


CATALOGUE: dict[str, Message] = {
    # --- issue: reading what the editor wrote ---------------------------------------------
    # --- page: publication and template ---------------------------------------------------
    # --- text: faces and composition ------------------------------------------------------
    # --- compose: copyfit and makeup ------------------------------------------------------
    # --- output: pictures and files -------------------------------------------------------
}
