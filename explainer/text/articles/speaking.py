"""Who probably speaks a quotation of an article."""

import re
from collections.abc import Iterator

from explainer.model.form import Form
from explainer.text.articles.people import Mention, People, mentions, roles_in
from explainer.text.articles.speech_words import SOMEBODY, VERB, VERBS
from explainer.text.quotations import Quotation, find_quotations


class Spoken(Form, frozen=True):
    """A quotation of a paragraph."""

    text: str
    """The exact words, without a comma that belongs to the article."""
    speaker: str
    """An actor's id, or what it would be; empty when nobody can be told."""
    is_known: bool
    """Whether the site has a record of the speaker."""
    reason: str
    """What tells who speaks."""


class Before(Form, frozen=True):
    """Who is in a reader's mind when a paragraph begins."""

    speaker: Spoken | None = None
    """The last quotation, unless somebody was named after it."""
    person: Mention | None = None
    """The last person named."""


_SENTENCE_GAP = re.compile(r"(?<=\w\w[.!?…])[\"”»“]?\s+(?=[A-ZÀ-Þ\"“„«»])")
_ATTRIBUTE = re.compile(
    r"\s(?:(?:chief|vice|deputy|former|senior|head|press|team|club|company)\s)?"
    r"(?:coach|manager|captain|striker|director|executive|president|spokes\w+|boss|owner|chairman|"
    r"chairwoman|leader|minister|player|employee|official|lawyer|analyst|economist|founder)s?\b"
)
"""Behind a name that only says whose: `Harriers coach Rosa Lind`."""
_TRANSITIVE = frozenset("told tells telling accused thanked praised called".split())
_BEFORE_NAMES = ("according to", "so", "selon", "laut", "d’après", "d'après")
_NEW_CLAUSE = re.compile(
    r"\b(?:that|to|about|of|in|at|on|he|she|they|it|we|über|dass|er|sie|que|il|elle|à)\b"
)
_OF = re.compile(
    r"\b(?:of|for|at|in|from|with|by|during|after|der|des|von|vom|im|bei|de|du|"
    r"à)\s(?:the\s|Mr\s|Ms\s|Mrs\s)?$"
)


def who_speaks(
    found: tuple[Quotation, ...], index: int, text: str, people: People, before: Before
) -> Spoken:
    """The quotation `found[index]` of the paragraph `text`, and who probably speaks it."""
    words = exact_words(found[index].text)
    # What stands before the quotation, as far back as the one before it.
    since = text[found[index - 1].end if index else 0 : found[index].start]
    for window, from_end, reason in _windows(found, index, text):
        if _speaks_by_pronoun(window, people.language):
            return _by_context(words, since, people, before, "a pronoun")
        mention = _speaker_in(window, people, from_end=from_end)
        if mention:
            return Spoken(words, mention.id, mention.is_known, reason)
        if SOMEBODY.search(window):
            named = subject_of(_blank(text)[: found[index].start], people, only_persons=False)
            id, known = (named.id, named.is_known) if named else ("", False)
            return Spoken(words, id, known, "told by what they are, not by name")
    return _by_context(words, since, people, before, "nobody is named beside it")


def _by_context(words: str, since: str, people: People, before: Before, reason: str) -> Spoken:
    """The quotation `words` of the person named `since` the last one, else of who spoke or
    stood last."""
    named = subject_of(since, people)
    if named:
        return Spoken(words, named.id, named.is_known, f"{reason}; this is the last person named")
    if before.speaker and before.speaker.speaker:
        last = before.speaker
        return Spoken(words, last.speaker, last.is_known, f"{reason}; this is who spoke last")
    if before.person:
        last_named = before.person
        return Spoken(
            words, last_named.id, last_named.is_known, f"{reason}; this is who was named last"
        )
    return Spoken(words, "", False, reason)


def exact_words(text: str) -> str:
    """`text`, a quotation, without a comma or full stop at its end: that may be the article's."""
    bare = text.strip()
    if bare.endswith((".", ",")) and not bare.endswith("..."):
        bare = bare[:-1]
    return bare.strip()


def subject_of(text: str, people: People, *, only_persons: bool = True) -> Mention | None:
    """The first one named in the last sentence of `text` that names anybody: mostly its subject."""
    sentences = list(_SENTENCE_GAP.finditer(text))
    starts = [0, *(gap.end() for gap in sentences)]
    for start, end in reversed(list(zip(starts, [*starts[1:], len(text)], strict=True))):
        named = [*mentions(text[start:end], people), *roles_in(text[start:end], people)]
        named = [
            m
            for m in named
            if (m.is_person or not only_persons) and not _ATTRIBUTE.match(text[start:end], m.end)
        ]
        if named:
            return min(named, key=lambda m: m.start)
    return None


