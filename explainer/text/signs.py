"""Whether the words around a number tell of a rise or a fall."""

import re

from explainer.text.number_words import NumberWords

CLAUSE = re.compile(r"[,;:.!?()]\s")
"""What parts one clause from the next."""
WORD = re.compile(r"[\w’'-]+")
_BEFORE_NUMBERS = frozenset("by um of von de a an its their another".split())
_NO_CHANGES = frozenset(
    "risk risks risky upon upper address addresses lesson lessons moreover furthermore "
    "diploma diplomas diplomat diplomats".split()
)
"""What begins like a word of change and tells of none."""
_BOUNDS = ("more than", "less than", "fewer than")  # what limits the number behind it


def sign_of(before: str, after: str, words: NumberWords) -> int:
    """-1 where a verb or noun beside the number tells of a fall, 1 of a rise."""
    clauses = CLAUSE.split(before)
    clause = clauses[-1]
    if len(clauses) > 1 and clause.strip().lower() in ("by", "um"):
        clause = f"{clauses[-2]} {clause}"  # "rose sharply, by 34.5 per cent"
    near = [w.lower() for w in WORD.findall(clause)]
    is_by = bool(near) and near[-1] in ("by", "um")
    while near and near[-1] in _BEFORE_NUMBERS:
        if near[-1] == "of" and len(near) > 1 and not _change(near[-2], words):
            break
        near.pop()
    for word in reversed(near[-8:] if is_by else near[-1:]):
        if _change(word, words):
            return _change(word, words)
    following = re.match(r"\s+(?:year-on-year\s+)?([\w’'-]+)(\s\w+)?", after)
    is_bound = following and following[0].strip().lower() in _BOUNDS
    return _change(following[1].lower(), words) if following and not is_bound else 0


def _change(word: str, words: NumberWords) -> int:
    if word in words.levels or word in _NO_CHANGES:
        return 0
    return -1 if word.startswith(words.fall) else int(word.startswith(words.rise))
