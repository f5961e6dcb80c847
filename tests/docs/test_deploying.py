"""docs/deploying.md: from `new` to a deployed explainer in the commands it shows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.run import BUILD, ROOT, clean_environment
from tests.docs.test_writing import commands, matches

PAGE = (ROOT / "docs/deploying.md").read_text(encoding="utf-8")
ADDRESS = "https://github.com/you/harbour.git"
WHO = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"} | {
    f"GIT_{who}_{what}": said
    for who in ("AUTHOR", "COMMITTER")
    for what, said in (("NAME", "Ada Finch"), ("EMAIL", "ada@larkmere.example"))
}


def type_in(folder: Path, command: str) -> str:
    """What `command` prints in the engine's folder; it must end well."""
    done = subprocess.run(
        ["/bin/sh", "-c", command.replace("python build.py", f"'{sys.executable}' '{BUILD}'")],
        cwd=folder,
        env=clean_environment() | WHO,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


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
    home = (tmp_path / "read/index.html").read_text(encoding="utf-8")
    assert "https://you.github.io/harbour/" in home
    assert (tmp_path / "read/closure/index.html").is_file()
    (push,) = re.findall(r"^git -C \.\./harbour push .*$", PAGE, re.MULTILINE)
    type_in(tmp_path / "engine", push)
    type_in(tmp_path, f"git clone --quiet --branch main '{bare}' written")
    assert (tmp_path / "written/.github/workflows/pages.yml").is_file()
    assert not (tmp_path / "written/output").exists()
