"""timeline.yaml: eras and events."""

from typing import Any

from explainer.model.records import TimelineFile
from explainer.model.site import Era, Event
from explainer.model.sources import SourceFile
from explainer.stages.parse.file import Parsed, RecordFile, refs, unread
from explainer.stages.parse.records import read_record


def parse_timeline(file: SourceFile, language: str) -> Parsed[Any]:
    """timeline.yaml: its `Era`s, then its `Event`s."""
    read = read_record(file.path, file.text, TimelineFile)
    if read.record is None:
        return unread(file, read, is_one=False)
    here = RecordFile(file, read, language)
    eras = (Era(e.id, e.name, e.start, e.end, e.layer) for e in read.record.eras)
    events = (
        Event(
            **here.common(event, "events", i),
            date=event.date.split("/")[0],
            end=event.date.split("/")[-1],
            title=event.title,
            text=here.prose(event.text, "events", i, "text"),
            kind=event.kind,
            side=event.side,
            section=event.section or "",
            actors=event.actors,
            cites=refs(event.cites),
        )
        for i, event in enumerate(read.record.events)
    )
    return here.parsed(*eras, *events)
