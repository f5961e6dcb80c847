"""A few records, and just what of the rest of its site can matter to whether they are right.

All else is left out, and of the records around it all but what others look up in them: so records
need be looked at again only where they or one of those few things have changed. Too much may be
here, and costs time; what is missing here could hide a problem.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from explainer.model.each import Lazily, Whole
from explainer.model.form import Form, fields_of, once, replace
from explainer.model.passages import Part, Passage, Source
from explainer.model.problems import Origin
from explainer.model.prose import Block, Link, PassageRef, Prose
from explainer.model.record import Record
from explainer.model.site import Section
from explainer.text.known import Known
from explainer.text.names import words_of, words_of_form
from explainer.text.roles import people_of, roles_had
from explainer.text.speakers import forms_of, speaker_words
from explainer.text.stretches import text_of
from explainer.text.targets import Targets

_LOOKED_UP = frozenset(
    "id layer moved_from name aliases by_hand autolink role roles kind publisher published language "
    "source parts who status quotes labels figures dates actors due as_of as_of_later seed".split()
)
"""What checks of one record read in another, in its passages and in the settings."""
_BLANK: Mapping[type, Any] = {
    str: "",
    tuple: (),
    bool: False,
    int: 0,
    float: 0.0,
    Prose: Prose("", ()),
    Origin: Origin(""),
}


class Question(Form, frozen=True):
    """Records to be looked at, and what there is to know for them."""

    records: tuple[Record, ...]
    """In the order of the site; bare but for those that are asked about."""
    asked: tuple[int, ...]
    """Where those stand among them."""


class _Mentions(Form, frozen=True):
    """Everything in a record that leads to another one."""

    strings: frozenset[str]
    """Any of them may be an id."""
    refs: tuple[PassageRef, ...]
    links: tuple[Link, ...]
    words: frozenset[str]
    """What a name may begin with."""
    framing: frozenset[str]
    """What a speaker may begin with in framing of our own, where nobody may speak."""


_TOGETHER = 8
"""So many small records are asked about at once: they mostly have the same around them."""


def questions_of(known: Known) -> tuple[Sequence[range], Sequence[Question]]:
    """Which records each question asks about, as `Site.records` counts them, and the questions."""
    asked = tuple(_together(known.site.records()))
    return asked, Lazily(_Around.question, asked, _around(known))


def _together(records: Iterable[Record]) -> Iterator[range]:
    end = 0
    for _, same in groupby(records, key=_place):
        start, end = end, end + sum(1 for _ in same)
        for first in range(start, end, _TOGETHER):
            yield range(first, min(end, first + _TOGETHER))


def _place(record: Record) -> str:
    """What records asked about together share: a file, but that sources mostly have one each."""
    return "" if isinstance(record, Source) else record.origin.path


def bare(value: Any) -> Any:
    """A record, a passage or the settings without what nobody looks up in them, places included."""
    kind: Any = type(value)
    blank = {name: _BLANK[type(getattr(value, name))] for name in _not_looked_up(kind)}
    if isinstance(value, Passage):
        blank["parts"] = tuple(Part(_BLANK[Prose], part.who, part.status) for part in value.parts)
    return replace(value, **blank)


@cache
def _not_looked_up(kind: type) -> frozenset[str]:
    return frozenset(fields_of(kind)) - _LOOKED_UP


_ByWord = dict[str, list[tuple[frozenset[str], int]]]
"""By their first word: all words of a form, and the place of the record that it names."""


def _note(by_word: _ByWord, words: tuple[str, ...], place: int) -> None:
    by_word.setdefault(words[0] if words else "", []).append((frozenset(words), place))


def _with_all(by_word: _ByWord, words: frozenset[str]) -> set[int]:
    """The places of records of which `words` hold a form."""
    first = by_word.keys() & words | by_word.keys() & {""}
    return {place for word in first for form, place in by_word[word] if form <= words}


class _Around(Form, frozen=True):
    """What stands around the records of one site."""

    records: Mapping[int, Record]
    """By place."""
    targets: Targets
    passages: Mapping[PassageRef, Passage]
    places: Whole[Mapping[str, int]]
    """Of records by id, old ids included."""
    seed: str
    """The source that a citation without one means."""
    sources: Whole[Mapping[str, int]]
    """Of two with one id the first is meant, as with passages."""
    publishers: Whole[Mapping[str, frozenset[str]]]
    by_word: Whole[_ByWord]
    by_speaker: Whole[_ByWord]

    def question(self, asked: range) -> Question:
        """What is asked of the records at `asked`."""
        passages: dict[int, Passage] = {}
        anchors: dict[int, set[str]] = {}
        found = set(asked)
        for place in asked:
            mentions = _mentions_of(self.records[place])
            passages |= self._passages(mentions)
            found |= self._cited_sources(mentions)
            found |= self._places(mentions.strings)
            found |= _with_all(self.by_word.value, mentions.words)
            found |= _with_all(self.by_speaker.value, mentions.framing)
            for link in mentions.links:
                for to in self._places(self.targets.ids(link.target)):
                    anchors.setdefault(to, set()).add(link.fragment)
        for passage in passages.values():
            speakers = (quote.speaker for quote in passage.quotes)
            found |= self._places((*passage.actors, *passage.who, *speakers))
            found |= self._places(self.publishers.value[passage.source])
            found.add(self.sources.value[passage.source])
        order = sorted(found | anchors.keys())
        records = (
            self.records[n] if n in asked else self._bare(n, passages, anchors.get(n, set()))
            for n in order
        )
        return Question(tuple(records), tuple(order.index(place) for place in asked))

    def _places(self, ids: Iterable[str]) -> set[int]:
        known = self.places.value
        return {known[one] for one in ids if one in known}

    def _cited_sources(self, mentions: _Mentions) -> set[int]:
        """The sources that citations name, whether or not they have such a passage."""
        named = {ref.source or self.seed for ref in mentions.refs}
        return {self.sources.value[one] for one in named if one in self.sources.value}

    def _passages(self, mentions: _Mentions) -> dict[int, Passage]:
        """The passages that citations and links lead to."""
        refs = [*mentions.refs, *(PassageRef(k.target, k.fragment) for k in mentions.links)]
        by_ref = self.passages
        return {id(by_ref[ref]): by_ref[ref] for ref in refs if ref in by_ref}

    def _bare(self, place: int, passages: Mapping[int, Passage], anchors: set[str]) -> Any:
        """What others may look up in the record at `place`: only these passages and anchors of it."""
        record: Any = self.records[place]
        one = _bare(record)
        if isinstance(record, Source):
            inside = tuple(_bare(p) for p in record.passages if id(p) in passages)
            return replace(one, passages=inside)
        if isinstance(record, Section) and any(anchors):
            blocks = (
                Block("paragraph", "", (), "", 0, 0, anchor=block.anchor)
                for block in record.body.blocks
                if block.anchor in anchors
            )
            return replace(one, body=Prose("", tuple(blocks)))
        return one


# In the preview most records are those of the build before, and so are their bare ones and what they
# mention: to see that a question is the same takes no look at what they hold.
_bare = once(bare)


def _around(known: Known) -> _Around:
    site = known.site
    records = tuple(site.records())
    places = {id(record): place for place, record in enumerate(records)}
    by_word: _ByWord = {}
    by_speaker: _ByWord = {}
    for record in site.named():
        for form in (record.name, *record.aliases, *record.by_hand):
            for words in words_of_form(form):
                _note(by_word, words, places[id(record)])
    for actor in site.actors:
        for form in forms_of(actor):
            _note(by_speaker, tuple(speaker_words(form)), places[id(actor)])
    for person in people_of(site.actors):
        for role in roles_had(person):
            for words in words_of_form(role):
                _note(by_word, words, places[id(person)])
    return _Around(
        dict(enumerate(records)),
        known.targets,
        known.passages,
        Whole({one: places[id(record)] for one, record in known.targets.records.items()}),
        site.settings.seed if site.settings else "",
        Whole({source.id: places[id(source)] for source in reversed(site.sources)}),
        Whole(known.speakers.publishers),
        Whole(by_word),
        Whole(by_speaker),
    )


@once
def _mentions_of(record: Record) -> _Mentions:
    atoms = tuple(_atoms(record))
    blocks = [atom for atom in atoms if isinstance(atom, Block)]
    strings = frozenset(atom for atom in atoms if isinstance(atom, str))
    # Put one after the other they have the words that each has, found at once.
    words = words_of("\n".join((*strings, *_texts(blocks))))
    framing = (speaker_words(text) for text in _texts(b for b in blocks if b.is_context))
    refs = dict.fromkeys(atom for atom in atoms if isinstance(atom, PassageRef))
    links = dict.fromkeys(piece for b in blocks for piece in b.pieces if isinstance(piece, Link))
    return _Mentions(
        strings,
        tuple(refs),
        tuple(links),
        words,
        frozenset().union(*framing),
    )


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from {block.text, text_of(block)}


def _atoms(value: Any) -> Iterator[Any]:
    """Every text, citation and block in `value`."""
    if isinstance(value, str | PassageRef):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _atoms(one)
    elif isinstance(value, Prose):
        yield from value.blocks
        yield from value.refs
    elif not isinstance(value, Origin):
        kind: Any = type(value)
        for name in fields_of(kind):
            yield from _atoms(getattr(value, name))
