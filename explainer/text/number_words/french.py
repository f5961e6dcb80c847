"""The words that numbers are written with in French."""

from explainer.text.number_words.form import NumberWords, spread

# fmt: off
_SMALL = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize"
).split()
_TENS = {
    "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "soixante-dix": 70, "quatre-vingts": 80,
    "quatre-vingt": 80, "quatre-vingt-dix": 90,
}
_AND_ONE = {
    f"{ten}{et}{one}": _TENS[ten] + 1
    for ten in ("vingt", "trente", "quarante", "cinquante", "soixante")
    for et in (" et ", "-et-")
    for one in ("un", "une")
} | {"soixante et onze": 71, "soixante-et-onze": 71}
_STEMS = {
    "deux": 2, "trois": 3, "quatr": 4, "cinqu": 5, "six": 6, "sept": 7, "huit": 8, "neuv": 9,
    "dix": 10, "onz": 11, "douz": 12,
}
_ABOUT = {
    "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}
_CARDINALS = {w: i for i, w in enumerate(_SMALL) if w != "un"} | _TENS | _AND_ONE | _ABOUT
FRENCH = NumberWords(
    digits=r"\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?",
    thousands=" .\u00a0\u2009\u202f",
    decimal=",",
    cardinals=_CARDINALS,
    scales={
        "cent": 100, "cents": 100, "douzaine": 12, "mille": 1e3, "million": 1e6,
        "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "billion": 1e12,
        "billions": 1e12,
    },
    ordinals={f"{s}ième": v for s, v in _STEMS.items()}
    | {"premier": 1, "première": 1, "second": 2, "seconde": 2},
    ordinal_ending="ers?|ères?|e|es|ème|èmes",
    fractions={"tiers": 1 / 3, "quart": 1 / 4, "quarts": 1 / 4, "moitié": 1 / 2},
    halves=("demi",),
    vague={
        "dizaines": "ten", "douzaines": "dozen", "centaines": "hundred",
        "milliers": "thousand", "millions": "million", "milliards": "billion",
    },
    of="de",
    units=spread(
        {
            "% pour_cent": "%", "point_de_pourcentage points_de_pourcentage": "points",
            "point points": "point", "dollar dollars": "usd", "livre livres": "gbp",
            "euro euros": "eur", "yuan yuans": "cny", "seconde secondes": "second",
            "minute minutes": "minute", "heure heures": "hour", "jour jours": "day",
            "semaine semaines": "week", "mois": "month", "trimestre trimestres": "quarter",
            "an ans année années": "year", "tonne tonnes": "tonne",
            "millimètre millimètres mm": "mm", "centimètre centimètres cm": "cm",
            "microgramme microgrammes µg μg": "µg", "milligramme milligrammes mg": "mg",
            "gramme grammes g": "g", "litre litres": "litre", "millilitre millilitres ml": "ml",
            "hectare hectares": "hectare",
            "kilomètre kilomètres km": "km", "voix": "vote", "degré degrés": "degree", "fois": "times",
        }
    ),
    under=(
        "presque", "près de", "près d’", "près d'", "moins de", "moins d’", "moins d'", "pas plus de",
        "jusqu’à", "jusqu'à", "au plus",
    ),
    over=("plus de", "plus d’", "plus d'", "pas moins de", "au moins"),
    about=("environ", "quelque", "autour de"),
    fall=("chut", "baiss", "recul", "diminu", "perdu", "moins", "repli", "tombé", "plong"),
    rise=("hausse", "augment", "progress", "grimp", "gagné", "plus", "bondi"),
    to=r"\s*[–‒—-]\s*|\s+à\s+|\s+ou\s+",
    between="entre",
    and_="et",
    levels=("à", "de", "jusqu", "sous"),
    legal=(
        "section", "article", "articles", "no", "n°", "nº", "numéro", "chapitre", "page",
        "phase", "décret", "annexe", "ligne", "lignes", "alinéa",
    ),
    determiners=(
        "le", "la", "les", "un", "une", "du", "au", "sa", "son", "leur", "ce", "cette",
    ),
    rounds=("presque", "près de", "plus de", "plus d’", "plus d'", "environ", "quelque"),
)
