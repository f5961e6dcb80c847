"""Search: names at once, the text behind them, by keyboard, mouse and touch."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

FIELD = "dialog.search input"
OPTION = "dialog.search [role=option]"


def open_with(page: Page, key: str) -> None:
    page.keyboard.press(key)
    expect(page.locator(FIELD)).to_be_focused()


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_the_search_and_escape_gives_the_place_back(visit: Visitor, key: str) -> None:
    page = visit().open("rare-earths/")
    page.locator("a.term").first.focus()
    term = page.evaluate("document.activeElement.href")
    open_with(page, key)
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    assert page.evaluate("document.activeElement.href") == term


def test_names_come_at_once_with_the_best_first(visit: Visitor) -> None:
    page = visit().open()
    open_with(page, "/")
    page.locator(FIELD).fill("tariff")
    assert page.locator(OPTION).first.inner_text().startswith("tariff")
    expect(page.locator("dialog [role=status]")).to_contain_text("found")


def test_a_term_is_found_by_its_other_name_and_a_person_without_accents(visit: Visitor) -> None:
    page = visit().open()
    open_with(page, "/")
    page.locator(FIELD).fill("NdFeB")
    expect(page.locator(OPTION).first).to_contain_text("neodymium")
    page.locator(FIELD).fill("hé lifeng")
    expect(page.locator(OPTION).first).to_contain_text("He Lifeng")
    page.locator(FIELD).fill("Beßent")
    expect(page.locator(OPTION).first).to_contain_text("Scott Bessent")


def test_what_was_known_only_later_is_marked_in_names_and_in_text(visit: Visitor) -> None:
    page = visit().open()
    open_with(page, "/")
    page.locator(FIELD).fill("framework agreement")
    expect(page.locator(OPTION).first.locator(".later-mark")).to_have_text("later")
    page.locator(FIELD).fill("busan")
    in_text = page.locator(OPTION, has=page.locator(".excerpt"))
    section = in_text.filter(has=page.get_by_text("What happened after the talks?", exact=True))
    expect(section.locator(".later-mark")).to_have_text("later")
    page.locator(FIELD).fill("lancaster house")
    expect(in_text.filter(has_text="Lancaster House").first).to_be_visible()
    expect(page.locator(f"{OPTION} .later-mark")).to_have_count(0)


def test_the_page_of_the_search_has_the_field_in_view(visit: Visitor) -> None:
    reader = visit()
    page = reader.open("search/")
    here = page.get_by_role("searchbox", name="Search names and text")
    expect(here).to_be_in_viewport()
    here.focus()
    page.keyboard.type("magnets", delay=5)
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("magnets")
    expect(page.locator(OPTION).first).to_contain_text("magnet")
    # The first empties the field, as browsers have it.
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(here).to_be_focused()
    expect(here).to_have_value("")


def test_arrows_choose_and_enter_follows(visit: Visitor) -> None:
    page = visit().open("talks/")
    open_with(page, "Control+k")
    page.locator(FIELD).fill("truce")
    expect(page.locator(".found .excerpt").first).to_be_visible()
    chosen = page.locator(f"{OPTION}[aria-selected=true]")
    expect(chosen).to_have_attribute("id", "found-0")
    page.keyboard.press("ArrowDown")
    expect(chosen).to_have_attribute("id", "found-1")
    expect(page.locator(FIELD)).to_have_attribute("aria-activedescendant", "found-1")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    last = page.locator(OPTION).count() - 1
    expect(chosen).to_have_attribute("id", f"found-{last}")
    page.keyboard.press("ArrowDown")
    where = page.locator(OPTION).first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(where)


def test_enter_that_ends_the_writing_of_a_sign_does_not_follow(visit: Visitor) -> None:
    page = visit().open()
    open_with(page, "/")
    page.keyboard.type("tariff")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.locator("dialog input").evaluate(
        "field => field.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
    )
    expect(page.locator("dialog")).to_be_visible()


def test_the_text_is_searched_and_its_words_are_marked(visit: Visitor) -> None:
    page = visit().open()
    open_with(page, "/")
    page.locator(FIELD).fill("windscreen wipers")
    excerpt = page.locator(".found .excerpt").first
    expect(excerpt).to_be_visible()
    assert {mark.lower() for mark in excerpt.locator("mark").all_inner_texts()} & {
        "windscreen",
        "wipers",
    }
    page.locator(OPTION).filter(has_text="rare earths matter").click()
    page.wait_for_url("**/rare-earths/**")


def test_what_is_found_in_the_text_is_grouped_by_kind_as_names_are(visit: Visitor) -> None:
    page = visit().open()
    open_with(page, "/")
    page.locator(FIELD).fill("magnets")
    expect(page.locator(".found .excerpt").first).to_be_visible()
    groups = page.locator(".found [role=group]").filter(has=page.locator(".excerpt"))
    titles = groups.locator(".kind").all_inner_texts()
    assert len(titles) == len(set(titles)) > 1
    assert "In the text · Terms" in titles
    terms = groups.filter(has_text="In the text · Terms").locator("[role=option]")
    for address in terms.evaluate_all("all => all.map(one => one.href)"):
        assert "/glossary/" in address
    expect(page.locator(f"{OPTION}[aria-selected=true]")).to_have_count(1)


def test_a_word_nobody_wrote_is_told_as_not_found(visit: Visitor) -> None:
    page = visit().open()
    open_with(page, "/")
    page.locator(FIELD).fill("zzyzx")
    expect(page.locator("dialog [role=status]")).to_have_text("Nothing was found")
    page.locator(FIELD).fill("<img src=x onerror=alert(1)> tariff")
    expect(page.locator(".found .excerpt").first).to_be_visible()
    assert page.locator("dialog img").count() == 0


def test_search_works_on_a_phone(visit: Visitor, phone: dict[str, Any]) -> None:
    page = visit(**phone).open("glossary/tariff/")
    page.locator(".search-link").tap()
    page.locator(FIELD).fill("magnet")
    expect(page.locator(OPTION).first).to_be_visible()
    box = page.locator("dialog.search").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360
    assert page.evaluate("document.querySelector('dialog.search').scrollWidth") <= box["width"]
    page.locator("dialog.search").get_by_role("button", name="Close").tap()
    expect(page.locator("dialog.search")).to_be_hidden()


def test_search_works_below_a_path(visit: Visitor, site_below: str) -> None:
    page = visit(site_below).open("glossary/tariff/")
    open_with(page, "/")
    page.locator(FIELD).fill("windscreen wipers")
    expect(page.locator(".found .excerpt").first).to_be_visible()
    page.locator(OPTION).filter(has_text="rare earths matter").click()
    page.wait_for_url(f"{site_below}rare-earths/**")


def test_from_a_folder_names_are_searched_and_the_rest_is_explained(
    visit: Visitor, portable: Path
) -> None:
    page = visit(portable.as_uri() + "/").open("glossary/tariff/index.html")
    open_with(page, "/")
    expect(page.locator("dialog [role=status]")).to_contain_text("Names are searched here.")
    page.locator(FIELD).fill("rare earth magnet")
    page.locator(OPTION).first.click()
    page.wait_for_url("file://**/glossary/rare-earth-magnets/index.html")


def test_nothing_of_the_search_is_loaded_before_it_is_opened(visit: Visitor) -> None:
    reader = visit()
    page = reader.open()
    page.wait_for_load_state("networkidle")
    assert not [url for url in reader.requests if "names.js" in url or "pagefind" in url]


def test_without_a_script_the_link_leads_to_the_list(visit: Visitor) -> None:
    page = visit(java_script_enabled=False).open("talks/")
    page.locator(".search-link").click()
    page.wait_for_url("**/search/")
    expect(page.locator("main a").nth(200)).to_be_visible()
    expect(page.locator("h1")).to_have_text("Everything that has a name")
    expect(page.locator(".search-here")).to_be_hidden()


def test_where_the_scripts_are_missing_the_link_leads_to_the_list(visit: Visitor) -> None:
    reader = visit()
    page = reader.open("talks/")
    page.route("**/assets/search.js", lambda route: route.abort())
    page.locator(".search-link").click()
    page.wait_for_url("**/search/")
    reader.complaints.clear()  # the browser tells of the missing file
