"""Numbers as tables and pictures have them."""

import pytest

from explainer.text.numbers_in_words import number_in_words


@pytest.mark.parametrize(
    ("value", "thousands", "decimal", "text"),
    [
        (-1234.5, ",", ".", "−1,234.5"),
        (-1234.5, ".", ",", "−1.234,5"),
        (1234.5, "\u202f", ",", "1\u202f234,5"),
        (340000, "", ",", "340000"),
    ],
)
def test_numbers_have_the_signs_that_the_words_of_a_site_say(
    value: float, thousands: str, decimal: str, text: str
) -> None:
    assert number_in_words(value, thousands, decimal) == text
