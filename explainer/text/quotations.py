"""Finding quotations in running text, and comparing them with what was recorded.

What does not count: the kind of quotation marks, apostrophes and dashes, white space, Unicode
composition, and at a quotation's edges punctuation and a capital, which newsrooms set by different rules.
"""

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from explainer.model.form import Form
from explainer.text.words import with_small_first

SHORTEST_RUN = 4
"""Words of a recorded quotation that may be quoted without the rest of it."""

_MARKS = re.compile(r'["“”„‟«»〝〞〟＂˝‹›「」『』]|(?<!\d)″')
_OPENING = "“„«‟〝‹「『"
_SPOKEN = (
    r"(?:said|says|say|told|tells|added|adds|asked|asks|replied|wrote|writes|argued|insisted|warned|"
    r"explained|continued|noted|went on|recalled|complained|conceded|remarked|stressed|declared|concluded|"
    r"sagte|sagt|erklärte|erklärt|fügte|meinte|meint|betonte|betont|warnte|warnt|ergänzte|ergänzt|klagte|"
    r"klagt|berichtete|berichtet|so|"
    r"dit|ajoute|déclare|raconte|explique|affirme|assure|estime|précise|poursuit|regrette|déplore|"
    r"souligne|répond|insiste|résume|rappelle|(?:a|ont|est)\s\w+(?:ée?|is|it)|\w+-t-(?:il|elle|on))"
)
# A title follows no "whose": said Samuel Diop, whose barge, “La Belle Aurore”, lies there.
_BETWEEN = re.compile(
    rf",?\s(?!.*\b(?:whose|dont|deren|dessen)\b)(?:[^.!?;:“”\"„«»]{{0,60}}\b{_SPOKEN}\b[^.!?;:“”\"„«»]{{0,60}}),\s?"
)
_EDGE = ".,;:!?…-–— "
_NEGATIONS = frozenset(
    "not no never none neither nor nobody nothing nowhere without cannot hardly scarcely barely "
    "unless nicht kein keine keinen keiner keinem nie niemals ne pas jamais aucun aucune ni sans "
    "rien".split()
)
_EDIT = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")
_LONGEST_EDIT = 3
"""Words that may be put in at one place of a quotation: more are a sentence of our own."""
_MOST_PAIRS = 100_000
"""Words of one text times words of another that are compared one by one."""
_MOST_SHOWN = 300
"""Words of a longer text whose difference is told."""
_SINGLE = re.compile(r"(?<![\w’'])(?:‘(?=\w)|''|``)(.+?)(?:’|''|“|”)(?!\w)")


class Quotation(Form, frozen=True):
    """What stands between quotation marks in a text."""

    pieces: tuple[str, ...]
    """More than one where `she said` parts it."""
    start: int
    """Of the opening mark."""
    end: int
    """After the closing mark."""
    is_closed: bool = True
    spans: tuple[tuple[int, int], ...] = ()
    """Start and end of each piece with its marks: what stands between them is not quoted."""

    @property
    def text(self) -> str:
        return " ".join(self.pieces)


@lru_cache(maxsize=8192)
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The passages of `text` in double quotation marks, outermost ones only.

    A mark that is never closed opens a quotation that runs to the end: newspapers leave it open
    when the next paragraph goes on. Single marks are left alone; apostrophes look the same.
    """
    found: list[Quotation] = []
    for start, end, is_closed in _marked(text):
        inside = text[start + 1 : end - 1 if is_closed else end].strip()
        last = found[-1] if found else None
        if last and last.is_closed and _goes_on(text, last, start):
            pieces = (*last.pieces, inside) if inside else last.pieces
            spans = (*last.spans, (start, end))
            found[-1] = Quotation(pieces, last.start, end, is_closed, spans)
        elif inside:
            found.append(Quotation((inside,), start, end, is_closed, ((start, end),)))
    return tuple(found)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where `text` stands between double quotation marks; not what `she said` puts between."""
    return [span for quotation in find_quotations(text) for span in quotation.spans]


