"""Which blocks of a page are not the article, and why."""

import re

from explainer.text.articles import aside_words as words
from explainer.text.articles.blocks import RawBlock
from explainer.text.dates import find_dates

_REASON_OF_ROLE = {
    "headline": "headline",
    "heading": "heading",
    "byline": "byline",
    "date": "date line",
    "navigation": "navigation",
    "advert": "advertisement",
    "related": "“read more” line",
    "appeal": "appeal for money or subscriptions",
    "footer": "footer",
    "pull quote": "words repeated from the text",
    "embedded": "embedded post",
}
_SENTENCE = re.compile(r"[.!?…][\"'”’»“)\]]*$|[\"”»“]$")


def reason_aside(block: RawBlock, language: str, *, is_first: bool) -> str:
    """Why `block` is not part of the article; empty for a paragraph and for a caption.

    `is_first`: nothing before it was a paragraph of the article.
    """
    text = block.text
    if block.role in _REASON_OF_ROLE and not (block.role == "date" and len(text.split()) > 14):
        return _REASON_OF_ROLE[block.role]
    if words.BARE_CREDIT.fullmatch(text) and re.search(r"[:©/]", text):
        return "picture credit"
    if is_caption(block):
        return ""
    for reason, is_so in (
        ("date line", _is_date_line(text, language)),
        ("advertisement", words.ADVERT.fullmatch(text)),
        ("date line", is_first and _is_masthead(block, language)),
        ("greeting", words.GREETING.fullmatch(text)),
        ("contact line", words.CONTACT.search(text)),
        ("“read more” line", _is_related(block)),
        ("navigation", _is_navigation(block)),
        ("byline", _is_byline(_without_dates(text, language))),
        ("credits", words.CREDITS.fullmatch(text)),
        ("footer", _is_footer(text)),
        ("appeal for money or subscriptions", is_appeal(text)),
    ):
        if is_so:
            return reason
    if _is_heading(block):
        return "headline" if is_first else "heading"
    return ""


def is_caption(block: RawBlock) -> bool:
    """Whether `block` stands under a picture."""
    if block.role == "caption":
        return True
    if block.role or len(block.text.split()) > 60 or words.SAYS.search(block.text):
        return False
    return bool(words.CAPTION_CREDIT.search(block.text) or words.CAPTION_START.match(block.text))


def is_appeal(text: str) -> bool:
    """Whether `text` asks the reader for money, an address or a subscription.

    It has to speak to the reader, and to name the means or speak of journalism: an article about a
    charity has the second only, and one about a newspaper the third.
    """
    asks = words.APPEAL_ASKS.search(text)
    means = words.APPEAL_MEANS.search(text)
    press = words.APPEAL_PRESS.search(text)
    is_quoting = re.search(r"[\"“„«][^\"”“»]{30,}[\"”“»]", text)
    if is_quoting or not asks:
        return False
    return bool(means or press)


def _is_date_line(text: str, language: str) -> bool:
    """Whether dates, hours and words for publishing are all there is."""
    if len(text.split()) > 14:
        return False
    rest = words.DATE_LABEL.sub(" ", _without_dates(text, language))
    has_date = len(rest) < len(text) and bool(
        find_dates(text, language) or re.search(_NUMERIC, text)
    )
    return has_date and not re.search(r"[^\W\d_]{2,}", rest)


def _is_masthead(block: RawBlock, language: str) -> bool:
    """Whether `block` is the line that heads an issue: its name, its number and its day."""
    days = [date for date in find_dates(block.text, language) if date.kind == "day"]
    return _is_navigation(block) and any(not date.first.startswith("--") for date in days)


_NUMERIC = r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"


def _without_dates(text: str, language: str) -> str:
    """`text` without days and hours; as it is where it has none."""
    dates = find_dates(text, language)
    if not dates and not re.search(_NUMERIC, text):
        return text
    rest = re.sub(_NUMERIC, " ", text)
    for date in dates:
        rest = rest.replace(date.text, " ")
    return " ".join(words.CLOCK.sub(" ", rest).split()).strip(" ,;|·–-")


def _is_related(block: RawBlock) -> bool:
    if words.RELATED.fullmatch(block.text):
        # "Watch the skies" is a line like others unless something parts the two.
        return bool(re.search(r"[:|>»→–-]", block.text)) or len(block.text.split()) <= 5
    return block.is_link and len(block.text.split()) > 3


def _is_navigation(block: RawBlock) -> bool:
    text = block.text
    if words.NAVIGATION.fullmatch(text) or (block.is_link and len(text.split()) <= 3):
        return True
    parts = [part for part in re.split(r"\s[|›»·•>/]\s|\s{2,}", text) if part.strip()]
    return len(parts) >= 3 and all(len(part.split()) <= 4 for part in parts)


def _is_byline(text: str) -> bool:
    if len(text.split()) > 14 or (_ends_sentence(text) and not text.isupper()):
        return False
    lowered = text[:1].lower() + text[1:]
    if words.BYLINE_CASES.match(text) and (words.BYLINE.fullmatch(lowered) or text.isupper()):
        return True
    is_address = re.fullmatch(r"\S*@\S+\.\w+|@\w+", text)
    return bool(is_address or words.JOB.fullmatch(text))


def _is_footer(text: str) -> bool:
    found = words.FOOTER.search(text)
    return found is not None and (found.start() <= 1 or len(text.split()) <= 12)


def _is_heading(block: RawBlock) -> bool:
    """Whether `block` is short and no sentence: plain text does not mark its headings."""
    text = block.text
    if block.role or len(text.split()) > 16 or _ends_sentence(text):
        return False
    return not re.search(r"[\"“„«»”].{3,}[\"“”«»]\s", text) or len(text.split()) <= 12


def _ends_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text))
