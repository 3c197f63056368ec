"""The box fonts of tests/text serve here too."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parents[1] / "text"))  # tests are no package

import boxes

from layout.text.items import TextStyle

settings.register_profile(
    "laws",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("laws")


@pytest.fixture(scope="session")
def styles(tmp_path_factory: pytest.TempPathFactory) -> tuple[TextStyle, TextStyle]:
    """A plain and a bold style of equal advances."""
    folder = tmp_path_factory.mktemp("fonts")
    return (
        boxes.style_of(boxes.build(folder / "regular.ttf")),
        boxes.style_of(boxes.build(folder / "bold.ttf", margin=20)),
    )
