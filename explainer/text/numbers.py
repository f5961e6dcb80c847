"""Finding numbers in running text, as digits or words.

What is no number: `one` unless a unit follows it (`one hour`, not `one of`); `first` unless a
determiner stands before it and a thing after it (`his first term`, not `at first`, `first said`,
`the first to`); `the two` of a pair already named (`the two sides`); calendar years; numbers that
are names (`Section 301`, `Executive Order 14257`, `S&P 500`, `H20`).
"""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from explainer.model.form import replace
from explainer.text.number import Number
from explainer.text.number_patterns import NumberPatterns, number_patterns
from explainer.text.number_reader import NumberReader, around
from explainer.text.signs import sign_of

_NAMES_BEFORE = re.compile(
    r"(?<!\w)(?:(?:S&P|FTSE|Nasdaq|CSI|DAX|CAC|Nikkei|Fortune|Russell|Group of|Boeing|Airbus|Big|ISO|"
    r"Agenda|Vision|Horizon|Expo|Windows|Channel|Apollo)\s|(?:COVID|Covid)[-\u2011])$"
)
_LIST = re.compile(r"\s*(?:,|;|–|-|/|,?\s(?:and|or|to|und|et|bis|à))\s*")


@lru_cache(maxsize=8192)
def find_numbers(text: str, language: str = "en") -> tuple[Number, ...]:
    """The numbers in `text` from left to right; dates are left to whoever asks."""
    patterns = number_patterns(language)
    atoms = list(_kept(NumberReader(patterns).atoms(text), text, patterns))
    return tuple(_complete(n, text, patterns) for n in _ranges(atoms, text, patterns))


def is_of_name(text: str, start: int, language: str) -> bool:
    """Whether the number at `start` belongs to the word before it: Section 301, the S&P 500."""
    return _is_of_name(text[max(0, start - 24) : start], number_patterns(language))


def _is_of_name(before: str, patterns: NumberPatterns) -> bool:
    return patterns.is_name(before) or bool(_NAMES_BEFORE.search(before))


def _kept(atoms: list[Number], text: str, patterns: NumberPatterns) -> Iterator[Number]:
    """`atoms` without the numbers of names, also later ones of a list: Sections 232 and 301."""
    legal_end = -1
    for atom in atoms:
        before = text[max(0, atom.start - 24) : atom.start]
        continues = 0 <= legal_end <= atom.start and _LIST.fullmatch(text[legal_end : atom.start])
        if _is_of_name(before, patterns) or (continues and not atom.unit):
            legal_end = atom.end
        else:
            yield atom


def _ranges(atoms: list[Number], text: str, patterns: NumberPatterns) -> Iterator[Number]:
    """`atoms`, two ends of a range made one."""
    index = 0
    while index < len(atoms):
        first = atoms[index]
        second = atoms[index + 1] if index + 1 < len(atoms) else None
        joined = _range(first, second, text, patterns) if second else None
        yield joined or first
        index += 2 if joined else 1


def _range(first: Number, second: Number, text: str, patterns: NumberPatterns) -> Number | None:
    if first.low is None or second.low is None or first.is_ordinal or second.is_ordinal:
        return None
    gap = text[first.end : second.start]
    before = around(text, first.start, first.end)[0].lower().rstrip()
    is_between = before.endswith(patterns.words.between) and gap.strip() == patterns.words.and_
    is_to = patterns.range_to.fullmatch(gap) and not before.endswith(("from", "de"))
    scale = _scale_of(second, patterns) if first.low < 1000 else 1
    low = first.low * (1 if first.unit or _scale_of(first, patterns) > 1 else scale)
    if not (is_between or is_to) or low >= second.low or (first.unit or second.unit) != second.unit:
        return None
    return replace(second, text=text[first.start : second.end], start=first.start, low=low)


def _scale_of(number: Number, patterns: NumberPatterns) -> float:
    """What the word after the digits multiplies by; 1 when there is none."""
    scale = patterns.scale_inside.search(number.text)
    return patterns.words.scales[scale[1].lower()] if scale else 1


def _complete(number: Number, text: str, patterns: NumberPatterns) -> Number:
    """`number` with what limits it and whether it is a rise or a fall."""
    if number.high == math.inf:
        # Hundreds of digits are no number to reckon with, and the same as those digits alone.
        number = replace(number, low=None, high=None, magnitude=number.text.lower())
    before, after = around(text, number.start, number.end)
    limit = patterns.limit.search(before[-24:])
    start, bound = number.start, ""
    if limit:
        start -= len(limit[0])
        bound = limit.lastgroup or ""
    sign = number.sign or sign_of(around(text, start, start)[0], after, patterns.words)
    return replace(number, text=text[start : number.end], start=start, bound=bound, sign=sign)
