"""Numbers in running text, as tests/cases/numbers.txt and agreement.txt tell."""

import re

import pytest

from explainer.model.form import replace
from explainer.model.passages import Figure
from explainer.text.agreement import (
    figure_differs_from_its_text,
    is_held,
    scale_and_unit,
    units_agree,
)
from explainer.text.number import Number
from explainer.text.numbers import find_numbers
from explainer.text.placed import outside
from tests.casefile import Case, read_cases


def shown(number: Number) -> str:
    """`number` as the cases have it: its words, its value, its unit."""
    sign = {-1: "-", 0: "", 1: "+"}[number.sign]
    if number.low is None or number.high is None:
        value = number.magnitude
    elif number.low == number.high:
        value = f"{sign}{round(number.low, 4):.15g}"
    else:
        value = f"{number.low:g}..{number.high:g}"
    kind = " ordinal" if number.is_ordinal else ""
    bound = f", {number.bound}" if number.bound else ""
    return f"{number.text} = {value} {number.unit}".rstrip() + kind + bound


@pytest.mark.parametrize("case", read_cases("numbers.txt", 3), ids=str)
def test_numbers_are_found(case: Case) -> None:
    language, text, outcome = case.parts
    assert "\n".join(map(shown, find_numbers(text, language))) == outcome


@pytest.mark.parametrize("case", read_cases("agreement.txt", 3), ids=str)
def test_numbers_agree_with_figures(case: Case) -> None:
    given, text, outcome = case.parts
    numbers = find_numbers(text)
    assert numbers, "the text holds no number"
    figures = [figure(line) for line in given.splitlines()]
    assert ("agrees" if all(is_held(n, figures) for n in numbers) else "differs") == outcome


@pytest.mark.parametrize(
    ("line", "text", "agreed"),
    [
        ("400.000 Gäste = 400000 | Gäste", "It hoped for 400,000 guests.", True),
        ("400.000 Gäste = 400000 | Gäste", "It hoped for 400 guests.", False),
        ("rund 2.300 Menschen = 2300 | Menschen", "Some 2.3 people live on it.", False),
        ("mehr als 4.000 Namen = 4000 | Namen", "Fewer than 4,000 signed.", False),
        ("mehr als 4.000 Namen = 4000 | Namen", "More than 4,000 signed.", True),
        ("30 Minuten = 30 | Minuten", "A bus leaves every 30 minutes.", True),
        ("30 Minuten = 30 | Minuten", "A bus leaves every 30 seconds.", False),
        ("zwei Drittel =", "Two thirds of the lines are shut.", True),
        ("31 Millionen Euro = 31 | million euros", "It costs €31m.", True),
        ("three rounds = 3 | rounds", "After three rounds they parted.", True),
    ],
)
def test_a_figure_is_read_in_the_language_of_its_source(line: str, text: str, agreed: bool) -> None:
    of_source = replace(figure(line), language="de")
    assert all(is_held(number, [of_source], "en-GB") for number in find_numbers(text)) == agreed


def figure(line: str) -> Figure:
    """A figure from `words = value | unit | about`; a range is `[10, 15]`."""
    text, _, rest = line.partition(" = ")
    value, unit, about = (*(part.strip() for part in rest.split("|")), "", "")[:3]
    ends: list[float | None] = [*map(float, re.findall(r"-?[\d.]+", value))] or [None]
    return Figure(text, ends[0], ends[-1], unit, about, "")


def test_every_number_lies_where_it_says() -> None:
    text = (
        "Almost seven hours, 10 to 15 per cent, tens of billions, the second day and $1.2 trillion."
    )
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.text


def test_numbers_inside_something_else_are_left_out() -> None:
    text = "On 9 June 40 eels passed."
    assert [n.text for n in outside(find_numbers(text), [(3, 9)])] == ["40"]


@pytest.mark.parametrize(
    ("line", "differs"),
    [
        ("34.5 per cent = -34.5 | %", False),
        ("34.5 per cent = -35.4 | %", True),
        ("34 billion dollars = 34 | billion USD", False),
        ("34 billion dollars = 34000000000 | USD", False),
        ("34 billion dollars = 34 | million USD", True),
        ("past week or two = [1, 2] | weeks", False),
        ("tens of billions = | USD", False),
        ("Section 301 = 301 |", False),
        ("two thirds = 0.667 |", False),
        ("two thirds = 0.67 |", False),
        ("two thirds = 66.7 | %", False),
        ("two thirds = 0.76 |", True),
        ("two thirds = 2 |", True),
    ],
)
def test_a_figure_is_held_against_its_own_words(line: str, differs: bool) -> None:
    assert figure_differs_from_its_text(figure(line)) == differs


@pytest.mark.parametrize("text", ["9" * 400, "$" + "9" * 400])
def test_more_than_can_be_reckoned_with_is_a_number_without_a_value(text: str) -> None:
    (number,) = find_numbers(f"It has {text}.")
    assert (number.low, number.high) == (None, None)
    own = Figure(number.text, None, None, "", "", "")
    assert is_held(number, [own])
    assert not is_held(number, [Figure("9", 9, 9, "", "", "")])


@pytest.mark.parametrize(
    ("unit", "scale", "known"),
    [
        ("billion USD", 1e9, "usd"),
        ("USD billion", 1e9, "usd"),
        ("thousands of jobs", 1e3, ""),
        ("jobs (thousands)", 1e3, ""),
        ("pounds, millions", 1e6, "gbp"),
        ("votes, in per cent", 1, "%"),
        ("votes (%)", 1, "%"),
        ("percentage points", 1, "points"),
        ("ms", 1, ""),
    ],
)
def test_a_unit_is_read_as_tables_have_it(unit: str, scale: float, known: str) -> None:
    assert scale_and_unit(unit) == (scale, known)


def test_points_may_be_percentage_points() -> None:
    assert units_agree("points", "point")
    assert units_agree("", "usd")
    assert not units_agree("eur", "usd")


@pytest.mark.parametrize(
    ("text", "language"),
    [("Sie fing an  von vorn.", "de"), ("Ein  von allen", "de"), ("un  de", "fr"), ("a  of", "en")],
)
def test_an_article_before_two_spaces_is_no_number(text: str, language: str) -> None:
    assert find_numbers(text, language) == ()
