"""links: what is named exists, is clear, and can be reached."""

from collections.abc import Iterator

from explainer.model.passages import Passage, Source
from explainer.model.problems import Origin, Problem
from explainer.model.prose import Citation, Link, PassageRef, Prose
from explainer.model.record import Record
from explainer.model.site import (
    Actor,
    Chart,
    Event,
    Section,
    Settings,
    Site,
    Term,
)
from explainer.text.date_words import date_words
from explainer.text.function_words import FUNCTION_WORDS
from explainer.text.known import Known
from explainer.text.names import plurals_of
from explainer.text.phrases import did_you_mean
from explainer.text.places import place_in_block, place_near
from explainer.text.proses import prose_of_site
from explainer.text.targets import forms_by_itself
from explainer.text.words import with_small_first

_TO_DRAFTS = "build with --drafts, or take it out here until the section is ready"


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """Ids and passages nobody has, unclear names, dead fragments."""
    checker = _Checker(known)
    for prose in prose_of_site(asked):
        yield from checker.prose(prose)
    if asked.settings:
        yield from checker.settings(asked.settings)
    for record in asked.records():
        yield from checker.record(record)
    for correction in asked.corrections:
        yield from checker.id(correction.page, correction.origin, "page")


def check_claims(site: Site) -> Iterator[Problem]:
    """Names that link where nobody means them: those of two records, and words of every text."""
    yield from _claimed_twice(site)
    yield from _words_of_every_text(site)


def _claimed_twice(site: Site) -> Iterator[Problem]:
    """Names that two records claim, by a plural or by a capital where a sentence begins too."""
    first: dict[str, tuple[str, Origin]] = {}
    for record in site.named():
        by_hand = frozenset(record.by_hand)
        for form in dict.fromkeys(forms_by_itself(record)):
            claimed = [one for one in (form, *plurals_of(form)) if one not in by_hand]
            owners = [
                first.setdefault(with_small_first(one), (record.id, record.origin))
                for one in claimed
            ]
            taken = next((n for n, owner in enumerate(owners) if owner[0] != record.id), None)
            if taken is not None:
                owner, origin = owners[taken]
                yield Problem(
                    place_near(site.texts, record.origin, form),
                    f"`{record.id}` and `{owner}` ({origin}) both claim the name `{claimed[taken]}`",
                    "leave it with one of them; for the other it can stand under `by_hand`",
                    "links",
                )


def _words_of_every_text(site: Site) -> Iterator[Problem]:
    """Names that are nothing but `the`, `of` and the like, or a month or a weekday."""
    words = date_words(site.language)
    for record in site.named():
        for form in dict.fromkeys(forms_by_itself(record)):
            # `IT` and `WHO` are no such words: names link as they are written.
            of_every_text = map(FUNCTION_WORDS.__contains__, with_small_first(form).split())
            if all(of_every_text) or form in words.months or form in words.weekdays:
                yield Problem(
                    place_near(site.texts, record.origin, form),
                    f"`{form}` would link to `{record.id}` wherever the word stands",
                    "put it under `by_hand`, or choose a longer form",
                    "links",
                )


