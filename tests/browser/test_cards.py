"""Definition cards: the meaning of a word where it stands."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

TERM = "article a.term[data-card]"


def meaning_of(page: Page, term: str) -> str:
    """What *Terms met here* says of `term`, laid out or not."""
    return (page.locator(f"#card-{term} dd").text_content() or "").strip()


def first_term(page: Page) -> tuple[Any, str]:
    link = page.locator(TERM).first
    return link, link.get_attribute("data-card") or ""


def test_resting_on_a_term_shows_its_meaning(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    link, term = first_term(page)
    link.hover()
    expect(page.locator("#card")).to_be_visible()
    expect(page.locator("#card-text")).to_have_text(meaning_of(page, term))


def test_passing_over_a_term_shows_nothing(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    link, _ = first_term(page)
    link.hover()
    page.locator("h1").hover()
    page.wait_for_timeout(700)
    expect(page.locator("#card")).to_be_hidden()


def test_the_pointer_may_enter_the_card_and_follow_its_link(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    link, term = first_term(page)
    link.hover()
    page.locator("#card a").hover()
    page.wait_for_timeout(500)
    expect(page.locator("#card")).to_be_visible()
    page.locator("#card a").click()
    page.wait_for_url(f"**/glossary/{term}/")


def test_the_card_goes_when_the_pointer_leaves(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    link, _ = first_term(page)
    link.hover()
    expect(page.locator("#card")).to_be_visible()
    page.locator("h1").hover()
    expect(page.locator("#card")).to_be_hidden()


def test_every_term_of_a_section_is_reached_by_tab_and_shown_and_left_by_escape(
    visit: Visitor,
) -> None:
    page = visit().open("rare-earths/")
    wanted = page.locator(TERM).evaluate_all("links => links.map(link => link.dataset.card)")
    assert len(wanted) > 5
    reached = []
    for _ in range(250):
        page.keyboard.press("Tab")
        term = page.evaluate(
            f"document.activeElement.matches('{TERM}') && document.activeElement.dataset.card"
        )
        if not term:
            continue
        reached.append(term)
        assert (page.locator("#card-text").text_content() or "").strip() == meaning_of(page, term)
        described = page.evaluate("document.activeElement.getAttribute('aria-describedby')")
        assert described == "card-text"
        page.keyboard.press("Escape")
        assert page.locator("#card").is_hidden()
        assert page.evaluate("document.activeElement.dataset.card") == term
        if len(reached) == len(wanted):
            break
    assert reached == wanted


def test_the_card_stays_in_the_window_when_this_is_made_narrow(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    terms = page.locator(TERM)
    far = max(range(terms.count()), key=lambda n: (terms.nth(n).bounding_box() or {"x": 0})["x"])
    terms.nth(far).hover()
    card = page.locator("#card")
    expect(card).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    # The card follows by and by; Playwright's own way to wait for that is one the policy forbids.
    for _ in range(200):
        right = card.evaluate("card => card.getBoundingClientRect().right")
        if right <= 360:
            break
        page.wait_for_timeout(20)
    assert right <= 360
    assert page.evaluate("document.scrollingElement.scrollWidth") == 360


def test_enter_follows_a_term(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    link, term = first_term(page)
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/glossary/{term}/")


def test_the_first_tap_shows_the_meaning_and_the_second_follows(
    visit: Visitor, phone: dict[str, Any]
) -> None:
    page = visit(**phone).open("rare-earths/")
    link, term = first_term(page)
    link.tap()
    expect(page.locator("#card-text")).to_have_text(meaning_of(page, term))
    box = page.locator("#card").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360
    link.tap()
    page.wait_for_url(f"**/glossary/{term}/")


def test_a_tap_elsewhere_closes_the_card(visit: Visitor, phone: dict[str, Any]) -> None:
    page = visit(**phone).open("rare-earths/")
    link, _ = first_term(page)
    link.tap()
    expect(page.locator("#card")).to_be_visible()
    page.locator("h2").first.tap()
    expect(page.locator("#card")).to_be_hidden()


def test_cards_switched_off_stay_off_on_the_next_page(visit: Visitor) -> None:
    reader = visit()
    page = reader.open("rare-earths/")
    link, _ = first_term(page)
    link.hover()
    page.get_by_role("button", name="No more cards").click()
    expect(page.locator("#card")).to_be_hidden()
    expect(page.get_by_label("Show meanings in cards")).not_to_be_checked()
    other = reader.open("talks/")
    first_term(other)[0].focus()
    other.keyboard.press("Shift+Tab")
    other.keyboard.press("Tab")
    expect(other.locator("#card")).to_be_hidden()
    other.get_by_label("Show meanings in cards").check()
    first_term(other)[0].hover()
    expect(other.locator("#card")).to_be_visible()


def test_cards_work_where_storage_is_blocked(visit: Visitor) -> None:
    reader = visit()
    reader.block_storage()
    page = reader.open("rare-earths/")
    first_term(page)[0].hover()
    expect(page.locator("#card")).to_be_visible()
