"""Which day a date of a text is, by the day on which the text came out."""

import re
from datetime import date, timedelta

from explainer.text.date_words import DateWords, date_words
from explainer.text.dates import FoundDate, exists, first_day, last_day, with_year
from explainer.text.weekdays import right_weekdays


def resolve(
    found: FoundDate, published: str, language: str = "en", *, looks_ahead: bool = False
) -> str:
    """The ISO date `found` means in a text published on `published`; empty where it is open.

    News looks back: `Monday` is the last one up to the day of publication, `April` likewise. With
    `looks_ahead` it is the next one: they will meet on Monday.
    """
    try:
        return _resolved(found, published, language, looks_ahead)
    except (OverflowError, ValueError):
        # There are no dates before the year 1 and after 9999.
        return ""


def _resolved(found: FoundDate, published: str, language: str, looks_ahead: bool) -> str:
    if found.kind == "year":
        return found.iso
    base = last_day(published)
    if found.first.startswith("--"):
        parts = _days_of(found, base, looks_ahead)
        other = _days_of(found, base, not looks_ahead)
        # A weekday tells which year it is: Thursday, 5 June, in a paper of the fourth.
        if right_weekdays(found, parts, language) and not right_weekdays(found, other, language):
            parts = other
        # 31 June is none, and then nobody knows what was meant.
        return "/".join(dict.fromkeys(parts)) if all(parts) else ""
    if found.first:
        return found.iso
    words = date_words(language)
    text = " ".join(found.text.lower().split())
    weekday = next((n for word, n in words.weekdays.items() if word.lower() in text), None)
    if weekday is not None:
        if looks_ahead and text in (word.lower() for word in words.weekdays):
            return (base + timedelta((weekday - base.weekday()) % 7)).isoformat()
        return (base - timedelta((base.weekday() - weekday) % 7)).isoformat()
    return _resolve_relative(text, base, words)


def _days_of(found: FoundDate, base: date, looks_ahead: bool) -> tuple[str, str]:
    """First and last day of `found`, which lacks a year, the last one after the first."""
    if looks_ahead:
        last = _next(found.last, base)
        return (_latest(found.first, last_day(last)) if last else "", last)
    first = _latest(found.first, base)
    return (first, _next(found.last, first_day(first)) if first else "")


def _latest(part: str, base: date) -> str:
    """`part`, which lacks a year, in the last year that does not put it after `base`."""
    for year in range(base.year, base.year - 5, -1):
        iso = with_year(part, year)
        if exists(iso) and first_day(iso) <= base:
            return iso
    return ""


def _next(part: str, base: date) -> str:
    """`part`, which lacks a year, in the first year that does not put all of it before `base`."""
    for year in range(base.year, base.year + 5):
        iso = with_year(part, year)
        if exists(iso) and last_day(iso) >= base:
            return iso
    return ""


def _resolve_relative(text: str, base: date, words: DateWords) -> str:
    if text in words.days:
        return (base + timedelta(words.days[text])).isoformat()
    ago = re.search(rf"\b({'|'.join(words.small)}|[0-9]+) (\w+)", text)
    step = next((n for word, n in words.steps.items() if word in text), None)
    unit = next((u for word, u in words.periods.items() if re.search(rf"\b(?:{word})\b", text)), "")
    if ago and (words.ago in text) and unit:
        count = words.small.get(ago[1]) or int(ago[1])
        return _period(base, unit, -count)
    return _period(base, unit, step) if unit and step is not None else ""


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""Their first months north of the equator, as weather services count them."""


def _season(base: date, month: int, step: int) -> str:
    """The season from `month` on: the last one past, the one of now or this year, or the next."""
    starts = [date(year, month, 1) for year in range(base.year - 2, base.year + 3)]
    ranges = [f"{str(s)[:7]}/{str(s + timedelta(75))[:7]}" for s in starts]
    if step < 0:
        return [iso for iso in ranges if last_day(iso) < base][-1]
    if step > 0:
        return next(iso for iso in ranges if first_day(iso) > base)
    held = [iso for iso in ranges if first_day(iso) <= base <= last_day(iso)]
    return held[0] if held else next(iso for iso in ranges if iso.startswith(f"{base.year:04d}-"))


def _period(base: date, unit: str, step: int) -> str:
    """The day, week, month, season or year `step` away from the one that holds `base`."""
    if unit in _SEASONS:
        return _season(base, _SEASONS[unit], step)
    if unit == "day":
        return (base + timedelta(step)).isoformat()
    if unit == "week":
        monday = base - timedelta(base.weekday()) + timedelta(7 * step)
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    if unit == "month":
        months = base.year * 12 + base.month - 1 + step
        return date(months // 12, months % 12 + 1, 1).isoformat()[:7]
    return date(base.year + step, 1, 1).isoformat()[:4]
