"""Days that a text tells so that readers may take them for others, or that are none."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from explainer.model.form import replace
from explainer.model.passages import Passage
from explainer.model.prose import PassageRef
from explainer.text.covered import cited_passages
from explainer.text.dates import FoundDate, is_any_day
from explainer.text.quotations import quoted_spans
from explainer.text.stretches import CoveredBlock
from explainer.text.told import Told, known_dates
from explainer.text.weekdays import right_weekdays

_FIGURES_ALONE = re.compile(
    r"(?<![\w./-])(?:\d{1,2}([./])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([./])\d{1,2}\2\d{1,2})(?![\w/])"
)


def unclear_days(
    block: CoveredBlock,
    dates: Sequence[FoundDate],
    by_ref: Mapping[PassageRef, Passage],
    language: str,
) -> Iterator[Told]:
    """Words such as `yesterday`, dates in figures alone, and weekdays of another day.

    `dates` are those of `block` outside quotations.
    """
    yield from _relative(block, dates, by_ref)
    yield from _in_figures(block)
    yield from _weekdays(block, dates, by_ref, language)


_NARRATED = re.compile(
    r"\b(?:that|same|following|preceding|previous|folgenden|selben|jenem)\s$", re.IGNORECASE
)
_STEP = re.compile(
    r"(?<!\bthe\s)(?<!\b(?:his|her|its|our)\s)(?<!\btheir\s)"
    r"\b(?:last|next|this|letzten|vergangenen|kommenden|nächsten)\s$",
    re.IGNORECASE,
)
"""What makes a month without its year one of the day it is written on: last August."""
_NEAR = 24
"""Characters in front of a month in which it is looked for."""
_FROM_THERE = re.compile(r"\s(?:after|before|of)\b", re.IGNORECASE)
_ALSO_FROM_THERE = re.compile(r"\s(?:darauf|davor|suivant|précédent)(?!\w)|-là(?!\w)")


def _is_narrated(date: FoundDate, text: str, dates: Iterable[FoundDate]) -> bool:
    """Whether a weekday is counted from what is told, or stands beside its date: the Monday after."""
    before, after = text[: date.start], text[date.end :]
    has_article = before.endswith(("the ", "The "))
    return (
        bool(_NARRATED.search(before) or _ALSO_FROM_THERE.match(after))
        or (has_article and bool(_FROM_THERE.match(after)))
        or any(
            (after.startswith(" (") and day.start == date.end + 2)
            or (before.endswith(" (") and after.startswith(")") and day.end == date.start - 2)
            for day in dates
            if day.kind == "day"
        )
    )


def _relative(
    block: CoveredBlock, dates: Sequence[FoundDate], by_ref: Mapping[PassageRef, Passage]
) -> Iterator[Told]:
    for date in dates:
        is_certain = not (is_any_day(date, block.text) or _is_narrated(date, block.text, dates))
        near = max(0, date.start - _NEAR)
        step = _STEP.search(block.text[near : date.start]) if date.iso.startswith("--") else None
        if step:
            start = near + step.start()
            date = replace(date, text=block.text[start : date.end], start=start)
        if step or date.kind == "relative" or (date.kind == "weekday" and is_certain):
            passages = cited_passages(block.refs_at(date.start, date.end), by_ref)
            yield (date.start, date.text, *about_relative(date, passages))


def about_relative(date: FoundDate, passages: Sequence[Passage]) -> tuple[str, str]:
    """What is so and what would mend it, for a word that means a day only when it is written."""
    dated = [passage for passage in passages if passage.dates]
    which = f"; {known_dates(dated)}" if dated else ""
    return (
        f"`{date.text}` means another day to every later reader",
        f"write the date itself{which}",
    )


def _in_figures(block: CoveredBlock) -> list[Told]:
    """Dates in figures alone, which no passage's dates are compared with."""
    quoted = quoted_spans(block.text)
    return [
        (
            match.start(),
            match[0],
            f"`{match[0]}` may mean two days, and no check reads it",
            "write the month in letters: 9 June 2025",
        )
        for match in _FIGURES_ALONE.finditer(block.text)
        if not any(start <= match.start() < end for start, end in quoted)
    ]


def _weekdays(
    block: CoveredBlock,
    dates: Sequence[FoundDate],
    by_ref: Mapping[PassageRef, Passage],
    language: str,
) -> Iterator[Told]:
    """Days told with a weekday that they are not."""
    for date in dates:
        passages = cited_passages(block.refs_at(date.start, date.end), by_ref)
        for told in about_weekday(date, passages, language):
            yield date.start, date.text, *told


def about_weekday(
    date: FoundDate, passages: Sequence[Passage], language: str
) -> Iterator[tuple[str, str]]:
    """What is so and what would mend it, where `date` is told with a weekday that it is not."""
    known = [d.date for passage in passages for d in passage.dates]
    if weekdays := right_weekdays(date, known, language):
        yield (
            f"`{date.text}` is {' and '.join(f'a {day}' for day in weekdays)}",
            "mend the weekday or the day, or leave the weekday out",
        )
