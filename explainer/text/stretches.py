"""Blocks of prose cut into the stretches that rest on the same passages."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby

from explainer.model.form import Form
from explainer.model.problems import Origin
from explainer.model.prose import Block, Link, Markup, PassageRef, Piece, Prose, Worked
from explainer.model.same import Same
from explainer.text.coverage import Span, spans_of
from explainer.text.places import place_in_block


class Stretch(Form, frozen=True):
    """Part of a block's text, and what it rests on."""

    start: int
    """In the block's text."""
    end: int
    refs: tuple[PassageRef, ...]


class CoveredBlock(Form, frozen=True):
    """A block as one text, with the stretches its citations cut it into."""

    block: Block
    text: str
    """What a reader reads."""
    stretches: tuple[Stretch, ...]
    worked: tuple[tuple[int, int, Worked], ...]
    """Worked-out numbers, with where they stand in `text`."""
    links: tuple[tuple[int, int, Link], ...]
    """Links by hand, likewise."""

    def refs_at(self, start: int, end: int) -> tuple[PassageRef, ...]:
        """What the text from `start` to `end` rests on, each passage once."""
        touched = (s.refs for s in self.stretches if s.start < end and start < s.end)
        return tuple(dict.fromkeys(ref for refs in touched for ref in refs))

    def is_framing(self, start: int, end: int) -> bool:
        """Whether the text from `start` to `end` is framing of our own: it rests on nothing."""
        return self.block.is_context and not self.refs_at(start, end)

    def place(self, texts: Mapping[str, str], prose: Prose, words: str, at: int) -> Origin:
        """Where `words`, which stand in the text at `at`, stand in the file of `prose`."""
        which = occurrence(self.text, words, at)
        return place_in_block(texts, prose, self.block, words, which)


def covered_blocks(prose: Prose, cites: tuple[PassageRef, ...] = ()) -> tuple[CoveredBlock, ...]:
    """The blocks of `prose` that may hold statements, without headings and code."""
    # Nearly every check asks for them.
    return _covered_blocks(Same(prose), cites)


@lru_cache(maxsize=4096)
def _covered_blocks(of: Same[Prose], cites: tuple[PassageRef, ...]) -> tuple[CoveredBlock, ...]:
    prose = of.value
    by_block = groupby(spans_of(prose, cites), key=lambda span: id(span.block))
    groups = (tuple(spans) for _, spans in by_block)
    return tuple(_covered(spans[0].block, spans, cites) for spans in groups)


def occurrence(text: str, needle: str, at: int) -> int:
    """Which of the equal ones the `needle` at `at` is, from 0: what a place is looked up by."""
    count, found = 0, text.find(needle)
    while 0 <= found < at:
        count += 1
        found = text.find(needle, found + 1)
    return count


def text_of(block: Block) -> str:
    """What a reader reads of `block`, as in a `CoveredBlock`."""
    return "".join(map(_text, block.pieces))


def _text(piece: Piece) -> str:
    return " " if _parts_words(piece) else getattr(piece, "text", "")


def _parts_words(piece: Piece) -> bool:
    """Whether a reader sees a gap where `piece` stands: cells of a table, lines broken by hand."""
    return isinstance(piece, Markup) and piece.html.startswith(("<td", "<th", "<br"))


def _covered(block: Block, spans: tuple[Span, ...], cites: tuple[PassageRef, ...]) -> CoveredBlock:
    at = 0
    stretches, worked, links = [], [], []
    texts: list[str] = []
    for span in spans:
        start = at
        for piece in span.pieces:
            text = _text(piece)
            if isinstance(piece, Worked):
                worked.append((at, at + len(text), piece))
            elif isinstance(piece, Link):
                links.append((at, at + len(text), piece))
            texts.append(text)
            at += len(text)
        # Framing of our own rests on nothing, whatever its record cites for the rest.
        is_framing = block.is_context and span.refs == cites
        stretches.append(Stretch(start, at, () if is_framing else span.refs))
    return CoveredBlock(block, "".join(texts), tuple(stretches), tuple(worked), tuple(links))
