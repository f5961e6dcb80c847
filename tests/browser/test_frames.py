"""Terms and charts in frames on other people's pages."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.server import served

HOSTED = "<!doctype html><html lang='en'><title>Elsewhere</title><h1>Elsewhere</h1>{}"


def frame_of(page: Page, site: str) -> str:
    """The frame that the page offers, of the site as it is served here."""
    page.get_by_text("Cite this page").click()
    offered = page.locator("[data-form=HTML]").text_content() or ""
    return offered.replace("https://example.github.io/trade-talks/", site)


@pytest.mark.parametrize("path", ["glossary/tariff/", "charts/exports-change/"])
def test_a_frame_shows_the_record_and_leads_to_the_whole_of_it(
    visit: Visitor, site: str, tmp_path: Path, path: str
) -> None:
    reader = visit()
    frame = frame_of(reader.open(path), site)
    (tmp_path / "index.html").write_text(HOSTED.format(frame), encoding="utf-8")
    with served(tmp_path) as elsewhere:
        page = reader.context.new_page()
        page.goto(elsewhere)
        shown = page.frame_locator("iframe")
        expect(shown.locator("h1")).to_be_visible()
        assert shown.locator("nav, script, [role=dialog]").count() == 0
        shown.get_by_role("link", name="Trade talks, explained").click()
        page.wait_for_url(f"{site}{path}")


@pytest.mark.parametrize("path", ["embed/term/tariff/", "embed/chart/exports-change/"])
def test_a_page_for_frames_is_accessible_and_fits_a_narrow_one(
    visit: Visitor, axe: str, path: str, phone: dict[str, Any]
) -> None:
    reader = visit(**phone)
    reader.context.add_init_script(axe)
    page = reader.open(path)
    found = page.evaluate("axe.run({resultTypes: ['violations']}).then(r => r.violations)")
    assert [one["id"] for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert len(reader.requests) <= 4


def test_a_chart_in_a_frame_says_what_was_measured_and_who_counted(visit: Visitor) -> None:
    page = visit().open("embed/chart/exports-change/")
    expect(page.get_by_text("Change on the year, per cent", exact=True).first).to_be_visible()
    expect(page.get_by_text("Counted by: General Administration of Customs")).to_be_visible()


def test_search_engines_are_sent_to_the_page_itself(visit: Visitor) -> None:
    page = visit().open("embed/term/tariff/")
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    canonical = page.locator("link[rel=canonical]").get_attribute("href") or ""
    assert canonical.endswith("/trade-talks/glossary/tariff/")
