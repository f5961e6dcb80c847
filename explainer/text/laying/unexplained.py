"""Names, abbreviations and expressions that a text uses and no record explains."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from explainer.text.articles.people import mentions, people_of
from explainer.text.names import NameTable, find_names

_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]{1,6}(?:s)?(?![\w-])")
_COMMON_ACRONYMS = frozenset("GMT BST CET UTC OK TV UK EU AM PM AI".split())
_GENERAL = frozenset(
    "that this these those they their them there then than with from into over under "
    "about after before since until "
    "while when where which what were been being have more most less some such each both "
    "other another first second "
    "last next same only also just even still very much many could would should might "
    "must will shall said says told "
    "year years month months week weeks days time part parts people number could not had "
    "has was are its his her who "
    "whose whom does did done made make take took come came goes went gave give kept "
    "keep left right long short high "
    "low new old large small great good well near far between against among because "
    "though although however during "
    "through without within according named called known one two three four five six "
    "seven eight nine ten "
    "reported expected company companies firms country countries government side sides day".split()
)


def unexplained_names(texts: Sequence[str], table: NameTable, language: str) -> dict[str, int]:
    """Names and abbreviations in `texts` that are in no record, and how often each stands there."""
    people = people_of(texts, (), language)
    found: Counter[str] = Counter()
    for text in texts:
        known = [(f.start, f.end) for f in find_names(text, table)]
        for mention in mentions(text, people):
            is_known = _overlaps(mention.start, mention.end, known)
            if not is_known and mention.name not in _COMMON_ACRONYMS:
                found[mention.name] += 1
        for match in _ACRONYM.finditer(text):
            inside = any(match[0] in name.split() for name in found)
            if match[0] not in _COMMON_ACRONYMS and not inside:
                found[match[0]] += not _overlaps(match.start(), match.end(), known)
    return {name: count for name, count in found.most_common() if count}


def unexplained_terms(texts: Iterable[str], table: NameTable) -> dict[str, int]:
    """Pairs of words that stand in two or more of `texts` and in no name: `supply chain`."""
    pairs: Counter[str] = Counter()
    for text in texts:
        known = [(f.start, f.end) for f in find_names(text, table)]
        pairs.update(set(_pairs(text, known)))
    return {pair: count for pair, count in pairs.most_common() if count > 1}


def _pairs(text: str, known: list[tuple[int, int]]) -> Iterable[str]:
    for match in re.finditer(r"(?<![\w’'-])(?=([a-z]{4,}) ([a-z]{4,})(?![\w’'-]))", text):
        first, second = match[1], match[2]
        is_general = first in _GENERAL or second in _GENERAL or first.endswith(("ed", "ly"))
        if not is_general and not _overlaps(
            match.start(), match.start() + len(first) + 1 + len(second), known
        ):
            yield f"{first} {second.removesuffix('s')}"


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(s < end and start < e for s, e in spans)
