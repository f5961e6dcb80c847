"""The words of a text, looked up once for everybody who looks for something in it.

Names, numbers and dates begin with words that are known beforehand, so whoever looks for them asks
which of those words a text has, and tries a pattern only where one stands.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache

from explainer.model.form import Form

_WORD = re.compile(r"\w+")
_SHORT = 2
"""Letters: of so few the same stand inside many a word."""


class Words(Form, frozen=True, dict=True):
    """Which words a text has."""

    exact: frozenset[str]
    """As they are written."""

    @cached_property
    def by_small(self) -> Mapping[str, str]:
        """Those that begin with a capital, by what they are with a small first letter."""
        capitals = (word for word in self.exact if word != word.lower())
        return {with_small_first(word): word for word in capitals}

    @cached_property
    def lower(self) -> frozenset[str]:
        """All of them in small letters."""
        return frozenset(map(str.lower, self.exact))

    @cached_property
    def by_lower(self) -> Mapping[str, tuple[str, ...]]:
        """All of them, by what they are in small letters."""
        found: dict[str, tuple[str, ...]] = {}
        for word in self.exact:
            lower = word.lower()
            found[lower] = (*found[lower], word) if lower in found else (word,)
        return found


@lru_cache(maxsize=8192)
def words_in(text: str) -> Words:
    """The words of `text`: letters, digits and underscores in a row."""
    return Words(frozenset(_WORD.findall(text)))


def with_small_first(text: str) -> str:
    """`text` with a small first letter: where a sentence begins, a name has a capital."""
    return text[:1].lower() + text[1:]


def places_of(text: str, words: Iterable[str]) -> list[int]:
    """Where in `text` one of `words` stands as a whole word, from left to right."""
    places: list[int] = []
    for word in words:
        if len(word) <= _SHORT:
            places += [match.start() for match in _whole(word).finditer(text)]
            continue
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not _is_of_word(text[at - 1 : at]) and not _is_of_word(text[end : end + 1]):
                places.append(at)
            at = text.find(word, end)
    places.sort()
    return places


def places_in_any_case(text: str, words: Iterable[str]) -> list[int]:
    """Where in `text` one of `words`, given in small letters, stands whatever its letters are."""
    small = text.lower()
    if len(small) == len(text):
        return places_of(small, words)
    # A few letters have no small one of the same length.
    by_lower = words_in(text).by_lower
    return places_of(text, [word for lower in words for word in by_lower.get(lower, ())])


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@cache
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){word}(?!\w)")
