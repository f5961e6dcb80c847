"""The fourth form: one class for each template, with exactly what that template may say.

Everything is decided, sorted and looked up already: a template asks *is it there* and *for each*.
"""

from dataclasses import dataclass

from explainer.model.card_views import (
    ConfusionView,
    DealingRow,
    EraGroup,
    EventCard,
    FieldGroup,
    Letter,
    SectionCard,
    SideGroup,
)
from explainer.model.chart_views import ChartView, Stretch
from explainer.model.views import (
    Anchor,
    Cite,
    Count,
    CoverageRow,
    DateText,
    Figure,
    Flow,
    Heading,
    Html,
    Meaning,
    Mentions,
    Note,
    PassageView,
    Shell,
    SourceCard,
    Speaker,
)


@dataclass(frozen=True, slots=True)
class HomePage:
    shell: Shell
    question: str
    standfirst: Flow
    answer: Flow
    figures: tuple[Figure, ...]
    sections: tuple[SectionCard, ...]
    later: tuple[SectionCard, ...]
    table: tuple[SideGroup, ...]
    """The delegations, side by side."""
    events: tuple[EventCard, ...]
    timeline: Anchor
    disputed: tuple[Flow, ...]
    unknown: tuple[Flow, ...]
    meanings: tuple[Meaning, ...]
    counts: tuple[Count, ...]
    about: str


@dataclass(frozen=True, slots=True)
class SectionPage:
    shell: Shell
    id: str
    number: int
    total: int
    question: str
    standfirst: Flow
    key_points: tuple[Flow, ...]
    body: tuple[Stretch, ...]
    minutes: int
    headings: tuple[Heading, ...]
    sections: tuple[SectionCard, ...]
    meanings: tuple[Meaning, ...]
    mentioned_by: Mentions
    previous: SectionCard | None
    next: SectionCard | None
    aftermath: tuple[SectionCard, ...]
    """Later sections, on base pages."""
    cite: Cite


@dataclass(frozen=True, slots=True)
class BookletSection:
    """A section on the page of all sections; its notes stand at its end."""

    id: str
    number: int
    question: str
    standfirst: Html
    key_points: tuple[Html, ...]
    body: tuple[Stretch, ...]
    notes: tuple[Note, ...]
    is_later: bool


@dataclass(frozen=True, slots=True)
class AllPage:
    shell: Shell
    question: str
    standfirst: Html
    sections: tuple[BookletSection, ...]
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    shell: Shell
    letters: tuple[Letter, ...]
    fields: tuple[FieldGroup, ...]


@dataclass(frozen=True, slots=True)
class TermPage:
    shell: Shell
    id: str
    name: str
    also_called: tuple[str, ...]
    field: Anchor
    meaning: Flow
    text: Flow
    matters: Flow
    confused_with: tuple[ConfusionView, ...]
    see_also: tuple[Anchor, ...]
    sources: tuple[Note, ...]
    """Passages the record cites as a whole."""
    used_in: Mentions
    mentioned_by: Mentions
    """Other records."""
    meanings: tuple[Meaning, ...]
    cite: Cite


@dataclass(frozen=True, slots=True)
class ActorsPage:
    shell: Shell
    sides: tuple[SideGroup, ...]
    picture: Html
    picture_narrow: Html
    dealings: tuple[DealingRow, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    shell: Shell
    id: str
    name: str
    kind: str
    side: str
    side_name: str
    role: str
    also_called: tuple[str, ...]
    description: Flow
    text: Flow
    belongs_to: tuple[Anchor, ...]
    members: tuple[Anchor, ...]
    dealings: tuple[DealingRow, ...]
    attended: tuple[EventCard, ...]
    quotes: tuple[PassageView, ...]
    """Passages that quote the actor."""
    said: tuple[PassageView, ...]
    """Passages the actor asserts, quoted or not."""
    sources: tuple[Note, ...]
    used_in: Mentions
    mentioned_by: Mentions
    meanings: tuple[Meaning, ...]
    cite: Cite


@dataclass(frozen=True, slots=True)
class TimelinePage:
    shell: Shell
    eras: tuple[EraGroup, ...]
    kinds: tuple[str, ...]
    sides: tuple[str, ...]
    picture: Html
    picture_narrow: Html


@dataclass(frozen=True, slots=True)
class ChartsPage:
    shell: Shell
    charts: tuple[ChartView, ...]


@dataclass(frozen=True, slots=True)
class ChartPage:
    shell: Shell
    chart: ChartView
    used_in: Mentions
    cite: Cite


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    shell: Shell
    passages: tuple[PassageView, ...]
    sides: tuple[str, ...]
    """Those somebody speaks for; publications are of none."""
    speakers: tuple[Speaker, ...]
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    shell: Shell
    seeds: tuple[SourceCard, ...]
    references: tuple[SourceCard, ...]
    later: tuple[SourceCard, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    shell: Shell
    source: SourceCard
    accessed: DateText | None
    note: str
    passages: tuple[PassageView, ...]
    picture: Html
    """Of the coverage."""
    picture_narrow: Html
    coverage: tuple[CoverageRow, ...]
    """Seeds only."""
    coverage_sections: tuple[SectionCard, ...]
    named_by: tuple[Anchor, ...]
    """Passages of other sources that name this one as saying the same."""
    cite: Cite


@dataclass(frozen=True, slots=True)
class Question:
    href: str
    question: str
    answer: Html
    is_later: bool


@dataclass(frozen=True, slots=True)
class AskPage:
    shell: Shell
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class SearchEntry:
    href: str
    name: str
    also: str
    """Other names, to be found by."""
    kind: str
    hint: str
    is_later: bool


@dataclass(frozen=True, slots=True)
class SearchGroup:
    kind: str
    entries: tuple[SearchEntry, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    shell: Shell
    groups: tuple[SearchGroup, ...]


@dataclass(frozen=True, slots=True)
class AboutPage:
    shell: Shell
    title: str
    body: Flow
    headings: tuple[Heading, ...]
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    id: str
    date: DateText
    page: Anchor
    was: Html
    now: Html
    note: Html


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    shell: Shell
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    shell: Shell
    links: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class EmbedPage:
    """A term or a chart alone, to be shown in a frame elsewhere."""

    shell: Shell
    kicker: str
    """What it is: a term, a chart."""
    title: str
    text: Html
    picture: Html
    picture_narrow: Html
    alt: str
    measure: str
    """What the picture's numbers are; empty for a term."""
    counted_by: str
    """By whom, and when."""
    full: Anchor
    """The record's own page, under the name of the site."""


@dataclass(frozen=True, slots=True)
class RedirectPage:
    shell: Shell
    target: Anchor


Page = (
    HomePage
    | SectionPage
    | AllPage
    | GlossaryPage
    | TermPage
    | ActorsPage
    | ActorPage
    | TimelinePage
    | ChartsPage
    | ChartPage
    | ClaimsPage
    | SourcesPage
    | SourcePage
    | AskPage
    | SearchPage
    | AboutPage
    | CorrectionsPage
    | NotFoundPage
    | EmbedPage
    | RedirectPage
)
