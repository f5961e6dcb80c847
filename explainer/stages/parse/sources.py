"""A seed or a reference, passage by passage."""

from typing import Any

from explainer.model.passages import (
    DateMention,
    Figure,
    Part,
    Passage,
    Quote,
    Source,
)
from explainer.model.prose import Prose
from explainer.model.record import Layer
from explainer.model.records import SourceRecord
from explainer.model.sources import SourceFile
from explainer.stages.parse.file import Parsed, RecordFile, id_of, refs, unread
from explainer.stages.parse.records import read_record


def parse_source(file: SourceFile, language: str) -> Parsed[Any]:
    """A seed or a reference as one `Source`."""
    read = read_record(file.path, file.text, SourceRecord)
    if read.record is None:
        return unread(file, read, is_one=True)
    record = read.record
    here = RecordFile(file, read, language)
    id = id_of(file, record, here)
    passages = tuple(_passage(here, i, id, record) for i in range(len(record.passages)))
    is_later = bool(passages) and all(passage.layer == "later" for passage in passages)
    common = here.common(record, id=id)
    source = Source(
        **(common | {"layer": "later"} if is_later else common),
        kind=record.kind,
        title=record.title or "",
        publisher=record.publisher,
        carried_by=record.carried_by or "",
        url=record.url or "",
        archived=record.archived or "",
        published=record.published or "",
        accessed=record.accessed or "",
        language=record.language,
        file=record.file or "",
        sha256=record.sha256 or "",
        note=record.note or "",
        passages=passages,
        unused=tuple(record.unused.items()),
    )
    return here.parsed(source)


def _passage(here: RecordFile, i: int, source: str, of: Any) -> Passage:
    record = of.passages[i]
    layer: Layer = "later" if "later" in (record.layer, of.layer) else "base"
    return Passage(
        id=record.id,
        source=source,
        origin=here.read.origin("passages", i, "id"),
        layer=layer,
        parts=_parts(here, record, i),
        quotes=tuple(Quote(q.text, q.speaker) for q in record.quotes),
        labels=tuple(label.text for label in record.labels),
        figures=tuple(_figure(figure, of.language) for figure in record.figures),
        dates=tuple(DateMention(d.text, d.date) for d in record.dates),
        actors=record.actors,
        against=refs(record.against),
        also=record.also,
        due=record.due or "",
        outcome=record.outcome or "",
        note=record.note or "",
    )


def _parts(here: RecordFile, record: Any, i: int) -> tuple[Part, ...]:
    if not record.parts:
        says: Prose = here.prose(record.says, "passages", i, "says")
        return (Part(says, record.who or ("publisher",), record.status),)
    return tuple(
        Part(here.prose(part.says, "passages", i, "parts", j, "says"), part.who, part.status)
        for j, part in enumerate(record.parts)
    )


def _figure(record: Any, language: str) -> Figure:
    value = record.value
    low, high = value if isinstance(value, tuple) else (value, value)
    return Figure(
        text=record.text,
        low=None if low is None else float(low),
        high=None if high is None else float(high),
        unit=record.unit or "",
        about=record.about or "",
        period=record.period or "",
        language=language,
    )
