"""The command line as people start it: a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = str(ROOT / "build.py")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str


def run(*typed: str | Path, cwd: Path = ROOT, environment: Mapping[str, str] | None = None) -> Ran:
    """What `python build.py` with `typed` behind it did, started in `cwd`."""
    done = subprocess.run(
        [sys.executable, BUILD, *map(str, typed)],
        cwd=cwd,
        env=clean_environment() | dict(environment or {}),
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def clean_environment() -> dict[str, str]:
    """This process's, without what would change how a command prints or where git looks."""
    changing = ("NO_COLOR", "FORCE_COLOR", "GITHUB_WORKSPACE", "GITHUB_ACTIONS", "TERM")
    return {k: v for k, v in os.environ.items() if k not in changing and k[:4] != "GIT_"}
