"""Changes at random to the real site: each is caught at its file and line.

A word inside a quotation, a figure, a date, an actor's name, a later event in a base section; in
prose, in records and in the lock. MUTATIONS_SEED repeats a run, MUTATIONS says how many of a kind,
MUTATIONS_TEXT names the article's text, which is no part of the repository: the same is caught with it.
"""

import os
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from explainer.checks import check_site
from explainer.model.form import fields_of, replace
from explainer.model.passages import Passage
from explainer.model.problems import Origin, Problem
from explainer.model.site import Site
from explainer.model.sources import SourceFile, Sources
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources
from explainer.text.counted import counted, names_with_numbers
from explainer.text.covered import CitedProse, cited_passages, cited_prose, passages_by_ref
from explainer.text.dates import date_is_held, find_dates
from explainer.text.names import Name, find_names, name_table
from explainer.text.numbers import find_numbers
from explainer.text.places import place_in_block
from explainer.text.quotations import find_quotations
from explainer.text.stretches import CoveredBlock, covered_blocks, occurrence

ROOT = Path(__file__).parents[1]
SEED = int(os.environ.get("MUTATIONS_SEED", "20250610"))
TEXT = os.environ.get("MUTATIONS_TEXT", "")
COUNT = int(os.environ.get("MUTATIONS", "25"))
OTHER_NUMBERS = ("37", "613", "8.3", "71", "0.7")
OTHER_WORDS = ("eleven", "nineteen", "seventeen")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Change:
    """Words of a file put in place of others."""

    path: str
    start: int
    """Offset in the file."""
    old: str
    new: str
    lines: tuple[int, ...]
    """Where the build may stop: the line of the change, or of the thing it is part of."""
    block: tuple[int, int] = (0, 0)
    """First and last line of the block it stands in; nothing else may be blamed. (0, 0) for records."""

    def __str__(self) -> str:
        return f"{self.path}:{self.lines[0]} `{self.old}` → `{self.new}`"


@cache
def real_sources() -> Sources:
    return replace(read_sources(ROOT), articles=tuple(map(_article, filter(None, [TEXT]))))


def _article(path: str) -> SourceFile:
    return SourceFile(f"seeds/{Path(path).name}", Path(path).read_text(encoding="utf-8"))


_parsed: dict[Any, Any] = {}


def remembered(function: Callable[[Any], Any], values: Iterable[Any]) -> Iterator[Any]:
    """`map`, for pure functions: only the changed file is parsed again."""
    inner = function.func if isinstance(function, partial) else function
    for value in values:
        key = (inner, value)
        if key not in _parsed:
            _parsed[key] = function(value)
        yield _parsed[key]


@cache
def real_site() -> Site:
    return parse_site(real_sources(), remembered)


def with_change(sources: Sources, change: Change) -> Sources:
    def edited(file: SourceFile) -> SourceFile:
        if file.path != change.path:
            return file
        end = change.start + len(change.old)
        assert file.text[change.start : end] == change.old
        return SourceFile(file.path, file.text[: change.start] + change.new + file.text[end:])

    values: dict[str, Any] = {}
    for name in fields_of(Sources):
        value = getattr(sources, name)
        if isinstance(value, SourceFile):
            values[name] = edited(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], SourceFile):
            values[name] = tuple(map(edited, value))
    return replace(sources, **values)


def problems_of(change: Change) -> tuple[Problem, ...]:
    return check_site(parse_site(with_change(real_sources(), change), remembered))


# Changes to prose ---------------------------------------------------------------------------------


def _blocks() -> Iterator[tuple[CitedProse, CoveredBlock]]:
    for cited in cited_prose(real_site()):
        for block in covered_blocks(cited.prose, cited.cites):
            yield cited, block


def _passages(block: CoveredBlock, start: int, end: int) -> tuple[Passage, ...]:
    return cited_passages(block.refs_at(start, end), passages_by_ref(real_site()))


