"""What the faces of the engine hold, and which characters of a text they lack."""

from dataclasses import dataclass

from layout.diagnostics import Diagnostics
from layout.text.library import open_library


@dataclass(frozen=True, slots=True)
class FaceCoverage:
    """One face, measured against a text."""

    key: str
    file: str
    style: str
    characters: int
    han: int
    licence: str
    missing: str
    """Characters of the text that neither it nor its declared fallbacks have, each once."""


def face_coverage(text: str) -> list[FaceCoverage]:
    """Every face, and what of *text* it could not set."""
    library = open_library(Diagnostics())
    if library is None:
        return []
    wanted = sorted({char for char in text if not char.isspace()})
    found = []
    for key, spec in library.catalogue.faces.items():
        faces = [library.face(name) for name in (key, *spec.fallback)]
        missing = "".join(c for c in wanted if not any(face.glyph(c) for face in faces))
        coverage = spec.coverage
        found.append(
            FaceCoverage(
                key,
                spec.file,
                spec.style,
                coverage.characters,
                coverage.han,
                spec.licence,
                missing,
            )
        )
    return found
