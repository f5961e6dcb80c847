"""figures of the records: a passage's retelling and its figures and dates say the same."""

from collections.abc import Iterator

from explainer.model.passages import DateMention, Passage, Source
from explainer.model.problems import Problem
from explainer.model.site import Site
from explainer.text.agreement import figure_differs_from_its_text
from explainer.text.counted import counted
from explainer.text.dates import find_dates, overlaps
from explainer.text.dates_resolved import resolve
from explainer.text.direction import about_turn, turned_round
from explainer.text.held import HeldReader
from explainer.text.known import Known
from explainer.text.places import place_in_block, place_near
from explainer.text.stretches import occurrence
from explainer.text.told import Told, about_sign

_CHECK = "figures"


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """Figures and dates of passages that do not agree with `says`, or with their own text."""
    site, reader = known.site, known.reader
    for source in asked.sources:
        language = source.language or "en"
        for passage in source.passages:
            yield from _retelling(site, passage, reader)
            for index, figure in enumerate(passage.figures):
                if figure_differs_from_its_text(figure, language):
                    yield _figure_problem(site, passage, index)
            for date in passage.dates:
                meant = _meant(date, source, language)
                # "On Monday" is the last one in most news, and the next one in an announcement.
                if meant and not any(overlaps(day, date.date) for day in meant):
                    yield _date_problem(site, passage, date, " or ".join(meant))


def _retelling(site: Site, passage: Passage, reader: HeldReader) -> Iterator[Problem]:
    for part in passage.parts:
        for block in part.says.blocks:
            for start, words, message, hint in _told(passage, block.text, reader):
                which = occurrence(block.text, words, start)
                place = place_in_block(site.texts, part.says, block, words, which)
                yield Problem(place, message, hint, _CHECK)


def _told(passage: Passage, text: str, reader: HeldReader) -> Iterator[Told]:
    """What is wrong with the numbers and dates of `text`, a retelling of `passage`."""
    found = counted(text, reader.language, reader.names)
    for number, words in turned_round(text, found.numbers, reader.language):
        yield (number.start, number.text, *about_turn(words))
    for start, words, meant in found.misread:
        yield (start, words, *about_sign(words, meant))
    for number in found.numbers:
        if not reader.holds([passage], number):
            yield (number.start, number.text, *_about_missing(number.text, passage, "figures"))
    for date in found.dates:
        if not reader.dates([passage], date):
            yield (date.start, date.text, *_about_missing(date.text, passage, "dates"))


def _about_missing(words: str, passage: Passage, key: str) -> tuple[str, str]:
    return (
        f"`{words}` stands in `says` of `{passage.id}`, not under its `{key}`",
        f"add it to `{key}`, or mend one of the two",
    )


def _figure_problem(site: Site, passage: Passage, index: int) -> Problem:
    figure = passage.figures[index]
    which = sum(other.text == figure.text for other in passage.figures[:index])
    # To its last digit: 2840000 is no 2.84e+06 to whoever wrote it.
    ends = [f"{end:.15g}" for end in dict.fromkeys((figure.low, figure.high))]
    value = ends[0] if len(ends) == 1 else f"[{', '.join(ends)}]"
    start = place_near(site.texts, passage.origin, "figures:")
    # All of the text first: "10" must not be looked for in "10 per cent".
    forms = ("{},", "{}}}", "'{}'", '"{}"', "{}", "'{}", '"{}')
    places = (
        place_near(site.texts, start, f"text: {form.format(figure.text)}", occurrence=which)
        for form in forms
    )
    return Problem(
        next((place for place in places if place != start), start),
        f"the figure `{figure.text}` of `{passage.id}` has the value {value}",
        "mend the one that is wrong; a fall has a minus, and `unit: billion USD` scales a value",
        _CHECK,
    )


def _meant(date: DateMention, source: Source, language: str) -> tuple[str, ...]:
    """The dates the words of `date` may mean in `source`: the last and the next; none if open."""
    found = find_dates(date.text, language)
    if len(found) != 1 or not (source.published or found[0].first[:1].isdigit()):
        return ()
    published = source.published or found[0].first
    days = (resolve(found[0], published, language, looks_ahead=ahead) for ahead in (False, True))
    return tuple(dict.fromkeys(day for day in days if day))


def _date_problem(site: Site, passage: Passage, date: DateMention, meant: str) -> Problem:
    needles = ("dates:", date.text, f"date: {date.date}")
    return Problem(
        place_near(site.texts, passage.origin, *needles),
        f"`{date.text}` in `{passage.id}` is recorded as {date.date}",
        f"its words mean {meant}; mend the one that is wrong",
        _CHECK,
    )
