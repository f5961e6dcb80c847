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


def test_a_heading_gives_its_address_by_keyboard(visit: Visitor) -> None:
    page = visit(permissions=MAY_COPY).open("rare-earths/")
    heading = page.locator("article h2[id]").first
    button = heading.get_by_role("button")
    button.focus()
    assert float(button.evaluate("button => getComputedStyle(button).opacity")) == 1
    page.keyboard.press("Enter")
    assert copied(page) == f"{CANONICAL}rare-earths/#{heading.get_attribute('id')}"


def test_a_paragraph_gives_its_address_by_touch(visit: Visitor, phone: dict[str, Any]) -> None:
    page = visit(**phone, permissions=MAY_COPY).open("rare-earths/")
    paragraph = page.locator("article p[id^=par-]").first
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
        entry.locator("button.copy").click()
        assert copied(page) == f"{CANONICAL}{path}#{entry.get_attribute('id')}"


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
