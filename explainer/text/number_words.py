"""The words that numbers are written with, by language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What a language writes numbers with. Words are in small letters."""

    digits: str
    """A pattern for a number in digits, thousands separators and decimals included."""
    thousands: str
    """Characters between groups of three digits."""
    decimal: str
    cardinals: Mapping[str, int]
    scales: Mapping[str, float]
    """Words and short forms that multiply what stands before them."""
    ordinals: Mapping[str, int]
    ordinal_ending: str
    """A pattern for what makes digits an ordinal: `nd`."""
    fractions: Mapping[str, float]
    vague: Mapping[str, str]
    """Words such as `tens`, and the singular that says the same in every spelling."""
    of: str
    """Joins vague magnitudes: tens *of* billions."""
    units: Mapping[str, str]
    """Words after a number, in their forms, and the unit they mean."""
    under: tuple[str, ...]
    over: tuple[str, ...]
    about: tuple[str, ...]
    fall: tuple[str, ...]
    """Beginnings of words that make a change a minus."""
    rise: tuple[str, ...]
    to: str
    """A pattern for what joins two ends of a range."""
    between: str
    and_: str
    levels: tuple[str, ...]
    """Words after a verb of change that announce a level, not a change: fell *to* 10."""
    legal: tuple[str, ...]
    """Words whose number is a name: Section 301."""
    determiners: tuple[str, ...]


# fmt: off
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()


def _spread(table: Mapping[str, str]) -> dict[str, str]:
    """`table` with each of the words of its keys as a key."""
    return {
        word.replace("_", " ").lower(): unit
        for words, unit in table.items()
        for word in words.split()
    }


def _english() -> NumberWords:
    tens_ordinal = {f"{word[:-1]}ieth": value for word, value in _TENS.items()}
    compound = {
        f"{ten}-{_ORDINALS[one]}": value + one
        for ten, value in _TENS.items()
        for one in range(1, 10)
    }
    return NumberWords(
        digits=r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
        thousands=",\u00a0\u2009\u202f",
        decimal=".",
        cardinals={w: i for i, w in enumerate(_SMALL)} | _TENS,
        scales={
            "hundred": 100, "dozen": 12, "thousand": 1e3, "million": 1e6, "billion": 1e9,
            "trillion": 1e12, "bn": 1e9, "tn": 1e12, "mn": 1e6, "m": 1e6, "k": 1e3,
        },
        ordinals={w: i for i, w in enumerate(_ORDINALS) if i}
        | tens_ordinal
        | compound
        | {"hundredth": 100, "thousandth": 1000},
        ordinal_ending="st|nd|rd|th",
        fractions={
            "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
            "fifths": 1 / 5, "tenths": 1 / 10, "fifth": 1 / 5, "tenth": 1 / 10,
        },
        vague={
            "tens": "ten", "dozens": "dozen", "scores": "score", "hundreds": "hundred",
            "thousands": "thousand", "millions": "million", "billions": "billion",
            "trillions": "trillion",
        },
        of="of",
        units=_spread(
            {
                "% percent per_cent pc": "%",
                "percentage_point percentage_points percentage-point": "points",
                "point points": "point", "dollar dollars US_dollars US_dollar USD": "usd",
                "pound pounds sterling GBP": "gbp", "euro euros EUR": "eur",
                "yuan renminbi RMB CNY": "cny", "second seconds": "second",
                "minute minutes": "minute", "hour hours": "hour", "day days": "day",
                "week weeks": "week", "month months": "month", "quarter quarters": "quarter",
                "year years": "year", "decade decades": "decade",
                "tonne tonnes metric_tons ton tons": "tonne", "kilogram kilograms kg": "kg",
                "kilometre kilometres kilometer kilometers km": "km", "mile miles": "mile",
                "degree degrees": "degree", "vote votes": "vote",
            }
        ),
        under=(
            "almost", "nearly", "just under", "just before", "shortly before", "close to",
            "up to", "less than", "fewer than", "under", "below", "at most", "just short of",
        ),
        over=(
            "more than", "over", "above", "at least", "upwards of", "just over", "just after",
            "exceeding", "well over",
        ),
        about=("about", "around", "some", "roughly", "approximately", "an estimated", "circa"),
        fall=(
            "fell", "fall", "drop", "down", "lower", "plung", "lost", "declin", "decreas", "cut",
            "reduc", "shrank", "shrink", "slump", "sank", "sink", "slid", "tumbl", "less",
            "fewer", "smaller", "minus", "contract", "weaken",
        ),
        rise=(
            "rose", "ris", "grew", "grow", "increas", "gain", "climb", "jump", "up", "higher",
            "surg", "soar", "plus", "widen", "add", "more", "larger", "expand",
        ),
        to=r"\s*[–‒—-]\s*|\s+to\s+|\s+or\s+",
        between="between",
        and_="and",
        levels=("to", "from", "at", "of", "until", "below", "above", "under", "with", "in"),
        legal=(
            "section", "sections", "§", "order", "orders", "announcement", "announcements", "no",
            "nos", "number", "article", "articles", "chapter", "title", "act", "decree", "eo",
            "proclamation", "regulation", "rule", "phase", "part", "page", "figure", "table",
            "notice", "resolution", "note", "annex", "appendix", "flight", "heading", "step",
        ),
        determiners=(
            "the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my", "each",
            "every", "one", "these", "those", "very",
        ),
    )


