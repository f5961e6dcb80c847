"""docs/deploying.md: from `new` to a deployed explainer in the commands it shows."""

import re
import sys
from pathlib import Path

import pytest

from tests.commands.pages import crawl, pages, read
from tests.commands.run import ROOT
from tests.docs.shell import type_in
from tests.docs.test_writing import commands, matches

PAGE = (ROOT / "docs/deploying.md").read_text(encoding="utf-8")
ADDRESS = "https://github.com/you/harbour.git"


@pytest.mark.skipif(sys.platform == "win32", reason="the page's commands are those of a Unix shell")
def test_five_commands_lead_from_nothing_to_a_deployed_explainer(tmp_path: Path) -> None:
    (console,) = re.findall(r"^```console\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    typed = list(commands(console))
    assert len(typed) == 5
    (tmp_path / "engine").mkdir()
    bare = tmp_path / "bare.git"
    type_in(tmp_path, f"git init --quiet --bare '{bare}'")
    for step in typed:
        printed = type_in(tmp_path / "engine", step.command.replace(ADDRESS, str(bare)))
        for wanted in step.printed:
            assert matches(wanted.replace(ADDRESS, str(bare)), printed), printed
    type_in(tmp_path, f"git clone --quiet --branch gh-pages '{bare}' read")
    with pages(tmp_path / "read", "/harbour/") as address:
        assert '<link rel="canonical" href="https://you.github.io/harbour/">' in read(address)[1]
        seen = crawl(address)
        assert seen[address + "closure/"] == 200
        assert set(seen.values()) == {200}, seen
    (push,) = re.findall(r"^git -C \.\./harbour push .*$", PAGE, re.MULTILINE)
    type_in(tmp_path / "engine", push)
    type_in(tmp_path, f"git clone --quiet --branch main '{bare}' written")
    assert (tmp_path / "written/.github/workflows/pages.yml").is_file()
    assert not (tmp_path / "written/output").exists()


def test_the_ways_anywhere_else_are_as_the_page_says(small: Path) -> None:
    """`deploy` and `--external` are typed in tests of their own, with remotes and servers of ours."""
    typed = re.findall(r"^python3 build\.py(?! deploy| check --external)(.*)$", PAGE, re.MULTILINE)
    assert len(typed) == 3
    printed = [type_in(small, f"python3 build.py --root '{small}'{words}") for words in typed]
    assert "each as the build wrote it" in printed[1]
    first = (small / "output/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://news.example/trade-talks/">' in first
    carried = (small.parent / "usb/index.html").read_text(encoding="utf-8")
    assert 'href="glossary/index.html"' in carried
