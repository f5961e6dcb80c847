"""figures of what is shown: key figures, events and charts hold what their passages hold."""

import re
from collections.abc import Iterator

from explainer.model.passages import Figure
from explainer.model.problems import Problem
from explainer.model.site import (
    Chart,
    Event,
    Point,
    Settings,
    Site,
)
from explainer.text.agreement import counts_in, numbers_of, units_agree
from explainer.text.dates import FoundDate, date_is_held, find_dates
from explainer.text.held import HeldReader, figures_of
from explainer.text.known import Known
from explainer.text.places import place_near
from explainer.text.told import about_date, known_figures, listed

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
        told = [*reader.plain(key.figure, passages)] if passages else []
        if not told and passages and key.text.text.lower().startswith("change"):
            told = [*reader.plain(f"up {key.figure}", passages)]  # without a sign it says so
        for words, message, hint in told:
            needles = ("key_figures", key.figure, words)
            origin = place_near(site.texts, settings.origin, *needles)
            yield Problem(origin, message, hint, _CHECK)


def _event(site: Site, event: Event, reader: HeldReader) -> Iterator[Problem]:
    passages = reader.passages(event.cites)
    if not passages:
        return
    for message, hint in reader.iso(passages, event.date, event.end):
        place = place_near(site.texts, event.origin, "date:", event.date)
        yield Problem(place, message, hint, _CHECK)


def _chart(site: Site, chart: Chart, reader: HeldReader) -> Iterator[Problem]:
    for index, point in enumerate(chart.points):
        for message, hint in _point(chart, point, reader):
            needles = ("points: -", "x:")
            origin = place_near(site.texts, chart.origin, *needles, occurrence=index)
            yield Problem(origin, message, hint, _CHECK)


def _point(chart: Chart, point: Point, reader: HeldReader) -> Iterator[tuple[str, str]]:
    if point.passage is None:
        yield (
            f"the point at `{point.x}` names no passage",
            "write `passage: p8`, or `passage: reference:passage`",
        )
        return
    passages = reader.passages((point.passage,))
    date = _date_of(point)
    if passages and _ISO.fullmatch(point.x):
        yield from reader.iso(passages, point.x, point.x)
    elif passages and date and not reader.dates(passages, date):
        yield about_date(date, passages)
    figures = figures_of(passages)
    equal = [f for f in figures if _is_at(point, f, chart.unit, reader.language)]
    own = [figure for figure in figures if _is_of(point, figure)]
    if passages and not equal:
        yield (
            f"`{point.y:g}` at `{point.x}` is no figure of {listed(passages)}",
            f"{known_figures(passages)}; the chart counts in {chart.unit}; mend the point or the "
            "unit, or name the passage that has it",
        )
    elif own and not any(figure in own for figure in equal):
        yield (
            f"`{point.y:g}` is not the figure of {listed(passages)} for `{point.x}`",
            f"there it is {', '.join(figure.text for figure in own)}; mend the point, or say in the "
            "figure’s `about` or `period` what it is of",
        )


def _is_at(point: Point, figure: Figure, unit: str, language: str) -> bool:
    """Whether the point stands where `figure` says, in a chart that counts in `unit`."""
    # English is understood in every language.
    scale, one = counts_in(unit, language, "en")
    own, other = counts_in(figure.unit, language, figure.language or language, "en")
    if not units_agree(one, other):
        return False
    values = [value for value in (figure.low, figure.high) if value is not None]
    numbers = numbers_of(figure, language)
    factors = [own / scale]
    if not one or not other or scale == own:
        factors.append(1)  # nobody knows whether the unit is meant
    elif any(n.low == figure.low for n in numbers if (n.low or 0) >= own):
        factors.append(1 / scale)  # 34,000,000,000 beside `billion USD`
    ends = (value * factor for value in values for factor in factors)
    return any(abs(point.y - end) <= 1e-9 * max(1, abs(end)) for end in ends)


def _is_of(point: Point, figure: Figure) -> bool:
    """Whether `figure` is recorded for just what the point shows: its month, or its name."""
    date = _date_of(point)
    if date:
        return bool(figure.period) and date_is_held(date, [figure.period])
    return bool(re.search(rf"(?<!\w){re.escape(point.x)}(?!\w)", figure.about, re.IGNORECASE))


def _date_of(point: Point) -> FoundDate | None:
    """The day or month that the point stands at, where it stands at one."""
    dates = find_dates(point.x)
    is_date = len(dates) == 1 and dates[0].text == point.x and dates[0].kind in ("day", "month")
    return dates[0] if is_date else None