def find_single(text: str) -> tuple[Quotation, ...]:
    """Two or more words between single marks, or doubled ones, outside double quotation marks.

    One word so marked is a word spoken of. An apostrophe opens nothing: the mark must stand before
    a word and not behind one.
    """
    apart = [(q.start, q.end) for q in find_quotations(text)]
    return tuple(
        Quotation((match[1],), match.start(), match.end())
        for match in _SINGLE.finditer(text)
        if " " in match[1] and not any(s <= match.start() < e for s, e in apart)
    )


def _marked(text: str) -> list[tuple[int, int, bool]]:
    """Start and end of each marked stretch, and whether its closing mark is there."""
    spans: list[tuple[int, int, bool]] = []
    opened: int | None = None
    opener, depth = "", 0
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if opened is None:
            opened, opener, depth = at, mark, 1
        elif _opens_inside(text, at, mark, opener):
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                spans.append((opened, at + 1, True))
                opened = None
    if opened is not None:
        spans.append((opened, len(text), False))
    return spans


def _opens_inside(text: str, at: int, mark: str, opener: str) -> bool:
    """Whether `mark` begins a quotation within one. German closes with what English opens with."""
    if opener in "„»" and mark in "“”«":
        return False
    if mark == '"' or mark not in _OPENING:
        return False
    return at > 0 and (text[at - 1].isspace() or text[at - 1] in "([—–")


def _goes_on(text: str, last: Quotation, start: int) -> bool:
    """Whether only `, she said, ` stands between the quotation `last` and the mark at `start`."""
    between = text[last.end : start]
    if last.pieces[-1].endswith(","):
        between = f",{between}"
    return between.startswith(",") and bool(_BETWEEN.fullmatch(between))


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` as they are compared: punctuation stays with its word."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    text = re.sub("[‘’‚‛′ʼ`´]", "'", _MARKS.sub("", text))
    text = re.sub(r"\s*[—–―−]\s*|\s-\s|--", " - ", text)
    return tuple(word for word in text.split() if word.strip("'") or word == "'")


def is_held(quotation: Quotation, recorded: str, *, whole: bool = False) -> bool:
    """Whether `quotation` is all of `recorded`, or a run of four or more of its words.

    A run may not leave out a negation of the sentence it is taken from. `[…]` in the quotation
    and `[word]` stand for any words but negations. With `whole` a run is not enough.
    """
    said = words_of(recorded)
    segments = _segments(quotation)
    if not segments or any(_changes_sense(edit) for edit in _EDIT.findall(quotation.text)):
        return False
    spans = _placed(segments, said)
    if spans is None:
        return False
    if _is_whole(spans, said):
        return True
    if whole or sum(len(segment) for segment in segments) < SHORTEST_RUN:
        return False
    return not _drops_negation(spans, said)


def closest(quotation: Quotation, recorded: Sequence[str]) -> str | None:
    """That of `recorded` which is most like `quotation`; None when none shares half its words."""
    words = _bare(words_of(quotation.text))

    def likeness(text: str) -> float:
        others = _bare(words_of(text))
        if len(words) * len(others) > _MOST_PAIRS:
            return (Counter(words) & Counter(others)).total() / max(1, len(words))
        # Words on end that are all alike would take the time of their number's cube otherwise.
        matcher = difflib.SequenceMatcher(None, words, others, autojunk=True)
        return sum(block.size for block in matcher.get_matching_blocks()) / max(1, len(words))

    best = max(recorded, key=likeness, default=None)
    return best if best is not None and likeness(best) >= 0.5 else None


