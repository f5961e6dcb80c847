"""Numbers as tables and pictures have them."""


def number_in_words(value: float, thousands: str) -> str:
    """`value` with a true minus, and `thousands` between its thousands, as the text has them.

    An `int` has no decimals; a `float` keeps those it was written with, but for zeros at the end.
    """
    return f"{value:,}".replace("-", "−").replace(",", thousands)


def in_tenths(value: float) -> str:
    """`value` to a tenth, as places in pictures are told; a whole one has no decimals."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
