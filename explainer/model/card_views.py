"""Records as entries in a list, and the groups they stand in."""

from explainer.model.form import Form
from explainer.model.views import Anchor, DateText, Flow, Html


class SectionCard(Form, frozen=True):
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


class ActorCard(Form, frozen=True):
    id: str
    href: str
    name: str
    role: str
    side: str
    description: Html


class SideGroup(Form, frozen=True):
    id: str
    name: str
    actors: tuple[ActorCard, ...]


class DealingRow(Form, frozen=True):
    """One line of the table of who deals with whom."""

    first: ActorCard
    second: ActorCard
    how: str
    source: Anchor | None


class EventCard(Form, frozen=True):
    id: str
    date: DateText
    title: str
    flow: Flow
    kind: str
    side: str
    actors: tuple[Anchor, ...]
    section: Anchor | None
    sources: tuple[Anchor, ...]
    href: str
    """On the timeline page."""
    is_later: bool


class EraGroup(Form, frozen=True):
    id: str
    name: str
    is_later: bool
    events: tuple[EventCard, ...]


class TermCard(Form, frozen=True):
    id: str
    href: str
    name: str
    meaning: Html
    field: str
    is_later: bool


class Letter(Form, frozen=True):
    """One letter of the A–Z."""

    letter: str
    terms: tuple[TermCard, ...]


class FieldGroup(Form, frozen=True):
    id: str
    name: str
    terms: tuple[TermCard, ...]


class ConfusionView(Form, frozen=True):
    term: Anchor
    flow: Flow
