"""status: a claim, a plan or a forecast is told with the name of whoever makes it."""

from collections.abc import Iterator

from explainer.model.passages import Passage
from explainer.model.problems import Problem
from explainer.model.site import Site
from explainer.text.covered import CitedProse, checked_prose, cited_passages
from explainer.text.known import Known
from explainer.text.places import place_in_block
from explainer.text.speakers import PUBLISHER, Speakers, is_named, told_by
from explainer.text.stretches import CoveredBlock, covered_blocks

_ASSERTED = frozenset({"claim", "plan", "forecast"})


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """Text that rests on assertions alone and names nobody who makes them."""
    site, by_ref, speakers = known.site, known.passages, known.speakers
    for cited in checked_prose(asked):
        for block in covered_blocks(cited.prose, cited.cites):
            yield from _in_framing(site, cited, block, speakers)
            for stretch in block.stretches:
                passages = cited_passages(stretch.refs, by_ref)
                if not passages or not all(map(_is_asserted, passages)):
                    continue
                if not speakers.knows_all(who for passage in passages for who in passage.who):
                    continue
                if any(_names_who(block.text[: stretch.end], p, speakers) for p in passages):
                    continue
                shown = " ".join(block.text[stretch.start : stretch.end].split()[:3])
                yield Problem(
                    place_in_block(site.texts, cited.prose, block.block, shown.strip(" .,;:")),
                    f"this rests on {_told(passages)} alone, and names nobody who says so",
                    _hint(passages, speakers),
                    "status",
                )


def _in_framing(
    site: Site, cited: CitedProse, block: CoveredBlock, speakers: Speakers
) -> Iterator[Problem]:
    """What framing of our own has an actor say: `the ministry said`, `according to Mr Trump`."""
    if not block.block.is_context:
        return
    for id, forms in speakers.by_actor.items():
        told = told_by(block.text, forms)
        if told and block.is_framing(*told):
            words = block.text[slice(*told)]
            yield Problem(
                place_in_block(site.texts, cited.prose, block.block, words),
                f"framing of our own tells what `{id}` says: `{words}`",
                "cite the passage in which it is said, or leave it out",
                "status",
            )


def _is_asserted(passage: Passage) -> bool:
    return all(part.status in _ASSERTED for part in passage.parts)


def _names_who(text: str, passage: Passage, speakers: Speakers) -> bool:
    return is_named(text, speakers.forms(passage, passage.who))


def _told(passages: tuple[Passage, ...]) -> str:
    return ", ".join(f"a {passage.status} (`{passage.id}`)" for passage in passages)


def _hint(passages: tuple[Passage, ...], speakers: Speakers) -> str:
    names = dict.fromkeys(
        forms[0]
        for passage in passages
        for who in passage.who
        if (forms := speakers.forms(passage, (who,)))
    )
    where = ", ".join(f"{p.origin.path}:{p.origin.line}" for p in passages)
    if not names:
        return f"say under `who` who asserts it: {where}"
    is_reporters = all(who == PUBLISHER for passage in passages for who in passage.who)
    # Nobody would write that a newspaper plans what a court has set.
    other = ", or say under `who` whose it is" if is_reporters else ""
    return f"name {' or '.join(names)} here or earlier in the block{other}; see {where}"
