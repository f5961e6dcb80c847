"""A chart: a series of numbers, what they say and what they do not."""

import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StrictFloat,
    StrictInt,
    StrictStr,
    StringConstraints,
)

from explainer.model.record import Layer
from explainer.model.records.common import (
    Id,
    Model,
    OwnId,
    Prose,
    Record,
    Ref,
    Text,
    check_date,
)


def _label(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return check_date(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Label = Annotated[
    StrictStr, BeforeValidator(_label, json_schema_input_type=StrictStr | int | float)
]


class SeriesRecord(Model):
    id: Id = Field(description="Named by its points")
    name: Text = Field(description="As readers see it")
    side: Id = Field(
        "other", description="A side's id; the first two sides of the site have a colour"
    )


def _positive(value: float) -> float:
    if value <= 0:
        raise ValueError(f"`{value}` is no whole|write a number above 0, such as 100")
    return value


class PointRecord(Model):
    x: Label = Field(description="A label or a date")
    y: StrictInt | StrictFloat = Field(description="The number")
    series: Id | None = Field(None, description="The series it belongs to; else the first")
    passage: Ref | None = Field(None, description="Where the number stands")
    layer: Layer = Field("base", description="`later` for a number that was not known at `as_of`")
    note: Text | None = Field(None, description="A remark in the table")
    text: Text | None = Field(None, description="The value in words: `almost 7`")


class ChartFile(Record):
    id: OwnId | None = Field(None, description="Else the file's name")
    title: Text = Field(description="What is shown")
    message: Prose = Field(description="What the chart says, in a sentence; its caption")
    type: Literal["step", "line", "bars", "columns", "stacked"] = Field(
        "bars", description="How it is drawn"
    )
    measure: Text = Field(description="What is counted")
    scope: Text = Field(description="Of what, where")
    unit: Text = Field(description="In what unit")
    date: Label = Field(description="When the numbers were published")
    counted_by: Text = Field(description="Who counted")
    does_not_say: Prose
    alt: Annotated[StrictStr, StringConstraints(max_length=400, min_length=1)] = Field(
        description="What a listener should know, at most 400 characters"
    )
    x: Text = Field(description="The title of the axis across")
    y: Text = Field(description="The title of the axis up")
    series: tuple[SeriesRecord, ...] = Field(
        (), description="Lines or groups of bars, if there are several"
    )
    points: tuple[PointRecord, ...] = Field(description="The numbers")
    sections: tuple[Id, ...] = Field((), description="Sections that show it")
    cites: tuple[Ref, ...] = Field((), description="Passages all its prose rests on")
    whole: Annotated[StrictInt | StrictFloat, AfterValidator(_positive)] | None = Field(
        None, description="What a share is a part of, drawn behind it: `100`"
    )
    vega_lite: dict[str, Any] | None = Field(None, description="Instead of `type`; no addresses")
