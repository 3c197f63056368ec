"""A display list as text: one line for each thing drawn, so that a change can be read."""

from collections.abc import Iterable, Iterator

from layout.color import Cmyk
from layout.display import Fill, GlyphRun, Group, Item, Outline, Picture, Rule, Sheet
from layout.geometry import Box


def trace(sheet: Sheet) -> str:
    """Everything on *sheet*, in order."""
    lines = [f"sheet {sheet.width:.2f} x {sheet.height:.2f}", *_items(sheet.items, "")]
    return "\n".join(lines) + "\n"


def _items(items: Iterable[Item], indent: str) -> Iterator[str]:
    for item in items:
        match item:
            case Group():
                name = " ".join(filter(None, (item.role, item.element, item.title)))
                yield f"{indent}{name}"
                yield from _items(item.items, indent + "  ")
            case GlyphRun():
                yield f"{indent}{_run(item)}"
            case Rule():
                ends = f"{item.x1:.1f} {item.y1:.1f} - {item.x2:.1f} {item.y2:.1f}"
                yield f"{indent}rule {ends} {item.width} {_ink(item.ink)}"
            case Fill():
                border = f" border {item.border[1]} {_ink(item.border[0])}" if item.border else ""
                yield f"{indent}fill {_box(item.box)} {_ink(item.ink)}{border}"
            case Outline():
                yield f"{indent}outline of {len(item.segments)} segments {_ink(item.ink)}"
            case Picture():
                crop = " ".join(f"{v:.3f}" for v in item.crop)
                yield f"{indent}picture {item.file.name} {_box(item.box)} crop {crop}"


def _run(run: GlyphRun) -> str:
    kinds = {"down": run.vertical, "hidden": run.hidden, "outlined": run.outline is not None}
    told = "".join(f" {kind}" for kind, holds in kinds.items() if holds)
    text = "".join(glyph.text for glyph in run.glyphs)
    end = run.glyphs[-1].offset + run.glyphs[-1].box * run.size
    place = f"{run.x:.1f} {run.y:.1f} +{end:.1f}"
    return f"{run.face.key} {run.size:g} {place}{told} {_ink(run.ink)} {text}"


def _box(box: Box) -> str:
    return f"{box.x:.1f} {box.y:.1f} {box.width:.1f} x {box.height:.1f}"


def _ink(ink: Cmyk | None) -> str:
    return "/".join(f"{100 * v:g}" for v in (ink.c, ink.m, ink.y, ink.k)) if ink else "none"
