"""`check --output`: whether a written site is still what the build wrote."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from explainer.commands.report import as_json, tell_problems
from explainer.commands.terminal import Terminal
from explainer.disk.manifest import BY_THE_SYSTEM, files_in_manifest
from explainer.model.places import MANIFEST
from explainer.model.problems import Origin, Problem
from explainer.text.phrases import several


def check_output(root: Path, output: Path, terminal: Terminal) -> int:
    """Hold every file of `output` to the manifest in it; the exit status."""
    found = tuple(sorted(_problems(output)))
    files = sum(1 for path in output.rglob("*") if path.is_file())
    if terminal.format == "json":
        print(as_json(found, files=files), file=terminal.out)
        return 1 if found else 0
    tell_problems(found, terminal, root)
    if found:
        count = several(len(found), "problem")
        terminal.tell(f"\n{count} with {files} files; build again to have them as they were")
        return 1
    terminal.say(f"{files} files, each as the build wrote it")
    return 0


_AGAIN = "build again, or copy the whole folder again"


def _problems(output: Path) -> Iterator[Problem]:
    files = files_in_manifest(output)
    if files is None:
        yield _problem(output / MANIFEST, "there is no manifest to be read", "build the site first")
        return
    there = {p.relative_to(output).as_posix(): p for p in output.rglob("*") if not p.is_dir()}
    for path, about in sorted(files.items()):
        file = there.pop(path, None)
        if file is None:
            yield _problem(output / path, "this file is missing", _AGAIN)
        elif not file.is_file() or file.is_symlink():
            yield _problem(file, "this is not a file of its own", _AGAIN)
        elif _hash(file) != (about.get("sha256") if isinstance(about, dict) else None):
            yield _problem(file, "this file was changed after it was written", _AGAIN)
    for path, file in sorted(there.items()):
        if path != MANIFEST and file.name not in BY_THE_SYSTEM:
            yield _problem(file, "no build wrote this file", "move it out of the folder")


def _hash(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _problem(path: Path, message: str, hint: str) -> Problem:
    return Problem(Origin(path.as_posix()), message, hint, "output")
