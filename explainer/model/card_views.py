"""Records as entries in a list, and the groups they stand in."""

from dataclasses import dataclass

from explainer.model.views import Anchor, DateText, Flow, Html


@dataclass(frozen=True, slots=True)
class SectionCard:
    """A section as an entry in a list."""

    id: str
    number: int
    href: str
    question: str
    standfirst: Html
    """Without citations."""
    minutes: int
    updated: str
    """A date; empty when the section has not been changed since it was published."""
    is_here: bool
    is_later: bool


@dataclass(frozen=True, slots=True)
class ActorCard:
    id: str
    href: str
    name: str
    role: str
    kind: str
    side: str
    side_name: str
    description: Html
    in_delegation: bool


@dataclass(frozen=True, slots=True)
class SideGroup:
    id: str
    name: str
    actors: tuple[ActorCard, ...]


@dataclass(frozen=True, slots=True)
class DealingRow:
    """One line of the table of who deals with whom."""

    first: ActorCard
    second: ActorCard
    how: str
    source: Anchor | None


@dataclass(frozen=True, slots=True)
class EventCard:
    id: str
    date: DateText
    end: DateText | None
    title: str
    flow: Flow
    kind: str
    side: str
    actors: tuple[Anchor, ...]
    section: Anchor | None
    sources: tuple[Anchor, ...]
    href: str
    """On the timeline page."""


@dataclass(frozen=True, slots=True)
class EraGroup:
    id: str
    name: str
    is_later: bool
    events: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True)
class TermCard:
    id: str
    href: str
    name: str
    meaning: Html
    field: str
    is_later: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of the A–Z."""

    letter: str
    terms: tuple[TermCard, ...]


@dataclass(frozen=True, slots=True)
class FieldGroup:
    id: str
    name: str
    terms: tuple[TermCard, ...]


@dataclass(frozen=True, slots=True)
class ConfusionView:
    term: Anchor
    flow: Flow
