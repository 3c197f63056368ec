"""A faulty issue.yaml made whole enough to look further.

One wrong key must not hide a missing picture: what the model refused, and what
has been told, is taken out or filled in, so that bodies and pictures are read
in the same go. If only dispensable keys were lost, the page can even be set.
"""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from layout.issue.model_faults import Step, is_echo, typed_path

Model = TypeVar("Model", bound=BaseModel)

UNTYPED = "\U0010fffd"
"""Stands for a needful text that is missing: the last private character, which nobody types."""

NO_DAY = date.max
"""Stands for a date that is missing."""

STAND_INS: Mapping[str, object] = {
    "publication": UNTYPED,
    "template": UNTYPED,
    "date": NO_DAY,
    "stories": [{"headline": UNTYPED, "body": UNTYPED}],
    "headline": UNTYPED,
    "body": UNTYPED,
    "file": UNTYPED,
    "role": UNTYPED,
    "names": [],
}
"""What to take for a missing key of issue.yaml; there is no issue without pages."""

_ROUNDS = 4
"""One for what is refused, one for what is then missing, twice for what comes to light."""


def repaired(
    data: object, model: type[Model], stand_ins: Mapping[str, object]
) -> tuple[Model | None, bool]:
    """A model from *data* without its faults, and whether nothing needful is a stand-in.

    *stand_ins* has what to take for a needful key that is missing or wrong; a
    key without one makes the model None. Changes *data*.
    """
    if not isinstance(data, dict):
        return None, False
    is_whole = True
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(data), is_whole
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                if is_echo(fault):
                    continue
                path, key = typed_path(fault["loc"], data), fault["loc"][-1]
                if fault["type"] == "missing" and isinstance(key, str):
                    is_whole = False
                    _fill(_value_at(data, path), key, stand_ins)
                else:
                    _take_out(data, path)
    return None, False


def _fill(holder: object, key: str, stand_ins: Mapping[str, object]) -> None:
    if isinstance(holder, dict) and key in stand_ins:
        holder[key] = deepcopy(stand_ins[key])


def _take_out(data: object, path: tuple[Step, ...]) -> None:
    """Delete the innermost key on *path*: a list loses no entry, so that places still fit."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    holder = _value_at(data, path[:-1])
    if path and isinstance(holder, dict):
        holder.pop(path[-1], None)


def _value_at(data: object, path: tuple[Step, ...]) -> object:
    for step in path:
        try:
            data = data[step]  # type: ignore[index] # a step that leads nowhere ends the walk
        except (KeyError, IndexError, TypeError):
            return None
    return data
