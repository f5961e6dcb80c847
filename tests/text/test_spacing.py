"""Spaces at which no line may end."""

import pytest

from explainer.text.spacing import with_signs_bound


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("« Oui », dit-elle : 28 % !", "fr", "«~Oui~», dit-elle~: 28~%~!"),
        ("1 200 fermes et 85 000 habitants", "fr-CA", "1~200 fermes et 85~000 habitants"),
        ("En 2025 300 fermes, à 9 h", "fr", "En 2025 300 fermes, à 9 h"),
        ("« Yes », she said : 28 %", "en", "« Yes », she said : 28 %"),
    ],
)
def test_no_line_ends_before_the_signs_that_french_sets_apart(
    text: str, language: str, bound: str
) -> None:
    assert with_signs_bound(text, language) == bound.replace("~", "\u00a0")
