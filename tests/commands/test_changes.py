"""A site written for an older engine is told what has changed."""

from pathlib import Path

import pytest

from explainer import __version__
from explainer.commands.changes import changes_between, changes_since_site, version_of
from explainer.model.problems import SiteError
from tests.commands.run import ROOT, run

CHANGES = """\
# Changes

## 0.10.0 (2027-01-01)

- Tenth.

## 0.9.0 (2026-12-01)

- Ninth.

## 0.1.0

- First.
"""


def written_for(site: Path, version: str) -> None:
    file = site / "site.yaml"
    file.write_text(file.read_text().replace(f'engine: "{__version__}"', f'engine: "{version}"'))


def test_only_what_came_since_is_told() -> None:
    told = changes_between(CHANGES, (0, 1, 0, 0), (0, 9, 0, 0))
    assert told == "## 0.9.0 (2026-12-01)\n\n- Ninth.\n"


def test_ten_comes_after_nine() -> None:
    assert (version_of("0.10.0") or ()) > (version_of("0.9") or ())
    assert version_of("0.1") == version_of("v0.1.0")
    assert version_of("soon") is None


def test_a_site_of_this_version_is_told_nothing(site: Path) -> None:
    assert changes_since_site(site) == ""


def test_an_older_site_is_told_and_built_all_the_same(site: Path) -> None:
    written_for(site, "0.0.9")
    ran = run("check", "--root", site)
    assert ran.status == 0
    assert f"site.yaml is written for engine 0.0.9, and this is {__version__}" in ran.out
    assert f"## {__version__}" in ran.out


def test_a_newer_site_is_a_problem_in_its_line(site: Path) -> None:
    written_for(site, "99.0.0")
    with pytest.raises(SiteError, match=r"site\.yaml:\d+:\d+: the site is written for engine 99"):
        changes_since_site(site)
    assert run("check", "--root", site).status == 1


def test_what_is_no_version_is_a_problem(site: Path) -> None:
    written_for(site, "the latest")
    with pytest.raises(SiteError, match="`engine` is `the latest`, which is no version"):
        changes_since_site(site)


def test_the_list_of_changes_tells_of_this_version() -> None:
    assert f"\n## {__version__} " in (ROOT / "CHANGELOG.md").read_text()


def test_a_build_that_finds_nothing_changed_tells_it_again(site: Path) -> None:
    written_for(site, "0.0.9")
    first = run("--root", site)
    second = run("--root", site)
    assert "nothing has changed in" in second.out
    assert first.out.split("\n## ")[0] == second.out.split("\n## ")[0]
    assert "site.yaml is written for engine 0.0.9" in second.out
