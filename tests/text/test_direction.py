"""Changes told the wrong way round, and numbers that spans of time hold."""

import pytest

from explainer.text.direction import difference, is_told_in_per_cent, turned_round
from explainer.text.multiples import find_multiples
from explainer.text.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("The duty rose from 145 to 30 per cent.", "en", "rose … from 145 to 30 per cent"),
        ("It fell from 30 to 145.", "en-GB", "fell … from 30 to 145"),
        ("It raised its duty on US goods from 84 to 34.", "en", "raised … from 84 to 34"),
        ("Der Zoll stieg von 145 auf 30 Prozent.", "de", "stieg … von 145 auf 30 Prozent"),
        (
            "Das Ticket hat sich von 64,90 auf 59,50 Euro verteuert.",
            "de",
            "verteuert … von 64,90 auf 59,50 Euro",
        ),
        ("Der Preis ist von 20 auf 30 Euro gesunken.", "de", "gesunken … von 20 auf 30 Euro"),
        ("La taxe a augmenté de 30 % à 20 %.", "fr", "augmenté … de 30 % à 20 %"),
    ],
)
def test_a_change_told_the_wrong_way_round_is_found(text: str, language: str, told: str) -> None:
    ((_, words),) = turned_round(text, find_numbers(text, language), language)
    assert words == told


@pytest.mark.parametrize(
    "text",
    [
        "The duty fell from 145 to 30 per cent, and rose from 34 to 84.",
        "Lower rates went from 5 to 10 per cent.",
        "It fell from 5 to 3 million.",
        "It fell, and the trains from 10 to 30 stood still.",
        "It rose from 300 kg to 2 tonnes.",
        "Cuts of 30 to 40 per cent; from 3 to 5 it rained.",
        "It rose to 30 from 20.",
        "The balance fell from −2 to −5 per cent.",
        "She rose from the tenth to third place.",
    ],
)
def test_a_change_told_as_it_went_is_not(text: str) -> None:
    assert not list(turned_round(text, find_numbers(text), "en"))


def test_a_change_told_as_it_went_is_not_in_german() -> None:
    for text in (
        "Das Ticket hat sich von 59,50 auf 64,90 Euro verteuert.",
        "Der Wert ging von 30 auf 20 und stieg dann.",
        "Der Preis fiel von 30 auf 20 Euro, erhöhte Kosten hin oder her.",
    ):
        assert not list(turned_round(text, find_numbers(text, "de"), "de")), text


def test_a_difference_has_two_numbers_and_nothing_else() -> None:
    assert difference("145 - 30") == ("145", "30")
    assert difference("100*(145-30)/145") == ()
    assert difference("145+30") == ()


def test_a_change_by_so_much_per_cent_is_told_from_a_share() -> None:
    assert is_told_in_per_cent("down by 115 per cent", 8, 11)
    assert not is_told_in_per_cent("down by 115 percentage points", 8, 11)
    assert not is_told_in_per_cent("a share of 115 per cent", 11, 14)


def test_spans_of_time_are_numbers() -> None:
    text = (
        "It shut for a week, lasted an hour and a half, for a fortnight; for a week or two, a day."
    )
    found = [(n.text, n.low, n.unit) for n in find_multiples(text)]
    assert found == [
        ("a week", 1, "week"),
        ("an hour and a half", 1.5, "hour"),
        ("a fortnight", 2, "week"),
    ]


def test_the_halves_of_a_match_are_no_multiple() -> None:
    text = "Of two halves, in both halves, the men's doubles; it halves the risk and doubles."
    assert [n.text for n in find_multiples(text)] == ["halves", "doubles"]


def test_single_signs_have_units_and_scales() -> None:
    text = "It took 2½ hours, ½ hour, 1½ million dollars, ½ of it, and 1½."
    found = [(n.text, n.low, n.unit) for n in find_multiples(text)]
    assert found == [
        ("2½ hours", 2.5, "hour"),
        ("½ hour", 0.5, "hour"),
        ("1½ million dollars", 1.5e6, "usd"),
        ("½", 0.5, "share"),
        ("1½", 1.5, ""),
    ]


@pytest.mark.parametrize("text", ["1" * 400 + "½", "1" * 5000 + "½", "²" * 400])
def test_hundreds_of_digits_before_a_single_sign_are_borne(text: str) -> None:
    assert all(number.low is not None and number.low < 1e13 for number in find_multiples(text))
