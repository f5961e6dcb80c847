"""timeline.yaml: eras and events."""

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from explainer.model.record import Layer
from explainer.model.records.common import (
    Date,
    DateRange,
    Id,
    Model,
    OwnId,
    Prose,
    Record,
    Ref,
    Text,
    once_by_id,
)


class EraRecord(Model):
    id: Id = Field(description="Its place on the page")
    name: Text = Field(description="Its heading")
    start: Date = Field(alias="from")
    end: Date = Field(alias="to")
    layer: Layer = Field("base", description="`later` for a time after `as_of`")

    @model_validator(mode="after")
    def _in_order(self) -> "EraRecord":
        if self.end < self.start:
            raise ValueError(f"the era `{self.id}` ends before it begins|mend `from` or `to`")
        return self


Eras = Annotated[tuple[EraRecord, ...], AfterValidator(once_by_id)]


class EventRecord(Record):
    id: OwnId = Field(description="Its place on the timeline, for ever")
    date: DateRange
    title: Text = Field(description="In a few words, without a citation")
    text: Prose
    kind: Id = Field(description="To filter by: `talks`, `tariffs`, `controls` …")
    side: Id = Field("other", description="A side's id, or `both`")
    section: Id | None = Field(None, description="The section that tells of it")
    actors: tuple[Id, ...] = Field(
        (), description="Whom it concerns; of `talks`, who took part and where"
    )
    cites: tuple[Ref, ...] = Field((), description="Passages it rests on")


class TimelineFile(Model):
    eras: Eras = Field((), description="Spans that divide the timeline, in order")
    events: tuple[EventRecord, ...] = Field(description="What happened, in any order")
