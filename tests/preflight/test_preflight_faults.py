"""What reports call the things that break a rule."""

from layout.diagnostics import Diagnostic, Term


def test_a_thing_without_a_role_is_named_in_the_readers_language() -> None:
    found = Diagnostic("file-missing", {"file": Term("图形", "a shape")})
    assert "图形" in found.message()
    assert "a shape" in found.message("en")
    assert "a shape" not in found.message()
