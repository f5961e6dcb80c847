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
    return tuple(dict.fromkeys(ref.within(seed) for ref in _cited(record)))


def chart_cites(chart: Chart) -> tuple[PassageRef, ...]:
    """The passages `chart` names for itself and those of its points, each once."""
    of_points = (point.passage for point in chart.points if point.passage)
    return tuple(dict.fromkeys((*chart.cites, *of_points)))


def _cited(record: Record) -> Iterator[PassageRef]:
    for prose in prose_of(record):
        yield from prose.refs
    yield from chart_cites(record) if isinstance(record, Chart) else getattr(record, "cites", ())
    if isinstance(record, Actor):
        yield from (dealing.passage for dealing in record.deals_with if dealing.passage)
