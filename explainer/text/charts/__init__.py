"""Numbers become pictures: the one door to vl-convert, which sets Vega-Lite as SVG without a browser."""

import json
import re
from typing import Any

from explainer.model.form import Form
from explainer.text.charts.apart import draw_apart
from explainer.text.charts.bars import bars_spec
from explainer.text.charts.columns import columns_fit, columns_spec, stacked_spec
from explainer.text.charts.fonts import carried_fonts
from explainer.text.charts.lines import line_spec
from explainer.text.charts.plan import ChartPlan
from explainer.text.packages import installed_version
from explainer.text.svg import PictureTooLargeError, tidy_svg

_ADDRESSES = frozenset(["url", "href"])
_PANELS = frozenset(["hconcat", "vconcat", "concat", "facet", "repeat"])
"""What makes several pictures of one, each as wide as it says itself."""
_CONFIG = {
    # Carried by vl-convert; pages choose their own.
    "font": "Liberation Sans",
    "aria": False,
    "background": None,
    "view": {"stroke": None, "fill": None},
    "axis": {
        "domainColor": "currentColor",
        "gridColor": "var(--line)",
        "labelColor": "currentColor",
        "labelFontSize": 13,
        "tickColor": "currentColor",
        "titleColor": "currentColor",
        "titleFontSize": 13,
    },
    "legend": {"labelColor": "currentColor", "titleColor": "currentColor", "labelFontSize": 13},
    "header": {"labelColor": "currentColor", "titleColor": "currentColor"},
    "title": {"color": "currentColor"},
    "text": {"color": "currentColor"},
    "mark": {"color": "var(--chart)"},
    "scale": {"barBandPaddingInner": 0.35},
}


class Drawn(Form, frozen=True):
    """A picture as SVG, or what is wrong with its specification."""

    svg: str
    problem: str = ""


def charts_are_drawn_with() -> str:
    """The version of vl-convert; empty when it is not installed, and charts are tables alone."""
    return installed_version("vl-convert-python")


def draw_chart(plan: ChartPlan) -> Drawn:
    """The picture of `plan`: no ids but with the plan's in front, no style, no script, no address."""
    try:
        return Drawn(tidy_svg(_svg(plan), _prefix(plan)))
    except PictureTooLargeError as error:
        return Drawn("", str(error))
    except ValueError as error:
        if not plan.vega_lite:
            raise
        # What follows tells where in Vega's own program it was.
        said = re.split(r"\s+at \S+ \(https?:", " ".join(str(error).split()))[0]
        return Drawn("", said[:300])


def _svg(plan: ChartPlan) -> str:
    spec = _own_spec(plan.vega_lite, plan.width) if plan.vega_lite else _spec(plan)
    asked: dict[str, Any] = {"vl_spec": spec, "vl_version": "5.21", "config": _CONFIG}
    asked |= {"allowed_base_urls": [], "format_locale": "en-GB"}
    if plan.vega_lite:
        return draw_apart(asked)
    # Imported here: it takes a second to start, and a remembered picture needs none of it.
    import vl_convert

    with carried_fonts():
        return str(vl_convert.vegalite_to_svg(**asked))


def _spec(plan: ChartPlan) -> dict[str, Any]:
    if plan.type in ("step", "line"):
        return line_spec(plan)
    if plan.type == "stacked":
        return stacked_spec(plan)
    return columns_spec(plan) if plan.type == "columns" and columns_fit(plan) else bars_spec(plan)


def _prefix(plan: ChartPlan) -> str:
    return f"{plan.id}-narrow" if plan.is_narrow else f"{plan.id}-wide"


def _own_spec(text: str, width: int) -> dict[str, Any]:
    """A writer's specification, as wide as the page and with its dates in universal time.

    Raises `ValueError` when it names an address.
    """
    found = address_in(json.loads(text))
    if found:
        raise ValueError(f"`{found}` names an address; write the numbers under `data: values:`")
    spec = json.loads(text, object_hook=_in_universal_time)
    assert isinstance(spec, dict), "the records admit a mapping only"
    if not _PANELS & spec.keys():
        spec = {"width": width, "autosize": {"type": "fit", "contains": "padding"}, **spec}
    return {"padding": 0, **spec, "background": None}


def address_in(spec: object) -> str:
    """The first key of `spec` that would load or link something; empty when none does.

    An address that cannot be reached gives an empty picture without a word, and one that can gives
    a picture that is another tomorrow.
    """
    if isinstance(spec, dict):
        here = next((key for key in spec if str(key).lower() in _ADDRESSES), "")
        return here or next((found for v in spec.values() if (found := address_in(v))), "")
    if isinstance(spec, list):
        return next((found for value in spec if (found := address_in(value))), "")
    return ""


def _in_universal_time(mapping: dict[str, Any]) -> dict[str, Any]:
    """`mapping` with its scale and unit of time in UTC: else the picture changes with the time zone."""
    told = dict(mapping)
    unit = told.get("timeUnit")
    if isinstance(unit, str) and not unit.startswith("utc"):
        told["timeUnit"] = f"utc{unit}"
    if told.get("type") == "temporal" and isinstance(told.get("scale", {}), dict):
        told["scale"] = {"type": "utc", **told.get("scale", {})}
    return told
