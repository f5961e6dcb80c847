"""What every page is composed with: the linked site, its words, and the way from page to page."""

from base64 import b64encode
from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from functools import cached_property
from hashlib import sha256
from typing import TypeVar

from explainer.model.each import Shelf
from explainer.model.form import Form
from explainer.model.linked import LinkedSite
from explainer.model.options import Options
from explainer.model.passages import Passage, Source
from explainer.model.pictures import SITE_CARD, Pictures
from explainer.model.prose import PassageRef
from explainer.model.record import Record
from explainer.model.site import Section, Settings
from explainer.model.views import (
    Anchor,
    DateText,
    Html,
    Mentions,
    NavItem,
    Shell,
    Speaker,
)
from explainer.stages.compose.signposts import Outline, Signpost, source_name
from explainer.text.addresses import LISTS, address_of, passage_address, relative
from explainer.text.dates_in_words import date_in_words, with_dates_bound
from explainer.text.spacing import with_signs_bound

T = TypeVar("T")


class World(Form, frozen=True):
    """Everything that pages may look up."""

    linked: LinkedSite
    signposts: Mapping[str, Signpost]
    outlines: tuple[Outline, ...]
    options: Options
    cards: frozenset[str]
    """The addresses of the social cards."""
    pictures: Pictures | None
    """None while charts are being drawn."""
    shelf: Shelf
    """What pages show alike."""


