"""The second form: what the writers said, each thing knowing its file and line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from explainer.model.passages import Source
from explainer.model.problems import Origin, Problem
from explainer.model.prose import PassageRef, Prose
from explainer.model.record import Layer, Named, Record


@dataclass(frozen=True, slots=True)
class Settings:
    """site.yaml."""

    origin: Origin
    title: str
    question: str
    description: str
    standfirst: Prose
    answer: Prose
    as_of: str
    as_of_later: str
    base_url: str
    """Ends in a slash."""
    language: str
    seed: str
    publisher: str
    license_name: str
    license_url: str
    contact: str
    repository: str
    navigation: tuple[str, ...]
    key_figures: tuple["KeyFigure", ...]
    at_the_table: tuple[str, ...]
    disputed: tuple[Prose, ...]
    unknown: tuple[Prose, ...]
    short_timeline: tuple[str, ...]
    engine: str
    search: bool


@dataclass(frozen=True, slots=True)
class KeyFigure:
    figure: str
    text: Prose
    cites: tuple[PassageRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Record):
    question: str
    standfirst: Prose
    answer: Prose
    key_points: tuple[Prose, ...]
    body: Prose
    nolink: tuple[str, ...] = ()
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Confusion:
    """Another thing this one is taken for."""

    id: str
    difference: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Named):
    field: str
    meaning: Prose
    text: Prose
    matters: Prose
    confused_with: tuple[Confusion, ...] = ()
    see_also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dealing:
    """That one actor deals with another, and how."""

    id: str
    how: str
    passage: PassageRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Named):
    side: str
    kind: str
    role: str
    roles: tuple[str, ...] = ()
    description: Prose
    text: Prose
    belongs_to: tuple[str, ...] = ()
    deals_with: tuple[Dealing, ...] = ()
    attended: tuple[str, ...] = ()
    in_delegation: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One glossary file."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Side:
    """One actors file."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Era:
    id: str
    name: str
    start: str
    end: str
    layer: Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    date: str
    """ISO, perhaps partial."""
    end: str
    """Equals `date` for a single day."""
    title: str
    text: Prose
    kind: str
    side: str
    section: str = ""
    actors: tuple[str, ...] = ()
    cites: tuple[PassageRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    id: str
    name: str
    side: str


@dataclass(frozen=True, slots=True)
class Point:
    x: str
    y: float
    """An `int` where it was written without decimals."""
    series: str
    passage: PassageRef | None
    layer: Layer
    note: str
    text: str
    """The value in words where a number alone would say too much; usually empty."""
    written: str = field(init=False, repr=False)
    """`y` with its decimals: 98 and 98.0 are equal, and are shown differently."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "written", repr(self.y))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Record):
    title: str
    message: Prose
    type: str
    measure: str
    scope: str
    unit: str
    date: str
    counted_by: str
    does_not_say: Prose
    alt: str
    x: str
    y: str
    series: tuple[Series, ...]
    points: tuple[Point, ...]
    sections: tuple[str, ...] = ()
    cites: tuple[PassageRef, ...] = ()
    whole: float = 0
    """What a share is a part of; 0 for none."""
    vega_lite: str = ""
    """A Vega-Lite specification as JSON, instead of `type`; usually empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Record):
    date: str
    page: str
    was: Prose
    now: Prose
    note: Prose


@dataclass(frozen=True, slots=True)
class About:
    origin: Origin
    title: str
    body: Prose


@dataclass(frozen=True, slots=True)
class Site:
    """Everything the writers said."""

    settings: Settings | None
    """None when site.yaml could not be read; then there are problems."""
    sections: tuple[Section, ...]
    """In reading order: base first as numbered, then later."""
    fields: tuple[Field, ...]
    terms: tuple[Term, ...]
    sides: tuple[Side, ...]
    actors: tuple[Actor, ...]
    eras: tuple[Era, ...]
    events: tuple[Event, ...]
    """Oldest first."""
    charts: tuple[Chart, ...]
    sources: tuple[Source, ...]
    """The seed first."""
    corrections: tuple[Correction, ...]
    about: About | None
    locks: Mapping[str, str]
    """The lock file of a source, as text, by id."""
    articles: Mapping[str, str]
    """The article's own text, by source, where it lies beside its record."""
    words: Mapping[str, str]
    """Every word the templates say, by key."""
    texts: Mapping[str, str]
    """Every file by path, to find a place in."""
    problems: tuple[Problem, ...]
    """What could not be understood."""
    unread: frozenset[str]
    """Ids of records with problems: a link to one of them is not blamed."""

    def records(self) -> Iterator[Record]:
        """Everything that has an id in the one namespace."""
        yield from self.sections
        yield from self.terms
        yield from self.actors
        yield from self.events
        yield from self.charts
        yield from self.sources

    def named(self) -> Iterator[Named]:
        """Everything that text can mention by name."""
        yield from self.terms
        yield from self.actors


NOTHING = Site(
    settings=None,
    sections=(),
    fields=(),
    terms=(),
    sides=(),
    actors=(),
    eras=(),
    events=(),
    charts=(),
    sources=(),
    corrections=(),
    about=None,
    locks={},
    articles={},
    words={},
    texts={},
    problems=(),
    unread=frozenset(),
)
"""A site of which nothing is said."""
