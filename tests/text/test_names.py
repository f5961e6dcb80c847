"""Names in running text, as tests/cases/names.txt tells."""

import pytest

from explainer.text.names import Name, find_names, name_table, words_of
from tests.casefile import Case, read_cases


@pytest.mark.parametrize("case", read_cases("names.txt", 3), ids=str)
def test_names_are_found(case: Case) -> None:
    names, text, outcome = case.parts
    table = name_table(Name(name.strip(), name.strip()) for name in names.split(","))
    marked, end = "", 0
    for found in find_names(text, table):
        marked += text[end : found.start] + f"[{text[found.start : found.end]}]"
        end = found.end
    assert marked + text[end:] == outcome


def test_a_plural_that_is_a_record_of_its_own_leads_there() -> None:
    table = name_table([Name("good", "virtue"), Name("goods", "wares")])
    assert [found.id for found in find_names("goods", table)] == ["wares"]


def test_the_words_of_a_text_hold_every_name_that_can_begin_there() -> None:
    text = "Tariffs rose; the US-made goods fell."
    table = name_table([Name("tariff", "tariff"), Name("US", "us")])
    assert set(table) & words_of(text) >= {"tariffs"}
