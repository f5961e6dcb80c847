"""Sentences that are long, words that are heavy, paragraphs that are full of links."""

import re
from collections.abc import Iterator

from explainer.model.prose import Link
from explainer.model.site import Section, Site
from explainer.text.names import Name, find_names, name_table
from explainer.text.places import place_in_block
from explainer.text.suggestions import Suggestion, blocks_of
from explainer.text.targets import forms_by_itself

LONGEST_SENTENCE = 32
"""Words; plain-language guides ask for fewer, and readers on a phone see eight to a line."""
_FEWEST_LINKS = 5
_WORDS_FOR_A_LINK = 9
"""More links than one for so many words make a paragraph hard to read."""

PLAIN = {
    "a number of": "some, or the number",
    "ascertain": "find out",
    "at this point in time": "now",
    "commence": "begin",
    "demonstrate": "show",
    "due to the fact that": "because",
    "endeavour": "try",
    "escalatory": "what would make it worse",
    "facilitate": "help, or say how",
    "granular": "detailed",
    "headwinds": "what holds it back",
    "implement": "carry out, or put into force",
    "in order to": "to",
    "in the event that": "if",
    "in terms of": "in, or by",
    "leverage": "use, or means of pressure",
    "modalities": "how it is to be done",
    "notwithstanding": "despite",
    "ongoing": "still going on",
    "operationalise": "put into practice",
    "paradigm": "pattern",
    "prior to": "before",
    "pursuant to": "under",
    "robust": "strong",
    "stakeholders": "who is concerned",
    "subsequent to": "after",
    "terminate": "end",
    "utilise": "use",
    "vis-à-vis": "towards, or compared with",
    "with regard to": "about",
    "with respect to": "about",
}
"""Heavy words and what to say instead; endings may be added."""

_HEAVIEST_FIRST = sorted(PLAIN, key=lambda word: (-len(word), word))
_HEAVY = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, _HEAVIEST_FIRST))})(?:d|s|es|ing)?(?![\w-])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"„«][^”\"“»]*[”\"“»]")
_SENTENCE_GAP = re.compile(
    r"(?:(?<=[\w”\"’)%]{2}[.!?])|(?<=\.\d[.!?]))(?<!\bNo\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)"
    r"[”\"’)\]]*\s+(?=[“\"‘(\[]?[A-ZÀ-Þ0-9])"
)


def long_sentences(site: Site) -> Iterator[Suggestion]:
    """Sentences of more than `LONGEST_SENTENCE` words."""
    for prose, block, _ in blocks_of(site):
        if block.kind in ("heading", "row"):
            continue
        for sentence in _SENTENCE_GAP.split(block.text):
            words = sentence.split()
            if len(words) > LONGEST_SENTENCE:
                yield Suggestion(
                    "long sentences",
                    place_in_block(site.texts, prose, block, " ".join(words[:4])),
                    f"a sentence of {len(words)} words: “{' '.join(words[:6])} …”",
                    f"divide it; up to {LONGEST_SENTENCE} words can be taken in at once",
                )


def jargon(site: Site) -> Iterator[Suggestion]:
    """Heavy words for which there are plain ones; quotations are other people's."""
    for prose, block, _ in blocks_of(site):
        for match in _HEAVY.finditer(_QUOTED.sub(lambda m: " " * len(m[0]), block.text)):
            word = match[0].lower()
            heavy = next(heavy for heavy in _HEAVIEST_FIRST if word.startswith(heavy))
            yield Suggestion(
                "jargon",
                place_in_block(site.texts, prose, block, match[0]),
                f"“{match[0]}” is heavy",
                f"say {PLAIN[heavy]}",
            )


def crowded(site: Site) -> Iterator[Suggestion]:
    """Paragraphs with so many links that they are hard to read."""
    for section in site.sections:
        yield from _crowded(site, section)


def _crowded(site: Site, section: Section) -> Iterator[Suggestion]:
    seen = set(section.nolink)
    table = name_table(
        Name(form, record.id)
        for record in site.named()
        if section.layer == "later" or record.layer == "base"
        for form in forms_by_itself(record)
    )
    for block in section.body.blocks:
        if block.kind in ("heading", "header", "code", "row"):
            continue
        by_hand = [piece for piece in block.pieces if isinstance(piece, Link)]
        ids = {found.id for found in find_names(block.text, table)} - seen
        ids |= {piece.target for piece in by_hand}
        seen |= ids
        words = len(block.text.split())
        if len(ids) >= _FEWEST_LINKS and words < len(ids) * _WORDS_FOR_A_LINK:
            yield Suggestion(
                "over-linked paragraphs",
                place_in_block(site.texts, section.body, block, " ".join(block.text.split()[:3])),
                f"{len(ids)} links in {words} words",
                f"name fewer things at once, or put those known to readers under `nolink`: "
                f"{', '.join(sorted(ids)[:4])} …",
            )
