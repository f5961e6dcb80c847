"""Finding dates in running text, and comparing dates that say more or less.

A date is ISO 8601 and may be partial: `2025`, `2025-05`, `2025-05-12`; a range has a slash. A day
without its year is `--05-30`, a month alone `--05`.
"""

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from explainer.model.form import Form
from explainer.text.date_grammar import Grammar, grammar_of
from explainer.text.date_words import DateWords, date_words

DateKind = Literal["day", "month", "part", "year", "years", "weekday", "relative"]
"""`part` of a year: a season, a quarter, late 2025. `years`: the 1990s, 2024/25."""


_STRETCHES = ("part", "years")


class FoundDate(Form, frozen=True):
    """A date in a text."""

    text: str
    start: int
    end: int
    kind: DateKind
    first: str
    """ISO, perhaps partial; empty for a weekday or a relative word."""
    last: str
    """Equals `first` but for a range."""

    @property
    def iso(self) -> str:
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def to_come(self) -> str:
        """What of it must lie ahead for all of it to do so: a season that has begun is no news."""
        return self.first if self.kind in _STRETCHES else self.last


@lru_cache(maxsize=8192)
def find_dates(text: str, language: str = "en") -> tuple[FoundDate, ...]:
    """The dates in `text` from left to right, years, weekdays and words like `yesterday` too."""
    grammar = grammar_of(language)
    found = (_read(match, grammar) for match in grammar.matches(text))
    return tuple(f for f in found if f)


def is_held(found: FoundDate, recorded: Iterable[str]) -> bool:
    """Whether `found` is one of the ISO dates `recorded`, as exactly or less so.

    `June 2025` is held by 2025-06-09, but not the other way round; of a range either end is held,
    and all of it. `Autumn 2025` and `the 2030s` are held by what lies in them.
    """
    ends = [end for iso in recorded if iso for end in iso.split("/")]
    if found.kind in _STRETCHES:
        dated = (end for end in ends if found.kind == "years" or len(end) > len("2025"))
        return any(overlaps(end, found.iso) for end in dated)
    return all(any(_holds(part, end) for end in ends) for part in (found.first, found.last))


def _holds(part: str, recorded: str) -> bool:
    if part.startswith("--"):
        return recorded[4:].startswith(part[1:])
    return recorded == part or recorded.startswith(part + "-")


def first_day(iso: str) -> date:
    """The earliest day of the ISO date or range `iso`; the 31st of a shorter month is its last."""
    return _day(*_numbers(iso.split("/")[0]), 1, 1)


def last_day(iso: str) -> date:
    """The latest day of the ISO date or range `iso`."""
    return _day(*_numbers(iso.split("/")[-1]), 12, 31)


def _day(year: int, month: int, day: int, else_month: int, else_day: int) -> date:
    # A text may hold 31 June, of which another check tells; here it must only not break.
    month = month or else_month
    return date(year, month, min(day or else_day, calendar.monthrange(year, month)[1]))


def weekday_of(iso: str, language: str = "en") -> str:
    """The name of the weekday that `iso` is; empty where it is no single day that exists."""
    if len(iso) < len("2025-06-09") or "/" in iso or not _exists(iso):
        return ""
    number = first_day(iso).weekday()
    return next(word for word, n in date_words(language).weekdays.items() if n == number)


def is_other_weekday(found: FoundDate, isos: Sequence[str], language: str = "en") -> bool:
    """Whether `found` is told with a weekday, or with two, that none of the days `isos` it may be is."""
    weekdays = {word.lower(): n for word, n in date_words(language).weekdays.items()}
    before_day = re.split(r"[0-9]", found.text, maxsplit=1)[0].lower()
    told = {weekdays[word] for word in re.findall(r"\w+", before_day) if word in weekdays}
    are = {first_day(iso).weekday() for iso in isos if weekday_of(iso, language)}
    return len(are) >= len(told) and not told <= are


_ANY = re.compile(
    r"\b(?:every|each|most|any|an?|average|typical|one|the (?:last|first|next)|"
    r"ein|jede[nrms]?|chaque|un|tous les)\s$",
    re.IGNORECASE,
)
_OF_THE_YEAR = re.compile(
    r"\b(?:Good|Black|Ash|Easter|Palm|Whit|Shrove|Maundy|Bloody|Cyber|Super|"
    r"(?:Mail|Sun) on|(?:Welt|Bild) am|Journal du|Schwarze[nr]?)\s$"
)
_AND_PAPERS = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|"
    r"saint|gras|des [Cc]endres|de P[âa]ques|de Pentecôte)\b"
)
"""What makes the name of a feast, of a paper or of an event of a weekday: Good Friday, the Sunday Times."""
_A_KIND = re.compile(r"\s(?:is\b|(?!after|before|of|when|that|he|she|it|they|we|and|or)[a-z])")


