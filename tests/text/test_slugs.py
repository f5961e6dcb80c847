"""Words as part of an address, and in the order of the alphabet."""

import pytest

from explainer.text.slugs import in_alphabet, slug


@pytest.mark.parametrize(
    ("text", "of_it"),
    [
        ("Überlingsau, Straße 5", "uberlingsau-strasse-5"),
        ("L’Œuvre de Bœuf", "loeuvre-de-boeuf"),
        ("Yusuf Aydın", "yusuf-aydin"),
        ("Łódź and Ærø", "lodz-and-aero"),
        ("東京", ""),
    ],
)
def test_letters_of_other_languages_are_those_of_addresses(text: str, of_it: str) -> None:
    assert slug(text) == of_it


def test_letters_with_marks_stand_beside_those_without() -> None:
    names = ["zone", "étiage", "fleuve", "Öl", "Ort", "œuvre", "eau"]
    assert sorted(names, key=in_alphabet) == [
        "eau",
        "étiage",
        "fleuve",
        "œuvre",
        "Öl",
        "Ort",
        "zone",
    ]
