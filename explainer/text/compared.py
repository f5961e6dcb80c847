"""What a record says of an article that can be compared with it word for word."""

import json
from collections.abc import Iterator

from explainer.model.form import Form
from explainer.model.passages import Figure, Passage


class Item(Form, frozen=True):
    """One thing compared."""

    line: str
    """As a lock has it."""
    needles: tuple[str, ...]
    """Found one after the other, from the passage's start, they lead to it in the record."""
    what: str
    """As a message names it."""
    text: str
    """As printed in the article; empty for an actor."""


class Difference(Form, frozen=True, kw_only=True):
    """What does not agree, and where to look for it."""

    message: str
    hint: str
    line: int = 0
    """In the lock, from 1, where that was changed by hand; 0 where the record is to be mended."""
    passage: str = ""
    """Empty for the whole record."""
    needles: tuple[str, ...] = ()
    """Found one after the other, from the passage's start, they lead to the place in the record."""


def items_of(passage: Passage) -> Iterator[Item]:
    """Quotations, labels, figures, dates and actors of `passage`, each with its line in a lock."""
    for quote in passage.quotes:
        line = f"  - quote: {_json(text=quote.text, speaker=quote.speaker)}"
        yield Item(
            line, ("quotes:", start_of(quote.text)), f"the quotation “{quote.text}”", quote.text
        )
    for label in passage.labels:
        line = f"  - label: {_json(text=label)}"
        yield Item(line, ("labels:", start_of(label)), f"the label “{label}”", label)
    for figure in passage.figures:
        line = f"  - figure: {_json(text=figure.text, value=_value(figure), unit=figure.unit)}"
        yield Item(
            line, ("figures:", start_of(figure.text)), f"the figure `{figure.text}`", figure.text
        )
    for date in passage.dates:
        line = f"  - date: {_json(text=date.text, date=date.date)}"
        needles = ("dates:", start_of(date.text), date.date)
        yield Item(line, needles, f"the date `{date.text}`", date.text)
    for actor in passage.actors:
        yield Item(f"  - actor: {_json(id=actor)}", ("actors:", actor), f"the actor `{actor}`", "")


def start_of(text: str) -> str:
    """The first words of `text`: enough to find it, and all on one line."""
    return " ".join(text.split()[:3])


def _value(figure: Figure) -> float | list[float | None] | None:
    return figure.low if figure.low == figure.high else [figure.low, figure.high]


def _json(**values: object) -> str:
    """`values` as a mapping in JSON, which is YAML too."""
    return json.dumps(values, ensure_ascii=False, separators=(", ", ": "))
