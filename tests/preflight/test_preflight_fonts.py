"""Fonts: embedded, cut to what is used, and telling their text."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from layout.diagnostics import Diagnostic

Broken = Callable[..., list[Diagnostic]]
Drawn = Callable[..., list[Diagnostic]]


def helvetica(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )


def test_a_font_that_is_not_embedded(drawn: Drawn) -> None:
    shown = "BT /HV 20 Tf 0 1 1 0 k 400 100 Td (Hi) Tj ET"
    found = drawn(shown, {"Font": {"HV": helvetica}})
    assert [(d.code, d.page) for d in found] == [("pdf-font-not-embedded", 2)]
    assert found[0].box_mm is not None
    assert found[0].box_mm[0] == pytest.approx(400 * 25.4 / 72, abs=0.02)


def test_a_font_left_behind(drawn: Drawn) -> None:
    (found,) = drawn("", {"Font": {"HV": helvetica}})
    assert (found.code, found.params["font"], found.page) == (
        "pdf-font-not-embedded",
        "Helvetica",
        None,
    )


def test_a_font_without_its_text(broken: Broken) -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].obj.Resources.Font["/F2H"]["/ToUnicode"]

    (found,) = broken(cut)
    assert (found.code, found.page) == ("pdf-font-no-text", 1)
    assert found.box_mm is not None


def test_a_font_embedded_whole(broken: Broken) -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        font = pdf.pages[0].obj.Resources.Font["/F2H"]
        font.BaseFont = Name(f"/{str(font.BaseFont)[8:]}")

    (found,) = broken(cut)
    assert (found.code, found.page) == ("pdf-font-not-subset", 1)
