"""ISO dates as readers write them, and labels that only look like dates."""

from collections.abc import Mapping

import pytest

from explainer.text.dates_in_words import date_in_words, label_in_words

ENGLISH = {
    "months": "January February March April May June July August September October November December",
    "date_day": "{day} {month} {year}",
    "date_month": "{month} {year}",
}
YEAR_FIRST = {**ENGLISH, "date_day": "{year} {month} {day}"}


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
