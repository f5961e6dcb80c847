"""Quotations and labels of an article, and who probably speaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.text.articles.people import Mention, People, mentions, roles_in
from explainer.text.quotations import Quotation, find_quotations


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation of a paragraph."""

    text: str
    """The exact words, without a comma that belongs to the article."""
    speaker: str
    """An actor's id, or what it would be; empty when nobody can be told."""
    is_known: bool
    """Whether the site has a record of the speaker."""
    reason: str
    """What tells who speaks."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What stands in quotation marks in a paragraph."""

    quotes: tuple[Spoken, ...]
    labels: tuple[str, ...]
    after: "Before"
    """What the next paragraph begins with."""


@dataclass(frozen=True, slots=True)
class Before:
    """Who is in a reader's mind when a paragraph begins."""

    speaker: Spoken | None = None
    """The last quotation, unless somebody was named after it."""
    person: Mention | None = None
    """The last person named."""


_VERBS = (
    r"said|says|say|saying|told|tells|telling|adds|added|adding|asked|asks|replied|"
    r"replies|wrote|writes|argued|argues|"
    r"insisted|insists|warned|warns|warning|explained|explains|continued|continues|noted|"
    r"notes|stated|states|announced|"
    r"claimed|claims|recalled|recalls|remarked|observed|admitted|admits|conceded|stressed|"
    r"stresses|joked|jokes|tweeted|"
    r"posted|declared|declares|described|describes|describing|called|calls|calling|"
    r"complained|suggested|suggests|"
    r"predicted|predicts|testified|ruled|commented|responded|confirmed|promised|concluded|"
    r"concludes|urged|acknowledged|"
    r"quipped|shouted|laughs|laughed|put it|according to|thinks|believes|accused|thanked|"
    r"praised|criticised|dismissed|"
    r"sagte|sagt|sagten|erklärte|erklärt|betonte|betont|meinte|meint|ergänzte|schrieb|"
    r"schreibt|kritisierte|forderte|fordert|"
    r"warnte|warnt|berichtete|berichtet|erzählte|erzählt|räumte|bekräftigte|urteilte|"
    r"befand|nannte|nennt|findet|fand|rief|"
    r"fügte|teilte|lobte|laut|zufolge|so|begründete|versicherte|hieß|sprach|spricht|"
    r"freute|freut|mahnte|"
    r"dit|déclaré|déclare|affirmé|affirme|expliqué|explique|ajouté|ajoute|souligné|"
    r"souligne|estimé|estime|raconté|raconte|"
    r"confié|confie|selon|d[’']après|regretté|regrette|assuré|assure|précisé|précise|"
    r"rappelé|rappelle|prévenu|prévient|"
    r"répondu|répond|lancé|lance|résumé|résume|poursuivi|poursuit|insisté|insiste|indiqué|"
    r"indique|commenté|commente|"
    r"sourit|reconnu|reconnaît|promis|promet|jugé|juge|écrit|salué|salue|dénoncé|dénonce|"
    r"qualifié|parlé|parle|évoqué|évoque"
)
_SENTENCE_GAP = re.compile(r"(?<=\w\w[.!?…])[\"”»“]?\s+(?=[A-ZÀ-Þ\"“„«»])")
_SOMEBODY = re.compile(
    r"(?<![\w-])(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|das|der|die|"
    r"[Ee]in(?:e)?|la|le|[Uu]ne?)\s"
    rf"(?:[\w’'-]+\s){{1,3}}(?:{_VERBS})(?!\w)|\b(?:{_VERBS})\s(?:the|a|an|its|das|der|die|ein|eine|le|la)\s"
)
"""Somebody who speaks and is told by what they are: `the company said`, `teilte das Amt mit`."""
_VERB = re.compile(rf"(?<![\w-])(?:{_VERBS})(?:-t)?(?:-(?:il|elle|on))?(?!\w)")
_CALLING = re.compile(
    r"(?:so-called|known as|dubbed|called|nicknamed|named|titled|entitled|headlined|"
    r"branded|labelled|labeled|the word|"
    r"the term|the phrase|the slogan|reads?|reading|read|sogenannten?|so genannten?|"
    r"genannt|namens|Titel|Motto|Projekte?|"
    r"Slogan|Begriff|das Wort|intitulée?|dite?s?|surnommée?|baptisée?|appelée?|nommée?|"
    r"mot|slogan|projet|the|its|his|her|"
    r"their|a|an|this|unveiled his sweeping|le|la|les|l[’']|un|une|der|die|das|den|dem)\s*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an the of and for in on to at by with or de du des la le les et à au aux en pour "
    "der die das und für von im am zu".split()
)


def speech_of(text: str, people: People, before: "Before") -> Speech:
    """The quotations and labels of the paragraph `text`, and what it leaves for the next one.

    `before` tells who spoke and who was named before it, in case it says only `he added`.
    """
    quotes: list[Spoken] = []
    labels: list[str] = []
    found = find_quotations(text)
    for index, quotation in enumerate(found):
        words = exact_words(quotation.text)
        if not re.search(r"\w", words):
            continue
        if _is_label(quotation, text, bool(quotes)):
            labels.append(words)
            continue
        spoken = _spoken(found, index, text, people, before)
        before = Before(spoken, before.person)
        quotes.append(spoken)
    named = _subject_of(text, people)
    # Whoever was named after the last one spoke is meant by "he" from then on.
    left = (
        Before(quotes[-1], named)
        if quotes
        else Before(None if named else before.speaker, named or before.person)
    )
    return Speech(tuple(quotes), tuple(labels), left)


