"""The second form: what the writers said, each thing knowing its file and line."""

from collections.abc import Iterator, Mapping

from explainer.model.form import Form
from explainer.model.passages import Source
from explainer.model.problems import Origin, Problem
from explainer.model.prose import PassageRef, Prose
from explainer.model.record import Layer, Named, Record


class Settings(Form, frozen=True):
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


class KeyFigure(Form, frozen=True):
    figure: str
    text: Prose
    cites: tuple[PassageRef, ...]


class Section(Record, frozen=True, kw_only=True):
    question: str
    standfirst: Prose
    answer: Prose
    key_points: tuple[Prose, ...]
    body: Prose
    nolink: tuple[str, ...] = ()
    is_draft: bool = False


class Confusion(Form, frozen=True):
    """Another thing this one is taken for."""

    id: str
    difference: Prose


class Term(Named, frozen=True, kw_only=True):
    field: str
    meaning: Prose
    text: Prose
    matters: Prose
    confused_with: tuple[Confusion, ...] = ()
    see_also: tuple[str, ...] = ()


class Dealing(Form, frozen=True):
    """That one actor deals with another, and how."""

    id: str
    how: str
    passage: PassageRef | None


class Actor(Named, frozen=True, kw_only=True):
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


class Field(Form, frozen=True):
    """One glossary file."""

    id: str
    name: str


class Side(Form, frozen=True):
    """One actors file."""

    id: str
    name: str


class Era(Form, frozen=True):
    id: str
    name: str
    start: str
    end: str
    layer: Layer


class Event(Record, frozen=True, kw_only=True):
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


class Series(Form, frozen=True):
    id: str
    name: str
    side: str


class Point(Form, frozen=True):
    x: str
    y: int | float
    """An `int` where it was written without decimals."""
    series: str
    passage: PassageRef | None
    layer: Layer
    note: str
    text: str
    """The value in words where a number alone would say too much; usually empty."""
    written: str
    """`y` with its decimals: 98 and 98.0 are equal, and are shown differently."""


class Chart(Record, frozen=True, kw_only=True):
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
    whole: int | float = 0
    """What a share is a part of; 0 for none."""
    vega_lite: str = ""
    """A Vega-Lite specification as JSON, instead of `type`; usually empty."""


class Correction(Record, frozen=True, kw_only=True):
    date: str
    page: str
    was: Prose
    now: Prose
    note: Prose


class About(Form, frozen=True):
    origin: Origin
    title: str
    body: Prose


Said = (
    Settings
    | Section
    | Field
    | Term
    | Side
    | Actor
    | Era
    | Event
    | Chart
    | Source
    | Correction
    | About
)
"""What files may say."""


class Site(Form, frozen=True, dict=True):
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
    drafts: frozenset[str] = frozenset()
    """Ids of sections that are left out."""

    @property
    def language(self) -> str:
        """That of its texts; English where site.yaml could not be read."""
        return self.settings.language if self.settings else "en"

    @property
    def has_unread_files(self) -> bool:
        """Whether a file that may hold records is no text at all: then nobody knows which."""
        paths = {problem.origin.path for problem in self.problems} - self.texts.keys()
        return any(path.startswith(("content/", "seeds/")) for path in paths)

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

    @property
    def own_sides(self) -> tuple[Side, ...]:
        """`sides` without `other`, which is whoever is on none."""
        return tuple(side for side in self.sides if side.id != "other")

    @property
    def two_sides(self) -> tuple[str, ...]:
        """The first two of them, which have a hue and a form of their own."""
        return tuple(side.id for side in self.own_sides[:2])

    def shown_as(self, side: str) -> str:
        """`first` or `second` for one of those two; any other side as it is."""
        return dict(zip(self.two_sides, ("first", "second"), strict=False)).get(side, side)


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