def _in_file(
    cited: CitedProse, block: CoveredBlock, at: int, words: str, old: str, new: str
) -> Change | None:
    """The change of `old` to `new` within `words`, which stand at `at` in the block's text."""
    texts = real_site().texts
    which = occurrence(block.text, words, at)
    origin = place_in_block(texts, cited.prose, block.block, words, which)
    text = texts[origin.path]
    start = _offset(text, origin)
    found = text.find(old, start, start + len(words) + 60)
    if found < 0 or (
        origin.line == block.block.first_line and origin.column == 1 and found > start + 90
    ):
        return None
    lines = (origin.line, text.count("\n", 0, found) + 1)
    span = (block.block.first_line, block.block.last_line)
    return Change(origin.path, found, old, new, lines, span)


def _offset(text: str, origin: Origin) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: origin.line - 1]) + origin.column - 1


def words_of_quotations(rng: random.Random) -> Iterator[Change | None]:
    for cited, block in _blocks():
        for quotation in find_quotations(block.text):
            words = quotation.pieces[0].split()
            longest = max((w.strip(".,;!?") for w in words), key=len)
            at = block.text.index(quotation.pieces[0], quotation.start)
            yield _in_file(cited, block, at, quotation.pieces[0], longest, "herrings")


def figures_of_prose(rng: random.Random) -> Iterator[Change | None]:
    names = names_with_numbers(real_site())
    for cited, block in _blocks():
        taken = [(start, end) for start, end, _ in block.worked]
        for number in counted(block.text, "en", names, taken).numbers:
            passages = _passages(block, number.start, number.end)
            digits = _NUMBER.search(number.text)
            words = [w for w in re.findall(r"[A-Za-z-]+", number.text) if find_numbers(f"{w} cars")]
            held = {abs(v or 0) for p in passages for f in p.figures for v in (f.low, f.high)}
            if digits:
                new = rng.choice([n for n in OTHER_NUMBERS if float(n) not in held])
                yield _in_file(cited, block, number.start, number.text, digits[0], new)
            elif len(words) == 1 and number.low and not number.is_ordinal:
                yield _in_file(
                    cited, block, number.start, number.text, words[0], rng.choice(OTHER_WORDS)
                )


def dates_of_prose(rng: random.Random) -> Iterator[Change | None]:
    names = names_with_numbers(real_site())
    published = {source.id: source.published for source in real_site().sources}
    for cited, block in _blocks():
        for date in counted(block.text, "en", names).dates:
            passages = _passages(block, date.start, date.end)
            held = [d.date for p in passages for d in p.dates]
            held += [f.period for p in passages for f in p.figures if f.period]
            held += [published[p.source] for p in passages if published[p.source]]
            day = re.search(r"\b\d{1,2}\b", date.text)
            months = ("February", "March", "August", "November")
            month = re.search(r"\b[A-Z][a-z]+\b", date.text)
            for old, news in (
                (day, [str(d) for d in rng.sample(range(1, 29), 5)]),
                (month, rng.sample(months, 4)),
            ):
                for new in news if old else ():
                    text = date.text.replace(old[0], new, 1) if old else ""
                    found = find_dates(text)
                    if found and not date_is_held(found[0], held) and old and new != old[0]:
                        yield _in_file(cited, block, date.start, date.text, old[0], new)
                        break


def names_of_prose(rng: random.Random) -> Iterator[Change | None]:
    site = real_site()
    forms = [Name(f, r.id) for r in (*site.terms, *site.actors) for f in (r.name, *r.aliases)]
    table, actors = name_table(forms), {actor.id: actor for actor in site.actors}
    for cited, block in _blocks():
        quoted = [(q.start, q.end) for q in find_quotations(block.text)]
        for found in find_names(block.text, table):
            in_quotation = any(s < found.end and found.start < e for s, e in quoted)
            passages = _passages(block, found.start, found.end)
            if found.id not in actors or in_quotation or not passages:
                continue
            people = {a for p in passages for a in (*p.actors, *p.who)}
            publishers = {s.publisher for s in site.sources for p in passages if s.id == p.source}
            others = [
                a.name for a in site.actors if a.id not in people and a.name not in publishers
            ]
            old = block.text[found.start : found.end]
            yield _in_file(cited, block, found.start, old, old, rng.choice(others))


