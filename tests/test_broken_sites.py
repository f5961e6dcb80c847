"""What a writer is told: one folder for each thing that can be wrong.

A folder of tests/broken_sites holds the files that differ from tests/sites/small, and `problems.txt`,
what the build says of them. A file named `gone.txt` lists files to take away.
"""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.pipeline import make

BROKEN = Path(__file__).parent / "broken_sites"
CASES = sorted(path.parent.name for path in BROKEN.glob("*/problems.txt"))


@pytest.mark.parametrize("case", CASES)
def test_the_writer_is_told(case: str, small: Path) -> None:
    folder = BROKEN / case
    shutil.copytree(folder, small, dirs_exist_ok=True)
    gone = folder / "gone.txt"
    for path in gone.read_text(encoding="utf-8").split() if gone.exists() else []:
        (small / path).unlink()
    with pytest.raises(SiteError) as caught:
        make(small, Options())
    assert f"{caught.value}\n" == (folder / "problems.txt").read_text(encoding="utf-8")


def test_every_problem_has_a_file_a_line_and_a_hint() -> None:
    for case in CASES:
        lines = (BROKEN / case / "problems.txt").read_text(encoding="utf-8").splitlines()
        told = [line.startswith("    ") for line in lines]
        assert not told[0] and told[-1], f"{case} begins or ends oddly"
        bare = [a for a, (b, c) in zip(lines, pairwise(told), strict=False) if not b and not c]
        assert not bare, f"{case} has no hint for {bare}"


def test_the_site_they_differ_from_has_no_problems(small: Path) -> None:
    assert make(small, Options())
