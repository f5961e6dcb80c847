"""Quotations in running text, as tests/cases/quotations.txt tells."""

import pytest

from explainer.text.quotations import closest, find_quotations, is_held, word_difference
from tests.casefile import Case, read_cases


@pytest.mark.parametrize("case", read_cases("quotations.txt", 3), ids=str)
def test_quotations_are_held_against_the_record(case: Case) -> None:
    recorded, text, outcome = case.parts
    quotations = find_quotations(text)
    assert quotations, "the text quotes nothing"
    wrong = [q for q in quotations if not is_held(q, recorded)]
    told = [f"not held\n{word_difference(q.text, recorded)}" for q in wrong]
    assert "\n".join(told or ["held"]) == outcome


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("“A b,” she said, “c d.”", [("A b,", "c d.")]),
        ("“A b,” she said. “C d.”", [("A b,",), ("C d.",)]),
        ("“A b”, the minister for trade said, “c d”", [("A b", "c d")]),
        ("“A b” and “c d”", [("A b",), ("c d",)]),
        ("„A b“, so die Ministerin, Anna Ott, „c d“", [("A b", "c d")]),
        ("« A b », raconte la préfète, Anne Ott, « c d »", [("A b", "c d")]),
        ("« A b », s’indigne-t-elle, « c d »", [("A b", "c d")]),
        ("« A b », a expliqué le maire, « c d »", [("A b", "c d")]),
        ("« A b », dit Ott, dont la péniche, « C d », est là", [("A b",), ("C d",)]),
        ("« A b », « c d », le maire et « e f »", [("A b",), ("c d",), ("e f",)]),
        ("He said “it is ‘fine’ and “nested” too” then", [("it is ‘fine’ and “nested” too",)]),
        ('“A b,” she said, ""', [("A b,",)]),
        ("“One paragraph that goes on", [("One paragraph that goes on",)]),
        ("It’s the dogs’ dinner, not a 'quotation'.", []),
    ],
)
def test_quotations_are_found(text: str, pieces: list[tuple[str, ...]]) -> None:
    assert [q.pieces for q in find_quotations(text)] == pieces


def test_a_quotation_lies_where_it_says() -> None:
    text = "He said “all day today” twice."
    (quotation,) = find_quotations(text)
    assert text[quotation.start : quotation.end] == "“all day today”"


def test_with_whole_a_run_is_not_enough() -> None:
    (quotation,) = find_quotations("“lots of time together”")
    assert not is_held(quotation, "we spend lots of time together", whole=True)


def test_the_closest_of_several_is_told_and_none_that_is_quite_another() -> None:
    (quotation,) = find_quotations("“it is going very badly”")
    assert closest(quotation, ["all day today", "it is going very well"]) == "it is going very well"
    assert closest(quotation, ["all day today"]) is None


def test_texts_of_thousands_of_words_that_are_all_alike_are_compared() -> None:
    """Found by trying: word by word this takes minutes."""
    said, recorded = "to be " * 1500, "to be " * 2000 + "or not"
    (quotation,) = find_quotations(f"“{said.strip()}”")
    assert closest(quotation, ["something else", recorded]) == recorded
    assert word_difference(said, recorded).startswith("to be to be")
    (shorter,) = find_quotations("“" + "-->" * 600 + "”")
    assert closest(shorter, ["Duties rose " + "--" * 1000, "else"]) is not None
