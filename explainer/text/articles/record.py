"""The record of a seed as text, with what is found and without a sentence of the article."""

import json
import re
from collections.abc import Iterable, Sequence

from explainer.model.form import Form
from explainer.text.articles import SetAside
from explainer.text.articles.fingerprint import fingerprint
from explainer.text.articles.found import FoundPassage
from explainer.text.articles.measures import FoundDay, FoundFigure
from explainer.text.articles.speaking import Spoken
from explainer.text.phrases import several

MARK = "# in the text: "
"""Begins the comment that holds a passage's fingerprint."""


class Head(Form, frozen=True):
    """What is known of the article as a whole; empty where it is not."""

    publisher: str
    url: str
    published: str
    file: str
    sha256: str
    language: str


def record_text(head: Head, found: Iterable[FoundPassage], aside: Iterable[SetAside]) -> str:
    """A new record: what is found, and comments that ask for what only a writer can say."""
    lines = [
        "kind: seed",
        _line("publisher", head.publisher, "who published the article"),
        _line("url", head.url, "the address it was read at"),
        _line("published", head.published, "the day, as 2025-06-10"),
        _line("file", head.file),
        _line("sha256", head.sha256),
        _line("language", head.language),
        *_aside_lines(aside),
        "passages:",
        *(line for passage in found for line in passage_lines(passage)),
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _aside_lines(aside: Iterable[SetAside]) -> list[str]:
    """Comments that tell what was left out, without its words."""
    lines = [
        f"#   line {one.line}: {one.reason} ({several(count, 'word')})"
        for one in aside
        if (count := len(one.text.split()))
    ]
    return ["# Set aside, not part of the article:", *lines] if lines else []


def passage_lines(passage: FoundPassage, indent: str = "") -> list[str]:
    """The lines of one passage; `says` and `status` are left to the writer, so that checks ask."""
    speakers = list(dict.fromkeys(q.speaker for q in passage.quotes if q.speaker)) or ["publisher"]
    told = [date for date in passage.dates if date.date]
    lines = [
        f"- id: {passage.id}",
        f"  {MARK}{fingerprint(passage.paragraph.text)}",
        "  # says: what this paragraph tells, in your own words",
        f"  # who: [{', '.join(speakers)}]",
        "  # status: fact, claim, plan, forecast or disputed",
        *_group("quotes", (_quote(quote) for quote in passage.quotes)),
        *_group("labels", (f"{{text: {scalar(label)}}}" for label in passage.labels)),
        *_group("figures", map(_figure, passage.figures)),
        *_group("dates", (f"{{text: {scalar(d.text)}, date: {d.date}}}" for d in told)),
        *_untold(passage.dates),
        f"  actors: [{', '.join(passage.actors)}]" if passage.actors else "",
        f"  # no record yet: {', '.join(passage.unknown)}" if passage.unknown else "",
    ]
    return [indent + line for line in lines if line]


def counts(found: Sequence[FoundPassage]) -> str:
    """How much was found, in words: `17 passages and 1 caption, 4 quotations …`."""
    captions = sum(1 for passage in found if passage.id.startswith("caption"))
    total = {
        "quotation": sum(len(p.quotes) for p in found),
        "label": sum(len(p.labels) for p in found),
        "figure": sum(len(p.figures) for p in found),
        "date": sum(len(p.dates) for p in found),
    }
    first = several(len(found) - captions, "passage")
    first += f" and {several(captions, 'caption')}" if captions else ""
    return ", ".join([first, *(several(count, word) for word, count in total.items())])


def _line(key: str, value: str, asked: str = "") -> str:
    if value:
        return f"{key}: {value if key == 'published' else scalar(value)}"
    return f"# {key}: {asked}" if asked else ""


def _group(key: str, items: Iterable[str]) -> list[str]:
    items = list(items)
    return [f"  {key}:", *(f"  - {item}" for item in items)] if items else []


def _quote(quote: Spoken) -> str:
    if not quote.speaker:
        return f"{{text: {scalar(quote.text)}}}   # who speaks? add `speaker: …`; {quote.reason}"
    known = "" if quote.is_known else "; there is no such record yet"
    return f"{{text: {scalar(quote.text)}, speaker: {quote.speaker}}}   # {quote.reason}{known}"


def _figure(figure: FoundFigure) -> str:
    values = [_number_text(value) for value in figure.values]
    parts = [f"text: {scalar(figure.text)}"]
    if values:
        whole = ", ".join(values)
        parts.append(f"value: {whole if len(values) == 1 else f'[{whole}]'}")
    if figure.unit:
        parts.append(f"unit: {scalar(figure.unit)}")
    if figure.about:
        parts.append(f"about: {scalar(figure.about)}")
    return f"{{{', '.join(parts)}}}"


def _untold(dates: Iterable[FoundDay]) -> list[str]:
    untold = [date.text for date in dates if not date.date]
    return [f"  # dates nobody can tell from here: {', '.join(untold)}"] if untold else []


def _number_text(value: float) -> str:
    """`value` as YAML has it: whole numbers without a point, none with an exponent."""
    return str(int(value)) if value == int(value) else f"{value:.12f}".rstrip("0")


def scalar(text: str) -> str:
    """`text` as a YAML scalar that stays text, in quotation marks where it needs them."""
    is_plain = re.fullmatch(r"[^\W_](?:[\w’‘“”%/£€$& .–-]*[\w’‘“”%.])?", text)
    is_other = re.fullmatch(r"-?[\d._]+|true|false|null|yes|no|on|off|y|n", text, re.IGNORECASE)
    if is_plain and not is_other and text.isprintable():
        return text
    return "".join(map(_escaped, json.dumps(text, ensure_ascii=False)))


def _escaped(sign: str) -> str:
    """`sign`, or what stands for it between quotation marks in YAML where it does not show."""
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"
