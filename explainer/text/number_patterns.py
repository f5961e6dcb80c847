"""The patterns made from the number words of a language."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from explainer.model.form import Form
from explainer.text.number_words import NumberWords, number_words
from explainer.text.words import places_in_any_case, words_in

_SHORT_UNITS = ("kg", "km", "mm", "cm", "mg", "ml", "mcg", "µg", "μg")
"""Those that may stand right behind the digits: 30mg."""
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"[−–-]?(?:(?:US)?[$£€¥]\s?)?\d")
_ALSO_START = frozenset(
    "a an ein eine un une la die der several past last next one single double triple".split()
)
_LOWER_LEGAL = frozenset(
    "section sections article articles chapter phase page paragraph § n° nº artikel "
    "ligne lignes alinéa".split()
)


class NumberPatterns(Form, frozen=True):
    """How numbers look in one language."""

    words: NumberWords
    is_compound: bool
    """Whether number words are written together."""
    atom: re.Pattern[str]
    """A single number, named by its kind."""
    token: re.Pattern[str]
    """One of the words of a number in words."""
    ratio: re.Pattern[str]
    """What stands between the numbers of `four in five`."""
    scale: re.Pattern[str]
    scale_inside: re.Pattern[str]
    """A scale anywhere in a number's text."""
    unit: re.Pattern[str]
    limit: re.Pattern[str]
    """`almost` and its like, at the end of what stands before a number."""
    range_to: re.Pattern[str]
    legal: re.Pattern[str]
    determined: re.Pattern[str]
    starts: tuple[str, ...]
    """Words a number may begin with, in small letters."""
    known: frozenset[str]
    """The same to look up."""

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """What may be a number. The long pattern is tried only where one can begin."""
        end = 0
        has_digits = _DIGIT.search(text)
        digits = [match.start() for match in _DIGITS.finditer(text)] if has_digits else []
        for start in sorted((*digits, *places_in_any_case(text, self._first_words(text)))):
            if start < end:
                continue
            match = self.atom.match(text, start)
            if not match and text[start] in "−–-":
                match = self.atom.match(text, start + 1)
            if match:
                end = match.end()
                yield match

    def _first_words(self, text: str) -> Iterable[str]:
        """The words of `text`, in small letters, that a number may begin with."""
        words = words_in(text).lower
        if self.is_compound:
            # German writes numbers as one word: `zweihundert`.
            return [word for word in words if word.startswith(self.starts)]
        return self.known & words

    def is_name(self, before: str) -> bool:
        """Whether the number after `before` is a name: `Section`, `Executive Order`, `No.`"""
        word = self.legal.search(before)
        return word is not None and (word[1][0].isupper() or word[1] in _LOWER_LEGAL)


