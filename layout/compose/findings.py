"""What a composed page gives to say: text over or under, single lines, lines too loose."""

from collections.abc import Iterator

from layout.compose.composition import Block, Composition, PlacedLine
from layout.diagnostics import Diagnostics
from layout.geometry import Box
from layout.page.composition import Composition as Rules
from layout.text.classes import CharClass
from layout.text.galley import Copyfit, Line, copyfit

SIGNS = (CharClass.HAN, CharClass.LATIN)
"""What counts as a character of a line; marks do not."""


def tell_composition(page: Composition, rules: Rules, diagnostics: Diagnostics) -> None:
    """Tell how the stories of *page* fit and which of their lines are too loose."""
    for fit in page.fits:
        if fit.state != "fits":
            code = "overset" if fit.state == "over" else "underset"
            diagnostics.add(
                code,
                fit.source,
                box_mm=_last_line(page, fit.slug),
                slug=fit.slug,
                lines=fit.off_lines,
                characters=fit.off_characters,
                words=fit.first_left_out,
            )
            for remedy in fit.remedies:
                diagnostics.add(
                    f"remedy-{remedy.kind}",
                    fit.source,
                    what=remedy.what,
                    amount=remedy.amount,
                    lines=remedy.lines,
                )
        if fit.is_stranded:
            diagnostics.add("stranded-line", fit.source, slug=fit.slug)
    for block in page.blocks:
        for placed in _body_lines(block):
            if _is_lone(placed.line):
                _tell_lone(block, placed, diagnostics)
            cure = copyfit(placed.line, rules.loose_line)
            if cure is not None:
                _tell_line(block, placed, cure, diagnostics)


def _body_lines(block: Block) -> Iterator[PlacedLine]:
    """Lines of text that were justified: those of paragraphs."""
    if block.element is None:
        return
    for part in block.parts:
        if isinstance(part, PlacedLine):
            yield part


def _is_lone(line: Line) -> bool:
    """单字成行: whether a paragraph's last line, not its only one, holds a single character."""
    if not line.is_last or line.start == 0:
        return False
    signs = [at for at in line.clusters if at.cluster.kind in SIGNS]
    return len(signs) == 1 and len(signs[0].cluster.text) == 1


def _tell_lone(block: Block, placed: PlacedLine, diagnostics: Diagnostics) -> None:
    size = placed.line.clusters[0].cluster.style.size
    diagnostics.add(
        "lone-character",
        block.source,
        box_mm=Box(placed.x, placed.y - size, placed.line.width, size).in_mm(),
        text="".join(at.cluster.text for at in placed.line.clusters),
    )


def _tell_line(block: Block, placed: PlacedLine, cure: Copyfit, diagnostics: Diagnostics) -> None:
    """A line that is too loose or too full, with the characters that cure it."""
    line = placed.line
    size = line.clusters[0].cluster.style.size
    diagnostics.add(
        "loose-line" if cure.add else "overfull-line",
        block.source,
        box_mm=Box(placed.x, placed.y - size, line.width, size).in_mm(),
        gap=f"{line.spread.gap:.2f}",
        cut=cure.cut,
        add=cure.add,
        text="".join(at.cluster.text for at in line.clusters),
    )


def _last_line(page: Composition, slug: str) -> tuple[float, float, float, float] | None:
    """Where the text of a story ends on the page."""
    for block in reversed(page.blocks):
        if block.element and block.element.startswith(f"{slug} "):
            last = block.parts[-1]
            if isinstance(last, PlacedLine):
                size = last.line.clusters[0].cluster.style.size
                return Box(last.x, last.y - size, block.box.width, size).in_mm()
    return None
