"""A chart: a series of numbers, what they say and what they do not."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StrictFloat, StrictInt, StrictStr, StringConstraints

from explainer.model.records.common import Id, Layer, Model, OwnId, Prose, Record, Ref, Text


def _label(value: object) -> object:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Label = Annotated[StrictStr, BeforeValidator(_label)]


class SeriesRecord(Model):
    id: Id
    name: Text
    side: Id = "other"


class PointRecord(Model):
    x: Label = Field(description="A label or a date")
    y: StrictInt | StrictFloat
    series: Id | None = None
    passage: Ref | None = Field(None, description="Where the number stands")
    layer: Layer = "base"
    note: Text | None = None
    text: Text | None = Field(None, description="The value in words: `almost 7`")


class ChartFile(Record):
    id: OwnId | None = Field(None, description="Else the file's name")
    title: Text
    message: Prose = Field(description="What the chart says, in a sentence; its caption")
    type: Literal["step", "line", "bars", "columns", "stacked"] = "bars"
    measure: Text
    scope: Text
    unit: Text
    date: Label = Field(description="When the numbers were published")
    counted_by: Text
    does_not_say: Prose
    alt: Annotated[StrictStr, StringConstraints(max_length=400, min_length=1)]
    x: Text
    y: Text
    series: tuple[SeriesRecord, ...] = ()
    points: tuple[PointRecord, ...]
    sections: tuple[Id, ...] = ()
    cites: tuple[Ref, ...] = ()
    whole: StrictInt | StrictFloat | None = Field(
        None, description="What a share is a part of, drawn behind it: `100`"
    )
    vega_lite: dict[str, Any] | None = Field(None, description="Instead of `type`; no addresses")
