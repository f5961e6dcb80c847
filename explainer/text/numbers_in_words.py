"""Numbers as tables and pictures show them."""


def number_in_words(value: float, thousands: str) -> str:
    """`value` with a true minus, and `thousands` between its thousands, as the text has them.

    An `int` has no decimals; a `float` keeps those it was written with, but for zeros at the end.
    """
    return f"{value:,}".replace("-", "−").replace(",", thousands)
