"""Days that are told with their weekday."""

import re
from collections.abc import Iterable

from explainer.text.date_words import date_words
from explainer.text.dates import FoundDate, exists, first_day


def _weekday_of(iso: str, language: str) -> str:
    """The name of the weekday that `iso` is; empty where it is no single day that exists."""
    if len(iso) < len("2025-06-09") or "/" in iso or not exists(iso):
        return ""
    number = first_day(iso).weekday()
    return next(word for word, n in date_words(language).weekdays.items() if n == number)


def right_weekdays(found: FoundDate, known: Iterable[str], language: str) -> tuple[str, ...]:
    """The weekdays that the days `found` are, where they are told with others; else none.

    A day without its year is any of the ISO dates `known` that it may be.
    """
    if found.kind != "day":
        return ()
    ends = [end for iso in known for end in iso.split("/")]
    isos = [
        iso
        for part in (found.first, found.last)
        for iso in ([end for end in ends if end[4:] == part[1:]] if part[0] == "-" else [part])
    ]
    weekdays = {word.lower(): n for word, n in date_words(language).weekdays.items()}
    before_day = re.split(r"[0-9]", found.text, maxsplit=1)[0].lower()
    told = {weekdays[word] for word in re.findall(r"\w+", before_day) if word in weekdays}
    are = dict.fromkeys(name for iso in isos if (name := _weekday_of(iso, language)))
    # Of two weekdays neither can be wrong where only one day is known.
    is_right = len(are) < len(told) or told <= {weekdays[name.lower()] for name in are}
    return () if is_right else tuple(are)
