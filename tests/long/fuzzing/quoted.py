"""Quotations: where they stand, and whether they are held."""

import re

from hypothesis import strategies as st

from explainer.text.quotations import (
    Quotation,
    closest,
    find_quotations,
    find_single,
    word_difference,
    words_of,
)
from explainer.text.quotations import is_held as is_quoted
from tests.long.fuzzing.found import REAL, are_stretches
from tests.long.fuzzing.texts import texts
from tests.long.fuzzing.trying import Target

_QUOTES = (
    *(
        "“",
        "”",
        "„",
        "«",
        "»",
        "‹",
        "˝",
        "″",
        "”, she said, “",
        '," he said, "',
        "[…]",
        "[not]",
        "…",
    ),
    *("‘", "’", "''", "``", " not ", "n't ", " — ", "--", "don’t", "„a“", "« b »", '5"', "“a” “b”"),
)


def _holds_quotations(given: tuple[str, str]) -> None:
    text, recorded = given
    found = find_quotations(text)
    are_stretches(found, text)
    for quotation in (*found, *find_single(text)):
        stretch = text[quotation.start : quotation.end]
        assert quotation.pieces and all(piece and piece in stretch for piece in quotation.pieces)
        is_quoted(quotation, recorded), is_quoted(quotation, recorded, whole=True)
        word_difference(quotation.text, recorded)
    for quotation in found[:3]:
        near = closest(quotation, [recorded, text])
        assert near in (None, recorded, text)
        _is_held_by_itself(quotation)


def _is_held_by_itself(quotation: Quotation) -> None:
    """Words that were recorded are held, unless what is left out of them cannot be known."""
    is_edited = re.search(r"\[|…|\.\.\.", quotation.text)
    are_words = all(re.search(r"\w", word) for word in words_of(quotation.text))
    begins_and_ends = re.fullmatch(r"\w(?:.*\w)?", quotation.text, re.DOTALL)
    if begins_and_ends and are_words and not is_edited:
        assert is_quoted(quotation, quotation.text), quotation


QUOTATIONS = Target(st.tuples(texts(REAL, _QUOTES), texts(REAL, _QUOTES)), _holds_quotations)
