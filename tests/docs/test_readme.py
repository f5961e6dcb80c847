"""README.md: the tour does what it says, and names nothing that is not there."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.pipeline import make
from tests.commands.preview import following
from tests.docs.shell import type_in
from tests.docs.test_writing import commands, matches

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of this project as it stands, to clone."""
    source = tmp_path / "source"
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    type_in(source, "git init --quiet && git add --all && git commit --quiet --message Source")
    return source


@pytest.mark.skipif(sys.platform == "win32", reason="make is seldom there")
def test_two_commands_lead_from_nothing_to_reading_the_site(
    repository: Path, tmp_path: Path
) -> None:
    (console,) = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    clone, serve = commands(console)
    machine, opened, browser = tmp_path / "bare", tmp_path / "opened", tmp_path / "browser"
    machine.mkdir()
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o755)
    type_in(
        machine,
        clone.command.replace(
            "https://github.com/example/trade-talks", f"{repository} trade-talks"
        ),
    )
    # Packages are fetched on the way, however long that takes.
    with following(serve.command.split(), machine, patience=300, BROWSER=str(browser)) as shown:
        assert all(matches(wanted, "\n".join(shown.printed)) for wanted in serve.printed)
        shown.wait_for("Trade talks, explained")
        shown.wait_until(opened.exists, "the browser")
        assert opened.read_text().strip() == shown.address
        os.killpg(shown.process.pid, signal.SIGINT)
        shown.process.wait(timeout=30)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The real site, to change."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "site.yaml", tmp_path)
    return tmp_path


def test_what_nobody_said_is_told_as_the_tour_shows(copy: Path) -> None:
    section = copy / "content/sections/40-rare-earths.md"
    text = section.read_text(encoding="utf-8").replace("China 270,000", "China 280,000", 1)
    section.write_text(
        text.replace("a near-monopoly. [@p14]", "a near-monopoly.", 1), encoding="utf-8"
    )
    with pytest.raises(SiteError) as caught:
        make(copy, Options())
    told = [str(problem).splitlines()[0] for problem in caught.value.problems]
    shown = re.findall(r"^content/sections/\S+:\d+:\d+: .*$", README, re.MULTILINE)
    assert told == shown


def test_the_term_of_the_tour_links_itself(copy: Path) -> None:
    (lines,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    glossary = copy / "content/glossary/economy.yaml"
    glossary.write_text(
        glossary.read_text(encoding="utf-8").rstrip() + "\n" + lines, encoding="utf-8"
    )
    pages = {file.path: file.content for file in make(copy, Options())}
    assert b'href="../glossary/wind-turbine/"' in pages["rare-earths/index.html"]
    assert "glossary/wind-turbine/index.html" in pages


def test_every_page_and_picture_it_leads_to_is_there() -> None:
    for path in re.findall(r"\]\(([^):]+)\)", README):
        assert (ROOT / path).exists(), path
