"""The pieces of one stretch of text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from explainer.model.prose import Citation, Link, Markup, Piece, Text, Worked, passage_ref
from explainer.model.web import names_a_server
from explainer.text.html import escape

Tell = Callable[[str, str, str], None]
"""Notes a problem: what to look for in the file, what is so, what would mend it."""

CONTEXT = Markup("{context}")
"""Stands for `{context}` until its block is made."""


@dataclass(slots=True)
class Inline:
    """The pieces of one stretch of text."""

    tell: Tell
    pieces: list[Piece] = field(default_factory=list)
    links: int = 0

    def read(self, children: Sequence[Token]) -> list[Piece]:
        for child in children:
            getattr(self, f"_{child.type}", self._tag)(child)
        return self.pieces

    def _text(self, token: Token) -> None:
        if token.content:
            self.pieces.append(Text(token.content, self.links == 0))

    _text_special = _text

    def _softbreak(self, token: Token) -> None:
        self.pieces.append(Text(" ", self.links == 0))

    def _hardbreak(self, token: Token) -> None:
        self.pieces.append(Markup("<br>"))

    def _code_inline(self, token: Token) -> None:
        self.pieces += [Markup("<code>"), Text(token.content, False), Markup("</code>")]

    def _citation(self, token: Token) -> None:
        refs = tuple(
            passage_ref(ref.strip().removeprefix("@")) for ref in token.meta["groups"][0].split(";")
        )
        self.pieces.append(Citation(refs, token.content))

    def _wikilink(self, token: Token) -> None:
        target, fragment, text = token.meta["groups"]
        shown = " ".join((text or target or fragment or "").split())
        self.pieces.append(Link(target.strip(), shown, fragment or "", token.content))

    def _worked(self, token: Token) -> None:
        text, formula = token.meta["groups"]
        self.pieces.append(Worked(text, formula, token.content))

    def _context(self, token: Token) -> None:
        self.pieces.append(CONTEXT)

    def _image(self, token: Token) -> None:
        self.tell("![", "pictures have no place in prose", "make a chart, or describe it in words")

    def _footnote_ref(self, token: Token) -> None:
        number = token.meta["id"] + 1
        self.pieces.append(
            Markup(f'<sup class="footnote-ref"><a href="#fn-{number}">{number}</a></sup>')
        )

    def _link_open(self, token: Token) -> None:
        self.links += 1
        href = str(token.attrGet("href") or "")
        if not re.match(r"(https?:|mailto:)", href):
            self.tell(
                href,
                f"`{href}` is not an outside address",
                "link to a record as `[[id|text]]`, to a heading as `[[id#heading|text]]`, "
                "to other sites with https://",
            )
        elif not href.startswith("mailto:") and not names_a_server(href):
            self.tell("](", f"`{href}` names no server", "mend the address: https://example.org/…")
        self.pieces.append(Markup(f'<a class="outside" href="{escape(href)}" rel="external">'))

    def _link_close(self, token: Token) -> None:
        self.links -= 1
        last = self.pieces[-1]
        if isinstance(last, Markup) and last.html.startswith("<a "):
            self.tell("[](", "this link has no words to follow", "write them between the brackets")
        self.pieces.append(Markup("</a>"))

    def _tag(self, token: Token) -> None:
        if not token.tag or token.nesting == 0:
            raise AssertionError(f"Markdown token {token.type} is not known here")
        self.pieces.append(Markup(f"<{token.tag}>" if token.nesting == 1 else f"</{token.tag}>"))


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """`pieces` with neighbouring texts made one: names and quotations run across lines."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if (
            isinstance(piece, Text)
            and isinstance(last, Text)
            and piece.is_linkable == last.is_linkable
        ):
            joined[-1] = Text(last.text + piece.text, last.is_linkable)
        else:
            joined.append(piece)
    return tuple(joined)
