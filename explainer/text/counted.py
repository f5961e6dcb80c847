"""The numbers and dates of a text that passages must hold."""

import re
from collections.abc import Iterator
from functools import lru_cache

from explainer.model.form import Form
from explainer.model.site import Site
from explainer.text.dates import FoundDate, find_dates
from explainer.text.multiples import find_all_numbers
from explainer.text.names import Name, NameTable, find_names, name_table
from explainer.text.number import Number
from explainer.text.number_patterns import NumberPatterns, number_patterns
from explainer.text.numbers import find_numbers, is_of_name
from explainer.text.placed import Spans, outside
from explainer.text.quotations import quoted_spans

_OTHER_SIGN = {
    decimal: re.compile(rf"(?<![\w.,/])(\d+{sign}\d{{1,2}})(?![\d.,/]|\sUhr)\s?[^\W\d]*(?:\scent)?")
    for decimal, sign in ((".", ","), (",", r"\."))
}


class Counted(Form, frozen=True):
    """What a text counts and dates."""

    numbers: tuple[Number, ...]
    dates: tuple[FoundDate, ...]
    """Days, months, parts of years, and years; weekdays and relative words are left out."""
    years: tuple[FoundDate, ...]
    """Decades and split years, which are held to no passage."""
    misread: tuple[tuple[int, str, str], ...] = ()
    """Where numbers stand that have the decimal sign of another language, they, and how they are meant."""


def counted(text: str, language: str, names: NameTable, taken: Spans = ()) -> Counted:
    """The numbers and dates of `text` outside quotations, `names` and the spans `taken`."""
    apart = [*taken, *quoted_spans(text)]
    apart += [(found.start, found.end) for found in find_names(text, names)]
    all_dates = find_dates(text, language)
    dates = outside(all_dates, apart)
    in_dates = [(d.start, d.end) for d in all_dates if d.kind != "relative"]
    signs = list(_other_signs(text, number_patterns(language), [*apart, *in_dates]))
    apart += [*in_dates, *(match.span() for match in signs)]
    numbers = outside(find_all_numbers(text, language), apart)
    decimal = number_patterns(language).words.decimal
    misread = tuple((m.start(), m[1], re.sub("[.,]", decimal, m[1])) for m in signs)
    kept = (d for d in dates if d.kind in ("day", "month", "part") or _is_year(d, text, language))
    years = (d for d in dates if d.kind == "years")
    return Counted(numbers, tuple(kept), tuple(years), misread)


def _other_signs(text: str, patterns: NumberPatterns, apart: Spans) -> Iterator[re.Match[str]]:
    """Numbers with a unit or a scale behind them and the decimal sign of another language: 2,2 million."""
    pattern = _OTHER_SIGN[patterns.words.decimal]
    for match in pattern.finditer(text):
        is_apart = any(start <= match.start() < end for start, end in apart)
        if not is_apart and any(
            p.match(text, match.end(1)) for p in (patterns.scale, patterns.unit)
        ):
            yield match


def _is_year(date: FoundDate, text: str, language: str) -> bool:
    """Whether `date` is a year, and no number that is a name: Section 1902, the Russell 2000."""
    return date.kind == "year" and not is_of_name(text, date.start, language)


def dates_outside(text: str, language: str, names: NameTable) -> list[FoundDate]:
    """The dates of `text` that are no quotation's, and of no name: Agenda 2030, Ruby Tuesday."""
    apart = quoted_spans(text)
    apart += [(found.start, found.end) for found in find_names(text, names)]
    return [
        date
        for date in outside(find_dates(text, language), apart)
        if date.kind != "year" or _is_year(date, text, language)
    ]


def names_with_numbers(site: Site) -> NameTable:
    """The names in which a number is part of the name: `Section 301`, `Group of Seven`."""
    forms = (
        (form, record.id)
        for record in site.named()
        for form in (record.name, *record.aliases, *record.by_hand)
    )
    return name_table(Name(form, id) for form, id in forms if _holds_number(form, site.language))


@lru_cache(maxsize=8192)
def _holds_number(form: str, language: str) -> bool:
    return bool(
        re.search(r"\d", form)
        or find_numbers(form)
        or find_dates(form)
        or find_dates(form, language)
    )
