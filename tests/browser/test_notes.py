"""Source notes, and how much of a section is shown."""

from typing import Any

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.conftest import Visitor

NOTE = "aside.note"


def shown(page: Page) -> int:
    """How many source notes are to be seen."""
    return page.locator(f"{NOTE} >> visible=true").count()


def place(part: Locator) -> FloatRect:
    """Where `part` stands, in pixels."""
    found = part.bounding_box()
    assert found, "it is to be seen"
    return found


def test_s_hides_and_shows_the_notes_in_the_margin(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    all_notes = page.locator(NOTE).count()
    assert shown(page) == all_notes > 5
    page.keyboard.press("s")
    expect(page.locator("[role=status]").first).to_have_text("Sources are hidden")
    assert shown(page) == 0
    page.keyboard.press("s")
    assert shown(page) == all_notes


def test_notes_of_a_box_begin_where_it_does_and_in_line_with_all_others(visit: Visitor) -> None:
    page = visit().open("tariffs-and-truce/")
    box = page.locator(".alert")
    beside = box.locator("xpath=following-sibling::*[1]").locator(NOTE).first
    assert abs(place(box)["y"] - place(beside)["y"]) < 24
    assert len({round(place(note)["x"]) for note in page.locator(NOTE).all()}) == 1


def test_s_shows_the_folded_notes_of_a_narrow_screen(visit: Visitor, phone: dict[str, Any]) -> None:
    page = visit(**phone).open("rare-earths/")
    assert shown(page) == 0
    page.keyboard.press("s")
    assert shown(page) == page.locator(NOTE).count()
    page.keyboard.press("s")
    assert shown(page) == 0


def test_s_types_a_letter_in_a_field_and_does_nothing_when_switched_off(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    page.get_by_label("Use keys").uncheck()
    before = shown(page)
    page.keyboard.press("s")
    assert shown(page) == before
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate("new Promise(done => setTimeout(done))")
    other.keyboard.press("s")
    assert shown(other) == before


def test_a_tap_on_a_number_opens_its_note_in_place_and_another_closes_it(
    visit: Visitor, phone: dict[str, Any]
) -> None:
    page = visit(**phone).open("rare-earths/")
    paragraph = page.locator("article p[id^=par-]:has(a.cite)").first
    number = paragraph.locator("a.cite").first
    address = page.url
    number.tap()
    note = page.locator("p[id^=par-] + aside.note.is-open")
    expect(note).to_be_visible()
    expect(number).to_have_attribute("aria-expanded", "true")
    assert page.url == address
    number.tap()
    expect(note).to_have_count(0)
    number.tap()
    note.get_by_role("button", name="Close").tap()
    expect(note).to_have_count(0)
    expect(number).to_be_focused()


def test_a_number_opens_its_note_by_keyboard_in_the_margin(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    number = page.locator("article p[id^=par-] a.cite[id]").first
    note = page.locator(number.get_attribute("href") or "")
    expect(note.locator(".says")).to_be_hidden()
    number.focus()
    page.keyboard.press("Enter")
    expect(note.locator(".says")).to_be_visible()
    expect(number).to_be_focused()
    page.keyboard.press("Enter")
    expect(note.locator(".says")).to_be_hidden()


def test_brief_shows_the_key_points_alone_and_everything_opens_all(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    body = page.locator("article > p").first
    details = page.locator("article details")
    expect(body).to_be_visible()
    page.get_by_role("button", name="Brief").click()
    expect(body).to_be_hidden()
    expect(page.locator(".key")).to_be_visible()
    expect(page.locator(".meanings-block")).to_be_hidden()
    page.get_by_role("button", name="Everything").click()
    expect(body).to_be_visible()
    assert details.evaluate_all("all => all.length > 0 && all.every(one => one.open)")
    assert page.locator(f"{NOTE} .says >> visible=true").count() == page.locator(NOTE).count()
    page.get_by_role("button", name="Text", exact=True).click()
    assert details.evaluate_all("all => all.every(one => !one.open)")
    expect(page.get_by_role("button", name="Text", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_a_link_into_a_folded_text_unfolds_it(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    page.get_by_role("button", name="Brief").click()
    link, heading = page.locator(".on-this-page a").last, page.locator("article h2").last
    link.click()
    expect(heading).to_be_in_viewport()
    # And once more, when the address is that of the heading already.
    page.get_by_role("button", name="Brief").click()
    expect(heading).to_be_hidden()
    link.click()
    expect(heading).to_be_in_viewport()


def test_in_brief_the_sources_of_the_key_points_open(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    page.get_by_role("button", name="Brief").click()
    number = page.locator(".key a.cite").first
    note = page.locator(number.get_attribute("href") or "")
    expect(note).to_be_visible()
    number.click()
    expect(note.locator(".says")).to_be_visible()


def test_a_note_opened_in_place_moves_to_the_margin_that_a_turned_screen_has(
    visit: Visitor,
) -> None:
    page = visit(viewport={"width": 700, "height": 1300}).open("rare-earths/")
    number = page.locator("article p[id^=par-] a.cite").first
    number.click()
    in_place = page.locator("aside.note.is-open:not([id])")
    expect(in_place).to_be_visible()
    page.set_viewport_size({"width": 1300, "height": 700})
    expect(in_place).to_have_count(0)
    expect(number).to_have_attribute("aria-expanded", "false")


def test_the_contents_mark_what_is_being_read(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    links = page.locator(".on-this-page a")
    expect(page.locator(".on-this-page [aria-current]")).to_have_count(0)
    for number in range(links.count()):
        heading = page.locator(links.nth(number).get_attribute("href") or "")
        heading.evaluate(
            "heading => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 150)"
        )
        expect(links.nth(number)).to_have_attribute("aria-current", "location")
        expect(page.locator(".on-this-page [aria-current]")).to_have_count(1)


def test_the_depth_chosen_is_kept_for_the_next_section(visit: Visitor) -> None:
    reader = visit()
    page = reader.open("rare-earths/")
    page.get_by_role("button", name="Everything").click()
    page = reader.open("talks/")
    expect(page.get_by_role("button", name="Everything")).to_have_attribute("aria-pressed", "true")
    assert page.locator("aside.note >> visible=true").count() > 0
    page.get_by_role("button", name="Brief").click()
    page = reader.open("background/")
    expect(page.locator("article > p").first).to_be_hidden()
    page.wait_for_timeout(100)
    expect(page.locator(".on-this-page [aria-current]")).to_have_count(0)
    place = page.locator("article > p[id]").first.get_attribute("id")
    expect(reader.open(f"background/#{place}").locator(f"#{place}")).to_be_visible()
    assert reader.context.cookies() == []


def test_with_storage_blocked_each_section_begins_with_its_text(visit: Visitor) -> None:
    reader = visit()
    reader.block_storage()
    reader.open("rare-earths/").get_by_role("button", name="Brief").click()
    expect(reader.open("talks/").locator("article > p").first).to_be_visible()


CUT_DATES = """() => [...document.querySelectorAll(".with-notes .note > p")].flatMap(note => {
  const foot = note.getBoundingClientRect().bottom;
  const date = note.querySelector("time");
  return date && date.getBoundingClientRect().bottom > foot + 1 ? [note.textContent] : [];
})"""


@pytest.mark.parametrize("path", ["tariffs-and-truce/", "background/", "at-the-table/"])
@pytest.mark.parametrize("width", [1024, 1360])
def test_a_note_cut_short_still_tells_its_date(visit: Visitor, path: str, width: int) -> None:
    page = visit(viewport={"width": width, "height": 900}).open(path)
    assert page.evaluate(CUT_DATES) == []
