"""Pictures that compose draws itself, from what it has at hand: timeline, dealings, coverage."""

from collections.abc import Iterable, Sequence

from explainer.model.card_views import EraGroup, SectionCard
from explainer.model.passages import Passage, Source
from explainer.model.pictures import NO_PICTURE, Picture
from explainer.model.prose import PassageRef
from explainer.model.site import Actor
from explainer.model.views import Html
from explainer.stages.compose.desk import Desk
from explainer.text.dates_in_words import date_in_words
from explainer.text.drawings.coverage import Row, coverage_narrow, coverage_wide
from explainer.text.drawings.dealings import Names, Party, Tie, dealings_narrow, dealings_wide
from explainer.text.drawings.timeline import (
    Lane,
    Moment,
    Period,
    timeline_narrow,
    timeline_wide,
)


def timeline_picture(desk: Desk, eras: Sequence[EraGroup]) -> Picture:
    """The eras with a mark for every event; those of the short timeline are named."""
    spans = {
        era.id: date_in_words(f"{era.start}/{era.end}", desk.words) for era in desk.linked.site.eras
    }
    named, show = set(desk.settings.short_timeline), desk.linked.site.shown_as
    periods = [
        Period(
            era.name,
            spans.get(era.id, ""),
            era.is_later,
            tuple(
                Moment(e.date.iso, e.date.text, show(e.side), e.title if e.id in named else "")
                for e in era.events
            ),
        )
        for era in eras
        if era.events
    ]
    lanes = _lanes(desk, {event.side for era in eras for event in era.events})
    if not periods:
        return NO_PICTURE
    return Picture(Html(timeline_wide(periods, lanes)), Html(timeline_narrow(periods, lanes)))


def _lanes(desk: Desk, found: set[str]) -> list[Lane]:
    """The sides in the site's order, `both` between the first two, others last."""
    sides = [side.id for side in desk.linked.site.own_sides]
    order = [*sides[:1], "both", *sides[1:], "other"]
    show = desk.linked.site.shown_as
    return [Lane(show(s), desk.words.get(f"side_{s}", s)) for s in order if s in found]


def dealings_picture(desk: Desk) -> Picture:
    """Those who deal with somebody, and the delegations."""
    actors, show = desk.linked.site.actors, desk.linked.site.shown_as
    known = {actor.id for actor in actors}
    ties = _ties(actors, known)
    tied = {id for tie in ties for id in (tie.first, tie.second)}
    parties = [
        Party(a.id, a.name, a.role if a.kind == "person" else "", show(a.side), _zone(a))
        for a in actors
        if a.id in tied or a.in_delegation
    ]
    sides = [(show(side.id), side.name) for side in desk.linked.site.own_sides]
    if len(sides) < 2 or not ties:
        return NO_PICTURE
    words = desk.words
    names = Names(
        tuple(sides),
        words["map_delegation"],
        words["map_people"],
        words["map_offices"],
        words["map_companies"],
        words["side_other"],
    )
    return Picture(
        Html(dealings_wide(parties, ties, names)), Html(dealings_narrow(parties, ties, names))
    )


def _ties(actors: Iterable[Actor], known: set[str]) -> list[Tie]:
    """Every pair once, whoever's record says so."""
    ties: dict[frozenset[str], Tie] = {}
    for actor in actors:
        for dealing in actor.deals_with:
            if dealing.id in known and dealing.id != actor.id:
                pair = frozenset((actor.id, dealing.id))
                ties.setdefault(pair, Tie(actor.id, dealing.id, dealing.how))
    return list(ties.values())


def _zone(actor: Actor) -> str:
    if actor.kind == "person":
        return "delegation" if actor.in_delegation else "people"
    if actor.kind == "state":
        return "states"
    return "companies" if actor.kind == "company" else "offices"


def coverage_picture(desk: Desk, source: Source, sections: Sequence[SectionCard]) -> Picture:
    """The passages of `source` against the `sections`."""
    if not sections or not source.passages:
        return NO_PICTURE
    uses = [desk.linked.uses.get(PassageRef(source.id, p.id), ()) for p in source.passages]
    rows = [Row(s.question, tuple(s.id in used for used in uses)) for s in sections]
    numbers = [_number(desk, passage) for passage in source.passages]
    said = desk.words["coverage_head"], desk.words["coverage_foot"]
    return Picture(
        Html(coverage_wide(numbers, rows, *said)), Html(coverage_narrow(numbers, rows, *said))
    )


def _number(desk: Desk, passage: Passage) -> str:
    """`8` for `p8`; the first letter of what is no paragraph."""
    if passage.id[:1] == "p" and passage.id[1:].isdigit():
        return passage.id[1:]
    return desk.words.get(f"place_{passage.id}", passage.id)[:1].upper()
