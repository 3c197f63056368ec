"""What pyproject.toml says of the engine is true."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CATALOGUE = ROOT / "layout" / "messages.py"
"""A table of sentences, as long as there are things to say."""
SOURCES = sorted((ROOT / "layout").rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def imported(path: Path) -> Iterator[str]:
    """The packages that *path* imports, wherever it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def plain(requirement: str) -> str:
    """The name of a distribution, without its versions."""
    name = re.match(r"[\w.-]+", requirement)
    assert name is not None
    return name[0].lower().replace("_", "-")


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    distributions = packages_distributions()
    packages = {name for path in SOURCES for name in imported(path)}
    foreign = packages - set(sys.stdlib_module_names) - {"layout"}
    needed = {plain(name) for package in foreign for name in distributions[package]}
    # pydantic's own core is imported by name for the shape of its errors.
    assert needed - {"pydantic-core"} == {plain(r) for r in PROJECT["project"]["dependencies"]}


def test_files_and_functions_stay_short() -> None:
    long = []
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        if len(text.splitlines()) > LONGEST_FILE and path != CATALOGUE:
            long.append(f"{path.name}")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                end = node.end_lineno or node.lineno
                if end - node.lineno >= LONGEST_FUNCTION:
                    long.append(f"{path.name}: {node.name}")
    assert long == []


def test_ci_names_no_machine_and_no_registry() -> None:
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"/(home|root|work|opt|tmp)\b", text)
    subprocess.run(["sh", "-n", str(ROOT / ".ci" / "run")], check=True)
