"""An article's text as passages: what stays, what is set aside and why."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from explainer.model.form import Form, replace
from explainer.text.articles.aside import is_appeal, is_caption, reason_aside
from explainer.text.articles.aside_words import DATELINE
from explainer.text.articles.blocks import Page, RawBlock, as_double_marks, blocks_of_text, tidy
from explainer.text.articles.html import blocks_of_html
from explainer.text.articles.markdown import blocks_of_markdown
from explainer.text.dates import find_dates
from explainer.text.paragraphs import unix_lines

__all__ = ["Article", "Paragraph", "SetAside", "blocks_of", "read_article"]


class Paragraph(Form, frozen=True):
    """One passage of an article."""

    id: str
    """`p1` …, or `caption`, `caption-2` … for what stands under pictures."""
    text: str
    """On one line."""
    line: int
    """Where it begins in the file, from 1."""


class SetAside(Form, frozen=True):
    """What stands in the file and is not the article."""

    text: str
    line: int
    reason: str


class Article(Form, frozen=True):
    """A news article, read from a file."""

    paragraphs: tuple[Paragraph, ...]
    """As they stand; captions among them."""
    set_aside: tuple[SetAside, ...]
    headline: str
    """Empty where the file has none that shows."""
    publisher: str
    """As the page names itself; empty where it does not."""
    published: str
    """ISO; empty where no line says so."""
    url: str
    language: str
    """`en`, `de`, `fr`; guessed where the page does not say."""


def read_article(text: str, ending: str = ".txt", *, language: str = "") -> Article:
    """The article in `text`, the content of a file with this `ending` (`.txt`, `.html`, `.md`).

    Paragraphs are numbered in their order, captions apart.
    """
    text = unix_lines(text)
    page = _page(text, ending)
    # What is asked for comes first, then what the page says; a guess is the last resort.
    said = page.language if re.fullmatch("[a-z]{2,3}", page.language) else ""
    language = (language or said or _guess_language(text)).split("-")[0].lower()
    kept, aside = _divided(page.blocks, language)
    headline = next((a.text for a in aside if a.reason == "headline"), "")
    return Article(
        paragraphs=_numbered(kept),
        set_aside=tuple(aside),
        headline=headline,
        publisher=tidy(page.publisher),
        published=_day(page.published) or _date_of(aside, language),
        url=page.url if re.fullmatch(r"https?://[\x21-\x7e]+", page.url) else "",
        language=language,
    )


def blocks_of(text: str) -> tuple[str, ...]:
    """Every block of `text`, whatever it is: what a passage of its record may retell.

    Whether it is HTML, Markdown or plain text is told by how it begins and is marked. Single
    quotation marks are double ones where the article has no others.
    """
    text = unix_lines(text)
    ending = ".txt"
    if re.match(
        r"\s*<(?:!doctype|!--|html|head|body|article|main|div|p|h1)\b", text, re.IGNORECASE
    ):
        ending = ".html"
    elif re.search(r"(?m)^#{1,3} \S|\]\(\S+\)", text):
        ending = ".md"
    page = _page(text, ending)
    return tuple(as_double_marks(block.text for block in page.blocks if block.text))


def _page(text: str, ending: str) -> Page:
    if ending in (".html", ".htm", ".xhtml"):
        return blocks_of_html(text)
    return blocks_of_markdown(text) if ending in (".md", ".markdown") else blocks_of_text(text)


_COMMON: Mapping[str, frozenset[str]] = {
    "en": frozenset("the and of to was were with that for said by from has on which".split()),
    "de": frozenset("der die das und ist nicht mit auf ein eine den von im sich werden".split()),
    "fr": frozenset("le la les et des est une dans que pour du qui sur pas au ont".split()),
}


def _guess_language(text: str) -> str:
    """The language of `text` by its commonest words: `en`, `de` or `fr`."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {lang: sum(word in common for word in words) for lang, common in _COMMON.items()}
    return max(counts, key=lambda lang: (counts[lang], lang == "en"))


def _divided(
    blocks: Iterable[RawBlock], language: str
) -> tuple[list[tuple[RawBlock, bool]], list[SetAside]]:
    """The blocks of the article, captions marked, and the others with their reasons."""
    kept: list[tuple[RawBlock, bool]] = []
    aside: list[SetAside] = []
    for block in _without_repeats(blocks, aside):
        is_first = not any(not caption for _, caption in kept)
        block, cut = _without_dateline(block, is_first)
        aside += cut
        reason = is_first and _led_by_date(block)
        reason = reason or reason_aside(block, language, is_first=is_first)
        if reason == "headline" and any(a.reason == "headline" for a in aside):
            reason = "heading"
        if reason:
            aside.append(SetAside(block.text, block.line, reason))
        else:
            kept.append((block, is_caption(block)))
    aside.sort(key=lambda a: a.line)
    return kept, aside


def _without_repeats(blocks: Iterable[RawBlock], aside: list[SetAside]) -> list[RawBlock]:
    """`blocks` without those whose words stand in another one: pull quotes, doubled captions."""
    blocks = [block for block in blocks if block.text]
    kept: list[RawBlock] = []
    wholes = [_letters(block.text) for block in blocks]
    for index, block in enumerate(blocks):
        letters = wholes[index]
        others = (w for i, w in enumerate(wholes) if i != index and (w != letters or i < index))
        if len(block.text.split()) >= 5 and not block.role and any(letters in w for w in others):
            aside.append(SetAside(block.text, block.line, "words repeated from the text"))
        else:
            kept.append(block)
    return kept


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _without_dateline(block: RawBlock, is_first: bool) -> tuple[RawBlock, list[SetAside]]:
    """`block` without `LONDON (Wire) —`, which opens the first paragraph of agency copy."""
    match = DATELINE.match(block.text) if is_first and not block.role else None
    if not match or not (match["place"].isupper() or match["agency"] or match["date"]):
        return block, []
    rest = replace(block, text=block.text[match.end() :])
    return rest, [SetAside(match[0].strip(), block.line, "dateline")]


def _led_by_date(block: RawBlock) -> str:
    """The reason to set aside a first block of date stamp and appeal run together; or empty."""
    stamp = re.match(r"date:? \d{4}-\d\d-\d\d ", block.text)
    return "date line and appeal" if stamp and is_appeal(block.text[stamp.end() :]) else ""


def _date_of(aside: Iterable[SetAside], language: str) -> str:
    """The first full date among the lines set aside; empty where there is none."""
    for one in aside:
        if one.reason in ("date line", "dateline", "byline", "date line and appeal"):
            for found in find_dates(one.text[:80], language):
                if found.kind == "day" and _day(found.first):
                    return found.first
            numeric = re.search(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b", one.text)
            if numeric:
                return _day(f"{numeric[3]}-{int(numeric[2]):02d}-{int(numeric[1]):02d}")
    return ""


def _day(iso: str) -> str:
    """`iso` if it is a day there is; else empty."""
    try:
        return iso if date.fromisoformat(iso).isoformat() == iso else ""
    except ValueError:
        return ""


def _numbered(kept: list[tuple[RawBlock, bool]]) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    texts = captions = 0
    for block, is_picture in kept:
        texts, captions = texts + (not is_picture), captions + is_picture
        caption = "caption" if captions == 1 else f"caption-{captions}"
        id = caption if is_picture else f"p{texts}"
        paragraphs.append(Paragraph(id, block.text, block.line))
    return tuple(paragraphs)
