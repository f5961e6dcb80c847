"""Short texts over longer ones: headings, questions, a chart's words. They rest on what they head."""

import re
from collections.abc import Container, Iterator, Mapping

from explainer.model.form import Form, once
from explainer.model.problems import Origin
from explainer.model.prose import Block, PassageRef, Prose
from explainer.model.record import Layer
from explainer.model.site import (
    Actor,
    Chart,
    Event,
    Section,
    Settings,
    Site,
)
from explainer.text.covered import cited_prose
from explainer.text.numbers import find_numbers
from explainer.text.places import place_in_block, place_near
from explainer.text.proses import prose_of
from explainer.text.refs import chart_cites

_BARE = ("heading", "header")
_DRAWN = re.compile(
    r"\b([^\W\d_]+|\d+)(?=\s(?:pairs?\sof\s|groups?\sof\s)?(?:bars|columns|lines|curves)\b)",
    re.IGNORECASE,
)
_LOWEST = 7
"""The rank of the head of a table or a definition: below all headings."""


class Title(Form, frozen=True):
    """A text that carries no citation of its own, and what it rests on."""

    text: str
    refs: tuple[PassageRef, ...]
    """What the text below it cites, or its record."""
    origin: Origin
    """Where its record starts; for a block, where the block does."""
    key: str = ""
    """What it stands under in its record."""
    prose: Prose | None = None
    block: Block | None = None
    layer: Layer = "base"

    def place(self, texts: Mapping[str, str], words: str) -> Origin:
        """Where `words` of it stand."""
        if self.prose and self.block:
            return place_in_block(texts, self.prose, self.block, words)
        return place_near(texts, self.origin, f"{self.key}:", words)


def titles_of(asked: Site, site: Site) -> Iterator[Title]:
    """Every title of `asked`, a part of `site`: its own, of sections, in texts, of charts and events."""
    if asked.settings:
        yield from _of_settings(site, asked.settings)
    for section in asked.sections:
        refs = _refs_of(section)
        yield Title(section.question, refs, section.origin, "question", layer=section.layer)
    for cited in cited_prose(asked):
        yield from _in_prose(cited.prose, cited.cites, cited.layer)
    for event in asked.events:
        yield from _of_event(event)
    for chart in asked.charts:
        yield from _of_chart(chart)
    for actor in asked.actors:
        yield from _of_actor(actor)


def _of_settings(site: Site, settings: Settings) -> Iterator[Title]:
    refs = _base_refs(site)
    for key in ("title", "question", "description"):
        yield Title(getattr(settings, key), refs, settings.origin, key)


@once
def _base_refs(site: Site) -> tuple[PassageRef, ...]:
    base = [cited for cited in cited_prose(site) if cited.layer == "base"]
    return tuple(dict.fromkeys(ref for one in base for ref in (*one.prose.refs, *one.cites)))


def _refs_of(section: Section) -> tuple[PassageRef, ...]:
    return tuple(dict.fromkeys(ref for prose in prose_of(section) for ref in prose.refs))


def _in_prose(prose: Prose, cites: tuple[PassageRef, ...], layer: Layer) -> Iterator[Title]:
    """Headings, head rows of tables, terms of definition lists."""
    for index, block in enumerate(prose.blocks):
        if block.kind in _BARE:
            # What is below comes first; a heading may cite as well.
            held = Prose(prose.path, (*_below(prose.blocks, index), block))
            refs = tuple(dict.fromkeys((*held.refs, *cites)))
            origin = Origin(prose.path, block.first_line)
            yield Title(block.text, refs, origin, prose=prose, block=block, layer=layer)


def _below(blocks: tuple[Block, ...], index: int) -> Iterator[Block]:
    """What the block at `index` heads: up to the next heading of its rank, or its next like."""
    rank, is_first = blocks[index].rank or _LOWEST, True
    for block in blocks[index + 1 :]:
        is_like = block.kind in _BARE and (block.rank or _LOWEST) <= rank
        if is_like and not (is_first and rank == _LOWEST):
            return
        is_first = is_first and block.kind == "header"
        yield block


def _of_event(event: Event) -> Iterator[Title]:
    if event.cites:
        yield Title(event.title, event.cites, event.origin, "title", layer=event.layer)


def _of_chart(chart: Chart) -> Iterator[Title]:
    cites = chart_cites(chart)
    # An axis is named by its unit: `Billion US dollars` there is no number.
    keys = ("title", "measure", "scope", "date", "counted_by", "alt", "x")
    drawn = {len(chart.points), len(chart.series), len({point.x for point in chart.points})}
    for key in keys if cites else ():
        text = getattr(chart, key)
        told = without_drawn(text, drawn) if key == "alt" else text
        yield Title(told, cites, chart.origin, key, layer=chart.layer)
    for series in chart.series if cites else ():
        yield Title(series.name, cites, chart.origin, "series", layer=chart.layer)
    for point in chart.points:
        layer: Layer = "later" if "later" in (chart.layer, point.layer) else "base"
        refs = (*chart.cites, point.passage) if point.passage else ()
        for text in (point.note, point.text) if refs else ():
            yield Title(text, refs, chart.origin, "points", layer=layer)


def without_drawn(alt: str, drawn: Container[float]) -> str:
    """`alt` without the number of bars or lines it says there are, if so many are `drawn`."""

    def rest(match: re.Match[str]) -> str:
        numbers = find_numbers(match[1])
        is_so = bool(numbers) and numbers[0].low is not None and numbers[0].low in drawn
        return match[0][len(match[1]) :] if is_so else match[0]

    return _DRAWN.sub(rest, alt)


def _of_actor(actor: Actor) -> Iterator[Title]:
    for dealing in actor.deals_with:
        if dealing.passage:
            refs = (dealing.passage,)
            yield Title(dealing.how, refs, actor.origin, "deals_with", layer=actor.layer)
    if actor.cites:
        yield Title(actor.role, actor.cites, actor.origin, "role", layer=actor.layer)
