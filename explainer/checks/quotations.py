"""quotations: what stands between quotation marks was recorded word for word, and its speaker named."""

from collections.abc import Iterable, Iterator, Sequence

from explainer.model.form import replace
from explainer.model.passages import Passage, Quote
from explainer.model.problems import Origin, Problem
from explainer.model.site import Site
from explainer.text.covered import CitedProse, checked_prose, cited_passages
from explainer.text.known import Known
from explainer.text.places import place_near
from explainer.text.quotations import (
    SHORTEST_RUN,
    Quotation,
    closest,
    find_quotations,
    find_single,
    is_held,
    word_difference,
)
from explainer.text.speakers import Speakers, is_named, told_at
from explainer.text.stretches import CoveredBlock, covered_blocks
from explainer.text.titles import titles_of
from explainer.text.told import listed, where

_CHECK = "quotations"


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """Quotations that no cited passage holds, or whose speaker the block does not name."""
    site, by_ref, speakers = known.site, known.passages, known.speakers
    for cited in checked_prose(asked):
        for block in covered_blocks(cited.prose, cited.cites):
            for quotation in find_quotations(block.text):
                refs = block.refs_at(quotation.start, quotation.end)
                passages = cited_passages(refs, by_ref)
                for message, hint in _problems(site, speakers, block, quotation, passages):
                    yield Problem(_place(site, cited, block, quotation), message, hint, _CHECK)
            for quotation in find_single(block.text):
                where = _place(site, cited, block, quotation)
                yield Problem(where, *_in_single(quotation), _CHECK)
    yield from _in_titles(asked, known)
    yield from _in_retellings(asked, site)


def _problems(
    site: Site,
    speakers: Speakers,
    block: CoveredBlock,
    quotation: Quotation,
    passages: tuple[Passage, ...],
) -> Iterator[tuple[str, str]]:
    if block.is_framing(quotation.start, quotation.end):
        yield (
            f"framing of our own quotes “{quotation.text}”",
            "cite the passage it stands in, or leave the quotation out",
        )
    # Where nothing is cited, or nothing that is there, other checks have said so.
    elif passages:
        held = _held_by(quotation, passages)
        if not held:
            yield _not_held(site, quotation, passages)
        elif not any(_names_speaker(speakers, block, *pair) for pair in held):
            passage, quote = held[0]
            yield (
                f"“{_short(quotation.text)}” stands here without who said it",
                f"`{quote.speaker}` says it in {where(passage)}; name the speaker in this block",
            )
        elif other := _other_speaker(speakers, block, quotation, held):
            passage, quote = held[0]
            yield (
                f"“{_short(quotation.text)}” is told here as said by `{other}`",
                f"`{quote.speaker}` says it in {where(passage)}",
            )


def _held_by(quotation: Quotation, passages: Iterable[Passage]) -> list[tuple[Passage, Quote]]:
    """What `passages` record that holds all of `quotation`, or, of one speaker, each of its pieces."""
    recorded = [(passage, quote) for passage in passages for quote in _recorded_in(passage)]
    pieces = [replace(quotation, pieces=(piece,)) for piece in quotation.pieces]
    each = [[pair for pair in recorded if is_held(piece, pair[1].text)] for piece in pieces]
    own = set.intersection(*({quote.speaker for _, quote in pairs} for pairs in each))
    return [pair for pair in recorded if is_held(quotation, pair[1].text)] or [
        pair for pairs in each for pair in pairs if pair[1].speaker in own
    ]


def _recorded_in(passage: Passage) -> tuple[Quote, ...]:
    """The quotations of `passage`, and its labels as quotations nobody speaks."""
    return (*passage.quotes, *(Quote(label, "") for label in passage.labels))


def _names_speaker(speakers: Speakers, block: CoveredBlock, passage: Passage, quote: Quote) -> bool:
    forms = speakers.forms(passage, (quote.speaker,))
    return not speakers.knows_all([quote.speaker]) or is_named(block.text, forms)


def _in_single(quotation: Quotation) -> tuple[str, str]:
    return (
        f"‘{_short(quotation.text)}’ stands in marks that no check compares",
        "put a quotation in double marks; for words spoken of, use *italics*",
    )


