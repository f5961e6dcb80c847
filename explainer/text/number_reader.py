"""Reading a single number: digits or words, with the scale and the unit behind it."""

import re

from explainer.model.form import Form, replace
from explainer.text.number import Number
from explainer.text.number_patterns import NumberPatterns
from explainer.text.number_words import NumberWords
from explainer.text.signs import WORD

_SPANS = frozenset(
    "second minute hour day week month quarter year decade km kg mile metre "
    "mm cm µg mg g ml litre gallon acre hectare".split()
)
_SYMBOLS = {"$": "usd", "US$": "usd", "£": "gbp", "€": "eur", "¥": "cny"}
_DIGIT_SIZES = {"single": 1, "double": 2, "two": 2, "triple": 3, "three": 3, "four": 4}
_YEARS = range(1800, 2100)
_NAME_AFTER = re.compile(r"\s[A-ZÄÖÜ]\w")
_INSIDE_SENTENCE = re.compile(r"[\w,]\s$")
_IDIOM = re.compile(
    r"second[-\s](?:thoughts?|nature|guess\w*|hand|rate|wind|to[-\s]none|in[-\s]command)(?!\w)|"
    r"third[-\s](?:part(?:y|ies)|rate|world)(?!\w)|fourth\sestate(?!\w)|"
    r"(?:ersten|zweiten)\sBlick(?!\w)|(?:erster|zweiter)\sHand(?!\w)|"
    r"première?s?\sministres?(?!\w)|premiers?\sministres?(?!\w)|premier\s(?:abord|lieu|plan|temps)(?!\w)|"
    r"première\s(?:main|vue)(?!\w)|second\s(?:lieu|plan|souffle|temps)(?!\w)|seconde\smain(?!\w)",
    re.IGNORECASE,
)
"""Ordinals that count nothing."""
_AND_HALF = re.compile(r"\set\sdemie?(?!\w)")
_NEAR = 80
"""Characters around a number in which its words are looked for."""
_PAIR = re.compile(
    r"\b(?:the|these|those|its|their|our|his|(?:die|der|den|diese[nr]?|ihre[nr]?|seine[nr]?|unsere[nr]?)|"
    r"les|des|aux|ces|ses|leurs|nos)\s$",
    re.IGNORECASE,
)
_LAST_ORDINAL_OF_DATES = 31


