"""Which passage of a record is which paragraph of the article."""

import re
from collections.abc import Mapping, Sequence

from explainer.model.form import Form
from explainer.text.articles.fingerprint import fingerprint, likeness
from explainer.text.quotations import words_of

_FOREIGN = -1.0
"""For a pair that speaks against being one: worse than leaving both alone."""
_SAME = 0.4
"""From this likeness on a passage is known again wherever it stands."""
_UNKNOWN = 0.1
"""For a passage of which nothing is recorded: its place alone tells."""


class Recorded(Form, frozen=True):
    """A passage of a record, as far as it tells where it stands in the article."""

    id: str
    mark: str = ""
    """Its fingerprint, if the record has it."""
    texts: tuple[str, ...] = ()
    """Quotations, labels, figures and dates, as printed."""
    words: frozenset[str] = frozenset()
    """Of our retelling, as `words_alike` has them."""


def align(recorded: Sequence[Recorded], texts: Sequence[str]) -> Mapping[str, int]:
    """The index of the paragraph in `texts` that each passage is; none for passages not there.

    By fingerprint where there is one, else by what is recorded word for word and what our words have
    in common with it, else by its place between neighbours.
    """
    scores = _scores(recorded, texts)
    likely = [[score if score >= _SAME else 0.0 for score in row] for row in scores]
    pairs = _in_order(likely, len(recorded), len(texts))
    left = [r for r in range(len(recorded)) if r not in pairs]
    moved = sorted((-likely[r][t], abs(r - t), r, t) for r in left for t in range(len(texts)))
    for score, _, r, t in moved:
        if score < 0 and r not in pairs and t not in pairs.values():
            pairs[r] = t
    pairs |= _between(scores, pairs)
    return {recorded[r].id: t for r, t in sorted(pairs.items())}


def _between(scores: list[list[float]], pairs: Mapping[int, int]) -> dict[int, int]:
    """Pairs for passages of which too little is known, where their neighbours leave them room."""
    found: dict[int, int] = {}
    for r, row in enumerate(scores):
        if r in pairs:
            continue
        taken = {**pairs, **found}
        first = max((t for other, t in taken.items() if other < r), default=-1) + 1
        last = min((t for other, t in pairs.items() if other > r), default=len(row))
        free = [t for t in range(first, last) if t not in taken.values() and row[t] > 0]
        if free:
            found[r] = max(free, key=lambda t: (row[t], -t))
    return found


def _scores(recorded: Sequence[Recorded], texts: Sequence[str]) -> list[list[float]]:
    marks = [fingerprint(text) for text in texts]
    plain = [plain_words(text) for text in texts]
    return [
        [_score(one, mark, words) for mark, words in zip(marks, plain, strict=True)]
        for one in recorded
    ]


def _score(recorded: Recorded, mark: str, words: str) -> float:
    if recorded.mark:
        alike = likeness(recorded.mark, mark)
        return alike if alike >= 0.15 else _FOREIGN
    shared = len(recorded.words & words_alike(words)) / (len(recorded.words) or 1)
    if not recorded.texts:
        return _UNKNOWN + shared
    weights = {text: len(text.split()) + 1 for text in recorded.texts}
    held = sum(weight for text, weight in weights.items() if holds(words, text))
    share = held / sum(weights.values())
    return share + shared if share >= 0.5 else _FOREIGN + share


def words_alike(text: str) -> frozenset[str]:
    """The longer words of `text` without their endings: what a retelling keeps of its paragraph."""
    return frozenset(word[:6] for word in re.findall(r"[^\W\d_]{5,}", text.lower()))


def holds(paragraph: str, text: str) -> bool:
    """Whether `text` stands in a paragraph, given as `plain_words` has it."""
    return plain_words(text) in paragraph


def plain_words(text: str) -> str:
    """`text` as its words are compared, marks apart, with a space at both ends."""
    found = re.findall(r"[\w']+", " ".join(words_of(text)).lower())
    # An apostrophe at an edge may be a mark, which does not count.
    words = (word.strip("'") for word in found)
    return f" {' '.join(word for word in words if word)} "


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
