"""Problems as people, programs and GitHub read them."""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from explainer.commands.terminal import Terminal
from explainer.model.problems import Problem


def tell_problems(problems: Sequence[Problem], terminal: Terminal, root: Path) -> None:
    """Print `problems` of the site in `root` in the terminal's format.

    `github` adds an annotation for each, on the standard output, to what people read.
    """
    if terminal.format == "json":
        return
    for problem in problems:
        terminal.tell(_text(problem, terminal))
    if terminal.format == "github":
        for problem in problems:
            print(annotation(problem, root), file=terminal.out)


def as_json(problems: Iterable[Problem], **facts: Any) -> str:
    """What a run found, as one JSON object on one line per problem at most."""
    listed = [
        {
            "path": problem.origin.path,
            "line": problem.origin.line,
            "column": problem.origin.column,
            "check": problem.check,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps({**facts, "problems": listed}, ensure_ascii=False, indent=1)


def annotation(problem: Problem, root: Path) -> str:
    """`problem` as a workflow command that GitHub shows beside the line of the file.

    Rules: docs.github.com, "Workflow commands for GitHub Actions". Paths are those of the
    repository, which is the workspace or the folder one stands in.
    """
    top = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    file = (root / problem.origin.path).resolve()
    path = file.relative_to(top).as_posix() if file.is_relative_to(top) else problem.origin.path
    text = "\n".join(filter(None, (problem.message, problem.hint)))
    place = {
        "file": path,
        "line": str(problem.origin.line),
        "col": str(problem.origin.column),
        "title": problem.check or "explainer",
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    return f"::error {properties}::{_data(text)}"


def _text(problem: Problem, terminal: Terminal) -> str:
    first, *hint = str(problem).split("\n")
    origin = str(problem.origin)
    head = terminal.styled(origin, "bold") + first.removeprefix(origin)
    return "\n".join([head, *(terminal.styled(line, "dim") for line in hint)])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
