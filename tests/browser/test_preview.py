"""The preview in a real browser: what a writer sees after a save."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from explainer.commands.new_site import new_site
from explainer.commands.terminal import Terminal
from tests.commands.preview import Preview, preview

pytestmark = pytest.mark.browser

CLOSURE = "content/sections/10-closure.md"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    site = tmp_path / "toads"
    new_site(site, Terminal(is_quiet=True), uses_git=False)
    style = site / "templates/assets/css/parts/own.css"
    style.parent.mkdir(parents=True)
    style.write_text("@layer parts { h1 { outline: 1px solid rgb(1, 2, 3) } }")
    return site


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    tab = browser.new_page()
    yield tab
    tab.close()


@pytest.fixture
def shown(written: Path) -> Iterator[Preview]:
    with preview(written) as running:
        yield running


def opened(page: Page, shown: Preview) -> None:
    """Open a section, wait until live reload listens, and leave a mark that a reload takes away."""
    with page.expect_websocket() as socket:
        page.goto(f"{shown.address}closure/")
    socket.value.wait_for_event("framereceived")
    page.wait_for_timeout(300)
    page.evaluate("window.isTheSamePage = true")


def change(written: Path, path: str, before: str, after: str) -> None:
    file = written / path
    assert before in file.read_text()
    file.write_text(file.read_text().replace(before, after))


def test_a_save_shows_and_the_place_on_the_page_is_kept(
    page: Page, shown: Preview, written: Path
) -> None:
    page.set_viewport_size({"width": 600, "height": 400})
    opened(page, shown)
    page.evaluate("window.scrollTo(0, 300)")
    change(written, CLOSURE, "## What was decided", "## What the council chose")
    expect(page.get_by_role("heading", name="What the council chose")).to_be_attached(
        timeout=30_000
    )
    page.wait_for_function("window.scrollY === 300")


def test_a_change_of_style_is_put_on_without_loading_the_page(
    page: Page, shown: Preview, written: Path
) -> None:
    opened(page, shown)
    change(written, "templates/assets/css/parts/own.css", "rgb(1, 2, 3)", "rgb(4, 5, 6)")
    expect(page.locator("h1")).to_have_css("outline-color", "rgb(4, 5, 6)", timeout=30_000)
    assert page.evaluate("window.isTheSamePage") is True


def test_problems_come_into_the_page_and_its_title_and_go_when_mended(
    page: Page, shown: Preview, written: Path
) -> None:
    opened(page, shown)
    change(written, CLOSURE, "she said. [@p3]", "she said. [@p9]")
    problems = page.get_by_role("alert", name="Problems")
    expect(problems).to_contain_text(f"{CLOSURE}:22:", timeout=30_000)
    expect(problems).to_contain_text("has no passage")
    assert page.title().startswith("(")
    page.wait_for_timeout(500)
    change(written, CLOSURE, "she said. [@p9]", "she said. [@p3]")
    expect(problems).to_have_count(0, timeout=30_000)
    assert page.title().startswith("Why is Mill Lane")