def _german() -> NumberWords:
    small = (
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
        "fünfzehn sechzehn siebzehn achtzehn neunzehn"
    ).split()
    tens = {
        "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
        "achtzig": 80, "neunzig": 90,
    }
    ones = ["ein", *small[2:10]]
    compound = {
        f"{one}und{ten}": v + i + 1 for ten, v in tens.items() for i, one in enumerate(ones)
    }
    stems = {
        "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7,
        "acht": 8, "neunt": 9, "zehnt": 10, "elft": 11, "zwölft": 12,
    }
    return NumberWords(
        digits=r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?",
        thousands=".\u00a0\u2009\u202f",
        decimal=",",
        cardinals={w: i for i, w in enumerate(small)} | tens | compound,
        scales={
            "hundert": 100, "dutzend": 12, "tausend": 1e3, "million": 1e6, "millionen": 1e6,
            "mio.": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd.": 1e9, "billion": 1e12,
            "billionen": 1e12,
        },
        ordinals={f"{s}e{end}": v for s, v in stems.items() for end in ("", "r", "n", "s", "m")},
        ordinal_ending=r"\.(?=\s[A-ZÄÖÜ])",
        fractions={"drittel": 1 / 3, "viertel": 1 / 4, "hälfte": 1 / 2, "fünftel": 1 / 5},
        vague={
            "dutzende": "dozen", "hunderte": "hundred", "tausende": "thousand",
            "millionen": "million", "milliarden": "billion",
        },
        of="von",
        units=_spread(
            {
                "% prozent": "%", "prozentpunkt prozentpunkte prozentpunkten": "points",
                "punkt punkte punkten": "point", "dollar us-dollar": "usd", "pfund": "gbp",
                "euro": "eur", "yuan": "cny", "sekunde sekunden": "second",
                "minute minuten": "minute", "stunde stunden": "hour", "tag tage tagen": "day",
                "woche wochen": "week", "monat monate monaten": "month",
                "quartal quartale": "quarter", "jahr jahre jahren": "year",
                "tonne tonnen": "tonne", "kilometer km": "km", "stimme stimmen": "vote",
                "grad": "degree",
            }
        ),
        under=("fast", "beinahe", "knapp", "bis zu", "weniger als", "unter", "höchstens"),
        over=("mehr als", "über", "mindestens", "gut"),
        about=("etwa", "rund", "ungefähr", "circa", "ca."),
        fall=(
            "fiel", "gefallen", "sank", "gesunken", "rückgang", "minus", "gesenkt", "senk",
            "verlor", "weniger", "niedriger", "schrumpf", "eingebrochen",
        ),
        rise=(
            "stieg", "gestiegen", "anstieg", "plus", "wuchs", "gewachsen", "zunahme", "höher",
            "mehr", "zuwachs",
        ),
        to=r"\s*[–‒—-]\s*|\s+bis\s+|\s+oder\s+",
        between="zwischen",
        and_="und",
        levels=("auf", "von", "bei", "bis", "unter", "über"),
        legal=(
            "paragraf", "§", "artikel", "nr", "nummer", "kapitel", "abschnitt", "seite", "phase",
            "erlass", "anhang",
        ),
        determiners=(
            "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "seine", "ihre",
            "im", "am", "zum", "zur",
        ),
    )


