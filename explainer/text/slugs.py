"""Words as part of an address, and in the order of the alphabet."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
    | {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i"}
)
"""Letters that are no others with a mark."""


def slug(text: str) -> str:
    """`text` in a–z, 0–9 and hyphens; empty when nothing of it is left."""
    plain = (
        unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")


def in_alphabet(name: str) -> tuple[str, str]:
    """Where `name` stands in a list: `étiage` before `fleuve`, not behind `zone`."""
    return slug(name), name.casefold()
