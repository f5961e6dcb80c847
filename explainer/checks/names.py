"""names: everybody a text names is in a passage it rests on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from explainer.model.form import Form
from explainer.model.passages import Passage
from explainer.model.problems import Origin, Problem
from explainer.model.prose import PassageRef
from explainer.model.site import Actor, Event, Site, Term
from explainer.text.covered import checked_prose, cited_passages
from explainer.text.known import Known
from explainer.text.names import Name, NameTable, find_names, name_table
from explainer.text.placed import outside
from explainer.text.places import place_near
from explainer.text.quotations import quoted_spans
from explainer.text.stretches import CoveredBlock, covered_blocks
from explainer.text.targets import Targets
from explainer.text.titles import titles_of
from explainer.text.told import listed, where

_SHORTEST_CAPITALS = 3
"""Letters; shorter names in capitals are other words: `IT`, `WHO`."""
_OWN_WORDS = frozenset({"role", "measure", "scope", "counted_by", "date", "x", "series"})
"""What a record says for itself, whoever its passages name: `mayor of Farrow`."""


class _Tables(Form, frozen=True, dict=True):
    """The names of `site`, each table made when it is first asked for."""

    site: Site

    @cached_property
    def actors(self) -> NameTable:
        return _table(self.site.actors)

    @cached_property
    def all(self) -> NameTable:
        """Terms too: within `China shock` nobody speaks of China."""
        return _table((*self.site.terms, *self.site.actors))


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """Actors named in text whose passages do not have them."""
    site, by_ref, speakers = known.site, known.passages, known.speakers
    taken = Counter(record.id for record in site.records())
    actors = {actor.id: actor for actor in site.actors if taken[actor.id] == 1}
    table, targets = _Tables(site), known.targets
    for cited in checked_prose(asked):
        for block in covered_blocks(cited.prose, cited.cites):
            for start, end, id in _named(block, table, targets, frozenset(actors)):
                passages = cited_passages(block.refs_at(start, end), by_ref)
                people = [_people(p) | speakers.publishers[p.source] for p in passages]
                if not passages or any(id in those for those in people):
                    continue
                if not all(map(speakers.knows_all, people)):
                    continue
                text = block.text[start:end]
                yield Problem(
                    block.place(site.texts, cited.prose, text, start),
                    f"`{text}` is not among the actors of {listed(passages)}",
                    f"cite a passage about {actors[id].name}, or add `{id}` to the actors of "
                    f"{where(passages[0])} if it is meant there",
                    "names",
                )
    yield from _in_titles(asked, known, table, frozenset(actors))
    yield from _in_records(asked, site, by_ref)
    for source in asked.sources:
        for passage in source.passages:
            own = _people(passage) | speakers.publishers[source.id]
            yield from _in_retelling(site, passage, table, targets, frozenset(actors) - own)
            if source.kind == "seed":
                yield from _speaking_strangers(site, passage, frozenset(actors))


def _in_titles(
    asked: Site, known: Known, table: _Tables, actors: frozenset[str]
) -> Iterator[Problem]:
    """Actors that headings, questions and the like name, and what stands below them does not cite."""
    site, speakers = known.site, known.speakers
    for title in titles_of(asked, site):
        if title.key in _OWN_WORDS:
            continue
        passages = cited_passages(title.refs, known.passages)
        people = [_people(p) | speakers.publishers[p.source] for p in passages]
        if not passages or not all(map(speakers.knows_all, people)):
            continue
        quoted = quoted_spans(title.text)
        # Where no actor's name stands, none is to be told from the names of terms.
        has_actors = next(find_names(title.text, table.actors), None)
        named = find_names(title.text, table.all) if has_actors else ()
        for found in outside(named, quoted):
            if found.id in actors and not any(found.id in those for those in people):
                words = title.text[found.start : found.end]
                yield Problem(
                    title.place(site.texts, words),
                    f"`{words}` is not among the actors of {listed(passages)}",
                    "mend the name, or cite a passage that has it",
                    "names",
                )


def _in_retelling(
    site: Site, passage: Passage, table: _Tables, targets: Targets, strangers: frozenset[str]
) -> Iterator[Problem]:
    """Actors that `says` names and the passage does not list."""
    for part in passage.parts:
        for block in covered_blocks(part.says):
            for start, end, id in _named(block, table, targets, strangers):
                text = block.text[start:end]
                yield Problem(
                    block.place(site.texts, part.says, text, start),
                    f"`{text}` stands in `says` of `{passage.id}`, not among its actors",
                    f"add `{id}` to `actors`, or mend one of the two",
                    "names",
                )


def _speaking_strangers(site: Site, passage: Passage, actors: frozenset[str]) -> Iterator[Problem]:
    """Whoever `who` of an article's passage has speak, and its `actors`, which are locked, lack."""
    for who in dict.fromkeys(passage.who):
        if who in actors and who not in passage.actors:
            yield Problem(
                place_near(site.texts, passage.origin, "who:", who),
                f"`{who}` speaks in `{passage.id}` and is not among its actors",
                "add the id to `actors`, or mend one of the two",
                "names",
            )


