"""What a model refuses, told to the editor: every fault of a file, each at its place.

pydantic finds the faults; here its codes become the engine's, its paths become
lines and columns, and an unknown key is compared with the keys there are.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from layout.diagnostics import Diagnostic, Diagnostics
from layout.issue.positions import Positions

_CODES = {
    "string_type": "not-text",
    "int_type": "not-integer",
    "int_parsing": "not-integer",
    "int_from_float": "not-integer",
    "float_type": "not-number",
    "float_parsing": "not-number",
    "bool_type": "not-boolean",
    "bool_parsing": "not-boolean",
    "date_type": "not-a-date",
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "model_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "dict_type": "not-a-mapping",
    "literal_error": "not-a-choice",
    "enum": "not-a-choice",
    "greater_than_equal": "out-of-range",
    "greater_than": "out-of-range",
    "less_than_equal": "out-of-range",
    "less_than": "out-of-range",
    "finite_number": "out-of-range",
    "too_short": "wrong-count",
    "too_long": "wrong-count",
    "string_too_short": "text-empty",
}
"""pydantic's error types and the engine's codes; ``bad-value`` for the rest."""

_BOUNDS = {"ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< ", "min_length": "≥ ", "max_length": "≤ "}
_SHOWN = 24
"""Characters of a wrong value that a message quotes."""

Step = str | int
"""A key, or an index from 0."""


def tell_faults(
    error: ValidationError,
    model: type[BaseModel],
    data: object,
    positions: Positions,
    diagnostics: Diagnostics,
) -> None:
    """Add every fault in *error* to *diagnostics*, in the order of the file.

    *data* is what was checked: a path in *error* may hold steps that nobody
    typed (the member of a union), which the values tell apart.
    """
    told: set[tuple[int, int]] = set()
    faults = [fault for fault in error.errors(include_url=False) if not is_echo(fault)]
    found = [(_path(fault, data), fault) for fault in faults]
    for path, fault in sorted(found, key=lambda entry: _order(positions, entry[0])):
        if fault["type"] == "missing":
            _tell_missing(path, positions, diagnostics)
        elif fault["type"] == "extra_forbidden":
            _tell_unknown(path, model, data, positions, diagnostics)
        else:
            source = positions.source(*path)
            # A union refuses a value once for each of its members; once is enough.
            if (source.line, source.column) not in told:
                told.add((source.line, source.column))
                _tell_wrong(path, fault, positions, diagnostics)


def typed_path(loc: tuple[Step, ...], data: object) -> tuple[Step, ...]:
    """The steps of *loc* that lead through *data*."""
    path: list[Step] = []
    for step in loc:
        if isinstance(data, dict) and str(step) in data:
            data = data[str(step)]
            path.append(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
            path.append(step)
    return tuple(path)


def keys_below(model: type[BaseModel]) -> frozenset[str]:
    """Every key that a file of *model* may hold, at any depth."""
    found: set[str] = set()
    seen: set[type[BaseModel]] = set()
    waiting = [model]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        for name, field in current.model_fields.items():
            found.update(_spellings(name, field))
            waiting.extend(_models_in(field.annotation))
    return frozenset(found)


def is_echo(fault: ErrorDetails) -> bool:
    """Whether a list is called too short only because its entries are at fault."""
    least = fault.get("ctx", {}).get("min_length")
    return fault["type"] == "too_short" and least is not None and len(fault["input"]) >= least


def _path(fault: ErrorDetails, data: object) -> tuple[Step, ...]:
    """Where a fault lies; that of a missing key ends with the key."""
    path = typed_path(fault["loc"], data)
    return (*path, fault["loc"][-1]) if fault["type"] == "missing" else path


def _order(positions: Positions, path: tuple[Step, ...]) -> tuple[int, int]:
    source = positions.key(*path)
    return source.line, source.column


def _tell_missing(path: tuple[Step, ...], positions: Positions, diagnostics: Diagnostics) -> None:
    key = str(path[-1])
    if isinstance(path[-1], int):  # of a list with as many entries as places, such as focus
        part, bound = _part(path[:-1], positions), f"≥ {path[-1] + 1}"
        diagnostics.add("wrong-count", positions.source(*path[:-1]), key=part, bound=bound)
    elif positions.has(*path):
        diagnostics.add("key-without-value", positions.key(*path), key=key)
    else:
        part = _part(path[:-1], positions)
        diagnostics.add("key-missing", positions.source(*path[:-1]), key=key, part=part)


def _tell_unknown(
    path: tuple[Step, ...],
    model: type[BaseModel],
    data: object,
    positions: Positions,
    diagnostics: Diagnostics,
) -> None:
    key = str(path[-1])
    source = positions.key(*path)
    fields = _fields_at(path[:-1], model)
    proper = next((names[0] for names in fields if key in names), None)
    if proper:
        diagnostics.add("key-other-spelling", source, key=key, near=proper)
        return
    keys = sorted({names[0] for names in fields})
    typed = _keys_typed(path[:-1], data)
    near = get_close_matches(key, [known for known in keys if known not in typed], n=1)
    if near:
        diagnostics.add("key-unknown-near", source, key=key, near=near[0])
    else:
        diagnostics.add("key-unknown", source, key=key, known=", ".join(keys))


def _tell_wrong(
    path: tuple[Step, ...], fault: ErrorDetails, positions: Positions, diagnostics: Diagnostics
) -> None:
    context = fault.get("ctx", {})
    code = _CODES.get(fault["type"], "bad-value")
    found = _quoted(fault["input"])
    params: dict[str, object] = {"key": _part(path, positions), "found": found}
    if code == "not-a-date" and isinstance(fault["input"], str):
        code = "impossible-date" if _looks_like_a_day(fault["input"]) else code
    elif code == "not-a-choice":
        params["allowed"] = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    elif code in {"out-of-range", "wrong-count"}:
        params["bound"] = next(
            (f"{sign}{context[name]}" for name, sign in _BOUNDS.items() if name in context), ""
        )
    elif code == "bad-value":
        params["reason"] = str(context.get("error", fault["msg"]))
    diagnostics.append(Diagnostic(code, params, positions.source(*path)))


def _looks_like_a_day(text: str) -> bool:
    parts = text.split("-")
    return len(parts) == 3 and all(part.strip().isdecimal() for part in parts)


def _part(path: tuple[Step, ...], positions: Positions) -> str:
    """A path as a reader counts: ``pages 1 › stories 2``; the file's name for the whole."""
    words = ""
    for step in path:
        if isinstance(step, int):
            words += f" {step + 1}"
        else:
            words += f" › {step}" if words else step
    return words.strip() or positions.file


