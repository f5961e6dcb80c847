"""Figures and dates of an article, as records have them."""

import re

from explainer.model.form import Form, replace
from explainer.text.dates import FoundDate, find_dates, is_any_day
from explainer.text.dates_resolved import resolve
from explainer.text.function_words import FUNCTION_WORDS
from explainer.text.multiples import find_all_numbers
from explainer.text.number import Number
from explainer.text.number_words import number_words
from explainer.text.numbers import find_numbers
from explainer.text.placed import outside


class FoundFigure(Form, frozen=True):
    """A number of a paragraph."""

    text: str
    """As printed, with what is counted."""
    values: tuple[float, ...]
    """One, two for a range, none for `tens of billions`."""
    unit: str
    about: str = ""
    """That it is a rise, where it is one; a fall has a minus."""


class FoundDay(Form, frozen=True):
    """A date of a paragraph."""

    text: str
    date: str
    """ISO, perhaps partial or a range; empty when it cannot be told."""


_UNITS = {"usd": "dollars", "gbp": "pounds", "eur": "euros", "cny": "yuan"}
_UNITS_DE = {"usd": "US-Dollar", "gbp": "Pfund", "eur": "Euro", "cny": "Yuan"}
_UNITS_FR = {"usd": "dollars", "gbp": "livres", "eur": "euros", "cny": "yuans"}
_RISE = {"de": "Anstieg", "fr": "hausse"}
_LONGEST_NOUN = 3


def figures_of(text: str, language: str) -> tuple[FoundFigure, ...]:
    """The figures of the paragraph `text`; numbers that are part of a date are left to dates."""
    dates = [(date.start, date.end) for date in _dates(text, language)]
    dates += [(start, end) for start, end, _ in _old_years(text)]
    found = outside(find_all_numbers(text, language), dates)
    joined = _scores(tuple(sorted(found, key=lambda number: number.start)), text)
    figures = (_figure(n, text, language) for n in joined if not _is_name(n, text, language))
    return tuple(dict.fromkeys(figures))


def days_of(text: str, published: str, language: str) -> tuple[FoundDay, ...]:
    """The dates of the paragraph `text`, written on the day `published`; each wording once."""
    days: dict[str, FoundDay] = {}
    for found in _dates(text, language):
        if is_any_day(found, text):
            continue
        looks_ahead = _looks_ahead(text, found.start)
        iso = (
            resolve(found, published, language, looks_ahead=looks_ahead)
            if published
            else _alone(found.iso)
        )
        printed = _whole_words(text, found.start, found.end)
        days.setdefault(printed, FoundDay(printed, iso))
    for _, _, year in _old_years(text):
        days.setdefault(year, FoundDay(year, year))
    return tuple(days.values())


def _dates(text: str, language: str) -> tuple[FoundDate, ...]:
    """Its dates; `the past week or two` is a number."""
    numbers = find_numbers(text, language)
    return outside(
        find_dates(text, language),
        [(n.start, n.end) for n in numbers if n.low == 1 and n.high == 2],
    )


