"""Pictures on the pages of a site: where they stand, what they may know, and what is done without."""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from explainer.memory.pool import pooled
from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.pipeline import make
from explainer.stages import draw
from explainer.text.charts import draw_chart

CHART = """\
title: Eels above the weir
message: In the first night 40 eels were counted.
type: columns
measure: Eels counted in a night
scope: The weir at Ashby Mill
unit: eels
date: 2024-03-20
counted_by: The river trust
does_not_say: How many went back.
alt: One column, 40 eels in the first night.
x: Night
y: Eels
points:
- {x: First night, y: 40, passage: p3}
- {x: Second night, y: 40, passage: p3, layer: later}
sections: [why]
cites: [p1, p2, p3]
"""
Pages = dict[str, str]


def pages_of(site: Path, each: Any = map) -> Pages:
    files = make(site, Options(), each)
    return {f.path: f.content.decode() for f in files if f.path.endswith(".html")}


@pytest.fixture
def charted(small: Path) -> Path:
    """The little site with a chart, one point of which was known later."""
    (small / "content/charts").mkdir()
    (small / "content/charts/eels.yaml").write_text(CHART, encoding="utf-8")
    return small


def pictures_of(page: str) -> list[str]:
    return re.findall(r'<div class="picture.*?</div>', page, re.DOTALL)


def test_a_section_shows_its_chart_for_wide_and_narrow_places(charted: Path) -> None:
    page = pages_of(charted)["why/index.html"]
    wide, narrow = pictures_of(page)
    assert "is-wide" in wide and 'viewBox="0 0 608 ' in wide
    assert "is-narrow" in narrow and 'viewBox="0 0 336 ' in narrow


def test_every_picture_has_its_text_alternative(charted: Path) -> None:
    for path, page in pages_of(charted).items():
        for picture in pictures_of(page):
            label = re.search(r'role="img" aria-label="([^"]+)"', picture)
            assert label and len(label[1]) > 20, path


def test_a_base_page_shows_nothing_that_was_known_later(charted: Path) -> None:
    page = pages_of(charted)["why/index.html"]
    assert ">First night<" in page and "Second night" not in page


def test_the_charts_own_page_shows_it_apart(charted: Path) -> None:
    pages = pages_of(charted)
    for path in ("charts/index.html", "charts/eels/index.html"):
        for picture in pictures_of(pages[path]):
            assert "stroke-dasharray" in picture and "known later" in picture
            assert "Known only later: Second night: 40." in picture


@pytest.mark.parametrize(
    ("cites", "order"),
    [
        ("[p1, p2, p3]", ["What was done", "chart-eels", "What followed"]),
        ("[p3]", ["What was done", "What followed", "chart-eels"]),
    ],
)
def test_a_chart_stands_after_the_part_that_cites_most_of_its_passages(
    charted: Path, cites: str, order: list[str]
) -> None:
    text = CHART.replace("cites: [p1, p2, p3]", f"cites: {cites}")
    (charted / "content/charts/eels.yaml").write_text(text, encoding="utf-8")
    page = pages_of(charted)["why/index.html"]
    found = re.findall(
        r'(?:<h2[^>]*>|<div class="chart" id=")(What was done|What followed|chart-eels)', page
    )
    assert found == order


def test_a_line_before_a_heading_parts_the_text_as_the_heading_does(charted: Path) -> None:
    why = charted / "content/sections/10-why.md"
    text = why.read_text(encoding="utf-8")
    why.write_text(text.replace("## What followed", "---\n\n## What followed"), encoding="utf-8")
    page = pages_of(charted)["why/index.html"]
    assert page.index("What was done</") < page.index("chart-eels") < page.index("What followed</")


def test_ids_are_unique_where_a_chart_stands_with_others(charted: Path) -> None:
    own = CHART.replace("type: columns", "type: line").replace("Eels above", "More eels above")
    (charted / "content/charts/more.yaml").write_text(own, encoding="utf-8")
    for path, page in pages_of(charted).items():
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), path


def test_a_picture_wanted_twice_is_drawn_once(charted: Path) -> None:
    plain = CHART.replace("- {x: Second night, y: 40, passage: p3, layer: later}\n", "")
    (charted / "content/charts/eels.yaml").write_text(plain, encoding="utf-8")
    drawn = []

    def each(work: Callable[[Any], Any], values: Iterable[Any]) -> list[Any]:
        found = list(values)
        drawn.extend(found if work is draw_chart else [])
        return [work(value) for value in found]

    pages_of(charted, each)
    assert [plan.is_narrow for plan in drawn] == [False, True]


def test_without_the_package_a_chart_is_its_table(
    charted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draw, "charts_are_drawn_with", lambda: "")
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    page = pages_of(charted)["why/index.html"]
    assert pictures_of(page) == []
    assert '<td class="is-number">40</td>' in page and "eels.csv" in page


def test_a_specification_that_cannot_be_drawn_is_told_with_its_file(charted: Path) -> None:
    own = CHART + "vega_lite: {data: {url: 'https://example.org/eels.csv'}, mark: bar}\n"
    (charted / "content/charts/eels.yaml").write_text(own, encoding="utf-8")
    with pytest.raises(SiteError, match=r"content/charts/eels.yaml:\d+:\d+.*names an address"):
        pages_of(charted)


def test_problems_of_what_is_said_are_told_before_those_of_pictures(charted: Path) -> None:
    own = CHART.replace("passage: p3, layer", "passage: p99, layer")
    own += "vega_lite: {data: {url: 'https://example.org/eels.csv'}, mark: bar}\n"
    (charted / "content/charts/eels.yaml").write_text(own, encoding="utf-8")
    for jobs in (1, 2):
        with pooled(jobs) as each, pytest.raises(SiteError) as caught:
            pages_of(charted, each)
        assert "p99" in str(caught.value) and "names an address" not in str(caught.value)


def test_what_could_not_be_read_is_not_drawn(charted: Path) -> None:
    (charted / "content/charts/odd.yaml").write_text("title: [", encoding="utf-8")
    asked = []

    def each(work: Callable[[Any], Any], values: Iterable[Any]) -> Iterable[Any]:
        found = list(values)
        asked.extend(found if work is draw_chart else [])
        return map(work, found)

    with pytest.raises(SiteError):
        pages_of(charted, each)
    assert asked == []


def test_the_booklet_has_a_chart_of_passages_that_no_text_of_its_section_cites(
    charted: Path,
) -> None:
    chart = charted / "content/charts/eels.yaml"
    said = CHART.replace("were counted.", "were counted. [@p3]").replace("[why]", "[who]")
    chart.write_text(said, encoding="utf-8")
    assert pages_of(charted)["all/index.html"].count('id="who-n2"') == 1


def test_pages_name_a_card_that_was_made(small: Path) -> None:
    files = make(small, Options())
    paths = {f.path for f in files}
    for file in files:
        for card in re.findall(
            rb'og:image" content="https://example.org/weir/([^"]+)"', file.content
        ):
            assert card.decode() in paths
    why = next(f.content.decode() for f in files if f.path == "why/index.html")
    home = next(f.content.decode() for f in files if f.path == "index.html")
    assert "assets/cards/why.png" in why and "assets/cards/site.png" in home


def test_without_the_package_no_page_names_a_card(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draw, "cards_are_drawn_with", lambda: "")
    monkeypatch.setitem(sys.modules, "PIL", None)
    files = make(small, Options())
    assert not [f.path for f in files if f.path.endswith(".png")]
    assert not [f.path for f in files if b"og:image" in f.content]
