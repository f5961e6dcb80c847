"""The same words typed again where nothing has changed: the same is told, and nothing worked out.

This comes before all else, the command line included, and imports next to nothing: to understand
what was typed takes longer than to see that nothing has changed.
"""

import os
import time
from collections.abc import Iterable, Sequence

from explainer.disk.walk import files_below
from explainer.memory import CACHE
from explainer.memory.parts import files_of, versions

AGAIN = "again"
"""The file in the folder of what builds remember."""
SECONDS = "{seconds}"
"""Stands in what is told for the seconds it takes to see that nothing has changed."""


def told_again(typed: Sequence[str], here: str) -> bool:
    """Whether all is as it was when what is told of these words was found out; if so, it is told.

    `here` is the site's folder where `typed` names none.
    """
    begun = time.perf_counter()
    root = typed[typed.index("--root") + 1] if "--root" in typed[:-1] else here
    cache = os.path.join(root, CACHE)
    try:
        if os.path.islink(cache):
            return False
        with open(os.path.join(cache, AGAIN), "rb") as file:
            asked, output, told, seen = os.fsdecode(file.read()).split("\0")
        if asked != _asked(typed) or seen != _seen(root, output):
            return False
    except (OSError, ValueError):
        return False
    seconds = f"{time.perf_counter() - begun:.2f}"
    try:
        os.write(1, told.replace(SECONDS, seconds).encode(errors="backslashreplace"))
    except OSError:
        pass  # Whoever read along has seen enough.
    return True


def as_remembered(typed: Sequence[str], output: str, told: str, seen: Iterable[str]) -> bytes:
    """What `told_again` reads: what to tell, and a line of each input and of each file in `output`."""
    return os.fsencode("\0".join((_asked(typed), output, told, "\n".join(seen))))


def line_of(name: str, size: int, modified: int, changed: int) -> str:
    """What is seen of a file without reading it; times in nanoseconds."""
    return f"{name} {size} {modified} {changed}"


def _asked(typed: Sequence[str]) -> str:
    return "\n".join((repr([*typed]), os.getcwd(), *versions()))


def _seen(root: str, output: str) -> str:
    lines = [_line(name, info) for name, _, info in files_of(root)]
    if not os.path.islink(output):
        lines += [_line(name, info) for name, info in files_below(output)]
    return "\n".join(lines)


def _line(name: str, info: os.stat_result) -> str:
    return line_of(name, info.st_size, info.st_mtime_ns, info.st_ctime_ns)
