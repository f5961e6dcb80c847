"""Styles that say what they mean in every browser, though the tests look at pages in one of them."""

import re
from pathlib import Path

import pytest

from tests.templates.samples import ROOT

STYLES = sorted((ROOT / "templates/assets/css").rglob("*.css"))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_line_below_words_is_told_part_by_part(path: Path) -> None:
    # Safari knows `text-decoration: underline` alone, and draws no line where a colour stands with it.
    values = re.findall(r"(?<![\w-])text-decoration:\s*([^;}]+)", path.read_text(encoding="utf-8"))
    assert [value for value in values if len(value.split()) > 1] == []
