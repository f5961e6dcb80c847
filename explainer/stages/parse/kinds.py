"""One function for each kind of file: text in, forms out. Nothing here looks past its file."""

import json
from typing import Any

from explainer.model.problems import Origin, Problem
from explainer.model.prose import Prose, passage_ref
from explainer.model.records import (
    AboutMatter,
    ActorsFile,
    ChartFile,
    CorrectionsFile,
    GlossaryFile,
    SectionMatter,
    SiteFile,
    SourceRecord,
    TimelineFile,
)
from explainer.model.records.common import RESERVED_IDS
from explainer.model.site import (
    About,
    Actor,
    Chart,
    Confusion,
    Correction,
    DateMention,
    Dealing,
    Era,
    Event,
    Field,
    Figure,
    KeyFigure,
    Layer,
    Part,
    Passage,
    Point,
    Quote,
    Section,
    Series,
    Settings,
    Side,
    Source,
    Term,
)
from explainer.model.sources import SourceFile
from explainer.stages.parse.file import Parsed, RecordFile, bad_name, id_of_path, refs, unread
from explainer.stages.parse.records import read_record
from explainer.text.markdown import parse_prose


def parse_settings(file: SourceFile) -> Parsed:
    """site.yaml as one `Settings`."""
    read = read_record(file.path, file.text, SiteFile)
    if read.record is None:
        return unread(file, read, is_one=False)
    record = read.record
    here = RecordFile(file, read, record.language)
    settings = Settings(
        origin=Origin(file.path),
        title=record.title,
        question=record.question,
        description=record.description,
        standfirst=here.prose(record.standfirst, "standfirst"),
        answer=here.prose(record.answer, "answer"),
        as_of=record.as_of,
        as_of_later=record.as_of_later or record.as_of,
        base_url=record.base_url.rstrip("/") + "/",
        language=record.language,
        seed=record.seed,
        publisher=record.publisher,
        license_name=record.license.name,
        license_url=record.license.url,
        contact=record.contact,
        repository=record.repository or "",
        navigation=record.navigation,
        key_figures=tuple(
            KeyFigure(f.figure, here.prose(f.text, "key_figures", i, "text"), refs(f.cites))
            for i, f in enumerate(record.key_figures)
        ),
        at_the_table=record.at_the_table,
        disputed=tuple(here.prose(p, "disputed", i) for i, p in enumerate(record.disputed)),
        unknown=tuple(here.prose(p, "unknown", i) for i, p in enumerate(record.unknown)),
        short_timeline=record.short_timeline,
        engine=record.engine or "",
        search=record.search,
    )
    return here.parsed(settings)


def _front_matter(file: SourceFile) -> tuple[str, str, int, Problem | None]:
    """Front matter, body, the body's first line, and what is wrong with the fences."""
    lines = file.text.split("\n")
    if lines[0].rstrip() != "---":
        problem = Problem(
            Origin(file.path),
            "there is no front matter",
            "begin with a line `---`, then `question: …`, then `---` again",
            "records",
        )
        return "", file.text, 1, problem
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2, None
    problem = Problem(
        Origin(file.path), "the front matter is not closed", "end it with a line `---`", "records"
    )
    return "", "", 1, problem


def parse_section(file: SourceFile, language: str) -> Parsed:
    """A file of content/sections as one `Section`."""
    matter, text, body_line, problem = _front_matter(file)
    if problem:
        return Parsed((), (problem,), frozenset({id_of_path(file.path)}))
    read = read_record(file.path, matter, SectionMatter, first_line=2)
    body, problems = parse_prose(
        file.path, text, first_line=body_line, language=language, is_body=True
    )
    if read.record is None:
        failed = unread(file, read, is_one=True)
        return Parsed((), (*failed.problems, *problems), failed.unread)
    record = read.record
    here = RecordFile(file, read, language, list(problems))
    id = _id_of(file, record, here)
    standfirst = here.prose(record.standfirst, "standfirst")
    section = Section(
        **here.common(record, id=id),
        question=record.question,
        standfirst=standfirst,
        answer=here.prose(record.answer, "answer") or standfirst,
        key_points=tuple(here.prose(p, "key_points", i) for i, p in enumerate(record.key_points)),
        body=body,
        nolink=record.nolink,
        is_draft=record.draft,
    )
    return here.parsed(section)


def _id_of(file: SourceFile, record: Any, here: RecordFile) -> str:
    """The record's id, given or from the file's name; notes a problem when it is none."""
    if record.id:
        return str(record.id)
    problem = bad_name(file)
    id = id_of_path(file.path)
    if problem:
        here.problems.append(problem)
    elif id in RESERVED_IDS:
        here.problems.append(
            Problem(
                Origin(file.path),
                f"the id `{id}` is taken by a page of the site",
                "name the file otherwise, or give it an `id:`",
                "records",
            )
        )
    return id