_SENTENCE_START = re.compile(r"(?<=\w\w[.!?…])[\"”»“]?\s+(?=[A-ZÀ-Þ\"“„«»])")
_BACK = re.compile(
    r"\b(?:since|seit|depuis|from|of|in the year|(?!expected|planned|scheduled)\w+ed|said|told|sagte|teilte)"
    r"\s(?:the\s|on\s|am\s|le\s|dem\s|late\s)*$",
    re.IGNORECASE,
)
_AHEAD_AT = re.compile(
    r"\b(?:by|until|before|due(?: on| in)?|from next|bis|ab|bis(?: mindestens)?(?: zum| "
    r"Ende| Anfang| Mitte)+|"
    r"für|d[’']ici(?: à| le)?|jusqu[’'](?:à|au|en)|avant le|à partir du|à compter du)\s"
    r"(?:the\s|at least\s|the end of\s|de[mn]\s)?$"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|won[’']t|due to|is to|are to|was to|were to|plan(?:s|ned)? to|"
    r"scheduled|expected|hopes? to|"
    r"expects? to|"
    r"set to|upcoming|(?:has|have) an? (?:\w+ )?(?:appointment|meeting|hearing|date)|"
    r"soll(?:en|te|ten)?|wird|werden|will|wollen|geplant|angesetzt|prévue?s?|doi(?:t|vent)|"
    r"sera|seront|fera|feront|aura|auront|ira|iront|"
    r"[a-zéè]{2,}(?:era|eront|ira|iront|dra|dront|ura|uront))\b"
)


def _looks_ahead(text: str, start: int) -> bool:
    """Whether the date at `start` is one to come: `will meet on Monday`, `by 31 March`."""
    before = text[:start]
    if _BACK.search(before):
        return False
    if _AHEAD_AT.search(before):
        return True
    sentences = [match.end() for match in _SENTENCE_START.finditer(before)]
    # What is quoted before it tells of another time: “That will not do,” she said on Monday.
    quoted = max(before.rfind(mark) + 1 for mark in "“”»")
    return bool(_AHEAD.search(before, max(quoted, sentences[-1] if sentences else 0)))


def _alone(iso: str) -> str:
    return "" if iso.startswith("--") else iso


def _old_years(text: str) -> list[tuple[int, int, str]]:
    """Years before 1800, which look like other numbers: only behind words that time needs."""
    pattern = (
        r"\b(?:in|of|since|from|by|around|von|aus|seit|Jahr|en|de|depuis|dès)\s"
        r"(1[4-7]\d\d)(?![\w%]|[.,]\d|\s[a-zäöü]{3,}s\b)"
    )
    return [(*match.span(1), match[1]) for match in re.finditer(pattern, text)]


def _is_name(number: Number, text: str, language: str) -> bool:
    """Whether the number is part of a name: a model, a telephone, the file of a court."""
    before, printed = text[: number.start], text[number.start : number.end]
    if re.search(r"\d/$", before) or re.match(r"/\d", text[number.end :]):
        return True
    if re.fullmatch(r"[+\d][\d ()-]{8,}", printed):
        return True
    is_model = language != "de" and re.search(
        r"[a-z,]\s(?:[Tt]he\s)?[A-Z][a-z]+\s$|^The\s[A-Z][a-z]+\s$", before
    )
    counted = _counted(text, number.end, language)[1]
    return bool(is_model and printed.isdigit() and not number.unit and not counted)


def _scores(numbers: tuple[Number, ...], text: str) -> list[Number]:
    """`numbers`, two that a hyphen joins as in `won 3-2` made one without a value."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last and text[last.end : number.start] in ("-", "–", "") and last.end <= number.start:
            joined[-1] = replace(
                last, end=number.end, low=None, high=None, unit="", magnitude="digits"
            )
        else:
            joined.append(number)
    return joined


def _whole_words(text: str, start: int, end: int) -> str:
    """The stretch from `start` to `end` with what is left of the words at its edges."""
    before = re.search(r"[\w’'$£€¥-]*$", text[:start])
    after = re.match(r"(?:[-/’'][^\W_][\w’'-]*|\w+)?", text[end:])
    first = start - (len(before[0]) if before else 0)
    return text[first : end + (after.end() if after else 0)].strip("'’-")


def _figure(number: Number, text: str, language: str) -> FoundFigure:
    end, noun = number.end, ""
    if number.unit == "clock":
        zone = re.match(
            r"\s?(?:GMT|BST|UTC|CES?T|E[SD]?T|PT|local time|Uhr|heures)(?!\w)", text[end:]
        )
        end += zone.end() if zone else 0
    elif (not number.unit or number.is_ordinal) and not number.magnitude.endswith("digits"):
        end, noun = _counted(text, end, language)
    printed = _whole_words(text, number.start, end)
    unit = noun or _unit(number, text[number.start : end], language)
    is_rise = number.sign > 0 and number.unit in ("%", "points")
    return FoundFigure(
        printed, _values(number), unit, _RISE.get(language, "rise") if is_rise else ""
    )


def _counted(text: str, end: int, language: str) -> tuple[int, str]:
    """Where the thing counted ends behind a number, and its last word: `two largest economies`."""
    taken: list[str] = []
    at = end
    while len(taken) < _LONGEST_NOUN:
        match = re.match(
            r"[-\s]([^\W\d_][\w’'-]*)" if not taken else r"\s([^\W\d_][\w’'-]*)", text[at:]
        )
        if (
            not match
            or match[1].lower() in FUNCTION_WORDS
            or match[1].lower() in _number_words(language)
        ):
            break
        taken.append(match[1])
        at += match.end()
        if _is_noun(match[1], language):
            return at, taken[-1].removesuffix(_possessive(match[1]))
    if not taken:
        return end, ""
    first = end + 1 + len(taken[0])
    return first, taken[0]


def _is_noun(word: str, language: str) -> bool:
    """A guess at where the noun is: a plural in English and French, a capital in German."""
    if language == "de":
        return word[:1].isupper()
    if _possessive(word):
        return True
    return word.endswith(("s", "x") if language == "fr" else "s") and not word.endswith(
        ("ss", "ous")
    )


def _possessive(word: str) -> str:
    match = re.search(r"[’']s?$", word)
    return match[0] if match else ""


def _number_words(language: str) -> frozenset[str]:
    words = number_words(language)
    return frozenset((*words.cardinals, *words.ordinals, *words.under, *words.over, *words.about))


def _values(number: Number) -> tuple[float, ...]:
    if number.low is None or number.high is None:
        return ()
    if number.unit == "share" and number.low not in (0.5, 0.25, 0.75):
        return ()  # a third has no last decimal; its words say it exactly
    sign = -1 if number.sign < 0 and number.unit == "%" and number.low > 0 else 1
    ends = (number.low,) if number.low == number.high else (number.low, number.high)
    return tuple(sorted(sign * end for end in ends))


def _unit(number: Number, printed: str, language: str) -> str:
    """The unit in the words of the article, or in the language's own for a sign such as `$`."""
    if number.unit in ("", "share"):
        return ""
    if number.unit == "%":
        return "%"
    if number.unit == "clock":
        zone = re.search(r"(GMT|BST|UTC|CES?T|E[SD]?T|PT)$", printed)
        name = {"de": "Uhr", "fr": "h"}.get(language, "o'clock")
        return f"{name} ({zone[1]})" if zone else name
    names = {"de": _UNITS_DE, "fr": _UNITS_FR}.get(language, _UNITS)
    if number.unit in names and not re.search(r"[a-zäöü]{4,}$", printed):
        return names[number.unit]
    units = number_words(language).units
    words = re.split(r"[\s-]+", printed)
    for length in (3, 2, 1):
        tail = " ".join(words[-length:])
        if units.get(tail.lower()) == number.unit:
            return tail
    return next(
        (u for u, code in units.items() if code == number.unit and u.isalpha()), number.unit
    )
