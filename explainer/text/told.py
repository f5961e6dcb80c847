"""What writers are told of numbers and dates: what is wrong with them, and what passages have."""

from collections.abc import Mapping, Sequence

from explainer.model.passages import Passage
from explainer.text.dates import FoundDate

Told = tuple[int, str, str, str]
"""Where in a text, which words of it, what is so, and what would mend it."""


def about_sign(words: str, meant: str) -> tuple[str, str]:
    """What is so and what would mend it, for a number with the decimal sign of another language."""
    return f"`{words}` has the decimal sign of another language", f"write `{meant}`"


def about_framing(kind: str, words: str) -> tuple[str, str]:
    """What is so and what would mend it, for a number or a date in framing of our own."""
    return (
        f"framing of our own holds the {kind} `{words}`",
        "cite the passage it stands in, or leave it out",
    )


def about_date(date: FoundDate, passages: Sequence[Passage]) -> tuple[str, str]:
    """What is so and what would mend it, for a date that `passages` lack."""
    if not passages:
        return about_framing("date", date.text)
    # Of years a record may lack one that its source has.
    how = ", or record it there" if date.kind == "year" else ""
    return (
        f"`{date.text}` is no date of {listed(passages)}",
        f"{known_dates(passages)}; mend the date, or cite the passage that has it{how}",
    )


def known_figures(passages: Sequence[Passage]) -> str:
    """What figures `passages` have, and where, for a writer."""
    parts = [
        f"{where(p)} has {', '.join(f.text for f in p.figures) or 'no figures'}" for p in passages
    ]
    return some_of(parts, 4, "; ")


def known_dates(passages: Sequence[Passage]) -> str:
    """What dates `passages` have, and where, for a writer."""
    parts = [f"{where(p)} has {', '.join(_dates_of(p)) or 'no dates'}" for p in passages]
    return some_of(parts, 4, "; ")


def _dates_of(passage: Passage) -> Mapping[str, None]:
    """The dates a passage tells, and the times its figures measure."""
    periods = (figure.period for figure in passage.figures if figure.period)
    return dict.fromkeys((*(date.date for date in passage.dates), *periods))


def some_of(parts: Sequence[str], most: int, between: str = ", ") -> str:
    """The first of `parts`, and how many more there are."""
    more = f" and {len(parts) - most} more" if len(parts) > most else ""
    return between.join(parts[:most]) + more


def where(passage: Passage) -> str:
    """The id of `passage`, and where its record stands, for a writer."""
    return f"`{passage.id}` ({passage.origin.path}:{passage.origin.line})"


def listed(passages: Sequence[Passage]) -> str:
    """The ids of `passages`, for a writer; the first of them where there are many."""
    return some_of([f"`{passage.id}`" for passage in passages], 6)
