"""Pages of sections, the page of all sections, and the questions."""

from explainer.model.card_views import SectionCard
from explainer.model.list_pages import AskPage, Question
from explainer.model.pages import AllPage, BookletSection, SectionPage
from explainer.model.site import Section
from explainer.model.views import Heading
from explainer.stages.compose.cite import cite
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.prose import Setter
from explainer.stages.compose.stretches import stretches
from explainer.stages.compose.structured import article
from explainer.text.addresses import card_address


def section_page(desk: Desk, section: Section) -> SectionPage:
    """The page of one section."""
    setter = Setter(desk, layer=section.layer)
    cards = section_cards(desk)
    ids = [card.id for card in cards]
    index = ids.index(section.id)
    standfirst = setter.flow(section.standfirst)
    key_points = tuple(setter.flow(point) for point in section.key_points)
    body = stretches(desk, section, setter)
    plain = section.standfirst.text
    return SectionPage(
        shell=desk.shell(
            "section",
            section.question,
            plain,
            layer=section.layer,
            updated=section.updated,
            structured=article(desk, section.question, plain, section.updated),
            card=card_address(section),
        ),
        id=section.id,
        number=cards[index].number,
        total=sum(card.is_later == cards[index].is_later for card in cards),
        question=desk.bound(section.question),
        standfirst=standfirst,
        key_points=key_points,
        body=body,
        minutes=cards[index].minutes,
        headings=_headings(section),
        sections=cards,
        meanings=setter.meanings(),
        mentioned_by=desk.mentions(desk.linked.mentions.get(section.id, ())),
        previous=cards[index - 1] if index else None,
        next=cards[index + 1] if index + 1 < len(cards) else None,
        aftermath=tuple(card for card in cards if card.is_later and section.layer == "base"),
        cite=cite(desk, section),
    )


def section_cards(desk: Desk) -> tuple[SectionCard, ...]:
    """All sections in reading order."""
    return tuple(
        SectionCard(
            id=outline.id,
            number=outline.number,
            href=desk.to(outline.address),
            question=desk.bound(outline.question),
            standfirst=Setter(desk).inline(outline.standfirst),
            minutes=outline.minutes,
            updated=outline.updated,
            is_here=outline.address == desk.here,
            is_later=outline.layer == "later",
        )
        for outline in desk.world.outlines
    )


def _headings(section: Section) -> tuple[Heading, ...]:
    return tuple(
        Heading(f"#{block.anchor}", block.text) for block in section.body.blocks if block.rank == 2
    )


def all_page(desk: Desk) -> AllPage:
    """Every section on one page, its notes at its end."""
    settings = desk.settings
    met: dict[str, None] = {}
    sections = []
    for section, card in zip(desk.linked.site.sections, section_cards(desk), strict=True):
        setter = Setter(desk, f"{section.id}-", layer=section.layer, met=met)
        sections.append(
            BookletSection(
                id=section.id,
                number=card.number,
                question=desk.bound(section.question),
                standfirst=setter.html(section.standfirst),
                key_points=tuple(setter.html(point) for point in section.key_points),
                body=stretches(desk, section, setter),
                notes=tuple(setter.notes.values()),
                is_later=card.is_later,
            )
        )
    return AllPage(
        shell=desk.shell("all", desk.words["page_all"], settings.description),
        question=desk.bound(settings.question),
        standfirst=Setter(desk).inline(settings.standfirst),
        sections=tuple(sections),
        meanings=Setter(desk, met=met).meanings(),
    )


def ask_page(desk: Desk) -> AskPage:
    """Every question the site answers, in a sentence."""
    questions = tuple(
        Question(
            desk.to_record(section),
            desk.bound(section.question),
            Setter(desk).inline(section.answer),
            section.layer == "later",
        )
        for section in desk.linked.site.sections
    )
    title = desk.words["page_ask"]
    return AskPage(desk.shell("ask", title, desk.settings.description), questions)
