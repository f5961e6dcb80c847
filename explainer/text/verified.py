"""Holding a record against the text of its article."""

from collections.abc import Iterator, Mapping

from explainer.model.passages import Passage, Source
from explainer.text.compared import Difference, items_of, start_of
from explainer.text.lock import text_hash
from explainer.text.paragraphs import align, holds, paragraphs_of
from explainer.text.quotations import Quotation, closest, find_quotations, is_held
from explainer.text.speakers import is_named


def compare_with_text(
    source: Source, text: str, speakers: Mapping[str, tuple[str, ...]]
) -> Iterator[Difference]:
    """Where `source` says of the article's `text` what is not in it.

    `speakers` has the wordings for each actor: who speaks is named in the paragraph of the
    quotation, or in the one before.
    """
    if source.sha256 and source.sha256 != text_hash(text):
        yield Difference(
            needles=("sha256:",),
            message=f"the text at hand has the hash {text_hash(text)}",
            hint="it is another text, or it was changed: mend `sha256` once you have looked",
        )
    paragraphs = paragraphs_of(text)
    for passage, place in zip(source.passages, align(source.passages, paragraphs), strict=True):
        if place is None:
            yield Difference(
                passage=passage.id,
                message=f"no paragraph is left for `{passage.id}`",
                hint="a passage is one paragraph of the article, in the article's order",
            )
            continue
        before = paragraphs[place - 1] if place else ""
        yield from _texts(passage, paragraphs[place])
        yield from _quotations(passage, paragraphs[place], before, speakers)


def _texts(passage: Passage, paragraph: str) -> Iterator[Difference]:
    printed = find_quotations(paragraph)
    for item in items_of(passage):
        said = Quotation((item.text,), 0, len(item.text))
        # A quotation that “she said” parts stands there in two pieces.
        is_parted = any(len(q.pieces) > 1 and is_held(said, q.text) for q in printed)
        if item.text and not holds(paragraph, item.text) and not is_parted:
            yield Difference(
                passage=passage.id,
                needles=item.needles,
                message=f"{item.what} does not stand in the paragraph of `{passage.id}`",
                hint="write it as it is printed there",
            )


def _quotations(
    passage: Passage, paragraph: str, before: str, speakers: Mapping[str, tuple[str, ...]]
) -> Iterator[Difference]:
    """Quotations of the record that are none, have another speaker, or are not recorded."""
    printed = find_quotations(paragraph)
    recorded = [*(quote.text for quote in passage.quotes), *passage.labels]
    for text in recorded:
        said = Quotation((text,), 0, len(text))
        if holds(paragraph, text) and not any(is_held(said, quote.text) for quote in printed):
            yield Difference(
                passage=passage.id,
                needles=(start_of(text),),
                message=f"“{text}” stands in the paragraph without quotation marks",
                hint="it is no quotation there: take it out",
            )
    for quote in passage.quotes:
        forms = speakers.get(quote.speaker, ())
        if forms and not is_named(f"{before}\n{paragraph}", forms):
            yield Difference(
                passage=passage.id,
                needles=("quotes:", start_of(quote.text), quote.speaker),
                message=f"the paragraph of `{passage.id}` does not name `{quote.speaker}`",
                hint="say who speaks there",
            )
    for quotation in printed:
        # One that differs by a word has been told of already, at the word.
        is_recorded = any(is_held(quotation, text, whole=True) for text in recorded)
        if not is_recorded and closest(quotation, recorded) is None:
            yield Difference(
                passage=passage.id,
                message=f"the paragraph quotes “{start_of(quotation.text)} …”, `{passage.id}` does not",
                hint="add it under `quotes`, or under `labels` if nobody speaks it",
            )
