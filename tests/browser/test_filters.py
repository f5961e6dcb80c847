"""Filters on the timeline and on who says what."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor


def shown(page: Page, entries: str) -> int:
    return page.locator(f"{entries} >> visible=true").count()


@pytest.mark.parametrize(
    ("path", "entries", "name"),
    [
        ("timeline/", ".events > li", "side"),
        ("timeline/", ".events > li", "kind"),
        ("claims/", ".claims tbody tr", "side"),
        ("claims/", ".claims tbody tr", "status"),
        ("claims/", ".claims tbody tr", "speaker"),
    ],
)
def test_each_choice_shows_what_it_names_and_nothing_else(
    visit: Visitor, path: str, entries: str, name: str
) -> None:
    page = visit().open(path)
    whole = page.locator(entries).count()
    value = page.locator(f"select[name={name}] option").nth(1).get_attribute("value") or ""
    page.locator(f"select[name={name}]").select_option(value)
    named = page.locator(entries).evaluate_all(
        "(all, [name, value]) => all.filter(one => one.dataset[name]?.split('|').includes(value)).length",
        [name, value],
    )
    assert 0 < named < whole
    assert shown(page, entries) == named
    expect(page.locator("form.filters output")).to_have_text(f"{named} of {whole} shown")


def test_the_choice_stands_in_the_address_and_is_read_from_it(visit: Visitor) -> None:
    reader = visit()
    page = reader.open("claims/")
    page.locator("select[name=status]").select_option("plan")
    assert page.url.endswith("/claims/?status=plan")
    again = reader.open("claims/?status=plan")
    expect(again.locator("select[name=status]")).to_have_value("plan")
    assert shown(again, ".claims tbody tr") == shown(page, ".claims tbody tr")
    page.locator("select[name=status]").select_option("")
    assert page.url.endswith("/claims/")
    both = reader.open("claims/?side=china&status=claim")
    rows = both.locator(".claims tbody tr >> visible=true")
    assert 0 < rows.count() < both.locator(".claims tbody tr[data-side~=china]").count()
    for row in rows.all():
        assert row.get_attribute("data-status") == "claim"
        assert "china" in (row.get_attribute("data-side") or "").split("|")


def test_a_choice_no_list_has_is_passed_over(visit: Visitor) -> None:
    page = visit().open("timeline/?side=martian&kind=%3Cb%3E")
    assert shown(page, ".events > li") == page.locator(".events > li").count()


def test_an_event_that_is_linked_to_is_shown_whatever_is_chosen(visit: Visitor) -> None:
    reader = visit()
    id = reader.open("timeline/").locator(".events > li[data-side=us]").first.get_attribute("id")
    page = reader.open(f"timeline/?side=china#{id}")
    expect(page.locator(f"#{id}")).to_be_in_viewport()


def test_an_era_without_events_left_goes_with_its_heading(visit: Visitor) -> None:
    page = visit().open("timeline/?kind=court")
    for era in page.locator(".era").all():
        assert era.is_visible() == (era.locator("li[id] >> visible=true").count() > 0)


def test_filters_are_chosen_by_keyboard(visit: Visitor) -> None:
    page = visit().open("claims/")
    page.locator("select[name=status]").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("select[name=status]")).not_to_have_value("")
    expect(page.locator("form.filters output")).to_contain_text("of")


def test_without_a_script_the_list_is_whole_and_no_filter_is_shown(
    visit: Visitor, phone: dict[str, Any]
) -> None:
    page = visit(**phone, java_script_enabled=False).open("claims/?status=plan")
    expect(page.locator("form.filters")).to_be_hidden()
    assert page.locator(".claims tbody tr >> visible=true").count() > 50


def test_choices_stand_once_and_sides_in_the_order_of_the_site(visit: Visitor) -> None:
    reader = visit()
    said = "select[name={}] option"
    claims = reader.open("claims/")
    speakers = claims.locator(said.format("speaker")).all_text_contents()
    assert len(speakers) == len(set(speakers)) > 20
    assert claims.locator(said.format("side")).all_text_contents() == [
        "All", "American side", "Chinese side", "Others",
    ]  # fmt: skip
    timeline = reader.open("timeline/")
    assert timeline.locator(said.format("side")).all_text_contents() == [
        "All", "American side", "Chinese side", "Both sides", "Others",
    ]  # fmt: skip


COLUMNS = "() => [...document.querySelectorAll('.claims th')].map(e => e.offsetWidth)"


def test_columns_keep_their_widths_while_the_list_is_narrowed(visit: Visitor) -> None:
    page = visit().open("claims/")
    before = page.evaluate(COLUMNS)
    page.get_by_label("Speaker").select_option("Kevin Hassett")
    assert page.evaluate(COLUMNS) == before


@pytest.mark.parametrize("width", [768, 832, 1024])
def test_no_column_of_who_says_what_is_cut(visit: Visitor, width: int) -> None:
    page = visit(viewport={"width": width, "height": 900}).open("claims/")
    room = page.locator(".table-scroll")
    assert room.evaluate("part => part.scrollWidth <= part.clientWidth")
