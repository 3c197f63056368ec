"""Content streams read from end to end: operators carried out, forms and patterns entered.

What is not told: optional content is read as if it were shown; soft masks are passed
over, as if everything under them were opaque; text as a clip confines nothing; the
glyphs of a Type 3 font are not looked into.
"""

import pikepdf

from layout.preflight.content.canvas import Canvas
from layout.preflight.content.color import Paint
from layout.preflight.content.fonts import PdfFont
from layout.preflight.content.marks import Cell, Content, ImageMark, State
from layout.preflight.content.matrix import IDENTITY, Matrix, box, times
from layout.preflight.content.operators import OPERATORS, Operands
from layout.preflight.content.text_operators import TEXT_OPERATORS
from layout.preflight.frame import Rect, inherited, read_rect
from layout.preflight.objects import text_of

EVERY_OPERATOR = {**OPERATORS, **TEXT_OPERATORS}
UNIT: Rect = (0.0, 0.0, 1.0, 1.0)
"""Where a picture is painted in its own user space."""


def read_page(owner: pikepdf.Pdf, page: pikepdf.Page, fonts: dict[object, PdfFont]) -> Content:
    """Everything *page* of *owner* paints; *fonts* are those of the file met so far.

    Raises:
        pikepdf.PdfError, TypeError, ValueError and the like: the content is damaged.

    """
    content = Content()
    reader = Reader(owner, content, fonts)
    resources = inherited(page, "/Resources")
    reader.read(page.obj, pikepdf.Dictionary() if resources is None else resources)
    return content


class Reader(Canvas):
    """A canvas that reads streams."""

    def read(self, stream: pikepdf.Object, resources: pikepdf.Object) -> None:
        """Carry out the operators of *stream*, whose names refer to *resources*."""
        outer, depth = self.resources, len(self.stack)
        self.resources = resources
        for instruction in pikepdf.parse_content_stream(stream):
            operands, name = instruction.operands, str(instruction.operator)
            carry_out = EVERY_OPERATOR.get(name)
            if carry_out is not None:
                carry_out(self, operands)
            elif name == "Do":
                self._paint_object(text_of(operands[0]))
            elif name == "INLINE IMAGE":
                self._paint_inline(operands)
        del self.stack[depth:]
        self.resources = outer

    def _paint_object(self, name: str) -> None:
        """``Do``: a picture, or a form."""
        target = self.resource("/XObject", f"/{name}")
        if not isinstance(target, pikepdf.Stream):
            return
        kind = text_of(target.get("/Subtype"))
        if kind == "Image":
            self._paint_image(name, target)
        elif kind == "Form" and target.objgen not in self.open_forms:
            self._paint_form(name, target)

    def _paint_image(self, name: str, image: pikepdf.Object) -> None:
        shown = self.visible(box(self.state.ctm, UNIT))
        spaces = self.resources.get("/ColorSpace")
        self.marks.append(ImageMark(self.state, shown, self.role, name, image, spaces))

    def _paint_inline(self, operands: Operands) -> None:
        """``BI … ID … EI``: made a stream like any other picture's."""
        inline = operands[0]
        stream = pikepdf.Stream(self.owner, inline.read_raw_bytes())
        for key, value in inline.obj.items():
            stream[key] = value
        self._paint_image("", stream)

    def _paint_form(self, name: str, form: pikepdf.Object) -> None:
        """A form's content, in a graphics state of its own.

        A transparency group begins opaque and is blended as a whole; here the group's
        opacity is handed down to what is in it, which overrates ink only where things
        inside a see-through group lie on top of each other.
        """
        self.content.forms.append((name, form))
        saved, base = self.state, self.base
        changes: dict[str, object] = {"ctm": times(matrix_of(form), saved.ctm)}
        if "/Group" in form:
            changes |= {
                "group_alpha": saved.group_alpha * saved.alpha_fill,
                "alpha_fill": 1.0,
                "alpha_stroke": 1.0,
                "blend": "Normal",
            }
        self.set(**changes)
        self.base = self.state.ctm
        bounds = read_rect(form.get("/BBox"))
        if bounds is not None:
            left, bottom, right, top = bounds
            self.clip([("re", (left, bottom, right - left, top - bottom))], even_odd=False)
        self.open_forms.append(form.objgen)
        resources = form.get("/Resources")
        self.read(form, self.resources if resources is None else resources)
        self.open_forms.pop()
        self.state, self.base = saved, base

    def cell(self, paint: Paint, painted: Rect | None) -> Cell:
        """The content of a tiling pattern, as it was first painted at *painted*.

        The operators are carried out in the pattern's space as it lies on the page, so that
        sizes are those on paper; where each tile comes to lie is not worked out.
        """
        pattern = paint.pattern
        assert pattern is not None  # noqa: S101 - callers look for a pattern first
        place = times(matrix_of(pattern), paint.base)
        outer = (self.state, self.base, self.marks, self.within, self.tags)
        self.state = State(ctm=place)
        if paint.space.base is not None and paint.values:
            own = Paint(paint.space.base, paint.values)
            self.set(fill=own, stroke=own)
        self.base, self.marks, self.within = place, [], painted
        self.open_forms.append(pattern.objgen)
        resources = pattern.get("/Resources")
        self.read(pattern, self.resources if resources is None else resources)
        self.open_forms.pop()
        cell = Cell(pattern, place, tuple(self.marks))
        self.state, self.base, self.marks, self.within, self.tags = outer
        return cell


def matrix_of(owner: pikepdf.Object) -> Matrix:
    """A form's or a pattern's matrix."""
    value = owner.get("/Matrix")
    if not isinstance(value, pikepdf.Array) or len(value) != 6:
        return IDENTITY
    a, b, c, d, e, f = (float(v) for v in value)
    return a, b, c, d, e, f