def _quoted(value: object) -> str:
    """A wrong value as it was typed, shortened."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return "null"
    text = str(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _keys_typed(path: tuple[Step, ...], data: object) -> set[str]:
    """The keys that the mapping at *path* of *data* does hold."""
    for step in path:
        data = data[step]  # type: ignore[index] # the path leads through data
    return set(data) if isinstance(data, dict) else set()


def _fields_at(path: tuple[Step, ...], model: type[BaseModel]) -> list[list[str]]:
    """The keys that the mapping at *path* may hold, each with its other spellings behind."""
    models = [model]
    for step in path:
        if isinstance(step, str):
            models = [below for above in models for below in _models_at(step, above)]
    return [
        _spellings(name, field) for found in models for name, field in found.model_fields.items()
    ]


def _models_at(key: str, model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Models that the value of *key* may be; below a mapping of free keys, the same again."""
    for name, field in model.model_fields.items():
        if key in _spellings(name, field):
            yield from _models_in(field.annotation)
            return
    yield model


def _spellings(name: str, field: FieldInfo) -> list[str]:
    """The ways a field's key may be typed, the proper one first."""
    alias = field.validation_alias
    if alias is None:
        return [name]
    choices = getattr(alias, "choices", [alias])
    return [choice for choice in choices if isinstance(choice, str)]


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Models within a type such as ``tuple[Story, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