def _speaks_by_pronoun(window: str, language: str) -> bool:
    """Whether a pronoun is who speaks: `she said`, `sagte er`, `dit-elle`."""
    if language == "en":
        between = r"\s(?:\w+ly\s|also\s|then\s|has\s|had\s|later\s)?"
        return bool(re.search(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey){between}(?:{VERBS})(?!\w)", window))
    if language == "de":
        pattern = rf"\b(?:{VERBS})\s(?:er|sie)\b|\b(?:[Ee]r|[Ss]ie)\s(?:{VERBS})(?!\w)"
        return bool(re.search(pattern, window))
    turned = rf"(?:{VERBS}|-t|a)-(?:t-)?(?:il|elle)\b"
    pattern = turned + rf"|\b(?:[Ii]l|[Ee]lle)\s(?:a\s|avait\s)?(?:{VERBS})(?!\w)"
    return bool(re.search(pattern, window))


def _windows(
    found: tuple[Quotation, ...], index: int, text: str
) -> Iterator[tuple[str, bool, str]]:
    """Stretches beside the quotation where its speaker may stand, likeliest first.

    With each: whether what is nearest stands at its end, and how to tell of it.
    """
    quotation = found[index]
    if len(quotation.pieces) > 1:
        yield _without_pieces(text, quotation), False, "named inside it"
    next_start = found[index + 1].start if index + 1 < len(found) else len(text)
    after = re.split(r"(?<=[.!?…])\s+(?=[A-ZÀ-Þ\"“„«])", text[quotation.end : next_start])[0]
    before = text[found[index - 1].end if index else 0 : quotation.start]
    sentence = re.split(r"(?<=\w\w[.!?…])\s+(?=[A-ZÀ-Þ\"“„«])", before)
    closes = quotation.text.rstrip().endswith((".", "!", "?"))
    starts = not sentence[-1].strip()
    follows = re.match(r"\s*,?\s*", after)
    goes_on = not closes or (follows and after[follows.end() :][:1].islower())
    if starts or (goes_on and VERB.search(after)):
        yield after, False, "named behind it"
    yield sentence[-1], True, "named before it"
    if not closes:
        yield after, False, "named behind it"
    if starts and len(sentence) > 1 and sentence[-2].rstrip().endswith(":"):
        yield sentence[-2], True, "named before it"
    yield _blank(sentence_around(text, quotation)), True, "named in the same sentence"


def _blank(text: str) -> str:
    """`text`, its quotations replaced by spaces."""
    for quotation in find_quotations(text):
        gap = " " * (quotation.end - quotation.start)
        text = text[: quotation.start] + gap + text[quotation.end :]
    return text


def _without_pieces(text: str, quotation: Quotation) -> str:
    inside = text[quotation.start : quotation.end]
    for piece in quotation.pieces:
        inside = inside.replace(piece, " ")
    return inside


def _speaker_in(window: str, people: People, *, from_end: bool) -> Mention | None:
    """Who speaks in `window`: beside a verb of speech the nearest name, the one before it first."""
    verbs = list(VERB.finditer(window))
    is_led = from_end and window.rstrip().endswith(":")
    if not verbs and not is_led:
        return None
    named = [*mentions(window, people), *roles_in(window, people)]
    if not named:
        return None
    if not verbs:
        return max(named, key=lambda m: (m.is_person, m.end))
    verb = verbs[-1] if from_end else verbs[0]
    return min(named, key=lambda m: _distance(m, verb, window))


def _distance(mention: Mention, verb: re.Match[str], window: str) -> tuple[int, int]:
    """How far `mention` is from being the subject of `verb`; the smallest is the likeliest."""
    behind = mention.start >= verb.end()
    gap = window[verb.end() : mention.start] if behind else window[mention.end : verb.start()]
    cost = len(gap)
    if not behind and gap.startswith(", ") and gap.endswith(", "):
        cost = 10  # "Ann Shaw, who once advised Mr Trump, said": the clause between tells of her
    if behind and verb[0] in _TRANSITIVE:
        cost += 200  # whom one tells is not who speaks
    if behind and _NEW_CLAUSE.search(gap) and verb[0] not in _BEFORE_NAMES:
        cost += 200
    if not mention.is_person:
        cost += 25
    if not behind and _OF.search(window[: mention.start]):
        cost += 60  # "the head of Akin Gump said": the head speaks
    return (cost, mention.start)


def sentence_around(text: str, quotation: Quotation) -> str:
    """The sentence around `quotation`."""
    before = re.split(r"(?<=[.!?])[\"”»“]?\s+(?=[A-ZÀ-Þ\"“„«])", text[: quotation.start])[-1]
    after = re.split(r"(?<=[.!?])[\"”»“]?\s+(?=[A-ZÀ-Þ\"“„«])", text[quotation.end :])[0]
    return f"{before}“”{after}"
