"""Every kind of page, for every reader: axe, narrow and enlarged, without a script, from anywhere."""

from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor

PAGES = {
    "home": "",
    "section": "rare-earths/",
    "later section": "aftermath/",
    "everything": "all/",
    "glossary": "glossary/",
    "term": "glossary/tariff/",
    "people": "actors/",
    "actor": "actors/howard-lutnick/",
    "timeline": "timeline/",
    "charts": "charts/",
    "chart": "charts/exports-change/",
    "claims": "claims/",
    "sources": "sources/",
    "seed": "sources/london-talks/",
    "reference": "sources/crs-tariffs/",
    "questions": "ask/",
    "search": "search/",
    "about": "about/",
    "corrections": "corrections/",
}
EVERY_KIND = pytest.mark.parametrize("path", list(PAGES.values()), ids=list(PAGES))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What axe finds on `page`, a line each."""
    found = page.evaluate("tags => axe.run({runOnly: tags, resultTypes: ['violations']})", RULES)
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (360, 1360)


LAY_OUT_ALL = """() => {
  const all = new CSSStyleSheet();
  all.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets = [all];
}"""


def look(page: Page, scheme: Literal["light", "dark"], width: int) -> None:
    """Shows `page` in a colour scheme and at a width, in pixels, with all of it laid out.

    What is not laid out yet is not looked at by axe, or only by its place.
    """
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(LAY_OUT_ALL)


@EVERY_KIND
def test_axe_finds_nothing_in_either_scheme_narrow_or_wide(
    visit: Visitor, axe: str, path: str
) -> None:
    reader = visit()
    reader.context.add_init_script(axe)
    page = reader.open(path)
    # The booklet is every section at once: each scheme and each width is looked at once.
    looks = zip(SCHEMES, WIDTHS, strict=True) if path == "all/" else product(SCHEMES, WIDTHS)
    for scheme, width in looks:
        look(page, scheme, width)
        assert violations(page) == [], f"{scheme}, {width} px"


@EVERY_KIND
def test_axe_finds_nothing_while_what_is_far_off_is_not_laid_out(
    visit: Visitor, axe: str, path: str
) -> None:
    reader = visit(viewport={"width": 412, "height": 823}, is_mobile=True, has_touch=True)
    reader.context.add_init_script(axe)
    assert violations(reader.open(path)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_scripts_open(visit: Visitor, axe: str, scheme: str) -> None:
    reader = visit(color_scheme=scheme)
    reader.context.add_init_script(axe)
    page = reader.open("rare-earths/")
    page.locator("a.term[data-card]").first.hover()
    page.locator("#card").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Everything").click()
    assert violations(page) == []
    page.keyboard.press("/")
    page.locator("dialog input").fill("tariff")
    page.locator(".found .excerpt").first.wait_for()
    assert violations(page) == []


def wide_parts(page: Page) -> list[str]:
    """What reaches past the right edge, were it not in a region that scrolls by itself."""
    return list(
        page.evaluate(
            """() => {
              const room = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= room) return [];
              return [...document.querySelectorAll('main *, header *, footer *')]
                .filter(e => e.getBoundingClientRect().right > room + 1)
                .slice(0, 5).map(e => e.outerHTML.slice(0, 120));
            }"""
        )
    )


SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""


@EVERY_KIND
def test_nothing_scrolls_sideways_however_narrow_or_large(visit: Visitor, path: str) -> None:
    reader = visit(viewport={"width": 320, "height": 640}, bypass_csp=True)
    page = reader.open(path)
    assert wide_parts(page) == [], "at 320 px"
    page.add_style_tag(content=SPACING)
    assert wide_parts(page) == [], "with text spacing"
    # A window of 1280 px at 200 % is 640 px wide; text alone at 200 % is twice the root's size.
    page = reader.open(path)
    page.set_viewport_size({"width": 640, "height": 450})
    assert wide_parts(page) == [], "at 200 % zoom"
    page.set_viewport_size({"width": 1280, "height": 900})
    page.add_style_tag(content="html { font-size: 200% }")
    assert wide_parts(page) == [], "with text at 200 %"


@EVERY_KIND
def test_nothing_scrolls_sideways_where_a_phone_enlarges_its_text(
    visit: Visitor, phone: dict[str, Any], path: str
) -> None:
    page = visit(**phone, bypass_csp=True).open(path)
    page.evaluate(LAY_OUT_ALL)
    for size in (150, 200):
        page.add_style_tag(content=f"html {{ font-size: {size}% }}")
        assert wide_parts(page) == [], f"with text at {size} %"


@EVERY_KIND
def test_the_page_is_whole_without_a_script(visit: Visitor, path: str) -> None:
    page = visit(java_script_enabled=False).open(path)
    assert page.locator("h1 >> visible=true").count() == 1
    assert page.locator("main button >> visible=true").count() == 0
    assert len(page.locator("main").inner_text()) > 100


@pytest.mark.parametrize("event", ["liberation-day-announcement", "june-call", "busan-meeting"])
def test_a_link_to_an_event_shows_it_at_the_top_of_a_phone_without_a_script(
    visit: Visitor, phone: dict[str, Any], event: str
) -> None:
    page = visit(**phone, java_script_enabled=False).open(f"timeline/#{event}")
    page.wait_for_timeout(300)  # what comes near is laid out, and may move what is seen
    place = page.locator(f"#{event}").bounding_box()
    assert place and 0 <= place["y"] < 150


@EVERY_KIND
def test_the_page_asks_for_little_and_only_of_its_own_site(visit: Visitor, path: str) -> None:
    reader = visit()
    reader.open(path)
    assert len(reader.requests) <= 6, reader.requests


@EVERY_KIND
def test_the_page_works_below_a_path(visit: Visitor, site_below: str, path: str) -> None:
    reader = visit(site_below)
    page = reader.open(path)
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 0
    assert page.locator(".switches").count() == 1, "the scripts ran"


@EVERY_KIND
def test_the_portable_page_opens_from_its_folder(visit: Visitor, portable: Path, path: str) -> None:
    page = visit(portable.as_uri() + "/").open(f"{path}index.html")
    assert page.locator(".switches").count() == 1, "the scripts ran"
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"


def test_a_page_nobody_has_shows_the_way_on(visit: Visitor, site_below: str) -> None:
    reader = visit(site_below)
    page = reader.open("glossary/no-such-term/")
    assert page.locator("h1").inner_text() == "There is no such page"
    page.get_by_role("main").get_by_role("link", name="Glossary").click()
    page.wait_for_url(f"{site_below}glossary/")
    assert [c for c in reader.complaints if "404 (Not Found)" not in c] == []
    reader.complaints.clear()  # the browser tells of the status


@EVERY_KIND
def test_nothing_moves_while_the_page_is_made(visit: Visitor, path: str) -> None:
    reader = visit(viewport={"width": 360, "height": 740})
    reader.context.add_init_script(
        """self.shifted = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) self.shifted += entry.value;
        }).observe({type: 'layout-shift', buffered: true});"""
    )
    page = reader.open(path)
    page.wait_for_timeout(200)
    assert page.evaluate("self.shifted") == 0


def test_on_a_tablet_the_side_that_is_left_over_takes_a_row_of_its_own(visit: Visitor) -> None:
    page = visit(viewport={"width": 768, "height": 900}).open("actors/")
    first, _, last = page.locator(".sides > section").evaluate_all(
        "sections => sections.map(section => section.clientWidth / section.parentNode.clientWidth)"
    )
    assert first < 0.5
    assert last == 1


@pytest.mark.parametrize("path", ["", "rare-earths/", "glossary/rare-earth/"])
def test_on_a_tablet_no_line_of_text_is_longer_than_the_measure(visit: Visitor, path: str) -> None:
    page = visit(viewport={"width": 900, "height": 900}).open(path)
    wide = """texts => texts.filter(text => text.clientWidth > 37 * 16).map(text => text.textContent)"""
    texts = page.locator("article p, .note-list p, .points > li, .answer > p")
    assert texts.count() > 3
    assert texts.evaluate_all(wide) == []


def test_the_skip_link_comes_first_and_leads_to_the_text(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_focus_is_seen_wherever_it_goes(visit: Visitor) -> None:
    page = visit().open("rare-earths/")
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const style = getComputedStyle(document.activeElement);
              return parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
            }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


@pytest.mark.parametrize("path", ["", "rare-earths/", "timeline/"])
def test_focus_is_not_hidden_by_the_head_that_stays(visit: Visitor, path: str) -> None:
    page = visit(viewport={"width": 1360, "height": 700}).open(path)
    covered = """() => {
      const focused = document.activeElement, head = document.querySelector(".site-head");
      const isBelow = focused.getClientRects()[0].top < head.getBoundingClientRect().bottom;
      return !head.contains(focused) && !focused.matches(".skip, body") && isBelow;
    }"""
    for key in ["Tab"] * 60 + ["Shift+Tab"] * 40:
        page.keyboard.press(key)
        assert not page.evaluate(covered), page.evaluate("document.activeElement.outerHTML")


def test_a_page_nobody_has_is_found_accessible_by_axe(
    visit: Visitor, site_below: str, axe: str
) -> None:
    reader = visit(site_below, bypass_csp=True)
    page = reader.open("glossary/no-such-term/")
    page.add_script_tag(content=axe)
    for scheme, width in product(SCHEMES, WIDTHS):
        look(page, scheme, width)
        assert violations(page) == [], f"{scheme}, {width} px"
    assert [c for c in reader.complaints if "404 (Not Found)" not in c] == []
    reader.complaints.clear()  # the browser tells of the status


FORCED = pytest.mark.parametrize("scheme", SCHEMES)


@FORCED
def test_with_forced_colours_a_status_is_read_and_focus_is_seen(
    visit: Visitor, scheme: Literal["light", "dark"]
) -> None:
    page = visit(forced_colors="active", color_scheme=scheme).open("rare-earths/")
    chips = page.locator(".status >> visible=true")
    assert chips.count() > 3
    for chip in chips.all()[:5]:
        assert chip.inner_text().strip(), "a status is told in words"
        ink, ground = chip.evaluate(
            """chip => [getComputedStyle(chip).color,
                        getComputedStyle(document.body).backgroundColor]"""
        )
        assert ink != ground
    for _ in range(25):
        page.keyboard.press("Tab")
        ring, ground = page.evaluate(
            """() => {
              const style = getComputedStyle(document.activeElement);
              return [parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none'
                && style.outlineColor, getComputedStyle(document.body).backgroundColor];
            }"""
        )
        assert ring and ring != ground, page.evaluate("document.activeElement.outerHTML")


@FORCED
def test_with_forced_colours_what_is_chosen_differs_by_more_than_its_ground(
    visit: Visitor, scheme: Literal["light", "dark"]
) -> None:
    page = visit(forced_colors="active", color_scheme=scheme).open("rare-earths/")
    pressed = page.locator(".reading [aria-pressed=true]").first
    other = page.locator(".reading [aria-pressed=false]").first
    drawn = "one => { const s = getComputedStyle(one); return [s.backgroundColor, s.color].join() }"
    assert pressed.evaluate(drawn) != other.evaluate(drawn)


def test_forced_colours_and_reduced_motion_keep_the_page_readable(visit: Visitor) -> None:
    page = visit(forced_colors="active", reduced_motion="reduce").open("rare-earths/")
    page.locator("a.term[data-card]").first.hover()
    page.locator("#card").wait_for()
    assert (
        page.locator("#card").evaluate("card => getComputedStyle(card).borderTopStyle") == "solid"
    )


@pytest.mark.parametrize("path", ["all/", "rare-earths/"])
def test_the_page_prints(visit: Visitor, path: str, tmp_path: Path) -> None:
    pdf = visit().open(path).pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    pages = pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page")
    assert pages > (10 if path == "all/" else 1)


def test_on_paper_tables_fit_and_tell_once_whose_numbers_they_are(visit: Visitor) -> None:
    page = visit(viewport={"width": 642, "height": 979}).open("all/")
    page.emulate_media(media="print")
    tables = page.locator(".chart table")
    assert tables.count() > 5
    assert (
        tables.evaluate_all(
            "tables => tables.filter(one => one.scrollWidth > one.parentNode.clientWidth)"
            ".map(one => one.caption.textContent)"
        )
        == []
    )
    assert tables.first.locator("thead th").last.is_hidden()
    assert (
        tables.first.locator("xpath=../following-sibling::p[1]").inner_text().startswith("Sources:")
    )


def test_on_paper_a_list_of_sources_gives_an_address_once(visit: Visitor) -> None:
    page = visit().open("all/")
    again = page.locator(".note .again").first
    assert again.is_visible()
    page.emulate_media(media="print")
    assert again.is_hidden()
    assert page.locator('.note p:not(.again) > a[href^="http"]').first.is_visible()
