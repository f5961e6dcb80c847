"""The records as JSON, with ids that stay, and what a language model should read first."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from explainer.model.passages import Passage, Source
from explainer.model.prose import PassageRef
from explainer.model.record import Record
from explainer.model.site import (
    Actor,
    Event,
    Section,
    Term,
)
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.prose import bare_text
from explainer.stages.compose.signposts import name_of
from explainer.text.addresses import address_of, passage_address
from explainer.text.refs import rests_on


def _section(desk: Desk, section: Section) -> dict[str, Any]:
    return {
        **_common(desk, section),
        "question": section.question,
        "answer": bare_text(section.answer),
        "standfirst": bare_text(section.standfirst),
        "keyPoints": [bare_text(point) for point in section.key_points],
    }


def _term(desk: Desk, term: Term) -> dict[str, Any]:
    return {
        **_common(desk, term),
        "name": term.name,
        "aliases": list(term.aliases),
        "field": term.field,
        "meaning": bare_text(term.meaning),
        "seeAlso": list(term.see_also),
    }


def _actor(desk: Desk, actor: Actor) -> dict[str, Any]:
    return {
        **_common(desk, actor),
        "name": actor.name,
        "aliases": list(actor.aliases),
        "kind": actor.kind,
        "side": actor.side,
        "role": actor.role,
        "description": bare_text(actor.description),
    }


def _event(desk: Desk, event: Event) -> dict[str, Any]:
    return {
        **_common(desk, event),
        "title": event.title,
        "date": event.date,
        "end": event.end,
        "kind": event.kind,
        "side": event.side,
        "text": bare_text(event.text),
        "actors": list(event.actors),
    }


def _common(desk: Desk, record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "url": desk.base_url + address_of(record),
        "layer": record.layer,
        "passages": [str(ref) for ref in rests_on(record, desk.settings.seed)],
    }


def _claim(desk: Desk, source: Source, passage: Passage) -> dict[str, Any]:
    ref = PassageRef(source.id, passage.id)
    return {
        "id": str(ref),
        "url": desk.base_url + passage_address(ref),
        "layer": passage.layer,
        "publisher": source.publisher,
        "published": source.published,
        "source": source.url,
        "parts": [
            {"says": bare_text(part.says), "who": list(part.who), "status": part.status}
            for part in passage.parts
        ],
        "quotes": [{"text": quote.text, "speaker": quote.speaker} for quote in passage.quotes],
        "usedIn": list(desk.linked.uses.get(ref, ())),
    }


def _sections(desk: Desk) -> str:
    return _json(_section(desk, section) for section in desk.linked.site.sections)


def _terms(desk: Desk) -> str:
    return _json(_term(desk, term) for term in desk.linked.site.terms)


def _actors(desk: Desk) -> str:
    return _json(_actor(desk, actor) for actor in desk.linked.site.actors)


def _events(desk: Desk) -> str:
    return _json(_event(desk, event) for event in desk.linked.site.events)


def _claims(desk: Desk) -> str:
    sources = desk.linked.site.sources
    return _json(_claim(desk, source, passage) for source in sources for passage in source.passages)


DATA: Mapping[str, Callable[[Desk], str]] = {
    "sections": _sections,
    "terms": _terms,
    "actors": _actors,
    "events": _events,
    "claims": _claims,
}
"""What makes the JSON of each kind of record."""


def _json(rows: Iterable[dict[str, Any]]) -> str:
    """A row on each line, so that what changed between two builds can be seen."""
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def llms(desk: Desk) -> str:
    """The text of llms.txt: a plain table of contents in Markdown (llmstxt.org)."""
    settings, words = desk.settings, desk.words
    lines = [f"# {settings.title}", "", f"> {settings.description}", "", settings.question, ""]
    lines += [f"## {words['page_sections']}", ""]
    lines += [
        f"- [{name_of(s)}]({desk.base_url}{address_of(s)}): {bare_text(s.answer)}"
        for s in desk.linked.site.sections
    ]
    lines += ["", "## JSON", ""]
    lines += [f"- [{kind}]({desk.base_url}data/{kind}.json)" for kind in DATA]
    return "\n".join(lines) + "\n"
