"""Formulas of worked-out numbers."""

from fractions import Fraction

import pytest

from explainer.text.arithmetic import FormulaError, agrees, printed, work_out


@pytest.mark.parametrize(
    ("formula", "value", "operands"),
    [
        ("145-30", "115", ("145", "30")),
        ("145 − 30", "115", ("145", "30")),
        ("2+3*4", "14", ("2", "3", "4")),
        ("(2+3)*4", "20", ("2", "3", "4")),
        ("12/8/2", "3/4", ("12", "8", "2")),
        ("10-4-3", "3", ("10", "4", "3")),
        ("-(0.1+0.2)", "-3/10", ("0.1", "0.2")),
        ("1,200.5 × 2", "2401", ("1,200.5", "2")),
    ],
)
def test_formulas_are_worked_out_exactly(
    formula: str, value: str, operands: tuple[str, ...]
) -> None:
    result = work_out(formula)
    assert (result.value, result.operands) == (Fraction(value), operands)


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("1/0", "divides by nothing"),
        ("2**3", "stands where a number should"),
        ("2*(3", "a bracket is not closed"),
        ("2)", "one too many"),
        ("", "ends where a number should stand"),
        ("1 2", "one too many"),
        ("__import__('os')", "is no number"),
        ("9e9", "is no number"),
        ("9" * 150, "too long"),
        ("(" * 150 + "1", "too many brackets"),
        ("40*" * 5000 + "40", "characters, more than 200"),
    ],
)
def test_what_cannot_be_worked_out_says_why(formula: str, reason: str) -> None:
    with pytest.raises(FormulaError, match=reason):
        work_out(formula)


@pytest.mark.parametrize(
    ("formula", "written", "agreed"),
    [
        ("145-30", "115", True),
        ("145-30", "116", False),
        ("30-145", "115", True),
        ("30-145", "−115", True),
        ("145-30", "−115", False),
        ("100/3", "33", True),
        ("100/3", "33.3", True),
        ("100/3", "33.4", False),
        ("100*(145-30)/145", "79", True),
        ("1000*3.4", "3,400 tonnes", True),
        ("1+1", "two", True),
        ("1+1", "three", False),
        ("118/61", "nearly twice", True),
        ("2.9/0.6", "nearly five times", True),
        ("410/1950", "a fifth", True),
        ("4200/900", "more than four times", True),
        ("4200/900", "more than five times", False),
        ("60000000/3", "£20m", True),
        ("60000000/3", "20 million", True),
        ("60000000/3", "£21m", False),
        ("60000000/3", "20", False),
        ("(1950-410)/1950", "four out of five", True),
        ("(1950-410)/1950", "3 in 5", False),
        ("1+1", "some", False),
    ],
)
def test_a_number_agrees_at_the_precision_it_is_written_with(
    formula: str, written: str, agreed: bool
) -> None:
    assert agrees(work_out(formula).value, written) == agreed


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("145-30", "145 − 30"),
        ("100*(125-10)/125", "100 × (125 − 10) ÷ 125"),
        ("-(0.1 + 0.2)", "−(0.1 + 0.2)"),
        ("2*-3", "2 × −3"),
    ],
)
def test_formulas_are_printed_with_their_own_signs(formula: str, text: str) -> None:
    assert printed(formula) == text


@pytest.mark.parametrize(
    ("formula", "written", "language", "agreed"),
    [
        ("64,90-59,50", "5,40 Euro", "de", True),
        ("64.90-59.50", "5,40 Euro", "de", True),
        ("64.90-59.50", "5,90 Euro", "de", False),
        ("7.000-5.000", "2.000 Hektar", "de-AT", True),
        ("7000-5000", "2.000 Hektar", "de", True),
        ("7000-5000", "2 Hektar", "de", False),
        ("7 000 - 5 000", "2\u202f000 hectares", "fr", True),
        ("3,5*2", "7", "fr", True),
        ("7000-5000", "2\u202f000 acres", "en", True),
    ],
)
def test_worked_out_numbers_have_the_signs_of_their_language(
    formula: str, written: str, language: str, agreed: bool
) -> None:
    assert agrees(work_out(formula, language).value, written, language) == agreed


@pytest.mark.parametrize(
    ("formula", "language", "text"),
    [
        ("64.90-59.50", "de", "64,90 − 59,50"),
        ("64,90-59,50", "de", "64,90 − 59,50"),
        ("7 000-5 000", "fr", "7 000 − 5 000"),
    ],
)
def test_formulas_are_printed_as_their_language_writes_numbers(
    formula: str, language: str, text: str
) -> None:
    assert printed(formula, language) == text
