"""The resources that plates share, brought over into the file they are rendered from."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops

from layout.preflight.color_rules import image_space, shading_space
from layout.preflight.content.fonts import PdfFont
from layout.preflight.content.marks import Cell, ImageMark
from layout.preflight.content.matrix import Matrix, times
from layout.preflight.content.reader import matrix_of
from layout.preflight.frame import Rect
from layout.preflight.ink.pickers import picker
from layout.preflight.ink.pictures import Plates, plates_of

BARE = Image.new("L", (1, 1), 255)
"""A picture that leaves nothing on a plate."""


class Resources:
    """A file of plates in the making: what its pages refer to, each thing once."""

    def __init__(self, source: pikepdf.Pdf) -> None:
        """Take things over from *source*."""
        self._source = source
        self.pdf = pikepdf.new()
        self._dictionary = self.pdf.make_indirect(Dictionary())
        self._names: dict[object, str] = {}
        self._plates: dict[object, Plates | None] = {}
        self._kept: list[object] = []
        """Things whose identity is a key, so that it is not given to another."""

    def add_page(self, box: Rect, content: bytes) -> None:
        """A grey page that shows *box*."""
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array(list(box)),
            Resources=self._dictionary,
            Contents=self.pdf.make_stream(content),
            Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray, I=True),
        )
        self.pdf.pages.append(pikepdf.Page(self.pdf.make_indirect(page)))

    def data(self) -> bytes:
        """The file."""
        stream = BytesIO()
        self.pdf.save(stream, compress_streams=False)
        return stream.getvalue()

    def _named(self, kind: str, key: object, make: Callable[[], object]) -> str:
        """Name of the resource of *kind* that *key* stands for, made when first asked for."""
        name = self._names.get((kind, key))
        if name is None:
            name = self._names[kind, key] = f"{kind[0]}{len(self._names)}"
            if f"/{kind}" not in self._dictionary:
                self._dictionary[f"/{kind}"] = Dictionary()
            self._dictionary[f"/{kind}"][f"/{name}"] = make()
        return name

    def _key(self, thing: pikepdf.Object) -> object:
        """What stands for an object of the source: its number, or itself if it has none."""
        if thing.is_indirect:
            return thing.objgen
        self._kept.append(thing)
        return id(thing)

    def _over(self, thing: object) -> object:
        """*thing*, of the source, for the new file."""
        if not isinstance(thing, pikepdf.Object):
            return thing
        if thing.is_indirect:
            return self.pdf.copy_foreign(thing)
        if isinstance(thing, pikepdf.Stream):
            return self.pdf.copy_foreign(self._source.make_indirect(thing))
        if isinstance(thing, pikepdf.Dictionary):
            return Dictionary({key: self._over(value) for key, value in thing.items()})
        if isinstance(thing, pikepdf.Array):
            return Array([self._over(value) for value in thing])
        return thing

    def font(self, font: PdfFont) -> str:
        """The font resource for *font*."""
        resource = font.resource
        return self._named("Font", self._key(resource), lambda: self._over(resource))

    def state(self, fill: float, stroke: float, blend: str) -> str:
        """The graphics state of these opacities and this blend mode."""
        entries = {"/ca": fill, "/CA": stroke, "/BM": Name(f"/{blend}")}
        return self._named("ExtGState", (fill, stroke, blend), lambda: Dictionary(entries))

    def stencil(self, image: pikepdf.Object) -> str:
        """A mask that the fill colour is painted through."""
        return self._named("XObject", self._key(image), lambda: self._over(image))

    def picture(self, mark: ImageMark, size: tuple[int, int], plate: int) -> str:
        """The picture of *mark* on *plate*, in about *size* pixels."""
        key = (self._key(mark.image), size)
        if key not in self._plates:
            self._plates[key] = plates_of(mark.image, mark.named_spaces, size)
        plates = self._plates[key]
        return self._named(
            "XObject",
            (key, plate),
            lambda: self._grey(mark, plates[plate]) if plates else self._picked(mark, plate),
        )

    def _grey(self, mark: ImageMark, ink: Image.Image) -> pikepdf.Object:
        """A plate of a picture as a picture of its own, masked as it was."""
        grey = BARE if ink.getbbox() is None else ImageChops.invert(ink)
        made = self.pdf.make_stream(
            grey.tobytes(),
            {
                "/Type": Name.XObject,
                "/Subtype": Name.Image,
                "/Width": grey.width,
                "/Height": grey.height,
                "/ColorSpace": Name.DeviceGray,
                "/BitsPerComponent": 8,
            },
        )
        for key in ("/SMask", "/Mask"):
            mask = mark.image.get(key)
            if isinstance(mask, pikepdf.Stream):
                made[key] = self._over(mask)
        return made

    def _picked(self, mark: ImageMark, plate: int) -> pikepdf.Object:
        """A picture of a kind that PDFium takes apart."""
        space = image_space(mark)
        picked = picker(self.pdf, space.root, plate)
        if space.family == "Indexed":
            _, _, highest, lookup = self._indexed(mark)
            picked = Array([Name.Indexed, picked, highest, self._over(lookup)])
        return self._recoloured(mark.image, picked)

    def _indexed(self, mark: ImageMark) -> list[pikepdf.Object]:
        """The Indexed space of a picture, which it may name."""
        value = mark.image.ColorSpace
        if isinstance(value, pikepdf.Name) and mark.named_spaces is not None:
            value = mark.named_spaces[str(value)]
        return list(value)

    def _recoloured(self, thing: pikepdf.Object, space: pikepdf.Object) -> pikepdf.Object:
        """A copy of a picture or blend, its colours understood as *space*."""
        made: pikepdf.Object = Dictionary()
        if isinstance(thing, pikepdf.Stream):
            made = self.pdf.make_stream(thing.read_raw_bytes())
        for key, value in thing.items():
            if key not in ("/Length", "/ColorSpace", "/Background"):
                made[key] = self._over(value)
        made.ColorSpace = space
        return made

    def _blend(self, shading: pikepdf.Object, plate: int) -> pikepdf.Object:
        picked = picker(self.pdf, shading_space(shading).root, plate)
        return self._recoloured(shading, picked)

    def shading(self, shading: pikepdf.Object, plate: int) -> str:
        """The blend *shading* on *plate*."""
        key = (self._key(shading), plate)
        return self._named("Shading", key, lambda: self._blend(shading, plate))

    def shading_pattern(self, pattern: pikepdf.Object, base: Matrix, plate: int) -> str:
        """A blend used as a colour, on *plate*; *base* is the space it was chosen in."""

        def make() -> pikepdf.Object:
            matrix = Array(list(times(matrix_of(pattern), base)))
            blend = self._blend(pattern.Shading, plate)
            return Dictionary(PatternType=2, Matrix=matrix, Shading=blend)

        return self._named("Pattern", (self._key(pattern), base, plate), make)

    def tiling_pattern(self, cell: Cell, tile: bytes) -> str:
        """A tile whose content on one plate is *tile*."""

        def make() -> pikepdf.Object:
            kept = ("/BBox", "/XStep", "/YStep", "/TilingType")
            return self.pdf.make_stream(
                tile,
                {
                    **{key: self._over(cell.pattern[key]) for key in kept},
                    "/PatternType": 1,
                    "/PaintType": 1,
                    "/Matrix": Array(list(cell.matrix)),
                    "/Resources": self._dictionary,
                },
            )

        return self._named("Pattern", tile, make)
