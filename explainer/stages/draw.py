"""draw: numbers become pictures, once for each chart, width, and layer that shows it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from explainer.model.each import Each
from explainer.model.form import Form
from explainer.model.pictures import SITE_CARD, Card, Picture, Pictures
from explainer.model.problems import Problem, stop_if_any
from explainer.model.record import Layer
from explainer.model.site import Chart, Site
from explainer.model.views import Html
from explainer.text.addresses import card_address
from explainer.text.cards import cards_are_drawn_with, in_glyphs
from explainer.text.charts import Drawn, charts_are_drawn_with, draw_chart
from explainer.text.charts.plan import ChartPlan, Line, Mark
from explainer.text.dates_in_words import date_in_words, label_in_words
from explainer.text.numbers_in_words import number_in_words


class Drawing(Form, frozen=True):
    """What is to be drawn, and what is drawn of it as it is asked for: once."""

    wanted: Sequence[tuple[Chart, Layer]]
    plans: Sequence[ChartPlan]
    """Two for each that is wanted, wide and narrow; several layers may come to the same one."""
    charts: Iterable[Drawn]
    """One for each unlike plan."""


def begin_drawing(site: Site, each: Each) -> Drawing:
    """The charts of `site`, which others may be drawing by now; none where it has problems.

    Without vl-convert charts are tables alone.
    """
    version = charts_are_drawn_with()
    wanted = list(_wanted(site)) if version and not site.problems else []
    plans = [
        _plan(site, chart, layer, version, is_narrow=is_narrow)
        for chart, layer in wanted
        for is_narrow in (False, True)
    ]
    return Drawing(wanted, plans, each(draw_chart, list(dict.fromkeys(plans))))


def finish_drawing(drawing: Drawing) -> Pictures:
    """The pictures of the charts, once all of them are drawn.

    Raises `SiteError` with every chart whose own specification cannot be drawn.
    """
    drawn = dict(zip(dict.fromkeys(drawing.plans), drawing.charts, strict=True))
    charts = {chart.id: chart for chart, _ in drawing.wanted}
    said = {plan.id: one.problem for plan, one in drawn.items() if one.problem}
    stop_if_any(_problem(charts[id], problem) for id, problem in said.items())
    svg = [Html(drawn[plan].svg) for plan in drawing.plans]
    pictures = {
        (chart.id, layer): Picture(wide, narrow)
        for (chart, layer), wide, narrow in zip(drawing.wanted, svg[::2], svg[1::2], strict=True)
    }
    return Pictures(pictures)


def _problem(chart: Chart, said: str) -> Problem:
    return Problem(
        chart.origin,
        f"the chart `{chart.id}` cannot be drawn: {said}",
        "mend its `vega_lite`, or take it out and name a `type`"
        if chart.vega_lite
        else "divide it into several charts, or leave points out",
        "records",
    )


def _wanted(site: Site) -> Iterator[tuple[Chart, Layer]]:
    """Every chart with everything, for its own page; and as sections of the base may show it."""
    layers: Mapping[str, Layer] = {section.id: section.layer for section in site.sections}
    for chart in site.charts:
        if not chart.points and not chart.vega_lite:
            continue
        yield chart, "later"
        if any(layers.get(id) == "base" for id in chart.sections) and any(
            point.layer == "base" for point in chart.points
        ):
            yield chart, "base"


def _plan(site: Site, chart: Chart, layer: Layer, version: str, *, is_narrow: bool) -> ChartPlan:
    settings = site.settings
    assert settings is not None, "a site without site.yaml has problems"
    return ChartPlan(
        id=chart.id,
        type=chart.type,
        lines=tuple(Line(one.name, site.shown_as(one.side)) for one in chart.series)
        or (Line(chart.y, "other"),),
        marks=_marks(site, chart, layer),
        is_narrow=is_narrow,
        whole=chart.whole,
        until=settings.as_of if chart.type == "step" and chart.layer == "base" else "",
        later=site.words["chart_later"],
        months=tuple(site.words["months_short"].split()),
        thousands=site.words["thousands"],
        decimal=site.words["decimal"],
        vega_lite=chart.vega_lite,
        drawn_with=version,
    )


def _marks(site: Site, chart: Chart, layer: Layer) -> tuple[Mark, ...]:
    """The points that `layer` may know."""
    places = {one.id: place for place, one in enumerate(chart.series)}
    return tuple(
        Mark(
            x=point.x,
            label=label_in_words(point.x, site.words),
            y=point.y,
            text=point.text
            or number_in_words(point.y, site.words["thousands"], site.words["decimal"]),
            line=places.get(point.series, 0),
            # Where the whole chart was known later, nothing in it needs to be set apart.
            is_later=point.layer == "later" and chart.layer == "base",
        )
        for point in chart.points
        if layer == "later" or point.layer == "base"
    )


def cards_of(site: Site) -> tuple[Card, ...]:
    """The social cards of `site`, to be drawn; none without Pillow, and then no page names one."""
    return tuple(_cards(site))


def _cards(site: Site) -> Iterator[Card]:
    """A card for the site and one for each section whose words the carried font can write."""
    version, settings = cards_are_drawn_with(), site.settings
    assert settings is not None, "a site without site.yaml has problems"
    if not version:
        return
    known = f"{site.words['as_it_stood_on']} {date_in_words(settings.as_of, site.words)}"
    yield from _card(SITE_CARD, settings.title, "", settings.question, known, version)
    base = [section for section in site.sections if section.layer == "base"]
    for section in site.sections:
        is_later = section.layer == "later"
        kicker = site.words["what_happened_after"] if is_later else site.words["section_of"].format(
            number=base.index(section) + 1, total=len(base)
        )  # fmt: skip
        foot = site.words["written_later"] if is_later else known
        if section.id != "site":
            path = card_address(section)
            yield from _card(path, settings.title, kicker, section.question, foot, version)


def _card(path: str, site: str, kicker: str, title: str, foot: str, version: str) -> Iterator[Card]:
    told = in_glyphs(title)
    if told:
        yield Card(path, in_glyphs(site), in_glyphs(kicker), told, in_glyphs(foot), version)
