"""wording: no run of eight words is the article's own; told only where its text is at hand."""

import re
from collections.abc import Iterator
from functools import lru_cache

from explainer.model.problems import Origin, Problem
from explainer.model.prose import Block, Prose
from explainer.model.site import Actor, Site
from explainer.text.covered import cited_prose
from explainer.text.dates import find_dates
from explainer.text.known import Known
from explainer.text.names import Name, NameTable, find_names, name_table
from explainer.text.paragraphs import paragraphs_of
from explainer.text.places import place_in_block, place_near
from explainer.text.quotations import quoted_spans

LONGEST_RUN = 8
"""Words; so many of the article's own, one after the other, are too many."""
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_Word = tuple[str, int, int]


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """Runs of the article's own words in our texts, quotations, names and dates not counted."""
    site = known.site
    if not site.articles:
        return
    names = name_table(_proper_names(site))
    for id, article in sorted(site.articles.items()):
        runs = _runs(article)
        for prose in _texts(asked):
            for block in prose.blocks:
                for copied in _copied(block.text, runs, names, site.language):
                    yield _problem(_place(site, prose, block, copied), id, copied)
        for origin, text in _plain(asked):
            for copied in _copied(text, runs, names, site.language):
                yield _problem(place_near(site.texts, origin, copied), id, copied)


def _proper_names(site: Site) -> Iterator[Name]:
    """Names that cannot be said otherwise: all of actors, of terms those with a capital letter."""
    for record in site.named():
        for form in (record.name, *record.aliases, *record.by_hand):
            if isinstance(record, Actor) or form[:1].isupper():
                yield Name(form, record.id)


def _texts(asked: Site) -> Iterator[Prose]:
    yield from (cited.prose for cited in cited_prose(asked))
    for source in asked.sources:
        yield from (part.says for passage in source.passages for part in passage.parts)
    if asked.about:
        yield asked.about.body


def _plain(asked: Site) -> Iterator[tuple[Origin, str]]:
    """Texts that are no prose, and where their records start."""
    for section in asked.sections:
        yield section.origin, section.question
    for event in asked.events:
        yield event.origin, event.title
    for chart in asked.charts:
        yield from ((chart.origin, text) for text in (chart.title, chart.alt))
    for source in asked.sources:
        yield from ((p.origin, text) for p in source.passages for text in (p.note, p.outcome))


@lru_cache(maxsize=8)
def _runs(article: str) -> frozenset[tuple[str, ...]]:
    """Every run of eight words in `article`, read without the markup of its file."""
    words = [word for word, _, _ in _words("\n".join(paragraphs_of(article)))]
    starts = range(len(words) - LONGEST_RUN + 1)
    return frozenset(tuple(words[i : i + LONGEST_RUN]) for i in starts)


def _words(text: str) -> list[_Word]:
    return [(m[0].casefold().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text)]


def _copied(
    text: str, runs: frozenset[tuple[str, ...]], names: NameTable, language: str
) -> Iterator[str]:
    """The stretches of `text` that hold eight or more of the article's words in its order."""
    words = _words(text)
    plain = [word for word, _, _ in words]
    i = 0
    while i + LONGEST_RUN <= len(words):
        if tuple(plain[i : i + LONGEST_RUN]) not in runs:
            i += 1
            continue
        end = i + LONGEST_RUN
        while end < len(words) and tuple(plain[end - LONGEST_RUN + 1 : end + 1]) in runs:
            end += 1
        if _own_words(text, words[i:end], names, language) >= LONGEST_RUN:
            yield text[words[i][1] : words[end - 1][2]]
        i = end


def _own_words(text: str, run: list[_Word], names: NameTable, language: str) -> int:
    """How many words of `run` stand in no quotation, no name and no date."""
    apart = quoted_spans(text)
    apart += [(found.start, found.end) for found in find_names(text, names)]
    apart += [(date.start, date.end) for date in find_dates(text, language)]
    return sum(not any(s <= start < e for s, e in apart) for _, start, _ in run)


def _place(site: Site, prose: Prose, block: Block, copied: str) -> Origin:
    return place_in_block(site.texts, prose, block, " ".join(copied.split()[:3]))


def _problem(origin: Origin, id: str, copied: str) -> Problem:
    return Problem(
        origin,
        f"these are the words of `{id}` itself: “{copied}”",
        f"say it in words of our own: fewer than {LONGEST_RUN} in a row may be the article's",
        "wording",
    )
