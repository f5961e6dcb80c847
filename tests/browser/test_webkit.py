"""The same pages in WebKit, the engine of every iPhone."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.webkit import ESCAPE, TAB, WebKit, lacking, webkit

EXTRAS = frozenset({"forced-color-adjust", "overflow-clip-margin", "-webkit-text-size-adjust"})
"""What WebKit on a desk does not know, and a page is whole without."""
TERM = "article a.term[data-card]"


@pytest.fixture(scope="module")
def window() -> Iterator[WebKit]:
    """One window for all tests of a process."""
    if "webkit" in os.environ.get("TESTS_WITHOUT", "").split(","):
        pytest.skip("TESTS_WITHOUT leaves WebKit out")
    if lacking():
        pytest.fail(f"there is no WebKit: apt-get install {lacking()}, or TESTS_WITHOUT=webkit")
    with webkit() as opened:
        yield opened


def declared(style: str) -> list[tuple[str, str]]:
    """Every declaration of `style` once, with the values of custom properties in their places."""
    # The first of several is the one for screens.
    named = dict(reversed(re.findall(r"(--[\w-]+):([^;}]+)", style)))
    found = dict.fromkeys(re.findall(r"[{;]([a-z-]+):([^;{}]+)", style))
    return [(name, _filled(value, named)) for name, value in found if not name.startswith("--")]


def _filled(value: str, named: dict[str, str]) -> str:
    while "var(" in value:
        value = re.sub(r"var\((--[\w-]+)\)", lambda found: named[found[1]], value)
    return value.replace("!important", "")


def test_no_style_is_dropped(window: WebKit, output: Path, site: str) -> None:
    style = (output / "assets/site.css").read_text(encoding="utf-8")
    window.open(site)
    dropped = window.run(
        "return arguments[0].filter(([name, value]) => !CSS.supports(name, value))", declared(style)
    )
    assert [(name, value) for name, value in dropped if name not in EXTRAS] == []


@pytest.mark.parametrize("path", ["", "rare-earths/", "claims/", "glossary/tariff/", "sources/"])
def test_words_that_lead_somewhere_are_underlined(window: WebKit, site: str, path: str) -> None:
    window.open(site + path)
    bare = window.run(
        "return [...document.querySelectorAll('main :is(p, dd, td) a:not(.cite, .back, .place a)')]"
        ".filter(a => !getComputedStyle(a).textDecorationLine.includes('underline'))"
        ".map(a => a.outerHTML)"
    )
    assert bare == []


def test_a_meaning_is_shown_by_the_keyboard_and_left_by_escape(window: WebKit, site: str) -> None:
    window.open(f"{site}rare-earths/")
    for _ in range(60):
        window.press(TAB)
        if window.run(f"return document.activeElement.matches('{TERM}')"):
            break
    term = window.run("return document.activeElement.dataset.card")
    assert window.becomes("document.querySelector('#card').checkVisibility()")
    shown, meant = window.run(
        "return ['#card-text', `#card-${arguments[0]} dd`]"
        ".map(one => document.querySelector(one).textContent.trim())",
        term,
    )
    assert shown == meant != ""
    window.press(ESCAPE)
    assert window.becomes("!document.querySelector('#card').checkVisibility()")
    assert window.run("return document.activeElement.dataset.card") == term


def test_search_opens_by_its_key_and_finds_names(window: WebKit, site: str) -> None:
    window.open(site)
    window.press("/")
    assert window.becomes("document.activeElement.matches('dialog input[type=search]')")
    window.press("tariff")
    assert window.becomes("document.querySelector('.found a')?.textContent.includes('tariff')")


def test_an_address_with_a_choice_narrows_the_list(window: WebKit, site: str) -> None:
    window.open(f"{site}claims/?status=plan")
    rows = "[...document.querySelectorAll('.claims tbody tr')]"
    assert window.becomes(f"{rows}.some(row => !row.checkVisibility())")
    shown = window.run(
        f"return {rows}.filter(row => row.checkVisibility()).map(r => r.dataset.status)"
    )
    assert set(shown) == {"plan"}


def test_pictures_are_drawn_in_the_colours_of_the_page(window: WebKit, site: str) -> None:
    window.open(f"{site}charts/added-duties/")
    strokes, sides = window.run(
        "const probe = document.body.appendChild(document.createElement('i'));"
        "const colour = name => (probe.style.color = name, getComputedStyle(probe).color);"
        "return [[...document.querySelectorAll('main svg path')]"
        ".map(path => getComputedStyle(path).stroke), ['var(--side-1)', 'var(--side-2)'].map(colour)]"
    )
    assert len(set(sides)) == 2
    assert set(sides) <= set(strokes)


@pytest.mark.parametrize(
    "path", ["", "aftermath/", "glossary/tariff/", "actors/", "timeline/", "charts/", "claims/"]
)
def test_nothing_runs_out_of_a_narrow_screen(window: WebKit, site: str, path: str) -> None:
    # No window of WebKit's is as narrow as a phone; a frame in one is.
    window.open(f"{site}embed/term/tariff/")
    window.run(
        "window.frame = document.createElement('iframe'); frame.width = 320; frame.height = 640;"
        "frame.style.border = 0; frame.src = arguments[0];"
        "frame.onload = () => { window.isLoaded = true }; document.body.append(frame)",
        site + path,
    )
    assert window.becomes("window.isLoaded")
    assert window.run("return frame.contentDocument.documentElement.scrollWidth") == 320
    assert window.run("return frame.contentDocument.querySelector('h1').textContent")
