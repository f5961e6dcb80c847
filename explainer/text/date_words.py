"""The words that dates are written with, by language."""

from collections.abc import Mapping
from functools import cache

from explainer.model.form import Form


class DateWords(Form, frozen=True):
    """What a language writes dates with."""

    months: Mapping[str, int]
    doubtful: frozenset[str]
    """Names of months that are other words too."""
    weekdays: Mapping[str, int]
    """From Monday, which is 0."""
    day_ending: str
    """A pattern for what may follow the digits of a day."""
    relative: str
    """A pattern for words that mean something only on the day they are written."""
    relative_starts: frozenset[str]
    """The words it may begin with, in small letters."""
    days: Mapping[str, int]
    """`yesterday` and its like, in days from today."""
    steps: Mapping[str, int]
    """`last`, `this`, `next` in their forms."""
    periods: Mapping[str, str]
    """Words for day, week, month and year."""
    ago: str
    small: Mapping[str, int]
    """Words for the numbers that stand before `ago`."""
    parts: Mapping[str, tuple[int, int]]
    """What may stand before a year, in small letters, and the months of it that this means."""
    of_year: str
    """A pattern for what may stand between such a part and its year."""
    decade: str
    """A pattern for a decade, around `{ten}`: 1990."""


def _parts(wordings: Mapping[tuple[int, int], str]) -> dict[str, tuple[int, int]]:
    return {form: months for months, forms in wordings.items() for form in forms.split(", ")}


def _numbered(words: str, start: int) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), start)}


