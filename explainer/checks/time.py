"""time: base text knows nothing of what came after `as_of`, and no text says `yesterday`."""

from collections.abc import Iterator, Mapping, Sequence

from explainer.model.passages import Passage
from explainer.model.problems import Problem
from explainer.model.prose import PassageRef
from explainer.model.record import Record
from explainer.model.site import Event, Settings, Site
from explainer.text.counted import dates_outside
from explainer.text.covered import CitedProse, checked_prose, cited_passages
from explainer.text.dates import FoundDate, date_is_held, first_day, is_after, with_year
from explainer.text.days import about_relative, about_weekday, unclear_days
from explainer.text.known import Known
from explainer.text.places import place_in_block, place_near
from explainer.text.stretches import CoveredBlock, covered_blocks
from explainer.text.targets import Targets
from explainer.text.titles import Title, titles_of
from explainer.text.told import Told

_CHECK = "time"
_FORESEEN = frozenset({"plan", "forecast"})


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """Later things in base text, words that mean a day only when written, weekdays of another day,
    forecasts left open."""
    site, by_ref, targets = known.site, known.passages, known.targets
    if not site.settings:
        return
    as_of, language = site.settings.as_of, site.settings.language
    names = known.reader.names
    for cited in checked_prose(asked):
        for block in covered_blocks(cited.prose, cited.cites):
            dates = dates_outside(block.text, language, names)
            told = list(unclear_days(block, dates, by_ref, language))
            if cited.layer == "base":
                told = [*told, *_later(block, dates, as_of, by_ref), *_links(block, targets)]
            for start, words, message, hint in told:
                origin = block.place(site.texts, cited.prose, words, start)
                yield Problem(origin, message, hint, _CHECK)
        if cited.layer == "base":
            yield from _later_passages(site, cited, by_ref)
    for title in titles_of(asked, site):
        dates = dates_outside(title.text, language, names)
        for words, message, hint in _in_title(title, dates, language, as_of, by_ref):
            yield Problem(title.place(site.texts, words), message, hint, _CHECK)
    for event in asked.events:
        yield from _event(site, event, as_of)
    if asked.settings:
        yield from _key_figures(site, asked.settings, by_ref)
    for record in asked.records():
        if record.layer == "base":
            yield from _record_cites(site, record, by_ref)
    for source in asked.sources:
        for passage in source.passages:
            yield from _outcome(site, passage)
            yield from _passage(site, passage, as_of)


def _in_title(
    title: Title,
    dates: Sequence[FoundDate],
    language: str,
    as_of: str,
    by_ref: Mapping[PassageRef, Passage],
) -> Iterator[tuple[str, str, str]]:
    """Which words of a title are wrong, what is so, and what would mend it."""
    passages = cited_passages(title.refs, by_ref)
    for date in dates:
        if date.kind == "relative":
            yield date.text, *about_relative(date, passages)
        yield from ((date.text, *told) for told in about_weekday(date, passages, language))
    for date in dates if title.layer == "base" and (passages or not title.refs) else ():
        if _is_unforeseen(date, passages, as_of):
            yield date.text, *_about_later_date(date, as_of)


def _later(
    block: CoveredBlock,
    dates: Sequence[FoundDate],
    as_of: str,
    by_ref: Mapping[PassageRef, Passage],
) -> Iterator[Told]:
    """Dates after `as_of`, but under a plan or a forecast that holds them."""
    for date in dates:
        refs = block.refs_at(date.start, date.end)
        passages = cited_passages(refs, by_ref)
        if (passages or not refs) and _is_unforeseen(date, passages, as_of):
            yield (date.start, date.text, *_about_later_date(date, as_of))


def _is_unforeseen(date: FoundDate, passages: Sequence[Passage], as_of: str) -> bool:
    """Whether `date` lies after `as_of`, and no plan or forecast of `passages` holds it."""
    foreseen = [d.date for p in passages if _foresees(p) for d in p.dates]
    foreseen += [p.due for p in passages if p.due]
    known = [d.date for p in passages for d in p.dates]
    return (
        bool(date.first)
        and is_after(_full(date.to_come, known, as_of), as_of)
        and not date_is_held(date, foreseen)
    )


def _about_later_date(date: FoundDate, as_of: str) -> tuple[str, str]:
    return (
        f"`{date.text}` is after {as_of}, the date this text knows",
        "move it to a section or record with `layer: later`, or cite the plan or forecast "
        "that names the date",
    )


