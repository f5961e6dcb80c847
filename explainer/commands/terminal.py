"""What a command prints, and how: streams, colours, and how much is said."""

import os
import sys
from typing import Literal, TextIO

from explainer.model.form import Form, field

Format = Literal["text", "json", "github"]

_STYLES = {"bold": "1", "red": "31", "green": "32", "dim": "2"}


class Terminal(Form, frozen=True):
    """Where a command speaks, and how much it is to say."""

    format: Format = "text"
    is_quiet: bool = False
    """Only problems."""
    is_verbose: bool = False
    """The time of each stage as well."""
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)

    def say(self, text: str) -> None:
        """A line for people, on the standard output; nothing when quiet or for a program."""
        if not self.is_quiet and self.format != "json":
            print(text, file=self.out, flush=True)

    def tell(self, text: str) -> None:
        """A line of what is wrong, on the standard error."""
        print(text, file=self.err, flush=True)

    def styled(self, text: str, *styles: str) -> str:
        """`text` for the standard error, in `styles` where it shows colours."""
        return styled(text, *styles) if _shows_colours(self.err) else text


def styled(text: str, *styles: str) -> str:
    """`text` between the escape codes of `styles`."""
    codes = ";".join(_STYLES[style] for style in styles)
    return f"\x1b[{codes}m{text}\x1b[0m"


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody is looking at `stream` on a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _shows_colours(stream: TextIO) -> bool:
    """Whether `stream` is a terminal and nobody asked for no colours (no-color.org)."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR")
