"""Columns: a panel for each series, side by side, all to one scale."""

from collections.abc import Sequence

from explainer.model.form import Form
from explainer.text.charts.layers import (
    LEADING,
    WHOLE,
    Spec,
    at,
    base_lines,
    bodies,
    colour_of,
    label_lines,
    layer,
    on,
    picture,
    words,
)
from explainer.text.charts.plan import ChartPlan, Mark
from explainer.text.fitting import BOLD, lines_of, width_of

_COLUMN, _BAND = 76, 118
"""The widest a column, and the room for it, become."""
_PLOT = 180
"""Height in which columns stand."""
_GAP = 28
"""Between the panels of two series."""


class _Frame(Form, frozen=True):
    """Where columns stand, in pixels."""

    panel: float
    band: float
    top: float
    bottom: float
    foot: float
    """The first line of the labels."""
    low: float
    high: float

    def y(self, value: float) -> float:
        return self.bottom - _PLOT * (value - self.low) / (self.high - self.low)

    def middle(self, panel: int, place: int) -> float:
        return panel * (self.panel + _GAP) + self.band * (place + 0.5)


def columns_fit(plan: ChartPlan) -> bool:
    """Whether the columns have room side by side for their longest word, and look well."""
    most = 4 if plan.is_narrow else 16
    names = (f"{mark.label} {mark.text}" for mark in plan.marks)
    longest = max(width_of(word) for name in names for word in name.split())
    return len(plan.marks) <= most and longest <= _band(plan)


def _panel(plan: ChartPlan) -> float:
    count = len(plan.by_line())
    return (plan.width - _GAP * (count - 1)) / count


def _band(plan: ChartPlan) -> float:
    return min(_BAND, _panel(plan) / max(len(marks) for _, marks in plan.by_line()))


def columns_spec(plan: ChartPlan) -> Spec:
    """The Vega-Lite specification of `columns`."""
    heads = [
        lines_of(plan.lines[i].name, _panel(plan), BOLD) for i, _ in plan.by_line() if plan.is_named
    ]
    frame = _frame(plan, heads)
    columns = _columns(plan, frame)
    values, labels = [value for value, _ in columns], [label for _, label in columns]
    titles = [
        {"px": n * (frame.panel + _GAP), "py": 13, "lines": head, "colour": colour_of(plan.lines[i])}
        for n, (head, (i, _)) in enumerate(zip(heads, plan.by_line(), strict=False))
    ]  # fmt: skip
    bases = [
        {"px": n * (frame.panel + _GAP), "px2": n * (frame.panel + _GAP) + frame.band * len(marks),
         "py": frame.y(0)}
        for n, (_, marks) in enumerate(plan.by_line())
    ]  # fmt: skip
    across = {"x": at("px"), "x2": {"field": "px2"}}
    upright = on(frame.low, frame.high, frame.bottom, frame.top)
    whole = {**upright, "field": "whole"}
    layers = [
        layer(WHOLE, values if plan.whole else [], **across, y=whole, y2={"field": "zero"}),
        *bodies(values, **across, y=upright, y2={"field": "zero"}),
        base_lines(bases),
        words(titles, fontWeight=600, fill="colour"),
        words(labels, align="center"),
        words([{**one, "py": one["tip"], "lines": [one["text"]]} for one in labels],
              align="center", fontWeight=600),
    ]  # fmt: skip
    tallest = max(len(label["lines"]) for label in labels)
    return picture(plan.width, frame.foot + (tallest - 1) * LEADING + 6, layers)


def _frame(plan: ChartPlan, heads: Sequence[list[str]]) -> _Frame:
    low, high = plan.limits
    top = max((len(head) for head in heads), default=0) * LEADING + (8 if heads else 0) + 18.0
    return _Frame(
        panel=_panel(plan),
        band=_band(plan),
        top=top,
        bottom=top + _PLOT,
        foot=top + _PLOT + (36 if low < 0 else 18),
        low=low,
        high=high,
    )


def _columns(plan: ChartPlan, frame: _Frame) -> list[tuple[Spec, Spec]]:
    """Each column, with its label and the value at its tip."""
    half = min(_COLUMN, frame.band * 0.66) / 2
    return [
        (
            {
                "px": frame.middle(panel, place) - half,
                "px2": frame.middle(panel, place) + half,
                "y": mark.y,
                "zero": 0,
                "whole": plan.whole,
                "later": mark.is_later,
                "colour": colour_of(plan.lines[mark.line]),
            },
            {
                "px": frame.middle(panel, place),
                "py": frame.foot,
                "lines": label_lines(plan, mark, frame.band - 2),
                "tip": frame.y(mark.y) + (-6 if mark.y >= 0 else 16),
                "text": mark.text,
            },
        )
        for panel, (_, marks) in enumerate(plan.by_line())
        for place, mark in enumerate(marks)
    ]


