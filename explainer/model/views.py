"""What pages share: the parts that several templates show.

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
    structured_hash: str
    """Its SHA-256 in base64, by which the page's policy knows it."""
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
    published: DateText | None
    parts: tuple["PartView", ...]
    status: str
    quotes: tuple["QuoteView", ...]
    labels: tuple[str, ...]
    figures: tuple["FigureView", ...]
    dates: tuple["SaidDate", ...]
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
    """When it was so, in words."""


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date as a source writes it, and the day that was meant."""

    said: str
    when: str
    """In words; empty where the source writes just that."""


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
class Cite:
    """How to cite this page."""

    plain: str
    bibtex: str
    csl: str
    embed: Anchor | None = None
    """The small page for frames, and the frame in HTML."""
