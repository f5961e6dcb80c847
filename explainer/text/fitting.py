"""Words in a given width, for pictures: reckoned, since the fonts are the reader's own."""

from collections.abc import Iterable

LETTER, BOLD = 7.1, 7.9
"""Pixels a letter takes on the average at 13 px, in the wider of the fonts that systems bring."""

_AVERAGE = 0.546
"""What a letter takes on the average, in parts of the size."""
_WIDTHS = {
    letter: width
    for letters, width in {
        "ijlI'’‘": 0.29,
        " .,:;|/!ft()[]-": 0.37,
        'r“”"': 0.43,
        "sczJ–": 0.54,
        "vxykeaFLT": 0.6,
        "wmMW%—": 0.92,
        "ABCDGHKNOQRUV&": 0.73,
    }.items()
    for letter in letters
}


def width_of(text: str, letter: float = LETTER) -> float:
    """Pixels that `text` takes, where a letter takes `letter` on the average."""
    return sum(_width(sign) for sign in text) * letter / _AVERAGE


def lines_of(text: str, pixels: float, letter: float = LETTER) -> list[str]:
    """`text` in lines that fit `pixels`; a longer word stands alone."""
    words = text.split(" ")
    lines = _filled(words, pixels, letter)
    # As short as they can be without becoming more: no last line of a single word.
    while len(lines) > 1:
        pixels = max(width_of(line, letter) for line in lines) - 0.1
        shorter = _filled(words, pixels, letter)
        if len(shorter) > len(lines) or pixels < max(width_of(word, letter) for word in words):
            break
        lines = shorter
    return lines


def _filled(words: Iterable[str], pixels: float, letter: float) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, letter) > pixels:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _width(sign: str) -> float:
    # Chinese, Japanese and Korean signs are as wide as they are high.
    return 1.0 if "\u2e80" <= sign <= "\ud7ff" else _WIDTHS.get(sign, 0.63)
