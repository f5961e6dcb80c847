"""Numbers that verbs, single signs and spans of time hold: doubled, twice, ½, for a week."""

import re
import unicodedata
from collections.abc import Iterator

from explainer.model.form import replace
from explainer.text.number import Number
from explainer.text.number_patterns import number_patterns
from explainer.text.number_reader import NumberReader
from explainer.text.numbers import find_numbers
from explainer.text.placed import outside
from explainer.text.words import words_in

_WORDS = {
    "doubl": (2, "times"),
    "tripl": (3, "times"),
    "trebl": (3, "times"),
    "quadrupl": (4, "times"),
    "quintupl": (5, "times"),
    "halv": (0.5, "share"),
    "twice": (2, "times"),
    "thrice": (3, "times"),
    "twofold": (2, "times"),
    "threefold": (3, "times"),
    "fourfold": (4, "times"),
    "fivefold": (5, "times"),
    "tenfold": (10, "times"),
    "a couple of": (2, ""),
}
_MULTIPLE = re.compile(
    r"(?<![\w-])(?!(?:(?<=\btwo\s)|(?<=\bboth\s)|(?<=\bthe\s)|(?<=\bmixed\s)|(?<=[’']s\s))"
    r"(?:halves|doubles)\b)(?:(doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|es|ing)"
    r"|(twice|thrice|(?:two|three|four|five|ten)fold|a couple of))(?![\w-])",
    re.IGNORECASE,
)
"""Not the halves of a match, nor the doubles of a tournament."""
_TIMES = {
    "hour": (1, "hour"),
    "day": (1, "day"),
    "week": (1, "week"),
    "fortnight": (2, "week"),
    "month": (1, "month"),
    "year": (1, "year"),
    "decade": (1, "decade"),
    "century": (100, "year"),
}
_TIME = re.compile(
    rf"(?<!\w)an?\s({'|'.join(_TIMES)})\sand\sa\s(half|quarter)(?!\w)"
    rf"|(?:(?<=\bfor\s)|(?<=\blasted\s))an?\s({'|'.join(_TIMES)})(?![\w-]|\sor\stwo)",
    re.IGNORECASE,
)
_ENDINGS = ("", "ed", "es", "ing")
_ANY_WORD = {stem + ending for stem in _WORDS for ending in _ENDINGS} | {"couple"}
_ANY_SIGN = re.compile("[¼½¾⅐-⅞⁰¹²³⁴-⁹]")
_SIGN = re.compile(r"(?<![\w.,])(\d{0,12})([¼½¾⅐-⅞])|(?<![\w)\]])([⁰¹²³⁴-⁹]{1,12})")


def find_all_numbers(text: str, language: str = "en") -> tuple[Number, ...]:
    """Numbers and multiples of `text`; the million of 2½ million is none of its own."""
    multiples = tuple(find_multiples(text, language))
    inside = [(number.start, number.end) for number in multiples]
    return (*outside(find_numbers(text, language), inside), *multiples)


def find_multiples(text: str, language: str = "en") -> Iterator[Number]:
    """`doubled`, `twice`, `for a week`, `½` and raised digits of `text`; words in English alone."""
    # The two patterns take far longer to say no than a look at the words and signs there are.
    known = words_in(text).lower if language.startswith("en") else frozenset()
    has_words = _ANY_WORD & known
    for match in _MULTIPLE.finditer(text) if has_words else ():
        value, unit = _WORDS[(match[1] or match[2]).lower()]
        yield Number(match[0], *match.span(), value, value, unit)
    for match in _TIME.finditer(text) if _TIMES.keys() & known else ():
        value, unit = _TIMES[(match[1] or match[3]).lower()]
        rest = {"half": 0.5, "quarter": 0.25}.get((match[2] or "").lower(), 0)
        yield Number(match[0], *match.span(), value + value * rest, value + value * rest, unit)
    for match in _SIGN.finditer(text) if _ANY_SIGN.search(text) else ():
        if match[3]:
            value = float("".join(str(unicodedata.digit(d)) for d in match[3]))
            yield Number(match[0], *match.span(), value, value)
            continue
        value = int(match[1] or 0) + unicodedata.numeric(match[2])
        number = NumberReader(number_patterns(language)).measured(text, *match.span(), value, "")
        is_share = not match[1] and number.end == match.end()
        yield replace(number, unit="share") if is_share else number
