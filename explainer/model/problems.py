"""What a writer can mend, with the place where it is mended."""

import re
from collections.abc import Iterable

from explainer.model.form import Form

_LONGEST = 1200
"""Characters of a message: one that quotes a page of brackets is told with its middle left out."""
_CONTROLS = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What would begin a line, speak to the terminal or turn the text, and what is no character."""


class Origin(Form, frozen=True, order=True):
    """A place in a file the writer edits."""

    path: str
    """Relative to the site's root, with forward slashes."""
    line: int = 1
    """From 1."""
    column: int = 1
    """From 1, in characters."""

    def __str__(self) -> str:
        return f"{_on_one_line(self.path)}:{self.line}:{self.column}"


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
        lines = self.hint.split("\n") if self.hint else ()
        hint = "".join(f"\n    {_on_one_line(line)}" for line in lines)
        said = _on_one_line(self.message)
        if len(said) > _LONGEST:
            said = f"{said[: _LONGEST // 2]} … {said[-_LONGEST // 2 :]}"
        return f"{self.origin}: {said}{hint}"


def _on_one_line(text: str) -> str:
    """`text` with what a name or a value may have in it and no line may, as Python writes it."""
    return _CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


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
