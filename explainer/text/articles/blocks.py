"""The blocks of an article's file, before it is known which of them are the article."""

import re
from collections.abc import Iterable
from typing import Literal

from explainer.model.form import Form
from explainer.text.odd_characters import without_odd_characters

Role = Literal[
    "",
    "headline",
    "heading",
    "caption",
    "byline",
    "date",
    "navigation",
    "advert",
    "related",
    "appeal",
    "footer",
    "pull quote",
    "embedded",
    "list",
]
"""What the markup says a block is; plain text says nothing."""


class RawBlock(Form, frozen=True):
    """A paragraph, heading, caption or line of a page, as one line of text."""

    text: str
    line: int
    """Where it begins in the file, from 1."""
    role: Role = ""
    is_link: bool = False
    """All of it is a link."""


class Page(Form, frozen=True):
    """A file's blocks, and what it says of itself."""

    blocks: tuple[RawBlock, ...]
    publisher: str = ""
    published: str = ""
    """ISO, or empty."""
    url: str = ""
    language: str = ""


_WIDEST_WRAPPED = 100
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»“)\]]*$")


def tidy(text: str) -> str:
    """`text` on one line; non-breaking spaces stay only between the digits of a number."""
    text = without_odd_characters(text)
    text = re.sub(r"[\u200b-\u200d\u2060\ufeff\u00ad]", "", text)
    # NEL, line separators and tabs are white space; so are \xa0 and \u202f, but 12 000 needs them.
    text = re.sub(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))", "\x00", text)
    return " ".join(text.split()).replace("\x00", "\u202f")


def blocks_of_text(text: str) -> Page:
    """The blocks of plain text: divided by blank lines, or one to a line where there are none."""
    lines = text.split("\n")
    paragraphs = _groups(lines)
    if len(paragraphs) <= 1 and len([line for line in lines if line.strip()]) > 1:
        paragraphs = [[(n, line)] for n, line in enumerate(lines, 1) if line.strip()]
        if _looks_wrapped([line for line in lines if line.strip()]):
            paragraphs = _groups(lines)
    blocks = (block for group in paragraphs for block in _blocks_of_group(group))
    return Page(tuple(block for block in blocks if block.text))


def _groups(lines: Iterable[str]) -> list[list[tuple[int, str]]]:
    groups: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(lines, 1):
        if line.strip(" \t\u00a0\ufeff\x0c"):
            groups[-1].append((number, line))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _looks_wrapped(lines: list[str]) -> bool:
    """Whether lines break where the margin is, not where a paragraph ends."""
    inner = lines[:-1]
    if not inner or max(map(len, lines)) > _WIDEST_WRAPPED:
        return False
    broken = sum(1 for line in inner if not _SENTENCE_END.search(line.strip()))
    return broken * 3 >= len(inner)


def _blocks_of_group(group: list[tuple[int, str]]) -> list[RawBlock]:
    """Neighbouring lines as one block if they are wrapped; else each as its own."""
    lines = [line for _, line in group]
    if len(lines) > 1 and not _looks_wrapped(lines):
        return [RawBlock(tidy(line), number) for number, line in group]
    return [RawBlock(tidy(" ".join(lines)), group[0][0])]


def as_double_marks(texts: Iterable[str]) -> list[str]:
    """`texts`, single quotation marks made double where the article has no double ones.

    Every character keeps its place.
    """
    texts = list(texts)
    if any(re.search('["“”„«»]', text) for text in texts):
        return texts
    pattern = re.compile(
        r"(?<!\w)[‘'‚](?=\w)(?P<in>(?:[^‘’']|(?<=\w)[’'](?=\w)|(?<=s)’(?=\s))+?)[’'‘](?!\w)"
    )
    return [pattern.sub(lambda m: f"“{m['in']}”", text) for text in texts]
