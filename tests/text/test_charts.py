"""Pictures of numbers: what is drawn, what is written, and that the bytes are the same everywhere."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import vl_convert

from explainer.model.form import replace
from explainer.text.charts import address_in, charts_are_drawn_with, draw_chart
from explainer.text.charts.plan import ChartPlan, Line, Mark

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "explainer/text/charts/fonts.conf"
MONTHS = tuple("Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split())


def mark(x: str, y: float, line: int = 0, *, is_later: bool = False, text: str = "") -> Mark:
    return Mark(x, x, y, text or f"{y:g}", line, is_later)


def plan(type: str, *marks: Mark, names: tuple[str, ...] = ("Eels",), **more: Any) -> ChartPlan:
    sides = ("first", "second", "other")
    lines = tuple(Line(name, side) for name, side in zip(names, sides, strict=False))
    given: dict[str, Any] = {
        "is_narrow": False,
        "whole": 0,
        "until": "",
        "later": "known later",
        "months": MONTHS,
        "thousands": ",",
        "decimal": ".",
        "vega_lite": "",
        "drawn_with": charts_are_drawn_with(),
    }
    return ChartPlan("eels", type, lines, marks, **{**given, **more})


def test_no_font_of_the_system_is_found_while_a_chart_is_drawn_and_all_are_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = []
    real = vl_convert.vegalite_to_svg

    def noted(**asked: Any) -> Any:
        told.append(os.environ["FONTCONFIG_FILE"])
        return real(**asked)

    monkeypatch.setattr(vl_convert, "vegalite_to_svg", noted)
    for own in (None, "/etc/fonts/fonts.conf"):
        monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
        if own:
            monkeypatch.setenv("FONTCONFIG_FILE", own)
        assert drawn("bars", *TWO_YEARS)
        assert os.environ.get("FONTCONFIG_FILE") == own
    assert told == [str(FONTS)] * 2
    folders = re.findall(r"<dir>(.*?)</dir>", FONTS.read_text())
    assert folders
    assert not any(map(os.path.isdir, folders))


OWN_WORDS = json.dumps(
    {
        "data": {"values": [{"a": "出口管制清单", "b": 2}, {"a": "关税", "b": 3}]},
        "mark": "bar",
        "encoding": {"y": {"field": "a", "type": "nominal"}, "x": {"field": "b"}},
    }
)
"""A specification of a writer's own, in which an axis takes as much room as its words."""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems look for fonts otherwise")
def test_words_no_font_of_ours_has_are_as_wide_on_every_machine(tmp_path: Path) -> None:
    bare = tmp_path / "fonts.conf"
    bare.write_text(f"<fontconfig><dir>{tmp_path}</dir></fontconfig>")
    program = (
        "from tests.text.test_charts import OWN_WORDS, drawn; "
        "print(drawn('bars', vega_lite=OWN_WORDS))"
    )
    pictures = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, **fonts, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for fonts in ({}, {"FONTCONFIG_FILE": str(bare)})
    }
    assert len(pictures) == 1


def drawn(type: str, *marks: Mark, **more: Any) -> str:
    told = draw_chart(plan(type, *marks, **more))
    assert not told.problem
    return told.svg


def texts(svg: str) -> list[str]:
    """The words of a picture, line by line."""
    return [text for text in re.findall(r">([^<>]+)</", svg) if text.strip()]


TWO_YEARS = (mark("2023", 12), mark("2024", 40))
EVERY_TYPE = {
    "step": (mark("2024-03-01", 3), mark("2024-03-12", 40), mark("2024-04-02", 7)),
    "line": TWO_YEARS,
    "bars": TWO_YEARS,
    "columns": TWO_YEARS,
    "stacked": TWO_YEARS,
}
each_type = pytest.mark.parametrize("type", EVERY_TYPE)


