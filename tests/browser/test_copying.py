"""What can be copied: links to places, and the page's citation; and what changed since a visit."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

CANONICAL = "https://example.github.io/trade-talks/"
MAY_COPY = ["clipboard-read", "clipboard-write"]


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_paragraph_gives_its_published_address(visit: Visitor) -> None:
    page = visit(permissions=MAY_COPY).open("rare-earths/")
    paragraph = page.locator("article p[id^=par-]").nth(1)
    paragraph.hover()
    paragraph.get_by_role("button", name="Copy a link to this paragraph").click()
    assert copied(page) == f"{CANONICAL}rare-earths/#{paragraph.get_attribute('id')}"
    expect(page.locator("[role=status]").first).to_have_text("The link is copied")
    other = page.locator("article p[id^=par-]").nth(2)
    other.hover()
    other.get_by_role("button", name="Copy a link to this paragraph").click()
    assert copied(page).endswith(f"#{other.get_attribute('id')}")


def test_headings_are_named_by_their_words_and_nobody_passes_by_a_hundred_buttons(
    visit: Visitor,
) -> None:
    page = visit().open("rare-earths/")
    expect(page.get_by_role("heading", name="Who makes them", exact=True)).to_be_visible()
    assert page.locator("button.copy").count() == 0
    page.locator("article p[id] a").nth(3).focus()
    assert page.locator("button.copy").count() == 1


@pytest.mark.parametrize("place", ["article h2[id]", "article p[id^=par-]"])
def test_a_place_gives_its_address_by_keyboard(visit: Visitor, place: str) -> None:
    page = visit(permissions=MAY_COPY).open("rare-earths/")
    one = page.locator(place).first
    one.locator("a").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "copy"
    page.keyboard.press("Enter")
    assert copied(page) == f"{CANONICAL}rare-earths/#{one.get_attribute('id')}"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") != "copy"


def test_a_paragraph_gives_its_address_by_touch(visit: Visitor, phone: dict[str, Any]) -> None:
    page = visit(**phone, permissions=MAY_COPY).open("rare-earths/")
    paragraph = page.locator("article p[id^=par-]").first
    paragraph.tap(position={"x": 4, "y": 30})
    button = paragraph.get_by_role("button")
    box = button.bounding_box()
    assert box and box["width"] >= 24 and box["height"] >= 24
    button.tap()
    assert copied(page).endswith(f"#{paragraph.get_attribute('id')}")


def test_an_event_and_a_passage_have_addresses_too(visit: Visitor) -> None:
    reader = visit(permissions=MAY_COPY)
    for path, place in [("timeline/", ".events > li[id]"), ("sources/london-talks/", "#p14")]:
        page = reader.open(path)
        entry = page.locator(place).first
        entry.hover()
        entry.locator("button.copy").click()
        assert copied(page) == f"{CANONICAL}{path}#{entry.get_attribute('id')}"
        heading = str(entry.locator("h3").text_content()).strip()
        expect(entry.get_by_role("button")).to_have_accessible_name(f"Copy a link to “{heading}”")


def test_how_a_number_was_worked_out_is_there_by_keyboard_and_by_touch(
    visit: Visitor, phone: dict[str, Any]
) -> None:
    for page in (visit().open("tariffs-and-truce/"), visit(**phone).open("tariffs-and-truce/")):
        number = page.locator(".worked").first
        formula = number.locator("span")
        assert formula.bounding_box()["width"] < 2  # type: ignore[index]
        number.tap() if page.evaluate("navigator.maxTouchPoints") else number.focus()
        expect(number).to_have_text("115 (145 − 30)")
        assert formula.bounding_box()["width"] > 40  # type: ignore[index]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("form", ["plain text", "BibTeX", "CSL-JSON"])
def test_the_citation_is_copied_as_it_stands(visit: Visitor, form: str) -> None:
    page = visit(permissions=MAY_COPY).open("rare-earths/")
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name=f"Copy as {form}").click()
    assert copied(page) == page.locator(f"[data-form='{form}']").text_content()


def test_where_copying_is_forbidden_the_words_are_marked(visit: Visitor) -> None:
    reader = visit()
    reader.context.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
    )
    page = reader.open("rare-earths/")
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name="Copy as BibTeX").click()
    assert page.evaluate("getSelection().toString()").strip().startswith("@misc{")


def test_a_section_read_before_is_marked_on_the_first_page(visit: Visitor) -> None:
    reader = visit()
    entry = ".section-list li[data-section='talks'] .meta"
    expect(reader.open().locator(entry)).not_to_contain_text("· read")
    reader.open("talks/")
    expect(reader.open().locator(entry)).to_contain_text("· read")


def test_a_section_changed_since_the_last_visit_says_so(visit: Visitor) -> None:
    reader = visit()
    page = reader.open("talks/")
    page.evaluate("localStorage.setItem(site + 'seen', JSON.stringify({talks: '2020-01-01'}))")
    words = "changed since you were last here"
    expect(reader.open().locator(".section-list li[data-section='talks']")).to_contain_text(words)
    expect(reader.open("talks/").locator(".head .meta")).to_contain_text(words)
    expect(reader.open("talks/").locator(".head .meta")).not_to_contain_text(words)


def test_with_storage_blocked_nothing_is_kept_and_nothing_said(visit: Visitor) -> None:
    reader = visit()
    reader.block_storage()
    reader.open("talks/")
    expect(reader.open().locator(".section-list .meta").first).not_to_contain_text("· read")


def test_no_cookie_is_set(visit: Visitor) -> None:
    reader = visit()
    for path in ("", "talks/", "claims/"):
        reader.open(path)
    assert reader.context.cookies() == []
