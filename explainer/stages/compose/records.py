"""Pages of terms and actors, and the lists of them."""

from collections.abc import Iterable
from itertools import groupby

from explainer.model.card_views import (
    ActorCard,
    ConfusionView,
    DealingRow,
    FieldGroup,
    Letter,
    SideGroup,
    TermCard,
)
from explainer.model.form import replace
from explainer.model.list_pages import ActorsPage, GlossaryPage
from explainer.model.pages import ActorPage, TermPage
from explainer.model.passages import Passage
from explainer.model.site import (
    Actor,
    Event,
    Section,
    Term,
)
from explainer.model.views import Anchor, Mentions, PassageView
from explainer.stages.compose.cite import cite, cite_with_frame
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.drawn import dealings_picture
from explainer.stages.compose.prose import Setter
from explainer.stages.compose.sources import passage_view
from explainer.stages.compose.structured import defined_term, term_set
from explainer.stages.compose.timeline import event_card
from explainer.text.addresses import LISTS
from explainer.text.slugs import in_alphabet, slug


def glossary_page(desk: Desk) -> GlossaryPage:
    """All terms, A–Z and by field."""
    cards = sorted((_term_card(desk, t) for t in desk.linked.site.terms), key=_by_name)
    letters = groupby(cards, key=lambda card: _first_letter(card.name))
    fields = desk.linked.site.fields
    title = desk.words["page_glossary"]
    return GlossaryPage(
        shell=desk.shell(
            "glossary",
            title,
            desk.words["about_glossary"],
            structured=term_set(desk, title, (card.id for card in cards)),
        ),
        letters=tuple(Letter(letter, tuple(group)) for letter, group in letters),
        fields=tuple(
            FieldGroup(field.id, field.name, tuple(c for c in cards if c.field == field.id))
            for field in fields
        ),
    )


def _by_name(card: TermCard) -> tuple[str, ...]:
    return (_first_letter(card.name), *in_alphabet(card.name), card.id)


def _first_letter(name: str) -> str:
    return (slug(name)[:1] or "#").upper()


def _term_card(desk: Desk, term: Term) -> TermCard:
    return TermCard(
        id=term.id,
        href=desk.to_record(term),
        name=term.name,
        meaning=Setter(desk).inline(term.meaning),
        field=term.field,
        is_later=term.layer == "later",
    )


def term_page(desk: Desk, term: Term) -> TermPage:
    """The page of one term."""
    setter = Setter(desk, layer=term.layer)
    sections, others = _mentions_of(desk, term.id)
    plain = term.meaning.text
    return TermPage(
        shell=desk.shell(
            "term",
            term.name,
            plain,
            layer=term.layer,
            updated=term.updated,
            structured=defined_term(desk, term.name, plain),
        ),
        name=term.name,
        also_called=term.aliases,
        field=Anchor(desk.to(f"{LISTS['glossary']}#{term.field}"), desk.field_name(term.field)),
        meaning=setter.flow(term.meaning),
        text=setter.flow(term.text),
        matters=setter.flow(term.matters),
        confused_with=tuple(
            ConfusionView(desk.anchor(c.id), setter.flow(c.difference)) for c in term.confused_with
        ),
        see_also=desk.anchors(term.see_also),
        sources=setter.set_notes(term.cites),
        used_in=sections,
        mentioned_by=others,
        meanings=setter.meanings(),
        cite=cite_with_frame(desk, term),
    )


def _mentions_of(desk: Desk, id: str) -> tuple[Mentions, Mentions]:
    """Sections that mention a record, and other records that do."""
    by = [desk.signpost(one) for one in desk.linked.mentions.get(id, ())]
    sections = [one.id for one in by if one.kind is Section]
    others = [one.id for one in by if one.kind is not Section]
    return desk.mentions(sections), desk.mentions(others)


