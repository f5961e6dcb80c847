"""Reading numbers and dates of a text against the passages it rests on."""

import re
from collections.abc import Iterator, Mapping, Sequence

from explainer.model.form import Form, replace
from explainer.model.passages import Figure, Passage
from explainer.model.prose import PassageRef, Worked
from explainer.model.site import Site
from explainer.text.agreement import is_held, scale_and_unit
from explainer.text.arithmetic import FormulaError, agrees, in_english, work_out
from explainer.text.counted import counted, names_with_numbers
from explainer.text.covered import cited_passages, passages_by_ref
from explainer.text.dates import FoundDate, date_is_held, overlaps
from explainer.text.direction import about_turn, difference, is_told_in_per_cent, turned_round
from explainer.text.names import NameTable
from explainer.text.number import Number
from explainer.text.numbers import find_numbers
from explainer.text.stretches import CoveredBlock
from explainer.text.told import (
    Told,
    about_date,
    about_framing,
    about_sign,
    known_figures,
    listed,
    some_of,
)

_YEAR = re.compile(r"1[89]\d\d|20\d\d")


def reader_of(site: Site) -> "HeldReader":
    """What the texts of `site` are read with."""
    return HeldReader(
        passages_by_ref(site),
        names_with_numbers(site),
        site.language,
        {source.id: source.published for source in site.sources},
    )


