"""An explainer of any number of pages, and the same text as Markdown pages for other generators.

A corpus has ten sections, a glossary whose terms are linked wherever a text names them, and entries:
pages of some 450 words with headings, a list, a table and a quotation. Every text is made of the words
below by a seeded generator, so that equal arguments make equal corpora.
"""

import random
from dataclasses import dataclass

SECTIONS = 10
GLOSSARY = 300
_FOR_EACH_FILE = 25
PASSAGES = 18
_NAMED = 9
"""Terms that each section and entry names."""
_LED_TO = 8
"""Links by hand from each to entries."""

_NOUNS = (
    "harbour river permit survey bridge engineer report sensor basin reservoir turbine grid "
    "cable contract tender auditor minister treaty border tariff shipment depot warehouse railway "
    "timetable signal junction vessel captain fishery licence inspector clinic registry parish ballot "
    "statute tribunal archive ledger invoice pension harvest orchard forecast satellite antenna mineral "
    "quarry foundry alloy furnace aquifer wetland forest shelter convoy gazette museum manuscript"
).split()
_VERBS = (
    "reviewed measured published rebuilt inspected financed audited transferred expanded reduced restored "
    "documented challenged confirmed recorded coordinated delivered withdrew repaired announced compared"
).split()
_HOW = "formal shared urban digital gradual internal central former open mutual draft final".split()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a quotation, a list or a table."""

    kind: str
    lines: tuple[str, ...]
    """Of a list its items, of a table the cells of each row; one line of all others."""
    passage: int = 1
    """The passage of the article that it rests on."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page; in its lines `{name|id}` is a link to another."""

    id: str
    name: str
    kind: str
    """`section`, `term` or `entry`."""
    blocks: tuple[Block, ...]


def entries(pages: int, glossary: int = GLOSSARY, *, dense: bool = False) -> tuple[Entry, ...]:
    """The pages of a corpus, sections first, then the glossary's terms, then entries.

    A corpus of fewer than twice as many pages has a smaller glossary. `dense` puts what somebody said
    and a number into every paragraph.
    """
    return tuple(_Maker(pages, min(glossary, pages // 3), dense=dense).entries())


class _Maker:
    def __init__(self, pages: int, glossary: int, *, dense: bool) -> None:
        self.chance = random.Random(7)
        self.terms = [f"{word(i)} scheme" for i in range(glossary)]
        self.pages = [f"{word(i)} record" for i in range(pages - SECTIONS - glossary)]
        self.dense = dense

    def entries(self) -> list[Entry]:
        sections = [
            Entry(f"part-{word(i)}", f"What came of {word(i)}?", "section", self._page(i))
            for i in range(SECTIONS)
        ]
        terms = [
            Entry(_id(name), name, "term", (Block("paragraph", (self._sentences(1, 3),)),))
            for name in self.terms
        ]
        own = [
            Entry(_id(name), name, "entry", self._page(i + SECTIONS))
            for i, name in enumerate(self.pages)
        ]
        return sections + terms + own

    def _page(self, number: int) -> tuple[Block, ...]:
        named = [self.terms[(number * _NAMED + n) % len(self.terms)] for n in range(_NAMED)]
        led = [self.pages[(number + n) % len(self.pages)] for n in range(1, _LED_TO + 1)]
        a, b, c, d, e, f, g, h, i = (
            self._paragraph(1 + (number + n) % PASSAGES, name, led[n : n + 1])
            for n, name in enumerate(named)
        )
        items = (*(self._sentence() for _ in range(4)), f"See also {_link(led[-1])}.")
        rows = tuple(f"{self._noun()} | {self._noun()} {self._noun()}" for _ in range(4))
        quoted = Block("quote", (self._sentence(),))
        first, then, last = (
            Block("heading", (f"The {self._noun()} and its {self._noun()} {n}",)) for n in "abc"
        )
        found = (
            *(a, b, first, c, Block("list", items), d, then, e, Block("table", rows)),
            *(f, quoted, last, g, h, i),
        )
        # An explainer's headings stand in sections alone.
        return tuple(b for b in found if number < SECTIONS or b.kind != "heading")

    def _paragraph(self, passage: int, named: str, led: list[str]) -> Block:
        return Block("paragraph", (self._sentences(passage, 4, named, *led),), passage)

    def _sentences(self, passage: int, count: int, named: str = "", led: str = "") -> str:
        told = [self._sentence() for _ in range(count)]
        if named:
            told[0] = f"The {named} came first."
        if led:
            told[1] = f"{told[1][:-1]}, as {_link(led)} has it."
        if self.dense and named:
            told[2] = f"The council said “{said(passage)}” and counted {counted(passage):,} gates."
        return " ".join(told)

    def _sentence(self) -> str:
        who, what = self._noun(), self._noun()
        how, done = self.chance.choice(_HOW), self.chance.choice(_VERBS)
        more = f"beside every {self._noun()} {self._noun()}"
        return f"The {how} {who} {done} the {self.chance.choice(_HOW)} {what} {more}."

    def _noun(self) -> str:
        return self.chance.choice(_NOUNS)


def said(passage: int) -> str:
    """What the council says in a passage of a dense corpus."""
    return f"the gates of {word(passage)} will be open before the winter comes"


def counted(passage: int) -> int:
    """What the council counts there."""
    return 1_234 + 37 * passage


def word(number: int) -> str:
    """A word of its own for each number."""
    syllables = "ba de fi go ku la me ni po ru sa te vi wo zu".split()
    word = ""
    while True:
        number, rest = divmod(number, len(syllables))
        word = syllables[rest] + word
        if not number:
            return "k" + word


def _id(name: str) -> str:
    return name.replace(" ", "-")


def _link(name: str) -> str:
    return f"{{{name}|{_id(name)}}}"
