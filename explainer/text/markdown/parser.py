"""markdown-it, set up for our prose."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, linkify
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

_PASSAGE = r"@[a-z0-9-]+(?::[a-z0-9-]+)?"
_RULES = {
    "citation": re.compile(rf"\[({_PASSAGE}(?:\s*;\s*{_PASSAGE})*)\]"),
    "wikilink": re.compile(r"\[\[([^\[\]|\\\n#]*)(?:#([^\[\]|\\\n]+))?(?:\\?\|([^\[\]]+))?\]\]"),
    "worked": re.compile(r"\[([^\[\]\n]+)\]\{calc=[\"“”]([^\"“”\n]+)[\"“”]\}"),
    "context": re.compile(r"\{context\}"),
}
_QUOTES = {"de": "„“‚‘", "fr": ["«\u202f", "\u202f»", "‹\u202f", "\u202f›"]}


@cache
def parser_for(language: str) -> MarkdownIt:
    """The parser for prose in `language`, a code such as `en`; one for each process."""
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
    parser.core.ruler.at("linkify", _linkify)
    for name, pattern in _RULES.items():
        parser.inline.ruler.before("link", name, _rule(name, pattern))
    return parser


def _linkify(state: StateCore) -> None:
    """Makes links of bare addresses. They hold one of two signs, and the library looks far longer."""
    # An entity may stand for a letter of them.
    if "//" in state.src or "&" in state.src or "mailto:" in state.src.lower():
        linkify(state)


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
