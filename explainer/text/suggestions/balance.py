"""How many words and quotations each side has."""

from collections import Counter
from collections.abc import Mapping

from explainer.model.form import Form
from explainer.model.passages import Passage
from explainer.model.site import Site
from explainer.text.covered import cited_prose, passages_by_ref
from explainer.text.quotations import find_quotations
from explainer.text.stretches import covered_blocks

PUBLISHER = "reporters and records"
"""The side of what no side says."""


class Share(Form, frozen=True):
    """What one side has of the sections' text."""

    side: str
    """As readers know it."""
    words: int
    """That rest on what the side says; of text that rests on two sides each has half."""
    quotations: int
    """Of its people, in the sections."""
    statements: int
    """Passages in which it speaks."""


def balance(site: Site) -> tuple[Share, ...]:
    """The share of each side in the sections of `site`, in the order of the actors' files."""
    sides = {side.id: side.name for side in site.sides}
    of_actor = {actor.id: sides.get(actor.side, actor.side) for actor in site.actors}
    by_ref = passages_by_ref(site)
    words: Counter[str] = Counter()
    quotations: Counter[str] = Counter()
    owners = {section.id for section in site.sections}
    for cited in cited_prose(site):
        if cited.owner not in owners:
            continue
        for block in covered_blocks(cited.prose, cited.cites):
            for stretch in block.stretches:
                text = block.text[stretch.start : stretch.end]
                passages = [by_ref[ref] for ref in stretch.refs if ref in by_ref]
                heard = {s for p in passages for s in _sides(p, of_actor)} or {PUBLISHER}
                for side in heard:
                    words[side] += round(len(text.split()) / len(heard))
                _count_quotations(text, passages, of_actor, quotations)
    said = Counter(side for p in dict.fromkeys(by_ref.values()) for side in _sides(p, of_actor))
    names = [*dict.fromkeys(sides.values()), PUBLISHER]
    return tuple(Share(name, words[name], quotations[name], said[name]) for name in names)


def _sides(passage: Passage, of_actor: Mapping[str, str]) -> set[str]:
    """The sides that speak in `passage`; reporters are on none."""
    return {of_actor.get(who, PUBLISHER) for who in passage.who}


def _count_quotations(
    text: str, passages: list[Passage], of_actor: Mapping[str, str], quotations: Counter[str]
) -> None:
    speakers = [quote.speaker for passage in passages for quote in passage.quotes]
    heard = dict.fromkeys(of_actor[speaker] for speaker in speakers if speaker in of_actor)
    if heard:
        quotations[next(iter(heard))] += len(find_quotations(text))
