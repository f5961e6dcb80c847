"""Pictures drawn by hand: everything is in them, sides are told by form, and they fit their place."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from explainer.text.drawings import shapes
from explainer.text.drawings.coverage import Row, coverage_narrow, coverage_wide
from explainer.text.drawings.dealings import Names, Party, Tie, dealings_narrow, dealings_wide
from explainer.text.drawings.timeline import Lane, Moment, Period, timeline_narrow, timeline_wide

LANES = (Lane("first", "American side"), Lane("both", "Both sides"), Lane("second", "Chinese side"))
PERIODS = (
    Period(
        "Before",
        "2023",
        False,
        (
            Moment("2023-01-02", "2 January 2023", "first", ""),
            Moment("2023-01-02", "2 January 2023", "first", "The weir is built"),
            Moment("2023-05", "May 2023", "second", ""),
        ),
    ),
    Period("After", "2024", True, (Moment("2024-03-12", "12 March 2024", "both", ""),)),
)
PARTIES = (
    Party("ann", "Ann Ashby", "keeper of the weir", "first", "delegation"),
    Party("bo", "Bo Brook", "keeper of the river", "second", "delegation"),
    Party("cy", "Cy Creek", "", "first", "people"),
    Party("weir", "Weir country", "", "first", "states"),
    Party("river", "River country", "", "second", "states"),
    Party("mill", "The mill", "", "other", "companies"),
)
TIES = (
    Tie("ann", "bo", "across the table"),
    Tie("ann", "cy", "named by her"),
    Tie("weir", "river", "the talks"),
    Tie("mill", "river", "buys its water"),
)
NAMES = Names(
    (("first", "American side"), ("second", "Chinese side")),
    "Delegations",
    "People",
    "Offices",
    "Companies",
    "Others",
)
ROWS = (
    Row("Why was the weir opened?", (True, False, True)),
    Row("Who did it?", (False, True, True)),
)
PASSAGES = ("1", "2", "C")

PICTURES = {
    "timeline, wide": timeline_wide(PERIODS, LANES),
    "timeline, narrow": timeline_narrow(PERIODS, LANES),
    "dealings, wide": dealings_wide(PARTIES, TIES, NAMES),
    "dealings, narrow": dealings_narrow(PARTIES, TIES, NAMES),
    "coverage, wide": coverage_wide(PASSAGES, ROWS, "Paragraph", "Sections"),
    "coverage, narrow": coverage_narrow(PASSAGES, ROWS, "Paragraph", "Sections"),
}
each_picture = pytest.mark.parametrize("svg", PICTURES.values(), ids=PICTURES)


def words_of(svg: str) -> str:
    return " ".join(re.findall(r">([^<>]+)</", svg))


@each_picture
def test_a_picture_is_well_formed(svg: str) -> None:
    assert ElementTree.fromstring(svg).tag == "svg"


@each_picture
def test_a_picture_has_no_ids_styles_links_or_colours_of_its_own(svg: str) -> None:
    assert not re.search(r"\s(id|style|class|href|on\w+)=", svg)
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg))
    assert all(c in ("none", "currentColor") or c.startswith("var(--") for c in colours)


@pytest.mark.parametrize("name", [name for name in PICTURES if "narrow" in name])
def test_a_narrow_picture_is_as_wide_as_a_phone_shows(name: str) -> None:
    assert PICTURES[name].startswith('<svg viewBox="0 0 336 ')


@each_picture
def test_words_begin_inside_the_picture(svg: str) -> None:
    width, height = map(float, re.findall(r"[\d.]+", svg.split('"')[1])[2:])
    for x, y in re.findall(r'<(?:text|tspan)[^>]*? x="([-\d.]+)" y="([-\d.]+)"', svg):
        assert 0 <= float(x) <= width and 0 <= float(y) <= height


@pytest.mark.parametrize("draw", [dealings_wide, dealings_narrow])
def test_the_column_of_companies_is_called_so_and_a_mark_tells_who_is_on_no_side(
    draw: Callable[..., str],
) -> None:
    told = words_of(draw(PARTIES, TIES, NAMES))
    assert "Offices Companies Others" in told
    assert "Others" not in words_of(draw(PARTIES[:-1], TIES[:-1], NAMES))


def test_every_side_has_a_form_of_its_own() -> None:
    marks = [shapes.side_mark(side, 0, 0) for side in ("first", "second", "both", "other")]
    forms = {re.sub(r'fill="[^"]+"', "", mark) for mark in marks}
    assert len(forms) == 4


@pytest.mark.parametrize("draw", [timeline_wide, timeline_narrow])
def test_the_timeline_has_a_mark_for_every_event(draw: object) -> None:
    assert callable(draw)
    svg = draw(PERIODS, LANES)
    assert svg.count('width="10" height="10"') == 2 and svg.count("<circle") == 1
    assert svg.count('rx="4"') == 1


@pytest.mark.parametrize("draw", [timeline_wide, timeline_narrow])
def test_the_timeline_names_periods_lanes_and_chosen_events(draw: object) -> None:
    assert callable(draw)
    told = words_of(draw(PERIODS, LANES))
    for name in ("Before", "After", "2023", "2 January 2023"):
        assert name in told
    assert {*"American Chinese Both The weir is built".split()} <= {*told.split()}


def test_names_of_lanes_have_room_on_a_phone() -> None:
    wide = timeline_narrow(PERIODS, (Lane("first", "Arbeitgeberseite"), Lane("second", "Leute")))
    first, second = (float(x) for x in re.findall(r'<text x="(\d+)" y="11"', wide))
    assert first >= 16 * 3 and second - first >= 16 * 6
    high = timeline_narrow(
        PERIODS, tuple(Lane(str(n), "einer von den vielen Orten") for n in range(4))
    )
    lines = [int(y) for y in re.findall(r'<tspan x="26" y="(\d+)"', high)]
    assert len(lines) > 2
    assert f"M0 {max(lines) + 12}L" in high


def test_what_came_after_is_an_outline_on_a_broken_lane() -> None:
    later = timeline_wide(PERIODS[1:], LANES)
    assert 'fill="var(--ground)" stroke="currentColor"' in later and "stroke-dasharray" in later
    assert "stroke-dasharray" not in timeline_wide(PERIODS[:1], LANES)


@pytest.mark.parametrize("name", ["dealings, wide", "dealings, narrow"])
def test_the_map_names_everybody_and_draws_every_tie(name: str) -> None:
    told = words_of(PICTURES[name])
    for party in PARTIES:
        assert party.name in told
    assert PICTURES[name].count('stroke="var(--text-soft)"') == len(TIES)
    assert {"American side", "Chinese side", "Others"} <= {
        *re.findall(r">([^<>]+)</", PICTURES[name])
    }


def test_a_tie_alone_between_two_sides_says_what_it_is() -> None:
    assert "the talks" in words_of(PICTURES["dealings, wide"])


def test_those_who_deal_with_each_other_stand_at_one_height() -> None:
    order = [Tie("a", "y", ""), Tie("b", "x", "")]
    parties = [
        Party(id, id, "", "first" if id in "ab" else "second", "delegation") for id in "abxy"
    ]
    svg = dealings_wide(parties, order, NAMES)
    courses = re.findall(r'd="M[\d.]+ ([\d.]+)C.*? ([\d.]+)"', svg)
    assert len(courses) == 2 and all(start == end for start, end in courses)


@pytest.mark.parametrize("name", ["coverage, wide", "coverage, narrow"])
def test_the_coverage_has_a_mark_for_every_use_and_counts_them(name: str) -> None:
    assert PICTURES[name].count("<rect") == 4
    assert re.findall(r'font-weight="600">(\d)</text>', PICTURES[name]) == ["1", "1", "2"]


def test_hostile_words_are_escaped() -> None:
    svg = coverage_wide(["<script>"], [Row('"><script>', (True,))], "<b>", "")
    assert "<script" not in svg
