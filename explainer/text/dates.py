"""Finding dates in running text, and comparing dates that say more or less.

A date is ISO 8601 and may be partial: `2025`, `2025-05`, `2025-05-12`; a range has a slash. A day
without its year is `--05-30`, a month alone `--05`.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

from explainer.model.form import Form
from explainer.text.date_grammar import Grammar, grammar_of

DateKind = Literal["day", "month", "part", "year", "years", "weekday", "relative"]
"""`part` of a year: a season, a quarter, late 2025. `years`: the 1990s, 2024/25."""
_STRETCHES = ("part", "years")
"""Those that what lies in them holds."""


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


def date_is_held(found: FoundDate, recorded: Iterable[str]) -> bool:
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


def exists(iso: str) -> bool:
    """Whether the ISO date `iso`, which is no range, is in the calendar: 31 June is not."""
    year, month, day = _numbers(iso)
    return day <= calendar.monthrange(year, month or 1)[1]


def _day(year: int, month: int, day: int, else_month: int, else_day: int) -> date:
    # A text may hold 31 June, of which another check tells; here it must only not break.
    month = month or else_month
    return date(year, month, min(day or else_day, calendar.monthrange(year, month)[1]))


_ANY = re.compile(
    r"\b(?:every|each|most|any|an?|average|typical|one|the (?:last|first|next)|"
    r"ein|jede[nrms]?|chaque|un|le|tous les)\s$",
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
