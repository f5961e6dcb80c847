"""Sources, passage by passage, and who says what."""

import re
from functools import partial

from explainer.model.card_views import SectionCard
from explainer.model.form import replace
from explainer.model.list_pages import ClaimsPage, SourcesPage
from explainer.model.pages import SourcePage
from explainer.model.passages import Passage, Source
from explainer.model.prose import PassageRef
from explainer.model.record import STATUSES
from explainer.model.site import Section
from explainer.model.views import (
    Anchor,
    CoverageRow,
    FigureView,
    PartView,
    PassageView,
    QuoteView,
    SaidDate,
    SourceCard,
)
from explainer.stages.compose.cite import cite
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.drawn import coverage_picture
from explainer.stages.compose.prose import Setter
from explainer.stages.compose.sections import section_cards
from explainer.stages.compose.signposts import source_name
from explainer.stages.compose.structured import claim, graph
from explainer.text.addresses import passage_address
from explainer.text.dates_in_words import label_in_words

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
"""Kept in records as the source typed it, and set as everywhere on the page."""


def sources_page(desk: Desk) -> SourcesPage:
    """Every source: seeds, references, and those of the later layer."""
    cards = [_source_card(desk, source) for source in desk.linked.site.sources]
    return SourcesPage(
        shell=desk.shell("sources", desk.words["page_sources"], desk.words["about_sources"]),
        seeds=tuple(c for c in cards if c.kind == "seed"),
        references=tuple(c for c in cards if c.kind != "seed" and not c.is_later),
        later=tuple(c for c in cards if c.kind != "seed" and c.is_later),
    )


def _source_card(desk: Desk, source: Source) -> SourceCard:
    """A source as an entry in a list."""
    return SourceCard(
        id=source.id,
        href=desk.to_record(source),
        title=source.title or source.publisher,
        publisher=source.publisher,
        carried_by=source.carried_by,
        published=desk.date(source.published),
        url=source.url,
        archived=source.archived,
        kind=source.kind,
        passages=len(source.passages),
        is_later=source.layer == "later",
        is_checked=desk.is_checked(source),
    )


def source_page(desk: Desk, source: Source) -> SourcePage:
    """The page of one source: the record, what each passage says, and who uses it."""
    name = source_name(source, desk.words["colon"])
    is_seed = source.kind == "seed"
    sections = [card for card in section_cards(desk) if not card.is_later] if is_seed else []
    picture = coverage_picture(desk, source, sections)
    return SourcePage(
        shell=desk.shell(
            "source",
            name,
            desk.words["about_source"].format(name=name),
            layer=source.layer,
            updated=source.updated,
            structured=_claims(desk, source),
        ),
        source=_source_card(desk, source),
        accessed=desk.date(source.accessed),
        note=source.note,
        passages=tuple(passage_view(desk, source, passage) for passage in source.passages),
        picture=picture.wide,
        picture_narrow=picture.narrow,
        coverage=_coverage(desk, source, sections) if is_seed else (),
        coverage_sections=tuple(sections),
        named_by=tuple(
            desk.passage_anchor(PassageRef(other.id, passage.id))
            for other in desk.linked.site.sources
            for passage in other.passages
            if source.id in passage.also
        ),
        cite=cite(desk, source),
    )


def _claims(desk: Desk, source: Source) -> str:
    """What is asserted in `source`, on the page where each has its address."""
    asserted = [passage for passage in source.passages if passage.status != "fact"]
    return graph(claim(desk, source, passage) for passage in asserted) if asserted else ""


def _coverage(desk: Desk, source: Source, sections: list[SectionCard]) -> tuple[CoverageRow, ...]:
    rows = []
    for passage in source.passages:
        ref = PassageRef(source.id, passage.id)
        used = desk.linked.uses.get(ref, ())
        uses = tuple(section.id in used for section in sections)
        place = desk.place(source, passage)
        rows.append(CoverageRow(Anchor(f"#{passage.id}", place), uses))
    return tuple(rows)


def passage_view(desk: Desk, source: Source, passage: Passage) -> PassageView:
    """A passage with everything its record says, and where it is used."""
    make = partial(_passage_view, desk, source, passage)
    return desk.once_of("passage", source, passage, make)


def _passage_view(desk: Desk, source: Source, passage: Passage) -> PassageView:
    ref = PassageRef(source.id, passage.id)
    setter = Setter(desk, prefix=f"{source.id}-{passage.id}-")
    return PassageView(
        anchor=passage.id,
        href=desk.to(passage_address(ref)),
        place=desk.place(source, passage),
        source=desk.anchor(source.id),
        published=desk.date(source.published),
        parts=tuple(
            PartView(setter.inline(part.says), desk.speakers(source, part.who), part.status)
            for part in passage.parts
        ),
        status=passage.status,
        quotes=tuple(
            QuoteView(_APOSTROPHE.sub("’", q.text), desk.speaker(source, q.speaker))
            for q in passage.quotes
        ),
        labels=passage.labels,
        figures=tuple(
            FigureView(f.text, f.about, label_in_words(f.period, desk.words) if f.period else "")
            for f in passage.figures
        ),
        dates=tuple(
            SaidDate(date.text, "" if when == date.text else when)
            for date in passage.dates
            for when in (label_in_words(date.date, desk.words),)
        ),
        note=passage.note,
        against=desk.passage_anchors(ref.within(source.id) for ref in passage.against),
        also=desk.anchors(passage.also),
        outcome=passage.outcome,
        used_in=desk.mentions(desk.linked.uses.get(ref, ())),
        unused=dict(source.unused).get(passage.id, ""),
        is_later=passage.layer == "later",
    )


def _claim_view(desk: Desk, source: Source, passage: Passage) -> PassageView:
    """A passage in *who says what*.

    The list is long: of all that use a passage it names the sections, and others where none does.
    """
    view = passage_view(desk, source, passage)
    used = desk.linked.uses.get(PassageRef(source.id, passage.id), ())
    sections = [id for id in used if desk.signpost(id).kind is Section]
    if not sections:
        return view
    return replace(view, used_in=desk.mentions(sections), only_sections=True)


def claims_page(desk: Desk) -> ClaimsPage:
    """Every passage of every source: who says what."""
    pairs = [(s, p) for s in desk.linked.site.sources for p in s.passages]
    speakers = dict.fromkeys(speaker for s, p in pairs for speaker in desk.speakers(s, p.who))
    found = {passage.status for _, passage in pairs}
    return ClaimsPage(
        shell=desk.shell("claims", desk.words["page_claims"], desk.words["about_claims"]),
        passages=tuple(_claim_view(desk, source, passage) for source, passage in pairs),
        sides=desk.sides({speaker.side for speaker in speakers}),
        # A publisher and an actor may be one: what is chosen is a name.
        speakers=tuple(sorted({s.name for s in speakers}, key=str.casefold)),
        statuses=tuple(status for status in STATUSES if status in found),
    )
