"""A YAML file into a checked model: what every YAML file of the engine is read through.

All that is wrong with a file is told in one go, each finding at its line and
column; nothing raises.
"""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from layout.diagnostics import Diagnostic, Diagnostics, Source
from layout.issue.model_faults import keys_below, tell_faults, typed_path
from layout.issue.positions import Place, Positions
from layout.issue.text_source import read_text
from layout.issue.yaml_tree import read_tree

Model = TypeVar("Model", bound=BaseModel)


def load_model(
    path: Path, model: type[Model], diagnostics: Diagnostics, base: Path | None = None
) -> tuple[Model | None, Positions]:
    """Read *path* as *model*; None when the file is at fault, which *diagnostics* tell.

    Findings name the file relative to *base* when it lies inside, else by its
    full path; without *base*, by its name alone. The positions are usable
    either way: those of an unreadable file all point at its beginning.
    """
    data, positions = read_data(path, model, diagnostics, base)
    if data is None:
        return None, positions
    return validated(data, model, positions, diagnostics), positions


def read_data(
    path: Path, model: type[BaseModel], diagnostics: Diagnostics, base: Path | None = None
) -> tuple[object, Positions]:
    """The plain values of *path*, not yet checked; None when there are none, which is told.

    *model* tells the keys to expect, by which mistyped ones are recognised.
    """
    positions = Positions(_name(path, base), Place(1, 1))
    if not path.is_file():
        diagnostics.add("file-missing", positions.source(), file=positions.file)
        return None, positions
    text = read_text(path, positions.source(), diagnostics)
    if text is None:
        return None, positions
    tree = read_tree(text, keys_below(model))
    positions = Positions(positions.file, tree.root)
    for fault in tree.faults:
        at = Source(positions.file, fault.line, fault.column)
        diagnostics.append(Diagnostic(fault.code, fault.params, at))
    if tree.data is None and not tree.faults:
        diagnostics.add("file-empty", positions.source(), file=positions.file)
    return tree.data, positions


def validated(
    data: object, model: type[Model], positions: Positions, diagnostics: Diagnostics
) -> Model | None:
    """*data* as *model*; None when it is refused, every fault told.

    A key with nothing behind it counts as left out, and is taken out of *data*.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        if not _leave_out_empty(error, data):
            tell_faults(error, model, data, positions, diagnostics)
            return None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        tell_faults(error, model, data, positions, diagnostics)
        return None


def _leave_out_empty(error: ValidationError, data: object) -> bool:
    """Take out of *data* the keys without a value that *error* complains of."""
    done = False
    for fault in error.errors(include_url=False):
        path = typed_path(fault["loc"], data)
        if fault["input"] is not None or fault["type"] == "extra_forbidden" or not path:
            continue
        holder: object = data
        for step in path[:-1]:
            holder = holder[step]  # type: ignore[index] # typed_path leads through data
        if isinstance(holder, dict) and path[-1] in holder and holder[path[-1]] is None:
            del holder[path[-1]]
            done = True
    return done


def _name(path: Path, base: Path | None) -> str:
    if base is None:
        return path.name
    if path.is_relative_to(base):
        return path.relative_to(base).as_posix()
    return str(path)
