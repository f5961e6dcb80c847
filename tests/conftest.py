"""What several tests begin with."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests/sites/small"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A whole little site, to change and to build."""
    site = tmp_path / "site"
    shutil.copytree(SMALL, site)
    return site


@pytest.fixture
def edit(small: Path) -> Callable[[str, str, str], None]:
    """Replaces words in a file of the little site; they must be there."""

    def replace(path: str, before: str, after: str) -> None:
        text = (small / path).read_text(encoding="utf-8")
        assert before in text, f"{path} does not hold {before!r}"
        (small / path).write_text(text.replace(before, after, 1), encoding="utf-8")

    return replace
