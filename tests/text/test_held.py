"""What passages hold of a text, as tests/cases/years.txt tells."""

import pytest

from explainer.model.passages import DateMention, Figure, Passage, Quote
from explainer.model.problems import Origin
from explainer.model.prose import Worked
from explainer.text.counted import counted
from explainer.text.held import HeldReader
from explainer.text.names import name_table
from tests.casefile import Case, read_cases


@pytest.mark.parametrize("case", read_cases("years.txt", 3), ids=str)
def test_a_year_is_one_that_the_passages_know(case: Case) -> None:
    given, text, outcome = case.parts
    lines = [line.split(" ", 1) for line in given.splitlines()]
    reader = HeldReader(
        {}, name_table([]), _only(lines, "language") or "en", {"s": _only(lines, "published")}
    )
    told = [words for words, _, _ in reader.plain(text, [passage(lines)])]
    assert ", ".join(told or ["held"]) == outcome


def _only(lines: list[list[str]], key: str) -> str:
    return next((value for name, value in lines if name == key), "")


def passage(lines: list[list[str]]) -> Passage:
    """A passage with what `lines` say of its dates, figures and quotations."""
    dates = [DateMention("", value) for key, value in lines if key == "date"]
    figures = [Figure("", None, None, "", "", value) for key, value in lines if key == "period"]
    for value in (value for key, value in lines if key == "figure"):
        words, _, number = value.partition(" = ")
        figures.append(Figure(words, float(number), float(number), "", "", ""))
    quotes = [Quote(value, "") for key, value in lines if key == "quote"]
    return Passage(
        id="p1",
        source="s",
        origin=Origin("s.yaml"),
        layer="base",
        parts=(),
        quotes=tuple(quotes),
        labels=(),
        figures=tuple(figures),
        dates=tuple(dates),
        actors=(),
        against=(),
        also=(),
        due=_only(lines, "due"),
        outcome="",
        note="",
    )


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("It fell by 40,1 per cent, to 2,2 million.", "en", ["40.1", "2.2"]),
        ("Um 40.1 Prozent, auf 2.2 Millionen.", "de", ["40,1", "2,2"]),
        ("De 40.1 pour cent.", "fr", ["40,1"]),
        ("They said “40,1 per cent”; 2,4-D, 1,500 tons, in 1,2 and 3 days.", "en", []),
        ("Um 4.30 Uhr, 1.500 Tonnen am 9.6. und 3,5 Prozent.", "de", []),
    ],
)
def test_the_decimal_sign_is_that_of_the_language(
    text: str, language: str, meant: list[str]
) -> None:
    found = counted(text, language, name_table([]))
    assert [said for _, _, said in found.misread] == meant


def test_the_scale_behind_a_single_sign_is_no_number_of_its_own() -> None:
    numbers = counted("They sold 2½ million tonnes.", "en", name_table([])).numbers
    assert [(number.low, number.unit) for number in numbers] == [(2.5e6, "tonne")]


@pytest.mark.parametrize(
    ("formula", "text", "told"),
    [
        ("2024-1978", "46", []),
        (
            "2024-1979",
            "45",
            ["work it out from their figures, or from 100: `p1` (s.yaml:1) has £142m, £9.5m"],
        ),
        ("142000000/9500000", "fifteen", []),
        (
            "142/9500000",
            "15",
            ["a formula has numbers in full: `142000000`", "it comes to 1.49473684e-05"],
        ),
    ],
)
def test_a_formula_has_the_years_and_the_whole_figures_of_a_passage(
    formula: str, text: str, told: list[str]
) -> None:
    reader = HeldReader({}, name_table([]), "en", {})
    lines = ["date 1978", "date 2024-05", "figure £142m = 142000000", "figure £9.5m = 9500000"]
    given = passage([line.split(" ", 1) for line in lines])
    assert [hint for _, hint in reader.worked(Worked(text, formula, ""), [given])] == told
