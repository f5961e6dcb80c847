"""What the checks look up in a site, each thing found out once, and parts of a site to look at."""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any

from explainer.model.form import replace
from explainer.model.passages import Passage, Source
from explainer.model.prose import PassageRef
from explainer.model.record import Record
from explainer.model.site import (
    Actor,
    Chart,
    Event,
    Section,
    Site,
    Term,
)
from explainer.text.covered import passages_by_ref
from explainer.text.held import HeldReader, reader_of
from explainer.text.roles import Roles, roles_of
from explainer.text.speakers import Speakers, speakers_of
from explainer.text.targets import Targets, targets_of


class Known:
    """A site and what is looked up in it."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def passages(self) -> Mapping[PassageRef, Passage]:
        return passages_by_ref(self.site)

    @cached_property
    def speakers(self) -> Speakers:
        return speakers_of(self.site)

    @cached_property
    def roles(self) -> Roles:
        return roles_of(self.site.actors)

    @cached_property
    def targets(self) -> Targets:
        return targets_of(self.site)

    @cached_property
    def reader(self) -> HeldReader:
        return reader_of(self.site)


def without(site: Site, places: Collection[int]) -> Site:
    """`site` without the records at `places`, counted as `Site.records` has them."""
    return with_records(site, [r for n, r in enumerate(site.records()) if n not in places])


def with_records(site: Site, records: Iterable[Record]) -> Site:
    """`site` with these records instead of its own."""
    of_kind: dict[type, list[Any]] = {}
    for record in records:
        of_kind.setdefault(type(record), []).append(record)
    return replace(
        site,
        sections=tuple(of_kind.get(Section, ())),
        terms=tuple(of_kind.get(Term, ())),
        actors=tuple(of_kind.get(Actor, ())),
        events=tuple(of_kind.get(Event, ())),
        charts=tuple(of_kind.get(Chart, ())),
        sources=tuple(of_kind.get(Source, ())),
    )
