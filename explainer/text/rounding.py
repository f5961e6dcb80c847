"""Numbers that say of themselves that they are rounder than what they tell of."""

from explainer.text.number import Number
from explainer.text.number_words import number_words

_ROUNDED = {"under": (0.9, 1), "over": (1, 1.1), "about": (0.95, 1.05)}
"""How far what is counted may be from a rounder number, in parts of it."""
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
    is_share = number.unit == "share"
    rounded, exact = abs(number.low), abs(said.low)
    if is_share and said.unit == "%":
        exact /= 100
    elif number.unit != said.unit:
        return False
    least, most = _ROUNDED[number.bound]
    is_rounder = is_share or _digits(rounded) < _digits(exact)
    return is_rounder and rounded * least <= exact <= rounded * most


def _digits(value: float) -> int:
    """How many digits tell `value`: two for 24,000 and for 0.54."""
    return len(f"{value:.12g}".partition("e")[0].replace(".", "").strip("0"))


def is_share(share: float, in_full: float) -> bool:
    """Whether a third or one in six may stand for 0.333 or 0.17."""
    return abs(share - in_full) < min(0.005, share / 20 + _EXACT)
