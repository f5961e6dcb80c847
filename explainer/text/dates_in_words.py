"""ISO dates as readers write them."""

import re
from collections.abc import Mapping
from functools import cache

_NO_BREAK = "\u00a0"
_DAYS = (r"(?<!\d)\d", r"(?<!\d)\d\d", r"(?<!\d)\d\.", r"(?<!\d)\d\d\.", r"(?<!\d)1er")
"""As English, German and French write them: 9, 9., 1er."""
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


def date_in_words(iso: str, words: Mapping[str, str]) -> str:
    """`iso`, perhaps partial or a range, as `10 June 2025`, `June 2025`, `10–11 May 2025`."""
    first, _, last = iso.partition("/")
    if last and last != first:
        return _range(first, last, words)
    year, month, day = (*first.split("-"), "", "")[:3]
    if not month:
        return year
    if not day:
        return words["date_month"].format(month=_name_of(month, words), year=year)
    name = _name_of(month, words)
    return words["date_day"].format(day=_day(day, words), month=name, year=year)


def label_in_words(label: str, words: Mapping[str, str]) -> str:
    """`label` as it is, or in words where it is a date: `2019-20` is none."""
    is_date = all(_DATE.fullmatch(part) for part in label.split("/"))
    return date_in_words(label, words) if is_date else label


def with_dates_bound(text: str, words: Mapping[str, str]) -> str:
    """`text` in which no line ends between a day, its month and their year."""
    return _inside_date(words["months"]).sub(_NO_BREAK, text)


@cache
def _inside_date(months: str) -> re.Pattern[str]:
    """The spaces of a date; to look for a space first takes less than for a digit."""
    names = [re.escape(name) for name in months.split()]
    day = "|".join(rf"(?<={digits} )" for digits in _DAYS)
    month = "|".join(rf"(?<=\b{name} )" for name in names)
    return re.compile(rf" (?:(?:{day})(?=(?:{'|'.join(names)})(?!\w))|(?=\d{{4}}\b)(?:{month}))")


def _range(first: str, last: str, words: Mapping[str, str]) -> str:
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        year, month, day = last.split("-")
        return words["date_days"].format(
            first=_day(first[8:], words),
            last=_day(day, words),
            month=_name_of(month, words),
            year=year,
        )
    return f"{date_in_words(first, words)} – {date_in_words(last, words)}"


def _day(day: str, words: Mapping[str, str]) -> str:
    """`1` for `01`; French says the first of a month otherwise than its other days."""
    return words["first_day"] if day == "01" else str(int(day))


def _name_of(month: str, words: Mapping[str, str]) -> str:
    return words["months"].split()[int(month) - 1]
