"""What is looked for in running text: names, numbers, dates."""

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, Protocol

from hypothesis import strategies as st

from explainer.model.passages import Figure
from explainer.text import agreement
from explainer.text.arithmetic import agrees
from explainer.text.dates import (
    FoundDate,
    date_is_held,
    find_dates,
    first_day,
    is_after,
    is_any_day,
    last_day,
    overlaps,
)
from explainer.text.dates_resolved import resolve
from explainer.text.multiples import find_multiples
from explainer.text.names import Name, find_names, name_table
from explainer.text.number import Number
from explainer.text.numbers import find_numbers
from tests.long.fuzzing.texts import LANGUAGES, parts_of, texts
from tests.long.fuzzing.trying import Target

REAL = parts_of("tests/cases/*.txt", "content/sections/*.md", "tests/articles/*.txt")
_NAMES = tuple(
    "tariff, rare earth, rare earth magnet, Section 301, US, U.S., S&P 500, pile, duty, he, don't, "
    "Mr Trump, O’Brien, O'Brien, 5G, -, &, C++, AT&T, IJ, ß, İ, ﬁ, ſ".split(", ")
)
_NUMBERS = (
    *(
        "three",
        "hundred",
        "million",
        "billion",
        "trillion",
        "dozen",
        "half",
        "a quarter",
        "two-thirds",
    ),
    *("einundzwanzig", "tausend", "Milliarden", "quatre-vingt-dix", "millions", "et demi", "zwölf"),
    *("per cent", "%", "percentage points", "$", "US$", "€", "days", "hours", "o'clock", "9.30am"),
    *("between ", " and ", " to ", "–", "from ", "almost ", "more than ", "tens of ", "several "),
    *(
        "rose ",
        "fell ",
        "by ",
        "of ",
        "-",
        "−",
        "+",
        "first",
        "second",
        "the ",
        "21st",
        "3.",
        "H20",
    ),
    *(
        "ein ",
        "eine halbe ",
        "un ",
        "une ",
        "one ",
        "von ",
        " de ",
        "in ",
        "out of ",
        "every ",
        "  ",
    ),
    *(
        "and a half",
        "zweieinhalb",
        "demi-",
        "½",
        "a sixth",
        "30mg",
        "litres",
        " Uhr ",
        "h15",
        "times",
    ),
    *("no more than ", "nicht mehr als ", "plus d’", "about ", "knapp ", "près de "),
    *("Section ", "Executive Order ", "Fortune ", "2024–25", "1.234,5", "1 234", "0.0001", "99:99"),
)
_DATES = (
    *("9 June 2025", "June 9, 2025", "31 June", "29 February", "30 February 2023", "2025-02-31"),
    *("10 and 11 May", "May", "March", "Monday", "last Monday", "next week", "two months ago"),
    *(
        "99999999999 days ago",
        "9999 years ago",
        "300000 weeks ago",
        "several decades ago",
        "yesterday",
    ),
    *(
        "12. März 2025",
        "vor drei Wochen",
        "gestern",
        "le 1er mai",
        "il y a 5 ans",
        "il y a 99999 mois",
    ),
    *("last spring", "this winter", "next summer", "1800", "2099", "2025-05-12", "٢٠٢٥", "20٢٥-05"),
    *("tomorrow", "earlier this year", "la semaine prochaine", "diese Woche", "0 days ago"),
)
_DAYS = st.one_of(
    st.sampled_from(("2025-06-10", "2025-06", "2025", "2024-02-29", "0001-01-01", "9999-12-31")),
    st.dates().map(lambda day: day.isoformat()),
)
_ISO = re.compile(r"(?:\d{4}|-)(?:-\d\d){0,2}(?:/(?:\d{4}|-)(?:-\d\d){0,2})?", re.ASCII)


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def are_stretches(found: Iterable[_Stretch], text: str) -> None:
    """Each of `found` is a stretch of `text`, behind the one before."""
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text), one
        end = one.end


def _holds_names(given: tuple[str, list[str]]) -> None:
    text, forms = given
    found = list(find_names(text, name_table(Name(form, form) for form in forms)))
    are_stretches(found, text)
    for one in found:
        assert one.id in forms
        stands = text[one.start : one.end].replace("’", "'").lower()
        form = one.id.replace("’", "'").lower()
        # A plural, `duties` of `duty` too, begins as its name does.
        assert stands.startswith(form[:-1] or form), (stands, form)


def _holds_numbers(given: tuple[str, str]) -> None:
    text, language = given
    found = find_numbers(text, language)
    are_stretches(found, text)
    for number in found:
        assert text[number.start : number.end] == number.text
        assert (number.low is None) == (number.high is None) == bool(number.magnitude), number
        if number.low is not None and number.high is not None:
            assert number.low <= number.high < float("inf"), number
    multiples = sorted(find_multiples(text, language), key=lambda number: number.start)
    are_stretches(multiples, text)
    agrees(Fraction(3), text, language)
    _agree([*found, *multiples], language)


def _agree(found: list[Number], language: str) -> None:
    """Whatever is written, it can be held against what is recorded, and agrees with itself."""
    for number in found:
        own = Figure(number.text, number.low, number.high, number.unit, "", "", language)
        agreement.figure_differs_from_its_text(own, language)
        agreement.is_held(number, [own], language)


def _holds_dates(given: tuple[str, str, str, bool]) -> None:
    text, language, published, looks_ahead = given
    found = find_dates(text, language)
    are_stretches(found, text)
    for date in found:
        assert text[date.start : date.end] == date.text
        assert not date.iso or _ISO.fullmatch(date.iso), date
        is_any_day(date, text)
        date_is_held(date, [published])
        _resolves(date, published, language, looks_ahead)


def _resolves(date: FoundDate, published: str, language: str, looks_ahead: bool) -> None:
    iso = resolve(date, published, language, looks_ahead=looks_ahead)
    if iso:
        assert _ISO.fullmatch(iso) and not iso.startswith("-"), (date, iso)
        assert first_day(iso) <= last_day(iso), (date, iso)
        overlaps(iso, published)
        is_after(iso, published)


def _languages(inputs: Any) -> Any:
    return st.tuples(inputs, LANGUAGES)


NAMES = Target(
    st.tuples(
        texts(REAL, _NAMES),
        st.lists(st.one_of(st.sampled_from(_NAMES), texts(_NAMES)), max_size=8),
    ),
    _holds_names,
)
NUMBERS = Target(_languages(texts(REAL, _NUMBERS)), _holds_numbers)
DATES = Target(
    st.tuples(texts(REAL, _DATES, _NUMBERS), LANGUAGES, _DAYS, st.booleans()), _holds_dates
)
