"""Numbers that say of themselves that they are rounder than what they tell of."""

from explainer.text.number import Number
from explainer.text.number_words import number_words

_EXACT = 1e-9


def rounds(number: Number, said: Number, language: str) -> bool:
    """Whether `more than 6,000` tells of 6,214, and `nearly two in five` of 37 per cent.

    What has a limit in print is none to round: `over 65` is not `over 60`.
    """
    if not number.bound or said.bound or number.is_ordinal or said.is_ordinal:
        return False
    if not number.text.lower().startswith(number_words(language).rounds):
        return False
    if number.low is None or said.low is None:
        return False
    if number.low != number.high or said.low != said.high:
        return False
    rounded, exact = abs(number.low), abs(said.low)
    of_all = number.unit == "share"
    if of_all and said.unit == "%":
        exact /= 100
    elif number.unit != said.unit:
        return False
    reach = _reach(rounded, number.unit, number.bound) + _EXACT
    least = -_EXACT if number.bound == "over" else -reach
    most = _EXACT if number.bound == "under" else reach
    is_rounder = of_all or _digits(rounded) < _digits(exact)
    return is_rounder and least <= exact - rounded <= most


def _reach(rounded: float, unit: str, bound: str) -> float:
    """How far what is counted may be from `rounded`: a tenth of it, a twentieth for `about`.

    Of a share it is a tenth of it or of what it leaves of the whole, whichever is less, and the latter
    counts as a quarter at least: 37 per cent are nearly two in five, 88 nearly nine in ten, but 92 not
    nearly nineteen in twenty.
    """
    whole = {"share": 1, "%": 100}.get(unit, 0)
    if rounded <= whole:
        return min(rounded, max(whole - rounded, whole / 4)) / 10
    return rounded / (20 if bound == "about" else 10)


def _digits(value: float) -> int:
    """How many digits tell `value`: two for 24,000 and for 0.54."""
    return len(f"{value:.12g}".partition("e")[0].replace(".", "").strip("0"))


def is_share(share: float, in_full: float) -> bool:
    """Whether a third or one in six may stand for 0.333 or 0.17."""
    return abs(share - in_full) < min(0.005, share / 20 + _EXACT)
