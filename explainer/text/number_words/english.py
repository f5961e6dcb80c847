"""The words that numbers are written with in English."""

from explainer.text.number_words.form import NumberWords, spread

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
_TENS_ORDINAL = {f"{word[:-1]}ieth": value for word, value in _TENS.items()}
_COMPOUND = {
    f"{ten}-{_ORDINALS[one]}": value + one
    for ten, value in _TENS.items()
    for one in range(1, 10)
}
ENGLISH = NumberWords(
    digits=r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
    thousands=",\u00a0\u2009\u202f",
    decimal=".",
    cardinals={w: i for i, w in enumerate(_SMALL)} | _TENS,
    scales={
        "hundred": 100, "dozen": 12, "thousand": 1e3, "million": 1e6, "billion": 1e9,
        "trillion": 1e12, "bn": 1e9, "tn": 1e12, "mn": 1e6, "m": 1e6, "k": 1e3,
    },
    ordinals={w: i for i, w in enumerate(_ORDINALS) if i}
    | _TENS_ORDINAL
    | _COMPOUND
    | {"hundredth": 100, "thousandth": 1000},
    ordinal_ending="st|nd|rd|th",
    fractions={
        "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
        "fifths": 1 / 5, "tenths": 1 / 10, "fifth": 1 / 5, "tenth": 1 / 10, "sixth": 1 / 6,
        "sixths": 1 / 6, "seventh": 1 / 7, "sevenths": 1 / 7, "eighth": 1 / 8, "eighths": 1 / 8,
        "ninth": 1 / 9, "ninths": 1 / 9,
    },
    halves=(),  # "half an hour" is a fraction with an article behind it
    vague={
        "tens": "ten", "dozens": "dozen", "scores": "score", "hundreds": "hundred",
        "thousands": "thousand", "millions": "million", "billions": "billion",
        "trillions": "trillion",
    },
    of="of",
    units=spread(
        {
            "% percent per_cent pc": "%", "‰": "permille",
            "percentage_point percentage_points percentage-point": "points",
            "point points": "point", "dollar dollars US_dollars US_dollar USD": "usd",
            "pound pounds sterling GBP": "gbp", "euro euros EUR": "eur",
            "yuan renminbi RMB CNY": "cny", "second seconds": "second",
            "minute minutes": "minute", "hour hours": "hour", "day days": "day",
            "week weeks": "week", "month months": "month", "quarter quarters": "quarter",
            "year years": "year", "decade decades": "decade",
            "tonne tonnes metric_tons ton tons": "tonne", "kilogram kilograms kilo kilos kg": "kg",
            "kilometre kilometres kilometer kilometers km": "km", "mile miles": "mile",
            "metre metres meter meters": "metre",
            "millimetre millimetres millimeter millimeters mm": "mm",
            "centimetre centimetres centimeter centimeters cm": "cm",
            "microgram micrograms mcg µg μg": "µg", "milligram milligrams mg": "mg",
            "gram grams gramme grammes g": "g", "litre litres liter liters": "litre",
            "millilitre millilitres milliliter milliliters ml": "ml",
            "gallon gallons": "gallon", "acre acres": "acre", "hectare hectares": "hectare",
            "degree degrees": "degree", "vote votes": "vote", "times": "times",
        }
    ),
    under=(
        "almost", "nearly", "just under", "just before", "shortly before", "close to",
        "up to", "no more than", "not more than", "less than", "fewer than", "under", "below",
        "at most", "just short of",
    ),
    over=(
        "more than", "over", "above", "at least", "upwards of", "just over", "just after",
        "exceeding", "well over", "no less than", "no fewer than", "not less than", "not fewer than",
    ),
    about=("about", "around", "some", "roughly", "approximately", "an estimated", "circa"),
    fall=(
        "fell", "fall", "drop", "down", "lower", "plung", "lost", "declin", "decreas", "cut",
        "reduc", "shrank", "shrink", "slump", "sank", "sink", "slid", "tumbl", "less",
        "fewer", "smaller", "minus", "contract", "weaken", "collaps", "crash", "nosediv", "dip",
    ),
    rise=(
        "rose", "ris", "grew", "grow", "increas", "gain", "climb", "jump", "up", "higher",
        "surg", "soar", "boom", "leap", "rocket", "balloon", "rally", "ralli",
        "rebound", "plus", "widen", "add", "more", "larger", "expand",
    ),
    to=r"\s*[–‒—-]\s*|\s+to\s+|\s+or\s+",
    between="between",
    and_="and",
    levels=("to", "from", "at", "of", "until", "below", "above", "under", "with", "in"),
    legal=(
        "section", "sections", "§", "order", "orders", "announcement", "announcements", "no",
        "nos", "number", "article", "articles", "chapter", "title", "act", "decree", "eo",
        "proclamation", "regulation", "rule", "phase", "part", "page", "figure", "table",
        "route", "highway", "motorway",
        "notice", "resolution", "note", "annex", "appendix", "flight", "heading", "step",
    ),
    determiners=(
        "the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my", "each",
        "every", "one", "these", "those", "very",
    ),
    ratio=r"(?:(?<=\bone)\s(?!(?:was|is|has|had|of|or|and|to)\s)[^\W\d_]+)?[-\s](?:in|out[-\s]of)[-\s](?:every\s)?(?:an?\s(?=hundred|thousand|million))?",
    rounds=(
        "almost", "nearly", "just under", "close to", "just short of", "more than", "over",
        "upwards of", "just over", "well over", "about", "around", "some", "roughly",
        "approximately", "circa",
    ),
)
