"""What a picture of numbers is made from, and how big it is."""

from itertools import groupby

from explainer.model.form import Form

WIDE, NARROW = 608, 336
"""Pixels; shown at about that size."""


class Line(Form, frozen=True):
    """A series: what its numbers are of, and whose."""

    name: str
    side: str
    """`first`, `second`, or one that has no hue of its own."""


class Mark(Form, frozen=True):
    """One number, as a picture needs it."""

    x: str
    """A label, or an ISO date; marks of one `x` stand together."""
    label: str
    """`x` as readers write it."""
    y: float
    text: str
    """`y` as readers write it."""
    line: int
    """Its series, counted from 0."""
    is_later: bool
    """Set apart: it was not known at the date of knowledge."""


class ChartPlan(Form, frozen=True):
    """Everything a picture of numbers is made from."""

    id: str
    type: str
    """`step`, `line`, `bars`, `columns` or `stacked`."""
    lines: tuple[Line, ...]
    """At least one; a single one is not named in the picture."""
    marks: tuple[Mark, ...]
    is_narrow: bool
    """For 336 px rather than 608."""
    whole: float
    """What a share is a part of, drawn behind it; 0 for none."""
    until: str
    """The date to which the last value of a `step` held; empty for its own date."""
    later: str
    """What is written at a later mark."""
    months: tuple[str, ...]
    """Short names of the months, for an axis of dates."""
    thousands: str
    """What stands between thousands."""
    decimal: str
    """What stands before tenths."""
    vega_lite: str
    """A specification as JSON, instead of all but `id` and `is_narrow`; usually empty."""
    drawn_with: str
    """The version of vl-convert, so that a remembered picture is drawn anew by another one."""

    @property
    def width(self) -> int:
        return NARROW if self.is_narrow else WIDE

    @property
    def is_named(self) -> bool:
        """Whether the picture says which series is which."""
        return len(self.lines) > 1

    @property
    def limits(self) -> tuple[float, float]:
        """The lowest and the highest value there is room for, zero among them."""
        values = [0.0, self.whole, *(mark.y for mark in self.marks)]
        low, high = min(values), max(values)
        return (low, high) if high > low else (low, low + 1)

    def by_line(self) -> list[tuple[int, list[Mark]]]:
        """The marks of each series, with its place."""
        marks = sorted(self.marks, key=lambda mark: mark.line)
        return [(line, list(group)) for line, group in groupby(marks, key=lambda mark: mark.line)]
