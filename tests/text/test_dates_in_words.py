"""ISO dates as readers write them, and labels that only look like dates."""

from collections.abc import Mapping

import pytest

from explainer.text.dates_in_words import date_in_words, label_in_words, with_dates_bound

ENGLISH = {
    "months": "January February March April May June July August September October November December",
    "first_day": "1",
    "date_day": "{day} {month} {year}",
    "date_days": "{first}–{last} {month} {year}",
    "date_month": "{month} {year}",
}
YEAR_FIRST = {
    **ENGLISH,
    "date_day": "{year} {month} {day}",
    "date_days": "{year} {month} {first}–{last}",
}


@pytest.mark.parametrize(
    ("iso", "words", "said"),
    [
        ("2025", ENGLISH, "2025"),
        ("2025-06", ENGLISH, "June 2025"),
        ("2025-06-09", ENGLISH, "9 June 2025"),
        ("2025-06-09/2025-06-09", ENGLISH, "9 June 2025"),
        ("2025-06-09/2025-06-10", ENGLISH, "9–10 June 2025"),
        ("2025-05-31/2025-06-01", ENGLISH, "31 May 2025 – 1 June 2025"),
        ("2010-05-09/2010-05-10", YEAR_FIRST, "2010 May 9–10"),
    ],
)
def test_a_date_is_said_as_the_words_of_the_site_have_it(
    iso: str, words: Mapping[str, str], said: str
) -> None:
    assert date_in_words(iso, words) == said


@pytest.mark.parametrize(
    "label", ["2019-20", "2010-11 Q1", "1990-91 FY", "2019-00", "2019-13", "12-2019", "", "A/B"]
)
def test_a_label_that_is_no_date_stays_as_it_is(label: str) -> None:
    assert label_in_words(label, ENGLISH) == label


def test_a_label_that_is_a_date_is_said_in_words() -> None:
    assert label_in_words("2025-06", ENGLISH) == "June 2025"


def test_no_line_ends_within_a_date() -> None:
    said = with_dates_bound("On 9 June 2025, and in June 2025, about 9 people", ENGLISH)
    assert said == "On 9\u00a0June\u00a02025, and in June\u00a02025, about 9 people"


@pytest.mark.parametrize("day", ["1.", "18.", "1er"])
def test_no_line_ends_within_a_date_of_another_language(day: str) -> None:
    months = {
        "months": "Januar Februar März avril mai juin juillet août septembre octobre novembre décembre"
    }
    said = f"{day} März 2025, {day} juin 2025, {day} Leute"
    assert with_dates_bound(said, months) == (
        f"{day}\u00a0März\u00a02025, {day}\u00a0juin\u00a02025, {day} Leute"
    )


def test_names_of_months_may_have_any_sign() -> None:
    odd = {**ENGLISH, "months": " ".join(f"{n}.(" for n in range(12))}
    assert with_dates_bound("on 9 5.( 2025", odd) == "on 9\u00a05.(\u00a02025"
