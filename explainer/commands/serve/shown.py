"""What the preview shows: the last good site, and what keeps a newer one from being made."""

import time
from collections.abc import Mapping

from explainer.model.form import Form, field
from explainer.model.places import MANIFEST
from explainer.model.problems import Problem


class ProblemLine(Form, frozen=True):
    """A problem with the line it stands in."""

    problem: Problem
    text: str
    """The line as it is in the file; empty when it cannot be read."""


def _now() -> int:
    # In microseconds: nanoseconds are more than a number in a browser can tell apart.
    return time.time_ns() // 1000


class Shown(Form, frozen=True):
    """One state of the preview; it is replaced whole, so no page is ever half of two."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """The last good site by path; empty before there was one."""
    problems: tuple[ProblemLine, ...] = ()
    """Why the newest state of the files is no site."""
    since: int = field(default_factory=_now)
    """When it came to be, by which a tab says which state it shows: also to the next server."""


def difference(before: Shown, after: Shown) -> tuple[str, ...]:
    """What an open tab has to load again: the styles that differ, or `*` for the page itself."""
    if before.problems != after.problems:
        return ("*",)
    # The manifest changes with every file, and no page shows it.
    paths = (before.files.keys() | after.files.keys()) - {MANIFEST}
    changed = sorted(p for p in paths if before.files.get(p) != after.files.get(p))
    if all(path.endswith(".css") for path in changed):
        return tuple(changed)
    return ("*",)
