"""Texts to try: stretches of real ones, signs that mean something, and real ones spoilt."""

import re
from collections.abc import Iterable, Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.conftest import ROOT

SIGNS = (
    *"\"'“”„‟«»‹›‘’`´()[]{}<>|&*#@%!?:;,.-–—−_=+/\\~^$£€¥§°·…",
    *("[[", "]]", "[@", "{{", "}}", "{%", "%}", "<!--", "-->", "](", "![", "''", "``", "...", "--"),
    *(" ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "\n---\n", "\x0b", "\x0c", "\x85"),
    *("\0", "\x07", "\x1b", "\x7f", "\u00a0", "\u202f", "\u200b", "\u200d", "\u2028", "\u2029"),
    *(
        "\u202e",
        "\u2066",
        "\u2069",
        "\ufeff",
        "\ufffe",
        "\ufffd",
        "\U0010ffff",
        "e\u0301",
        "\u0301",
    ),
    *("ß", "ẞ", "İ", "ı", "ﬁ", "Ⅷ", "²", "½", "١٢", "၅", "𝟙", "א", "ע", "ご", "😀", "K", "ſ", "ŉ"),
    *("0", "1", "2025", "9" * 400, "1e999", "-0", "0x1f", "1_000", "10,000.5", "00"),
)
"""Brackets, marks, white space, control characters, other alphabets, odd numbers."""
MANY = 2000
"""So often a sign is written where it is written over and over."""


def parts_of(*patterns: str) -> tuple[str, ...]:
    """Paragraphs of the files under the project's root that match one of `patterns`."""
    paths = sorted({path for pattern in patterns for path in ROOT.glob(pattern)})
    texts = (path.read_text(encoding="utf-8") for path in paths)
    parts = (part.strip("\n") for text in texts for part in re.split(r"\n(?:\.\n|\n+)", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def files_of(*patterns: str) -> tuple[str, ...]:
    """The files under the project's root that match one of `patterns`, each as a text."""
    paths = sorted({path for pattern in patterns for path in ROOT.glob(pattern)})
    return tuple(path.read_text(encoding="utf-8") for path in paths)


Edit = tuple[str, int, int, str]


def texts(real: Sequence[str], *more: Iterable[str]) -> SearchStrategy[str]:
    """Texts made of the `real` ones, of signs and of `more` that matter; or real ones, spoilt."""
    own = tuple(snippet for group in more for snippet in group)
    snippet = st.one_of(st.sampled_from(SIGNS), *([st.sampled_from(own)] if own else []))
    word = st.one_of(snippet, st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
    mixed = st.lists(st.one_of(word, snippet, st.sampled_from(real)), max_size=12).map("".join)
    edit = st.tuples(
        st.sampled_from(("put", "put", "cut", "swap", "twice", "upper", "many")),
        st.integers(0, 10**6),
        st.integers(0, 60),
        snippet,
    )
    spoilt = st.builds(_edited, st.sampled_from(real), st.lists(edit, max_size=6))
    return st.one_of(mixed, spoilt, spoilt)


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in edits:
        text = _with_edit(text, *edit)
    return text


def _with_edit(text: str, kind: str, place: int, length: int, snippet: str) -> str:
    """`text` with one thing done to it somewhere."""
    start = place % (len(text) + 1)
    stretch = text[start : start + length]
    new = {
        "put": snippet + stretch,
        "cut": "",
        "swap": snippet,
        "twice": stretch * 2,
        "upper": stretch.upper(),
        "many": snippet * (MANY // max(1, len(snippet))) + stretch,
    }[kind]
    return text[:start] + new + text[start + length :]


LANGUAGES = st.sampled_from(("en", "de", "fr", "en", "xx"))