def parse_glossary(file: SourceFile, language: str) -> Parsed:
    """A glossary file: its `Field`, then its `Term`s."""
    read = read_record(file.path, file.text, GlossaryFile)
    if read.record is None:
        return unread(file, read, is_one=False)
    here = RecordFile(file, read, language)
    field = Field(id_of_path(file.path), read.record.field)
    terms = (
        Term(
            **here.named(term, "terms", i),
            field=field.id,
            meaning=here.prose(term.meaning, "terms", i, "meaning"),
            text=here.prose(term.text, "terms", i, "text"),
            matters=here.prose(term.matters, "terms", i, "matters"),
            confused_with=tuple(
                Confusion(
                    c.id, here.prose(c.difference, "terms", i, "confused_with", j, "difference")
                )
                for j, c in enumerate(term.confused_with)
            ),
            see_also=term.see_also,
        )
        for i, term in enumerate(read.record.terms)
    )
    return here.parsed(field, *terms)


def parse_actors(file: SourceFile, language: str) -> Parsed:
    """An actors file: its `Side`, then its `Actor`s."""
    read = read_record(file.path, file.text, ActorsFile)
    if read.record is None:
        return unread(file, read, is_one=False)
    here = RecordFile(file, read, language)
    side = Side(read.record.side, read.record.name)
    actors = (
        Actor(
            **here.named(actor, "actors", i),
            side=side.id,
            kind=actor.kind,
            role=actor.role,
            roles=actor.roles,
            description=here.prose(actor.description, "actors", i, "description"),
            text=here.prose(actor.text, "actors", i, "text"),
            belongs_to=actor.belongs_to,
            deals_with=tuple(
                Dealing(d.id, d.how, passage_ref(d.passage) if d.passage else None)
                for d in actor.deals_with
            ),
            attended=actor.attended,
            in_delegation=actor.delegation,
        )
        for i, actor in enumerate(read.record.actors)
    )
    return here.parsed(side, *actors)


def parse_timeline(file: SourceFile, language: str) -> Parsed:
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


def parse_chart(file: SourceFile, language: str) -> Parsed:
    """A file of content/charts as one `Chart`."""
    read = read_record(file.path, file.text, ChartFile)
    if read.record is None:
        return unread(file, read, is_one=True)
    record = read.record
    here = RecordFile(file, read, language)
    series = tuple(Series(s.id, s.name, s.side) for s in record.series)
    first = series[0].id if series else ""
    chart = Chart(
        **here.common(record, id=_id_of(file, record, here)),
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
        points=tuple(
            Point(
                x=p.x,
                y=p.y,
                series=p.series or first,
                passage=passage_ref(p.passage) if p.passage else None,
                layer=p.layer,
                note=p.note or "",
                text=p.text or "",
            )
            for p in record.points
        ),
        sections=record.sections,
        cites=refs(record.cites),
        whole=record.whole or 0,
        vega_lite=json.dumps(record.vega_lite, sort_keys=True) if record.vega_lite else "",
    )
    return here.parsed(chart)


def parse_source(file: SourceFile, language: str) -> Parsed:
    """A seed or a reference as one `Source`."""
    read = read_record(file.path, file.text, SourceRecord)
    if read.record is None:
        return unread(file, read, is_one=True)
    record = read.record
    here = RecordFile(file, read, language)
    id = _id_of(file, record, here)
    source = Source(
        **here.common(record, id=id),
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
        passages=tuple(
            _passage(here, p, i, id, record.layer) for i, p in enumerate(record.passages)
        ),
        unused=tuple(record.unused.items()),
    )
    return here.parsed(source)


def _passage(here: RecordFile, record: Any, i: int, source: str, of_source: Layer) -> Passage:
    layer: Layer = "later" if "later" in (record.layer, of_source) else "base"
    return Passage(
        id=record.id,
        source=source,
        origin=here.read.origin("passages", i, "id"),
        layer=layer,
        parts=_parts(here, record, i),
        quotes=tuple(Quote(q.text, q.speaker) for q in record.quotes),
        labels=tuple(label.text for label in record.labels),
        figures=tuple(map(_figure, record.figures)),
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


def _figure(record: Any) -> Figure:
    value = record.value
    low, high = value if isinstance(value, tuple) else (value, value)
    return Figure(
        text=record.text,
        low=None if low is None else float(low),
        high=None if high is None else float(high),
        unit=record.unit or "",
        about=record.about or "",
        period=record.period or "",
    )


def parse_corrections(file: SourceFile, language: str) -> Parsed:
    """corrections.yaml as `Correction`s."""
    read = read_record(file.path, file.text, CorrectionsFile)
    if read.record is None:
        return unread(file, read, is_one=False)
    here = RecordFile(file, read, language)
    corrections = (
        Correction(
            id=record.id,
            origin=read.origin("corrections", i, "id"),
            date=record.date,
            page=record.page,
            was=here.prose(record.was, "corrections", i, "was"),
            now=here.prose(record.now, "corrections", i, "is"),
            note=here.prose(record.note, "corrections", i, "note"),
        )
        for i, record in enumerate(read.record.corrections)
    )
    return here.parsed(*corrections)


def parse_about(file: SourceFile, language: str) -> Parsed:
    """content/pages/about.md as one `About`."""
    matter, text, body_line, problem = _front_matter(file)
    if problem:
        return Parsed((), (problem,))
    read = read_record(file.path, matter, AboutMatter, first_line=2)
    body, problems = parse_prose(
        file.path, text, first_line=body_line, language=language, is_body=True
    )
    if read.record is None:
        return Parsed((), (*read.problems, *problems))
    return Parsed((About(Origin(file.path), read.record.title, body),), problems)
