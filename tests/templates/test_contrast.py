"""Colours are told apart: measured as WCAG 2.2 does, in both schemes, on every ground they stand on."""

import re
from itertools import product

import pytest

from tests.templates.samples import ROOT

TOKENS = (ROOT / "templates/assets/css/tokens.css").read_text(encoding="utf-8")
COLOURS = {
    name: pair
    for name, *pair in re.findall(
        r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", TOKENS
    )
}
GROUNDS = ("ground", "ground-raised", "ground-sunk")
TEXTS = (
    "text",
    "text-soft",
    "accent",
    "term",
    "side-1",
    "side-2",
    "side-none",
    "chart",
    "status-fact",
    "status-claim",
    "status-plan",
    "status-forecast",
    "status-disputed",
)
LIGHT, DARK = 0, 1


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, from 0 to 1 (WCAG 2.2, relative luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), list(product(TEXTS, GROUNDS)))
def test_text_reaches_four_and_a_half_to_one(text: str, ground: str, scheme: int) -> None:
    assert contrast(COLOURS[text][scheme], COLOURS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_where_it_is_marked(scheme: int) -> None:
    assert contrast(COLOURS["text"][scheme], COLOURS["mark"][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_strong_lines_reach_three_to_one(ground: str, scheme: int) -> None:
    assert contrast(COLOURS["line-strong"][scheme], COLOURS[ground][scheme]) >= 3


def test_every_colour_has_both_schemes_and_a_known_role() -> None:
    declared = set(re.findall(r"--([a-z0-9-]+): (?:light-dark|#|rgb|hsl|oklch)", TOKENS))
    assert declared == set(COLOURS)
    assert declared == {*GROUNDS, *TEXTS, "line", "line-strong", "mark"}


def test_only_tokens_hold_raw_colours() -> None:
    raw = {
        path.name: found
        for path in sorted((ROOT / "templates/assets/css").rglob("*.css"))
        if path.name not in ("tokens.css", "print.css")
        and (found := re.findall(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(", path.read_text()))
    }
    assert raw == {}


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