def actors_page(desk: Desk) -> ActorsPage:
    """Everybody, by side, and who deals with whom."""
    picture = dealings_picture(desk)
    return ActorsPage(
        shell=desk.shell("actors", desk.words["page_actors"], desk.words["about_actors"]),
        sides=tuple(
            SideGroup(
                side.id, side.name, tuple(actor_card(desk, a) for a in _of_side(desk, side.id))
            )
            for side in desk.linked.site.sides
        ),
        picture=picture.wide,
        picture_narrow=picture.narrow,
        dealings=tuple(row for actor in desk.linked.site.actors for row in _dealings(desk, actor)),
    )


def _of_side(desk: Desk, side: str) -> Iterable[Actor]:
    return (actor for actor in desk.linked.site.actors if actor.side == side)


def actor_card(desk: Desk, actor: Actor) -> ActorCard:
    """An actor as an entry in a list."""
    return ActorCard(
        id=actor.id,
        href=desk.to_record(actor),
        name=actor.name,
        role=actor.role,
        side=actor.side,
        description=Setter(desk).inline(actor.description),
    )


def _dealings(desk: Desk, actor: Actor) -> tuple[DealingRow, ...]:
    return tuple(
        DealingRow(
            first=actor_card(desk, actor),
            second=actor_card(desk, _actor(desk, dealing.id)),
            how=dealing.how,
            source=desk.passage_anchor(dealing.passage) if dealing.passage else None,
        )
        for dealing in actor.deals_with
    )


def _dealings_with(desk: Desk, actor: Actor) -> tuple[DealingRow, ...]:
    """What the records of others say of their dealings with `actor`."""
    others = (
        other
        for other in desk.linked.site.actors
        if any(dealing.id == actor.id for dealing in other.deals_with)
    )
    return tuple(
        row for other in others for row in _dealings(desk, other) if row.second.id == actor.id
    )


def _actor(desk: Desk, id: str) -> Actor:
    record = desk.record(id)
    assert isinstance(record, Actor), "the links check has seen to this"
    return record


def actor_page(desk: Desk, actor: Actor) -> ActorPage:
    """The page of one actor."""
    setter = Setter(desk, layer=actor.layer)
    site = desk.linked.site
    sections, others = _mentions_of(desk, actor.id)
    plain = actor.description.text
    passages = [(source, passage) for source in site.sources for passage in source.passages]
    events = [event for event in site.events if _attended(event, actor)]
    sides = {side.id: side.name for side in site.sides}
    return ActorPage(
        shell=desk.shell("actor", actor.name, plain, layer=actor.layer, updated=actor.updated),
        name=actor.name,
        kind=actor.kind,
        side=actor.side,
        side_name=sides[actor.side],
        role=actor.role,
        also_called=actor.aliases,
        description=setter.flow(actor.description),
        text=setter.flow(actor.text),
        belongs_to=desk.anchors(actor.belongs_to),
        members=desk.anchors(a.id for a in site.actors if actor.id in a.belongs_to),
        dealings=(*_dealings(desk, actor), *_dealings_with(desk, actor)),
        attended=tuple(event_card(desk, event, setter=None) for event in events),
        quotes=tuple(
            passage_view(desk, source, passage)
            for source, passage in passages
            if any(quote.speaker == actor.id for quote in passage.quotes)
        ),
        said=tuple(
            _of_speaker(passage_view(desk, source, passage), passage, actor)
            for source, passage in passages
            if actor.id in passage.who
        ),
        sources=setter.set_notes(actor.cites),
        used_in=sections,
        mentioned_by=others,
        meanings=setter.meanings(),
        cite=cite(desk, actor),
    )


def _of_speaker(view: PassageView, passage: Passage, actor: Actor) -> PassageView:
    """`view` with those of its parts alone that `actor` asserts."""
    both = zip(passage.parts, view.parts, strict=True)
    return replace(view, parts=tuple(shown for part, shown in both if actor.id in part.who))


def _attended(event: Event, actor: Actor) -> bool:
    return event.id in actor.attended or (event.kind == "talks" and actor.id in event.actors)