class NumberReader(Form, frozen=True):
    """Makes numbers of what the patterns of a language match."""

    patterns: NumberPatterns

    @property
    def words(self) -> NumberWords:
        return self.patterns.words

    def atoms(self, text: str) -> list[Number]:
        """Single numbers, before ranges are joined; a scale belongs to the number before it."""
        found: list[Number] = []
        for match in self.patterns.matches(text):
            number = getattr(self, f"_read_{match.lastgroup}")(match)
            if match.lastgroup in ("words", "digits"):
                number = self._ratio(match) or number
            if number and (not found or found[-1].end <= number.start):
                found.append(number)
        return found

    def _read_clock(self, match: re.Match[str]) -> Number:
        hour, _, minutes = (
            re.sub(r"[^\d:.]", "", match[0].replace("h", ":"))
            .strip(".")
            .replace(".", ":")
            .partition(":")
        )
        time = int(hour) + int(minutes or 0) / 60
        afternoon = 12 if "p" in match[0].lower() and time < 12 else 0
        return Number(match[0], *match.span(), time + afternoon, time + afternoon, "clock")

    def _read_size(self, match: re.Match[str]) -> Number:
        digits = _DIGIT_SIZES[re.split(r"[-\s]", match[0].lower())[0]]
        return Number(match[0], *match.span(), None, None, magnitude=f"{digits} digits")

    def _read_ortwo(self, match: re.Match[str]) -> Number:
        unit = self.words.units[match[0].lower().split()[1]]
        return Number(match[0], *match.span(), 1, 2, unit)

    def _read_vague(self, match: re.Match[str]) -> Number:
        text = match.string
        words = WORD.findall(match[0].lower())
        magnitude = " ".join(
            self.words.vague.get(w, w) for w in words if w not in (self.words.of, "a")
        )
        unit, end = self._unit(text, match.end())
        return Number(
            text[match.start() : end], match.start(), end, None, None, unit, magnitude=magnitude
        )

    def _read_fraction(self, match: re.Match[str]) -> Number:
        words = re.split(r"[-\s]+", match[0].lower())
        value = self.words.cardinals.get(words[0], 1) * self.words.fractions[words[-1]]
        # Half an hour and a quarter of a million are no shares.
        article = re.compile(rf"(?:\s{self.words.of})?\san?(?=\s)").match(match.string, match.end())
        if article:
            number = self.measured(match.string, match.start(), article.end(), value, "")
            if number.end > article.end():
                return number
        # The third of three judges is no third of them, which a record tells.
        order = self.words.ordinals.get(match[0].lower())
        parts = (Number(match[0], *match.span(), order, order, is_ordinal=True),) if order else ()
        return Number(match[0], *match.span(), value, value, "share", parts=parts)

    def _read_half(self, match: re.Match[str]) -> Number:
        value = 1 if match[0].lower() in ("un", "une") else 0.5
        return self.measured(match.string, match.start(), match.end(), value, "")

    def _read_ordinal(self, match: re.Match[str]) -> Number | None:
        text = match.string
        word = match[0].lower()
        value = float(self.words.ordinals[word])
        before, after = around(text, *match.span())
        if value == 1 and not (self.patterns.determined.search(before) and _names_a_thing(after)):
            return None
        if word in self.words.units and re.match(r"\s*(?:[.,;:!?)]|$)", after):
            return None
        if _IDIOM.match(text, match.start()):
            return None
        # In German every noun has a capital, and an ordinal within a sentence only as part of a name.
        may_be_name = not self.patterns.is_compound or _INSIDE_SENTENCE.search(before)
        if match[0][0].isupper() and may_be_name and _NAME_AFTER.match(after):
            return None  # Ninth Street, the Second World War
        return Number(match[0], *match.span(), value, value, is_ordinal=True)

    def _read_words(self, match: re.Match[str]) -> Number | None:
        text = match.string
        value = self._value_of_words(match[0].lower())
        number = self.measured(text, match.start(), match.end(), value, "")
        if value == 1 and not number.unit:
            return None
        is_pair = value == 2 and not number.unit and _PAIR.search(around(text, *match.span())[0])
        return None if is_pair else number

    def _read_digits(self, match: re.Match[str]) -> Number | None:
        text = match.string
        raw = re.search(self.words.digits, match[0])
        assert raw is not None
        plain = raw[0].translate({ord(c): None for c in self.words.thousands})
        value = float(plain.replace(self.words.decimal, "."))
        symbol = next((s for s in ("US$", "$", "£", "€", "¥") if s in match[0]), "")
        tail = match[0][raw.end() :]
        if tail == "." and value > _LAST_ORDINAL_OF_DATES:
            # "allein 1.500. Bis Ende": in German a full stop may end a sentence as well.
            return self.measured(text, match.start(), match.end() - 1, value, "")
        if tail and not symbol:
            return Number(match[0], *match.span(), value, value, is_ordinal=True)
        number = self.measured(text, match.start(), match.end(), value, _SYMBOLS.get(symbol, ""))
        # The second half of 2025–26 is no number either.
        before = text[max(0, match.start() - 5) : match.start() + raw.start()]
        is_half = re.search(r"\b(?:1[89]|20)\d\d[-–]$", before)
        is_year = is_half is not None and len(raw[0]) == 2
        is_year |= plain.isdigit() and len(raw[0]) == 4 and int(plain) in _YEARS
        if is_year and not number.unit and number.low == value:
            return None
        if text[max(0, match.start() - 2) : match.start()].strip() == "+":
            return replace(number, sign=1)
        return replace(number, sign=-1) if match[0][0] in "−-–" else number

    def _ratio(self, match: re.Match[str]) -> Number | None:
        """Four in five, one out of ten, 1 in 40; not two in five days, and not two in 2019."""
        text = match.string
        joint = self.patterns.ratio.match(text, match.end())
        whole = joint and self.patterns.atom.match(text, joint.end())
        if not whole or {match.lastgroup, whole.lastgroup} - {"words", "digits"}:
            return None
        # The first alone may be no number: the one of `one in five`.
        low = self._bare(match)
        high = self._bare(whole)
        number = getattr(self, f"_read_{whole.lastgroup}")(whole)
        if not low or not high or not number or low >= high or number.unit in _SPANS:
            return None
        share = low / high
        first = getattr(self, f"_read_{match.lastgroup}")(match)
        return Number(
            text[match.start() : whole.end()],
            match.start(),
            whole.end(),
            share,
            share,
            "share",
            parts=tuple(part for part in (first, number) if part),
        )

    def _bare(self, match: re.Match[str]) -> float:
        """The whole number that `match` is; 0 for one with a sign, a decimal or a currency."""
        if match.lastgroup == "words":
            return self._value_of_words(match[0].lower())
        plain = match[0].translate({ord(c): None for c in self.words.thousands})
        return float(plain) if plain.isdigit() else 0

    def measured(self, text: str, start: int, end: int, value: float, unit: str) -> Number:
        """`value` with the scale and the unit that follow it; `unit` goes before the latter."""
        scale = self.patterns.scale.match(text, end)
        if scale:
            # 4.1 times a billion is no 4099999999.9999995.
            value = float(f"{value * self.words.scales[scale['scale'].lower()]:.15g}")
            end = scale.end()
        value, end = self._and_half(text, start, end, value)
        found, end = self._unit(text, end)
        value, end = self._and_half(text, start, end, value) if found else (value, end)
        return Number(text[start:end], start, end, value, value, unit or found)

    def _and_half(self, text: str, start: int, end: int, value: float) -> tuple[float, int]:
        """`value` and its end with the half that French says last: deux millions et demi."""
        half = _AND_HALF.match(text, end)
        if not half:
            return value, end
        scales = self.patterns.scale_inside.findall(text[start:end])
        return value + (self.words.scales[scales[-1].lower()] if scales else 1) / 2, half.end()

    def _unit(self, text: str, end: int) -> tuple[str, int]:
        unit = self.patterns.unit.match(text, end)
        if not unit:
            return "", end
        key = re.sub(r"\s+", " ", unit["unit"].lower())
        return self.words.units[key], unit.end()

    def _value_of_words(self, text: str) -> float:
        total, current = 0.0, 0.0
        text = " ".join(text.split())
        half = re.search(r"[-\s](?:and|et|und)[-\s](?:a |an |une |un |a-)?(half|quarter)$", text)
        for word in self.patterns.token.findall(text[: half.start()] if half else text):
            if word in self.words.cardinals:
                current += self.words.cardinals[word]
            elif word in self.words.scales:
                scale = self.words.scales[word]
                current = (current or 1) * scale
                if scale >= 1000:
                    total, current = total + current, 0
        rest = self.words.fractions[half[1]] if half else 0
        # "Two and a half million" is written with the scale behind; that one is read afterwards.
        return (total + current + rest) / (2 if text.startswith("half ") else 1)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands just before and just after: looking further would take long in a long text."""
    return text[max(0, start - _NEAR) : start], text[end : end + _NEAR]


def _names_a_thing(after: str) -> bool:
    """Whether what follows `the first` is what is counted, and not a verb or a preposition."""
    word = re.match(r"[-\s]+([\w’'-]+)", after)
    pronoun = "to of in since time that who and or on for at when"
    return word is not None and word[1].lower() not in pronoun.split()
