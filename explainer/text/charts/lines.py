"""Charts of lines: steps, which hold until the next, and lines from point to point."""

import re
from collections.abc import Sequence
from datetime import date

from explainer.model.form import Form
from explainer.text.charts.columns import apart
from explainer.text.charts.layers import (
    Spec,
    at,
    colour_of,
    coloured,
    layer,
    on,
    picture,
    words,
)
from explainer.text.charts.plan import ChartPlan, Mark
from explainer.text.fitting import BOLD, lines_of
from explainer.text.numbers_in_words import with_signs

_TOP, _LEFT = 22, 30
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_VALUE = {"fontWeight": 600, "stroke": "var(--ground)", "strokeWidth": 4}
"""The look of a value: its rim keeps it clear of a line of the grid behind it."""


class _Frame(Form, frozen=True):
    """Where the lines are drawn, in pixels, and how values and dates fall on it."""

    left: float
    right: float
    bottom: float
    low: float
    high: float
    start: float
    end: float
    """Along `x`: days (`date.toordinal`), or places in a row."""

    def x(self, along: float) -> float:
        return self.left + (self.right - self.left) * (along - self.start) / (self.end - self.start)

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - _TOP) * (value - self.low) / (self.high - self.low)


def line_spec(plan: ChartPlan) -> Spec:
    """The Vega-Lite specification of a `step` or a `line`."""
    along = _along(plan)
    frame = _frame(plan, along)
    beside, tips = _names(plan, frame, along), _tips(plan, frame, along)
    layers = [
        *_grid(plan, frame),
        *(_dates(plan, frame) if _has_dates(plan) else _labels(plan, frame, along)),
        *_paths(plan, frame, along),
        words([tip for tip in tips if not tip["end"]], **_VALUE),
        words([tip for tip in tips if tip["end"]], **_VALUE, align="right"),
        words(beside, fontWeight=600, fill="colour"),
    ]  # fmt: skip
    return picture(plan.width, frame.bottom + (24 if _has_dates(plan) else 40), layers)


def _has_dates(plan: ChartPlan) -> bool:
    return all(_DAY.fullmatch(mark.x) for mark in plan.marks)


def _along(plan: ChartPlan) -> dict[str, float]:
    """How far along each `x` stands."""
    if _has_dates(plan):
        return {mark.x: float(date.fromisoformat(mark.x).toordinal()) for mark in plan.marks}
    return {x: float(n) for n, x in enumerate(dict.fromkeys(mark.x for mark in plan.marks))}


