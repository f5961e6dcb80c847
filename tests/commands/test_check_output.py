"""`check --output`: a written site is held to its manifest."""

import json
from pathlib import Path

import pytest

from tests.commands.run import run


@pytest.fixture
def written(site: Path) -> Path:
    """The fresh explainer with its output."""
    assert run("--root", site, "-q").status == 0
    return site


def test_a_site_as_it_was_written_passes(written: Path) -> None:
    ran = run("check", "--output", "--root", written)
    assert (ran.status, ran.err) == (0, "")
    assert "files, each as the build wrote it" in ran.out


def test_a_file_that_was_changed_is_told(written: Path) -> None:
    (written / "output/closure/index.html").open("a").write("<script>alert(1)</script>")
    ran = run("check", "--output", "--root", written)
    assert ran.status == 1
    assert "closure/index.html:1:1: this file was changed after it was written" in ran.err


def test_a_file_that_is_gone_and_one_that_came_are_told_together(written: Path) -> None:
    (written / "output/robots.txt").unlink()
    (written / "output/evil.js").write_text("alert(1)")
    ran = run("check", "--output", "--root", written)
    assert ran.status == 1
    assert "robots.txt:1:1: this file is missing" in ran.err
    assert "evil.js:1:1: no build wrote this file" in ran.err


def test_a_link_in_a_files_place_is_told(written: Path) -> None:
    page = written / "output/closure/index.html"
    page.rename(written / "moved.html")
    page.symlink_to(written / "moved.html")
    assert "not a file of its own" in run("check", "--output", "--root", written).err


def test_any_folder_can_be_held_to_its_manifest(written: Path, tmp_path: Path) -> None:
    (written / "output").rename(tmp_path / "copy")
    assert run("check", "--output", tmp_path / "copy").status == 0
    ran = run("check", "--output", ".", cwd=tmp_path / "copy")
    assert (ran.status, ran.err) == (0, "")
    (tmp_path / "copy/robots.txt").unlink()
    assert run("check", "--output", ".", "--root", written, cwd=tmp_path / "copy").status == 1


@pytest.mark.parametrize("manifest", [None, "", "{", "[]", '{"files": []}', '{"files": {"a": 1}}'])
def test_a_manifest_that_says_nothing_is_told(written: Path, manifest: str | None) -> None:
    file = written / "output/data/manifest.json"
    if manifest is None:
        file.unlink()
    else:
        file.write_text(manifest)
    ran = run("check", "--output", "--root", written)
    assert ran.status == 1
    assert "Traceback" not in ran.err


def test_programs_are_told_in_json(written: Path) -> None:
    (written / "output/robots.txt").unlink()
    said = json.loads(run("check", "--output", "--format", "json", "--root", written).out)
    assert [p["message"] for p in said["problems"]] == ["this file is missing"]
