"""Numbers told in another unit of their kind."""

import re

from explainer.model.form import replace
from explainer.text.number import Number

_LIKE = (
    {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800},
    {"month": 1, "year": 12, "decade": 120},
    {"µg": 1, "mg": 1e3, "g": 1e6, "kg": 1e9},
    {"mm": 1, "cm": 10, "metre": 1e3, "km": 1e6},
    {"ml": 1, "litre": 1e3},
)
"""Units that are so many of the first: 24 hours are a day, and half a kilo is 500 grams."""
_TIME_OF_DAY = re.compile(r"(?<![\d.,])(?:1?\d|2[0-3])\.[0-5]\d$")


def as_clock(number: Number, said: Number) -> Number:
    """`number` as a time of the day, where it may be one and `said` is: at 7.15, for 7.15pm."""
    if said.unit != "clock" or number.unit or said.low is None or number.low is None:
        return number
    if not _TIME_OF_DAY.search(number.text):
        return number
    hour, minutes = divmod(round(number.low * 100), 100)
    time = hour + minutes / 60
    time += 12 if hour < 12 <= said.low else 0
    return replace(number, low=time, high=time, unit="clock")


def in_unit_of(said: Number, number: Number) -> Number:
    """`number` in the unit that `said` has: 30 minutes as half an hour, 500 grams as half a kilo."""
    for table in _LIKE:
        if number.unit != said.unit and {number.unit, said.unit} <= table.keys():
            if number.low is None or number.high is None or number.is_ordinal or said.is_ordinal:
                return number
            factor = table[number.unit] / table[said.unit]
            return replace(
                number, low=number.low * factor, high=number.high * factor, unit=said.unit
            )
    return number
