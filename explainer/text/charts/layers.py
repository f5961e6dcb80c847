"""Layers of a chart as Vega-Lite: where each mark and each word stands.

Places are reckoned in pixels, so that a picture has the size it is shown at and words keep clear of
marks; Vega-Lite draws values on their scales. Every value is written where it is drawn, so bars and
columns need no axis. Sides have their hue and their name beside it. What was known later is hollow,
with a broken outline and a word.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from explainer.text.charts.plan import ChartPlan, Line, Mark
from explainer.text.fitting import lines_of

Spec = dict[str, Any]

LEADING = 16
WHOLE = {"type": "bar", "fill": "none", "stroke": "var(--line)", "strokeWidth": 1}
"""What a share is a part of."""


def picture(width: int, height: float, layers: Sequence[Spec]) -> Spec:
    """`layers` on a ground of exactly that size."""
    return {
        "width": width,
        "height": round(height),
        "padding": 0,
        "autosize": {"type": "none"},
        "layer": [layer for layer in layers if layer["data"]["values"]],
    }


def layer(mark: Spec, values: Iterable[Spec], **encoding: Spec) -> Spec:
    """One kind of mark over `values`; colours come from the value's `colour` unless the mark has one."""
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def at(field: str) -> Spec:
    """A channel whose `field` is in pixels already."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def on(low: float, high: float, start: float, end: float) -> Spec:
    """The channel of a value's `y`: `low` stands at `start`, `high` at `end`."""
    scale = {"domain": [low, high], "range": [start, end], "nice": False, "zero": False}
    return {"field": "y", "type": "quantitative", "scale": scale, "axis": None}


def coloured() -> Spec:
    """The channel of a value's own colour."""
    return {"field": "colour", "type": "nominal", "scale": None, "legend": None}


def words(values: Iterable[Spec], **look: Any) -> Spec:
    """Text at pixels `px`, `py`; a tuple of `lines` runs on below."""
    mark = {"type": "text", "fontSize": 13, "lineHeight": LEADING, "align": "left",
            "baseline": "alphabetic", "fill": "currentColor", **look}  # fmt: skip
    told = [{**v, "lines": v["lines"][0] if len(v["lines"]) == 1 else v["lines"]} for v in values]
    encoding = {"x": at("px"), "y": at("py"), "text": {"field": "lines"}}
    if mark["fill"] == "colour":
        del mark["fill"]
        encoding["fill"] = coloured()
    return layer(mark, told, **encoding)


def colour_of(line: Line) -> str:
    """The hue of a side, or the one of all that takes none."""
    return {"first": "var(--side-1)", "second": "var(--side-2)"}.get(line.side, "var(--chart)")


def label_lines(plan: ChartPlan, mark: Mark, pixels: float, *, is_one: bool = False) -> list[str]:
    """What stands at `mark`; a later one says so, on a line of its own unless `is_one`."""
    if not mark.is_later:
        return lines_of(mark.label, pixels)
    if is_one:
        return lines_of(f"{mark.label}, {plan.later}", pixels)
    return lines_of(mark.label, pixels) + lines_of(plan.later, pixels)


def bodies(values: Sequence[Spec], **encoding: Spec) -> list[Spec]:
    """Bars or columns: filled, or hollow with a broken outline."""
    known = [value for value in values if not value["later"]]
    later = [value for value in values if value["later"]]
    hollow = {"type": "bar", "fillOpacity": 0.12, "strokeWidth": 1.5, "strokeDash": [4, 3]}
    return [
        layer({"type": "bar"}, known, **encoding, fill=coloured()),
        layer(hollow, later, **encoding, fill=coloured(), stroke=coloured()),
    ]


def base_lines(values: Sequence[Spec]) -> Spec:
    """The lines that columns stand on."""
    mark = {"type": "rule", "stroke": "currentColor", "strokeWidth": 1}
    return layer(mark, values, x=at("px"), x2={"field": "px2"}, y=at("py"))
