"""Two numbers of a text, each of which stands where its record would have the other."""

import re
from collections.abc import Iterator
from itertools import combinations

from explainer.model.passages import Figure
from explainer.model.site import Site
from explainer.text.agreement import is_held
from explainer.text.counted import counted
from explainer.text.covered import checked_prose
from explainer.text.held import HeldReader, figures_of, reader_of
from explainer.text.number import Number
from explainer.text.stretches import CoveredBlock, covered_blocks
from explainer.text.suggestions import Suggestion

_CLEARLY = 2
"""So many more words must speak for the exchange than against it."""
_WORD = re.compile(r"[^\W\d_]{3,}|\b(?:1[89]|20)\d\d\b")
"""A year tells as much as a word: 1,950 in 2009 and 410 in 2024."""
_STEM = 5
"""Letters by which `exports` and `exported` are the same."""
_LITTLE = frozenset(
    "the and for from with was were are been that which than this these those between since before "
    "after over under per cent percent more less out down about each other".split()
)
_SENTENCE = re.compile(r"[.;:!?]\s")
_CLAUSE = re.compile(r",\s|\s(?:and|but|while|against)\s")

_Held = tuple[Number, Figure]


def exchanged(site: Site) -> Iterator[Suggestion]:
    """Pairs of numbers whose surroundings fit what their records say of one another."""
    reader = reader_of(site)
    for cited in checked_prose(site):
        for block in covered_blocks(cited.prose, cited.cites):
            held = tuple(_held(block, reader))
            for first, second in combinations(range(len(held)), 2):
                (number, figure), (other, its) = held[first], held[second]
                if _are_alike(*held[first], *held[second]) and _fit_better(
                    block.text, held, first, second
                ):
                    yield Suggestion(
                        "numbers that may have changed places",
                        block.place(site.texts, cited.prose, number.text, number.start),
                        f"`{number.text}` stands where one would expect `{other.text}`",
                        f"the record has “{figure.text}” for {_about(figure)}, "
                        f"“{its.text}” for {_about(its)}",
                    )


def _held(block: CoveredBlock, reader: HeldReader) -> Iterator[_Held]:
    """The numbers of `block` that just one figure holds, which says what it is about."""
    taken = [(start, end) for start, end, _ in block.worked]
    for number in counted(block.text, reader.language, reader.names, taken).numbers:
        passages = reader.passages(block.refs_at(number.start, number.end))
        held = [f for f in figures_of(passages) if is_held(number, [f], reader.language)]
        if len(held) == 1 and _about(held[0]):
            yield number, held[0]


def _about(figure: Figure) -> str:
    """What `figure` measures, and when."""
    return f"{figure.about} {figure.period}".strip()


def _are_alike(number: Number, figure: Figure, other: Number, its: Figure) -> bool:
    """Whether two numbers are of one kind, and could be mistaken for each other."""
    return figure is not its and figure.unit == its.unit and number.unit == other.unit


def _fit_better(text: str, held: tuple[_Held, ...], first: int, second: int) -> bool:
    """Whether what stands around two numbers is rather what their records say of one another."""
    about = [_words(_about(held[n][1])) for n in (first, second)]
    here, there = (_words(_around(text, held, n)) for n in (first, second))
    own, other = about[0] - about[1], about[1] - about[0]
    as_it_is = len(here & own) + len(there & other)
    return len(here & other) + len(there & own) >= as_it_is + _CLEARLY


def _around(text: str, held: tuple[_Held, ...], n: int) -> str:
    """The words of the clause that number `n` stands in, up to the numbers beside it."""
    start = held[n - 1][0].end if n else 0
    end = held[n + 1][0].start if n + 1 < len(held) else len(text)
    before = _SENTENCE.split(text[start : held[n][0].start])[-1]
    behind = _SENTENCE.split(text[held[n][0].end : end])[0]
    # Before the first number may stand what all are about.
    return f"{_CLAUSE.split(before)[-1] if n else before} {_CLAUSE.split(behind)[0]}"


def _words(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in words if word not in _LITTLE)
