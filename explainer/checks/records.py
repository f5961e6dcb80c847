"""records: one namespace of ids, and what records say of each other's kind."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from explainer.model.problems import Origin, Problem
from explainer.model.record import Record
from explainer.model.site import Chart, Section, Site
from explainer.text.places import place_near

TO_BE_WRITTEN = "Still to be written."
"""The standfirst that `new section` begins with."""
_HIGHEST = 2
"""The rank of `##`."""


def check(site: Site) -> Iterator[Problem]:
    """Ids given twice, old ones and passages' too; unknown sides and series; who was not at the table;
    sections `new` left."""
    yield from _ids(site)
    yield from _names_of_sides(site)
    yield from _passages(site)
    yield from _sides(site)
    yield from _at_the_table(site)
    yield from _charts(site)
    yield from _unwritten(site)
    yield from _headings(site)


def _ids(site: Site) -> Iterator[Problem]:
    first: dict[str, Origin] = {}
    for record in site.records():
        if record.id in first:
            yield Problem(
                record.origin,
                f"the id `{record.id}` is taken (by {first[record.id]})",
                "ids are one namespace for all records: choose another",
                "records",
            )
        else:
            first[record.id] = record.origin
    for record in site.records():
        for number, old in enumerate(record.moved_from):
            if old in first:
                yield _not_moved(site, record, number, first[old])
            first.setdefault(old, record.origin)


def _names_of_sides(site: Site) -> Iterator[Problem]:
    """Two files of one side, and ids that mean something else where they are named."""
    first: dict[str, str] = {}
    for path in sorted(path for path in site.texts if path.startswith("content/actors/")):
        for side in site.sides:
            if not re.search(rf"(?m)^side: *{side.id} *(?:#.*)?$", site.texts[path]):
                continue
            place = place_near(site.texts, Origin(path), f"side: {side.id}")
            if first.setdefault(side.id, path) != path:
                message = f"the side `{side.id}` has a file already: {first[side.id]}"
                yield Problem(place, message, "put its actors there, or choose an id", "records")
                break
    for actor in site.actors:
        if actor.id == "publisher":
            message = "`publisher` under `who` stands for the publication itself"
            yield Problem(actor.origin, message, "give the actor another id", "records")


def _not_moved(site: Site, record: Record, number: int, user: Origin) -> Problem:
    """What is said of an id under `moved_from` that is in use at `user`."""
    old = record.moved_from[number]
    if old in record.moved_from[:number]:
        message = f"`{old}` stands twice under `moved_from`"
    elif old == record.id:
        message = f"`{old}` leads here as it is"
    else:
        message = f"`{old}` cannot lead here: it is in use (by {user})"
    # A section's own place is its `id`, or its first line; the key may stand above it.
    start = Origin(record.origin.path, 1) if isinstance(record, Section) else record.origin
    occurrence = record.moved_from[:number].count(old)
    place = place_near(site.texts, start, "moved_from:", old, occurrence=occurrence)
    return Problem(place, message, "take it out of `moved_from`", "records")


def _passages(site: Site) -> Iterator[Problem]:
    for source in site.sources:
        seen: dict[str, int] = {}
        for passage in source.passages:
            if passage.id in seen:
                yield Problem(
                    passage.origin,
                    f"`{source.id}` has two passages `{passage.id}` (the first in line {seen[passage.id]})",
                    "give one of them another id",
                    "records",
                )
            seen.setdefault(passage.id, passage.origin.line)


def _sides(site: Site) -> Iterator[Problem]:
    sides = {side.id for side in site.sides} | {"both", "other"}
    named = [(event.origin, event.side) for event in site.events]
    named += [(chart.origin, series.side) for chart in site.charts for series in chart.series]
    for origin, side in named:
        if side not in sides and not site.unread and not site.has_unread_files:
            yield Problem(
                place_near(site.texts, origin, f"side: {side}"),
                f"there is no side `{side}`",
                f"sides are the `side:` of the actors files: {', '.join(sorted(sides))}",
                "records",
            )


def _at_the_table(site: Site) -> Iterator[Problem]:
    """People shown as those who sat at the table, where records say that others did."""
    sat = {actor.id for actor in site.actors if actor.in_delegation}
    if not site.settings or not sat:
        return
    for actor in site.actors:
        is_shown = actor.id in site.settings.at_the_table
        if is_shown and actor.kind == "person" and actor.id not in sat:
            yield Problem(
                place_near(site.texts, site.settings.origin, "at_the_table:", actor.id),
                f"`at_the_table` names `{actor.id}`, who did not sit there by its record",
                f"take it out, or write `delegation: true` at {actor.origin}",
                "records",
            )


def _charts(site: Site) -> Iterator[Problem]:
    for chart in site.charts:
        yield from _numbers(site, chart)
        series = {one.id for one in chart.series}
        for point in chart.points:
            if point.series not in series and (series or point.series):
                yield Problem(
                    place_near(site.texts, chart.origin, f"series: {point.series}"),
                    f"the chart has no series `{point.series}`",
                    f"it has {', '.join(sorted(series)) or 'none'}",
                    "records",
                )


def _numbers(site: Site, chart: Chart) -> Iterator[Problem]:
    """A chart without numbers, and what it has twice."""
    if not chart.points and not chart.vega_lite:
        message, hint = f"the chart `{chart.id}` has no points", "write them, each with its passage"
        yield Problem(place_near(site.texts, chart.origin, "points:"), message, hint, "records")
    ids = [series.id for series in chart.series]
    for id in dict.fromkeys(id for id in ids if ids.count(id) > 1):
        place = place_near(site.texts, chart.origin, f"id: {id}", occurrence=1)
        yield Problem(place, f"the chart has two series `{id}`", "give one another id", "records")
    points = Counter((point.series, point.x) for point in chart.points)
    for (series, x), count in points.items():
        if count > 1:
            of = f" of `{series}`" if series else ""
            place = place_near(site.texts, chart.origin, f"x: {x}", occurrence=1)
            message = f"the chart has {count} points{of} at `{x}`"
            yield Problem(place, message, "keep one, or give them a series each", "records")


def _unwritten(site: Site) -> Iterator[Problem]:
    """Sections that are no drafts any more, and yet are as `new section` began them."""
    for section in site.sections:
        if section.is_draft:
            continue
        if not section.body.blocks:
            yield Problem(
                section.origin,
                "this section has no text",
                "write it below the front matter, or let `draft: true` keep the section out",
                "records",
            )
        if section.standfirst.text.startswith(TO_BE_WRITTEN):
            yield Problem(
                place_near(site.texts, section.origin, TO_BE_WRITTEN),
                "the standfirst is still to be written",
                "answer the question in one or two sentences, with a citation behind them",
                "records",
            )


def _headings(site: Site) -> Iterator[Problem]:
    """Headings with nothing below them, and two of the highest rank that say the same."""
    for section in site.sections:
        blocks, seen = () if section.is_draft else section.body.blocks, set[str]()
        for block, after in zip_longest(blocks, blocks[1:]):
            rank = block.rank
            if not rank:
                continue
            place = Origin(section.body.path, block.first_line)
            if after is None or 0 < after.rank <= rank:
                message = "nothing stands below this heading"
                yield Problem(place, message, "write it, or take the heading out", "records")
            if rank == _HIGHEST and block.text in seen:
                message = f"this section has a heading “{block.text}” already"
                yield Problem(place, message, "say in one of them what is different", "records")
            if rank == _HIGHEST:
                seen.add(block.text)
