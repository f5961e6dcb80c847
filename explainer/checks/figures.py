"""figures: every number and date of a text is one of a passage it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from explainer.model.problems import Origin, Problem
from explainer.model.prose import PassageRef, Worked
from explainer.model.site import Chart, Figure, Passage, Point, Site
from explainer.text.agreement import is_held, scale_and_unit
from explainer.text.arithmetic import FormulaError, agrees, work_out
from explainer.text.counted import counted, names_with_numbers
from explainer.text.covered import chart_cites, cited_passages, cited_prose, passages_by_ref
from explainer.text.dates import FoundDate
from explainer.text.dates import is_held as date_is_held
from explainer.text.names import NameTable
from explainer.text.numbers import Number, find_numbers
from explainer.text.places import place_in_block, place_near
from explainer.text.stretches import CoveredBlock, covered_blocks, occurrence

_CHECK = "figures"
_Told = tuple[int, str, str, str]
"""Where in a text, which words of it, what is so, and what would mend it."""


def check(site: Site) -> Iterator[Problem]:
    """Numbers, dates, worked-out numbers, key figures and points of charts that no passage holds."""
    reader = _Reader(
        passages_by_ref(site),
        names_with_numbers(site),
        site.settings.language if site.settings else "en",
        {source.id: source.published for source in site.sources},
    )
    for cited in cited_prose(site):
        for block in covered_blocks(cited.prose, cited.cites):
            for start, words, message, hint in reader.block(block):
                which = occurrence(block.text, words, start)
                origin = place_in_block(site.texts, cited.prose, block.block, words, which)
                yield Problem(origin, message, hint, _CHECK)
    yield from _key_figures(site, reader)
    for chart in site.charts:
        yield from _chart(site, chart, reader)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads texts against the passages they rest on."""

    by_ref: Mapping[PassageRef, Passage]
    names: NameTable
    language: str
    published: Mapping[str, str]
    """The date of each source: a text may say when what it cites came out."""

    def block(self, block: CoveredBlock) -> Iterator[_Told]:
        taken = [(start, end) for start, end, _ in block.worked]
        found = counted(block.text, self.language, self.names, taken)
        for number in found.numbers:
            passages = self.passages(block.refs_at(number.start, number.end))
            is_framing = block.is_framing(number.start, number.end)
            if is_framing or (passages and not self.holds(passages, number)):
                yield (number.start, number.text, *_about_number(number, passages))
        for date in found.dates:
            passages = self.passages(block.refs_at(date.start, date.end))
            is_framing = block.is_framing(date.start, date.end)
            if is_framing or (passages and not self.dates(passages, date)):
                yield (date.start, date.text, *_about_date(date, passages))
        for start, end, worked in block.worked:
            passages = self.passages(block.refs_at(start, end))
            if passages:
                for message, hint in self.worked(worked, passages):
                    yield start, worked.text, message, hint

    def plain(self, text: str, passages: Sequence[Passage]) -> Iterator[tuple[str, str, str]]:
        """The words, what is so and what would mend it, for a text that is no prose."""
        found = counted(text, self.language, self.names)
        for number in found.numbers:
            if not self.holds(passages, number):
                yield (number.text, *_about_number(number, passages))
        for date in found.dates:
            if not self.dates(passages, date):
                yield (date.text, *_about_date(date, passages))

    def passages(self, refs: tuple[PassageRef, ...]) -> tuple[Passage, ...]:
        return cited_passages(refs, self.by_ref)

    def holds(self, passages: Sequence[Passage], number: Number) -> bool:
        return is_held(number, _figures(passages), self.language)

    def dates(self, passages: Sequence[Passage], date: FoundDate) -> bool:
        return date_is_held(date, _dates(passages, self.published))

    def worked(self, worked: Worked, passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
        """What is wrong with a worked-out number: its formula, its operands or its value."""
        try:
            result = work_out(worked.formula)
        except FormulaError as error:
            yield (
                f"`{worked.formula}` cannot be worked out: {error}",
                'a formula has numbers, + - * / and brackets: `[115]{calc="145-30"}`',
            )
            return
        for operand in dict.fromkeys(result.operands):
            number = find_numbers(f"{operand} %", "en")
            plain = replace(number[0], unit="", text=operand) if number else None
            is_hundred = float(operand.replace(",", "")) == 100
            if not is_hundred and not (plain and self.holds(passages, plain)):
                yield (
                    f"`{operand}` in `{worked.formula}` is no figure of {_listed(passages)}",
                    f"work it out from their figures, or from 100: {_known(passages)}",
                )
        if not agrees(result.value, worked.text):
            yield (
                f"`{worked.text}` is not what `{worked.formula}` comes to",
                f"it comes to {float(result.value):.6g}",
            )


def _figures(passages: Sequence[Passage]) -> tuple[Figure, ...]:
    return tuple(figure for passage in passages for figure in passage.figures)


def _dates(passages: Sequence[Passage], published: Mapping[str, str]) -> tuple[str, ...]:
    """What the passages date, what their figures measure, and when their sources came out."""
    of_figures = (figure.period for figure in _figures(passages))
    return tuple(
        iso
        for iso in (
            *(date.date for passage in passages for date in passage.dates),
            *of_figures,
            *(published.get(passage.source, "") for passage in passages),
        )
        if iso
    )


def _about_number(number: Number, passages: Sequence[Passage]) -> tuple[str, str]:
    if not passages:
        return (
            f"framing of our own holds the number `{number.text}`",
            "cite the passage it stands in, or leave it out",
        )
    return (
        f"`{number.text}` is no figure of {_listed(passages)}",
        f"{_known(passages)}; mend the number, cite the passage that has it, "
        'or show how it is worked out: `[115]{calc="145-30"}`',
    )


def _about_date(date: FoundDate, passages: Sequence[Passage]) -> tuple[str, str]:
    if not passages:
        return (
            f"framing of our own holds the date `{date.text}`",
            "cite the passage it stands in, or leave it out",
        )
    return (
        f"`{date.text}` is no date of {_listed(passages)}",
        f"{_known_dates(passages)}; mend the date, or cite the passage that has it",
    )


def _key_figures(site: Site, reader: _Reader) -> Iterator[Problem]:
    if not site.settings:
        return
    for key in site.settings.key_figures:
        passages = reader.passages(key.cites)
        if passages:
            for words, message, hint in reader.plain(key.figure, passages):
                origin = _after(site, site.settings.origin, "key_figures", key.figure, words)
                yield Problem(origin, message, hint, _CHECK)


def _chart(site: Site, chart: Chart, reader: _Reader) -> Iterator[Problem]:
    passages = reader.passages(chart_cites(chart))
    if passages:
        for words, message, hint in reader.plain(chart.alt, passages):
            origin = _after(site, chart.origin, "alt:", words)
            yield Problem(origin, message, hint, _CHECK)
    for index, point in enumerate(chart.points):
        for message, hint in _point(chart, point, reader):
            origin = _place_of_point(site, chart, index)
            yield Problem(origin, message, hint, _CHECK)


def _point(chart: Chart, point: Point, reader: _Reader) -> Iterator[tuple[str, str]]:
    if point.passage is None:
        yield (
            f"the point at `{point.x}` names no passage",
            "write `passage: p8`, or `passage: reference:passage`",
        )
        return
    passages = reader.passages((point.passage,))
    scale = scale_and_unit(chart.unit)[0]
    ends = {
        value * factor
        for figure in _figures(passages)
        for value in (figure.low, figure.high)
        if value is not None
        for factor in (1, scale_and_unit(figure.unit)[0], scale_and_unit(figure.unit)[0] / scale)
    }
    if passages and not any(abs(point.y - end) <= 1e-9 * max(1, abs(end)) for end in ends):
        yield (
            f"`{point.y:g}` at `{point.x}` is no figure of {_listed(passages)}",
            f"{_known(passages)}; mend the point, or name the passage that has it",
        )


def _place_of_point(site: Site, chart: Chart, index: int) -> Origin:
    start = place_near(site.texts, chart.origin, "points:")
    return place_near(site.texts, start, "x:", index)


def _after(site: Site, origin: Origin, *needles: str) -> Origin:
    """The place of the last of `needles`, each looked for after the one before."""
    for needle in needles:
        origin = place_near(site.texts, origin, needle)
    return origin


def _known(passages: Sequence[Passage]) -> str:
    parts = [
        f"`{p.id}` ({p.origin.path}:{p.origin.line}) has "
        + (", ".join(f.text for f in p.figures) or "no figures")
        for p in passages
    ]
    return "; ".join(parts)


def _known_dates(passages: Sequence[Passage]) -> str:
    parts = [
        f"`{p.id}` ({p.origin.path}:{p.origin.line}) has "
        + (", ".join(d.date for d in p.dates) or "no dates")
        for p in passages
    ]
    return "; ".join(parts)


def _listed(passages: Sequence[Passage]) -> str:
    return ", ".join(f"`{passage.id}`" for passage in passages)
