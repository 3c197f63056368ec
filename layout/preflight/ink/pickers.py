"""One plate picked out of colours that only the renderer computes.

A blend or an odd picture has its colours worked out inside PDFium. To see one plate of
them, their colour space is replaced by a DeviceN space of as many components, whose tint
transform (a PostScript calculator, PDF 1.6, 3.9.4) keeps the one component and shows it
as grey.
"""

import pikepdf
from pikepdf import Array, Name

from layout.preflight.content.color import PROCESS, SPOTS, Space

BLACK = 3
"""Number of the plate that takes what has no plate of its own."""


def picker(pdf: pikepdf.Pdf, space: Space, plate: int) -> pikepdf.Object:
    """A colour space for *pdf* that takes *space*'s values and shows *plate* as grey.

    The estimates are those of :meth:`~layout.preflight.content.color.Space.inks`.
    """
    count = max(1, space.components)
    function = pdf.make_stream(
        _program(space, count, plate).encode(),
        {"/FunctionType": 4, "/Domain": Array([0, 1] * count), "/Range": Array([0, 1])},
    )
    names = Array([Name(f"/Plate{i}") for i in range(count)])
    return Array([Name.DeviceN, names, Name.DeviceGray, function])


def _program(space: Space, count: int, plate: int) -> str:
    """The calculator: values in, grey of the plate out."""
    keep = _component(space, plate)
    drop = " pop" * count
    if keep is None:
        return f"{{{drop} 1 }}"
    picked = f"{count - 1 - keep} index {count + 1} 1 roll{drop}"
    is_ink = space.family in SPOTS or count == 4
    return f"{{ {picked} 1 exch sub }}" if is_ink else f"{{ {picked} }}"


def _component(space: Space, plate: int) -> int | None:
    """Which component prints on *plate*; None where none does."""
    if space.family in SPOTS:
        for i, name in enumerate(space.colorants):
            own = PROCESS.index(name) if name in PROCESS else BLACK
            if name == "All" or own == plate:
                return i
        return None
    if space.components == 4:
        return plate
    if space.components == 3:
        return plate if plate < BLACK else None
    return 0 if plate == BLACK else None
