"""The faces of a house, opened as they are asked for, and the styles made of them."""

from functools import lru_cache
from pathlib import Path

from layout.color import Cmyk
from layout.page.faces import FaceCatalogue
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

    def style(
        self, key: str, size: float, ink: Cmyk, *, latin: str = "", vertical: bool = False
    ) -> TextStyle:
        """Text in the face *key* with the marks and fallbacks that fonts.yaml gives it."""
        return _style(self, key, size, ink, latin, vertical)


@lru_cache(maxsize=512)
def _style(
    library: Library,
    key: str,
    size: float,
    ink: Cmyk,
    latin: str,
    vertical: bool,  # noqa: FBT001
) -> TextStyle:
    spec = library.catalogue.faces[key]
    return TextStyle(
        library.face(key),
        size,
        ink,
        latin=library.face(latin) if latin else None,
        marks=library.face(spec.marks) if spec.marks else None,
        fallback=tuple(library.face(name) for name in spec.fallback),
        vertical=vertical,
    )
