"""Every page of a site."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from explainer.model.each import Lazily, Shelf
from explainer.model.form import Form, replace
from explainer.model.linked import LinkedSite
from explainer.model.options import Options
from explainer.model.output import DataFile, PageFile
from explainer.model.pages import Page
from explainer.model.passages import Source
from explainer.model.pictures import Card, Pictures
from explainer.model.record import Record
from explainer.model.site import Actor, Chart, Section, Site, Term
from explainer.stages.compose import (
    charts,
    embeds,
    lists,
    records,
    sections,
    sources,
    timeline,
)
from explainer.stages.compose.desk import Desk, World
from explainer.stages.compose.machines import MACHINE_FILES
from explainer.stages.compose.signposts import outlines_of, signposts_of
from explainer.text.addresses import LISTS, address_of, csv_address, embed_address, old_address_of

_ONCE: Mapping[str, Callable[[Desk], Page]] = {
    "sections": lists.home_page,
    "all": sections.all_page,
    "glossary": records.glossary_page,
    "actors": records.actors_page,
    "timeline": timeline.timeline_page,
    "charts": charts.charts_page,
    "claims": sources.claims_page,
    "sources": sources.sources_page,
    "ask": sections.ask_page,
    "search": lists.search_page,
    "about": lists.about_page,
    "corrections": lists.corrections_page,
}
_OF_RECORDS: Mapping[type, Callable[..., Page]] = {
    Section: sections.section_page,
    Term: records.term_page,
    Actor: records.actor_page,
    Chart: charts.chart_page,
    Source: sources.source_page,
}
"""Events stand on the timeline alone."""
_OF_CHARTS = (sections.all_page, charts.charts_page)
"""Pages that stand once and show charts."""


class _Planned(Form, frozen=True):
    """What is to be composed: where, by what, and of which record, if it is one's own."""

    address: str
    compose: Callable[..., Any]
    """Of a page the page, of a file for machines its text."""
    of: tuple[Record, ...] = ()


def world_of(linked: LinkedSite, options: Options, cards: Iterable[Card]) -> World:
    """What pages are composed from, while charts are being drawn."""
    paths = frozenset(card.path for card in cards)
    signposts, outlines = signposts_of(linked), outlines_of(linked)
    return World(linked, signposts, outlines, options, paths, pictures=None, shelf=Shelf())


def compose_pages(world: World) -> Sequence[PageFile]:
    """Every page that shows no chart, each composed when it is asked for."""
    return _composed(world, shows_charts=False)


def compose_chart_pages(world: World, pictures: Pictures) -> Sequence[PageFile]:
    """Every page that shows one."""
    return _composed(replace(world, pictures=pictures), shows_charts=True)


def compose_files(world: World) -> Sequence[DataFile]:
    """Every file for machines."""
    return Lazily(_file, tuple(_planned_files(world.linked.site)), world)


def _composed(world: World, *, shows_charts: bool) -> Sequence[PageFile]:
    planned = _planned_pages(world.linked.site)
    ids = {id for chart in world.linked.site.charts for id in chart.sections}
    wanted = tuple(one for one in planned if _shows_charts(one, ids) == shows_charts)
    return Lazily(_page, wanted, world)


def _shows_charts(planned: _Planned, sections: AbstractSet[str]) -> bool:
    """Whether the page shows any; `sections` are those that do."""
    return planned.compose in _OF_CHARTS or any(
        isinstance(one, Chart) or one.id in sections for one in planned.of
    )


def _page(world: World, planned: _Planned) -> PageFile:
    return PageFile(planned.address, planned.compose(Desk(world, planned.address), *planned.of))


def _file(world: World, planned: _Planned) -> DataFile:
    """Its links are those of the first page."""
    return DataFile(planned.address, planned.compose(Desk(world, ""), *planned.of))


def _planned_files(site: Site) -> Iterator[_Planned]:
    for path, text in MACHINE_FILES.items():
        yield _Planned(path, text)
    for chart in site.charts:
        yield _Planned(csv_address(chart), charts.csv_text, (chart,))


def _planned_pages(site: Site) -> Iterator[_Planned]:
    for name, compose in _ONCE.items():
        yield _Planned(LISTS[name], compose)
    for record in site.records():
        own = _OF_RECORDS.get(type(record))
        if own:
            yield _Planned(address_of(record), own, (record,))
    framed: tuple[Term | Chart, ...] = (*site.terms, *site.charts)
    for shown in framed:
        yield _Planned(embed_address(shown), embeds.embed_page, (shown,))
    for record in site.records():
        for old in record.moved_from:
            yield _Planned(old_address_of(record, old), lists.redirect_page, (record,))
    yield _Planned("404.html", lists.not_found_page)
