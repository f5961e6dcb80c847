"""What is wrong with a style sheet, as far as its neighbours and readers have to bear it."""

import re
from collections.abc import Iterator

from explainer.model.problems import Origin, Problem
from explainer.text.places import origin_at

_TOKEN = re.compile(
    r"""/\*.*?\*/ | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | \\[^\w\s]
    | url\(\s*["']?\s*(?P<address>(?:https?:)?//[^"')\s]*) | url\((?:[^"')\\]|\\.)*\)
    | (?P<quotation>["']) | (?P<imported>@import\b) | (?P<brace>[{}]) | (?P<torn>/\*.*)""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_SAID = {
    "address": ("`{}` asks another server", "copy the file into templates/assets/"),
    "imported": ("`{}` has no place here", "write the rules into a file of templates/assets/css/"),
    "quotation": ("a string begins here and does not end on its line", "close it with `{}`"),
    "torn": ("a comment begins here and does not end", "close it with `*/`"),
}


def problems_of_style(path: str, content: bytes) -> Iterator[Problem]:
    """What keeps the style sheet `content`, in `path`, from being joined with others.

    All are one file in the end: a brace left open takes along what comes after it.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = content[: error.start].count(b"\n") + 1
        hint = "save it as UTF-8 in your editor"
        yield Problem(Origin(path, place), "this file is not UTF-8", hint, "templates")
        return
    opened: list[int] = []
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind == "brace" and found[0] == "{":
            opened.append(found.start())
        elif kind == "brace" and opened:
            opened.pop()
        elif kind == "brace":
            message = "`}` closes nothing"
            yield _problem(path, text, found.start(), message, "take it out, or write its `{`")
        elif kind:
            message, hint = _SAID[kind]
            said = message.format(found[kind]), hint.format(found[kind])
            yield _problem(path, text, found.start(kind), *said)
    for start in opened[:1]:
        yield _problem(path, text, start, "`{` is not closed", "write its `}`")


def _problem(path: str, text: str, at: int, message: str, hint: str) -> Problem:
    return Problem(origin_at(path, text, at), message, hint, "templates")
