"""Changes that a text tells the wrong way round: `rose from 145 to 30 per cent`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from explainer.text.number import Number
from explainer.text.number_patterns import number_patterns
from explainer.text.number_words import number_words
from explainer.text.signs import CLAUSE, WORD

_FROM_TO = {"en": ("from", "to"), "de": ("von", "auf"), "fr": ("de", "à")}
_EITHER_WAY = frozenset(
    "lower higher less more fewer smaller larger add added adding plus minus moins mehr weniger "
    "niedriger höher".split()
)
"""Words that also tell of a size: `lower rates rose from 5 to 10`."""
_RAISED = ("rais",)
_FARTHEST = 6
"""Words between the verb and the first number: `raised its duty on US goods from 34`."""
_LAST = re.compile(r"\s(\w+)")
_UNIT_THAT_FOLLOWS = re.compile(
    r"\s?(?:%|per\scent|percent|prozent|pour\scent)(?!\w)", re.IGNORECASE
)
_BY = re.compile(r"\b(?:by|um)\s(?:about\s|etwa\s)?$", re.IGNORECASE)
_DIFFERENCE = re.compile(r"\s*([\d.,]+)\s*[-−–]\s*([\d.,]+)\s*")


def turned_round(
    text: str, numbers: Sequence[Number], language: str
) -> Iterator[tuple[Number, str]]:
    """The first of two numbers, and the words from the verb to the second, where a rise goes down."""
    start, join = _FROM_TO.get(language[:2].lower(), ("", ""))
    for first, second in pairwise(numbers) if start else ():
        before = text[max(0, first.start - 80) : first.start]
        if text[first.end : second.start].strip().lower() != join or not _are_alike(
            first, second, language
        ):
            continue
        words = list(WORD.finditer(CLAUSE.split(before)[-1]))
        if not words or words[-1][0].lower() != start:
            continue
        verb, way = _verb([word[0] for word in words[-_FARTHEST - 2 : -1]], language)
        last = _LAST.match(text, second.end)
        if not way and last and start == "von":
            # German may say it last: von 59,50 auf 64,90 Euro verteuert.
            verb, way = _verb([last[1]], language)
        assert first.low is not None and second.low is not None
        if way * (second.low - first.low) < 0:
            yield first, f"{verb} … {start} {first.text} {join} {second.text}"


def about_turn(words: str) -> tuple[str, str]:
    """What is so and what would mend it, for `words` of a change turned round."""
    return (
        f"`{words}` goes the other way",
        "turn the two numbers round, or mend the word that tells which way they went",
    )


def _are_alike(first: Number, second: Number, language: str) -> bool:
    """Whether the two can be laid beside each other.

    `From 5 to 3 million` says too little, places and hours are no sizes, and below zero a fall makes
    the figure larger.
    """
    scale = number_patterns(language).scale_inside
    is_size = not (first.is_ordinal or second.is_ordinal or "clock" in (first.unit, second.unit))
    return (
        is_size
        and not set("-−–") & {first.text[0], second.text[0]}
        and first.low is not None
        and second.low is not None
        and first.unit in ("", second.unit)
        and bool(scale.search(first.text)) == bool(scale.search(second.text))
    )


def _verb(words: Sequence[str], language: str) -> tuple[str, int]:
    """The last word that tells of a rise or a fall, and 1 or -1 for which; 0 where none does."""
    known = number_words(language)
    for word in reversed(words):
        small = word.lower()
        if small not in _EITHER_WAY and small.startswith((*known.fall, *known.rise, *_RAISED)):
            return word, -1 if small.startswith(known.fall) else 1
    return "", 0


def difference(formula: str) -> tuple[str, ...]:
    """The two numbers of a formula that only takes one from the other; none of any other."""
    match = _DIFFERENCE.fullmatch(formula)
    return (match[1], match[2]) if match else ()


def is_told_in_per_cent(text: str, start: int, end: int) -> bool:
    """Whether a change is told `by` the number from `start` to `end` `per cent`."""
    before = text[max(0, start - 12) : start]
    return bool(_BY.search(before) and _UNIT_THAT_FOLLOWS.match(text, end))
