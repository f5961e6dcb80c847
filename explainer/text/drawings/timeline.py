"""The timeline as a picture: periods, and in each a mark for every event, on the lane of its side.

Along the line each step is a day on which something happened. Drawn to scale, two days in London
would be a hair's breadth beside the two years before; how long a period was is written at its head.
"""

from collections.abc import Iterator, Sequence

from explainer.model.form import Form
from explainer.text.drawings.shapes import LEADING, rule, shape, side_mark, svg, words
from explainer.text.fitting import lines_of

_WIDE, _NARROW = 960, 336
_LEFT, _TOP, _LANE, _LEAST = 100.0, 62.0, 40.0, 108.0
"""Where lanes begin, how high they are, and the least width of a period."""
_COLUMN = 52.0
"""Width of a lane in the narrow picture."""
_LETTER = 6.5
"""At 12 px."""


class Moment(Form, frozen=True):
    """An event as the picture shows it."""

    date: str
    """ISO; events of one date share a step."""
    when: str
    """The date in words."""
    side: str
    """As `side_mark` knows it."""
    title: str
    """Empty for one that is not named in the picture."""


class Period(Form, frozen=True):
    name: str
    span: str
    """From when to when, in words."""
    is_later: bool
    moments: tuple[Moment, ...]
    """Oldest first."""

    @property
    def dates(self) -> list[str]:
        return list(dict.fromkeys(moment.date for moment in self.moments))


class Lane(Form, frozen=True):
    side: str
    name: str


def timeline_wide(periods: Sequence[Period], lanes: Sequence[Lane]) -> str:
    """The picture for a wide place: time runs to the right, lanes lie below each other."""
    heights = [_TOP + _LANE * (n + 0.5) for n in range(len(lanes))]
    bottom = _TOP + _LANE * len(lanes)
    parts = [words(0, y + 4, [lane.name]) for y, lane in zip(heights, lanes, strict=True)]
    named: list[tuple[float, float, Moment]] = []
    x = _LEFT
    for period, width in zip(periods, _widths(periods), strict=True):
        parts += _head(period, x, width, bottom)
        dashed = {"stroke_dasharray": "4 4"} if period.is_later else {}
        parts += [rule(x, y, x + width, y, **dashed) for y in heights]
        step = (width - 12) / len(period.dates)
        for moment, steps, aside, lane in _settled(period, lanes):
            place = x + 6 + step * (steps + 0.5)
            y = heights[lane] + 12 * aside
            parts.append(_mark(moment, place, y, is_later=period.is_later))
            if moment.title:
                named.append((place, y, moment))
        x += width
    labels, deepest = _labels_below(named, bottom + 26)
    # Leaders first, so that marks lie on them.
    return svg(_WIDE, deepest, [*labels, *parts])


def _widths(periods: Sequence[Period]) -> list[float]:
    """Room by the number of days, but enough for each head."""
    room, many = _WIDE - _LEFT, sum(len(period.dates) for period in periods)
    few = [period for period in periods if len(period.dates) * room < _LEAST * many]
    left = room - _LEAST * len(few)
    steps = many - sum(len(period.dates) for period in few)
    return [_LEAST if p in few else left * len(p.dates) / max(1, steps) for p in periods]


def _settled(period: Period, lanes: Sequence[Lane]) -> Iterator[tuple[Moment, int, float, int]]:
    """Each moment with its step, how far it moves aside for others of the day, and its lane."""
    for step, date in enumerate(period.dates):
        for number, lane in enumerate(lanes):
            here = [m for m in period.moments if m.date == date and m.side == lane.side]
            for n, moment in enumerate(here):
                yield moment, step, n - (len(here) - 1) / 2, number


def _head(period: Period, x: float, width: float, bottom: float) -> list[str]:
    room = width - 8
    lines = lines_of(period.name, room, _LETTER + 0.5)[:2]
    span = lines_of(period.span, room, 6)[:2]
    return [
        rule(x, 0, x, bottom),
        words(x + 6, 12, lines, font_weight="600"),
        words(x + 6, 12 + len(lines) * LEADING, span, fill="var(--text-soft)", font_size=11),
    ]


def _mark(moment: Moment, x: float, y: float, *, is_later: bool) -> str:
    if not is_later:
        return side_mark(moment.side, x, y)
    return _hollow(side_mark(moment.side, x, y))


