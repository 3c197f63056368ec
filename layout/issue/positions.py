"""Where in a YAML file each value stands, so that every finding can point at it."""

from dataclasses import dataclass, field

from layout.diagnostics import Source


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one value in its file, and of the values inside it."""

    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each key, when the value is a mapping."""
    values: dict[str, "Place"] = field(default_factory=dict)
    items: tuple["Place", ...] = ()
    """Of a list."""
    text_start: tuple[int, int] | None = None
    """Line and column of a text's first character, where text and file run in step."""


class Positions:
    """The places of one file's values, found by the path that leads to them.

    A path is made of keys and list indices from 0: ``("pages", 0, "template")``.
    A step that leads nowhere ends the walk: the place of the nearest part that
    exists is given, which is where a reader would look for what is missing.
    """

    def __init__(self, file: str, root: Place) -> None:
        """Places below *root* in *file*, named as the user would name it."""
        self.file = file
        self._root = root

    def source(self, *path: str | int) -> Source:
        """Where the value at *path* begins."""
        place = self._walk(path)
        return Source(self.file, place.line, place.column)

    def key(self, *path: str | int) -> Source:
        """Where the key that *path* ends with is written; its value's place if it is no key."""
        if path:
            found = self._walk(path[:-1]).keys.get(str(path[-1]))
            if found:
                return Source(self.file, *found)
        return self.source(*path)

    def has(self, *path: str | int) -> bool:
        """Whether the key that *path* ends with is written in the file."""
        return str(path[-1]) in self._walk(path[:-1]).keys

    def text(self, *path: str | int) -> Source:
        """Where the first character of the text at *path* stands; near it, if not exact."""
        place = self._walk(path)
        line, column = place.text_start or (place.line, place.column)
        return Source(self.file, line, column)

    def is_exact(self, *path: str | int) -> bool:
        """Whether the text at *path* runs in step with the file, character by character.

        So it is in a block (``|``) and in most texts of one line, quoted or not;
        not where YAML folds lines or reads escapes.
        """
        return self._walk(path).text_start is not None

    def _walk(self, path: tuple[str | int, ...]) -> Place:
        place = self._root
        for step in path:
            inside: Place | None
            if isinstance(step, int):
                # One entry stands for a list of one: the step stays where it is.
                inside = place.items[step] if step < len(place.items) else place
            else:
                inside = place.values.get(step) or place.values.get(_SINGULAR.get(step, step))
            if inside is None:
                break
            place = inside
        return place


_SINGULAR = {"stories": "story"}
"""What an editor may have typed where a path says the other."""
