"""Working out the formulas of worked-out numbers: `[115]{calc="145-30"}`."""

import re
from fractions import Fraction
from functools import cache

from explainer.model.form import Form
from explainer.text.multiples import find_all_numbers
from explainer.text.number import Number
from explainer.text.number_patterns import number_patterns
from explainer.text.number_words import number_words

_PLAIN = r"\d+(?:,\d{3})*(?:\.\d+)?"
"""A number in digits as English has it, which every language may use."""
_SIGNS = str.maketrans({"−": "-", "–": "-", "×": "*", "÷": "/"})
_PRINTED = str.maketrans({"-": "−", "*": "×", "/": "÷"})
_DEEPEST = 50
_LONGEST = 30
_LONGEST_FORMULA = 200


class FormulaError(Exception):
    """A formula that cannot be worked out; its text says why."""


class Result(Form, frozen=True):
    """A formula worked out."""

    value: Fraction
    operands: tuple[str, ...]
    """The numbers in it, with the decimal point of English."""


def work_out(formula: str, language: str = "en") -> Result:
    """The value of `formula` and its operands; `FormulaError` when it is none.

    Knows `+ - * / ( )` and decimals, those of `language` too, and reckons in fractions: nothing is
    rounded on the way.
    """
    if len(formula) > _LONGEST_FORMULA:
        raise FormulaError(f"it has {len(formula):,} characters, more than {_LONGEST_FORMULA}")
    tokens = [_plain(token, language) for token in _tokens(formula, language)]
    parser = _Parser(tokens)
    value = parser.sum(0)
    if parser.rest:
        raise FormulaError(f"`{parser.rest[0]}` is one too many")
    return Result(value, tuple(t for t in tokens if t[0].isdigit()))


def printed(formula: str, language: str = "en") -> str:
    """`formula` with the signs and spaces of print: `100 × (125 − 10) ÷ 125`."""
    text, before = "", "("
    for token in _tokens(formula, language):
        # A sign before a number stands close to it, one between two numbers does not.
        is_between = token in "+-*/" and before not in "(+-*/"
        shown = _as_in(token, language)
        text += f" {shown} " if is_between else shown
        before = token
    return text.translate(_PRINTED)


def in_english(formula: str, language: str) -> str:
    """`formula` with its numbers as English has them; as it is where it is none."""
    try:
        return "".join(_plain(token, language) for token in _tokens(formula, language))
    except FormulaError:
        return formula


def agrees(value: Fraction, written: str, language: str = "en") -> bool:
    """Whether `written` is `value`, rounded to as many places as it has itself."""
    number = _number(language).search(written)
    patterns = number_patterns(language)
    # A fifth alone might be an ordinal, but a formula has no such result.
    in_words = find_all_numbers(f"{written} {patterns.words.of}", language)
    if len(in_words) == 1 and (not number or in_words[0].parts):
        return _agrees_in_words(abs(value), in_words[0])
    if not number or len(number[0]) > _LONGEST:
        return False
    plain = _plain(number[0], language)
    places = len(plain.partition(".")[2])
    is_minus = written[: number.start()].rstrip().endswith(("-", "−", "–"))
    if is_minus and value > 0:
        return False
    scale = patterns.scale.match(written, number.end())
    size = Fraction(patterns.words.scales[scale["scale"].lower()]) if scale else Fraction(1)
    # Without a sign of its own a fall may be worked out as a minus: its verb tells the rest.
    off = abs(abs(value) / size - Fraction(plain.replace(",", "")))
    return off * 2 <= Fraction(1, 10**places)


def _agrees_in_words(value: Fraction, number: Number) -> bool:
    """Whether twice is 118 / 61, and a fifth 410 / 1950: a share may be off by a tenth."""
    if number.low is None or number.low != number.high:
        return False
    is_whole = float(number.low).is_integer()
    if number.bound == "over" and is_whole:
        return number.low < value < number.low + 1
    return abs(value - Fraction(number.low)) <= (
        Fraction(1, 2) if is_whole else Fraction(number.low) / 10
    )


@cache
def _number(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{number_words(language).digits})(?!\d|[.,]\d)|{_PLAIN}")


@cache
def _token(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:({_number(language).pattern})|([-+*/()−–×÷]))")


def _plain(token: str, language: str) -> str:
    """`token` as English has it, where it is a number as `language` has it."""
    words = number_words(language)
    if not re.fullmatch(words.digits, token):
        return token
    bare = token.translate({ord(sign): None for sign in words.thousands if sign != ","})
    return bare.replace(words.decimal, ".")


def _as_in(token: str, language: str) -> str:
    """`token` as `language` has it, where it has the decimal point of English."""
    words = number_words(language)
    is_own = words.decimal == "." or re.fullmatch(words.digits, token)
    return token if is_own else token.replace(",", "").replace(".", words.decimal)


def _tokens(formula: str, language: str) -> list[str]:
    tokens, at = [], 0
    text = formula.rstrip()
    while at < len(text):
        match = _token(language).match(text, at)
        if not match:
            raise FormulaError(f"`{text[at:].strip()[:1]}` is no number and none of + - * / ( )")
        if len(match[1] or "") > _LONGEST:
            raise FormulaError("it has a number too long to be one")
        tokens.append((match[1] or match[2]).translate(_SIGNS))
        at = match.end()
    return tokens


class _Parser:
    """Reads tokens from left to right: sums of products of numbers and brackets."""

    def __init__(self, tokens: list[str]) -> None:
        self.rest = list(tokens)

    def sum(self, depth: int) -> Fraction:
        value = self.product(depth)
        while self.rest and self.rest[0] in "+-":
            sign = self.rest.pop(0)
            term = self.product(depth)
            value = value + term if sign == "+" else value - term
        return value

    def product(self, depth: int) -> Fraction:
        value = self.single(depth)
        while self.rest and self.rest[0] in "*/":
            sign = self.rest.pop(0)
            factor = self.single(depth)
            if sign == "/" and factor == 0:
                raise FormulaError("it divides by nothing")
            value = value * factor if sign == "*" else value / factor
        return value

    def single(self, depth: int) -> Fraction:
        if depth > _DEEPEST:
            raise FormulaError("it has too many brackets inside one another")
        if not self.rest:
            raise FormulaError("it ends where a number should stand")
        token = self.rest.pop(0)
        if token in "+-":
            value = self.single(depth + 1)
            return value if token == "+" else -value
        if token == "(":
            value = self.sum(depth + 1)
            if not self.rest or self.rest.pop(0) != ")":
                raise FormulaError("a bracket is not closed")
            return value
        if not token[0].isdigit():
            raise FormulaError(f"`{token}` stands where a number should")
        return Fraction(token.replace(",", ""))
