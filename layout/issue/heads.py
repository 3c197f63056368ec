"""The short texts of issue.yaml, cleaned of what no page carries.

Headlines, cutlines and names meet the same watch as the body: half-width marks
are told and kept, invisible characters told and left out.
"""

from typing import TypeVar

from pydantic import BaseModel

from layout.issue.characters import Flags, cleaned
from layout.issue.positions import Positions

Model = TypeVar("Model", bound=BaseModel)

_NOT_PRINTED = {"publication", "template", "slug", "file", "artwork", "weekday", "body"}
"""Texts that name something, and the body, which has a reader of its own."""


def clean_heads(
    entry: Model, positions: Positions, flags: Flags, path: tuple[str | int, ...] = ()
) -> Model:
    """*entry* with every printed text in it fit for the page; itself, if nothing had to change."""
    changes: dict[str, object] = {}
    for name in type(entry).model_fields:
        if name in _NOT_PRINTED:
            continue
        value = getattr(entry, name)
        fit = _fit(value, positions, flags, (*path, name))
        if fit is not value:
            changes[name] = fit
    return entry.model_copy(update=changes) if changes else entry


def _fit(value: object, positions: Positions, flags: Flags, path: tuple[str | int, ...]) -> object:
    if isinstance(value, str):
        source, is_exact = positions.text(*path), positions.is_exact(*path)
        fit: object = cleaned(value, source, flags, is_exact=is_exact)
    elif isinstance(value, BaseModel):
        return clean_heads(value, positions, flags, path)
    elif isinstance(value, tuple):
        entries = (_fit(entry, positions, flags, (*path, i)) for i, entry in enumerate(value))
        fit = tuple(entries)
        if all(new is old for new, old in zip(fit, value, strict=True)):
            return value
    else:
        return value
    return value if fit == value else fit
