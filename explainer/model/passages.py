"""Sources and what stands in them, passage by passage."""

from typing import Literal

from explainer.model.form import Form
from explainer.model.problems import Origin
from explainer.model.prose import PassageRef, Prose
from explainer.model.record import Layer, Record, Status


class Figure(Form, frozen=True):
    """A number in a passage."""

    text: str
    """As printed there."""
    low: int | float | None
    """The value; None where the passage gives none (`tens of billions`)."""
    high: int | float | None
    """Equals `low` but for a range."""
    unit: str
    about: str
    period: str
    language: str = ""
    """Of its text; empty for the site's."""


class Quote(Form, frozen=True):
    text: str
    speaker: str


class DateMention(Form, frozen=True):
    text: str
    date: str


class Part(Form, frozen=True):
    """What one speaker says in a passage."""

    says: Prose
    who: tuple[str, ...]
    status: Status


class Passage(Form, frozen=True, dict=True):
    """A paragraph of a seed, or a fact of a reference."""

    id: str
    source: str
    """The id of its source."""
    origin: Origin
    layer: Layer
    parts: tuple[Part, ...]
    """At least one; two or more where several speak."""
    quotes: tuple[Quote, ...]
    labels: tuple[str, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    actors: tuple[str, ...]
    against: tuple[PassageRef, ...]
    also: tuple[str, ...]
    due: str
    outcome: str
    note: str

    @property
    def who(self) -> tuple[str, ...]:
        """Everybody who asserts it, once; `publisher` for the publication itself."""
        return tuple(dict.fromkeys(who for part in self.parts for who in part.who))

    @property
    def status(self) -> Status:
        """The least certain status of its parts."""
        order: tuple[Status, ...] = ("disputed", "forecast", "plan", "claim", "fact")
        return min((part.status for part in self.parts), key=order.index)


class Source(Record, frozen=True, kw_only=True):
    """Anything cited: a seed, told whole, or a reference."""

    kind: Literal["seed", "reference"]
    title: str
    publisher: str
    carried_by: str
    url: str
    archived: str
    published: str
    accessed: str
    language: str
    file: str
    sha256: str
    note: str
    passages: tuple[Passage, ...]
    unused: tuple[tuple[str, str], ...]
    """Passages no section uses, and why."""

    def passage(self, id: str) -> Passage | None:
        return next((p for p in self.passages if p.id == id), None)
