"""The real page before judges from outside: programs that know nothing of this engine.

Not part of ``make test``, which runs where none of them is installed; ``make judges`` does.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageMath
from support.special_page import ISSUE

from layout.pipeline import build
from layout.preflight.proofs import inks

pytestmark = pytest.mark.judge
SIDE = 23
"""Pixels of 150 dpi to the side of a square of 15 mm²."""
DPI = 150
FINER = 3
"""Ghostscript does not smooth edges: it draws finer, and is sampled down."""


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("judged")
    assert build(ISSUE, out, dpi=36).ok
    return out / f"{ISSUE.name}.pdf"


def run(*command: str | Path) -> str:
    program = shutil.which(str(command[0]))
    assert program, f"{command[0]} is not installed"
    done = subprocess.run(
        [program, *map(str, command[1:])], check=True, capture_output=True, text=True
    )
    return done.stdout + done.stderr


def test_fullbleed_finds_the_pdfx_contract_kept(pdf: Path) -> None:
    program = Path(sys.executable).with_name("fullbleed")
    told = json.loads(run(program, "--json", "inspect", "pdf", pdf))["profile"]
    assert told["pdfx_contract_valid"] is True
    assert told["seed_blockers"] == []
    assert told["output_intent_present"] is True


def test_qpdf_has_no_word_to_say(pdf: Path) -> None:
    told = run("qpdf", "--check", pdf)
    assert "No syntax or stream encoding errors found" in told
    assert "WARNING" not in told


def test_pdffonts_finds_every_font_embedded_and_readable(pdf: Path) -> None:
    rows = run("pdffonts", pdf).splitlines()[2:]
    assert len(rows) >= 5
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row
        assert "CID TrueType" in row


def test_pdfimages_finds_inks_and_no_other_colour(pdf: Path) -> None:
    rows = [row.split() for row in run("pdfimages", "-list", pdf).splitlines()[2:]]
    assert len(rows) == 4
    for row in rows:
        assert row[5] in {"cmyk", "gray"}
        assert int(row[12]) >= 200
        assert int(row[13]) >= 200


def test_ghostscript_measures_the_same_ink(pdf: Path, tmp_path: Path) -> None:
    """Sums over squares of 15 mm²: the darkest agrees within two points, all but the edges of
    lettering, where the two smooth differently, within six.
    """
    tiff = tmp_path / "plates.tif"
    run(
        "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiff32nc", f"-r{FINER * DPI}",
        "-dOverprint=/simulate", f"-sOutputFile={tiff}", pdf,
    )  # fmt: skip
    ours = inks(pdf.read_bytes(), 0, DPI)
    with Image.open(tiff) as image:
        theirs = image.reduce(FINER)
    size = (min(ours.width, theirs.width), min(ours.height, theirs.height))
    ours, theirs = ours.crop((0, 0, *size)), theirs.crop((0, 0, *size))
    sums = [total(image) for image in (ours, theirs)]
    assert abs(sums[0].getextrema()[1] - sums[1].getextrema()[1]) <= 2
    difference = ImageChops.difference(*(s.convert("L") for s in halves(sums)))
    histogram = difference.histogram()
    assert sum(histogram[3:]) / sum(histogram) < 0.01
    mean = sum(2 * step * count for step, count in enumerate(histogram)) / sum(histogram)
    assert mean < 1


def total(image: Image.Image) -> Image.Image:
    """Per cent of ink as means over squares, mode F."""
    plates = image.filter(ImageFilter.BoxBlur(SIDE // 2)).split()
    summed = ImageMath.lambda_eval(
        lambda part: (part["c"] + part["m"] + part["y"] + part["k"]) * (100 / 255),
        **{name: plate.convert("F") for name, plate in zip("cmyk", plates, strict=True)},
    )
    assert isinstance(summed, Image.Image)
    return summed


def halves(sums: list[Image.Image]) -> list[Image.Image]:
    """Sums halved, so that they fit into eight bits: a step is two points."""
    return [s.point(lambda value: value * 0.5 + 0) for s in sums]