def _frame(plan: ChartPlan, along: dict[str, float]) -> _Frame:
    values = [0.0, *(mark.y for mark in plan.marks)]
    step = _step(max(values) - min(values))
    low = step * (min(values) // step)
    high = step * -(-max(values) // step) or step
    end = max(along.values())
    if plan.type == "step" and plan.until and _has_dates(plan):
        end = max(end, date.fromisoformat(plan.until).toordinal())
    names = (112 if plan.is_narrow else 180) if plan.is_named else 16
    start = min(along.values())
    if _has_dates(plan):
        first = date.fromordinal(int(start))
        start = first.replace(day=1).toordinal() if first.day < 8 else start
    return _Frame(
        left=_LEFT,
        right=plan.width - names,
        bottom=_TOP + (210 if plan.is_narrow else 250),
        low=low,
        high=high,
        start=start,
        end=end if end > start else start + 1,
    )


def _step(span: float) -> float:
    """A round distance between lines of the grid, so that there are four at the most."""
    size = 1.0
    while size * 50 < span:
        size *= 10
    while size * 5 >= span > 0:
        size /= 10
    return next((size * n for n in (1, 2, 5, 10, 20, 50) if size * n * 4 >= span), size)


def _grid(plan: ChartPlan, frame: _Frame) -> list[Spec]:
    step = _step(frame.high - frame.low)
    count = round((frame.high - frame.low) / step)
    values = [frame.low + step * n for n in range(count + 1)]
    rows = [{"px": 0, "px2": frame.right, "py": frame.y(value)} for value in values]
    rule = {"type": "rule", "strokeWidth": 1}
    told = [with_signs(f"{value:,g}", plan.thousands, plan.decimal) for value in values]
    return [
        layer({**rule, "stroke": colour}, some, x=at("px"), x2={"field": "px2"}, y=at("py"))
        for colour, some in (
            ("var(--line)", [r for r, value in zip(rows, values, strict=True) if value]),
            ("currentColor", [r for r, value in zip(rows, values, strict=True) if not value]),
        )
    ] + [
        words(
            [{"px": 0, "py": row["py"] - 4, "lines": [text]} for row, text in zip(rows, told, strict=True)],
            fill="var(--text-soft)", fontSize=12,
        )
    ]  # fmt: skip


def _dates(plan: ChartPlan, frame: _Frame) -> list[Spec]:
    """Months below the line, as many as have room."""
    first, last = date.fromordinal(int(frame.start)), date.fromordinal(int(frame.end))
    months = [
        date(number // 12, number % 12 + 1, 1)
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    ]
    inside = [month for month in months if month.toordinal() >= frame.start]
    room = (frame.right - frame.left) / max(1, len(inside))
    every = max(1, int(-(-34 // room)))
    shown = inside[::every]
    ticks = [{"px": frame.x(month.toordinal()), "py": frame.bottom} for month in shown]
    for tick in ticks:
        tick["py2"] = frame.bottom + 5
    labels = [
        {"px": tick["px"], "py": frame.bottom + 19, "lines": [_month(plan, month, months[0])]}
        for tick, month in zip(ticks, shown, strict=True)
    ]
    rule = {"type": "rule", "stroke": "currentColor", "strokeWidth": 1}
    return [
        layer(rule, ticks, x=at("px"), y=at("py"), y2={"field": "py2"}),
        words(labels, fill="var(--text-soft)", fontSize=12, align="center"),
    ]


def _month(plan: ChartPlan, month: date, first: date) -> str:
    name = plan.months[month.month - 1]
    return f"{name} {month.year}" if month.month == 1 and month != first else name


def _labels(plan: ChartPlan, frame: _Frame, along: dict[str, float]) -> list[Spec]:
    shown = {mark.x: mark for mark in plan.marks}
    room = (frame.right - frame.left) / max(1, len(shown) - 1)
    labels = [
        {
            "px": frame.x(along[x]),
            "py": frame.bottom + 19,
            "lines": lines_of(f"{mark.label} {plan.later if mark.is_later else ''}", room - 4),
        }
        for x, mark in shown.items()
    ]
    return [words(labels, fill="var(--text-soft)", fontSize=12, align="center")]


def _paths(plan: ChartPlan, frame: _Frame, along: dict[str, float]) -> list[Spec]:
    """The lines; their later stretch broken, with hollow points."""
    known, later, points = [], [], []
    for i, line in enumerate(plan.lines):
        marks = _sorted(plan, i, along)
        base = [mark for mark in marks if not mark.is_later]
        rest = [mark for mark in marks if mark.is_later]
        look = {"line": i, "colour": colour_of(line)}
        known += [{"px": frame.x(along[m.x]), "y": m.y, **look} for m in base]
        if plan.type == "step" and base and not rest:
            known.append({"px": frame.x(frame.end), "y": base[-1].y, **look})
        if rest:
            later += [{"px": frame.x(along[m.x]), "y": m.y, **look} for m in [*base[-1:], *rest]]
        points += [{"px": frame.x(along[m.x]), "y": m.y, **look} for m in rest]
    shape = "step-after" if plan.type == "step" else "linear"
    path = {"type": "line", "interpolate": shape, "strokeWidth": 2.5, "strokeJoin": "round"}
    broken = {**path, "strokeDash": [5, 4]}
    by_line = {"field": "line", "type": "nominal"}
    upright = on(frame.low, frame.high, frame.bottom, _TOP)
    dot = {"type": "point", "fill": "var(--ground)", "size": 50, "strokeWidth": 2, "opacity": 1}
    return [
        layer(path, known, x=at("px"), y=upright, stroke=coloured(), detail=by_line),
        layer(broken, later, x=at("px"), y=upright, stroke=coloured(), detail=by_line),
        layer(dot, points, x=at("px"), y=upright, stroke=coloured()),
    ]  # fmt: skip


def _sorted(plan: ChartPlan, line: int, along: dict[str, float]) -> list[Mark]:
    return sorted((m for m in plan.marks if m.line == line), key=lambda m: along[m.x])


def _tips(plan: ChartPlan, frame: _Frame, along: dict[str, float]) -> list[Spec]:
    """The values worth a number: a line's first, its highest and its last, and all known later."""
    tips = []
    for i in range(len(plan.lines)):
        marks = _sorted(plan, i, along)
        if not marks:
            continue
        highest = max(marks, key=lambda mark: mark.y)
        first, last = marks[0], marks[-1]
        told = {id(mark): mark for mark in (first, highest, *(m for m in marks if m.is_later))}
        if first is not highest and frame.x(along[highest.x]) - frame.x(along[first.x]) < 24:
            del told[id(first)]
        told.pop(id(last), None)
        tips += [
            {"px": frame.x(along[m.x]), "py": frame.y(m.y) - 6, "lines": [m.text], "end": False}
            for m in told.values()
        ]
        tips.append(
            {"px": frame.right, "py": frame.y(last.y) - 6, "lines": [last.text], "end": True}
        )
    return tips


def _names(plan: ChartPlan, frame: _Frame, along: dict[str, float]) -> Sequence[Spec]:
    """What each line is, beside its end."""
    if not plan.is_named:
        return []
    room = plan.width - frame.right - 8
    ends = [
        {
            "px": frame.right + 8,
            "py": frame.y(marks[-1].y) + 4.5,
            "lines": lines_of(line.name, room, BOLD),
            "colour": colour_of(line),
        }
        for i, line in enumerate(plan.lines)
        if (marks := _sorted(plan, i, along))
    ]
    return apart(ends, frame.bottom + 19)
