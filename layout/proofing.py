"""What a proof shows of a page, and the PNGs made for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from layout.cache import default_cache
from layout.compose.composition import Composition
from layout.diagnostics import Diagnostic, Diagnostics
from layout.geometry import Box
from layout.output.png import encode_png
from layout.output.press import Press, read_profile

if TYPE_CHECKING:
    # PDFium, Pillow and LittleCMS are loaded by those proofs that need them.
    from layout.output.raster import Raster, Rasteriser

DPI = 150.0
"""Of a proof, unless another is asked for."""


@dataclass(frozen=True, slots=True)
class Proofing:
    """What is wanted of a proof."""

    dpi: float = DPI
    page: int | None = None
    """Number of the only page wanted."""
    overlay: tuple[str, ...] = ()
    """Names of :data:`layout.output.overlay.OVERLAYS`."""
    soft: bool = False
    """As newsprint will show it."""
    plate: str = ""
    """One of C, M, Y, K alone."""
    compare: Path | None = None
    """An earlier PDF, or the folder of another issue, to show the difference to."""
    frame: str = ""
    """Of the template, to which the proof is cropped."""

    @property
    def suffix(self) -> str:
        """What tells the proof's file from the plain one's."""
        kinds = {
            "soft": self.soft,
            self.plate: bool(self.plate),
            "changes": self.compare is not None,
            "-".join(self.overlay): bool(self.overlay),
            self.frame: bool(self.frame),
        }
        return "".join(f"-{kind}" for kind, wanted in kinds.items() if wanted)


@dataclass(frozen=True, slots=True)
class Proofs:
    """Makes the proofs of one finished file."""

    pdf: bytes
    wanted: Proofing
    press: Press
    found: Diagnostics

    def pngs(
        self, slug: str, pages: tuple[Composition, ...], before: bytes | None = None
    ) -> Iterator[tuple[str, bytes]]:
        """File names and PNGs of the pages wanted; *before* is what they are compared with."""
        from layout.output.raster import Rasteriser  # noqa: PLC0415 - 50 ms to load

        dpi = self.wanted.dpi
        with Rasteriser(self.pdf) as rasteriser:
            for index, page in enumerate(pages):
                if self.wanted.page not in {None, page.page}:
                    continue
                raster = self._raster(rasteriser, index, page, before)
                if raster is not None:
                    name = f"{slug}-p{page.page}{self.wanted.suffix}.png"
                    yield name, encode_png(raster, dpi)

    def _raster(
        self, rasteriser: "Rasteriser", index: int, page: Composition, before: bytes | None
    ) -> "Raster | None":
        wanted = self.wanted
        crop = self._crop(page)
        if wanted.frame and crop is None:
            return None
        if wanted.soft or wanted.plate:
            from layout.preflight.proofs import plate_proof, soft_proof  # noqa: PLC0415

            if wanted.plate:
                return plate_proof(self.pdf, index, wanted.dpi, wanted.plate, crop)
            profile = read_profile(self.press, default_cache())
            if isinstance(profile, Diagnostic):
                self.found.append(profile)
                return None
            return soft_proof(self.pdf, index, wanted.dpi, profile, crop)
        new = rasteriser.page(index, wanted.dpi, crop)
        if before is None:
            return new
        return self._compared(rasteriser, index, page.page, (new, before, crop))

    def _compared(
        self,
        rasteriser: "Rasteriser",
        index: int,
        number: int,
        rest: tuple["Raster", bytes, Box | None],
    ) -> "Raster":
        """The difference in the picture; the difference in words is told."""
        from layout.output.compare import changes, picture_of_changes  # noqa: PLC0415
        from layout.output.raster import Rasteriser  # noqa: PLC0415

        new, before, crop = rest
        with Rasteriser(before) as earlier:
            if index >= len(earlier):
                self.found.add("page-new", page=number)
                return new
            old = earlier.page(index, self.wanted.dpi, crop)
            for change in changes(earlier.lines(index), rasteriser.lines(index)):
                kind = "replaced" if change.old and change.new else "cut"
                self.found.add(
                    f"words-{'added' if not change.old else kind}",
                    page=number,
                    box_mm=change.box.in_mm() if change.box else None,
                    line=change.line,
                    old=change.old,
                    new=change.new,
                    context=change.context,
                )
        return picture_of_changes(old, new)

    def _crop(self, page: Composition) -> Box | None:
        """The frame wanted; None for the whole page, and where there is no such frame."""
        if not self.wanted.frame:
            return None
        place = page.dummy.places.get(self.wanted.frame)
        if place is None:
            known = "、".join(page.dummy.places)
            self.found.add("frame-unknown", page=page.page, name=self.wanted.frame, known=known)
            return None
        return page.dummy.grid.band(place.top, place.lines)
