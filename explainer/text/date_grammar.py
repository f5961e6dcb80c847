"""How dates are written: what to look for in a text, in each language."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from explainer.model.form import Form
from explainer.text.date_words import DateWords, date_words
from explainer.text.words import places_in_any_case, words_in


class Grammar(Form, frozen=True):
    """How dates are written in one language."""

    words: DateWords
    month: re.Pattern[str]
    date: re.Pattern[str]
    starts: frozenset[str]
    """The words a date may begin with, in small letters."""

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """What may be a date. The long pattern is tried only where one can begin."""
        words = self.starts & words_in(text).lower
        digits: list[int] = []
        for found in _FIRST_DIGIT.finditer(text) if _DIGIT.search(text) else ():
            digits += {found.start(), found.end() - 1}
        end = 0
        for start in sorted((*digits, *places_in_any_case(text, words))):
            match = self.date.match(text, start) if start >= end else None
            if match:
                end = match.end()
                yield match


_SHORT = len("Sept")
"""Months so short may stand for longer ones, and then have a full stop: Feb. 12."""
_DIGIT = re.compile(r"[0-9]")
_WORD = re.compile(r"\w+")
_FIRST_DIGIT = re.compile(r"(?<!\w)(?:the\s)?[0-9]", re.IGNORECASE)
"""A day may have its article."""


@lru_cache(maxsize=8)
def grammar_of(language: str) -> Grammar:
    """The grammar of `language`."""
    words = date_words(language)
    month, weekday = _any(words.months), _any(words.weekdays)
    short = _any(name for name in words.months if len(name) <= _SHORT)
    spelled = rf"(?:{short})\.(?=\s[0-9])|{month}" if short else month
    day = rf"(?:the\s)?[0-9]{{1,2}}(?:{words.day_ending})?"
    to = r"\s?[–-]\s?|\s(?:and|to|or|und|bis|et|au)\s"
    year = r"(?:1[89]|20)[0-9][0-9]"
    parts = _any(words.parts).replace(r"\ ", r"\s")
    decade = words.decade.format(ten=r"(?:1[89]|20)[0-9]0")
    # Monday, 9 June · Freitag, dem 9. Juni · Monday and Tuesday, 9 and 10 June
    led = rf"(?:(?:{weekday})(?:(?:{to})(?:{weekday}))?,?\s(?:(?:the|le|de[mnr])\s)?)?"
    pattern = (
        rf"(?P<iso>(?<![\w-]){year}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?(?![\w-]))"
        # 10 and 11 May 2025 · 30 May to 2 June 2025 · 9 June
        rf"|(?P<dm>(?<![\w.]){led}(?:{day}(?:\s(?:of\s)?(?:{spelled}))?(?:{to})(?:(?:le|de[mn]|zum)\s)?)?{day}\s(?:of\s)?(?:{spelled})"
        rf"(?:,?\s{year})?(?!\w))"
        rf"|(?P<md>(?<!\w){led}(?:{spelled})\s[0-9]{{1,2}}(?:st|nd|rd|th)?(?:(?:{to})(?:(?:{spelled})\s)?[0-9]{{1,2}})?"
        rf"(?!\w|[.,:][0-9]|\sper\scent|%)(?:,?\s{year})?(?!\w))"
        rf"|(?P<relative>(?<!\w)(?:{words.relative})(?!\w))"
        # autumn 2025 · the winter of 2024/25 · Q4 2025
        rf"|(?P<part>(?<!\w)(?i:(?P<of>{parts}){words.of_year}){year}(?:[/–-](?:[0-9]{{2}}){{1,2}})?(?!\w|[.,/–-][0-9]))"
        rf"|(?P<decade>(?<!\w)(?i:{decade})(?!\w))"
        rf"|(?P<month>(?<!\w)(?:{spelled})(?:(?:{to})(?:{spelled}))?(?:\s(?:of\s|de\s)?{year})?(?!\w))"
        rf"|(?P<weekday>(?<!\w)(?:{weekday})(?!\w))"
        rf"|(?P<split>(?<![\w.,$£€/#-]){year}[/–-][0-9]{{2}}(?![\w%]|[.,/–-][0-9]|/\w))"
        rf"|(?P<year>(?<![\w.,$£€/#-])(?<![0-9]:){year}(?![\w%]|[.,][0-9]|-[0-9]|/[0-9]))"
    )
    names = {name.lower() for name in (*words.months, *words.weekdays)}
    begin = {form.split("{")[0].lower() for form in (*words.parts, words.decade)}
    starts = words.relative_starts | names | {_WORD.findall(form)[0] for form in begin if form}
    return Grammar(words, re.compile(month), re.compile(pattern), starts)


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(word) for word in longest_first)