def is_any_day(found: FoundDate, text: str) -> bool:
    """Whether `found`, in `text`, is a weekday but no certain day: every Sunday, the Sunday ferry."""
    is_weekday = not found.first and found.text[:1].isupper() and " " not in found.text
    if not is_weekday and not re.search(r"day$|tag$|di$|manche$", found.text):
        return False
    before, after = text[: found.start], text[found.end :]
    is_kind = bool(re.search(r"\b[Tt]he\s$", before) and _A_KIND.match(after))
    is_name = bool(_OF_THE_YEAR.search(before) or _AND_PAPERS.match(after))
    return bool(_ANY.search(before)) or is_kind or is_name or after.startswith(" is ")


def is_after(iso: str, as_of: str) -> bool:
    """Whether `iso` begins after all of `as_of`."""
    return first_day(iso) > last_day(as_of)


def with_year(part: str, year: int) -> str:
    """`part` with `year` where it has none of its own."""
    return f"{year:04d}{part[1:]}" if part.startswith("--") else part


def overlaps(a: str, b: str) -> bool:
    """Whether two ISO dates or ranges share a day."""
    return first_day(a) <= last_day(b) and first_day(b) <= last_day(a)


def resolve(
    found: FoundDate, published: str, language: str = "en", *, looks_ahead: bool = False
) -> str:
    """The ISO date `found` means in a text published on `published`; empty where it is open.

    News looks back: `Monday` is the last one up to the day of publication, `April` likewise. With
    `looks_ahead` it is the next one: they will meet on Monday.
    """
    try:
        return _resolved(found, published, language, looks_ahead)
    except (OverflowError, ValueError):
        # There are no dates before the year 1 and after 9999.
        return ""


def _resolved(found: FoundDate, published: str, language: str, looks_ahead: bool) -> str:
    if found.kind == "year":
        return found.iso
    base = last_day(published)
    if found.first.startswith("--"):
        parts = _days_of(found, base, looks_ahead)
        # 31 June is none, and then nobody knows what was meant.
        return "/".join(dict.fromkeys(parts)) if all(parts) else ""
    if found.first:
        return found.iso
    words = date_words(language)
    text = " ".join(found.text.lower().split())
    weekday = next((n for word, n in words.weekdays.items() if word.lower() in text), None)
    if weekday is not None:
        if looks_ahead and text in (word.lower() for word in words.weekdays):
            return (base + timedelta((weekday - base.weekday()) % 7)).isoformat()
        return (base - timedelta((base.weekday() - weekday) % 7)).isoformat()
    return _resolve_relative(text, base, words)


def _days_of(found: FoundDate, base: date, looks_ahead: bool) -> tuple[str, str]:
    """First and last day of `found`, which lacks a year, the last one after the first."""
    if looks_ahead:
        last = _next(found.last, base)
        return (_latest(found.first, last_day(last)) if last else "", last)
    first = _latest(found.first, base)
    return (first, _next(found.last, first_day(first)) if first else "")


def _latest(part: str, base: date) -> str:
    """`part`, which lacks a year, in the last year that does not put it after `base`."""
    for year in range(base.year, base.year - 5, -1):
        iso = with_year(part, year)
        if _exists(iso) and first_day(iso) <= base:
            return iso
    return ""


def _next(part: str, base: date) -> str:
    """`part`, which lacks a year, in the first year that does not put all of it before `base`."""
    for year in range(base.year, base.year + 5):
        iso = with_year(part, year)
        if _exists(iso) and last_day(iso) >= base:
            return iso
    return ""