def later_events(rng: random.Random) -> Iterator[Change | None]:
    site = real_site()
    later = [f"{p.source}:{p.id}" for s in site.sources for p in s.passages if p.layer == "later"]
    events = [event.id for event in site.events if event.layer == "later"]
    section_texts = {
        s.body.path: site.texts[s.body.path] for s in site.sections if s.layer == "base"
    }
    for path, text in section_texts.items():
        for paragraph in re.finditer(r"\n\n(?=[A-Z])", text[text.index("\n---\n", 4) :]):
            start = text.index("\n---\n", 4) + paragraph.start()
            line = text.count("\n", 0, start) + 3
            ref = rng.choice(later)
            for new in (
                f"\n\nSo it went on. [@{ref}]",
                f"\n\nSo it went on, as [[{rng.choice(events)}|later]] told. [@p4]",
                "\n\nSo it went on 3 September 2025. [@p4]",
            ):
                yield Change(path, start, "", new, (line,), (line, line))


# Changes to records and the lock ------------------------------------------------------------------


def _in_record(
    path: str, pattern: str, news: Callable[[str], Sequence[str]], rng: random.Random
) -> Iterator[Change]:
    text = real_site().texts[path]
    passages = text.index("passages:")
    for match in re.finditer(pattern, text[passages:]):
        start = passages + match.start(1)
        choices = [new for new in news(match[1]) if new != match[1]]
        entry = text.rfind("{", 0, start)
        entry = entry if text.rfind("\n- id:", 0, start) < entry else start
        lines = tuple({text.count("\n", 0, at) + 1 for at in (start, entry)})
        yield Change(path, start, match[1], rng.choice(choices), lines)


def _other_day(iso: str) -> Sequence[str]:
    return [f"{iso[:-2]}{day:02d}" for day in range(1, 13)]


def _other_value(value: str) -> Sequence[str]:
    return [f"{value}7", f"4{value.lstrip('-')}"]


def _other_words(text: str) -> Sequence[str]:
    words = text.split()
    return [" ".join([*words[:i], "herrings", *words[i + 1 :]]) for i in range(len(words))]


def records_of_the_seed(rng: random.Random) -> Iterator[Change | None]:
    path = "seeds/london-talks.yaml"
    actors = [actor.id for actor in real_site().actors]
    yield from _in_record(path, r"\bvalue: (-?[\d.]+)", _other_value, rng)
    yield from _in_record(path, r"\bdate: (\d{4}-\d\d-\d\d)", _other_day, rng)
    yield from _in_record(path, r"\{text: \"?([^,}{\"]+)", _other_words, rng)
    speakers = [
        quote.speaker for s in real_site().sources for p in s.passages for quote in p.quotes
    ]
    yield from _in_record(path, r"speaker: ([a-z-]+)", lambda old: [*speakers, "xi-jinping"], rng)
    text = real_site().texts[path]
    for listed in re.finditer(r"\n  actors: \[([^\]]*)\]", text):
        for actor in re.finditer(r"[a-z-]+", listed[1]):
            start = listed.start(1) + actor.start()
            new = rng.choice([a for a in actors if a not in listed[1]])
            yield Change(path, start, actor[0], new, (text.count("\n", 0, start) + 1,))


def records_of_references(rng: random.Random) -> Iterator[Change | None]:
    for source in real_site().sources:
        if source.kind != "reference":
            continue
        path = source.origin.path
        yield from _in_record(
            path,
            r"\{text: '?[^',}{]*?\b\d[\d.,]*\b[^',}{]*'?, value: (-?[\d.]+)",
            _other_value,
            rng,
        )
        yield from _in_record(
            path, r"\{text: \d[^,}{]*\d{4}, date: (\d{4}-\d\d-\d\d)\b(?!/)", _other_day, rng
        )
        for passage in source.passages:
            for part in passage.parts:
                for block in covered_blocks(part.says):
                    for number in counted(
                        block.text, "en", names_with_numbers(real_site())
                    ).numbers:
                        digits = _NUMBER.search(number.text)
                        held = {abs(v or 0) for f in passage.figures for v in (f.low, f.high)}
                        if digits:
                            new = rng.choice([n for n in OTHER_NUMBERS if float(n) not in held])
                            cited = CitedProse(part.says, (), "base", "", "", passage.origin)
                            yield _in_file(cited, block, number.start, number.text, digits[0], new)


