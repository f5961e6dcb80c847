#!/usr/bin/env python3
"""Everything the project does: `python build.py`, `python build.py serve`, `python build.py --help`.

The way of a site through its stages is `make` in explainer/pipeline.py. This file only finds a Python
that has the packages; it must stay readable for any Python there is, so that an old one can say so.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def start() -> int:
    """Run the command line: here, in .venv where packages are missing here, or say what to type."""
    if sys.version_info < (3, 11):
        sys.exit("build.py needs Python 3.11 or newer; this is %s.%s" % sys.version_info[:2])
    sys.path.insert(0, HERE)
    from explainer.memory.again import told_again

    if told_again(sys.argv[1:], HERE):
        return 0
    from importlib.util import find_spec

    missing = [
        name
        for name in ("jinja2", "markdown_it", "mdit_py_plugins", "msgspec", "pydantic_core", "yaml")
        if not find_spec(name)
    ]
    if missing:
        return go_on_in_venv(missing[0])
    from explainer.commands.main import leave, main

    return leave(main(sys.argv[1:]))


def go_on_in_venv(missing: str) -> int:
    """Run this file again with .venv's Python; if that is missing or lacks packages, say what to type."""
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    python = os.path.join(HERE, ".venv", folder, name)
    if os.path.exists(python) and "EXPLAINER_IN_VENV" not in os.environ:
        os.environ["EXPLAINER_IN_VENV"] = "1"
        command = [python, os.path.abspath(__file__)] + sys.argv[1:]
        if os.name == "nt":
            import subprocess

            return subprocess.call(command)
        os.execv(python, command)
    shown = os.path.join(".venv", folder, "python")
    sys.exit(
        "The package `%s` is missing. Type:\n\n    %s -m venv .venv\n"
        "    %s -m pip install --require-hashes -r requirements.txt\n\n"
        "and then `%s build.py` again (or type `make site`, which does all of it)."
        % (
            missing,
            "py" if os.name == "nt" else "python3",
            shown,
            "py" if os.name == "nt" else "python3",
        )
    )


if __name__ == "__main__":
    sys.exit(start())
