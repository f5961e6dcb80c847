"""Bars, one below another: a block for each series."""

from collections.abc import Sequence
from typing import Any

from explainer.model.form import Form, replace
from explainer.text.charts.layers import (
    LEADING,
    WHOLE,
    Spec,
    at,
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

_THICK, _SPACE = 18, 9


class _Frame(Form, frozen=True):
    """Where bars begin and end, and where their labels have room."""

    width: int
    start: float
    end: float
    low: float
    high: float
    place: str
    """`beside` the bar in a column of their own, `across` zero from it, or `above` it."""
    tip: float
    """Room for a value at the end of its bar."""

    def x(self, value: float) -> float:
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    def room(self, mark: Mark) -> float:
        """What the label of `mark` may take."""
        if self.place == "across":
            return (self.width - self.x(0) if mark.y < 0 else self.x(0)) - 8
        if self.place == "beside":
            return self.start - 10 - (self.tip if self.low < 0 else 0)
        return self.width


def bars_spec(plan: ChartPlan) -> Spec:
    """The Vega-Lite specification of `bars`, and of `columns` that have no room side by side."""
    frame = _frame(plan)
    top, rows, titles = 2.0, [], []
    for i, marks in plan.by_line():
        if plan.is_named:
            head = lines_of(plan.lines[i].name, plan.width, BOLD)
            colour = colour_of(plan.lines[i])
            titles.append({"px": 0, "py": top + 12, "lines": head, "colour": colour})
            top += len(head) * LEADING + 6
        for mark in marks:
            row = _row(plan, frame, mark, top)
            rows.append(row)
            top = row["below"]
        top += 10 if plan.is_named else 0
    along = on(frame.low, frame.high, frame.start, frame.end)
    upright = {"y": at("py"), "y2": {"field": "py2"}}
    whole = rows if plan.whole else []
    zero = [{"px": frame.x(0), "py": row["from"], "py2": row["to"]} for row in rows]
    rule = {"type": "rule", "stroke": "currentColor", "strokeWidth": 1}
    layers = [
        layer(WHOLE, whole, **upright, x={**along, "field": "whole"}, x2={"field": "zero"}),
        *bodies(rows, **upright, x=along, x2={"field": "zero"}),
        layer(rule, zero, **upright, x=at("px")),
        words(titles, fontWeight=600, fill="colour"),
        *_aligned([row["label"] for row in rows]),
        *_aligned([row["tip"] for row in rows], fontWeight=600),
    ]
    return picture(plan.width, top - 2, layers)


def _frame(plan: ChartPlan) -> _Frame:
    low, high = plan.limits
    tip = max(width_of(mark.text, BOLD) for mark in plan.marks) + 8
    longest = max(width_of(mark.label) for mark in plan.marks) + 12
    end = plan.width - (tip if high > 0 else 4)
    left = tip if low < 0 else 0
    if not plan.is_narrow or longest <= 0.42 * plan.width:
        start = min(longest, 0.42 * plan.width) + left
        return _Frame(plan.width, start, end, low, high, "beside", tip)
    across = _Frame(plan.width, left, end, low, high, "across", tip)
    fits = all(width_of(mark.label) <= across.room(mark) for mark in plan.marks)
    return across if low < 0 < high and fits else replace(across, place="above")


def _row(plan: ChartPlan, frame: _Frame, mark: Mark, top: float) -> Spec:
    """A bar with its label and its value, from `top` to `below`."""
    lines = label_lines(plan, mark, frame.room(mark), is_one=frame.place != "beside")
    is_above = frame.place == "above"
    above = len(lines) * LEADING + 3 if is_above else 0
    tall = _THICK if is_above else max(22, len(lines) * LEADING)
    middle = top + above + tall / 2
    first = top + 12 if is_above else middle + 4.5 - (len(lines) - 1) * LEADING / 2
    label: Spec = {"px": 0, "py": first, "lines": lines, "is_right": False}
    if frame.place == "across":
        label["px"] = frame.x(0) + (8 if mark.y < 0 else -8)
        label["is_right"] = mark.y >= 0
    # Beside the outline of the whole, where there is one, rather than across it.
    tip = frame.x(max(mark.y, plan.whole)) + 6 if mark.y >= 0 else frame.x(mark.y) - 6
    reach = tall / 2 + (3 if is_above else _SPACE / 2)
    return {
        "py": middle - _THICK / 2,
        "py2": middle + _THICK / 2,
        "y": mark.y,
        "zero": 0,
        "whole": plan.whole,
        "later": mark.is_later,
        "colour": colour_of(plan.lines[mark.line]),
        "from": middle - reach,
        "to": middle + reach,
        "label": label,
        "tip": {"px": tip, "py": middle + 4.5, "lines": [mark.text], "is_right": mark.y < 0},
        "below": top + above + tall + _SPACE,
    }


def _aligned(values: Sequence[Spec], **look: Any) -> list[Spec]:
    return [
        words([value for value in values if not value["is_right"]], **look),
        words([value for value in values if value["is_right"]], align="right", **look),
    ]
