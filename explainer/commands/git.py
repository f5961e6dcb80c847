"""The door to git: its commands, with what it says when it will not."""

import shutil
import subprocess
from pathlib import Path

from explainer.model.problems import Origin, Problem, SiteError


class GitError(Exception):
    """What git said when it would not do something."""


def git(folder: Path, *typed: str) -> str:
    """What `git` with `typed` behind it prints in `folder`; `GitError` with its complaint."""
    program = shutil.which("git")
    if program is None:
        raise SiteError([Problem(Origin("deploy"), "git is not installed", "install it first")])
    done = subprocess.run(  # noqa: S603
        [program, "-C", str(folder), *typed],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise GitError(done.stderr.strip() or f"git {typed[0]} ended with {done.returncode}")
    return done.stdout


def git_or_nothing(folder: Path, *typed: str) -> str:
    """As `git`, but nothing when git will not: for questions that may have no answer."""
    try:
        return git(folder, *typed).strip()
    except GitError:
        return ""
