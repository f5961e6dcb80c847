"""What other pages say of a record where they lead to it, and of a section where they list it.

So little is made before all pages, that a page is made again only where some of it has changed.
"""

from collections.abc import Mapping

from explainer.model.form import Form
from explainer.model.linked import LinkedSite
from explainer.model.passages import Source
from explainer.model.prose import Prose
from explainer.model.record import Layer, Record
from explainer.model.site import Actor, Chart, Event, Section, Term
from explainer.text.addresses import address_of


class Signpost(Form, frozen=True):
    """What a link to a record shows."""

    id: str
    kind: type[Record]
    name: str
    address: str
    layer: Layer
    side: str
    """Of an actor; of others empty."""

    def at(self, fragment: str) -> str:
        """The address of a place on the record's page; a record that only stands in a list is one."""
        return (
            f"{self.address}#{fragment}" if fragment and "#" not in self.address else self.address
        )


def signposts_of(linked: LinkedSite) -> Mapping[str, Signpost]:
    """The signpost to every record, by its id."""
    colon = linked.site.words["colon"]
    return {id: _signpost(record, colon) for id, record in linked.records.items()}


def _signpost(record: Record, colon: str) -> Signpost:
    side = record.side if isinstance(record, Actor) else ""
    return Signpost(
        record.id, type(record), name_of(record, colon), address_of(record), record.layer, side
    )


_WORDS_PER_MINUTE = 220


class Outline(Form, frozen=True):
    """What the lists of sections show of one."""

    id: str
    question: str
    address: str
    number: int
    """In its layer, from 1."""
    standfirst: Prose
    minutes: int
    """Whole ones to read it, at least 1, at 220 words a minute."""
    updated: str
    layer: Layer


def outlines_of(linked: LinkedSite) -> tuple[Outline, ...]:
    """The outlines of all sections, in reading order."""
    numbers = {"base": 0, "later": 0}
    outlines = []
    for one in linked.site.sections:
        numbers[one.layer] += 1
        texts = (one.standfirst, *one.key_points, one.body)
        words = sum(len(prose.text.split()) for prose in texts)
        outlines.append(
            Outline(
                id=one.id,
                question=one.question,
                address=address_of(one),
                number=numbers[one.layer],
                standfirst=one.standfirst,
                minutes=max(1, round(words / _WORDS_PER_MINUTE)),
                updated=one.updated,
                layer=one.layer,
            )
        )
    return tuple(outlines)


def name_of(record: Record, colon: str) -> str:
    """What links call `record` when they stand alone; `colon` is the language's."""
    if isinstance(record, Section):
        return record.question
    if isinstance(record, Term | Actor):
        return record.name
    if isinstance(record, Event | Chart):
        return record.title
    if isinstance(record, Source):
        return source_name(record, colon)
    return record.id


def source_name(source: Source, colon: str) -> str:
    """The publisher, and the title where there is one."""
    return f"{source.publisher}{colon} {source.title}" if source.title else source.publisher
