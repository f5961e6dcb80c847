"""Numbers as tables and pictures show them."""


def number_in_words(value: float) -> str:
    """`value` with a true minus, its thousands set apart by a thin space that does not break.

    An `int` has no decimals; a `float` keeps those it was written with, but for zeros at the end.
    """
    return f"{value:,}".replace("-", "−").replace(",", "\u202f")
