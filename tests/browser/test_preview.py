"""The preview in a real browser: what a writer sees after a save."""

import re
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
    page.goto(f"{shown.address}closure/")
    page.wait_for_function("LiveReload.connector.protocol === 7")
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


def save(written: Path, text: str) -> None:
    """Replace the section as editors do: whole, under its name."""
    new = written / f"{CLOSURE}.new~"
    new.write_text(text)
    new.replace(written / CLOSURE)


def test_saves_in_quick_succession_end_in_the_last_state(
    page: Page, shown: Preview, written: Path
) -> None:
    """A tab that is just loading hears of no change; it has to learn of it when it listens again."""
    good = (written / CLOSURE).read_text()
    opened(page, shown)
    for number, gap in enumerate((60, 100, 150, 200) * 2):
        last = "Last " + "abcdefgh"[number]
        for heading in ("An earlier state", last):
            save(written, good.replace("What was decided", heading))
            page.wait_for_timeout(gap)
        expect(page.get_by_role("heading", name=last)).to_be_attached()


def test_a_storm_of_good_and_bad_saves_ends_without_problems(
    page: Page, shown: Preview, written: Path
) -> None:
    good = (written / CLOSURE).read_text()
    opened(page, shown)
    for last in ("Calm at last", "Calm again", "Calm for good"):
        for number in range(60):
            text = good.replace("What was decided", last if number > 55 else "An earlier state")
            (written / CLOSURE).write_text(text if number % 7 else text[: number * 5])
            page.wait_for_timeout(40)
        expect(page.get_by_role("heading", name=last)).to_be_attached()
        expect(page.get_by_role("alert", name="Problems")).to_have_count(0)
        expect(page).to_have_title(re.compile("^Why is Mill Lane"))
