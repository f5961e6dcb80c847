"""Which passages a record rests on."""

from collections.abc import Iterator

from explainer.model.prose import PassageRef
from explainer.model.record import Record
from explainer.model.site import Actor, Chart
from explainer.text.proses import prose_of


def rests_on(record: Record, seed: str) -> tuple[PassageRef, ...]:
    """Every passage that `record` cites, in a text or as a whole, each once and with its source.

    One that names no source is one of `seed`.
    """
    refs = (ref if ref.source else PassageRef(seed, ref.passage) for ref in _cited(record))
    return tuple(dict.fromkeys(refs))


def _cited(record: Record) -> Iterator[PassageRef]:
    for prose in prose_of(record):
        yield from prose.refs
    yield from getattr(record, "cites", ())
    if isinstance(record, Chart):
        yield from (point.passage for point in record.points if point.passage)
    if isinstance(record, Actor):
        yield from (dealing.passage for dealing in record.deals_with if dealing.passage)