def _resolve_relative(text: str, base: date, words: DateWords) -> str:
    if text in words.days:
        return (base + timedelta(words.days[text])).isoformat()
    ago = re.search(rf"\b({'|'.join(words.small)}|[0-9]+) (\w+)", text)
    step = next((n for word, n in words.steps.items() if word in text), None)
    unit = next((u for word, u in words.periods.items() if re.search(rf"\b(?:{word})\b", text)), "")
    if ago and (words.ago in text) and unit:
        count = words.small.get(ago[1]) or int(ago[1])
        return _period(base, unit, -count)
    return _period(base, unit, step) if unit and step is not None else ""


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""Their first months north of the equator, as weather services count them."""


def _season(base: date, month: int, step: int) -> str:
    """The season from `month` on: the last one past, the one of now or this year, or the next."""
    starts = [date(year, month, 1) for year in range(base.year - 2, base.year + 3)]
    ranges = [f"{str(s)[:7]}/{str(s + timedelta(75))[:7]}" for s in starts]
    if step < 0:
        return [iso for iso in ranges if last_day(iso) < base][-1]
    if step > 0:
        return next(iso for iso in ranges if first_day(iso) > base)
    held = [iso for iso in ranges if first_day(iso) <= base <= last_day(iso)]
    return held[0] if held else next(iso for iso in ranges if iso.startswith(f"{base.year:04d}-"))


def _period(base: date, unit: str, step: int) -> str:
    """The day, week, month, season or year `step` away from the one that holds `base`."""
    if unit in _SEASONS:
        return _season(base, _SEASONS[unit], step)
    if unit == "day":
        return (base + timedelta(step)).isoformat()
    if unit == "week":
        monday = base - timedelta(base.weekday()) + timedelta(7 * step)
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    if unit == "month":
        months = base.year * 12 + base.month - 1 + step
        return date(months // 12, months % 12 + 1, 1).isoformat()[:7]
    return date(base.year + step, 1, 1).isoformat()[:4]


def _read(match: re.Match[str], grammar: Grammar) -> FoundDate | None:
    kind = match.lastgroup
    if kind == "iso":
        return _found(match, "day" if len(match[0]) > 7 else "month", match[0], match[0])
    if kind == "year":
        return _found(match, "year", match[0], match[0])
    if kind == "split":
        return _read_split(match)
    if kind == "decade":
        year = int(_YEAR.findall(match[0])[0])
        return _found(match, "years", f"{year}", f"{year + 9}")
    if kind == "part":
        return _read_part(match, grammar)
    if kind in ("weekday", "relative"):
        return FoundDate(match[0], *match.span(), kind, "", "")  # type: ignore[arg-type]
    return _read_month(match, grammar) if kind == "month" else _read_days(match, grammar)


_YEAR = re.compile(r"[0-9]{4}")


def _read_part(match: re.Match[str], grammar: Grammar) -> FoundDate:
    # Not `lower`: where case does not count, `ſ` is found for `s`.
    months = grammar.words.parts[" ".join(match["of"].casefold().split())]
    year = int(_YEAR.findall(match[0])[0])
    first, last = (f"{year + (m - 1) // 12}-{(m - 1) % 12 + 1:02d}" for m in months)
    return _found(match, "part", first, last)


def _read_split(match: re.Match[str]) -> FoundDate | None:
    """2024/25, from the middle of one year to that of the next; of 2020–25 only the first.

    Case 2019/12 and Bill 2024-17 are none.
    """
    year, end = int(match[0][:4]), int(match[0][-2:])
    if end == (year + 1) % 100:
        return _found(match, "years", f"{year}-07", f"{year + 1}-06")
    if match[0][4] == "/" or (match[0][4] == "-" and end <= year % 100):
        return None
    return FoundDate(match[0][:4], match.start(), match.start() + 4, "year", f"{year}", f"{year}")


def _read_month(match: re.Match[str], grammar: Grammar) -> FoundDate | None:
    words, names = grammar.words, grammar.month.findall(match[0])
    year = re.search(r"[0-9]{4}", match[0])
    if not year and len(names) == 1 and names[0] in words.doubtful and _is_no_month(match):
        return None
    months = [words.months[name] for name in names]
    parts = [f"{year[0]}-{m:02d}" if year else f"--{m:02d}" for m in months]
    return _found(match, "month", *_over_new_year(parts[0], parts[-1]))


def _is_no_month(match: re.Match[str]) -> bool:
    """Whether `May` or `March` is a verb: at a sentence's start, or not after what dates have."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    after = match.string[match.end() :]
    if re.search(
        r"\b(?:[Ii]n|of|[Ss]ince|until|by|early|late|mid|from|during|[Bb]y|to)[\s-]$", before
    ):
        return False
    if re.match(r"\s(?:be|not|have|also|we|he|she|it|they|I|you|still|yet)\b", after):
        return True
    return bool(re.search(r"(?:^|[.!?:]\s|Mrs\.?\s|Theresa\s)$", before)) and not re.match(
        r"[’']s|\s(?:was|saw|the|to|and|of|is)\b|\s[0-9]|[,)]|$", after
    )


def _read_days(match: re.Match[str], grammar: Grammar) -> FoundDate | None:
    year = re.search(r"(?<![0-9])[0-9]{4}", match[0])
    months = [grammar.words.months[name] for name in grammar.month.findall(match[0])]
    rest = match[0][: year.start()] if year else match[0]
    days = [int(d) for d in re.findall(r"[0-9]{1,2}", rest)]
    pairs = list(zip(months if len(months) > 1 else months * len(days), days, strict=False))
    prefix = f"{year[0]}-" if year else "--"
    parts = [f"{prefix}{month:02d}-{day:02d}" for month, day in pairs]
    if not all(1 <= day <= 31 for day in days):
        return None
    first, last = parts[0], parts[-1]
    if first[:-3] == last[:-3]:
        first, last = sorted((first, last))  # 12 and 9 June
    return _found(match, "day", *_over_new_year(first, last))


def _over_new_year(first: str, last: str) -> tuple[str, str]:
    """Both, `first` a year earlier where it lies behind `last`: the year stands with that alone."""
    if first <= last or first.startswith("--"):
        return first, last
    return f"{int(first[:4]) - 1}{first[4:]}", last


def _found(match: re.Match[str], kind: DateKind, first: str, last: str) -> FoundDate:
    return FoundDate(match[0], match.start(), match.end(), kind, first, last)


def _numbers(iso: str) -> tuple[int, int, int]:
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    return year, month, day


def _exists(iso: str) -> bool:
    year, month, day = _numbers(iso)
    return day <= calendar.monthrange(year, month or 1)[1]
