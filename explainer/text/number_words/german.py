"""The words that numbers are written with in German."""

from explainer.text.number_words.form import NumberWords, spread

# fmt: off
_SMALL = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn"
).split()
_TENS = {
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}
_ONES = ["ein", *_SMALL[2:10]]
_COMPOUND = {
    f"{one}und{ten}": v + i + 1 for ten, v in _TENS.items() for i, one in enumerate(_ONES)
}
_AND_HALF = {"anderthalb": 1.5} | {f"{one}einhalb": i + 1.5 for i, one in enumerate(_ONES)}
_STEMS = {
    "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7,
    "acht": 8, "neunt": 9, "zehnt": 10, "elft": 11, "zwölft": 12,
}
GERMAN = NumberWords(
    digits=r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:[ ’'\u00a0\u2009\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?",
    thousands=". ’'\u00a0\u2009\u202f",
    decimal=",",
    cardinals={w: i for i, w in enumerate(_SMALL)} | _TENS | _COMPOUND | _AND_HALF,
    scales={
        "hundert": 100, "dutzend": 12, "tausend": 1e3, "million": 1e6, "millionen": 1e6,
        "mio.": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd.": 1e9, "billion": 1e12,
        "billionen": 1e12,
    },
    ordinals={f"{s}e{end}": v for s, v in _STEMS.items() for end in ("", "r", "n", "s", "m")},
    ordinal_ending=r"\.(?=\s[A-ZÄÖÜ])",
    fractions={"drittel": 1 / 3, "viertel": 1 / 4, "hälfte": 1 / 2, "fünftel": 1 / 5},
    halves=("halbe", "halben", "halber", "halbes"),
    vague={
        "dutzende": "dozen", "hunderte": "hundred", "tausende": "thousand",
        "zehntausende": "ten thousand", "hunderttausende": "hundred thousand",
        "millionen": "million", "milliarden": "billion",
    },
    of="von",
    units=spread(
        {
            "% prozent": "%", "prozentpunkt prozentpunkte prozentpunkten": "points",
            "punkt punkte punkten": "point", "dollar us-dollar": "usd", "pfund": "gbp",
            "euro": "eur", "yuan": "cny", "sekunde sekunden": "second",
            "minute minuten": "minute", "stunde stunden": "hour", "tag tage tagen": "day",
            "woche wochen": "week", "monat monate monaten": "month",
            "quartal quartale": "quarter", "jahr jahre jahren": "year",
            "millimeter mm": "mm", "zentimeter cm": "cm", "mikrogramm µg μg": "µg",
            "milligramm mg": "mg", "gramm g": "g", "liter litern": "litre", "milliliter ml": "ml",
            "hektar": "hectare",
            "tonne tonnen": "tonne", "kilometer km": "km", "stimme stimmen": "vote",
            "grad": "degree", "mal": "times", "uhr": "clock",
        }
    ),
    under=(
        "fast", "beinahe", "knapp", "bis zu", "weniger als", "nicht mehr als", "unter", "höchstens",
    ),
    over=("mehr als", "nicht weniger als", "über", "mindestens", "gut"),
    about=("etwa", "rund", "ungefähr", "circa", "ca."),
    fall=(
        "fiel", "gefallen", "sank", "gesunken", "rückgang", "minus", "gesenkt", "senk",
        "verlor", "weniger", "niedriger", "schrumpf", "eingebrochen", "verringer", "reduzier",
        "verbillig", "abgenommen", "gekürzt",
    ),
    rise=(
        "stieg", "gestiegen", "anstieg", "plus", "wuchs", "gewachsen", "zunahme", "höher",
        "mehr", "zuwachs", "erhöh", "verteuer", "kletter", "zugenommen", "angehoben",
    ),
    to=r"\s*[–‒—-]\s*|\s+bis\s+|\s+oder\s+",
    between="zwischen",
    and_="und",
    levels=("auf", "von", "bei", "bis", "unter", "über"),
    legal=(
        "paragraf", "§", "artikel", "nr", "nummer", "kapitel", "abschnitt", "seite", "phase",
        "erlass", "anhang", "az", "aktenzeichen",
        "bundesstraße", "autobahn", "landstraße", "kreisstraße", "linie", "linien", "absatz",
    ),
    determiners=(
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "seine", "ihre",
        "im", "am", "zum", "zur",
    ),
    rounds=(
        "fast", "beinahe", "knapp", "mehr als", "über", "gut", "etwa", "rund", "ungefähr",
        "circa", "ca.",
    ),
)