class Desk(Form, frozen=True, dict=True):
    """One page's point of view: everything it may look up, and where it stands."""

    world: World
    here: str
    """The page's address."""

    @cached_property
    def linked(self) -> LinkedSite:
        return self.world.linked

    @cached_property
    def settings(self) -> Settings:
        settings = self.linked.site.settings
        assert settings is not None, "a site without site.yaml has problems"
        return settings

    @property
    def options(self) -> Options:
        return self.world.options

    @property
    def pictures(self) -> Pictures:
        pictures = self.world.pictures
        assert pictures is not None, "a page that shows a chart is composed once charts are drawn"
        return pictures

    @property
    def words(self) -> Mapping[str, str]:
        return self.linked.site.words

    @cached_property
    def base_url(self) -> str:
        return (self.options.base_url or self.settings.base_url).rstrip("/") + "/"

    @cached_property
    def root(self) -> str:
        """The way from this page to the site's root; empty on the first page."""
        return self.to("x")[:-1]

    def once(self, what: str, of: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes, once for all pages with the same way to the root.

        `what` and `of` say what that is; nothing else of this page may go into it.
        """
        return self.world.shelf.once((what, of, self.root), make)

    def once_of(self, what: str, source: Source, passage: Passage, make: Callable[[], T]) -> T:
        """The same for a passage, to which links from its own page are shorter."""
        is_here = self.here == address_of(source)
        return self.once(what, (source.id, passage.id, is_here), make)

    def to(self, there: str) -> str:
        """A link from this page to the address `there`."""
        if self.here == "404.html":
            # It is shown for any address, so nothing relative would hold.
            path = "/" + self.base_url.split("://", 1)[1].partition("/")[2]
            return path + there
        return relative(self.here, there, portable=self.options.portable)

    def to_record(self, record: Record) -> str:
        return self.to(address_of(record))

    def record(self, id: str) -> Record:
        return self.linked.records[id]

    def signpost(self, id: str) -> Signpost:
        return self.world.signposts[id]

    def anchor(self, id: str) -> Anchor:
        signpost = self.signpost(id)
        name = with_signs_bound(signpost.name, self.settings.language)
        return Anchor(self.to(signpost.address), name)

    def anchors(self, ids: Iterable[str]) -> tuple[Anchor, ...]:
        return tuple(self.anchor(id) for id in ids)

    def date(self, iso: str) -> DateText | None:
        if not iso:
            return None
        return self.once("date", iso, lambda: DateText(iso, date_in_words(iso, self.words)))

    def bound(self, text: str) -> str:
        """`text` in which no line ends within a date, nor where French lets none end."""
        return with_signs_bound(with_dates_bound(text, self.words), self.settings.language)

    def passage(self, ref: PassageRef) -> tuple[Source, Passage]:
        return self.linked.passages[ref]

    def passage_anchor(self, ref: PassageRef) -> Anchor:
        source, passage = self.passage(ref)
        where = self.to(passage_address(PassageRef(source.id, passage.id)))
        place = self.place(source, passage)
        name = source_name(source, self.words["colon"])
        return Anchor(where, f"{source.publisher}, {place}" if place else name)

    def passage_anchors(self, refs: Iterable[PassageRef]) -> tuple[Anchor, ...]:
        """A link to each passage; where several would read alike, to the first of them."""
        anchors = [self.passage_anchor(ref) for ref in dict.fromkeys(refs)]
        return tuple({anchor.text: anchor for anchor in reversed(anchors)}.values())[::-1]

    def place(self, source: Source, passage: Passage) -> str:
        """`paragraph 8` in a seed; empty in a reference, whose title says enough."""
        if source.kind != "seed":
            return ""
        if passage.id.startswith("p") and passage.id[1:].isdigit():
            return self.words["place_paragraph"].format(number=passage.id[1:])
        return self.words.get(f"place_{passage.id}", passage.id)

    def speakers(self, source: Source, who: Iterable[str]) -> tuple[Speaker, ...]:
        return tuple(self.speaker(source, id) for id in who)

    def speaker(self, source: Source, id: str) -> Speaker:
        if id == "publisher":
            return Speaker(source.publisher, "", "")
        actor = self.signpost(id)
        return Speaker(actor.name, self.to(actor.address), actor.side)

    def field_name(self, id: str) -> str:
        """What the field of a glossary is called."""
        fields = self.linked.site.fields
        return self.once("fields", "", lambda: {one.id: one.name for one in reversed(fields)})[id]

    def sides(self, found: Container[str]) -> tuple[str, ...]:
        """Those of the sides that are `found`, in the site's order; both and others come last."""
        sides = (side.id for side in self.linked.site.own_sides)
        return tuple(side for side in (*sides, "both", "other") if side in found)

    def mentions(self, ids: Iterable[str]) -> Mentions:
        """Links to the records `ids`, the later layer apart."""
        signposts = [self.signpost(id) for id in ids]
        base = tuple(self.anchor(one.id) for one in signposts if one.layer == "base")
        later = tuple(self.anchor(one.id) for one in signposts if one.layer == "later")
        return Mentions(base, later)

    def is_checked(self, source: Source) -> bool:
        """Whether `source` was compared with its text word for word, as its lock says."""
        return source.kind == "seed" and source.id in self.linked.site.locks

    def shell(
        self,
        kind: str,
        title: str,
        description: str,
        *,
        layer: str = "base",
        updated: str = "",
        structured: str = "",
        card: str = "",
        canonical: str | None = None,
        is_indexed: bool = True,
    ) -> Shell:
        """What stands around the contents of this page.

        `canonical` is the address of the page that search engines are to show in its place.
        """
        settings = self.settings
        return Shell(
            kind=kind,
            language=settings.language,
            site_title=settings.title,
            title=title,
            description=" ".join(description.split())[:300],
            home=self.to(""),
            root=self.root,
            canonical=self.base_url + (self.here if canonical is None else canonical),
            navigation=self._navigation(),
            search=self.nav_item("search"),
            more=self._more(),
            as_of=self.as_of(layer),
            is_later=layer == "later",
            updated=self.date(updated),
            report=settings.contact,
            license=Anchor(settings.license_url, settings.license_name),
            publisher=settings.publisher,
            repository=settings.repository,
            card=self._card(card),
            structured=Html(structured),
            structured_hash=b64encode(sha256(structured.encode()).digest()).decode(),
            is_indexed=is_indexed,
        )

    def _card(self, card: str) -> str:
        """The address of `card`, of the site's own where that one was not drawn, or nothing."""
        drawn = self.world.cards
        found = next((path for path in (card, SITE_CARD) if path in drawn), "")
        return self.base_url + found if found else ""

    def as_of(self, layer: str) -> DateText:
        """The date of knowledge of a page of `layer`."""
        settings = self.settings
        as_of = self.date(settings.as_of_later if layer == "later" else settings.as_of)
        assert as_of is not None, "site.yaml has an as_of"
        return as_of

    def _navigation(self) -> tuple[NavItem, ...]:
        items = (item for item in self.settings.navigation if item != "search")
        return tuple(map(self.nav_item, items))

    def _more(self) -> tuple[NavItem, ...]:
        """The lists that the navigation leaves out."""
        elsewhere = (*self.settings.navigation, "sections", "search")
        return tuple(self.nav_item(item) for item in LISTS if item not in elsewhere)

    def nav_item(self, item: str) -> NavItem:
        is_here = item == self._list
        there = LISTS[item]
        return self.once(
            "nav_item",
            (item, is_here),
            lambda: NavItem(self.to(there), self.words[f"page_{item}"], is_here),
        )

    @cached_property
    def _list(self) -> str:
        """The one of `LISTS` that this page is, or stands in."""
        folder = self.here.partition("/")[0]
        found = self.world.signposts.get(folder)
        return "sections" if not folder or (found and found.kind is Section) else folder