class HeldReader(Form, frozen=True):
    """Reads texts against the passages they rest on."""

    by_ref: Mapping[PassageRef, Passage]
    names: NameTable
    language: str
    published: Mapping[str, str]
    """The date of each source: a text may say when what it cites came out."""

    def block(self, block: CoveredBlock) -> Iterator[Told]:
        """Every number and date of `block` that its passages do not hold."""
        taken = [(start, end) for start, end, _ in block.worked]
        found = counted(block.text, self.language, self.names, taken)
        for start, words, meant in found.misread:
            yield (start, words, *about_sign(words, meant))
        for number in found.numbers:
            passages = self.passages(block.refs_at(number.start, number.end))
            is_framing = block.is_framing(number.start, number.end)
            if is_framing or (passages and not self.holds(passages, number)):
                yield (number.start, number.text, *self._about_number(number, passages))
        for date in found.dates:
            passages = self.passages(block.refs_at(date.start, date.end))
            # Outside framing, a year may stand where nothing is cited.
            is_bound = date.kind != "year" or block.block.is_context
            is_framing = is_bound and block.is_framing(date.start, date.end)
            if is_framing or (passages and not self.dates(passages, date)):
                yield (date.start, date.text, *about_date(date, passages))
        for year in found.years if block.block.is_context else ():
            if block.is_framing(year.start, year.end):
                yield (year.start, year.text, *about_framing("date", year.text))
        for number, words in turned_round(block.text, found.numbers, self.language):
            yield (number.start, number.text, *about_turn(words))
        yield from self._worked_out(block)

    def _worked_out(self, block: CoveredBlock) -> Iterator[Told]:
        for start, end, worked in block.worked:
            passages = self.passages(block.refs_at(start, end))
            if block.is_framing(start, end):
                yield (start, worked.text, *about_framing("number", worked.text))
                continue
            for message, hint in self.worked(worked, passages) if passages else ():
                yield start, worked.text, message, hint
            if is_told_in_per_cent(block.text, start, end) and self._is_of_shares(worked, passages):
                yield (
                    start,
                    worked.text,
                    f"`{worked.formula}` is a difference of two percentages",
                    f"it is counted in percentage points: `by {worked.text} percentage points`",
                )

    def _is_of_shares(self, worked: Worked, passages: Sequence[Passage]) -> bool:
        """Whether `worked` takes one percentage from another."""
        figures = [f for f in figures_of(passages) if _is_percentage(f, self.language)]
        formula = in_english(worked.formula, self.language)
        numbers = [find_numbers(f"{operand} %", "en") for operand in difference(formula)]
        return bool(numbers) and all(n and is_held(n[0], figures) for n in numbers)

    def plain(self, text: str, passages: Sequence[Passage]) -> Iterator[tuple[str, str, str]]:
        """The words, what is so and what would mend it, for a text that is no prose."""
        found = counted(text, self.language, self.names)
        yield from ((words, *about_sign(words, meant)) for _, words, meant in found.misread)
        for number in found.numbers:
            if not self.holds(passages, number):
                yield (number.text, *self._about_number(number, passages))
        for date in found.dates:
            if not self.dates(passages, date):
                yield (date.text, *about_date(date, passages))
        for number, words in turned_round(text, found.numbers, self.language):
            yield (number.text, *about_turn(words))

    def passages(self, refs: tuple[PassageRef, ...]) -> tuple[Passage, ...]:
        return cited_passages(refs, self.by_ref)

    def holds(self, passages: Sequence[Passage], number: Number) -> bool:
        return is_held(number, figures_of(passages), self.language)

    def dates(self, passages: Sequence[Passage], date: FoundDate) -> bool:
        return has_date(date, passages, _dates(passages, self.published))

    def iso(self, passages: Sequence[Passage], first: str, last: str) -> Iterator[tuple[str, str]]:
        """What is so and what would mend it, for a date of a record that `passages` lack."""
        shown = first if first == last else f"{first}/{last}"
        date = FoundDate(shown, 0, 0, "day", first, last)
        if not self.dates(passages, date):
            yield about_date(date, passages)

    def _about_number(self, number: Number, passages: Sequence[Passage]) -> tuple[str, str]:
        if not passages:
            return about_framing("number", number.text)
        if number.sign and self.holds(passages, replace(number, sign=0)):
            told, recorded = ("rise", "fall") if number.sign > 0 else ("fall", "rise")
            return (
                f"`{number.text}` is told as a {told}, and is a {recorded} in {listed(passages)}",
                "mend the word or the sign that tells which way it went; a fall has a minus",
            )
        other = number.unit and self._in_another_unit(number, passages)
        if other:
            what = f"`{number.text}` is no figure of {listed(passages)}"
            return (
                f"{what}: `{other.text}` has the unit `{other.unit}`",
                "mend the unit, here or in the record",
            )
        holders = {
            passage: f"`{ref}`"
            for ref, passage in self.by_ref.items()
            if self.holds([passage], number)
        }
        seen = f"; it stands in {some_of(list(holders.values()), 3)}" if holders else ""
        return (
            f"`{number.text}` is no figure of {listed(passages)}",
            f"{known_figures(passages)}{seen}; mend the number, cite the passage that has it, "
            'or show how it is worked out: `[115]{calc="145-30"}`',
        )

    def _in_another_unit(self, number: Number, passages: Sequence[Passage]) -> Figure | None:
        """A figure that would be `number`, did it not count something else."""
        bare = replace(number, unit="")
        return next(
            (f for f in figures_of(passages) if f.unit and is_held(bare, [f], self.language)), None
        )

    def worked(self, worked: Worked, passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
        """What is wrong with a worked-out number: its formula, its operands or its value."""
        try:
            result = work_out(worked.formula, self.language)
        except FormulaError as error:
            yield (
                f"`{worked.formula}` cannot be worked out: {error}",
                'a formula has numbers, + - * / and brackets: `[115]{calc="145-30"}`',
            )
            return
        if all(float(operand.replace(",", "")) == 100 for operand in result.operands):
            yield (
                f"`{worked.formula}` has no figure of {listed(passages)}",
                f"100 alone says nothing: {known_figures(passages)}",
            )
        for operand in dict.fromkeys(result.operands):
            number = find_numbers(f"{operand} %", "en")
            plain = replace(number[0], unit="", text=operand) if number else None
            is_hundred = float(operand.replace(",", "")) == 100
            if is_hundred or (plain and self.holds(passages, plain)):
                continue
            if _YEAR.fullmatch(operand) and self.dates(passages, _year(operand)):
                continue
            in_full = plain and next((n for n in _in_full(plain) if self.holds(passages, n)), None)
            yield (
                f"`{operand}` in `{worked.formula}` is no figure of {listed(passages)}",
                f"a formula has numbers in full: `{in_full.low:.0f}`"
                if in_full
                else f"work it out from their figures, or from 100: {known_figures(passages)}",
            )
        if not agrees(result.value, worked.text, self.language):
            yield (
                f"`{worked.text}` is not what `{worked.formula}` comes to",
                f"it comes to {float(result.value):.9g}",
            )


def _year(operand: str) -> FoundDate:
    """A year that a formula reckons with: 46 is 2024 less 1978."""
    return FoundDate(operand, 0, len(operand), "year", operand, operand)


def _in_full(number: Number) -> Iterator[Number]:
    """`number` with the zeros that a scale such as `m` stands for."""
    for scale in (1e3, 1e6, 1e9, 1e12):
        if number.low is not None:
            value = float(f"{number.low * scale:.15g}")
            yield replace(number, low=value, high=value)


def figures_of(passages: Sequence[Passage]) -> tuple[Figure, ...]:
    """All figures of `passages`."""
    return tuple(figure for passage in passages for figure in passage.figures)


def has_date(date: FoundDate, passages: Sequence[Passage], isos: Sequence[str]) -> bool:
    """Whether `date` is one of `isos`; a year may also lie in one, or be printed in `passages`."""
    if date_is_held(date, isos):
        return True
    return date.kind == "year" and (
        any(overlaps(date.iso, iso) for iso in (*isos, *(p.due for p in passages if p.due)))
        or any(_prints(passage, date.text) for passage in passages)
    )


def _prints(passage: Passage, year: str) -> bool:
    """Whether `year` stands in the words recorded of `passage`, or is a size there: 2000 eels."""
    words = [*passage.labels, *(q.text for q in passage.quotes), *(f.text for f in passage.figures)]
    ends = {end for figure in passage.figures for end in (figure.low, figure.high)}
    return float(year) in ends or any(year in text for text in words)


def _dates(passages: Sequence[Passage], published: Mapping[str, str]) -> tuple[str, ...]:
    """What the passages date, what their figures measure, and when their sources came out."""
    of_figures = (figure.period for figure in figures_of(passages))
    return tuple(
        iso
        for iso in (
            *(date.date for passage in passages for date in passage.dates),
            *of_figures,
            *(published.get(passage.source, "") for passage in passages),
        )
        if iso
    )


def _is_percentage(figure: Figure, language: str) -> bool:
    return scale_and_unit(figure.unit, language)[1] == "%"
