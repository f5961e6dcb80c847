"""The fourth form: one class for each template, with exactly what that template may say.

Everything is decided, sorted and looked up already: a template asks *is it there* and *for each*.
Addresses are ready to print: relative to the page they stand on, but for `canonical`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Html:
    """Markup made by the engine; templates print it as it is."""

    text: str

    def __html__(self) -> str:
        return self.text

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link with its text."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class DateText:
    """A date as machines and as readers write it."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class NavItem:
    href: str
    text: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page has around its contents."""

    kind: str
    """The template's name: `home`, `section`, …"""
    language: str
    site_title: str
    title: str
    """Of the page, without the site's."""
    description: str
    home: str
    """The way to the site's root: `./`, `../`, `../../` (or to its index.html when portable)."""
    root: str
    """The same without a file name, to put a path behind."""
    canonical: str
    """Absolute, with the slash form."""
    navigation: tuple[NavItem, ...]
    search: NavItem
    more: tuple[NavItem, ...]
    """For the footer: everything on one page, questions, who says what, about, corrections."""
    as_of: DateText
    is_later: bool
    """Tells of things after `as_of`."""
    updated: DateText | None
    report: str
    """Where to report a mistake."""
    license: Anchor
    publisher: str
    repository: str
    card: str
    """Absolute address of the social card; empty when there is none."""
    structured: Html
    """JSON-LD, with `<` escaped."""
    is_indexed: bool = True


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who asserts something; without an address for a publication."""

    name: str
    href: str
    side: str


@dataclass(frozen=True, slots=True)
class Note:
    """A source note: where something was reported, which passage, and who asserts it."""

    number: int
    anchor: str
    """The note's own id on the page."""
    back: str
    """The id of the citation that first led here; empty when no single one did."""
    href: str
    """The passage on its source's page."""
    publisher: str
    title: str
    place: str
    """`paragraph 8`, `caption`, or the title of a reference."""
    published: DateText | None
    status: str
    speakers: tuple[Speaker, ...]
    says: Html
    url: str
    """The outside page; empty when there is none."""
    is_checked: bool
    """Its quotations and figures were compared with the article word for word."""


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of set prose and the source notes that belong beside it."""

    html: Html
    notes: tuple[Note, ...]


Flow = tuple[Bit, ...]
"""Set prose in order; joined, the `html` is well-formed."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page, for its contents."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term's short meaning, under *Terms met here*; its card shows the same."""

    id: str
    name: str
    href: str
    html: Html
    kind: str
    """`term` or `actor`."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Who mentions this: base first, the later layer apart."""

    base: tuple[Anchor, ...]
    later: tuple[Anchor, ...]

    def __bool__(self) -> bool:
        return bool(self.base or self.later)


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
class ChartRow:
    """One number of a chart, in its table."""

    x: str
    values: tuple[str, ...]
    """One for each series; empty where the series has none."""
    note: str
    is_later: bool
    sources: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart wherever it stands: the picture, its caption and its table."""

    id: str
    href: str
    title: str
    message: Flow
    message_text: Html
    """Without citations."""
    picture: Html
    """Inline SVG; empty where no picture could be drawn."""
    picture_narrow: Html
    alt: str
    measure: str
    scope: str
    unit: str
    date: str
    counted_by: str
    does_not_say: Flow
    x: str
    columns: tuple[str, ...]
    """Names of the series, or of the value."""
    rows: tuple[ChartRow, ...]
    csv: str
    sources: tuple[Anchor, ...]
    is_later: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure of the home page."""

    figure: str
    flow: Flow


@dataclass(frozen=True, slots=True)
class Count:
    """A count the build made: `17 of 17`, and what was counted."""

    key: str
    """Which words go with it."""
    value: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage on its source's page, and in *who says what*."""

    id: str
    anchor: str
    href: str
    place: str
    source: Anchor
    parts: tuple["PartView", ...]
    status: str
    quotes: tuple["QuoteView", ...]
    labels: tuple[str, ...]
    figures: tuple["FigureView", ...]
    dates: tuple[DateText, ...]
    """The words of the passage and the day they mean."""
    note: str
    against: tuple[Anchor, ...]
    also: tuple[Anchor, ...]
    outcome: str
    used_in: Mentions
    unused: str
    """Why no section uses it; empty when one does."""
    is_later: bool


@dataclass(frozen=True, slots=True)
class PartView:
    says: Html
    speakers: tuple[Speaker, ...]
    status: str


@dataclass(frozen=True, slots=True)
class QuoteView:
    text: str
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class FigureView:
    text: str
    about: str
    period: str


@dataclass(frozen=True, slots=True)
class CoverageCell:
    section: str
    is_used: bool


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One passage against all sections."""

    passage: Anchor
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True)
class SourceCard:
    id: str
    href: str
    title: str
    publisher: str
    carried_by: str
    published: DateText | None
    url: str
    archived: str
    kind: str
    passages: int
    is_later: bool
    is_checked: bool


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


@dataclass(frozen=True, slots=True)
class Cite:
    """How to cite this page."""

    plain: str
    bibtex: str
    csl: str


# One class for each template.


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
    body: Flow
    minutes: int
    headings: tuple[Heading, ...]
    sections: tuple[SectionCard, ...]
    charts: tuple[ChartView, ...]
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
    body: Html
    notes: tuple[Note, ...]
    charts: tuple[ChartView, ...]
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
    | RedirectPage
)
