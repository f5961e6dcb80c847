"""Every page of a site."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from explainer.model.linked import LinkedSite
from explainer.model.options import Options
from explainer.model.output import DataFile, PageFile
from explainer.model.pages import Page
from explainer.model.pictures import Pictures
from explainer.model.record import Record
from explainer.model.site import Chart, Term
from explainer.stages.compose import (
    charts,
    embeds,
    lists,
    machines,
    records,
    sections,
    sources,
    timeline,
)
from explainer.stages.compose.desk import Desk
from explainer.text.addresses import LISTS, address_of, embed_address, old_address_of

R = TypeVar("R", bound=Record)

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


def compose_pages(
    linked: LinkedSite, options: Options, pictures: Pictures
) -> list[PageFile | DataFile]:
    """Everything the site consists of, but for styles, scripts and pictures."""
    settings = linked.site.settings
    assert settings is not None, "a site without site.yaml has problems"

    shelf: dict[Hashable, Any] = {}

    def desk_at(address: str) -> Desk:
        return Desk(linked, settings, options, address, pictures, shelf)

    return [*_pages(linked, desk_at), *machines.machine_files(desk_at(""))]


def _pages(linked: LinkedSite, desk_at: Callable[[str], Desk]) -> Iterator[PageFile]:
    site = linked.site

    for name, compose in _ONCE.items():
        yield PageFile(LISTS[name], compose(desk_at(LISTS[name])))
    yield from _one_each(site.sections, sections.section_page, desk_at)
    yield from _one_each(site.terms, records.term_page, desk_at)
    yield from _one_each(site.actors, records.actor_page, desk_at)
    yield from _one_each(site.charts, charts.chart_page, desk_at)
    yield from _one_each(site.sources, sources.source_page, desk_at)
    framed: tuple[Term | Chart, ...] = (*site.terms, *site.charts)
    for shown in framed:
        address = embed_address(shown)
        yield PageFile(address, embeds.embed_page(desk_at(address), shown))
    for record in site.records():
        for old in record.moved_from:
            address = old_address_of(record, old)
            yield PageFile(address, lists.redirect_page(desk_at(address), record))
    yield PageFile("404.html", lists.not_found_page(desk_at("404.html")))


def _one_each(
    found: Iterable[R], compose: Callable[[Desk, R], Page], desk_at: Callable[[str], Desk]
) -> Iterator[PageFile]:
    for record in found:
        address = address_of(record)
        yield PageFile(address, compose(desk_at(address), record))
