"""Every page of a site."""

from collections.abc import Callable, Iterator, Mapping

from explainer.model.linked import LinkedSite
from explainer.model.options import Options
from explainer.model.output import DataFile, PageFile
from explainer.model.pages import Page
from explainer.model.site import Record
from explainer.stages.compose import charts, lists, machines, records, sections, sources, timeline
from explainer.stages.compose.desk import Desk
from explainer.text.addresses import LISTS, address_of, old_address_of

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


def compose_pages(linked: LinkedSite, options: Options) -> list[PageFile | DataFile]:
    """Everything the site consists of, but for styles, scripts and pictures."""
    settings = linked.site.settings
    assert settings is not None, "a site without site.yaml has problems"

    def desk_at(address: str) -> Desk:
        return Desk(linked, settings, options, address)

    return [*_pages(linked, desk_at), *machines.machine_files(desk_at(""))]


def _pages(linked: LinkedSite, desk_at: Callable[[str], Desk]) -> Iterator[PageFile]:
    site = linked.site

    def page(record: Record, compose: Callable[[Desk], Page]) -> PageFile:
        address = address_of(record)
        return PageFile(address, compose(desk_at(address)))

    for name, compose in _ONCE.items():
        yield PageFile(LISTS[name], compose(desk_at(LISTS[name])))
    for section in site.sections:
        yield page(section, lambda desk, one=section: sections.section_page(desk, one))
    for term in site.terms:
        yield page(term, lambda desk, one=term: records.term_page(desk, one))
    for actor in site.actors:
        yield page(actor, lambda desk, one=actor: records.actor_page(desk, one))
    for chart in site.charts:
        yield page(chart, lambda desk, one=chart: charts.chart_page(desk, one))
    for source in site.sources:
        yield page(source, lambda desk, one=source: sources.source_page(desk, one))
    for record in site.records():
        for old in record.moved_from:
            address = old_address_of(record, old)
            yield PageFile(address, lists.redirect_page(desk_at(address), record))
    yield PageFile("404.html", lists.not_found_page(desk_at("404.html")))