_ENGLISH = DateWords(
    months=_numbered(
        "January February March April May June July August September October November December", 1
    )
    | {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9, "Sep": 9}
    | {"Oct": 10, "Nov": 11, "Dec": 12},
    doubtful=frozenset({"May", "March", "Mar", "Jan"}),
    weekdays=_numbered("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", 0),
    day_ending="st|nd|rd|th",
    relative=(
        r"(?i:yesterday|today|tomorrow|tonight)"
        r"|(?<![Tt]he\s)(?:[Ll]ast|[Nn]ext|[Tt]his)\s"
        r"(?:week|month|year|quarter|weekend|morning|afternoon|evening|summer|winter|spring|autumn"
        r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!\s(?:of|in)\b)"
        r"|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|[0-9]+|a\sfew|a\scouple\sof)\s"
        r"(?:days?|weeks?|fortnight|months?|years?|decades?)\sago"
        r"|earlier\sthis\s(?:week|month|year)|later\sthis\s(?:week|month|year)"
    ),
    relative_starts=frozenset(
        "yesterday today tomorrow tonight last next this a an one two three four five six seven "
        "eight nine ten several some many earlier later".split()
    ),
    days={"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0},
    steps={"last": -1, "this": 0, "next": 1},
    periods={
        "days?": "day",
        "weeks?": "week",
        "months?": "month",
        "years?": "year",
        "weekend": "week",
        "spring": "spring",
        "summer": "summer",
        "autumn": "autumn",
        "winter": "winter",
    },
    ago="ago",
    small={"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
    | {"seven": 7},
    parts=_parts(
        {
            (3, 5): "spring",
            (6, 8): "summer",
            (9, 11): "autumn, in fall, in the fall",
            (12, 14): "winter",
            (1, 3): "q1, first quarter, 1st quarter",
            (4, 6): "q2, second quarter, 2nd quarter",
            (7, 9): "q3, third quarter, 3rd quarter",
            (10, 12): "q4, fourth quarter, 4th quarter, last quarter, final quarter",
            (1, 6): "h1, first half",
            (7, 12): "h2, second half, latter half",
            (1, 4): "early, early in",
            (5, 8): "mid, middle of",
            (9, 12): "late, late in",
            (2, 12): "later in",
            (1, 1): "start of, beginning of",
            (12, 12): "end of, close of",
        }
    ),
    of_year=r"(?:[\s/-]|\sof\s)(?:the\syear\s)?",
    decade=r"{ten}s",
)

_GERMAN_DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
_GERMAN = DateWords(
    months=_numbered(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember", 1
    )
    | {
        "Jan": 1,
        "Feb": 2,
        "Apr": 4,
        "Aug": 8,
        "Sept": 9,
        "Sep": 9,
        "Okt": 10,
        "Nov": 11,
        "Dez": 12,
    },
    doubtful=frozenset({"Jan"}),
    weekdays=_numbered(" ".join(_GERMAN_DAYS), 0)
    | {"Sonnabend": 5}
    | {
        f"{day}{time}": number
        for number, day in enumerate(_GERMAN_DAYS)
        for time in "früh morgen vormittag mittag nachmittag abend nacht".split()
    },
    day_ending=r"\.",
    relative=(
        r"[Gg]estern|[Vv]orgestern|[Hh]eute(?!\sauf\smorgen)|[Mm]orgen\sfrüh"
        r"|(?:[Vv]ergangene[nrs]?|[Vv]orige[nrs]?|[Ll]etzte[nrs]?|[Nn]ächste[nrs]?|[Dd]iese[nrs]?)\s"
        r"(?:Woche|Monats?|Jahr(?:es)?)"
        r"|[Vv]or\s(?:einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|mehreren|wenigen|[0-9]+)\s(?:Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)"
    ),
    relative_starts=frozenset(
        "gestern vorgestern heute morgen vor vergangene vergangenen vergangener vergangenes "
        "vorige vorigen voriger voriges letzte letzten letzter letztes nächste nächsten nächster "
        "nächstes diese diesen dieser dieses".split()
    ),
    days={"gestern": -1, "vorgestern": -2, "heute": 0, "morgen früh": 1},
    steps={"vergangene": -1, "vorige": -1, "letzte": -1, "nächste": 1, "diese": 0},
    periods={
        "tag(?:en)?": "day",
        "wochen?": "week",
        "monat(?:en|s)?": "month",
        "jahr(?:en|es)?": "year",
    },
    ago="vor",
    small={"einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6}
    | {"sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "zwölf": 12},
    parts=_parts(
        {
            (3, 5): "frühjahr, frühling",
            (6, 8): "sommer",
            (9, 11): "herbst",
            (12, 14): "winter",
            (1, 3): "q1, 1. quartal, erstes quartal, ersten quartal, erste quartal, anfang",
            (4, 6): "q2, 2. quartal, zweites quartal, zweiten quartal, zweite quartal",
            (7, 9): "q3, 3. quartal, drittes quartal, dritten quartal, dritte quartal",
            (10, 12): "q4, 4. quartal, viertes quartal, vierten quartal, vierte quartal, ende",
            (1, 6): "erstes halbjahr, ersten halbjahr, erste halbjahr, erste hälfte, ersten hälfte",
            (7, 12): "zweites halbjahr, zweiten halbjahr, zweite halbjahr, zweite hälfte, "
            "zweiten hälfte",
            (5, 8): "mitte",
        }
    ),
    of_year=r"[\s/](?:(?:des\sJahres|von)\s)?",
    decade=r"{ten}er(?:[\s-]Jahren?)?",
)

_FRENCH = DateWords(
    months=_numbered(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", 1
    ),
    doubtful=frozenset(),
    weekdays=_numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    day_ending="er",
    relative=(
        r"[Hh]ier|[Aa]vant-hier|[Aa]ujourd[’']hui|[Dd]emain"
        r"|(?:la\s)?(?:semaine|année)\s(?:dernière|prochaine|passée)"
        r"|(?:le\s)?(?:mois|an)\s(?:dernier|prochain|passé)|[Cc]ette\s(?:semaine|année)|[Cc]e\smois-ci"
        r"|[Ii]l\sy\sa\s(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques|plusieurs|[0-9]+)\s(?:jours?|semaines?|mois|ans?)"
    ),
    relative_starts=frozenset(
        "hier avant aujourd demain la semaine année le mois an cette ce il".split()
    ),
    days={"hier": -1, "avant-hier": -2, "aujourd’hui": 0, "aujourd'hui": 0, "demain": 1},
    steps={"derni": -1, "passé": -1, "prochain": 1, "cette": 0, "ce mois": 0},
    periods={"jours?": "day", "semaines?": "week", "mois": "month", "ans?|année": "year"},
    ago="il y a",
    small={"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7}
    | {"huit": 8, "neuf": 9, "dix": 10},
    parts=_parts(
        {
            (3, 5): "printemps",
            (6, 8): "l’été, l'été, cet été",
            (9, 11): "automne",
            (12, 14): "hiver",
            (1, 3): "t1, premier trimestre, 1er trimestre, début",
            (4, 6): "t2, deuxième trimestre, second trimestre, 2e trimestre",
            (7, 9): "t3, troisième trimestre, 3e trimestre",
            (10, 12): "t4, quatrième trimestre, dernier trimestre, 4e trimestre, fin",
            (1, 6): "premier semestre, première moitié",
            (7, 12): "second semestre, deuxième semestre, seconde moitié",
            (5, 8): "mi, milieu",
        }
    ),
    of_year=r"[\s/-](?:de\s)?(?:l[’']année\s)?",
    decade=r"années\s{ten}",
)


@cache
def date_words(language: str) -> DateWords:
    """The words of `language` (`en`, `de-AT` …); English for one that is not known."""
    known = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH}
    return known.get(language.split("-")[0].lower(), _ENGLISH)