def word_difference(quotation: str, recorded: str) -> str:
    """How `quotation` differs from `recorded`, word by word: `going [well → badly], and we're`.

    What the quotation leaves out at its edges is not told: a part may be quoted.
    """
    said, quoted = words_of(recorded), words_of(quotation.strip(_EDGE))
    if len(said) * len(quoted) > _MOST_PAIRS:
        said, quoted = said[:_MOST_SHOWN], quoted[:_MOST_SHOWN]
    was_bare, is_bare = _bare(said), _bare(quoted)
    is_bare[:1] = [
        next((w for w in was_bare if with_small_first(w) == with_small_first(b)), b)
        for b in is_bare[:1]
    ]
    matcher = difflib.SequenceMatcher(None, was_bare, is_bare, autojunk=True)
    parts: list[str] = []
    steps = matcher.get_opcodes()
    for index, (kind, s1, s2, q1, q2) in enumerate(steps):
        was, now = " ".join(said[s1:s2]), " ".join(quoted[q1:q2])
        at_edge = index in (0, len(steps) - 1)
        if kind == "equal":
            parts.append(now)
        elif kind == "delete" and at_edge:
            parts.append("…")
        else:
            parts.append(f"[{was or 'nothing'} → {now or 'nothing'}]")
    return " ".join(parts)


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip(_EDGE + "'") or word for word in words]


def _segments(quotation: Quotation) -> list[tuple[str, ...]]:
    """The stretches of `quotation` between its edits and between its pieces, without edge marks."""
    texts = [part for piece in quotation.pieces for part in _EDIT.split(piece)]
    return [words for text in texts if (words := words_of(text.strip(_EDGE)))]


def _changes_sense(edit: str) -> bool:
    """Whether what is put in says more than which thing is meant."""
    words = words_of(edit.strip("[]"))
    return len(words) > _LONGEST_EDIT or any(map(_is_negation, words))


def _placed(segments: list[tuple[str, ...]], said: tuple[str, ...]) -> list[tuple[int, int]] | None:
    """Where the segments stand in `said`, one after the other; None when one does not."""
    spans: list[tuple[int, int]] = []
    start = 0
    for segment in segments:
        at = next(
            (i for i in range(start, len(said) - len(segment) + 1) if _equal_at(segment, said, i)),
            None,
        )
        if at is None:
            return None
        start = at + len(segment)
        spans.append((at, start))
    return spans


def _equal_at(segment: tuple[str, ...], said: tuple[str, ...], at: int) -> bool:
    """Whether `segment` stands in `said` from `at`; marks at its two edges do not count."""
    last = len(segment) - 1
    for offset, word in enumerate(segment):
        other = said[at + offset]
        if word == other:
            continue
        if offset == last:
            word, other = word.rstrip(_EDGE), other.rstrip(_EDGE + "'")
        if offset == 0:
            word, other = word.lstrip(_EDGE), other.lstrip(_EDGE + "'")
            # A quotation that begins a sentence of ours begins with a capital.
            word, other = with_small_first(word), with_small_first(other)
        if word != other:
            return False
    return True


def _is_whole(spans: list[tuple[int, int]], said: tuple[str, ...]) -> bool:
    inner = zip(spans, spans[1:], strict=False)
    return (
        spans[0][0] == 0
        and spans[-1][1] == len(said)
        and all(before[1] == after[0] for before, after in inner)
    )


def _drops_negation(spans: list[tuple[int, int]], said: tuple[str, ...]) -> bool:
    """Whether a word left out of the sentences quoted is a negation."""
    quoted = {i for start, end in spans for i in range(start, end)}
    first, last = spans[0][0], spans[-1][1]
    while first > 0 and said[first - 1][-1] not in ".!?":
        first -= 1
    while last < len(said) and said[last - 1][-1] not in ".!?":
        last += 1
    return any(i not in quoted and _is_negation(said[i]) for i in range(first, last))


def _is_negation(word: str) -> bool:
    bare = word.strip(_EDGE + "'").lower()
    return bare in _NEGATIONS or bare.endswith("n't") or bare.startswith("n'")
