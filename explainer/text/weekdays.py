"""Days that are told with their weekday."""

import re
from collections.abc import Iterable

from explainer.text.date_words import date_words
from explainer.text.dates import FoundDate, exists, first_day


def weekday_of(iso: str, language: str = "en") -> str:
    """The name of the weekday that `iso` is; empty where it is no single day that exists."""
    if len(iso) < len("2025-06-09") or "/" in iso or not exists(iso):
        return ""
    number = first_day(iso).weekday()
    return next(word for word, n in date_words(language).weekdays.items() if n == number)


def right_weekday(found: FoundDate, known: Iterable[str], language: str = "en") -> str:
    """The weekday that the day `found` is, where it is told with another; else empty.

    A day without its year is any of the ISO dates `known` that it may be.
    """
    if found.kind != "day":
        return ""
    ends = [end for iso in known for end in iso.split("/")]
    isos = [
        iso
        for part in (found.first, found.last)
        for iso in ([end for end in ends if end[4:] == part[1:]] if part[0] == "-" else [part])
    ]
    weekdays = {word.lower(): n for word, n in date_words(language).weekdays.items()}
    told = weekdays.get(re.split(r"[\s,]", found.text, maxsplit=1)[0].lower())
    are = [name for iso in isos if (name := weekday_of(iso, language))]
    if told is None or any(weekdays[name.lower()] == told for name in are):
        return ""
    return next(iter(are), "")
