"""Days that are told with their weekday."""

import pytest

from explainer.text.dates import find_dates
from explainer.text.weekdays import right_weekdays


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Monday, 9 June 2025", "en", ""),
        ("Tuesday, 9 June 2025", "en", "Monday"),
        ("Tue 9 June 2025", "en", ""),
        ("Tuesday, June 9", "en", "Monday"),
        ("Tuesday, June 10", "en", ""),
        ("Tuesday", "en", ""),
        ("Monday 9 and 10 June 2025", "en", ""),
        ("9 June 2025", "en", ""),
        ("Tuesday, 31 June 2025", "en", ""),
        ("Monday, 31 June to 1 July 2025", "en", "Tuesday"),
        ("Monday and Tuesday, 9 and 10 June 2025", "en", ""),
        ("Monday and Friday, 9 and 10 June 2025", "en", "Monday, Tuesday"),
        ("Monday and Tuesday, 9 and 10 June", "en", ""),
        ("Tuesday, 9 and 10 June 2025", "en", ""),
        ("Montag, den 9. Juni 2025", "de", ""),
        ("Dienstag, 9. Juni 2025", "de", "Montag"),
        ("lundi 9 juin 2025", "fr", ""),
        ("mardi 9 juin", "fr", "lundi"),
    ],
)
def test_a_day_may_be_told_with_a_weekday_that_it_is_not(
    text: str, language: str, right: str
) -> None:
    (found,) = find_dates(text, language)
    assert ", ".join(right_weekdays(found, ["2025-06-08/2025-06-09"], language)) == right
