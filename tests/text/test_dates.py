"""Dates in running text, as tests/cases/dates.txt tells."""

import pytest

from explainer.text.dates import date_is_held, find_dates, is_after, is_any_day, overlaps
from explainer.text.dates_resolved import resolve
from tests.casefile import Case, read_cases


@pytest.mark.parametrize("case", read_cases("dates.txt", 3), ids=str)
def test_dates_are_found_and_resolved(case: Case) -> None:
    given, text, outcome = case.parts
    language, _, published = given.partition(", published ")
    found = [f"{d.text} = {resolve(d, published, language)}" for d in find_dates(text, language)]
    assert "\n".join(found) == outcome


@pytest.mark.parametrize(
    ("text", "recorded", "held"),
    [
        ("9 June 2025", "2025-06-09", True),
        ("June 2025", "2025-06-09", True),
        ("9 June", "2025-06-09", True),
        ("June", "2025-06-09", True),
        ("9 June 2025", "2025-06", False),
        ("8 June 2025", "2025-06-09", False),
        ("9 June 2024", "2025-06-09", False),
        ("10 and 11 May 2025", "2025-05-10/2025-05-11", True),
        ("10 May 2025", "2025-05-10/2025-05-11", True),
        ("10 to 12 May 2025", "2025-05-10/2025-05-11", False),
        ("5 March 2019", "2017-01-20/2021-01-20", False),
        ("autumn 2025", "2025-09/2025-11", True),
        ("autumn 2025", "2025-10-05", True),
        ("autumn 2025", "2025-08-31", False),
        ("autumn 2025", "2025", False),
        ("late 2025", "2025-12-31", True),
        ("the end of 2025", "2025-11", False),
        ("the 2030s", "2035", True),
        ("the 2030s", "2029", False),
        ("2025/26", "2026", True),
    ],
)
def test_a_date_is_held_by_one_that_says_as_much_or_more(
    text: str, recorded: str, held: bool
) -> None:
    (found,) = find_dates(text)
    assert date_is_held(found, [recorded]) == held


def test_a_date_is_after_another_when_all_of_it_is() -> None:
    assert is_after("2025-06-11", "2025-06-10")
    assert is_after("2025-07", "2025-06")
    assert not is_after("2025-06", "2025-06-10"), "June had begun before"
    assert not is_after("2025-06-10", "2025-06")


def test_dates_overlap_when_they_share_a_day() -> None:
    assert overlaps("2025-05", "2025-05-12")
    assert overlaps("2025-06-02/2025-06-08", "2025-06-05")
    assert not overlaps("2025-06-02/2025-06-08", "2025-06-09")


def test_a_day_without_its_year_that_exists_only_in_leap_years_is_found() -> None:
    (found,) = find_dates("On 29 February they met.")
    assert resolve(found, "2025-06-10") == "2024-02-29"


@pytest.mark.parametrize(
    ("text", "back", "ahead"),
    [
        ("Monday", "2025-06-09", "2025-06-16"),
        ("Tuesday", "2025-06-10", "2025-06-10"),
        ("31 March", "2025-03-31", "2026-03-31"),
        ("September", "2024-09", "2025-09"),
        ("June", "2025-06", "2025-06"),
        ("3–31 June", "", ""),
        ("3–30 June", "2025-06-03/2025-06-30", "2025-06-03/2025-06-30"),
        ("9 and 12 June", "2025-06-09/2025-06-12", "2025-06-09/2025-06-12"),
        ("30 December to 2 January", "2024-12-30/2025-01-02", "2025-12-30/2026-01-02"),
        ("last Monday", "2025-06-09", "2025-06-09"),
    ],
)
def test_a_date_without_its_year_is_the_last_one_or_the_next(
    text: str, back: str, ahead: str
) -> None:
    (found,) = find_dates(text)
    assert resolve(found, "2025-06-10") == back
    assert resolve(found, "2025-06-10", looks_ahead=True) == ahead


@pytest.mark.parametrize(
    ("text", "language", "is_any"),
    [
        ("They met on Monday.", "en", False),
        ("The Monday after was quiet.", "en", False),
        ("They met every Monday.", "en", True),
        ("The Monday market was full.", "en", True),
        ("An average Monday was quiet.", "en", True),
        ("Monday is market day.", "en", True),
        ("Le préfet a parlé lundi.", "fr", False),
        ("Le marché a lieu le lundi.", "fr", True),
        ("Die Präsidentin sprach am Montagabend.", "de", False),
        ("Ein Montagabend im Mai.", "de", True),
    ],
)
def test_a_weekday_may_be_a_kind_of_day(text: str, language: str, is_any: bool) -> None:
    found, *_ = find_dates(text, language)
    assert is_any_day(found, text) == is_any


@pytest.mark.parametrize("text", ["31 June 2025", "30 February", "2025-02-31", "June 31, 2025"])
def test_a_day_that_does_not_exist_is_found_and_held_by_nothing(text: str) -> None:
    (found,) = find_dates(f"They met on {text}.")
    assert not date_is_held(found, ["2025-06-30", "2025-02-28"])
    assert isinstance(is_after(resolve(found, "2025-06-10") or "2025", "2025-06-10"), bool)


def test_what_only_looks_like_an_iso_date_is_none() -> None:
    assert find_dates("2025-13-01 and 2025-00-10") == ()
    assert find_dates("20٢٥-05 and ٢٠٢٥") == ()


@pytest.mark.parametrize(
    ("text", "published", "iso"),
    [
        ("99999999999 days ago", "2025-06-10", ""),
        ("9999 years ago", "2025-06-10", ""),
        ("40000 months ago", "2025-06-10", ""),
        ("tomorrow", "9999-12-31", ""),
        ("yesterday", "0001-01-01", ""),
        ("10 June", "0001-01-01", ""),
        ("last winter", "1001-01-01", "0999-12/1000-02"),
        ("this winter", "0999-03-01", "0999-12/1000-02"),
    ],
)
def test_there_are_no_dates_before_the_year_1_and_after_9999(
    text: str, published: str, iso: str
) -> None:
    (found,) = find_dates(text)
    assert resolve(found, published) == iso
