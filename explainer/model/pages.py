"""The fourth form: one class for each template, with exactly what that template may say.

Everything is decided, sorted and looked up already: a template asks *is it there* and *for each*.
"""

from explainer.model.card_views import (
    ConfusionView,
    DealingRow,
    EventCard,
    SectionCard,
    SideGroup,
)
from explainer.model.chart_views import ChartView, Stretch
from explainer.model.form import Form
from explainer.model.list_pages import (
    ActorsPage,
    AskPage,
    ChartsPage,
    ClaimsPage,
    GlossaryPage,
    SearchPage,
    SourcesPage,
    TimelinePage,
)
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
)


class HomePage(Form, frozen=True):
    shell: Shell
    question: str
    standfirst: Flow
    answer: Flow
    figures: tuple[Figure, ...]
    sections: tuple[SectionCard, ...]
    table: tuple[SideGroup, ...]
    """The delegations, side by side."""
    events: tuple[EventCard, ...]
    timeline: Anchor
    disputed: tuple[Flow, ...]
    unknown: tuple[Flow, ...]
    meanings: tuple[Meaning, ...]
    counts: tuple[Count, ...]
    about: str


class SectionPage(Form, frozen=True):
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


class BookletSection(Form, frozen=True):
    """A section on the page of all sections; its notes stand at its end."""

    id: str
    number: int
    question: str
    standfirst: Html
    key_points: tuple[Html, ...]
    body: tuple[Stretch, ...]
    notes: tuple[Note, ...]
    is_later: bool


class AllPage(Form, frozen=True):
    shell: Shell
    question: str
    standfirst: Html
    sections: tuple[BookletSection, ...]
    meanings: tuple[Meaning, ...]


class TermPage(Form, frozen=True):
    shell: Shell
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


class ActorPage(Form, frozen=True):
    shell: Shell
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


class ChartPage(Form, frozen=True):
    shell: Shell
    chart: ChartView
    used_in: Mentions
    cite: Cite


class SourcePage(Form, frozen=True):
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


class AboutPage(Form, frozen=True):
    shell: Shell
    title: str
    body: Flow
    headings: tuple[Heading, ...]
    counts: tuple[Count, ...]


class CorrectionView(Form, frozen=True):
    id: str
    date: DateText
    page: Anchor
    was: Flow
    now: Flow
    note: Flow


class CorrectionsPage(Form, frozen=True):
    shell: Shell
    corrections: tuple[CorrectionView, ...]


class NotFoundPage(Form, frozen=True):
    shell: Shell
    links: tuple[Anchor, ...]


class EmbedPage(Form, frozen=True):
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
    sources: tuple[Anchor, ...]
    """What the text and the numbers rest on, by publisher."""
    full: Anchor
    """The record's own page, under the name of the site."""


class RedirectPage(Form, frozen=True):
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