def _hollow(mark: str) -> str:
    """`mark` as an outline: what it tells of was known later."""
    start = mark.index('fill="') + len('fill="')
    hue = mark[start : mark.index('"', start)]
    return mark.replace(f'fill="{hue}"', f'fill="var(--ground)" stroke="{hue}" stroke-width="1.5"')


def _labels_below(
    labels: Sequence[tuple[float, float, Moment]], top: float
) -> tuple[list[str], float]:
    """The named events in a row below, each led to from its mark; and how deep the row goes."""
    if not labels:
        return [], top - 20
    width = min(124.0, _WIDE / len(labels))
    places = _spread([x - width / 2 for x, _, _ in sorted(labels)], width)
    parts, deepest = [], top
    for (x, y, moment), left in zip(sorted(labels), places, strict=True):
        when = lines_of(moment.when, width - 10, 6.6)
        lines = lines_of(moment.title, width - 10, 6.1)
        parts += [
            shape("path", fill="none", stroke="var(--text-soft)", stroke_width=0.75,
                  d=f"M{x:.1f} {y:.1f}V{top - 30:.1f}L{left + 3:.1f} {top - 12:.1f}"),
            words(left, top, when, font_size=11, font_weight="600"),
            words(left, top + len(when) * LEADING, lines, font_size=11),
        ]  # fmt: skip
        deepest = max(deepest, top + (len(when) + len(lines)) * LEADING)
    return parts, deepest


def _spread(starts: Sequence[float], width: float) -> list[float]:
    """`starts`, rising, moved so far that each has `width` to itself in the wide picture."""
    placed: list[float] = []
    for start in starts:
        placed.append(max(start, 0.0, placed[-1] + width if placed else 0.0))
    for n in range(len(placed) - 1, -1, -1):
        limit = placed[n + 1] - width if n + 1 < len(placed) else _WIDE - width
        placed[n] = min(placed[n], limit)
    return placed


def timeline_narrow(periods: Sequence[Period], lanes: Sequence[Lane]) -> str:
    """The picture for a phone: time runs down, lanes stand side by side, names beside them."""
    column = _column(lanes)
    middles = [column * (n + 0.5) for n in range(len(lanes))]
    names = [lines_of(lane.name, column, 6.1) for lane in lanes]
    y = max([2, *map(len, names)]) * LEADING + 8.0
    parts = [
        words(x, 11, lines, font_size=11, text_anchor="middle")
        for x, lines in zip(middles, names, strict=True)
    ]
    for period in periods:
        parts += [
            rule(0, y, _NARROW, y),
            words(0, y + 16, [period.name], font_weight="600"),
            words(_NARROW, y + 16, [period.span], fill="var(--text-soft)", font_size=11,
                  text_anchor="end"),
        ]  # fmt: skip
        start = y + 26
        heights, labels, y = _down(period, start, column * len(lanes) + 10)
        dashed = {"stroke_dasharray": "4 4"} if period.is_later else {}
        parts += [rule(x, start, x, y, **dashed) for x in middles]
        parts += [
            _mark(moment, middles[lane] + 12 * aside, heights[step], is_later=period.is_later)
            for moment, step, aside, lane in _settled(period, lanes)
        ]
        parts += labels
        y += 8
    return svg(_NARROW, y, parts)


def _column(lanes: Sequence[Lane]) -> float:
    """How wide each lane is: the longest word of their names fits, if what is told beside them does."""
    longest = max((len(word) for lane in lanes for word in lane.name.split()), default=0)
    return max(_COLUMN, min(6.1 * longest + 3, 200 / max(1, len(lanes))))


def _down(period: Period, y: float, left: float) -> tuple[list[float], list[str], float]:
    """How deep each step stands, the names beside them, and where the period ends."""
    heights, labels, free = [], [], y
    for date in period.dates:
        named = [m for m in period.moments if m.date == date and m.title]
        y = max(y, free - 6) if named else y
        heights.append(y + 6)
        free = max(free, y + 10) if named else free
        for moment in named:
            when = lines_of(moment.when, _NARROW - left, 6.7)
            lines = lines_of(moment.title, _NARROW - left, 6.1)
            labels += [
                words(left, free, when, font_size=11, font_weight="600"),
                words(left, free + len(when) * LEADING - 1, lines, font_size=11),
            ]
            free += 5 + (len(when) + len(lines)) * LEADING
        y += 14
    return heights, labels, max(y, free - 6)
