"""What each citation covers."""

import re
from dataclasses import dataclass

from explainer.model.prose import Block, Citation, PassageRef, Piece, Prose

_ENDS_A_SENTENCE = re.compile(r"[\s.,;:!?…)\]\"'”’»]*")


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring pieces of one block that rest on the same passages."""

    block: Block
    pieces: tuple[Piece, ...]
    refs: tuple[PassageRef, ...]
    """Empty when nothing covers the span."""

    @property
    def text(self) -> str:
        """What a reader reads, without citations."""
        return "".join(getattr(piece, "text", "") for piece in self.pieces)


def spans_of(prose: Prose, cites: tuple[PassageRef, ...] = ()) -> tuple[Span, ...]:
    """The text of `prose` cut at its citations, without headings and blank stretches.

    A citation covers everything back to the one before it or to the start of its block. It may
    stand before or after the full stop: what closes a sentence belongs to what is before it.
    `cites`, the passages a record names for all its prose, are added to every span.
    """
    return tuple(
        span
        for block in prose.blocks
        if block.kind not in ("heading", "header", "code")
        for span in _spans_of_block(block, cites)
        if span.text.strip()
    )


def _spans_of_block(block: Block, cites: tuple[PassageRef, ...]) -> list[Span]:
    spans: list[Span] = []
    pieces: list[Piece] = []
    for piece in block.pieces:
        if isinstance(piece, Citation):
            spans = _covered(spans, block, pieces, (*piece.refs, *cites))
            pieces = []
        else:
            pieces.append(piece)
    text = "".join(getattr(piece, "text", "") for piece in pieces)
    if spans and _ENDS_A_SENTENCE.fullmatch(text):
        last = spans[-1]
        return [*spans[:-1], Span(block, (*last.pieces, *pieces), last.refs)]
    return [*spans, Span(block, tuple(pieces), cites)]


def _covered(
    spans: list[Span], block: Block, pieces: list[Piece], refs: tuple[PassageRef, ...]
) -> list[Span]:
    """`spans` and one more; two citations side by side cover the same words."""
    text = "".join(getattr(piece, "text", "") for piece in pieces)
    if spans and _ENDS_A_SENTENCE.fullmatch(text):
        last = spans[-1]
        return [*spans[:-1], Span(block, (*last.pieces, *pieces), (*last.refs, *refs))]
    return [*spans, Span(block, tuple(pieces), refs)]
