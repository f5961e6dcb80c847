"""Whole words of a text, and where they stand; names of speakers in whatever letters."""

import re

import pytest

from explainer.text.names import Name, find_names, name_table
from explainer.text.numbers import find_numbers
from explainer.text.quotations import find_quotations
from explainer.text.speakers import is_named, told_at, told_by
from explainer.text.words import places_of, words_in
from tests.casefile import Case, read_cases

TEXT = "A week on, the US ended US-led talks; a weekly “US” x_a A_b and a1."


def test_a_text_has_words_as_written_and_in_small_letters() -> None:
    words = words_in(TEXT)
    assert {"A", "week", "US", "x_a", "A_b", "a1"} <= words.exact
    assert words.by_small["uS"] == "US"
    assert sorted(words.by_lower["a"]) == ["A", "a"]


@pytest.mark.parametrize("word", ["A", "a", "US", "week", "led", "the", "nowhere", "1", "x"])
def test_a_word_stands_where_nothing_of_a_word_is_beside_it(word: str) -> None:
    expected = [match.start() for match in re.finditer(rf"(?<!\w){word}(?!\w)", TEXT)]
    assert places_of(TEXT, [word]) == expected


def test_places_of_several_words_go_from_left_to_right() -> None:
    assert places_of(TEXT, ["talks", "US", "week"]) == sorted(
        place for word in ("talks", "US", "week") for place in places_of(TEXT, [word])
    )


def test_a_name_is_found_at_a_sentence_start_and_inside_it() -> None:
    table = name_table([Name("tariff", "t"), Name("US tariff", "u")])
    text = "Tariffs rose. The US tariffs fell, a tariff-like levy did not; no tariff did."
    assert [(text[f.start : f.end], f.id) for f in find_names(text, table)] == [
        ("Tariffs", "t"),
        ("US tariffs", "u"),
        ("tariff", "t"),
    ]


def test_a_speaker_is_named_in_whatever_letters() -> None:
    letters = [chr(code) for code in range(0x20, 0x3000) if chr(code).isalpha()]
    for letter in letters:
        name = f"x{letter}y"
        variants = {f"x{v}y" for v in (letter.lower(), letter.upper(), letter.title())}
        for variant in (*variants, "xiy", "xıy", "xsy", "xky"):
            expected = re.search(rf"(?<!\w){name}(?!\w)", variant, re.IGNORECASE)
            assert is_named(variant, ("nobody", name)) == bool(expected), (name, variant)


def test_what_framing_has_somebody_say_is_found_by_any_of_their_names() -> None:
    text = "On Friday THE MINISTRY said so."
    told = told_by(text, ("Ministry of Trade", "the ministry"))
    assert told is not None
    assert text[slice(*told)] == "THE MINISTRY said"
    assert told_by("The ministry closed.", ("the ministry",)) is None


@pytest.mark.parametrize("language", ["de", "fr"])
def test_an_english_share_in_another_language_is_no_number(language: str) -> None:
    assert find_numbers("less than a quarter", language) == ()


@pytest.mark.parametrize("case", read_cases("framing.txt", 3), ids=str)
def test_framing_tells_what_nobody_says(case: Case) -> None:
    names, lines, outcome = case.parts
    for line, expected in zip(lines.splitlines(), outcome.splitlines(), strict=True):
        told = told_by(line, tuple(names.split(", ")))
        assert (line[slice(*told)] if told else "nothing") == expected


@pytest.mark.parametrize("case", read_cases("sayings.txt", 3), ids=str)
def test_who_says_a_quotation_is_told_beside_it(case: Case) -> None:
    names, lines, outcome = case.parts
    for line in lines.splitlines():
        (quotation,) = find_quotations(line)
        forms = tuple(names.split(", "))
        told = any(told_at(line, quotation.start, end, forms) for _, end in quotation.spans)
        assert ("said" if told else "not said") == outcome, line
