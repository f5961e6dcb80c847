"""What pages share: the parts that several templates show.

Addresses are ready to print: relative to the page they stand on, but for `canonical`.
"""

from explainer.model.form import Form


class Html(Form, frozen=True):
    """Markup made by the engine; templates print it as it is."""

    text: str

    def __html__(self) -> str:
        return self.text

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


class Anchor(Form, frozen=True):
    """A link with its text."""

    href: str
    text: str


class DateText(Form, frozen=True):
    """A date as machines and as readers write it."""

    iso: str
    text: str


class NavItem(Form, frozen=True):
    href: str
    text: str
    is_here: bool


class Shell(Form, frozen=True):
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


class Speaker(Form, frozen=True):
    """Who asserts something; without an address for a publication."""

    name: str
    href: str
    side: str


class Note(Form, frozen=True):
    """A source note: where something was reported, which passage, and who asserts it."""

    number: int
    anchor: str
    """The note's own id on the page."""
    back: str
    """The id of the citation that first led here; empty when no single one did."""
    is_later: bool
    """Published after the day the text tells of."""
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
    carried_by: str
    """Whose page that is, if not the publisher's."""
    is_checked: bool
    """It has quotations, figures or dates, and they were compared with the article word for word."""


class Bit(Form, frozen=True):
    """A stretch of set prose and the source notes that belong beside it."""

    html: Html
    notes: tuple[Note, ...]


Flow = tuple[Bit, ...]
"""Set prose in order; joined, the `html` is well-formed."""


class Heading(Form, frozen=True):
    """A heading of the page, for its contents."""

    href: str
    text: str


class Meaning(Form, frozen=True):
    """A term's short meaning, under *Terms met here*; its card shows the same."""

    id: str
    name: str
    href: str
    html: Html


class Mentions(Form, frozen=True):
    """Who mentions this: base first, the later layer apart."""

    base: tuple[Anchor, ...]
    later: tuple[Anchor, ...]

    def __bool__(self) -> bool:
        return bool(self.base or self.later)


class Figure(Form, frozen=True):
    """A key figure of the home page."""

    figure: str
    flow: Flow


class StatusCount(Form, frozen=True):
    """How many statements are of one status."""

    status: str
    number: int


class Count(Form, frozen=True):
    """A count the build made: `17 of 17`, and what was counted."""

    key: str
    """Which words go with it."""
    value: str
    statuses: tuple[StatusCount, ...] = ()
    """How many of them are of each status, where they have one."""


class PassageView(Form, frozen=True):
    """A passage on its source's page, and in *who says what*."""

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
    only_sections: bool = False
    """Of all that use it, `used_in` names the sections."""


class PartView(Form, frozen=True):
    says: Html
    speakers: tuple[Speaker, ...]
    status: str


class QuoteView(Form, frozen=True):
    text: str
    speaker: Speaker


class FigureView(Form, frozen=True):
    text: str
    about: str
    period: str
    """When it was so, in words."""


class SaidDate(Form, frozen=True):
    """A date as a source writes it, and the day that was meant."""

    said: str
    when: str
    """In words; empty where the source writes just that."""


class CoverageRow(Form, frozen=True):
    """One passage against all sections."""

    passage: Anchor
    uses: tuple[bool, ...]


class SourceCard(Form, frozen=True):
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


class Cite(Form, frozen=True):
    """How to cite this page."""

    plain: str
    bibtex: str
    csl: str
    embed: Anchor | None = None
    """The small page for frames, and the frame in HTML."""