def stacked_spec(plan: ChartPlan) -> Spec:
    """The Vega-Lite specification of `stacked`: a part is named beside the last column."""
    places = list(dict.fromkeys(mark.x for mark in plan.marks))
    beside = 112.0 if plan.is_narrow else 190.0
    band = min(_BAND, (plan.width - beside) / len(places))
    high = max(sum(max(m.y, 0) for m in plan.marks if m.x == x) for x in places) or 1.0
    frame = _Frame(plan.width, band, 18, 18 + _PLOT, 36 + _PLOT, 0, high)
    parts = _parts(plan, places, frame)
    labels: dict[str, Spec] = {
        mark.x: {
            "px": frame.middle(0, places.index(mark.x)),
            "py": frame.foot,
            "lines": label_lines(plan, mark, band - 4),
        }
        for mark in plan.marks
    }
    names = [
        {"px": part["px2"] + 8, "py": part["centre"],
         "lines": lines_of(plan.lines[part["line"]].name, beside - 12)}
        for part in parts if part["x"] == places[-1]
    ]  # fmt: skip
    return picture(
        plan.width,
        frame.foot + (max(len(label["lines"]) for label in labels.values()) - 1) * LEADING + 6,
        [
            *_part_layers(parts, frame),
            base_lines([{"px": 0, "px2": band * len(places), "py": frame.bottom}]),
            words(labels.values(), align="center"),
            words(apart(names)),
        ],
    )


def _part_layers(parts: Sequence[Spec], frame: _Frame) -> list[Spec]:
    """The parts, a thin gap between them, and their values where these have room."""
    upright = on(0, frame.high, frame.bottom, frame.top)
    known, later = bodies(parts, x=at("px"), x2={"field": "px2"}, y=upright, y2={"field": "zero"})
    known["mark"] = {"type": "bar", "stroke": "var(--ground)", "strokeWidth": 1}
    known["encoding"]["fillOpacity"] = {"field": "tint", "type": "quantitative", "scale": None}
    inside = [
        {"px": (part["px"] + part["px2"]) / 2, "py": part["centre"], "lines": [part["text"]],
         "is_dark": part["tint"] > 0.6 and not part["later"]}
        for part in parts if frame.y(part["zero"]) - frame.y(part["y"]) >= 15
    ]  # fmt: skip
    return [
        known,
        later,
        words([w for w in inside if w["is_dark"]], align="center", fill="var(--ground)"),
        words([w for w in inside if not w["is_dark"]], align="center"),
    ]


def _parts(plan: ChartPlan, places: Sequence[str], frame: _Frame) -> list[Spec]:
    """Each mark on those of the series before it."""
    half = min(_COLUMN, frame.band * 0.7) / 2
    below = dict.fromkeys(places, 0.0)
    parts = []
    for mark in sorted(plan.marks, key=lambda mark: mark.line):
        start, stop = below[mark.x], below[mark.x] + max(mark.y, 0)
        below[mark.x] = stop
        middle = frame.middle(0, places.index(mark.x))
        parts.append(
            {
                "px": middle - half,
                "px2": middle + half,
                "zero": start,
                "y": stop,
                "x": mark.x,
                "line": mark.line,
                "text": mark.text,
                "later": mark.is_later,
                "tint": _tint(plan, mark),
                "centre": (frame.y(start) + frame.y(stop)) / 2 + 4.5,
                "colour": colour_of(plan.lines[mark.line]),
            }
        )
    return parts


def _tint(plan: ChartPlan, mark: Mark) -> float:
    """Full for a hue of its own; lighter by steps where several parts share one."""
    hue = colour_of(plan.lines[mark.line])
    same = [i for i, one in enumerate(plan.lines) if colour_of(one) == hue]
    return 1 - 0.8 * same.index(mark.line) / len(same)


def apart(names: Sequence[Spec], lowest: float = 1e9) -> list[Spec]:
    """`names` moved up or down so far that none covers another, and none stands below `lowest`."""
    placed: list[Spec] = []
    for name in sorted(names, key=lambda one: float(one["py"])):
        centred = name["py"] - (len(name["lines"]) - 1) * LEADING / 2
        free = placed[-1]["py"] + len(placed[-1]["lines"]) * LEADING + 5 if placed else 12
        placed.append({**name, "py": max(centred, free)})
    if not placed:
        return []
    over = placed[-1]["py"] + (len(placed[-1]["lines"]) - 1) * LEADING - lowest
    return [{**one, "py": one["py"] - max(0, over)} for one in placed]
