"""Charts: the picture, what it says, and its numbers as a table."""

import csv
import io
from itertools import groupby

from explainer.model.chart_views import ChartRow, ChartView
from explainer.model.form import replace
from explainer.model.list_pages import ChartsPage
from explainer.model.pages import ChartPage
from explainer.model.record import Layer
from explainer.model.site import Chart, Point, Section
from explainer.model.views import Html
from explainer.stages.compose.cite import cite_with_frame
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.prose import Setter
from explainer.text.addresses import csv_address
from explainer.text.dates_in_words import label_in_words
from explainer.text.numbers_in_words import number_in_words


def charts_page(desk: Desk) -> ChartsPage:
    """Every chart, small: its own page has it large."""
    views = (
        chart_view(desk, chart, Setter(desk, f"{chart.id}-", layer=chart.layer))
        for chart in desk.linked.site.charts
    )
    return ChartsPage(
        shell=desk.shell("charts", desk.words["page_charts"], desk.words["about_charts"]),
        charts=tuple(
            replace(view, picture=view.picture_narrow, picture_narrow=Html("")) for view in views
        ),
    )


def chart_page(desk: Desk, chart: Chart) -> ChartPage:
    """The page of one chart."""
    mentioned = desk.linked.mentions.get(chart.id, ())
    return ChartPage(
        shell=desk.shell(
            "chart", chart.title, chart.message.text, layer=chart.layer, updated=chart.updated
        ),
        chart=chart_view(desk, chart, Setter(desk, layer=chart.layer)),
        used_in=desk.mentions(dict.fromkeys((*chart.sections, *mentioned))),
        cite=cite_with_frame(desk, chart),
    )


def charts_of(desk: Desk, section: Section) -> list[Chart]:
    """The charts shown in `section`."""
    return [chart for chart in desk.linked.site.charts if section.id in chart.sections]


def chart_view(desk: Desk, chart: Chart, setter: Setter, layer: Layer = "later") -> ChartView:
    """`chart` as a page shows it; one of the base leaves out what was known later."""
    points = [p for p in chart.points if layer == "later" or p.layer == "base"]
    picture = desk.pictures.chart(chart.id, layer)
    refs = dict.fromkeys((*chart.cites, *(p.passage for p in points if p.passage)))
    rows = _rows(desk, chart, points)
    sources = desk.passage_anchors(refs)
    named = {source.text for row in rows for source in row.sources}
    return ChartView(
        id=chart.id,
        href=desk.to_record(chart),
        title=chart.title,
        message=setter.flow(chart.message),
        picture=picture.wide,
        picture_narrow=picture.narrow,
        alt=_alt(desk, chart, points),
        measure=chart.measure,
        scope=chart.scope,
        unit=chart.unit,
        date=desk.bound(label_in_words(chart.date, desk.words)),
        counted_by=desk.bound(chart.counted_by),
        does_not_say=setter.flow(chart.does_not_say),
        x=chart.x,
        y=chart.y,
        columns=tuple(series.name for series in chart.series) or (chart.y,),
        rows=rows,
        has_notes=any(row.note for row in rows),
        csv=desk.to(csv_address(chart)),
        sources=sources,
        further_sources=tuple(source for source in sources if source.text not in named),
        is_later=chart.layer == "later",
    )


def _rows(desk: Desk, chart: Chart, points: list[Point]) -> tuple[ChartRow, ...]:
    """One row for each `x`, in the order of first appearance."""
    order = {x: place for place, x in enumerate(dict.fromkeys(point.x for point in points))}
    series = [one.id for one in chart.series] or [""]
    rows = []
    for x, group in groupby(sorted(points, key=lambda p: order[p.x]), key=lambda p: p.x):
        here = list(group)
        by_series = {point.series: point for point in here}
        rows.append(
            ChartRow(
                x=label_in_words(x, desk.words),
                values=tuple(
                    _value(desk, by_series[one]) if one in by_series else "" for one in series
                ),
                note="; ".join(dict.fromkeys(point.note for point in here if point.note)),
                is_later=chart.layer == "base" and all(p.layer == "later" for p in here),
                sources=desk.passage_anchors(p.passage for p in here if p.passage),
            )
        )
    return tuple(rows)


def _alt(desk: Desk, chart: Chart, points: list[Point]) -> str:
    """What the picture shows; what is drawn apart in it, as it was known later, comes last."""
    later = [p for p in points if p.layer == "later" and chart.layer == "base"]
    if not later:
        return chart.alt
    names = {series.id: f"{series.name}, " for series in chart.series}
    said, colon = desk.words["chart_later_alt"], desk.words["colon"]
    told = [
        f"{names.get(p.series, '')}{label_in_words(p.x, desk.words)}{colon} {_value(desk, p)}"
        for p in later
    ]
    return f"{chart.alt} {said} {'; '.join(told)}."


def _value(desk: Desk, point: Point) -> str:
    if point.text:
        return point.text
    return number_in_words(point.y, desk.words["thousands"], desk.words["decimal"])


def csv_text(_: Desk, chart: Chart) -> str:
    """The numbers of `chart` as CSV (RFC 4180), one line a point."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([chart.x, "series", chart.y, "unit", "layer", "source", "note"])
    names = {series.id: series.name for series in chart.series}
    for point in chart.points:
        name = names.get(point.series, "")
        source = str(point.passage or "")
        writer.writerow([point.x, name, point.y, chart.unit, point.layer, source, point.note])
    return out.getvalue()
