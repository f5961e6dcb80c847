"""Marks by which a paragraph is known again, and from which its words cannot be had."""

import hashlib
import re
import unicodedata
from functools import cache

_PLACES = 16


def fingerprint(text: str) -> str:
    """A mark of `text`: 8 hex digits that change with any word, then 32 that change little by little.

    The second group is a MinHash over words and pairs of words (A. Broder, "On the resemblance and
    containment of documents", 1997), one byte for each of 16 places.
    """
    words = tuple(re.findall(r"\w+", unicodedata.normalize("NFC", text).lower()))
    exact = hashlib.sha256(" ".join(words).encode()).hexdigest()[:8]
    return f"{exact} {_resemblance(words)}"


def likeness(mark: str, other: str) -> float:
    """How many of the words two marks have in common, from 0 to 1; 1 when nothing differs."""
    (exact, places), (other_exact, other_places) = mark.split(), other.split()
    if exact == other_exact:
        return 1.0
    pairs = zip(bytes.fromhex(places), bytes.fromhex(other_places), strict=True)
    return sum(a == b for a, b in pairs) / (_PLACES + 1)


@cache
def _resemblance(words: tuple[str, ...]) -> str:
    grams = {*words, *(f"{a} {b}" for a, b in zip(words, words[1:], strict=False))} or {""}
    hashes = [hashlib.blake2b(gram.encode(), digest_size=4 * _PLACES).digest() for gram in grams]
    least = (min(h[at : at + 4] for h in hashes) for at in range(0, 4 * _PLACES, 4))
    return b"".join(value[3:] for value in least).hex()
