"""What a page weighs as it is sent: HTML, styles and scripts, compressed."""

import gzip
from pathlib import Path

import pytest

LONG_LISTS = ("claims/", "sources/", "timeline/", "search/")
THE_BOOKLET = "all/"


def weight(file: Path) -> int:
    """The bytes of `file` compressed as servers do."""
    return len(gzip.compress(file.read_bytes(), 9))


@pytest.fixture(scope="module")
def around(output: Path) -> int:
    """The weight of what every page loads beside itself."""
    return weight(output / "assets/site.css") + weight(output / "assets/site.js")


def test_scripts_come_to_8_kb_before_the_search_is_opened(output: Path) -> None:
    assert weight(output / "assets/site.js") <= 8_000


def test_a_page_comes_to_25_kb_and_a_long_list_to_40(output: Path, around: int) -> None:
    heavy = []
    for file in sorted(output.rglob("index.html")):
        path = file.relative_to(output).as_posix().removesuffix("index.html")
        most = 40_000 if path.startswith(LONG_LISTS) else 25_000
        weighs = weight(file) + around
        if weighs > most and path != THE_BOOKLET:
            heavy.append(f"{path or 'home'}: {weighs / 1000:.1f} kB")
    assert heavy == []
