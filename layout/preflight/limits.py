"""What a file is held to: the figures of newspaper printing, in one place.

They come from GWG 2015 (newspaper ads), WAN-IFRA 26v5 and ISO 12647-3; the names in
brackets are the keys of the preflight list.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The figures that decide what is a finding; a press may ask for others."""

    trims_mm: tuple[tuple[float, float], ...] = ()
    """``trimsize``: width and height of each page's template in millimetres, in order; the
    last one stands for all that follow. Empty where no template is known."""
    pages: tuple[int, ...] = ()
    """Numbers of the PDF's pages in their issue, in order, for findings; counted from 1
    where there are none."""
    version: str = "1.6"
    """``hdr``: the newest PDF version allowed."""
    trim_tolerance_mm: float = 0.01
    """``trimsize``: how far a page may be off its template."""
    overprint_below_pt: float = 12.0
    """``k_op``: black text smaller than this must overprint."""
    overprint_line_below_pt: float = 2.0
    """``k_op``: black lines thinner than this must overprint."""
    rich_from: float = 0.85
    """``richtext``: amount of black from which text counts as black."""
    rich_ink: float = 220.0
    """``richtext``: per cent of ink that black text may sum up to."""
    colour_text_pt: float = 10.0
    """``smalltext``: smallest type in several inks."""
    reversed_pt: float = 10.0
    """``reversed``: smallest white type on a plate of one ink."""
    reversed_on_colour_pt: float = 12.0
    """``reversed``: smallest white type on a plate of several inks."""
    reversed_serif_pt: float = 18.0
    """``reversed``: smallest white type of a light face with serifs: at this size its hair
    strokes, about 0.03 em, reach the 0.5 pt that white lines need."""
    black_text_pt: float = 7.0
    """``body``: smallest type in one ink."""
    ink_target: float = 220.0
    """``tac``: per cent of ink above which a place is a warning; the press's own
    :attr:`~layout.output.press.Press.ink_limit` is where it becomes an error."""
    ink_area_mm2: float = 15.0
    """``tac``: area of the square over which ink is averaged."""
    line_pt: float = 0.25
    """``line``: thinnest line."""
    colour_line_pt: float = 0.5
    """``line``: thinnest line in several inks, or in white."""
    fine_ppi: float = 200.0
    """``ppi``: a picture below this is remarked upon."""
    coarse_ppi: float = 170.0
    """``ppi``: a picture below this is a warning."""
    useless_ppi: float = 100.0
    """``ppi``: a picture below this is an error."""
