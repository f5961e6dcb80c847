"""Quotations and labels of an article, and what each paragraph leaves for the next."""

import re

from explainer.model.form import Form
from explainer.text.articles.people import People
from explainer.text.articles.speaking import (
    Before,
    Spoken,
    exact_words,
    sentence_around,
    subject_of,
    who_speaks,
)
from explainer.text.articles.speech_words import VERB
from explainer.text.quotations import Quotation, find_quotations


class Speech(Form, frozen=True):
    """What stands in quotation marks in a paragraph."""

    quotes: tuple[Spoken, ...]
    labels: tuple[str, ...]
    after: Before
    """What the next paragraph begins with."""


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
_ARTICLES = frozenset(
    "the its his her their a an this le la les l’ l' un une der die das den dem".split()
)


def speech_of(text: str, people: People, before: Before) -> Speech:
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
        spoken = who_speaks(found, index, text, people, before)
        before = Before(spoken, before.person)
        quotes.append(spoken)
    named = subject_of(text, people)
    # Whoever was named after the last one spoke is meant by "he" from then on.
    left = (
        Before(quotes[-1], named)
        if quotes
        else Before(None if named else before.speaker, named or before.person)
    )
    return Speech(tuple(quotes), tuple(labels), left)


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
    sentence = sentence_around(text, quotation)
    speaks = VERB.search(_without_quotations(sentence))
    is_said = before.rstrip().endswith((":", ",")) and VERB.search(before[-40:])
    if is_title and (called or len(words) <= 4) and not is_said:
        return len(words) > 1 or not speaks or bool(called)
    if called and called[0].strip().lower() not in _ARTICLES:
        return not re.search(r"(?:who|and) called\s*$", before) and not _says_before(before)
    return len(words) <= 4 and not speaks and not has_quotes


def _says_before(before: str) -> bool:
    """Whether somebody judges: `she called it “a shambles”`, not `a ship called “Ada”`."""
    return bool(
        re.search(r"(?:called|nannte|nennt)\s(?:it|them|him|her|this|the \w+|that)\s*$", before)
    )


def _without_quotations(text: str) -> str:
    for quotation in reversed(find_quotations(text)):
        text = text[: quotation.start] + " " + text[quotation.end :]
    return text
