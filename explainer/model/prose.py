"""Prose: what Markdown says, as blocks of pieces, before anything is linked or set."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class PassageRef:
    """A passage somebody cites. `source` is empty for the site's own seed."""

    source: str
    passage: str

    def __str__(self) -> str:
        return f"{self.source}:{self.passage}" if self.source else self.passage


def passage_ref(text: str) -> PassageRef:
    """The passage that `p5` or `reference:p5` names."""
    source, _, passage = text.rpartition(":")
    return PassageRef(source, passage)


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML that the Markdown renderer made: nothing in it is read or linked."""

    html: str


@dataclass(frozen=True, slots=True)
class Text:
    """Words as the reader sees them, not escaped."""

    text: str
    is_linkable: bool = True
    """False in code and in links made by hand."""


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@p3; @p14]`: what stands before it rests on these passages."""

    refs: tuple[PassageRef, ...]
    raw: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a record, a section or a heading of one, by hand or by itself."""

    target: str
    text: str
    fragment: str = ""
    raw: str = ""
    """As typed; empty when the engine made the link."""


@dataclass(frozen=True, slots=True)
class Worked:
    """`[115]{calc="145-30"}`: a number worked out from numbers of cited passages."""

    text: str
    formula: str
    raw: str


Piece = Markup | Text | Citation | Link | Worked

_READ = (Text, Link, Worked)

BlockKind = Literal["paragraph", "item", "row", "header", "heading", "quote", "footnote", "code"]


@dataclass(frozen=True, slots=True)
class Block:
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
    text: str = field(init=False, compare=False, repr=False)
    """What a reader reads, without citations."""

    def __post_init__(self) -> None:
        # Nearly every check and page asks for it, so it is put together once.
        text = "".join([p.text for p in self.pieces if isinstance(p, _READ)])
        object.__setattr__(self, "text", text)

    def with_pieces(self, pieces: tuple[Piece, ...]) -> "Block":
        """This block with other pieces."""
        return self._with(pieces, self.close)

    def with_close(self, close: str) -> "Block":
        """This block with other HTML after the pieces."""
        return self._with(self.pieces, close)

    def _with(self, pieces: tuple[Piece, ...], close: str) -> "Block":
        # `replace` of the standard library takes as long as all that is done with most blocks.
        return Block(
            self.kind, self.open, pieces, close,
            self.first_line, self.last_line, self.is_context, self.anchor,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Prose:
    """One Markdown text and the file it stands in."""

    path: str
    blocks: tuple[Block, ...]

    links: tuple[Link, ...] = field(init=False, compare=False, repr=False)
    refs: tuple[PassageRef, ...] = field(init=False, compare=False, repr=False)
    """Every passage cited, in reading order, with repetitions."""

    def __post_init__(self) -> None:
        # As with the text of a block: nearly everybody asks for both.
        pieces = [piece for block in self.blocks for piece in block.pieces]
        cited = [piece.refs for piece in pieces if type(piece) is Citation]
        object.__setattr__(self, "links", tuple(p for p in pieces if type(p) is Link))
        object.__setattr__(self, "refs", tuple(ref for refs in cited for ref in refs))

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def text(self) -> str:
        """What a reader reads; a line for each block."""
        return "\n".join(block.text for block in self.blocks)
