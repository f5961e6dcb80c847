"""From markdown-it's tokens to blocks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from explainer.model.form import replace
from explainer.model.problems import Origin, Problem
from explainer.model.prose import Block, BlockKind, Markup, Piece, Text
from explainer.text.html import escape
from explainer.text.markdown.inline import CONTEXT, Inline, joined
from explainer.text.markdown.tags import closing, opening
from explainer.text.phrases import several
from explainer.text.places import place

_PASSAGE = r"(?:[a-z][a-z0-9-]*:[a-z][a-z0-9-]*|p[0-9]+)(?!\w)"
# What is left as text although somebody meant something by it.
_MEANT = (
    (
        re.compile(
            r"\[\s*@[^\]]*\]?"
            # (@p5), ［@p5］, @p5 alone, but not (@somebody); and [p5] without its sign.
            rf"|[(（［]?(?<!\w)@{_PASSAGE}[])）］]?|[\[［]{_PASSAGE}[\]］]"
        ),
        "`{}` is no citation",
        "write `[@p5]`, `[@p3; @p14]` or `[@reference:passage]`",
    ),
    (
        re.compile(r"\[\[[^\]]*\]?\]?|\[[^\[\]|]{2,}\|[^\[\]]+\]"),
        "`{}` is no link",
        "write `[[id]]` or `[[id|text]]`; in a table `[[id\\|text]]`",
    ),
    (
        re.compile(r"\[\^[^\]]*\]"),
        "`{}` leads to no footnote",
        "write the footnote in a line that begins with this and a colon, or take it out",
    ),
    (
        re.compile(r"^\[![^\]]*\]"),
        "`{}` is no kind of remark",
        "write `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`, alone in its line",
    ),
    (
        re.compile(r"\{[^{}]*\}"),
        "`{}` means nothing here",
        'braces hold `{context}` at a block\'s end, or `{calc="…"}` after a number in brackets',
    ),
    (
        re.compile(r"</?[A-Za-z][^<>]*>|<!--"),
        "`{}` is HTML, which does not pass",
        "write Markdown, or put it between backticks",
    ),
    (
        re.compile(r"!?\[[^\]]*\]\((?:[^()]|\([^()]*\))*\)?"),
        "`{}` is no link a page may hold",
        "links go to https:// or mailto: addresses, or to a record as `[[id|text]]`",
    ),
    (
        re.compile(r"\]\("),
        "`{}` ends no link",
        "the words of a link hold no other link, no citation and no worked-out number",
    ),
)

_CELL_ENDS = re.compile(r"(?<!\\)\|")
_LONGEST = 60
"""So many characters of it are told."""


@dataclass(slots=True)
class Builder:
    """Turns markdown-it's tokens into blocks: what opens and closes goes to the nearest block."""

    path: str
    text: str
    first_line: int
    is_body: bool
    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    """HTML waiting for the next block."""
    around: list[str] = field(default_factory=list)
    """Types of the containers we are in."""
    row: list[Piece] | None = None
    row_kind: BlockKind = "row"
    lines: tuple[int, int] = (1, 1)
    rank: int = 1
    """Of the last heading."""
    columns: int = 0
    """Of the table we are in."""
    source: list[str] = field(default_factory=list)
    """The lines of `text`, where it has a table."""

    def read(self, tokens: Sequence[Token]) -> None:
        for index, token in enumerate(tokens):
            if token.map:
                first, end = token.map
                self.lines = (self.first_line + first, self.first_line + max(end - 1, first))
            if token.type == "inline":
                self._inline(token, tokens[index - 1])
            elif token.nesting == 1:
                self._open(token)
            elif token.nesting == -1:
                self._close(token)
            else:
                self._leaf(token)
        if self.before and self.blocks:
            self._append(self.before)

    def _append(self, markup: list[str]) -> None:
        last = self.blocks[-1]
        self.blocks[-1] = replace(last, close=last.close + "".join(markup))
        markup.clear()

    def _open(self, token: Token) -> None:
        self.around.append(token.type)
        html = opening(token)
        self.columns += token.type == "th_open"
        if token.type == "table_open":
            self.columns = 0
        if token.type == "tr_open":
            self.row = []
            self.row_kind = "header" if "thead_open" in self.around else "row"
            self.before.append(html)
        elif self.row is not None:
            self.row.append(Markup(html))
        else:
            self.before.append(html)

    def _close(self, token: Token) -> None:
        if self.around:
            self.around.pop()
        html = closing(token)
        if token.type == "tr_close" and self.row is not None:
            pieces = joined(self.row)
            self.row = None
            told = len(self.problems)
            self._add(self.row_kind, pieces, html)
            if self.row_kind == "row" and len(self.problems) == told:
                self._refuse_row()
        elif self.row is not None:
            self.row.append(Markup(html))
        elif self.before or not self.blocks:
            self.before.append(html)
        else:
            self._append([html])

    def _refuse_row(self) -> None:
        """Note a row of more or fewer cells than the head: Markdown drops those, and shifts these."""
        self.source = self.source or self.text.split("\n")
        cells = _CELL_ENDS.split(
            self.source[self.lines[0] - self.first_line].lstrip("> \t").rstrip()
        )
        has = len(cells) - (not cells[0]) - (not cells[-1])
        if has != self.columns:
            self.problem(
                "",
                f"this row has {several(has, 'cell')}, the head of its table {self.columns}",
                "look for a `|` too many or too few; one inside a cell is `\\|`, and an empty line ends "
                "the table",
            )

    def _leaf(self, token: Token) -> None:
        if token.type == "hr":
            self.before.append("<hr>\n")
        elif token.type in ("fence", "code_block"):
            code = f"<pre><code>{escape(token.content)}</code></pre>\n"
            self._add("code", (Markup(code),), "")
        elif token.type != "footnote_anchor":
            raise AssertionError(f"Markdown token {token.type} is not known here")

    def _inline(self, token: Token, opener: Token) -> None:
        if opener.type == "paragraph_open" and token.content.startswith("|"):
            hint = "below its head stands a line with as many cells: `| --- | --- |`"
            self.problem("|", "this begins like a table, and is none", hint)
        pieces = Inline(self.problem).read(token.children or [])
        if self.row is not None:
            self.row.extend(pieces)
            return
        self._add(self._kind(opener, not pieces), joined(pieces), "")

    def _kind(self, opener: Token, is_empty: bool) -> BlockKind:
        if opener.type == "heading_open":
            self._refuse_heading(opener, is_empty)
            return "heading"
        if opener.type in ("dt_open", "alert_title_open"):
            return "header"
        nearest = next(
            (t for t in reversed(self.around) if t not in ("paragraph_open",)), "paragraph_open"
        )
        kinds: dict[str, BlockKind] = {
            "list_item_open": "item",
            "dd_open": "item",
            "blockquote_open": "quote",
            "footnote_open": "footnote",
        }
        return kinds.get(nearest, "paragraph")

    def _refuse_heading(self, opener: Token, is_empty: bool) -> None:
        if is_empty:
            self.problem("#", "this heading is empty", "write it, or take its signs out")
        elif not self.is_body:
            self.problem("#", "a heading has no place in this field", "write a paragraph")
        elif opener.tag == "h1":
            self.problem(
                "#", "`#` makes a second main heading", "begin with `##`; the question is the first"
            )
        elif opener.markup == "-":
            hint = "leave an empty line above it, or begin the heading with `##`"
            self.problem("-" * 2, "`---` makes a heading of the line above it", hint)
        elif int(opener.tag[1]) > self.rank + 1:
            hint = f"leave no rank out: write `{'#' * (self.rank + 1)}`"
            self.problem("#", f"`{opener.markup}` is too low a rank here", hint)
        self.rank = int(opener.tag[1])

    def _add(self, kind: BlockKind, pieces: tuple[Piece, ...], close: str) -> None:
        is_context = any(p == CONTEXT for p in pieces)
        if is_context:
            pieces = self._without_context(pieces)
        for piece in pieces:
            if isinstance(piece, Text) and piece.is_linkable:
                self._refuse_leftovers(piece.text)
        first, last = self.lines
        before = "".join(self.before)
        self.before.clear()
        self.blocks.append(Block(kind, before, pieces, close, first, last, is_context))

    def _without_context(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        rest = [p for p in pieces if p != CONTEXT]
        last = pieces[-1]
        if last != CONTEXT or len(rest) < len(pieces) - 1:
            self.problem("{context}", "`{context}` stands once, at a block's end", "move it there")
        if rest and isinstance(rest[-1], Text):
            rest[-1] = replace(rest[-1], text=rest[-1].text.rstrip())
        return tuple(rest)

    def _refuse_leftovers(self, text: str) -> None:
        if not any(sign in text for sign in "[{<]@［"):
            return
        for pattern, message, hint in _MEANT:
            match = pattern.search(text)
            if match:
                self.problem(match[0], message.format(_begun(match[0])), hint)
                return

    def problem(self, needle: str, message: str, hint: str) -> None:
        first, last = self.lines
        before = "\n" * (self.first_line - 1)
        origin = place(before + self.text, Origin(self.path, first), needle, last_line=last)
        self.problems.append(Problem(origin, message, hint, "links"))


def _begun(text: str) -> str:
    """The beginning of what may go on to the end of its paragraph."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + " …"
