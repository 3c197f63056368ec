"""The wheel carries all that a page needs and works where no checkout is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from layout.cli import main

ROOT = Path(__file__).parents[2]
SLUG = "2025-02-27-xiangyuan"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout with nothing fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*build, "--directory", str(folder)], cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("banxin-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """A folder with the wheel installed and nothing else."""
    folder = wheel.parent / "installed"
    install = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*install, "--target", str(folder), str(wheel)], check=True, capture_output=True)
    return folder


def away(installed: Path, *command: str, folder: Path) -> str:
    """The output of *command*, run in *folder* with the installed wheel before all else."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_the_wheel_carries_faces_artwork_and_templates(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    carried = {
        f"layout/data/{path.relative_to(ROOT).as_posix()}"
        for pattern in (
            "fonts/*.ttf",
            "fonts/fonts.yaml",
            "fonts/licences/*",
            "assets/icc/*.icc",
            "assets/publications/*/*.yaml",
            "assets/publications/*/*.svg",
        )
        for path in ROOT.glob(pattern)
    }
    templates = {f"layout/templates/{path.name}" for path in ROOT.glob("layout/templates/*.yaml")}
    assert len(carried) > 15
    assert templates
    assert carried | templates | {"layout/cli.py", "layout/py.typed"} <= names


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))
    assert {name.split("/")[0].split("-")[0] for name in names} == {"layout", "banxin"}
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_licences_of_the_faces_go_with_them(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        licences = {
            Path(name).name for name in archive.namelist() if ".dist-info/licenses/" in name
        }
    assert licences == {"LICENSE"} | {path.name for path in ROOT.glob("fonts/licences/*")}


def test_an_installed_engine_uses_its_own_files(installed: Path, tmp_path: Path) -> None:
    program = (
        "import layout, layout.resources as r\n"
        "print(layout.__file__, r.FONTS, r.ASSETS, r.TEMPLATES, sep='\\n')"
    )
    places = away(installed, sys.executable, "-c", program, folder=tmp_path).splitlines()
    package = installed / "layout"
    assert [Path(place) for place in places] == [
        package / "__init__.py",
        package / "data" / "fonts",
        package / "data" / "assets",
        package / "templates",
    ]


def test_an_installed_engine_sets_the_page_as_the_checkout_does(
    installed: Path, tmp_path: Path
) -> None:
    issue = tmp_path / SLUG
    shutil.copytree(ROOT / "issues" / SLUG, issue)
    command = str(installed / "bin" / "banxin")
    away(installed, command, "build", SLUG, "--dpi", "20", folder=tmp_path)
    assert main(["build", str(issue), "-o", str(tmp_path / "here"), "--dpi", "20"]) == 0
    for name in (f"{SLUG}.pdf", f"{SLUG}-p1.png"):
        there = (tmp_path / "build" / name).read_bytes()
        assert there == (tmp_path / "here" / name).read_bytes(), name
