"""A file as the engine writes it has nothing wrong in it."""

from collections.abc import Callable

from layout.diagnostics import Diagnostics


def test_a_good_file_passes(good: bytes, check: Callable[[bytes], Diagnostics]) -> None:
    assert [(d.code, d.params, d.page, d.box_mm) for d in check(good)] == []