@each_type
@pytest.mark.parametrize("is_narrow", [False, True], ids=["wide", "narrow"])
def test_a_picture_has_nothing_that_a_strict_policy_stops(type: str, is_narrow: bool) -> None:
    svg = drawn(type, *EVERY_TYPE[type], is_narrow=is_narrow)
    assert svg.startswith("<svg viewBox=")
    assert not re.search(r"<(script|style|image|use|a)\b|\s(style|class|href|on\w+|id)=", svg)


@each_type
def test_colours_are_the_pages_own(type: str) -> None:
    svg = drawn(type, *EVERY_TYPE[type])
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg))
    assert colours and all(c in ("none", "currentColor") or c.startswith("var(--") for c in colours)


@each_type
@pytest.mark.parametrize("is_narrow", [False, True], ids=["wide", "narrow"])
def test_words_stay_inside_the_picture(type: str, is_narrow: bool) -> None:
    svg = drawn(type, *EVERY_TYPE[type], is_narrow=is_narrow)
    width, height = map(float, re.findall(r"[\d.]+", svg.split('"')[1])[2:])
    for x, y in re.findall(r'<text[^>]* x="([-\d.]+)" y="([-\d.]+)"', svg):
        assert 0 <= float(x) <= width and 0 <= float(y) <= height


@pytest.mark.parametrize("type", ["bars", "columns", "stacked"])
def test_every_value_is_written_at_its_mark(type: str) -> None:
    assert {"12", "40", "2023", "2024"} <= set(texts(drawn(type, *TWO_YEARS)))


@pytest.mark.parametrize("type", ["step", "line"])
def test_no_line_of_the_grid_strikes_out_a_value(type: str) -> None:
    rims = re.findall(
        r'<text[^>]* stroke="var\(--ground\)"[^>]*>([^<]+)<', drawn(type, *EVERY_TYPE[type])
    )
    assert "40" in rims


def test_a_value_in_words_is_written_in_words() -> None:
    svg = drawn("bars", mark("Eels", 90, text="about 90 or more"))
    assert "about 90 or more" in texts(svg)


def test_series_are_named_where_they_are_drawn() -> None:
    marks = [mark(x, y, line) for line in (0, 1) for x, y in (("2023", 3), ("2024", 4))]
    for type in ("columns", "bars", "line", "stacked"):
        told = texts(drawn(type, *marks, names=("Up the river", "Down the river")))
        assert {"Up the river", "Down the river"} <= set(told), type


def test_a_single_series_is_not_named_in_the_picture() -> None:
    assert "Eels" not in texts(drawn("columns", *TWO_YEARS))


@pytest.mark.parametrize("type", ["bars", "columns", "line"])
def test_what_was_known_later_has_a_broken_outline_and_a_word(type: str) -> None:
    known = drawn(type, *TWO_YEARS)
    assert "stroke-dasharray" not in known and "known later" not in known
    svg = drawn(type, *TWO_YEARS, mark("2025", 30, is_later=True))
    assert "stroke-dasharray" in svg and "known later" in " ".join(texts(svg))


def test_columns_without_room_side_by_side_become_bars() -> None:
    many = [mark(f"Month {n}", n) for n in range(1, 8)]
    wide, narrow = drawn("columns", *many), drawn("columns", *many, is_narrow=True)
    rows = re.findall(r'<text[^>]* x="([^"]+)" y="[^"]+"[^>]*>Month', narrow)
    assert len(set(rows)) == 1 and len(set(re.findall(r'x="([^"]+)"[^>]*>Month', wide))) == 7


def test_a_step_holds_until_the_date_of_knowledge() -> None:
    marks = EVERY_TYPE["step"]
    line = re.compile(r'<path d="M([^"]+)"[^>]*stroke-width="2.5"')
    short, long = (line.search(drawn("step", *marks, until=u)) for u in ("", "2024-06-10"))
    assert short and long and short[1] != long[1]


