"""Where operators leave their marks: graphics state, path, text matrices, resources."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence

import pikepdf

from layout.preflight.content import matrix
from layout.preflight.content.color import CMYK, GRAY, RGB, Paint, Space, read_space
from layout.preflight.content.fonts import PdfFont
from layout.preflight.content.marks import Cell, Clip, Content, Mark, Segment, State
from layout.preflight.content.matrix import IDENTITY, Matrix
from layout.preflight.frame import NOWHERE, Rect, overlap

UNTAGGED = ""
DEVICE_SPACES = {"/DeviceGray": GRAY, "/DeviceRGB": RGB, "/DeviceCMYK": CMYK}


class Canvas(ABC):
    """The state of reading one page's content. Operators change it; see :mod:`.reader`."""

    def __init__(self, owner: pikepdf.Pdf, content: Content, fonts: dict[object, PdfFont]) -> None:
        """Leave marks in *content*; *fonts* are those of the file *owner* met so far."""
        self.owner = owner
        self.content = content
        self.marks: list[Mark] = content.marks
        """Where marks go just now: the page, or a pattern's cell."""
        self.fonts = fonts
        self.state = State()
        self.stack: list[State] = []
        self.resources: pikepdf.Object = pikepdf.Dictionary()
        self.base: Matrix = IDENTITY
        """User space of the content stream being read, which its patterns lie in."""
        self.within: Rect | None = None
        """Where a pattern's cell was painted: all its marks are told to lie there."""
        self.path: list[Segment] = []
        self.pending_clip: str = ""
        """W or W* between that operator and the one that paints the path."""
        self.text_matrix: Matrix = IDENTITY
        self.line_matrix: Matrix = IDENTITY
        self.tags: list[str] = []
        self.open_forms: list[tuple[int, int]] = []

    @abstractmethod
    def read(self, stream: pikepdf.Object, resources: pikepdf.Object) -> None:
        """Carry out the operators of *stream*, whose names refer to *resources*."""

    @abstractmethod
    def cell(self, paint: Paint, painted: Rect | None) -> Cell:
        """The content of the tiling pattern of *paint*, painted first at *painted*."""

    def set(self, **changes: object) -> None:
        """Change entries of the graphics state."""
        # The keys are State's own; a wrong one fails at once.
        self.state = self.state._replace(**changes)  # type: ignore[arg-type]

    @property
    def role(self) -> str:
        """The innermost tag that says something."""
        return next((tag for tag in reversed(self.tags) if tag), UNTAGGED)

    def resource(self, kind: str, name: object) -> pikepdf.Object | None:
        """The resource of *kind* that the stream calls *name*; None where there is none."""
        group = self.resources.get(kind)
        return None if group is None else group.get(str(name))

    def space(self, value: object) -> Space:
        """The colour space that *value*, a name or an array, stands for."""
        named = self.resources.get("/ColorSpace")
        if named is None and isinstance(value, pikepdf.Name):
            known = DEVICE_SPACES.get(str(value))
            if known is not None:
                return known
        return read_space(value, named)

    def font(self, name: object) -> PdfFont | None:
        """The font resource *name*, looked at once in a document."""
        resource = self.resource("/Font", name)
        if not isinstance(resource, pikepdf.Dictionary):
            return None
        key: object = (
            resource.objgen if resource.is_indirect else (tuple(self.open_forms[-1:]), name)
        )
        if key not in self.fonts:
            self.fonts[key] = PdfFont(resource)
        return self.fonts[key]

    def visible(self, rect: Rect) -> Rect | None:
        """What shows of *rect*, in the page's user space, through the clips."""
        shown = overlap(rect, self.state.clip_box)
        return self.within if shown is not None and self.within is not None else shown

    def clip(self, segments: Sequence[Segment], *, even_odd: bool) -> None:
        """Confine painting to a path given in current user space."""
        placed = tuple(placed_segments(segments, self.state.ctm))
        shown = overlap(bounds(placed), self.state.clip_box)
        if shown is None:
            # Nothing shows any more: a rectangle that meets nothing, not even itself.
            shown = (1e9, 1e9, -1e9, -1e9)
        self.set(clips=(*self.state.clips, Clip(placed, even_odd)), clip_box=shown)


def placed_segments(segments: Iterable[Segment], ctm: Matrix) -> list[Segment]:
    """*segments* moved by *ctm*; rectangles become lines, since it may turn them."""
    placed: list[Segment] = []
    for operator, values in without_rectangles(segments):
        moved = [
            figure
            for i in range(0, len(values), 2)
            for figure in matrix.point(ctm, values[i], values[i + 1])
        ]
        placed.append((operator, tuple(moved)))
    return placed


def without_rectangles(segments: Iterable[Segment]) -> Iterator[Segment]:
    """*segments* with ``re`` spelt out as the lines it stands for."""
    for operator, values in segments:
        if operator == "re":
            x, y, w, h = values
            corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
            yield from zip("mlll", corners, strict=True)
            yield "h", ()
        else:
            yield operator, values


def subpaths(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    """*segments* cut at each beginning of a contour, without ``re``."""
    part: list[Segment] = []
    for segment in without_rectangles(segments):
        if segment[0] == "m" and part:
            yield part
            part = []
        part.append(segment)
    if part:
        yield part


def bounds(segments: Sequence[Segment]) -> Rect:
    """Rectangle around the points of placed *segments*, control points included."""
    xs = [x for _, values in segments for x in values[::2]]
    ys = [y for _, values in segments for y in values[1::2]]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else NOWHERE
