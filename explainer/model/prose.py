"""Prose: what Markdown says, as blocks of pieces, before anything is linked or set."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from explainer.model.form import Form


class PassageRef(Form, frozen=True):
    """A passage somebody cites. `source` is empty for the site's own seed."""

    source: str
    passage: str

    def __str__(self) -> str:
        return f"{self.source}:{self.passage}" if self.source else self.passage

    def within(self, source: str) -> "PassageRef":
        """The same with its source, which is `source` where it names none."""
        return self if self.source else PassageRef(source, self.passage)


def passage_ref(text: str) -> PassageRef:
    """The passage that `p5` or `reference:p5` names."""
    source, _, passage = text.rpartition(":")
    return PassageRef(source, passage)


class Markup(Form, frozen=True):
    """HTML that the Markdown renderer made: nothing in it is read or linked."""

    html: str


class Text(Form, frozen=True):
    """Words as the reader sees them, not escaped."""

    text: str
    is_linkable: bool = True
    """False in code and in links made by hand."""


class Citation(Form, frozen=True):
    """`[@p3; @p14]`: what stands before it rests on these passages."""

    refs: tuple[PassageRef, ...]
    raw: str


class Link(Form, frozen=True):
    """A link to a record, a section or a heading of one, by hand or by itself."""

    target: str
    text: str
    fragment: str = ""
    raw: str = ""
    """As typed; empty when the engine made the link."""


class Worked(Form, frozen=True):
    """`[115]{calc="145-30"}`: a number worked out from numbers of cited passages."""

    text: str
    formula: str
    raw: str


Piece = Markup | Text | Citation | Link | Worked

_READ = (Text, Link, Worked)
_HEADING = re.compile(r"<h([1-6])>\s*$")

BlockKind = Literal["paragraph", "item", "row", "header", "heading", "quote", "footnote", "code"]


class Block(Form, frozen=True, dict=True):
    """The smallest thing that carries its own citations: a paragraph, an item, a table row."""

    kind: BlockKind
    open: str
    """HTML that comes before the pieces, tags of lists and tables around it included."""
    pieces: tuple[Piece, ...]
    close: str
    first_line: int
    """In the file, from 1."""
    last_line: int
    is_context: bool = False
    """Ends in `{context}`: framing of our own."""
    anchor: str = ""
    """The id a link can reach; set on the last tag of `open`."""

    @property
    def rank(self) -> int:
        """Of a heading: 2 for `##`, 3 for `###`; 0 for what is none."""
        tag = _HEADING.search(self.open) if self.kind == "heading" else None
        return int(tag[1]) if tag else 0

    @cached_property
    def text(self) -> str:
        """What a reader reads, without citations."""
        return "".join([p.text for p in self.pieces if isinstance(p, _READ)])


class Prose(Form, frozen=True, dict=True):
    """One Markdown text and the file it stands in."""

    path: str
    blocks: tuple[Block, ...]

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link, in reading order."""
        return tuple(piece for piece in self._pieces() if type(piece) is Link)

    @cached_property
    def refs(self) -> tuple[PassageRef, ...]:
        """Every passage cited, in reading order, with repetitions."""
        cited = [piece.refs for piece in self._pieces() if type(piece) is Citation]
        return tuple(ref for refs in cited for ref in refs)

    def _pieces(self) -> Iterator[Piece]:
        return (piece for block in self.blocks for piece in block.pieces)

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def text(self) -> str:
        """What a reader reads; a line for each block."""
        return "\n".join(block.text for block in self.blocks)