@lru_cache(maxsize=8)
def number_patterns(language: str) -> NumberPatterns:
    """The patterns of `language`."""
    words = number_words(language)
    tables = (words.cardinals, words.scales, words.vague, words.fractions, words.ordinals)
    first = (re.split(r"[-\s.]", word)[0] for table in tables for word in table)
    starts = {*first, *words.halves, *_ALSO_START}
    limits = {"under": words.under, "over": words.over, "about": words.about}
    limit = "|".join(rf"(?P<{name}>{_any_of(forms)})" for name, forms in limits.items())
    return NumberPatterns(
        words,
        language.startswith("de"),
        atom=re.compile(_atom(words, language), re.IGNORECASE),
        token=re.compile(_any_of([*words.cardinals, *words.scales])),
        ratio=re.compile(words.ratio or r"(?!)", re.IGNORECASE),
        scale=re.compile(rf"[-\s]?(?P<scale>{_any_of(words.scales)})(?!\w)", re.IGNORECASE),
        scale_inside=re.compile(rf"\s?({_any_of(words.scales)})(?!\w)", re.IGNORECASE),
        unit=re.compile(
            rf"(?:[-\s]|\s(?:{words.of})\s|\s(?:US|American)\s|\sd[’'])?"
            rf"(?P<unit>{_any_of(words.units)})(?!\w)",
            re.IGNORECASE,
        ),
        limit=re.compile(rf"\b(?:{limit})(?:\s|(?<=[’']))$", re.IGNORECASE),
        range_to=re.compile(words.to, re.IGNORECASE),
        legal=re.compile(rf"(?:\b|(?=§))({_any_of(words.legal)})\.?\s?$", re.IGNORECASE),
        determined=re.compile(rf"(?:\b(?:{_any_of(words.determiners)})|[’']s?)\s$", re.IGNORECASE),
        starts=tuple(sorted(starts)),
        known=frozenset(starts),
    )


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, longest first: `six` must not hide `sixteen`."""
    longest_first = sorted(set(words), key=lambda w: (-len(w), w))
    # None of no words stands anywhere, not even the empty one.
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first) or r"(?!)"


_ENGLISH_SHARE = (
    r"(?:(?<=by\s)an?|(?<=by\sabout\s)an?|an?(?=\s\w+\s(?:is|are|was|were|has|have|had)\b))"
    r"\s(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?=[.,;)]|\s(?:since|in|over|to|from|and|is|are|was|were|has|have|had)\b|$)"
    r"|(?:(?<=than\s)|(?<=nearly\s)|(?<=almost\s)|(?<=roughly\s)|(?<=just\sover\s)|(?<=just\sunder\s))"
    r"an?\s(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?!\w)"
    r"|(?:(?<=than\s)|(?<=almost\s)|(?<=nearly\s)|(?<=about\s)|(?<=by\s))half(?!-|\w|\san?\s(?:million|billion|dozen))"
    r"|half(?=\san?\s(?!million|billion|trillion|dozen|hundred|thousand)\w)"
    r"|(?<=only\s)half(?![\w-])"
    r"|(?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)(?<!former\s)(?<!better\s)(?<!a\s)"
    r"half(?=\s(?:the|is|are|was|were|has|have|had)\b)"
)
"""Shares without `of`: fell by a third, a fifth is burnt, almost half, half a hectare, half were."""


def _atom(words: NumberWords, language: str) -> str:
    """A pattern for a number; the first kind that fits is taken."""
    timed = _any_of(unit for unit in words.units if unit.isalpha())
    article = r"(?:an?|ein|eine|un|une)"
    cardinal, vague = _any_of(words.cardinals), _any_of(words.vague)
    scale = _any_of(s for s in words.scales if len(s) > 2)
    # "A third round" is no share, "a third of them" is.
    unsure = [w for w in words.fractions if w in words.ordinals or w in words.units or w == "half"]
    sure = _any_of(w for w in words.fractions if w not in unsure)
    share = f"|{_ENGLISH_SHARE}" if {"half", "third", "quarter"} <= words.fractions.keys() else ""
    kinds = {
        "clock": r"(?<![\w:.,])\d{1,2}(?:[:.]\d{2})?\s?(?:a\.m\.|p\.m\.|am(?!\w)|pm(?!\w))"
        r"|(?<![\w:.,])\d{1,2}:\d{2}(?![\d:])"
        r"|(?<![\w:.,])\d{1,2}\.\d{2}(?=\sUhr(?!\w))|(?<![\w:.,])\d{1,2}\sUhr\s\d{2}(?!\w)|(?<![\w:.,])\d{1,2}\s?h\s?\d{2}(?!\w)",
        "size": r"(?<![\w-])(?:single|double|triple|two|three|four)-(?:digit|figure)(?!\w)",
        "ortwo": rf"(?<![\w-])(?:an?|past|last|next|one)\s(?:{timed})\sor\stwo(?!\w)",
        "half": _halves(words, rf"(?:{scale}|{timed})(?!\w)"),
        "fraction": rf"(?<![\w-])(?:(?:{cardinal}|{article}|la|die|der)[-\s](?:{sure})(?!\w)"
        rf"|(?:(?:{cardinal}|{article})[-\s])?(?:{_any_of(unsure)})(?=\s{words.of}\b)"
        rf"{share})",
        "vague": rf"(?<![\w-])(?:(?:{vague})(?:\s{words.of}\s(?:{vague}))?"
        rf"|(?:several|a\sfew)\s(?:{scale}))(?!\w)",
        "ordinal": rf"(?<![\w-])(?:{_any_of(words.ordinals)})(?!\w)",
        "words": _in_words(words, cardinal, scale, article, language),
        "digits": _in_digits(words),
    }
    return "|".join(rf"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())


def _halves(words: NumberWords, measure: str) -> str:
    """`eine halbe Million`, `une demi-heure`, and the `une` of `une heure et demie`."""
    half = rf"(?<![\w-])(?:(?:eine[mnr]?|ein|une?)\s)?(?:{_any_of(words.halves)})(?=[-\s]{measure})"
    one = rf"(?<![\w-])une?(?=\s{measure}\set\sdemie?(?!\w))"
    return rf"{half}|{one}" if words.halves else r"(?!)"


def _in_words(words: NumberWords, cardinal: str, scale: str, article: str, language: str) -> str:
    glue = r"[-\s]?" if language.startswith("de") else r"[-\s]"
    numeral = rf"(?:{cardinal})(?:-(?:{cardinal})){{0,3}}"
    return (
        rf"(?<![\w-])(?=\w)(?:{numeral}|(?:half\s)?{article}\s(?=(?:{scale})(?!\w)))?"
        rf"(?:{glue}?(?:{scale}){glue}?(?:{words.and_}\s)?(?:{numeral})?){{0,6}}"
        rf"(?:[-\s]{words.and_}[-\s](?:a[-\s])?(?:half|quarter))?(?<=\w)(?!\w)"
    )


def _in_digits(words: NumberWords) -> str:
    short = "|".join([*(re.escape(s) for s in words.scales if len(s) <= 2), "%", *_SHORT_UNITS])
    return (
        r"(?:(?<![\w.,/])[−–-])?(?:(?<!\w)(?:US)?[$£€¥]\s?|(?<![\w.,/&#]))"
        rf"(?:{words.digits})(?:(?:{words.ordinal_ending})(?!\w)|(?=(?:{short})(?!\w))|(?!\w|[.,]\d))"
    )
