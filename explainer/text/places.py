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
    texts: Mapping[str, str], origin: Origin, needle: str, occurrence: int = 0
) -> Origin:
    """The place of the first `needle` at or after `origin`, or `origin`."""
    return place(texts.get(origin.path, ""), origin, needle, occurrence=occurrence)


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
    before = searched[: found[-1].start()]
    line = before.count("\n")
    return Origin(start.path, start.line + line, len(before) - (before.rfind("\n") + 1) + 1)


def _loose(pattern: str) -> str:
    """`pattern` with curly and straight marks taken for each other: typography changes them."""
    return re.sub('[“”"]', '[“”"]', re.sub("[‘’']", "[‘’']", pattern)).replace("–", "(?:–|--)")