class _Checker:
    """Looks up what one site's records and texts name."""

    def __init__(self, known: Known) -> None:
        self.site = known.site
        self.targets = known.targets
        self.passages = known.passages
        self.sources = {source.id: source for source in known.site.sources}
        self.is_whole = not known.site.has_unread_files
        """Whether what is not there is nowhere."""

    def prose(self, prose: Prose) -> Iterator[Problem]:
        for block in prose.blocks:
            seen: dict[str, int] = {}
            for piece in block.pieces:
                if not isinstance(piece, Citation | Link):
                    continue
                occurrence = seen.get(piece.raw, 0)
                seen[piece.raw] = occurrence + 1
                found = self._link(piece) if isinstance(piece, Link) else self._citation(piece)
                for message, hint in found:
                    origin = place_in_block(self.site.texts, prose, block, piece.raw, occurrence)
                    yield Problem(origin, message, hint, "links")

    def _link(self, link: Link) -> Iterator[tuple[str, str]]:
        ids = self.targets.ids(link.target)
        if len(ids) > 1:
            yield (
                f"`{link.target}` may mean {' or '.join(f'`{id}`' for id in ids)}",
                f"write `[[{ids[0]}|{link.text}]]`",
            )
        elif not ids and link.target in self.site.drafts:
            yield f"`{link.target}` is a draft", _TO_DRAFTS
        elif not ids and link.target not in self.site.unread and (self.is_whole or not link.target):
            named = (
                f"`{link.target}` is neither an id nor a name"
                if link.target
                else "the link is empty"
            )
            yield named, self._near(link.target)
        elif ids and link.fragment:
            fragments = self.targets.fragments.get(ids[0], frozenset())
            if link.fragment not in fragments:
                yield (
                    f"`{ids[0]}` has no heading `{link.fragment}`",
                    _asked_after(link.fragment, sorted(fragments)),
                )

    def _citation(self, citation: Citation) -> Iterator[tuple[str, str]]:
        for ref in citation.refs:
            yield from self._ref(ref)

    def _ref(self, ref: PassageRef) -> Iterator[tuple[str, str]]:
        if ref in self.passages:
            return
        seed = self.site.settings.seed if self.site.settings else ""
        source = ref.source or seed
        # What site.yaml says of the seed is told there, once.
        is_told = not ref.source and seed not in self.sources
        if source in self.site.unread or not seed or is_told:
            return
        if source not in self.sources:
            if not self.is_whole:
                return
            yield f"there is no source `{source}`", _asked_after(source, sorted(self.sources))
            return
        known = [passage.id for passage in self.sources[source].passages]
        yield f"`{source}` has no passage `{ref.passage}`", _asked_after(ref.passage, known)

    def id(
        self, id: str, origin: Origin, what: str, kind: type[Record] | None = None
    ) -> Iterator[Problem]:
        record = self.targets.records.get(id)
        is_kind = record and (not kind or isinstance(record, kind))
        is_right = record and is_kind and record.id == id
        if is_right or id in self.site.unread or not (record or self.is_whole):
            return
        # Looked up only now: a place costs far more than the question whether one is needed.
        place = self._place(origin, what, id)
        if record is None and id in self.site.drafts:
            yield Problem(place, f"`{what}` names `{id}`, which is a draft", _TO_DRAFTS, "links")
        elif record is None:
            hint = self._near_id(id, kind)
            yield Problem(place, f"`{what}` names `{id}`, which is no id", hint, "links")
        elif kind and not is_kind:
            yield Problem(
                place,
                f"`{what}` names `{id}`, which is no {kind.__name__.lower()}",
                f"it is a {type(record).__name__.lower()}",
                "links",
            )
        else:
            said = f"`{what}` names `{id}`, which is now `{record.id}`"
            yield Problem(place, said, f"write `{record.id}`", "links")

    def ids(
        self, ids: tuple[str, ...], origin: Origin, what: str, kind: type[Record] | None = None
    ) -> Iterator[Problem]:
        for id in ids:
            yield from self.id(id, origin, what, kind)

    def refs(
        self, refs: tuple[PassageRef, ...], origin: Origin, what: str = "cites"
    ) -> Iterator[Problem]:
        for ref in refs:
            for message, hint in self._ref(ref):
                place = self._place(origin, what, str(ref))
                yield Problem(place, f"`{what}`: {message}", hint, "links")

    def settings(self, settings: Settings) -> Iterator[Problem]:
        yield from self.id(settings.seed, settings.origin, "seed", Source)
        for figure in settings.key_figures:
            yield from self.refs(figure.cites, settings.origin)
        yield from self.ids(settings.at_the_table, settings.origin, "at_the_table", Actor)
        yield from self.ids(settings.short_timeline, settings.origin, "short_timeline", Event)

    def record(self, record: Record) -> Iterator[Problem]:
        origin = record.origin
        if isinstance(record, Section):
            yield from self.ids(record.nolink, origin, "nolink")
        elif isinstance(record, Term):
            yield from self.refs(record.cites, origin)
            confused = tuple(confusion.id for confusion in record.confused_with)
            yield from self._others(confused, record, "confused_with")
            yield from self._others(record.see_also, record, "see_also")
        elif isinstance(record, Actor):
            yield from self._actor(record)
        elif isinstance(record, Event):
            yield from self.refs(record.cites, origin)
            yield from self.ids(record.actors, origin, "actors", Actor)
            if record.section:
                yield from self.id(record.section, origin, "section", Section)
        elif isinstance(record, Chart):
            yield from self.refs(record.cites, origin)
            points = tuple(point.passage for point in record.points if point.passage)
            yield from self.refs(tuple(dict.fromkeys(points)), origin, "passage")
            yield from self.ids(record.sections, origin, "sections", Section)
        elif isinstance(record, Source):
            for passage in record.passages:
                yield from self._passage(record, passage)

    def _others(
        self, ids: tuple[str, ...], record: Record, what: str, kind: type[Record] | None = None
    ) -> Iterator[Problem]:
        """What `ids` has to see to as well where a record may not name itself."""
        yield from self.ids(ids, record.origin, what, kind)
        if record.id in ids:
            place = self._place(record.origin, what, record.id)
            message = f"`{what}` names `{record.id}` itself"
            yield Problem(place, message, "name another, or take it out", "links")

    def _actor(self, actor: Actor) -> Iterator[Problem]:
        yield from self.refs(actor.cites, actor.origin)
        yield from self._others(actor.belongs_to, actor, "belongs_to", Actor)
        yield from self.ids(actor.attended, actor.origin, "attended", Event)
        partners = tuple(dealing.id for dealing in actor.deals_with)
        yield from self._others(partners, actor, "deals_with", Actor)
        passages = tuple(dealing.passage for dealing in actor.deals_with if dealing.passage)
        yield from self.refs(passages, actor.origin, "passage")

    def _passage(self, source: Source, passage: Passage) -> Iterator[Problem]:
        speakers = [who for who in passage.who if who != "publisher"]
        yield from self.ids(tuple(speakers), passage.origin, "who", Actor)
        yield from self.ids(passage.actors, passage.origin, "actors", Actor)
        quoted = tuple(quote.speaker for quote in passage.quotes)
        yield from self.ids(quoted, passage.origin, "speaker", Actor)
        yield from self.ids(passage.also, passage.origin, "also", Source)
        against = tuple(ref.within(source.id) for ref in passage.against)
        yield from self.refs(against, passage.origin, "against")
        own = PassageRef(source.id, passage.id)
        if own in against:
            place = self._place(passage.origin, "against", passage.id)
            yield Problem(
                place,
                f"passage `{passage.id}` is disputed by itself",
                "name the passage that says otherwise",
                "links",
            )

    def _place(self, origin: Origin, key: str, value: str) -> Origin:
        """Where `value` stands behind `key` in the record that begins at `origin`."""
        return place_near(self.site.texts, origin, f"{key}:", value)

    def _near_id(self, id: str, kind: type[Record] | None) -> str:
        """What may be meant by `id`, where an id has to stand and no name will do."""
        named = self.targets.ids(id)
        if len(named) == 1 and (not kind or isinstance(self.targets.records[named[0]], kind)):
            return f"write its id, `{named[0]}`"
        known = [
            record.id
            for record in self.targets.records.values()
            if not kind or isinstance(record, kind)
        ]
        meant = did_you_mean(id, known)
        if meant:
            return meant
        what = kind.__name__.lower() if kind else ""
        return f"`new {what}` begins one" if what else "write the id of a record"

    def _near(self, name: str) -> str:
        known = [*self.targets.records, *self.targets.by_name]
        return did_you_mean(name, known) or "write the id or the name of a record"


def _asked_after(name: str, known: list[str]) -> str:
    meant = did_you_mean(name, known)
    if meant:
        return meant
    known = [id for id in dict.fromkeys(known) if not id.startswith("par-")]
    if not known:
        return "there are none: take it out, or write it first"
    return f"known: {', '.join(known)}" if len(known) <= 12 else "write one that there is"
