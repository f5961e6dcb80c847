"""What the words of every language say."""

from collections.abc import Mapping

from explainer.model.form import Form


class NumberWords(Form, frozen=True):
    """What a language writes numbers with. Words are in small letters."""

    digits: str
    """A pattern for a number in digits, thousands separators and decimals included."""
    thousands: str
    """Characters between groups of three digits."""
    decimal: str
    cardinals: Mapping[str, float]
    scales: Mapping[str, float]
    """Words and short forms that multiply what stands before them."""
    ordinals: Mapping[str, int]
    ordinal_ending: str
    """A pattern for what makes digits an ordinal: `nd`."""
    fractions: Mapping[str, float]
    halves: tuple[str, ...]
    """Words for half of the scale or the unit behind them: eine *halbe* Million."""
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
    ratio: str = ""
    """A pattern for what makes a share of two numbers: four *in* five."""
    rounds: tuple[str, ...] = ()
    """Words of `under`, `over` and `about` after which a number may be a rounder one than in print:
    those that are no limit, as `at least 40` may be."""


def spread(table: Mapping[str, str]) -> dict[str, str]:
    """`table` with each of the words of its keys as a key."""
    return {
        word.replace("_", " ").lower(): unit
        for words, unit in table.items()
        for word in words.split()
    }
