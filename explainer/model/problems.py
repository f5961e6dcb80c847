"""What a writer can mend, with the place where it is mended."""

from collections.abc import Iterable

from explainer.model.form import Form

_LONGEST = 1200
"""Characters of a message: one that quotes a page of brackets is told with its middle left out."""


class Origin(Form, frozen=True, order=True):
    """A place in a file the writer edits."""

    path: str
    """Relative to the site's root, with forward slashes."""
    line: int = 1
    """From 1."""
    column: int = 1
    """From 1, in characters."""

    def __str__(self) -> str:
        path = self.path.replace("\r", "\\r").replace("\n", "\\n")
        return f"{path}:{self.line}:{self.column}"


class Problem(Form, frozen=True, order=True):
    """Something a writer must mend: a site with problems is not written."""

    origin: Origin
    message: str
    """What is so."""
    hint: str = ""
    """What would mend it; empty when the message says it already."""
    check: str = ""
    """The rule that found it, as in "what the build refuses"; empty for the disk."""

    def __str__(self) -> str:
        hint = "".join(f"\n    {line}" for line in self.hint.splitlines())
        # One line, whatever line ends a name that it tells has in it.
        said = self.message.replace("\r", "\\r").replace("\n", "\\n")
        if len(said) > _LONGEST:
            said = f"{said[: _LONGEST // 2]} … {said[-_LONGEST // 2 :]}"
        return f"{self.origin}: {said}{hint}"


class SiteError(Exception):
    """Every problem found in one run, in the order of their places."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def stop_if_any(problems: Iterable[Problem]) -> None:
    """Raise `SiteError` with all of `problems`, if there are any."""
    found = tuple(problems)
    if found:
        raise SiteError(found)