def test_a_share_is_drawn_in_its_whole() -> None:
    bare, framed = (drawn("bars", mark("Granted", 25), whole=whole) for whole in (0, 100))
    assert framed.count("<path") == bare.count("<path") + 1


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/Los_Angeles"])
def test_the_bytes_are_the_same_in_every_time_zone_and_locale(zone: str) -> None:
    spec = {
        "data": {"values": [{"d": "2024-03-01", "y": 3}, {"d": "2024-04-01", "y": 5}]},
        "mark": "bar",
        "encoding": {
            "x": {"field": "d", "type": "temporal", "timeUnit": "yearmonthdate"},
            "y": {"field": "y", "type": "quantitative"},
        },
    }
    plans = [plan("step", *EVERY_TYPE["step"]), plan("bars", vega_lite=json.dumps(spec))]
    here = [draw_chart(one).svg for one in plans]
    code = (
        "import sys; sys.path.insert(0, '.')\n"
        "from explainer.text.charts import draw_chart\n"
        "from explainer.text.charts.plan import ChartPlan, Line, Mark\n"
        f"print([draw_chart(p).svg for p in {plans!r}] == {here!r})"
    )
    there = {**os.environ, "TZ": zone, "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}
    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=there,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "True"


@pytest.mark.parametrize(
    "spec",
    [
        {"data": {"url": "https://example.org/eels.csv"}, "mark": "bar"},
        {"data": {"URL": "file:///etc/passwd"}, "mark": "bar"},
        {"layer": [{"mark": "image", "encoding": {"url": {"value": "x.png"}}}]},
        {"mark": {"type": "point", "href": "javascript:alert(1)"}},
    ],
)
def test_a_specification_with_an_address_is_refused(spec: dict[str, Any]) -> None:
    assert address_in(spec)
    told = draw_chart(plan("bars", vega_lite=json.dumps(spec)))
    assert told.svg == "" and "names an address" in told.problem


def test_a_specification_that_cannot_be_drawn_is_told_not_raised() -> None:
    told = draw_chart(plan("bars", vega_lite=json.dumps({"mark": "no such mark"})))
    assert told.svg == "" and told.problem


def test_an_own_specification_is_as_wide_as_its_place() -> None:
    spec = json.dumps({"data": {"values": [{"y": 3}]}, "mark": "bar", "height": 90})
    own = plan("bars", vega_lite=spec)
    assert draw_chart(own).svg.startswith('<svg viewBox="0 0 608 ')
    assert draw_chart(replace(own, is_narrow=True)).svg.startswith('<svg viewBox="0 0 336 ')


def test_ids_of_an_own_specification_begin_with_the_charts_id_and_width() -> None:
    spec = {
        "data": {"values": [{"x": 1, "y": 3}, {"x": 2, "y": 50}]},
        "mark": {"type": "line", "clip": True},
        "encoding": {
            "x": {"field": "x", "type": "quantitative"},
            "y": {"field": "y", "type": "quantitative"},
        },
    }
    own = plan("line", vega_lite=json.dumps(spec))
    for width, one in (("wide", own), ("narrow", replace(own, is_narrow=True))):
        ids = re.findall(r'\bid="([^"]+)"', draw_chart(one).svg)
        assert ids and all(id.startswith(f"eels-{width}-") for id in ids)


def test_a_specification_that_asks_for_too_much_is_told_and_ends_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("explainer.text.charts.apart._MOST_SECONDS", 1)
    many = {"data": {"sequence": {"start": 0, "stop": 10**9}}, "mark": "bar"}
    told = draw_chart(plan("bars", vega_lite=json.dumps(many)))
    assert (told.svg, told.problem) == ("", "it takes too long, or more memory than there is")


def test_a_picture_larger_than_a_page_should_carry_is_told() -> None:
    told = draw_chart(plan("bars", *(mark(str(number), 1) for number in range(2000))))
    assert told.svg == "" and "more than 400,000" in told.problem
