"""The timeline."""

from explainer.model.card_views import EraGroup, EventCard
from explainer.model.list_pages import TimelinePage
from explainer.model.site import Event
from explainer.model.views import DateText
from explainer.stages.compose import structured
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.drawn import timeline_picture
from explainer.stages.compose.prose import Setter
from explainer.text.addresses import address_of
from explainer.text.dates_in_words import date_in_words


def timeline_page(desk: Desk) -> TimelinePage:
    """Every event in order, by era; later ones apart."""
    site = desk.linked.site
    setter = Setter(desk)
    eras = []
    left = list(site.events)
    for era in site.eras:
        inside = [
            e
            for e in left
            if e.layer == era.layer
            and era.start <= e.date[: len(era.start)]
            and e.date[: len(era.end)] <= era.end
        ]
        left = [event for event in left if event not in inside]
        cards = tuple(event_card(desk, event, setter) for event in inside)
        eras.append(EraGroup(era.id, era.name, era.layer == "later", cards))
    for layer in ("base", "later"):
        rest = tuple(event_card(desk, e, setter) for e in left if e.layer == layer)
        if rest:
            name = desk.words[f"events_{layer}"]
            eras.append(EraGroup(f"events-{layer}", name, layer == "later", rest))
    picture = timeline_picture(desk, eras)
    return TimelinePage(
        shell=desk.shell(
            "timeline",
            desk.words["page_timeline"],
            desk.words["about_timeline"],
            structured=structured.graph(structured.event(desk, event) for event in site.events),
        ),
        eras=tuple(era for era in eras if era.events),
        kinds=tuple(sorted({event.kind for event in site.events})),
        sides=desk.sides({event.side for event in site.events}),
        picture=picture.wide,
        picture_narrow=picture.narrow,
    )


def event_card(desk: Desk, event: Event, setter: Setter | None) -> EventCard:
    """An event as an entry in a list; its text is set only where there is a `setter`."""
    refs = (*event.cites, *event.text.refs)
    return EventCard(
        id=event.id,
        date=DateText(event.date, date_in_words(f"{event.date}/{event.end}", desk.words)),
        title=event.title,
        flow=setter.flow(event.text) if setter else (),
        kind=event.kind,
        side=event.side,
        actors=desk.anchors(event.actors),
        section=desk.anchor(event.section) if event.section else None,
        sources=desk.passage_anchors(refs),
        href=desk.to(address_of(event)),
        is_later=event.layer == "later",
    )
