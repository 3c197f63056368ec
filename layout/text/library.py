"""The faces of a house, opened as they are asked for, and the styles made of them."""

from functools import lru_cache
from pathlib import Path

from layout.color import Cmyk
from layout.diagnostics import Diagnostics
from layout.page.faces import FaceCatalogue
from layout.page.load import load_catalogue
from layout.page.publication import Style
from layout.resources import FONTS
from layout.text.fonts import Face, open_face
from layout.text.items import TextStyle


class Library:
    """The faces that fonts.yaml declares."""

    def __init__(self, catalogue: FaceCatalogue, folder: Path) -> None:
        """Faces of *catalogue*, whose files lie in *folder*."""
        self.catalogue = catalogue
        self._folder = folder

    def face(self, key: str) -> Face:
        """The face called *key*.

        Raises:
            KeyError: there is none of that name.
            OSError: its file cannot be read.

        """
        spec = self.catalogue.faces[key]
        return open_face(key, self._folder / spec.file, serif=spec.serif)

    def style(self, spec: Style, size: float, ink: Cmyk, *, vertical: bool = False) -> TextStyle:
        """*spec* in *size* and *ink*, with the marks and fallbacks of its face in fonts.yaml."""
        face = self.catalogue.faces[spec.face]
        return TextStyle(
            self.face(spec.face),
            size,
            ink,
            latin=self.face(spec.latin) if spec.latin else None,
            marks=self.face(face.marks) if face.marks else None,
            fallback=tuple(self.face(name) for name in face.fallback),
            dots=spec.dots,
            underline=spec.underline,
            vertical=vertical,
        )


def open_library(diagnostics: Diagnostics) -> Library | None:
    """The faces that come with the engine; None when fonts.yaml is at fault, which is told."""
    catalogue = load_catalogue(diagnostics)
    return _opened(catalogue) if catalogue else None


@lru_cache(maxsize=4)
def _opened(catalogue: FaceCatalogue) -> Library:
    """The faces of *catalogue*, opened once in a process."""
    return Library(catalogue, FONTS)
