"""A fresh explainer names where its engine comes from."""

import re
import subprocess
from pathlib import Path

import pytest

from explainer.commands.origin import address_for_all, is_known, requirement_of
from tests.commands.run import clean_environment, run

WHO = ["-c", "user.name=Ada", "-c", "user.email=ada@larkmere.example"]


def git(folder: Path, *typed: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *WHO, *typed],
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    """A repository with one commit, in the engine's place."""
    git(tmp_path, "init", "--quiet", "engine")
    git(tmp_path / "engine", "commit", "--quiet", "--allow-empty", "--message", "First")
    return tmp_path / "engine"


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/you/engine.git", "https://github.com/you/engine.git"),
        ("https://you:secret@github.com/you/engine", "https://github.com/you/engine"),
        ("https://token@git.example:8443/engine.git", "https://git.example:8443/engine.git"),
        ("git@github.com:you/engine.git", "https://github.com/you/engine.git"),
        ("ssh://git@git.example:2222/you/engine.git", "https://git.example/you/engine.git"),
        ("/srv/git/engine.git", "file://localhost/srv/git/engine.git"),
        ("file:///srv/git/engine.git", "file://localhost/srv/git/engine.git"),
        ("../engine", ""),
        ("https://github.com/you/engine.git\n--index-url https://elsewhere.example", ""),
        ("", ""),
    ],
)
def test_an_address_is_one_that_anybody_may_read(remote: str, address: str) -> None:
    assert address_for_all(remote) == address


def test_a_clone_is_named_with_the_commit_that_is_checked_out(engine: Path) -> None:
    git(engine, "remote", "add", "origin", "git@github.com:you/engine.git")
    commit = git(engine, "rev-parse", "HEAD")
    assert requirement_of(engine).endswith(f" @ git+https://github.com/you/engine.git@{commit}")


def test_an_engine_without_a_remote_is_no_package_of_somebody_elses(engine: Path) -> None:
    said = requirement_of(engine)
    assert not is_known(said)
    assert said.startswith("#")


def test_an_engine_inside_another_repository_is_not_that_one(engine: Path) -> None:
    git(engine, "remote", "add", "origin", "git@github.com:you/site.git")
    (engine / "vendored").mkdir()
    assert not is_known(requirement_of(engine / "vendored"))


def test_a_fresh_explainer_asks_for_the_engine_with_everything_it_can_show(tmp_path: Path) -> None:
    run("new", tmp_path / "harbour")
    lines = (tmp_path / "harbour/requirements.txt").read_text().splitlines()
    assert re.fullmatch(r"(# )?explainer\[charts,deploy,images,search\] @ git\+\S+@\S+", lines[-1])
    assert "$" not in "".join(lines)
