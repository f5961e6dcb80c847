"""Which texts of a site rest on passages, and on which."""

from collections.abc import Iterable, Iterator, Mapping

from explainer.model.form import Form, once, replace
from explainer.model.passages import Passage
from explainer.model.problems import Origin
from explainer.model.prose import Citation, PassageRef, Piece, Prose, Worked
from explainer.model.record import Layer
from explainer.model.site import (
    Actor,
    Chart,
    Event,
    Section,
    Settings,
    Site,
    Term,
)
from explainer.text.quotations import SHORTEST_RUN, find_quotations
from explainer.text.refs import chart_cites

ABOUT = "about"
"""The part that the page about the method is."""


class CitedProse(Form, frozen=True):
    """A text that citations must cover, and what covers all of it."""

    prose: Prose
    cites: tuple[PassageRef, ...]
    """Passages its record names for all of it; its own citations stand in `prose`."""
    layer: Layer
    owner: str
    """The id of the section or record it belongs to; empty for site.yaml."""
    part: str
    """The key it stands under: `body`, `standfirst`, `meaning`, `message` …"""
    origin: Origin
    """Where its record starts."""


# One check after the other asks for the texts of one site.
@once
def cited_prose(site: Site) -> tuple[CitedProse, ...]:
    """Every text of `site` that must rest on passages, without empty ones.

    The page about the method speaks of ourselves (see `checked_prose`) and corrections repeat what
    was wrong, so neither is here. A chart's message rests on the passages of its points too.
    """
    return tuple(_texts_of(site))


def checked_prose(site: Site) -> Iterator[CitedProse]:
    """`cited_prose`, and what the page about the method cites, quotes or works out."""
    yield from cited_prose(site)
    yield from _of_about(site)


@once
def _of_about(site: Site) -> tuple[CitedProse, ...]:
    if not site.about:
        return ()
    body = site.about.body
    blocks = tuple(block for block in body.blocks if must_be_held(block.text, block.pieces))
    # It speaks of what came later as well.
    held = CitedProse(replace(body, blocks=blocks), (), "later", "", ABOUT, site.about.origin)
    return (held,) if blocks else ()


def must_be_held(text: str, pieces: Iterable[Piece]) -> bool:
    """Whether the page about the method tells here what only a passage can: not of ourselves."""
    if any(isinstance(piece, Citation | Worked) for piece in pieces):
        return True
    return any(len(quotation.text.split()) >= SHORTEST_RUN for quotation in find_quotations(text))


def _texts_of(site: Site) -> Iterator[CitedProse]:
    if site.settings:
        yield from _of_settings(site.settings)
    for section in site.sections:
        yield from _of_section(section)
    for term in site.terms:
        yield from _of_term(term)
    for actor in site.actors:
        yield from _of_record(actor, actor.cites, description=actor.description, text=actor.text)
    for event in site.events:
        yield from _of_record(event, event.cites, text=event.text)
    for chart in site.charts:
        yield from _of_record(
            chart, chart_cites(chart), message=chart.message, does_not_say=chart.does_not_say
        )


def passages_by_ref(site: Site) -> Mapping[PassageRef, Passage]:
    """Every passage by the reference that reaches it; the seed's own by the short form too."""
    # Of two with one id, which another check tells of, the first is meant.
    by_ref = {
        PassageRef(source.id, passage.id): passage
        for source in reversed(site.sources)
        for passage in reversed(source.passages)
    }
    seed = site.settings.seed if site.settings else ""
    short = {PassageRef("", ref.passage): p for ref, p in by_ref.items() if ref.source == seed}
    return {**by_ref, **short}


def cited_passages(
    refs: Iterable[PassageRef], by_ref: Mapping[PassageRef, Passage]
) -> tuple[Passage, ...]:
    """The passages `refs` reach, each once; none where one of them cannot be reached.

    A misspelt reference is another check's matter, and what the passage it means would hold is not
    known.
    """
    found = {ref: by_ref.get(ref) for ref in refs}
    passages = tuple(passage for passage in found.values() if passage)
    return passages if len(passages) == len(found) else ()


def _of_settings(settings: Settings) -> Iterator[CitedProse]:
    def whole(prose: Prose, part: str, cites: tuple[PassageRef, ...] = ()) -> CitedProse:
        return CitedProse(prose, cites, "base", "", part, settings.origin)

    texts = [
        whole(settings.standfirst, "standfirst"),
        whole(settings.answer, "answer"),
        *(whole(figure.text, "key_figures", figure.cites) for figure in settings.key_figures),
        *(whole(prose, "disputed") for prose in settings.disputed),
        *(whole(prose, "unknown") for prose in settings.unknown),
    ]
    yield from (text for text in texts if text.prose)


def _of_section(section: Section) -> Iterator[CitedProse]:
    yield from _of_record(section, (), standfirst=section.standfirst, answer=section.answer)
    for point in section.key_points:
        yield from _of_record(section, (), key_points=point)
    yield from _of_record(section, (), body=section.body)


def _of_term(term: Term) -> Iterator[CitedProse]:
    yield from _of_record(
        term, term.cites, meaning=term.meaning, text=term.text, matters=term.matters
    )
    for confusion in term.confused_with:
        yield from _of_record(term, term.cites, confused_with=confusion.difference)


def _of_record(
    record: Section | Term | Actor | Event | Chart, cites: tuple[PassageRef, ...], **texts: Prose
) -> Iterator[CitedProse]:
    for part, prose in texts.items():
        if prose:
            yield CitedProse(prose, cites, record.layer, record.id, part, record.origin)