def _french() -> NumberWords:
    small = (
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize"
    ).split()
    tens = {
        "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "trente": 30,
        "quarante": 40, "cinquante": 50, "soixante": 60, "soixante-dix": 70, "quatre-vingts": 80,
        "quatre-vingt": 80, "quatre-vingt-dix": 90,
    }
    stems = {
        "deux": 2, "trois": 3, "quatr": 4, "cinqu": 5, "six": 6, "sept": 7, "huit": 8, "neuv": 9,
        "dix": 10, "onz": 11, "douz": 12,
    }
    cardinals = {w: i for i, w in enumerate(small) if w != "un"} | tens
    return NumberWords(
        digits=r"\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?",
        thousands=" .\u00a0\u2009\u202f",
        decimal=",",
        cardinals=cardinals,
        scales={
            "cent": 100, "cents": 100, "douzaine": 12, "mille": 1e3, "million": 1e6,
            "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "billion": 1e12,
            "billions": 1e12,
        },
        ordinals={f"{s}ième": v for s, v in stems.items()} | {"second": 2, "seconde": 2},
        ordinal_ending="ers?|ères?|e|es|ème|èmes",
        fractions={"tiers": 1 / 3, "quart": 1 / 4, "quarts": 1 / 4, "moitié": 1 / 2},
        vague={
            "dizaines": "ten", "douzaines": "dozen", "centaines": "hundred",
            "milliers": "thousand", "millions": "million", "milliards": "billion",
        },
        of="de",
        units=_spread(
            {
                "% pour_cent": "%", "point_de_pourcentage points_de_pourcentage": "points",
                "point points": "point", "dollar dollars": "usd", "livre livres": "gbp",
                "euro euros": "eur", "yuan yuans": "cny", "seconde secondes": "second",
                "minute minutes": "minute", "heure heures": "hour", "jour jours": "day",
                "semaine semaines": "week", "mois": "month", "trimestre trimestres": "quarter",
                "an ans année années": "year", "tonne tonnes": "tonne",
                "kilomètre kilomètres km": "km", "voix": "vote", "degré degrés": "degree",
            }
        ),
        under=("presque", "près de", "moins de", "jusqu’à", "jusqu'à", "au plus"),
        over=("plus de", "au moins", "plus d’", "plus d'"),
        about=("environ", "quelque", "autour de"),
        fall=("chut", "baiss", "recul", "diminu", "perdu", "moins", "repli", "tombé", "plong"),
        rise=("hausse", "augment", "progress", "grimp", "gagné", "plus", "bondi"),
        to=r"\s*[–‒—-]\s*|\s+à\s+|\s+ou\s+",
        between="entre",
        and_="et",
        levels=("à", "de", "jusqu", "sous"),
        legal=(
            "section", "article", "articles", "no", "n°", "nº", "numéro", "chapitre", "page",
            "phase", "décret", "annexe",
        ),
        determiners=(
            "le", "la", "les", "un", "une", "du", "au", "sa", "son", "leur", "ce", "cette",
        ),
    )


# fmt: on
@cache
def number_words(language: str) -> NumberWords:
    """The words of `language` (`en`, `de-AT` …); English for one that is not known."""
    known = {"en": _english, "de": _german, "fr": _french}
    return known.get(language.split("-")[0].lower(), _english)()
