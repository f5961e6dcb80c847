"""Short texts over longer ones, and what of them counts."""

import pytest

from explainer.text.titles import without_drawn


@pytest.mark.parametrize(
    ("alt", "left"),
    [
        ("Two columns; 19 birds.", " columns; 19 birds."),
        ("Two pairs of bars, 4 bars in all.", " pairs of bars,  bars in all."),
        ("Three columns; two birds.", "Three columns; two birds."),
    ],
)
def test_an_alternative_text_may_count_what_is_drawn(alt: str, left: str) -> None:
    assert without_drawn(alt, {2, 4}) == left
