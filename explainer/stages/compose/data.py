"""The records as JSON, with ids that stay, and what a language model should read first."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from explainer.model.output import DataFile
from explainer.model.prose import PassageRef
from explainer.model.site import Passage, Record, Source
from explainer.stages.compose.desk import Desk, name_of
from explainer.stages.compose.prose import bare_text
from explainer.text.addresses import address_of, passage_address


def data_files(desk: Desk) -> tuple[DataFile, ...]:
    """One JSON file for each kind of record, and llms.txt."""
    site = desk.linked.site
    kinds: Mapping[str, Iterable[dict[str, Any]]] = {
        "sections": (
            {
                **_common(desk, s),
                "question": s.question,
                "answer": bare_text(s.answer),
                "standfirst": bare_text(s.standfirst),
                "keyPoints": [bare_text(point) for point in s.key_points],
            }
            for s in site.sections
        ),
        "terms": (
            {
                **_common(desk, t),
                "name": t.name,
                "aliases": list(t.aliases),
                "field": t.field,
                "meaning": bare_text(t.meaning),
                "seeAlso": list(t.see_also),
            }
            for t in site.terms
        ),
        "actors": (
            {
                **_common(desk, a),
                "name": a.name,
                "aliases": list(a.aliases),
                "kind": a.kind,
                "side": a.side,
                "role": a.role,
                "description": bare_text(a.description),
            }
            for a in site.actors
        ),
        "events": (
            {
                **_common(desk, e),
                "title": e.title,
                "date": e.date,
                "end": e.end,
                "kind": e.kind,
                "side": e.side,
                "text": bare_text(e.text),
                "actors": list(e.actors),
            }
            for e in site.events
        ),
        "claims": (_claim(desk, s, p) for s in site.sources for p in s.passages),
    }
    return (
        *(DataFile(f"data/{kind}.json", _json(list(rows))) for kind, rows in kinds.items()),
        DataFile("llms.txt", _llms(desk)),
    )


def _common(desk: Desk, record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "url": desk.base_url + address_of(record),
        "layer": record.layer,
        "passages": [str(ref) for ref in getattr(record, "cites", ())],
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


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _llms(desk: Desk) -> str:
    """A plain table of contents in Markdown (llmstxt.org)."""
    settings, words = desk.settings, desk.words
    lines = [f"# {settings.title}", "", f"> {settings.description}", "", settings.question, ""]
    lines += [f"## {words['page_sections']}", ""]
    lines += [
        f"- [{name_of(s)}]({desk.base_url}{address_of(s)}): {bare_text(s.answer)}"
        for s in desk.linked.site.sections
    ]
    lines += ["", "## JSON", ""]
    lines += [
        f"- [{kind}]({desk.base_url}data/{kind}.json)"
        for kind in ("sections", "terms", "actors", "events", "claims")
    ]
    return "\n".join(lines) + "\n"