def _other_speaker(
    speakers: Speakers,
    block: CoveredBlock,
    quotation: Quotation,
    held: Sequence[tuple[Passage, Quote]],
) -> str:
    """Whoever the block has say `quotation`, where no passage has them say it; empty where none is."""
    own = {quote.speaker for _, quote in held}
    # Behind its first piece as well: “It goes well,” she said, “and fast”.
    ends = {quotation.spans[0][1], quotation.end}

    def tells(forms: tuple[str, ...]) -> bool:
        return any(told_at(block.text, quotation.start, end, forms) for end in ends)

    # A label is nobody's; a speaker who is no actor is told of elsewhere.
    if not speakers.knows_all(own) or any(tells(speakers.by_actor.get(id, ())) for id in own):
        return ""
    return next((id for id, forms in speakers.by_actor.items() if tells(forms)), "")


def _not_held(site: Site, quotation: Quotation, passages: Sequence[Passage]) -> tuple[str, str]:
    """What is so and what would mend it, when none of `passages` holds `quotation`."""
    message = f"“{_short(quotation.text)}” is no quotation of {listed(passages)}"
    if not quotation.is_closed:
        return message, "its closing quotation mark is missing"
    near = _nearest(quotation, passages)
    if near:
        passage, text = near
        difference = word_difference(quotation.text, text)
        if "→" in difference:
            return message, f"{difference}\n{where(passage)} has “{text}”"
        return (
            message,
            f"{where(passage)} has “{text}”\nquote all of it, or a run of {SHORTEST_RUN} or more "
            "words that drops no negation",
        )
    elsewhere = next(
        (
            p
            for s in site.sources
            for p in s.passages
            for q in _recorded_in(p)
            if is_held(quotation, q.text)
        ),
        None,
    )
    if elsewhere:
        return message, f"{where(elsewhere)} has it: cite that passage"
    return (
        message,
        "quote what the record has under `quotes` or `labels`, or say it in words of our own "
        "without quotation marks",
    )


def _nearest(quotation: Quotation, passages: Sequence[Passage]) -> tuple[Passage, str] | None:
    owner = {quote.text: passage for passage in passages for quote in _recorded_in(passage)}
    text = closest(quotation, list(owner))
    return (owner[text], text) if text is not None else None


def _in_titles(asked: Site, known: Known) -> Iterator[Problem]:
    """Quotations in headings and their like: of what stands below, whoever is named there."""
    site = known.site
    for title in titles_of(asked, site):
        passages = cited_passages(title.refs, known.passages)
        for quotation in find_quotations(title.text):
            held = _held_by(quotation, passages)
            if passages and not held:
                message, hint = _not_held(site, quotation, passages)
                yield Problem(title.place(site.texts, quotation.pieces[0]), message, hint, _CHECK)
            elif not title.refs:
                message = f"“{quotation.text}” stands over text that cites nothing"
                hint = "cite the passage it stands in, or leave the quotation out"
                yield Problem(title.place(site.texts, quotation.pieces[0]), message, hint, _CHECK)


def _in_retellings(asked: Site, site: Site) -> Iterator[Problem]:
    """Quotations in `says`: they are of the same passage."""
    for source in asked.sources:
        for passage in source.passages:
            for part in passage.parts:
                for block in part.says.blocks:
                    for quotation in find_quotations(block.text):
                        if not _held_by(quotation, [passage]):
                            message, hint = _not_held(site, quotation, [passage])
                            origin = _near(site, passage.origin, quotation)
                            yield Problem(origin, message, hint, _CHECK)
                    for quotation in find_single(block.text):
                        yield Problem(
                            _near(site, passage.origin, quotation), *_in_single(quotation), _CHECK
                        )


def _place(site: Site, cited: CitedProse, block: CoveredBlock, quotation: Quotation) -> Origin:
    return block.place(site.texts, cited.prose, quotation.pieces[0], quotation.start + 1)


def _near(site: Site, origin: Origin, quotation: Quotation) -> Origin:
    return place_near(site.texts, origin, quotation.pieces[0])


def _short(text: str) -> str:
    words = text.strip(" .,;:").split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
