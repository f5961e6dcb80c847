"""What a passage or a section is about: the terms, actors, figures and words in it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from explainer.model.form import Form
from explainer.model.passages import Passage
from explainer.model.site import Section, Site, Term
from explainer.text.dates import find_dates
from explainer.text.names import Name, NameTable, find_names, name_table
from explainer.text.numbers import find_numbers
from explainer.text.placed import outside
from explainer.text.proses import prose_of
from explainer.text.targets import forms_by_hand

_IMPORTANCE = {"term": 1.0, "actor": 0.8, "figure": 1.5, "word": 0.2}
_SHORTEST_WORD = 5


class Trait(Form, frozen=True, order=True):
    """Something a text is about."""

    kind: Literal["term", "actor", "figure", "word"]
    id: str
    """Equal for equal things, whatever their wording."""
    label: str
    """As a writer knows it."""

    @property
    def importance(self) -> float:
        return _IMPORTANCE[self.kind]


Traits = Mapping[Trait, int]
"""How often each trait stands in a text."""


class Vocabulary(Form, frozen=True):
    """What a site has names for."""

    table: NameTable
    labels: Mapping[str, str]
    """The name of each term and actor, by id."""
    terms: frozenset[str]
    language: str


def vocabulary_of(site: Site) -> Vocabulary:
    """The terms and actors of `site` under every form that is clear."""
    forms = [(form, record.id) for record in site.named() for form in forms_by_hand(record)]
    owners = Counter(form for form, _ in set(forms))
    table = name_table(Name(form, id) for form, id in forms if owners[form] == 1)
    return Vocabulary(
        table,
        {record.id: record.name for record in site.named()},
        frozenset(record.id for record in site.named() if isinstance(record, Term)),
        site.language,
    )


def traits_of_passage(passage: Passage, words: Vocabulary) -> Traits:
    """What `passage` is about, by what it says and what is recorded of it."""
    text = " ".join(part.says.text for part in passage.parts)
    found = Counter(_in_text(text, words))
    for id in (*passage.actors, *passage.who):
        if id in words.labels:
            found.setdefault(_named(id, words), 1)
    for figure in passage.figures:
        if figure.low is not None:
            found.setdefault(_number(figure.low), 1)
    return found


def traits_of_section(section: Section, words: Vocabulary) -> Traits:
    """What `section` is about, its question, standfirst and key points included."""
    texts = [section.question, *(prose.text for prose in prose_of(section) if prose)]
    return Counter(_in_text("\n".join(texts), words))


def _in_text(text: str, words: Vocabulary) -> Iterable[Trait]:
    covered: list[tuple[int, int]] = []
    for found in find_names(text, words.table):
        covered.append((found.start, found.end))
        yield _named(found.id, words)
    dates = [(date.start, date.end) for date in find_dates(text, words.language)]
    for number in outside(find_numbers(text, words.language), dates):
        covered.append((number.start, number.end))
        if number.low is not None and not number.is_ordinal:
            yield _number(number.low)
    for match in re.finditer(r"[^\W\d_]+", text):
        if len(match[0]) >= _SHORTEST_WORD and not any(s <= match.start() < e for s, e in covered):
            yield Trait("word", stem(match[0]), stem(match[0]))


def _named(id: str, words: Vocabulary) -> Trait:
    return Trait("term" if id in words.terms else "actor", id, words.labels[id])


def _number(value: float) -> Trait:
    return Trait("figure", f"{abs(value):g}", f"{abs(value):g}")


def stem(word: str) -> str:
    """`word` in small letters without the endings of English plurals, participles and adverbs."""
    return re.sub(r"(?:ies|ing|ed|es|ly|s)$", "", word.lower())
