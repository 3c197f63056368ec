"""Missing and substituted characters are found where they stand."""

from pathlib import Path

import boxes
import pytest

from layout.page.composition import Composition
from layout.text.coverage import Substitution, missing, substituted
from layout.text.fonts import Face
from layout.text.heading import set_heading
from layout.text.paragraph import paragraph


@pytest.fixture
def poor(tmp_path: Path) -> Face:
    return boxes.build(tmp_path / "poor.ttf", without="襄垣G")


def test_a_character_no_face_has_is_named_with_its_place(poor: Face, rules: Composition) -> None:
    spans = boxes.spans(boxes.style_of(poor), "在襄垣，5G")
    assert list(missing(paragraph(spans, rules))) == [("襄", 1), ("垣", 2), ("G", 5)]


def test_a_heading_is_searched_too(poor: Face, rules: Composition) -> None:
    line = set_heading(boxes.spans(boxes.style_of(poor), "在襄 垣"), rules)
    assert list(missing(line)) == [("襄", 1), ("垣", 3)]


def test_a_fallback_is_named_and_nothing_is_missing(
    poor: Face, face: Face, rules: Composition
) -> None:
    style = boxes.style_of(poor, fallback=(face,))
    para = paragraph(boxes.spans(style, "在襄垣5G"), rules)
    assert list(missing(para)) == []
    assert list(substituted(para)) == [
        Substitution("襄", 1, "regular"),
        Substitution("垣", 2, "regular"),
        Substitution("5G", 3, "regular"),
    ]


def test_the_faces_of_the_roles_are_no_substitutes(
    face: Face, bold: Face, rules: Composition
) -> None:
    style = boxes.style_of(face, latin=bold, marks=bold, fallback=(bold,))
    assert list(substituted(paragraph(boxes.spans(style, "在，5G"), rules))) == []
