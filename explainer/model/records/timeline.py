"""timeline.yaml: eras and events."""

from pydantic import Field

from explainer.model.records.common import (
    Date,
    DateRange,
    Id,
    Layer,
    Model,
    OwnId,
    Prose,
    Record,
    Ref,
    Text,
)


class EraRecord(Model):
    id: Id
    name: Text
    start: Date = Field(alias="from")
    end: Date = Field(alias="to")
    layer: Layer = "base"


class EventRecord(Record):
    id: OwnId
    date: DateRange
    title: Text
    text: Prose
    kind: Id = Field(description="To filter by: `talks`, `tariffs`, `controls` …")
    side: Id = Field("other", description="A side's id, or `both`")
    section: Id | None = Field(None, description="The section that tells of it")
    actors: tuple[Id, ...] = ()
    cites: tuple[Ref, ...] = ()


class TimelineFile(Model):
    eras: tuple[EraRecord, ...] = ()
    events: tuple[EventRecord, ...]
