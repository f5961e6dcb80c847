"""The engine installed: one `explainer` for many sites."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.run import ROOT, Ran, clean_environment


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that `pip install .` filled, without the packages the engine needs."""
    folder = tmp_path_factory.mktemp("installed")
    source = folder / "source"
    for name in ("explainer", "templates"):
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(ROOT / name, source / name, ignore=ignored)
    for name in "pyproject.toml setup.py MANIFEST.in README.md LICENSE CHANGELOG.md".split():
        shutil.copy(ROOT / name, source)
    target = folder / "target"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    command += ["--no-build-isolation", "--target", str(target), str(source)]
    subprocess.run(command, check=True, env=clean_environment(), capture_output=True)
    shutil.rmtree(source)
    yield target


def explainer(installed: Path, *typed: str | Path, cwd: Path) -> Ran:
    """What the command `explainer` did in the folder `cwd`."""
    done = subprocess.run(
        [sys.executable, str(installed / "bin/explainer"), *map(str, typed)],
        cwd=cwd,
        env=clean_environment() | {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(os.name == "nt", reason="the command lies elsewhere on Windows")
def test_the_command_makes_and_builds_a_site_where_one_stands(
    installed: Path, tmp_path: Path
) -> None:
    made = explainer(installed, "new", "harbour", cwd=tmp_path)
    assert (made.status, made.err) == (0, "")
    built = explainer(installed, cwd=tmp_path / "harbour")
    assert (built.status, built.err) == (0, "")
    assert (tmp_path / "harbour/output/closure/index.html").exists()


def test_it_calls_itself_by_the_name_that_was_typed(installed: Path, tmp_path: Path) -> None:
    assert "usage: explainer " in explainer(installed, "--help", cwd=tmp_path).out
    assert explainer(installed, "biuld", cwd=tmp_path).err.startswith("explainer: ")


def test_templates_starter_and_changes_come_along(installed: Path) -> None:
    package = installed / "explainer"
    assert (package / "templates/base.html").read_bytes() == (
        ROOT / "templates/base.html"
    ).read_bytes()
    assert (package / "starter/site/dot-github/workflows/pages.yml").exists()
    assert (package / "CHANGELOG.md").exists()
    assert (package / "text/charts/fonts.conf").exists()


def test_a_template_of_the_installed_engine_is_one_of_the_things_that_change(
    installed: Path, tmp_path: Path
) -> None:
    explainer(installed, "new", "harbour", cwd=tmp_path)
    explainer(installed, cwd=tmp_path / "harbour")
    template = installed / "explainer/templates/base.html"
    before = template.read_text("utf-8")
    try:
        template.write_text(before.replace("</body>", "<p>ring the bell</p></body>"), "utf-8")
        explainer(installed, cwd=tmp_path / "harbour")
    finally:
        template.write_text(before, "utf-8")
    assert "ring the bell" in (tmp_path / "harbour/output/index.html").read_text("utf-8")


def test_a_site_built_by_either_is_the_same_byte_for_byte(installed: Path, tmp_path: Path) -> None:
    explainer(installed, "new", "harbour", cwd=tmp_path)
    explainer(installed, "--output", tmp_path / "one", cwd=tmp_path / "harbour")
    subprocess.run(
        [sys.executable, ROOT / "build.py", "--root", "harbour", "--output", "two", "-q"],
        cwd=tmp_path,
        check=True,
    )
    for file in (tmp_path / "one").rglob("*"):
        twin = tmp_path / "two" / file.relative_to(tmp_path / "one")
        assert file.is_dir() or file.read_bytes() == twin.read_bytes()
