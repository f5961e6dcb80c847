"""Which passage of a record is which paragraph of the article."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explainer.text.articles.fingerprint import fingerprint, likeness
from explainer.text.quotations import words_of

_FOREIGN = -1.0
"""For a pair that speaks against being one: worse than leaving both alone."""
_UNKNOWN = 0.2
"""For a passage of which nothing is recorded: its place alone tells."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A passage of a record, as far as it tells where it stands in the article."""

    id: str
    mark: str = ""
    """Its fingerprint, if the record has it."""
    texts: tuple[str, ...] = ()
    """Quotations, labels, figures and dates, as printed."""


def align(recorded: Sequence[Recorded], texts: Sequence[str]) -> Mapping[str, int]:
    """The index of the paragraph in `texts` that each passage is; none for passages not there.

    By fingerprint where there is one, else by what is recorded word for word, else by its place
    between neighbours. First in order, then those that have moved.
    """
    scores = _scores(recorded, texts)
    pairs = _in_order(scores, len(recorded), len(texts))
    left = [r for r in range(len(recorded)) if r not in pairs]
    free = [t for t in range(len(texts)) if t not in pairs.values()]
    moved = sorted((-scores[r][t], abs(r - t), r, t) for r in left for t in free)
    for score, _, r, t in moved:
        if -score >= 0.5 and r not in pairs and t not in pairs.values():
            pairs[r] = t
    return {recorded[r].id: t for r, t in sorted(pairs.items())}


def _scores(recorded: Sequence[Recorded], texts: Sequence[str]) -> list[list[float]]:
    marks = [fingerprint(text) for text in texts]
    plain = [_plain(text) for text in texts]
    return [
        [_score(one, mark, words) for mark, words in zip(marks, plain, strict=True)]
        for one in recorded
    ]


def _score(recorded: Recorded, mark: str, words: str) -> float:
    if recorded.mark:
        alike = likeness(recorded.mark, mark)
        return alike if alike >= 0.25 else _FOREIGN
    if not recorded.texts:
        return _UNKNOWN
    weights = {text: len(text.split()) + 1 for text in recorded.texts}
    held = sum(weight for text, weight in weights.items() if holds(words, text))
    share = held / sum(weights.values())
    return share if share >= 0.5 else _FOREIGN + share


def holds(plain_words: str, text: str) -> bool:
    """Whether `text` stands in a paragraph, given as `_plain` has it."""
    return _plain(text) in plain_words


def _plain(text: str) -> str:
    """`text` as its words are compared, marks apart, with a space at both ends."""
    words = re.findall(r"[\w']+", " ".join(words_of(text)).lower())
    return f" {' '.join(words)} "


def plain_words(text: str) -> str:
    """`text` in the form that `holds` looks into."""
    return _plain(text)


def _in_order(scores: list[list[float]], rows: int, columns: int) -> dict[int, int]:
    """The pairs, none crossing another, whose scores add up to most."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for r in range(rows - 1, -1, -1):
        for t in range(columns - 1, -1, -1):
            paired = best[r + 1][t + 1] + scores[r][t]
            best[r][t] = max(best[r + 1][t], best[r][t + 1], paired)
    pairs: dict[int, int] = {}
    r = t = 0
    while r < rows and t < columns:
        if best[r][t] == best[r + 1][t + 1] + scores[r][t] and scores[r][t] > 0:
            pairs[r] = t
            r, t = r + 1, t + 1
        elif best[r][t] == best[r + 1][t]:
            r += 1
        else:
            t += 1
    return pairs