def exact_words(text: str) -> str:
    """`text`, a quotation, without a comma or full stop at its end: that may be the article's."""
    bare = text.strip()
    if bare.endswith((".", ",")) and not bare.endswith("..."):
        bare = bare[:-1]
    return bare.strip()


def _is_label(quotation: Quotation, text: str, has_quotes: bool) -> bool:
    """Whether the words name something, and nobody speaks them."""
    words = quotation.text.split()
    if len(quotation.pieces) > 1 or len(words) > 7 or not quotation.is_closed:
        return False
    if re.search(r"[,.!?]$", quotation.text):
        return False
    before = text[: quotation.start]
    called = _CALLING.search(before)
    is_title = all(w[:1].isupper() or w[:1].isdigit() or w.lower() in _SMALL for w in words)
    sentence = _sentence(text, quotation)
    speaks = _VERB.search(_without_quotations(sentence))
    is_said = before.rstrip().endswith((":", ",")) and _VERB.search(before[-40:])
    if is_title and (called or len(words) <= 4) and not is_said:
        return len(words) > 1 or not speaks or bool(called)
    if called and called[0].strip().lower() not in _ARTICLES:
        return not re.search(r"(?:who|and) called\s*$", before) and not _says_before(before)
    return len(words) <= 4 and not speaks and not has_quotes


_ARTICLES = frozenset(
    "the its his her their a an this le la les l’ l' un une der die das den dem".split()
)


def _says_before(before: str) -> bool:
    """Whether somebody judges: `she called it “a shambles”`, not `a ship called “Ada”`."""
    return bool(
        re.search(r"(?:called|nannte|nennt)\s(?:it|them|him|her|this|the \w+|that)\s*$", before)
    )


def _sentence(text: str, quotation: Quotation) -> str:
    """The sentence around `quotation`."""
    before = re.split(r"(?<=[.!?])[\"”»“]?\s+(?=[A-ZÀ-Þ\"“„«])", text[: quotation.start])[-1]
    after = re.split(r"(?<=[.!?])[\"”»“]?\s+(?=[A-ZÀ-Þ\"“„«])", text[quotation.end :])[0]
    return f"{before}“”{after}"


def _without_quotations(text: str) -> str:
    for quotation in reversed(find_quotations(text)):
        text = text[: quotation.start] + " " + text[quotation.end :]
    return text


def _spoken(
    found: tuple[Quotation, ...], index: int, text: str, people: People, before: "Before"
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
        if _SOMEBODY.search(window):
            named = _subject_of(_blank(text)[: found[index].start], people, only_persons=False)
            id, known = (named.id, named.is_known) if named else ("", False)
            return Spoken(words, id, known, "told by what they are, not by name")
    return _by_context(words, since, people, before, "nobody is named beside it")


def _by_context(words: str, since: str, people: People, before: "Before", reason: str) -> Spoken:
    """The quotation `words` of the person named `since` the last one, else of who spoke "
    "or stood last."""
    named = _subject_of(since, people)
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


_ATTRIBUTE = re.compile(
    r"\s(?:(?:chief|vice|deputy|former|senior|head|press|team|club|company)\s)?"
    r"(?:coach|manager|captain|striker|director|executive|president|spokes\w+|boss|owner|chairman|"
    r"chairwoman|leader|minister|player|employee|official|lawyer|analyst|economist|founder)s?\b"
)
"""Behind a name that only says whose: `Harriers coach Rosa Lind`."""


def _subject_of(text: str, people: People, *, only_persons: bool = True) -> Mention | None:
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
        return bool(re.search(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey){between}(?:{_VERBS})(?!\w)", window))
    if language == "de":
        pattern = rf"\b(?:{_VERBS})\s(?:er|sie)\b|\b(?:[Ee]r|[Ss]ie)\s(?:{_VERBS})(?!\w)"
        return bool(re.search(pattern, window))
    turned = rf"(?:{_VERBS}|-t|a)-(?:t-)?(?:il|elle)\b"
    pattern = turned + rf"|\b(?:[Ii]l|[Ee]lle)\s(?:a\s|avait\s)?(?:{_VERBS})(?!\w)"
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
    if starts or (goes_on and _VERB.search(after)):
        yield after, False, "named behind it"
    yield sentence[-1], True, "named before it"
    if not closes:
        yield after, False, "named behind it"
    if starts and len(sentence) > 1 and sentence[-2].rstrip().endswith(":"):
        yield sentence[-2], True, "named before it"
    yield _blank(_sentence(text, quotation)), True, "named in the same sentence"


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
    verbs = list(_VERB.finditer(window))
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


_TRANSITIVE = frozenset("told tells telling accused thanked praised called".split())
_BEFORE_NAMES = ("according to", "so", "selon", "laut", "d’après", "d'après")
_NEW_CLAUSE = re.compile(
    r"\b(?:that|to|about|of|in|at|on|he|she|they|it|we|über|dass|er|sie|que|il|elle|à)\b"
)
_OF = re.compile(
    r"\b(?:of|for|at|in|from|with|by|during|after|der|des|von|vom|im|bei|de|du|"
    r"à)\s(?:the\s|Mr\s|Ms\s|Mrs\s)?$"
)


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
