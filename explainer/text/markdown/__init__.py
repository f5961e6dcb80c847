"""The door to markdown-it: Markdown becomes blocks of pieces.

On top of CommonMark with tables, footnotes, definition lists and `> [!NOTE]`, prose knows citations
`[@p3; @p14]`, links `[[id|text]]`, worked-out numbers `[115]{calc="145-30"}` and `{context}`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from explainer.model.form import replace
from explainer.model.problems import Origin, Problem
from explainer.model.prose import Block, Prose
from explainer.text.markdown.blocks import Builder
from explainer.text.markdown.parser import parser_for
from explainer.text.places import place
from explainer.text.slugs import slug


def parse_prose(
    path: str, text: str, *, first_line: int = 1, language: str = "en", is_body: bool = False
) -> tuple[Prose, tuple[Problem, ...]]:
    """The blocks of the Markdown `text`, which stands in `path` from `first_line` on, and problems.

    `is_body` allows headings (from the second level on) and gives blocks anchors.
    """
    too_long = _too_long(path, text, first_line)
    if too_long:
        return Prose(path, ()), (too_long,)
    builder = Builder(path, text, first_line, is_body)
    noted: dict[str, Any] = {}
    tokens = parser_for(language.split("-")[0]).parse(text, noted)
    builder.read(tokens)
    blocks = tuple(builder.blocks)
    if is_body:
        blocks = _with_anchors(blocks)
    problems = [*builder.problems, *_swallowed(path, text, first_line)]
    problems += _footnotes(path, text, first_line, noted)
    return Prose(path, blocks), tuple(problems)


_LONGEST_PARAGRAPH = 20_000
_LONGEST_TEXT = 300_000


def _too_long(path: str, text: str, first_line: int) -> Problem | None:
    """What nobody can read, and what signs without end could keep the parser busy with."""
    if len(text) > _LONGEST_TEXT:
        message = f"this text has {len(text):,} characters, more than {_LONGEST_TEXT:,}"
        return Problem(Origin(path, first_line), message, "divide it into several", "records")
    line = first_line
    for paragraph in text.split("\n\n") if len(text) > _LONGEST_PARAGRAPH else ():
        if len(paragraph) > _LONGEST_PARAGRAPH:
            message = (
                f"{len(paragraph):,} characters without an empty line, more than "
                f"{_LONGEST_PARAGRAPH:,}"
            )
            return Problem(Origin(path, line), message, "divide it with empty lines", "records")
        line += paragraph.count("\n") + 2
    return None


def _swallowed(path: str, text: str, first_line: int) -> list[Problem]:
    """Citations that Markdown reads as the definition of a link, which shows nothing."""
    if "]:" not in text:
        return []
    return [
        Problem(
            Origin(path, first_line + number, 1),
            f"`{match[0]}` at the start of a line defines a link in Markdown and vanishes",
            "put it behind the sentence it covers",
            "links",
        )
        for number, line in enumerate(text.split("\n"))
        if (match := re.match(r"\s{0,3}\[@[^\]]*\]:", line))
    ]


def _footnotes(
    path: str, text: str, first_line: int, noted: Mapping[str, Any]
) -> Iterator[Problem]:
    """Footnotes that nothing leads to, and second ones of a name: Markdown leaves both out."""
    refs: Mapping[str, int] = noted.get("footnotes", {}).get("refs", {})
    if not refs:
        return
    begun = Counter(re.findall(r"(?m)^ {0,3}\[\^([^\]\s]+)\]:", text))
    above = "\n" * (first_line - 1)
    for label, number in ((key.removeprefix(":"), number) for key, number in refs.items()):
        if number >= 0 and begun[label] < 2:
            continue
        is_second = begun[label] > 1
        origin = place(
            above + text, Origin(path, first_line), f"[^{label}]:", occurrence=int(is_second)
        )
        if is_second:
            message = f"this is the second footnote `{label}`, and only one is shown"
            yield Problem(origin, message, "give it another name", "links")
        else:
            message = f"nothing leads to the footnote `{label}`"
            hint = f"write `[^{label}]` where it belongs, or take it out"
            yield Problem(origin, message, hint, "links")


def _with_anchors(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks`, each paragraph, item and heading with an id made of its first words.

    An id of words outlives edits further down and paragraphs put in before, which a number would not.
    """
    taken: set[str] = set()
    next_count: dict[str, int] = {}
    anchored = []
    for block in blocks:
        if block.kind in ("paragraph", "item", "quote", "heading"):
            words = 12 if block.kind == "heading" else 4
            base = slug(" ".join(block.text.split()[:words])) or block.kind
            base = base if block.kind == "heading" else f"par-{base}"
            anchor, count = base, next_count.get(base, 2)
            while anchor in taken:
                anchor, count = f"{base}-{count}", count + 1
            taken.add(anchor)
            next_count[base] = count
            block = replace(block, anchor=anchor)
        anchored.append(block)
    return tuple(anchored)
