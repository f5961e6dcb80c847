"""A shell in which a manual's commands are typed."""

import subprocess
import sys
from pathlib import Path

from tests.commands.run import BUILD, clean_environment

WHO = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"} | {
    f"GIT_{who}_{what}": said
    for who in ("AUTHOR", "COMMITTER")
    for what, said in (("NAME", "Ada Finch"), ("EMAIL", "ada@larkmere.example"))
}


def type_in(folder: Path, command: str) -> str:
    """What `command` prints in the engine's folder; it must end well."""
    done = subprocess.run(
        ["/bin/sh", "-c", command.replace("python3 build.py", f"'{sys.executable}' '{BUILD}'")],
        cwd=folder,
        env=clean_environment() | WHO,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout
