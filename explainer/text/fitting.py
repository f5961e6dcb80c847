"""Words in a given width, for pictures: reckoned, since the fonts are the reader's own."""

from textwrap import wrap

LETTER, BOLD = 7.1, 7.6
"""Pixels a letter takes on the average at 13 px, in the wider of the fonts that systems bring."""


def lines_of(text: str, pixels: float, letter: float = LETTER) -> list[str]:
    """`text` in lines that fit `pixels`; a longer word stands alone."""
    letters = max(4, int(pixels / letter))
    lines = wrap(text, letters, break_long_words=False) or [""]
    # As short as they can be without becoming more: no last line of a single word.
    while len(lines) > 1 and letters > 4:
        letters -= 1
        shorter = wrap(text, letters, break_long_words=False)
        if len(shorter) > len(lines):
            break
        lines = shorter
    return lines
