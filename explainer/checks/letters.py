"""letters: what a writer cannot see, no check may overlook."""

import re
import unicodedata
from collections.abc import Iterator

from explainer.model.problems import Problem
from explainer.model.site import Site
from explainer.text.places import origin_at

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    "|(?<=[A-Za-z0-9])[\u200c\u200d](?=[A-Za-z0-9])"
)
"""Soft hyphens, spaces without width, signs that turn the direction; joiners between Latin letters."""
_LOST = re.compile("\ufffd+")
_MIXED = re.compile("[A-Za-z][\u0400-\u04ff\u0370-\u03ff]|[\u0400-\u04ff\u0370-\u03ff][A-Za-z]")
"""A Cyrillic or Greek letter beside a Latin one: `ninety` with another e is no number word."""
_GREEK_SIGNS = frozenset("μΩΔαβγδλσ")
"""Letters that stand beside Latin ones in units and formulas."""


def check(site: Site) -> Iterator[Problem]:
    """Characters that hide words, numbers and names from readers' eyes or from the other checks."""
    for path, text in site.texts.items():
        if path.endswith(".lock.yaml") or text.isascii():
            continue
        for match in _UNSEEN.finditer(text):
            yield Problem(
                origin_at(path, text, match.start()),
                f"an unseen character stands here: {_name(match[0])}",
                "take it out: it parts words so that nobody can see it",
                "letters",
            )
        for match in _LOST.finditer(text):
            yield Problem(
                origin_at(path, text, match.start()),
                "a letter was lost here: this sign stands where a program could not read one (U+FFFD)",
                "write the letter that was meant",
                "letters",
            )
        for match in _MIXED.finditer(text):
            if not _GREEK_SIGNS & set(match[0]):
                yield Problem(
                    origin_at(path, text, match.start()),
                    f"`{match[0]}` mixes alphabets: {' and '.join(map(_name, match[0]))}",
                    "write the word with letters of one alphabet",
                    "letters",
                )


def _name(letter: str) -> str:
    return f"{unicodedata.name(letter, 'unnamed')} (U+{ord(letter):04X})"
