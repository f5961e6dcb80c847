"""figures of what is shown: key figures, events and charts hold what their passages hold."""

import re
from collections.abc import Iterator

from explainer.model.problems import Origin, Problem
from explainer.model.site import (
    Chart,
    Event,
    Point,
    Settings,
    Site,
)
from explainer.text.agreement import scale_and_unit
from explainer.text.held import HeldReader, figures_of, known_figures, listed
from explainer.text.known import Known
from explainer.text.places import place_near

_CHECK = "figures"
_ISO = re.compile(r"\d{4}-\d\d(-\d\d)?")


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """Numbers and dates of key figures, events and charts that no passage of theirs holds."""
    site, reader = known.site, known.reader
    if asked.settings:
        yield from _key_figures(site, asked.settings, reader)
    for event in asked.events:
        yield from _event(site, event, reader)
    for chart in asked.charts:
        yield from _chart(site, chart, reader)


def _key_figures(site: Site, settings: Settings, reader: HeldReader) -> Iterator[Problem]:
    for key in settings.key_figures:
        passages = reader.passages(key.cites)
        if passages:
            for words, message, hint in reader.plain(key.figure, passages):
                origin = _after(site, settings.origin, "key_figures", key.figure, words)
                yield Problem(origin, message, hint, _CHECK)


def _event(site: Site, event: Event, reader: HeldReader) -> Iterator[Problem]:
    passages = reader.passages(event.cites)
    if not passages:
        return
    for message, hint in reader.iso(passages, event.date, event.end):
        place = _after(site, event.origin, "date:", event.date)
        yield Problem(place, message, hint, _CHECK)


def _chart(site: Site, chart: Chart, reader: HeldReader) -> Iterator[Problem]:
    for index, point in enumerate(chart.points):
        for message, hint in _point(chart, point, reader):
            origin = _place_of_point(site, chart, index)
            yield Problem(origin, message, hint, _CHECK)


def _point(chart: Chart, point: Point, reader: HeldReader) -> Iterator[tuple[str, str]]:
    if point.passage is None:
        yield (
            f"the point at `{point.x}` names no passage",
            "write `passage: p8`, or `passage: reference:passage`",
        )
        return
    passages = reader.passages((point.passage,))
    if passages and _ISO.fullmatch(point.x):
        yield from reader.iso(passages, point.x, point.x)
    scale = scale_and_unit(chart.unit)[0]
    ends = {
        value * factor
        for figure in figures_of(passages)
        for value in (figure.low, figure.high)
        if value is not None
        for factor in (1, scale_and_unit(figure.unit)[0], scale_and_unit(figure.unit)[0] / scale)
    }
    if passages and not any(abs(point.y - end) <= 1e-9 * max(1, abs(end)) for end in ends):
        yield (
            f"`{point.y:g}` at `{point.x}` is no figure of {listed(passages)}",
            f"{known_figures(passages)}; mend the point, or name the passage that has it",
        )


def _place_of_point(site: Site, chart: Chart, index: int) -> Origin:
    start = place_near(site.texts, chart.origin, "points: -")
    return place_near(site.texts, start, "x:", index)


def _after(site: Site, origin: Origin, *needles: str) -> Origin:
    """The place of the last of `needles`, each looked for after the one before."""
    for needle in needles:
        origin = place_near(site.texts, origin, needle)
    return origin
