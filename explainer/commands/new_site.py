"""`new DIR`: a fresh explainer that builds at once."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from explainer import __version__
from explainer.commands.origin import is_known, requirement_of
from explainer.commands.schema import schema
from explainer.commands.terminal import Terminal

STARTER = Path(__file__).resolve().parents[1] / "starter"


_FILLED = ("site.yaml", "requirements.txt")
"""Files that name the engine."""


def new_site(target: Path, terminal: Terminal, *, uses_git: bool) -> int:
    """Put a small explainer on an invented story into the new folder `target`; the exit status."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        terminal.tell(f"{target}: there is something here already")
        terminal.tell("    name a folder that is new or empty")
        return 1
    engine = requirement_of(STARTER.parents[1])
    for source, path in _files():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        if path in _FILLED:
            text = text.replace("$version", __version__).replace("$engine", engine)
        with file.open("w", encoding="utf-8", newline="\n") as new:
            new.write(text)
    schema(target / "schemas", Terminal(is_quiet=True))
    if uses_git:
        _begin_repository(target)
    terminal.say(f"{target} is an explainer on an invented story. What to type next:\n")
    terminal.say(f"    {_to_see(target)}")
    if not is_known(engine):
        terminal.say(
            "\nrequirements.txt is to say where the engine comes from: fill its address in"
        )
    elif "git+file:" in engine:
        terminal.say(
            "\nrequirements.txt names the engine's folder on this machine: a workflow needs its address"
        )
    return 0


def _to_see(target: Path) -> str:
    if shutil.which("explainer"):
        return f"cd {_quoted(target)}\n    explainer serve --open"
    program = STARTER.parents[1] / "build.py"
    shown = program.name if program.parent == Path.cwd() else program
    python = "py" if os.name == "nt" else "python3"
    return f"{python} {_quoted(shown)} serve --open --root {_quoted(target)}"


def _quoted(path: Path | str) -> str:
    """`path` as a shell takes it."""
    return f'"{path}"' if os.name == "nt" else shlex.quote(str(path))


def _files() -> Iterator[tuple[Path, str]]:
    """Each file of the starter, and its place in a site."""
    site = STARTER / "site"
    for source in sorted(site.rglob("*")):
        if source.is_file() and "__pycache__" not in source.parts:
            # Names with a dot in front would act on this repository, and packages leave them out.
            path = source.relative_to(site).as_posix()
            yield (
                source,
                "/".join(
                    f".{part.removeprefix('dot-')}" if part.startswith("dot-") else part
                    for part in path.split("/")
                ),
            )


def _begin_repository(target: Path) -> None:
    """Make `target` a git repository, as long as there is git and it is not inside one."""
    git = shutil.which("git")
    if git is None:
        return
    inside = [git, "-C", str(target), "rev-parse", "--is-inside-work-tree"]
    if subprocess.run(inside, capture_output=True, check=False).returncode:  # noqa: S603
        begin = [git, "init", "--quiet", "--initial-branch=main", str(target)]
        subprocess.run(begin, capture_output=True, check=False)  # noqa: S603
