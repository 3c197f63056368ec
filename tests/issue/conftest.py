"""Issues made on the spot, to be broken one way at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image


@pytest.fixture
def write_issue(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes issue.yaml, body.md and lake.jpg and gives the folder."""

    def write(issue: str | bytes, body: str | bytes = "春潮澎湃。\n") -> Path:
        folder = tmp_path / "demo"
        folder.mkdir()
        (folder / "issue.yaml").write_bytes(issue.encode() if isinstance(issue, str) else issue)
        (folder / "body.md").write_bytes(body.encode() if isinstance(body, str) else body)
        Image.new("RGB", (60, 40)).save(folder / "lake.jpg")
        return folder

    return write