def _foresees(passage: Passage) -> bool:
    return any(part.status in _FORESEEN for part in passage.parts)


def _full(part: str, known: Sequence[str], as_of: str) -> str:
    """`part` with a year: that of a date the passages know, or that of `as_of`."""
    if not part.startswith("--"):
        return part
    ends = [end for iso in known for end in iso.split("/") if end[4:].startswith(part[1:])]
    year = int(ends[0][:4]) if ends else first_day(as_of).year
    return with_year(part, year)


def _links(block: CoveredBlock, targets: Targets) -> Iterator[Told]:
    for start, _, link in block.links:
        ids = targets.ids(link.target)
        record = targets.records.get(ids[0]) if len(ids) == 1 else None
        if record and record.layer == "later":
            yield (
                start,
                link.text,
                f"base text links to `{record.id}`, which belongs to the later layer",
                "take the link out, or move the text to the later layer",
            )


def _later_passages(
    site: Site, cited: CitedProse, by_ref: Mapping[PassageRef, Passage]
) -> Iterator[Problem]:
    for block in cited.prose.blocks:
        for piece in block.pieces:
            for ref in getattr(piece, "refs", ()):
                passage = by_ref.get(ref)
                if passage and passage.layer == "later":
                    yield Problem(
                        place_in_block(site.texts, cited.prose, block, f"@{ref}"),
                        *_about_later(str(ref), passage),
                        _CHECK,
                    )


def _key_figures(
    site: Site, settings: Settings, by_ref: Mapping[PassageRef, Passage]
) -> Iterator[Problem]:
    for figure in settings.key_figures:
        for ref in figure.cites:
            passage = by_ref.get(ref)
            if passage and passage.layer == "later":
                needles = ("key_figures:", figure.figure, str(ref))
                origin = place_near(site.texts, settings.origin, *needles)
                yield Problem(origin, *_about_later(str(ref), passage), _CHECK)


def _record_cites(
    site: Site, record: Record, by_ref: Mapping[PassageRef, Passage]
) -> Iterator[Problem]:
    for ref in getattr(record, "cites", ()):
        passage = by_ref.get(ref)
        if passage and passage.layer == "later":
            origin = place_near(site.texts, record.origin, str(ref))
            yield Problem(origin, *_about_later(str(ref), passage), _CHECK)
    yield from _base_points(site, record, by_ref)


def _base_points(
    site: Site, record: Record, by_ref: Mapping[PassageRef, Passage]
) -> Iterator[Problem]:
    for point in getattr(record, "points", ()):
        passage = by_ref.get(point.passage) if point.passage else None
        if passage and passage.layer == "later" and point.layer == "base":
            origin = place_near(site.texts, record.origin, str(point.passage))
            yield Problem(
                origin,
                f"the point at `{point.x}` rests on `{point.passage}`, which was not known yet",
                "say `layer: later` on the point",
                _CHECK,
            )


def _about_later(ref: str, passage: Passage) -> tuple[str, str]:
    return (
        f"base text rests on `{ref}`, which belongs to the later layer",
        f"move the text to the later layer; the passage stands at "
        f"{passage.origin.path}:{passage.origin.line}",
    )


def _event(site: Site, event: Event, as_of: str) -> Iterator[Problem]:
    if event.layer == "base" and event.date and is_after(event.date, as_of):
        yield Problem(
            place_near(site.texts, event.origin, event.date),
            f"`{event.id}` happened on {event.date}, after {as_of}",
            "say `layer: later` on the event",
            _CHECK,
        )


def _passage(site: Site, passage: Passage, as_of: str) -> Iterator[Problem]:
    """What a base passage dates later, and does not only foresee."""
    if passage.layer == "later" or _foresees(passage):
        return
    for date in passage.dates:
        if is_after(date.date.split("/")[0], as_of):
            yield Problem(
                place_near(site.texts, passage.origin, "dates:", date.date),
                f"`{passage.id}` tells of {date.date}, after {as_of}",
                "say `layer: later` on the passage, or that it is a plan or a forecast",
                _CHECK,
            )


def _outcome(site: Site, passage: Passage) -> Iterator[Problem]:
    settings = site.settings
    known = (settings.as_of_later or settings.as_of) if settings else ""
    if passage.due and known and not passage.outcome and is_after(known, passage.due):
        yield Problem(
            place_near(site.texts, passage.origin, "due:"),
            f"`{passage.id}` was due on {passage.due}, before {known}, and has no outcome",
            "say under `outcome` what came of it",
            _CHECK,
        )