def names_in_retellings(rng: random.Random) -> Iterator[Change | None]:
    site = real_site()
    forms = [Name(f, a.id) for a in site.actors for f in (a.name, *a.aliases)]
    table = name_table(forms)
    for source in site.sources:
        for passage in source.passages:
            people = {*passage.actors, *passage.who}
            others = [
                a.name for a in site.actors if a.id not in people and a.name != source.publisher
            ]
            for part in passage.parts:
                for block in covered_blocks(part.says):
                    cited = CitedProse(part.says, (), "base", "", "", passage.origin)
                    for found in find_names(block.text, table):
                        old = block.text[found.start : found.end]
                        yield _in_file(cited, block, found.start, old, old, rng.choice(others))


def events_and_charts(rng: random.Random) -> Iterator[Change | None]:
    site = real_site()
    path = site.events[0].origin.path
    text = site.texts[path]
    for event in site.events:
        passages = cited_passages(event.cites, passages_by_ref(site))
        dated = "/".join([d.date for p in passages for d in p.dates])
        date = re.compile(r"\n  date: (\d{4}-\d\d-\d\d)\n").search(
            text, text.index(f"- id: {event.id}\n")
        )
        if date and event.date == event.end:
            line = text.count("\n", 0, date.start(1)) + 1
            days = [f"{date[1][:-2]}{day:02d}" for day in range(1, 29)]
            new = rng.choice([day for day in days if day not in dated])
            yield Change(path, date.start(1), date[1], new, (line,))
    actors = [actor.id for actor in site.actors]
    people = {p.id: {*p.actors, *p.who} for s in site.sources for p in s.passages}
    for event in site.events:
        held = set().union(*(people[ref.passage] for ref in event.cites))
        listed = text.index("actors:", text.index(f"- id: {event.id}\n")) if event.actors else 0
        for id in event.actors:
            start = re.compile(rf"\b{id}\b").search(text, listed).start()  # type: ignore[union-attr]
            new = rng.choice([actor for actor in actors if actor not in held])
            yield Change(path, start, id, new, (text.count("\n", 0, start) + 1,))
    for chart in site.charts:
        path, text = chart.origin.path, site.texts[chart.origin.path]
        for y in re.finditer(r"\by: (-?\d[\d.]*)", text[text.index("points:") :]):
            start = text.index("points:") + y.start(1)
            line = text.count("\n", 0, start) + 1
            yield Change(path, start, y[1], rng.choice(["613.7", "-8.25"]), (line,))


def lines_of_the_lock(rng: random.Random) -> Iterator[Change | None]:
    (lock,) = real_sources().locks
    at = 0
    for number, line in enumerate(lock.text.split("\n"), 1):
        letters = [i for i, letter in enumerate(line) if letter.isalnum()]
        if letters:
            i = rng.choice(letters)
            new = rng.choice([c for c in "abcdef0123456789" if c != line[i]])
            yield Change(lock.path, at + i, line[i], new, (number,))
        at += len(line) + 1


KINDS = (
    words_of_quotations,
    figures_of_prose,
    dates_of_prose,
    names_of_prose,
    later_events,
    records_of_the_seed,
    records_of_references,
    names_in_retellings,
    events_and_charts,
    lines_of_the_lock,
)


def test_the_unchanged_site_is_not_blamed() -> None:
    assert check_site(real_site()) == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_change_is_caught_where_it_was_made(
    kind: Callable[[random.Random], Iterator[Change | None]],
) -> None:
    rng = random.Random(SEED)
    changes = [change for change in kind(rng) if change]
    assert changes, "there is nothing to change"
    missed = []
    for change in rng.sample(changes, min(COUNT, len(changes))):
        problems = problems_of(change)
        here = [
            p for p in problems if p.origin.path == change.path and p.origin.line in change.lines
        ]
        first, last = change.block
        beside = [
            p
            for p in problems
            if first and not (p.origin.path == change.path and first <= p.origin.line <= last)
        ]
        if not here or beside:
            told = "\n  ".join(map(str, beside or problems)) or "nothing"
            missed.append(f"{change}\n  {told}")
    print(f"MUTATIONS_SEED={SEED}: {len(changes)} changes of this kind")
    assert not missed, f"{len(missed)} missed (MUTATIONS_SEED={SEED})\n" + "\n".join(missed)
