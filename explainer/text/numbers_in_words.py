"""Numbers as tables and pictures have them."""


def number_in_words(value: float, thousands: str, decimal: str) -> str:
    """`value` with a true minus, `thousands` between its thousands and `decimal` before its tenths.

    An `int` has no decimals; a `float` keeps those it was written with, but for zeros at the end.
    """
    return with_signs(f"{value:,}", thousands, decimal)


def with_signs(number: str, thousands: str, decimal: str) -> str:
    """`number`, as Python has it, with the signs of the text: -1,234.5 may be −1.234,5."""
    signs: dict[str, int | str | None] = {"-": "−", ",": thousands, ".": decimal}
    return number.translate(str.maketrans(signs))


def in_tenths(value: float) -> str:
    """`value` to a tenth, as places in pictures are told; a whole one has no decimals."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
