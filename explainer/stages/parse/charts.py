"""A file of content/charts."""

import json
from typing import Any

from explainer.model.prose import passage_ref
from explainer.model.records import ChartFile
from explainer.model.records.charts import PointRecord
from explainer.model.site import Chart, Point, Series
from explainer.model.sources import SourceFile
from explainer.stages.parse.file import Parsed, RecordFile, id_of, refs, unread
from explainer.stages.parse.records import read_record


def parse_chart(file: SourceFile, language: str) -> Parsed[Any]:
    """A file of content/charts as one `Chart`."""
    read = read_record(file.path, file.text, ChartFile)
    if read.record is None:
        return unread(file, read, is_one=True)
    record = read.record
    here = RecordFile(file, read, language)
    series = tuple(Series(s.id, s.name, s.side) for s in record.series)
    first = series[0].id if series else ""
    chart = Chart(
        **here.common(record, id=id_of(file, record, here)),
        title=record.title,
        message=here.prose(record.message, "message"),
        type=record.type,
        measure=record.measure,
        scope=record.scope,
        unit=record.unit,
        date=record.date,
        counted_by=record.counted_by,
        does_not_say=here.prose(record.does_not_say, "does_not_say"),
        alt=record.alt,
        x=record.x,
        y=record.y,
        series=series,
        points=tuple(_point(point, first) for point in record.points),
        sections=record.sections,
        cites=refs(record.cites),
        whole=record.whole or 0,
        vega_lite=json.dumps(record.vega_lite, sort_keys=True) if record.vega_lite else "",
    )
    return here.parsed(chart)


def _point(point: PointRecord, series: str) -> Point:
    """`point`, of `series` where it names none."""
    return Point(
        x=point.x,
        y=point.y,
        written=repr(point.y),
        series=point.series or series,
        passage=passage_ref(point.passage) if point.passage else None,
        layer=point.layer,
        note=point.note or "",
        text=point.text or "",
    )
