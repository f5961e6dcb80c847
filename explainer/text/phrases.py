"""Turns of phrase that messages share."""

import difflib
from collections.abc import Collection


def several(count: int, what: str) -> str:
    """`1 problem`, `3 problems`."""
    return f"{count} {what}{'s' * (count != 1)}"


def nearest(word: str, known: Collection[str], *, likeness: float = 0.6) -> str:
    """The one of `known` that `word` is taken to mean; empty where none is so like it (from 0 to 1)."""
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=likeness)), "")


def did_you_mean(word: str, known: Collection[str]) -> str:
    """The question after `nearest`; empty where there is none."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else ""
