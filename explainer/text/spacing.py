"""Spaces at which no line may end."""

import re

_NO_BREAK = "\u00a0"
_OF_FRENCH = re.compile(r" (?=[;:!?»%])|(?<=«) |(?<=\d)(?<!\d{4}) (?=\d{3}(?!\d))")


def with_signs_bound(text: str, language: str) -> str:
    """`text` in which no line ends before the signs that French sets apart, or within a number."""
    return _OF_FRENCH.sub(_NO_BREAK, text) if language.startswith("fr") else text
