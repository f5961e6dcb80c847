"""The words that numbers are written with, a module for each language."""

from explainer.text.number_words.english import ENGLISH
from explainer.text.number_words.form import NumberWords
from explainer.text.number_words.french import FRENCH
from explainer.text.number_words.german import GERMAN

__all__ = ["NumberWords", "number_words"]


def number_words(language: str) -> NumberWords:
    """The words of `language` (`en`, `de-AT` …); English for one that is not known."""
    known = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}
    return known.get(language.split("-")[0].lower(), ENGLISH)
