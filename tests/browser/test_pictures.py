"""Drawn pictures as a browser shows them: no word is cut, runs out of its box or over another."""

import pytest

from tests.browser.conftest import Visitor
from tests.browser.test_access import LAY_OUT_ALL

PICTURED = (
    *("actors/", "timeline/", "charts/", "sources/london-talks/"),
    *("rare-earths/", "cost/", "tariffs-and-truce/", "aftermath/"),
)

OUTSIDE = """() => [...document.querySelectorAll(".picture svg")]
  .filter(svg => svg.checkVisibility())
  .flatMap(svg => {
    const place = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].filter(text => {
      const box = text.getBoundingClientRect();
      return box.left < place.left - 3 || box.right > place.right + 3;
    }).map(text => text.textContent);
  })"""

# A name belongs to the box its line begins in.
OUT_OF_BOX = """() => [...document.querySelectorAll(".picture svg")]
  .filter(svg => svg.checkVisibility())
  .flatMap(svg => {
    const boxes = [...svg.querySelectorAll("rect[stroke]")].map(one => one.getBoundingClientRect());
    return [...svg.querySelectorAll("text")].filter(text => {
      const at = text.getBoundingClientRect();
      const box = boxes.find(one => one.left <= at.left && at.left < one.right
        && one.top <= at.top + 4 && at.bottom - 4 <= one.bottom);
      return box && at.right > box.right;
    }).map(text => text.textContent);
  })"""

OVER_ANOTHER = """() => [...document.querySelectorAll(".picture svg")]
  .filter(svg => svg.checkVisibility())
  .flatMap(svg => {
    const lines = [...svg.querySelectorAll("text")]
      .flatMap(text => text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text])
      .map(line => [line.textContent, line.getBoundingClientRect()])
      .filter(([words]) => words.trim());
    return lines.flatMap(([words, a], n) => lines.slice(n + 1)
      .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1
        && a.top + a.height * .3 < b.bottom - b.height * .3
        && b.top + b.height * .3 < a.bottom - a.height * .3)
      .map(([other]) => `${words} / ${other}`));
  })"""


@pytest.mark.parametrize("width", [360, 1360])
@pytest.mark.parametrize("path", PICTURED)
def test_words_stay_in_their_picture_and_off_each_other(
    visit: Visitor, path: str, width: int
) -> None:
    reader = visit(viewport={"width": width, "height": 900})
    page = reader.open(path)
    page.evaluate(LAY_OUT_ALL)
    assert page.locator(".picture svg text").count()
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(OVER_ANOTHER) == []


@pytest.mark.parametrize("width", [360, 1360])
def test_names_stay_in_their_boxes_on_the_map_of_dealings(visit: Visitor, width: int) -> None:
    page = visit(viewport={"width": width, "height": 900}).open("actors/")
    page.evaluate(LAY_OUT_ALL)
    assert page.locator(".picture svg rect[stroke]").count()
    assert page.evaluate(OUT_OF_BOX) == []


def test_a_table_folds_on_a_phone_instead_of_scrolling(visit: Visitor) -> None:
    reader = visit(viewport={"width": 360, "height": 740})
    for path in ("charts/added-duties/", "actors/", "actors/howard-lutnick/"):
        page = reader.open(path)
        room = page.locator(".table-scroll").first
        assert room.evaluate("part => part.scrollWidth <= part.clientWidth")


def test_a_table_below_a_chart_folds_beside_the_notes_too(visit: Visitor) -> None:
    page = visit().open("tariffs-and-truce/")
    page.locator("article details summary").first.click()
    room = page.locator("article .table-scroll", has=page.locator(".folding")).first
    assert room.is_visible()
    assert room.evaluate("part => part.scrollWidth <= part.clientWidth")


def test_below_a_table_stand_only_sources_that_no_row_names(visit: Visitor) -> None:
    page = visit().open("charts/added-duties/")
    line = page.locator(".table-scroll ~ .further")
    assert line.inner_text().startswith("Further sources: ")
    addresses = "links => links.map(link => link.href)"
    in_rows = page.locator(".folding a").evaluate_all(addresses)
    assert not set(in_rows) & set(line.locator("a").evaluate_all(addresses))
    assert page.locator(".on-paper").is_hidden()
    page.emulate_media(media="print")
    assert page.locator(".on-paper").is_visible()
    assert line.is_hidden()


def test_with_whom_is_no_narrower_than_a_name(visit: Visitor) -> None:
    page = visit().open("actors/he-lifeng/")
    names = page.locator(".is-of-pairs td:nth-child(2)")
    assert names.count() > 1
    assert names.evaluate_all(IN_TWO_LINES) == []


IN_TWO_LINES = """cells => cells.filter(cell => {
  const all = document.createRange();
  all.selectNodeContents(cell);
  return all.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(cell).lineHeight);
}).map(cell => cell.textContent.trim())"""


@pytest.mark.parametrize("width", [360, 768, 1360])
@pytest.mark.parametrize("path", ["charts/added-duties/", "actors/howard-lutnick/"])
def test_a_date_or_a_name_at_the_head_of_a_row_keeps_to_one_line(
    visit: Visitor, path: str, width: int
) -> None:
    page = visit(viewport={"width": width, "height": 900}).open(path)
    heads = page.locator(".folding tbody th")
    assert heads.count() > 1
    assert heads.evaluate_all(IN_TWO_LINES) == []


def test_on_paper_a_date_at_the_head_of_a_row_keeps_to_one_line(visit: Visitor) -> None:
    page = visit(viewport={"width": 642, "height": 979}).open("tariffs-and-truce/")
    page.emulate_media(media="print")
    heads = page.locator(".chart tbody th")
    assert heads.count() > 1
    assert heads.evaluate_all(IN_TWO_LINES) == []
