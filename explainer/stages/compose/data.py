"""The records as JSON, with ids that stay, and the JSON Schema of each file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from explainer.model.data import (
    ActorRow,
    ChartRow,
    ClaimRow,
    CorrectionRow,
    EventRow,
    Manifest,
    PartRow,
    PointRow,
    QuoteRow,
    SectionRow,
    SeriesRow,
    SourceRow,
    TermRow,
)
from explainer.model.form import Row, encode, in_lines, schema
from explainer.model.prose import PassageRef
from explainer.model.record import Record
from explainer.model.site import Chart
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.prose import bare_text
from explainer.text.addresses import address_of, correction_address, csv_address, passage_address
from explainer.text.refs import rests_on


def _sections(desk: Desk) -> Iterator[SectionRow]:
    for section in desk.linked.site.sections:
        yield SectionRow(
            **_common(desk, section),
            question=section.question,
            answer=bare_text(section.answer),
            standfirst=bare_text(section.standfirst),
            key_points=tuple(bare_text(point) for point in section.key_points),
        )


def _terms(desk: Desk) -> Iterator[TermRow]:
    for term in desk.linked.site.terms:
        yield TermRow(
            **_common(desk, term),
            name=term.name,
            aliases=term.aliases,
            field=term.field,
            meaning=bare_text(term.meaning),
            see_also=term.see_also,
        )


def _actors(desk: Desk) -> Iterator[ActorRow]:
    for actor in desk.linked.site.actors:
        yield ActorRow(
            **_common(desk, actor),
            name=actor.name,
            aliases=actor.aliases,
            kind=actor.kind,
            side=actor.side,
            role=actor.role,
            description=bare_text(actor.description),
        )


def _events(desk: Desk) -> Iterator[EventRow]:
    for event in desk.linked.site.events:
        yield EventRow(
            **_common(desk, event),
            title=event.title,
            date=event.date,
            end=event.end,
            kind=event.kind,
            side=event.side,
            text=bare_text(event.text),
            actors=event.actors,
        )


def _charts(desk: Desk) -> Iterator[ChartRow]:
    for chart in desk.linked.site.charts:
        yield ChartRow(
            **_common(desk, chart),
            title=chart.title,
            message=bare_text(chart.message),
            type=chart.type,
            measure=chart.measure,
            scope=chart.scope,
            unit=chart.unit,
            date=chart.date,
            counted_by=chart.counted_by,
            does_not_say=bare_text(chart.does_not_say),
            alt=chart.alt,
            x=chart.x,
            y=chart.y,
            series=tuple(SeriesRow(id=s.id, name=s.name, side=s.side) for s in chart.series),
            points=tuple(_points(desk, chart)),
            csv=desk.base_url + csv_address(chart),
            sections=chart.sections,
        )


def _points(desk: Desk, chart: Chart) -> Iterator[PointRow]:
    for point in chart.points:
        yield PointRow(
            x=point.x,
            y=point.y,
            series=point.series,
            layer=point.layer,
            passage=str(point.passage.within(desk.settings.seed)) if point.passage else "",
            text=point.text,
            note=point.note,
        )


def _sources(desk: Desk) -> Iterator[SourceRow]:
    for source in desk.linked.site.sources:
        common = _common(desk, source)
        common["passages"] = tuple(str(PassageRef(source.id, p.id)) for p in source.passages)
        yield SourceRow(
            **common,
            kind=source.kind,
            title=source.title,
            publisher=source.publisher,
            carried_by=source.carried_by,
            original=source.url,
            archived=source.archived,
            published=source.published,
            accessed=source.accessed,
            note=source.note,
        )


def _claims(desk: Desk) -> Iterator[ClaimRow]:
    for source in desk.linked.site.sources:
        for passage in source.passages:
            ref = PassageRef(source.id, passage.id)
            yield ClaimRow(
                id=str(ref),
                url=desk.base_url + passage_address(ref),
                layer=passage.layer,
                source=source.id,
                publisher=source.publisher,
                published=source.published,
                parts=tuple(
                    PartRow(says=bare_text(part.says), who=part.who, status=part.status)
                    for part in passage.parts
                ),
                quotes=tuple(QuoteRow(text=q.text, speaker=q.speaker) for q in passage.quotes),
                used_in=desk.linked.uses.get(ref, ()),
            )


def _corrections(desk: Desk) -> Iterator[CorrectionRow]:
    for made in desk.linked.site.corrections:
        yield CorrectionRow(
            id=made.id,
            url=desk.base_url + correction_address(made),
            date=made.date,
            page=made.page,
            was=bare_text(made.was),
            now=bare_text(made.now),
            note=bare_text(made.note),
            passages=_passages(desk, made),
        )


def _common(desk: Desk, record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "url": desk.base_url + address_of(record),
        "layer": record.layer,
        "passages": _passages(desk, record),
    }


def _passages(desk: Desk, record: Record) -> tuple[str, ...]:
    return tuple(map(str, rests_on(record, desk.settings.seed)))


_ROWS: Mapping[type[Row], tuple[str, Callable[[Desk], Iterable[Row]]]] = {
    SectionRow: ("sections", _sections),
    TermRow: ("terms", _terms),
    ActorRow: ("actors", _actors),
    EventRow: ("events", _events),
    ChartRow: ("charts", _charts),
    SourceRow: ("sources", _sources),
    ClaimRow: ("claims", _claims),
    CorrectionRow: ("corrections", _corrections),
}
"""The file of each kind of row, and what makes them."""


def _json(desk: Desk, *, rows: Callable[[Desk], Iterable[Row]]) -> str:
    """A row on each line, so that what changed between two builds can be seen."""
    return "[\n" + ",\n".join(encode(row).decode() for row in rows(desk)) + "\n]\n"


def _schema(desk: Desk, *, kind: Any, name: str) -> str:
    said = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{desk.base_url}data/schema/{name}.json",
        "title": f"{name}.json",
        **schema(kind),
    }
    return in_lines(said).decode()


DATA: Mapping[str, Callable[[Desk], str]] = {
    f"data/{name}.json": partial(_json, rows=rows) for name, rows in _ROWS.values()
}
"""What makes the text of each file of records, by its path."""
SCHEMAS: Mapping[str, Callable[[Desk], str]] = {
    f"data/schema/{name}.json": partial(_schema, kind=tuple[row, ...], name=name)  # type: ignore[valid-type]
    for row, (name, _) in _ROWS.items()
} | {"data/schema/manifest.json": partial(_schema, kind=Manifest, name="manifest")}
"""The same for the JSON Schema of each, and of the manifest."""
