"""Where the engine's own files lie: faces, assets and templates."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def home() -> Path:
    """The folder that holds fonts/ and assets/.

    A wheel carries them inside the package, in data/; in a checkout, which has no such
    folder, they lie beside the package.
    """
    carried = PACKAGE / "data"
    return carried if carried.is_dir() else PACKAGE.parent


FONTS = home() / "fonts"
"""fonts.yaml, the faces and their licences."""
ASSETS = home() / "assets"
"""publications/ and icc/."""
TEMPLATES = PACKAGE / "templates"
"""One NAME.yaml for each template."""
