"""Drawings, advertisements and pictures of every kind on a real page, from folder to report."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from support.advertisement import FAULTS, WORDS, advertisement
from support.special_page import ISSUE, ROOT, Built, composed

from layout.display import Picture
from layout.output.raster import Rasteriser
from layout.pipeline import Outcome, build, check

Changed = Callable[..., Path]
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 90">'
    '<rect width="300" height="90" fill="#d00000"/>'
    '<g transform="translate(240 45)" stroke="#ffe000" stroke-width="2" fill="none">'
    '<circle r="20"/><path d="M-20 0h40" stroke="#000"/></g></svg>'
)


def with_picture(changed: Changed, name: str, content: bytes) -> Path:
    """The real issue with another file in the place of its second picture."""
    folder = changed(("pictures/fields.jpg", f"pictures/{name}"))
    (folder / "pictures" / name).write_bytes(content)
    return folder


def with_banner(changed: Changed, name: str, content: bytes) -> Path:
    folder = changed(("artwork/banner.jpg", f"artwork/{name}"))
    (folder / "artwork" / name).write_bytes(content)
    return folder


def report(folder: Path, out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / f"{folder.name}.report.json").read_bytes())
    return found


def pictures(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    (page,) = told["pages"]
    return {entry["file"]: entry for entry in page["pictures"]}


def faults(outcome: Outcome) -> list[str]:
    return [d.code for d in outcome.diagnostics if d.severity == "error"]


def placed(folder: Path, name: str) -> Picture:
    """The picture *name* on the page."""
    pages, _ = composed(folder)
    (found,) = (
        part
        for block in pages.compositions[0].blocks
        for part in block.parts
        if isinstance(part, Picture) and part.file.name == name
    )
    return found


def test_an_advertisement_goes_to_press_on_the_page(changed: Changed, tmp_path: Path) -> None:
    folder = with_picture(changed, "开业.pdf", advertisement())
    outcome = build(folder, tmp_path / "out", dpi=72)
    assert faults(outcome) == []
    entry = pictures(report(folder, tmp_path / "out"))["pictures/开业.pdf"]
    assert entry["format"] == "PDF"
    assert "ppi" not in entry
    assert entry["crop"] == [0, 0, 1, 1]
    assert entry["size_mm"][0] == pytest.approx(2 * entry["size_mm"][1], rel=1e-3)
    data = (tmp_path / "out" / f"{folder.name}.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert any(o.get("/Subtype") == "/Form" for o in pdf.pages[0].Resources.XObject.values())
    with Rasteriser(data) as rasteriser:
        assert WORDS in "".join(line.text for line in rasteriser.lines(0))
    assert [d for d in check(folder).diagnostics if d.code.startswith("pdf-")] == []


def test_the_proof_shows_it_where_it_stands(changed: Changed, tmp_path: Path) -> None:
    folder = with_picture(changed, "a.pdf", advertisement())
    build(folder, tmp_path / "out", dpi=72)
    box = placed(folder, "a.pdf").box
    with Image.open(tmp_path / "out" / f"{folder.name}-p1.png") as proof:
        shown = proof.convert("RGB").crop((box.x, box.y, box.right, box.bottom)).resize((4, 4))
    red, blue = shown.getpixel((0, 0)), shown.getpixel((3, 3))
    assert isinstance(red, tuple)
    assert isinstance(blue, tuple)
    assert red[0] - red[2] > 100
    assert blue[2] - blue[0] > 100
    white = shown.getpixel((3, 0))
    assert isinstance(white, tuple)
    assert min(white) > 220


def test_a_drawing_fills_the_banner(changed: Changed, tmp_path: Path) -> None:
    folder = with_banner(changed, "a.svg", DRAWING.encode())
    outcome = build(folder, tmp_path / "out", dpi=36)
    assert faults(outcome) == []
    entry = pictures(report(folder, tmp_path / "out"))["artwork/a.svg"]
    assert entry["format"] == "SVG"
    left, top, right, bottom = entry["crop"]
    assert (right - left == 1) or (bottom - top == 1)
    assert [d for d in check(folder).diagnostics if d.code.startswith("pdf-")] == []


def saved(kind: str, mode: str) -> bytes:
    stream = io.BytesIO()
    with Image.open(ISSUE / "pictures" / "fields.jpg") as image:
        image.convert(mode).save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "kind", "mode"),
    [("a.webp", "WEBP", "RGB"), ("a.png", "PNG", "RGBA"), ("a.tif", "TIFF", "CMYK")],
)
def test_pictures_of_every_kind_are_placed(
    name: str, kind: str, mode: str, changed: Changed, tmp_path: Path
) -> None:
    folder = with_picture(changed, name, saved(kind, mode))
    outcome = build(folder, tmp_path / "out", dpi=36)
    assert faults(outcome) == []
    entry = pictures(report(folder, tmp_path / "out"))[f"pictures/{name}"]
    assert entry["format"] == kind
    assert entry["pixels"] == [1350, 788]


def test_the_report_tells_how_finely_every_picture_prints(special_page: Built) -> None:
    told = pictures(report(ISSUE, special_page.folder))
    names = {"artwork/banner.jpg", *(f"pictures/{n}.jpg" for n in ("lake", "fields", "town"))}
    assert set(told) == names
    for entry in told.values():
        left, top, right, bottom = entry["crop"]
        shown = (right - left) * entry["pixels"][0], (bottom - top) * entry["pixels"][1]
        inches = [length / 25.4 for length in entry["size_mm"]]
        finest = min(pixels / length for pixels, length in zip(shown, inches, strict=True))
        assert entry["ppi"] == pytest.approx(finest, rel=2e-3)
        assert 150 < entry["ppi"] < 400
        assert shown[0] / shown[1] == pytest.approx(inches[0] / inches[1], rel=2e-3)


def encrypted() -> bytes:
    return advertisement(encryption=pikepdf.Encryption(owner="o", user=""))


def two_pages(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


BROKEN: dict[str, tuple[str, bytes, str]] = {
    "rgb": ("a.pdf", advertisement(FAULTS["rgb"][0]), "artwork-fault"),
    "type 3": ("a.pdf", advertisement(FAULTS["type 3"][0]), "artwork-type3"),
    "pages": ("a.pdf", advertisement(two_pages), "artwork-pages"),
    "encrypted": ("a.pdf", encrypted(), "artwork-encrypted"),
    "cut": ("a.pdf", advertisement()[:4000], "artwork-unreadable"),
    "text": ("a.svg", DRAWING.replace("<circle", "<text").encode(), "drawing-text"),
    "no svg": ("a.svg", b"<svg/>", "artwork-unreadable"),
    "no webp": ("a.webp", b"RIFF\x20\0\0\0WEBPVP8 ", "picture-unreadable"),
    "half a webp": ("a.webp", saved("WEBP", "RGB")[:9000], "picture-unreadable"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_printed_is_an_error_with_its_name_and_its_line(
    name: str, changed: Changed, tmp_path: Path
) -> None:
    file, content, code = BROKEN[name]
    folder = with_picture(changed, file, content)
    outcome = build(folder, tmp_path / "out", dpi=36)
    assert code in faults(outcome)
    (finding,) = (d for d in outcome.diagnostics if d.code == code)
    assert file in finding.message()
    assert finding.source is not None
    assert (finding.source.file, finding.page) == ("issue.yaml", 1)
    line = (folder / "issue.yaml").read_text(encoding="utf-8").splitlines()[finding.source.line - 1]
    assert file in line
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        f"{folder.name}-p1.png",
        f"{folder.name}.report.json",
    }


def test_an_absent_advertisement_is_an_error_with_its_name(
    changed: Changed, tmp_path: Path
) -> None:
    folder = changed(("pictures/fields.jpg", "pictures/none.pdf"))
    outcome = build(folder, tmp_path / "out", dpi=36)
    (finding,) = (d for d in outcome.diagnostics if d.severity == "error")
    assert "none.pdf" in finding.message()


def builds(folder: Path, out: Path, cache: Path, seed: str) -> str:
    """Build *folder* in a process of its own; the modules that took."""
    program = (
        "import sys; from pathlib import Path; from layout.pipeline import build;"
        "build(Path(sys.argv[1]), Path(sys.argv[2]), dpi=20); print(*sys.modules)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "BANXIN_CACHE": str(cache)}
    command = [sys.executable, "-c", program, str(folder), str(out)]
    made = subprocess.run(
        command, capture_output=True, check=True, text=True, cwd=ROOT, env=environment
    )
    return made.stdout


def test_two_processes_write_the_same_page(changed: Changed, tmp_path: Path) -> None:
    with_banner(changed, "a.svg", DRAWING.encode())
    folder = with_picture(changed, "a.pdf", advertisement())
    made = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        builds(folder, out, tmp_path / f"cache {seed}", seed)
        made.append((out / f"{folder.name}.pdf").read_bytes())
    assert made[0] == made[1]


def test_pages_without_artwork_do_not_load_what_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / ISSUE.name
    shutil.copytree(ISSUE, folder)
    builds(folder, tmp_path / "out", tmp_path / "cache", "0")
    loaded = set(builds(folder, tmp_path / "out", tmp_path / "cache", "0").split())
    assert loaded.isdisjoint({"pikepdf", "fontTools", "PIL.ImageCms", "layout.preflight.artwork"})
