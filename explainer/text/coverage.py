"""What each citation covers."""

import re

from explainer.model.form import Form
from explainer.model.prose import Block, Citation, PassageRef, Piece, Prose, Text

_CLOSES = re.compile(r"[.,;:!?…)\]\"'”’»]+")


class Span(Form, frozen=True):
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
            _add(spans, block, pieces, (*piece.refs, *cites))
            pieces = []
        else:
            pieces.append(piece)
    _add(spans, block, pieces, cites)
    return spans


def _add(
    spans: list[Span], block: Block, pieces: list[Piece], refs: tuple[PassageRef, ...]
) -> None:
    """Append what stands between two citations; what closes a sentence goes to the span before it.

    Two citations with nothing but that between them cover the same words.
    """
    if not spans:
        spans.append(Span(block, tuple(pieces), refs))
        return
    last = spans[-1]
    closing, rest = _parted(pieces)
    if any(getattr(piece, "text", "").strip() for piece in rest):
        spans[-1] = Span(block, (*last.pieces, *closing), last.refs)
        spans.append(Span(block, rest, refs))
    else:
        spans[-1] = Span(
            block, (*last.pieces, *closing, *rest), tuple(dict.fromkeys((*last.refs, *refs)))
        )


def _parted(pieces: list[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The signs at the start of `pieces` that close a sentence, and the rest."""
    first = pieces[0] if pieces else None
    if not isinstance(first, Text):
        return (), tuple(pieces)
    end = _CLOSES.match(first.text)
    cut = end.end() if end else 0
    closing = (Text(first.text[:cut], first.is_linkable),) if cut else ()
    if not cut:
        return (), tuple(pieces)
    if not first.text[cut:]:
        return closing, tuple(pieces[1:])
    return closing, (Text(first.text[cut:], first.is_linkable), *pieces[1:])
