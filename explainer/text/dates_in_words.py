"""ISO dates as readers write them."""

import re
from collections.abc import Mapping
from functools import cache

_NO_BREAK = "\u00a0"
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
    return _with_day(str(int(day)), first, words)


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
    day = r"(?<=(?<!\d)\d )|(?<=(?<!\d)\d\d )"
    month = "|".join(rf"(?<=\b{name} )" for name in names)
    return re.compile(rf" (?:(?:{day})(?=(?:{'|'.join(names)})(?!\w))|(?=\d{{4}}\b)(?:{month}))")


def _range(first: str, last: str, words: Mapping[str, str]) -> str:
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return _with_day(f"{int(first[8:])}–{int(last[8:])}", last, words)
    return f"{date_in_words(first, words)} – {date_in_words(last, words)}"


def _with_day(day: str, iso: str, words: Mapping[str, str]) -> str:
    year, month, _ = iso.split("-")
    return words["date_day"].format(day=day, month=_name_of(month, words), year=year)


def _name_of(month: str, words: Mapping[str, str]) -> str:
    return words["months"].split()[int(month) - 1]