def _in_records(asked: Site, site: Site, by_ref: Mapping[PassageRef, Passage]) -> Iterator[Problem]:
    """Actors that an event or a dealing lists and its passages do not have."""
    actors = {actor.id for actor in site.actors}
    for event in asked.events:
        passages = cited_passages(event.cites, by_ref)
        for id in event.actors:
            if id not in actors or not passages:
                continue
            if not any(id in _people(passage) for passage in passages):
                yield _unheard(site, event.origin, ("actors:", id), id, passages)
    events = {event.id: event for event in site.events}
    for actor in asked.actors:
        for id in actor.attended:
            if id in events and events[id].actors and actor.id not in events[id].actors:
                yield _absent(site, actor, events[id])
        for dealing in actor.deals_with:
            passages = cited_passages([dealing.passage] if dealing.passage else [], by_ref)
            for id in (actor.id, dealing.id):
                if passages and id not in _people(passages[0]):
                    needles = ("deals_with:", dealing.id)
                    yield _unheard(site, actor.origin, needles, id, passages)


def _absent(site: Site, actor: Actor, event: Event) -> Problem:
    return Problem(
        place_near(site.texts, actor.origin, "attended:", event.id),
        f"`{actor.id}` is not among the actors of the event `{event.id}`",
        f"mend one of the two; the event stands at {event.origin.path}:{event.origin.line}",
        "names",
    )


def _unheard(
    site: Site, origin: Origin, needles: tuple[str, ...], id: str, passages: Sequence[Passage]
) -> Problem:
    return Problem(
        place_near(site.texts, origin, *needles),
        f"`{id}` is not among the actors of {listed(passages)}",
        "mend the actor, or cite a passage that has it",
        "names",
    )


def _table(records: Iterable[Term | Actor]) -> NameTable:
    """Names in capitals as well."""
    forms = [
        (form, record.id)
        for record in records
        for form in (record.name, *record.aliases)
        if form not in record.by_hand
    ]
    in_capitals = [(form.upper(), id) for form, id in forms if len(form) > _SHORTEST_CAPITALS]
    return name_table(Name(form, id) for form, id in (*in_capitals, *forms))


def _named(
    block: CoveredBlock, table: _Tables, targets: Targets, actors: frozenset[str]
) -> Iterator[tuple[int, int, str]]:
    """Actors in `block` outside quotations: by name, and by hand whatever the link says.

    What the link says counts too: it may name somebody else than it leads to.
    """
    led = ((s, e, targets.ids(link.target)) for s, e, link in block.links)
    by_hand = [(s, e, ids[0]) for s, e, ids in led if len(ids) == 1 and ids[0] in actors]
    quoted = quoted_spans(block.text)
    # Where no actor's name stands, none is to be told from the names of terms.
    has_actors = next(find_names(block.text, table.actors), None)
    named = find_names(block.text, table.all) if has_actors else ()
    for found in outside(named, quoted):
        is_told = any(s <= found.start < e and found.id == id for s, e, id in by_hand)
        if found.id in actors and not is_told:
            yield found.start, found.end, found.id
    yield from by_hand


def _people(passage: Passage) -> frozenset[str]:
    speakers = (quote.speaker for quote in passage.quotes)
    return frozenset((*passage.actors, *passage.who, *speakers))
