"""Box fonts and styles for the tests of the text room."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # tests are no package; boxes.py is shared

import boxes

from layout.page.composition import Composition
from layout.text.fonts import Face
from layout.text.items import TextStyle


@pytest.fixture(scope="session")
def face(tmp_path_factory: pytest.TempPathFactory) -> Face:
    """The box font."""
    return boxes.build(tmp_path_factory.mktemp("fonts") / "regular.ttf")


@pytest.fixture(scope="session")
def bold(tmp_path_factory: pytest.TempPathFactory) -> Face:
    """The box font with more ink and the same advances."""
    return boxes.build(tmp_path_factory.mktemp("fonts") / "bold.ttf", margin=20)


@pytest.fixture(scope="session")
def style(face: Face) -> TextStyle:
    """Plain text."""
    return boxes.style_of(face)


@pytest.fixture(scope="session")
def rules() -> Composition:
    """The house's defaults."""
    return Composition()
