"""All files of a site together."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from explainer.model.each import Each
from explainer.model.passages import Source
from explainer.model.site import (
    About,
    Actor,
    Chart,
    Correction,
    Era,
    Event,
    Field,
    Said,
    Section,
    Settings,
    Side,
    Site,
    Term,
)
from explainer.model.sources import SourceFile, Sources
from explainer.stages.parse.actors import parse_actors
from explainer.stages.parse.charts import parse_chart
from explainer.stages.parse.corrections import parse_corrections
from explainer.stages.parse.file import Parsed
from explainer.stages.parse.glossary import parse_glossary
from explainer.stages.parse.pages import parse_about
from explainer.stages.parse.sections import parse_section
from explainer.stages.parse.settings import parse_settings
from explainer.stages.parse.sources import parse_source
from explainer.stages.parse.timeline import parse_timeline
from explainer.stages.parse.words import Words, parse_words
from explainer.text.lock import lock_path

F = TypeVar("F")


def parse_site(sources: Sources, each: Each = map, *, drafts: bool = False) -> Site:
    """What the writers said, and what of it could not be understood.

    Sections marked as drafts are left out unless `drafts` asks for them.
    """
    settings = parse_settings(sources.site) if sources.site else Parsed(())
    language = next((s.language for s in settings.records), "en")
    parsed = [settings, *_parse_files(sources, language, each)]
    records = [record for one in parsed for record in one.records]
    files = tuple(file for file in sources.templates if file.path.startswith("templates/words/"))
    (words,) = each(partial(parse_words, language=language), [files])
    sections = [s for s in _all(Section, records) if drafts or not s.is_draft]
    return Site(
        settings=next(_all(Settings, records), None),
        sections=_in_reading_order(sections),
        fields=tuple(_all(Field, records)),
        terms=tuple(_all(Term, records)),
        sides=tuple(dict.fromkeys(_all(Side, records))),
        actors=tuple(_all(Actor, records)),
        eras=tuple(_all(Era, records)),
        events=tuple(sorted(_all(Event, records), key=lambda event: (event.date, event.end))),
        charts=tuple(_all(Chart, records)),
        sources=tuple(sorted(_all(Source, records), key=lambda s: s.kind != "seed")),
        corrections=tuple(sorted(_all(Correction, records), key=lambda c: c.date, reverse=True)),
        about=next(_all(About, records), None),
        locks=_locks(sources, tuple(_all(Source, records))),
        articles=_articles(sources, tuple(_all(Source, records))),
        # Templates call a side by its words, and else by the name its writers gave it.
        words=Words({f"side_{s.id}": s.name for s in _all(Side, records)} | dict(words.said)),
        texts=sources.texts,
        problems=(*sources.problems, *words.problems, *(p for one in parsed for p in one.problems)),
        unread=frozenset(id for one in parsed for id in one.unread),
        drafts=frozenset(s.id for s in _all(Section, records)) - {s.id for s in sections},
    )


_PARSERS: Mapping[str, Callable[..., Parsed[Any]]] = {
    "sections": parse_section,
    "glossary": parse_glossary,
    "actors": parse_actors,
    "charts": parse_chart,
    "sources": parse_source,
    "timeline": parse_timeline,
    "corrections": parse_corrections,
    "about": parse_about,
}
"""What reads the files of each kind."""


def _parse_files(sources: Sources, language: str, each: Each) -> Iterable[Parsed[Any]]:
    files: Mapping[str, tuple[SourceFile | None, ...]] = {
        "sections": sources.sections,
        "glossary": sources.glossary,
        "actors": sources.actors,
        "charts": sources.charts,
        "sources": (*sources.seeds, *sources.references),
        "timeline": (sources.timeline,),
        "corrections": (sources.corrections,),
        "about": (sources.about,),
    }
    asked = [(kind, file) for kind, of_kind in files.items() for file in of_kind if file]
    return each(partial(parse_file, language=language), asked)


def parse_file(asked: tuple[str, SourceFile], *, language: str) -> Parsed[Said]:
    """What one file says, given with its kind."""
    kind, file = asked
    return _PARSERS[kind](file, language=language)


def _all(kind: type[F], records: list[Any]) -> Iterator[F]:
    return (record for record in records if type(record) is kind)


def _in_reading_order(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(sorted(sections, key=lambda s: (s.layer == "later", s.origin.path)))


def _locks(sources: Sources, known: tuple[Source, ...]) -> dict[str, str]:
    """A record may have an id of its own; its lock bears the name of its file."""
    texts = {file.path: file.text for file in sources.locks}
    return {source.id: texts[path] for source in known if (path := lock_path(source)) in texts}


def _articles(sources: Sources, known: tuple[Source, ...]) -> dict[str, str]:
    texts = {file.path.removeprefix("seeds/"): file.text for file in sources.articles}
    return {source.id: texts[source.file] for source in known if source.file in texts}
