"""The door to markdown-it: Markdown becomes blocks of pieces.

On top of CommonMark with tables, footnotes, definition lists and `> [!NOTE]`, prose knows citations
`[@p3; @p14]`, links `[[id|text]]`, worked-out numbers `[115]{calc="145-30"}` and `{context}`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from explainer.model.problems import Origin, Problem
from explainer.model.prose import (
    Block,
    BlockKind,
    Citation,
    Link,
    Markup,
    PassageRef,
    Piece,
    Prose,
    Text,
    Worked,
)
from explainer.text.places import place
from explainer.text.slugs import slug

_PASSAGE = r"@[a-z0-9-]+(?::[a-z0-9-]+)?"
_RULES = {
    "citation": re.compile(rf"\[({_PASSAGE}(?:\s*;\s*{_PASSAGE})*)\]"),
    "wikilink": re.compile(r"\[\[([^\[\]|\\\n#]*)(?:#([^\[\]|\\\n]+))?(?:\\?\|([^\[\]]+))?\]\]"),
    "worked": re.compile(r"\[([^\[\]\n]+)\]\{calc=[\"“”]([^\"“”\n]+)[\"“”]\}"),
    "context": re.compile(r"\{context\}"),
}
_QUOTES = {"de": "„“‚‘", "fr": ["«\u202f", "\u202f»", "‹\u202f", "\u202f›"]}
# What is left as text although somebody meant something by it.
_MEANT = (
    (
        re.compile(r"\[@[^\]]*\]?"),
        "`{}` is no citation",
        "write `[@p5]`, `[@p3; @p14]` or `[@reference:passage]`",
    ),
    (re.compile(r"\[\[[^\]]*\]?\]?"), "`{}` is no link", "write `[[id]]` or `[[id|text]]`"),
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
        re.compile(r"!?\[[^\]]*\]\([^)]*\)?"),
        "`{}` is no link a page may hold",
        "links go to https:// or mailto: addresses, or to a record as `[[id|text]]`",
    ),
)


def parse_prose(
    path: str, text: str, *, first_line: int = 1, language: str = "en", is_body: bool = False
) -> tuple[Prose, tuple[Problem, ...]]:
    """The blocks of the Markdown `text`, which stands in `path` from `first_line` on, and problems.

    `is_body` allows headings (from the second level on) and gives blocks anchors.
    """
    builder = _Builder(path, text, first_line, is_body)
    tokens = _parser(language.split("-")[0]).parse(text, {})
    builder.read(tokens)
    blocks = tuple(builder.blocks)
    if is_body:
        blocks = _with_anchors(blocks)
    problems = [*builder.problems, *_swallowed(path, text, first_line)]
    return Prose(path, blocks), tuple(problems)


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


@cache
def _parser(language: str) -> MarkdownIt:
    options = {
        "html": False,
        "typographer": True,
        "quotes": _QUOTES.get(language, "“”‘’"),
    }
    parser = MarkdownIt("gfm-like2", options).enable("smartquotes")
    parser.use(footnote_plugin).use(deflist_plugin)
    parser.linkify.set(  # type: ignore[union-attr]
        {"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False}
    )
    for name, pattern in _RULES.items():
        parser.inline.ruler.before("link", name, _rule(name, pattern))
    return parser


def _rule(name: str, pattern: re.Pattern[str]):  # type: ignore[no-untyped-def]
    first = "{" if name == "context" else "["

    def match_at(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != first or state.linkLevel > 0:
            return False
        match = pattern.match(state.src, state.pos)
        if not match:
            return False
        if not silent:
            token = state.push(name, "", 0)
            token.content = match[0]
            token.meta = {"groups": match.groups()}
        state.pos = match.end()
        return True

    return match_at


@dataclass(slots=True)
class _Builder:
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
        html = _opening(token)
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
        html = _closing(token)
        if token.type == "tr_close" and self.row is not None:
            pieces = _joined(self.row)
            self.row = None
            self._add(self.row_kind, pieces, html)
        elif self.row is not None:
            self.row.append(Markup(html))
        elif self.before or not self.blocks:
            self.before.append(html)
        else:
            self._append([html])

    def _leaf(self, token: Token) -> None:
        if token.type == "hr":
            self.before.append("<hr>\n")
        elif token.type in ("fence", "code_block"):
            code = f"<pre><code>{escape(token.content)}</code></pre>\n"
            self._add("code", (Markup(code),), "")
        elif token.type != "footnote_anchor":
            raise AssertionError(f"Markdown token {token.type} is not known here")

    def _inline(self, token: Token, opener: Token) -> None:
        pieces = _Inline(self).read(token.children or [])
        if self.row is not None:
            self.row.extend(pieces)
            return
        self._add(self._kind(opener), _joined(pieces), "")

    def _kind(self, opener: Token) -> BlockKind:
        if opener.type == "heading_open":
            self._refuse_heading(opener)
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

    def _refuse_heading(self, opener: Token) -> None:
        if not self.is_body:
            self.problem("#", "a heading has no place in this field", "write a paragraph")
        elif opener.tag == "h1":
            self.problem(
                "#", "`#` makes a second main heading", "begin with `##`; the question is the first"
            )

    def _add(self, kind: BlockKind, pieces: tuple[Piece, ...], close: str) -> None:
        is_context = any(isinstance(p, Markup) and p.html == _CONTEXT for p in pieces)
        if is_context:
            pieces = self._without_context(pieces)
        for piece in pieces:
            if isinstance(piece, Text) and piece.is_linkable:
                self._refuse_leftovers(piece.text)
        first, last = self.lines
        opening = "".join(self.before)
        self.before.clear()
        self.blocks.append(Block(kind, opening, pieces, close, first, last, is_context))

    def _without_context(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        rest = [p for p in pieces if not (isinstance(p, Markup) and p.html == _CONTEXT)]
        last = pieces[-1]
        if not (isinstance(last, Markup) and last.html == _CONTEXT) or len(rest) < len(pieces) - 1:
            self.problem("{context}", "`{context}` stands once, at a block's end", "move it there")
        if rest and isinstance(rest[-1], Text):
            rest[-1] = replace(rest[-1], text=rest[-1].text.rstrip())
        return tuple(rest)

    def _refuse_leftovers(self, text: str) -> None:
        if not any(sign in text for sign in "[{<"):
            return
        for pattern, message, hint in _MEANT:
            match = pattern.search(text)
            if match:
                self.problem(match[0], message.format(match[0]), hint)
                return

    def problem(self, needle: str, message: str, hint: str) -> None:
        first, last = self.lines
        before = "\n" * (self.first_line - 1)
        origin = place(before + self.text, Origin(self.path, first), needle, last_line=last)
        self.problems.append(Problem(origin, message, hint, "links"))


_CONTEXT = "{context}"
_CLASSES = {"left": "start", "center": "center", "right": "end"}


@dataclass(slots=True)
class _Inline:
    """The pieces of one stretch of text."""

    builder: _Builder
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
        self.pieces.append(Markup(_CONTEXT))

    def _image(self, token: Token) -> None:
        self.builder.problem(
            "![", "pictures have no place in prose", "make a chart, or describe it in words"
        )

    def _footnote_ref(self, token: Token) -> None:
        number = token.meta["id"] + 1
        self.pieces.append(
            Markup(f'<sup class="footnote-ref"><a href="#fn-{number}">{number}</a></sup>')
        )

    def _link_open(self, token: Token) -> None:
        self.links += 1
        href = str(token.attrGet("href") or "")
        if not re.match(r"(https?:|mailto:)", href):
            self.builder.problem(
                href,
                f"`{href}` is not an outside address",
                "link to a record as `[[id|text]]`, to other sites with https://",
            )
        self.pieces.append(Markup(f'<a class="outside" href="{escape(href)}" rel="external">'))

    def _link_close(self, token: Token) -> None:
        self.links -= 1
        self.pieces.append(Markup("</a>"))

    def _tag(self, token: Token) -> None:
        if not token.tag or token.nesting == 0:
            raise AssertionError(f"Markdown token {token.type} is not known here")
        self.pieces.append(Markup(f"<{token.tag}>" if token.nesting == 1 else f"</{token.tag}>"))


def _opening(token: Token) -> str:
    """The tag or tags `token` opens, without the inline styles tables would carry."""
    kind = token.type
    if token.hidden:
        return ""
    if kind == "table_open":
        return '<div class="table-scroll" tabindex="0"><table>\n'
    if kind == "alert_open":
        return f'<div class="alert alert-{escape(token.meta["kind"].lower())}">\n'
    if kind == "alert_title_open":
        return '<p class="alert-title">'
    if kind == "footnote_block_open":
        return '<section class="footnotes"><ol>\n'
    if kind == "footnote_open":
        return f'<li id="fn-{token.meta["id"] + 1}">'
    if kind in ("th_open", "td_open"):
        side = str(token.attrGet("style") or "").removeprefix("text-align:")
        scope = ' scope="col"' if kind == "th_open" else ""
        return f'<{token.tag}{scope} class="{_CLASSES[side]}">' if side else f"<{token.tag}{scope}>"
    start = token.attrGet("start")
    return f'<{token.tag} start="{int(start)}">' if start else f"<{token.tag}>"


def _closing(token: Token) -> str:
    if token.hidden:
        return ""
    special = {
        "table_close": "</table></div>\n",
        "alert_close": "</div>\n",
        "footnote_block_close": "</ol></section>\n",
        "footnote_close": "</li>\n",
    }
    inline = token.type in ("th_close", "td_close")
    return special.get(token.type) or f"</{token.tag}>{'' if inline else chr(10)}"


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
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


def _with_anchors(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks`, each paragraph, item and heading with an id made of its first words.

    An id of words outlives edits further down and paragraphs put in before, which a number would not.
    """
    taken: set[str] = set()
    anchored = []
    for block in blocks:
        if block.kind in ("paragraph", "item", "quote", "heading"):
            words = 12 if block.kind == "heading" else 4
            base = slug(" ".join(block.text.split()[:words])) or block.kind
            base = base if block.kind == "heading" else f"par-{base}"
            anchor, count = base, 2
            while anchor in taken:
                anchor, count = f"{base}-{count}", count + 1
            taken.add(anchor)
            block = replace(block, anchor=anchor)
        anchored.append(block)
    return tuple(anchored)


def passage_ref(text: str) -> PassageRef:
    """The passage that `p5` or `reference:p5` names."""
    source, _, passage = text.rpartition(":")
    return PassageRef(source, passage)


def escape(text: str) -> str:
    """`text` for HTML, between tags or in a quoted attribute."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
