"""The first page, and the pages that stand once."""

from collections.abc import Iterable

from explainer.model.card_views import SideGroup
from explainer.model.list_pages import SearchEntry, SearchGroup, SearchPage
from explainer.model.pages import (
    AboutPage,
    CorrectionsPage,
    CorrectionView,
    HomePage,
    NotFoundPage,
    RedirectPage,
)
from explainer.model.record import Record
from explainer.model.site import Actor, Event
from explainer.model.views import Anchor, Figure, Heading
from explainer.stages.compose.counts import counts
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.prose import Setter
from explainer.stages.compose.records import actor_card
from explainer.stages.compose.sections import section_cards
from explainer.stages.compose.structured import article, correction, graph
from explainer.stages.compose.timeline import event_card
from explainer.text.addresses import LISTS, address_of
from explainer.text.slugs import in_alphabet


def home_page(desk: Desk) -> HomePage:
    """The whole story at a glance."""
    settings = desk.settings
    setter = Setter(desk)
    standfirst = setter.flow(settings.standfirst)
    answer = setter.flow(settings.answer)
    figures = tuple(
        Figure(figure.figure, setter.flow_citing(figure.text, figure.cites))
        for figure in settings.key_figures
    )
    disputed = tuple(setter.flow(prose) for prose in settings.disputed)
    unknown = tuple(setter.flow(prose) for prose in settings.unknown)
    events = [desk.record(id) for id in settings.short_timeline]
    return HomePage(
        shell=desk.shell(
            "home",
            settings.title,
            settings.description,
            structured=article(desk, settings.question, settings.description),
        ),
        question=desk.bound(settings.question),
        standfirst=standfirst,
        answer=answer,
        figures=figures,
        sections=section_cards(desk),
        table=_table(desk),
        events=tuple(event_card(desk, e, None) for e in events if isinstance(e, Event)),
        timeline=Anchor(desk.to(LISTS["timeline"]), desk.words["whole_timeline"]),
        disputed=disputed,
        unknown=unknown,
        meanings=setter.meanings(),
        counts=counts(desk.linked),
        about=desk.to(LISTS["about"]),
    )


def _table(desk: Desk) -> tuple[SideGroup, ...]:
    actors = [desk.record(id) for id in desk.settings.at_the_table]
    groups = []
    for side in desk.linked.site.sides:
        cards = tuple(
            actor_card(desk, a) for a in actors if isinstance(a, Actor) and a.side == side.id
        )
        if cards:
            groups.append(SideGroup(side.id, side.name, cards))
    return tuple(groups)


def search_page(desk: Desk) -> SearchPage:
    """Everything that has a name."""
    site = desk.linked.site
    listed: Iterable[list[SearchEntry]] = (
        [_entry(desk, one.id) for one in desk.world.outlines],
        _by_name(
            _entry(desk, one.id, desk.field_name(one.field), (*one.aliases, *one.by_hand))
            for one in site.terms
        ),
        _by_name(
            _entry(desk, one.id, one.role, (*one.aliases, *one.by_hand)) for one in site.actors
        ),
        [_entry(desk, one.id, _date(desk, f"{one.date}/{one.end}")) for one in site.events],
        [_entry(desk, one.id) for one in site.charts],
        [_entry(desk, one.id, _date(desk, one.published)) for one in site.sources],
    )
    groups = tuple(SearchGroup(entries[0].kind, tuple(entries)) for entries in listed if entries)
    shell = desk.shell("search", desk.words["page_search"], desk.words["about_search"])
    return SearchPage(shell, groups)


def _entry(desk: Desk, id: str, hint: str = "", also: Iterable[str] = ()) -> SearchEntry:
    signpost = desk.signpost(id)
    return SearchEntry(
        href=desk.to(signpost.address),
        name=signpost.name,
        also=", ".join(also),
        kind=signpost.kind.__name__.lower(),
        hint=hint,
        is_later=signpost.layer == "later",
    )


def _by_name(entries: Iterable[SearchEntry]) -> list[SearchEntry]:
    return sorted(entries, key=lambda entry: in_alphabet(entry.name))


def _date(desk: Desk, iso: str) -> str:
    date = desk.date(iso)
    return date.text if date else ""


def about_page(desk: Desk) -> AboutPage:
    """How this was made."""
    about = desk.linked.site.about
    setter = Setter(desk)
    title = about.title if about else desk.words["page_about"]
    return AboutPage(
        shell=desk.shell("about", title, desk.words["about_about"]),
        title=title,
        body=setter.flow(about.body) if about else (),
        headings=tuple(
            Heading(f"#{block.anchor}", block.text)
            for block in (about.body.blocks if about else ())
            if block.kind == "heading"
        ),
        counts=counts(desk.linked),
    )


def corrections_page(desk: Desk) -> CorrectionsPage:
    """What was wrong, and since when it is right."""
    setter = Setter(desk)
    views = []
    for made in desk.linked.site.corrections:
        date = desk.date(made.date)
        assert date is not None, "every correction has a date"
        views.append(
            CorrectionView(
                id=made.id,
                date=date,
                page=desk.anchor(made.page),
                was=setter.flow(made.was),
                now=setter.flow(made.now),
                note=setter.flow(made.note),
            )
        )
    shell = desk.shell(
        "corrections",
        desk.words["page_corrections"],
        desk.words["about_corrections"],
        structured=graph(correction(desk, c) for c in desk.linked.site.corrections),
    )
    return CorrectionsPage(shell, tuple(views))


def not_found_page(desk: Desk) -> NotFoundPage:
    """What is shown for an address that is none; it links by the path of base_url."""
    shell = desk.shell(
        "notfound", desk.words["page_notfound"], desk.words["about_notfound"], is_indexed=False
    )
    names = ("search", "sections", "glossary", "timeline")
    from_lists = [desk.nav_item(name) for name in names]
    return NotFoundPage(shell, tuple(Anchor(item.href, item.text) for item in from_lists))


def redirect_page(desk: Desk, record: Record) -> RedirectPage:
    """What stands at an address a record had before; the canonical page is the new one."""
    target = desk.anchor(record.id)
    shell = desk.shell(
        "redirect",
        target.text,
        desk.words["about_redirect"],
        canonical=address_of(record).partition("#")[0],
        is_indexed=False,
    )
    return RedirectPage(shell, target)
