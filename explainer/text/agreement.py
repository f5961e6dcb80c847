"""Whether a number in a text is one that a passage holds."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from explainer.model.form import replace
from explainer.model.passages import Figure
from explainer.text.conversion import as_clock, in_unit_of
from explainer.text.number import Number
from explainer.text.number_words import number_words
from explainer.text.numbers import find_numbers
from explainer.text.rounding import is_share, rounds

_CLOSE = 1e-9
_MEASURES = frozenset(
    "% usd gbp eur cny tonne kg g mg µg km mile metre cm mm litre ml gallon acre hectare".split()
)
"""Units that are never another word for what is counted: people, barrels, rounds."""
_OF_UNIT = re.compile(r"[^\s,;()]+")
_BOUND = re.compile(r"\b(?:more|less|fewer) than\b", re.IGNORECASE)
_LONG_SCALES = frozenset("hundred thousand million billion trillion".split())
"""Those that a unit may have as a plural: thousands of jobs."""
_OTHER_RISES = ("change", "growth")
_NOUN = re.compile(r"[^\W\d_]{4,}")
"""Shorter ones may be signs of units: lbs, kWh."""


def is_held(number: Number, figures: Sequence[Figure], language: str = "en") -> bool:
    """Whether `number` is one of `figures`, or a range whose two ends are."""
    if any(agrees(number, figure, language) for figure in figures):
        return True
    if number.parts:
        apart = [figure for figure in figures if not _parts_of(figure, language)]
        return all(is_held(part, apart, language) for part in number.parts)
    if any(_agree(number, part, f, language) for f in figures for part in _parts_of(f, language)):
        return True
    if number.low is None or number.low == number.high:
        return False
    ends = (replace(number, high=number.low), replace(number, low=number.high))
    return all(any(agrees(end, figure, language) for figure in figures) for end in ends)


def agrees(number: Number, figure: Figure, language: str = "en") -> bool:
    """Whether `number` says what `figure` says, in whatever words.

    Spelling, separators and words for digits do not count. A fall is a minus: `fell 34.5 per cent`
    agrees with -34.5 and not with a rise of as much. A unit counts where both have one; `almost`
    does not agree with `more than`; an ordinal agrees with an ordinal.
    """
    return any(_agree(number, said, figure, language) for said in _said_by(figure, language))


def figure_differs_from_its_text(figure: Figure, language: str = "en") -> bool:
    """Whether the value recorded for `figure` is not what its text, read as a number, says."""
    in_text = [n for n in find_numbers(figure.text, language) if n.low is not None]
    if figure.low is None:
        return False
    if not in_text:
        # Numbers of names are recorded too: Section 301, Announcement No. 18.
        digits = re.findall(r"\d+(?:\.\d+)?", figure.text.replace(",", ""))
        return bool(digits) and abs(figure.low) not in map(float, digits)
    return not any(_same_value(n, said) for n in in_text for said in _recorded(figure, language))


def scale_and_unit(unit: str, language: str = "en") -> tuple[float, str]:
    """What `billion USD` multiplies by, and the unit as text has it; empty for one not known."""
    words = number_words(language)
    found = find_numbers(f"7 {unit}", language) if unit else ()
    if not found or found[0].low is None:
        return 1.0, ""
    # "USD billion" and "jobs (thousands)" are as common in tables as "billion USD".
    said = _OF_UNIT.findall(unit.lower())
    singular = [w[:-1] if w.endswith("s") and w[:-1] in _LONG_SCALES else w for w in said]
    scales = [words.scales[w] for w in singular if w in words.scales]
    units = [words.units[w] for w in said if w in words.units]
    is_share = any(_says(form, unit.lower()) for form, of in words.units.items() if of == "%")
    known = "%" if is_share else found[0].unit or (units[0] if units else "")
    return (scales[0] if scales else 1.0), known


def counts_in(unit: str, *languages: str) -> tuple[float, str]:
    """`scale_and_unit` in the first of `languages` that knows `unit`."""
    unknown = (1.0, "")
    found = (scale_and_unit(unit, language) for language in languages)
    return next((one for one in found if one != unknown), unknown)


def _says(form: str, unit: str) -> bool:
    return form in unit and bool(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", unit))


def numbers_of(figure: Figure, language: str) -> tuple[Number, ...]:
    """The numbers in the text of `figure`, in the language it is in: 2.500 is no 2½ in German."""
    own = figure.language or language
    return find_numbers(figure.text, own) or find_numbers(figure.text, language)


@lru_cache(maxsize=8192)
def _parts_of(figure: Figure, language: str) -> tuple[Number, ...]:
    """The four and the five of `four in five`, which a text may tell apart: of five, four."""
    return tuple(part for n in numbers_of(figure, language) for part in n.parts)


@lru_cache(maxsize=8192)
def _said_by(figure: Figure, language: str) -> tuple[Number, ...]:
    """`figure` as numbers: as its text has it, and as its value and unit have it."""
    unit = counts_in(figure.unit, language, figure.language or language)[1]
    in_text = tuple(replace(n, unit=n.unit or unit) for n in numbers_of(figure, language))
    return (*in_text, *_recorded(figure, language, like=in_text[0] if in_text else None))


def _recorded(figure: Figure, language: str, like: Number | None = None) -> Iterator[Number]:
    if figure.low is None or figure.high is None:
        return
    scale, unit = counts_in(figure.unit, language, figure.language or language)
    ordinals = number_words(figure.language or language).ordinals
    # `first` alone, without what it counts, is no number in running text; in a record it is.
    is_ordinal = bool(set(figure.text.lower().split()) & set(ordinals))
    plain = Number(
        figure.text,
        0,
        0,
        figure.low,
        figure.high,
        unit or (like.unit if like else ""),
        is_ordinal=is_ordinal,
    )
    if like:
        plain = replace(plain, bound=like.bound, is_ordinal=is_ordinal or like.is_ordinal)
    yield plain
    if scale != 1:
        yield replace(plain, low=figure.low * scale, high=figure.high * scale)


def _agree(number: Number, said: Number, figure: Figure, language: str) -> bool:
    if number.unit in _MEASURES and not said.unit and _counts_things(figure.unit):
        return False
    if number.magnitude or said.magnitude:
        return number.magnitude == said.magnitude and units_agree(number.unit, said.unit)
    number = in_unit_of(said, as_clock(number, said))
    return (
        (_same_value(number, said) or rounds(number, said, language))
        and units_agree(number.unit, said.unit)
        and number.is_ordinal <= said.is_ordinal
        and {number.bound, said.bound} != {"under", "over"}
        and number.sign * _sign_of(figure, language) >= 0
    )


@lru_cache(maxsize=1024)
def _counts_things(unit: str) -> bool:
    """Whether `unit` is some other thing than the units of any language: jobs, million barrels."""
    words = [number_words(language) for language in ("en", "de", "fr")]
    scales = {scale for one in words for scale in one.scales}
    known = {part for one in words for unit in one.units for part in unit.split()}
    nouns = [word for word in _NOUN.findall(unit.lower()) if word not in scales]
    return bool(nouns) and known.isdisjoint(nouns)


def _same_value(number: Number, said: Number) -> bool:
    """Whether a number is either end of what is `said`, or a range both."""
    if number.low is None or number.high is None or said.low is None or said.high is None:
        return False
    if number.unit == "share" and said.unit in ("", "%"):
        return is_share(number.low, abs(said.low) / (100 if said.unit == "%" else 1))
    if number.unit == "%" and said.unit == "share":
        places = len(f"{number.low:.12g}".partition(".")[2])
        is_rounded = _close(number.low, round(said.low * 100, places))
        return number.low == number.high and is_rounded and is_share(said.low, number.low / 100)
    ends = (abs(said.low), abs(said.high))
    if number.low == number.high:
        return any(_close(abs(number.low), end) for end in ends)
    return _close(abs(number.low), min(ends)) and _close(abs(number.high), max(ends))


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= _CLOSE * max(1.0, abs(a), abs(b))


def units_agree(one: str, other: str) -> bool:
    """Whether two units as text has them may be the same; an empty one is not known."""
    a, b = sorted((one, other))
    return not a or a == b or (a, b) in (("point", "points"), ("%", "share"))


def _sign_of(figure: Figure, language: str) -> int:
    """-1 for a recorded fall, 1 for a recorded rise, 0 for a level or a size."""
    about, text = number_words(language), number_words(figure.language or language)
    is_fall = figure.about.lower().startswith(about.fall)  # "cut of the duties" is no rise
    if is_fall or (figure.low is not None and figure.low < 0):
        return -1
    if _tells(figure.about, about.fall) or _tells(figure.text, text.fall):
        return 0  # "a cut of 115 points" is recorded as 115: the size of a fall
    return int(
        _tells(figure.about, (*about.rise, *_OTHER_RISES))
        or _tells(figure.text, (*text.rise, *_OTHER_RISES))
    )


def _tells(text: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a word of `text` begins with one of `beginnings`."""
    # The more of `more than a tenth` says how large, not which way.
    words = _BOUND.sub("", text).lower().split()
    return any(word.strip(",.;:()’'").startswith(beginnings) for word in words)
