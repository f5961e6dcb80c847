"""Where a thing stands in the file a writer edits.

Looked up only when there is a problem to tell: pieces of prose do not carry a place of their own.
"""

import re
from collections.abc import Mapping
from itertools import islice

from explainer.model.problems import Origin
from explainer.model.prose import Block, Prose


def place_in_block(
    texts: Mapping[str, str], prose: Prose, block: Block, needle: str, occurrence: int = 0
) -> Origin:
    """The place of `needle` in `block`, or where the block starts when it cannot be found.

    `occurrence` counts from 0: which of several equal ones. Runs of white space in `needle` match
    any white space, since writers wrap lines.
    """
    return place(
        texts.get(prose.path, ""),
        Origin(prose.path, block.first_line),
        needle,
        last_line=block.last_line,
        occurrence=occurrence,
    )


def place_near(
    texts: Mapping[str, str], origin: Origin, *needles: str, occurrence: int = 0
) -> Origin:
    """The place of the last of `needles`, each looked for from where the one before stands.

    One that cannot be found is passed over; the first is looked for from `origin` on. `occurrence`
    is that of the last.
    """
    text = texts.get(origin.path, "")
    for number, needle in enumerate(needles, start=1):
        which = occurrence if number == len(needles) else 0
        origin = place(text, origin, needle, occurrence=which)
    return origin


def place(
    text: str, start: Origin, needle: str, *, last_line: int | None = None, occurrence: int = 0
) -> Origin:
    """The place of `needle` in the file's `text`, between `start` and `last_line`, or `start`."""
    lines = text.split("\n")
    searched = "\n".join(lines[start.line - 1 : last_line])
    words = [re.escape(word) for word in needle.split()]
    if not words:
        return start
    # A word boundary would not do here: a needle may begin or end with punctuation.
    left = r"(?<!\w)" if needle[0].isalnum() else ""
    right = r"(?!\w)" if needle[-1].isalnum() else ""
    pattern = left + _loose(r"\s+".join(words)) + right
    found = list(islice(re.finditer(pattern, searched), occurrence + 1))
    if not found:
        return start
    return origin_at(start.path, searched, found[-1].start(), start.line)


def origin_at(path: str, text: str, at: int, first_line: int = 1) -> Origin:
    """Where the character at `at` stands of a `text` that begins in `first_line` of `path`."""
    return Origin(path, first_line + text.count("\n", 0, at), at - text.rfind("\n", 0, at))


def _loose(pattern: str) -> str:
    """`pattern` with curly and straight marks taken for each other: typography changes them."""
    return re.sub('[“”"]', '[“”"]', re.sub("[‘’']", "[‘’']", pattern)).replace("–", "(?:–|--)")
