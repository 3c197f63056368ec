"""fonts.yaml: the faces there are, what each is for and on what terms it is used."""

from pydantic import Field

from layout.page.house import House


class Origin(House):
    """Where a face was taken from."""

    registry: str
    package: str
    version: str
    file: str


class Coverage(House):
    """How much a face holds, as counted in its file."""

    characters: int
    han: int


class FaceSpec(House):
    """One face."""

    file: str
    family: str
    style: str
    weight: int
    serif: bool
    version: str
    source: Origin
    licence: str
    licence_file: str
    coverage: Coverage
    marks: str | None = None
    """The face that punctuation is borrowed from; None where its own will do."""
    fallback: tuple[str, ...] = ()
    """Faces asked, in order, for a character this one lacks."""


class FaceCatalogue(House):
    """The whole of fonts.yaml."""

    faces: dict[str, FaceSpec]
    roles: dict[str, str] = Field(default_factory=dict)

    def __hash__(self) -> int:
        """By the faces' names, so that what was opened for a catalogue can be found again."""
        return hash(tuple(self.faces))
