"""The last form for machines: what each file below data/ says, row by row.

The JSON Schemas beside the files are made of these classes. docs/data.md says what stays as it is.
"""

from typing import Annotated

from explainer.model.form import Meta, Row
from explainer.model.record import Layer, Status

Url = Annotated[str, Meta(description="An absolute address")]
OutsideUrl = Annotated[str, Meta(description="An absolute address elsewhere; empty for none")]
Date = Annotated[
    str,
    Meta(
        pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$",
        description="ISO 8601: a day, a month or a year; empty where none is known",
    ),
]
Speakers = Annotated[
    tuple[str, ...], Meta(description="Ids of actors; `publisher` is the publication itself")
]
RecordIds = Annotated[tuple[str, ...], Meta(description="Ids of records of any kind")]
ActorIds = Annotated[tuple[str, ...], Meta(description="Ids in actors.json")]
TermIds = Annotated[tuple[str, ...], Meta(description="Ids in terms.json")]
SectionIds = Annotated[tuple[str, ...], Meta(description="Ids in sections.json")]
PassageIds = Annotated[tuple[str, ...], Meta(description="Ids in claims.json")]


class RecordRow(Row, frozen=True, kw_only=True):
    id: Annotated[str, Meta(description="Stays for ever")]
    url: Url
    layer: Annotated[Layer, Meta(description="`later` for what was not known at the site's date")]
    passages: Annotated[
        PassageIds,
        Meta(description="What it rests on, as ids in claims.json; of a source, its own"),
    ]


class SectionRow(RecordRow, frozen=True, kw_only=True):
    """A question and its answer."""

    question: str
    answer: str
    standfirst: str
    key_points: tuple[str, ...]


class TermRow(RecordRow, frozen=True, kw_only=True):
    """A word of the glossary."""

    name: str
    aliases: tuple[str, ...]
    field: str
    meaning: str
    see_also: TermIds


class ActorRow(RecordRow, frozen=True, kw_only=True):
    """A person, body, company, place or state."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    side: str
    role: str
    description: str


class EventRow(RecordRow, frozen=True, kw_only=True):
    """Something on the timeline."""

    title: str
    date: Date
    end: Annotated[Date, Meta(description="Equals `date` where it took a day")]
    kind: str
    side: str
    text: str
    actors: ActorIds


class SeriesRow(Row, frozen=True, kw_only=True):
    """One of several rows of numbers in a chart."""

    id: str
    name: str
    side: str


class PointRow(Row, frozen=True, kw_only=True):
    """A number of a chart."""

    x: str
    y: int | float
    series: Annotated[str, Meta(description="An id among the chart's series; empty without any")]
    layer: Layer
    passage: Annotated[str, Meta(description="An id in claims.json; empty where the chart cites")]
    text: Annotated[str, Meta(description="`y` in words, where a number would say too much")]
    note: str


class ChartRow(RecordRow, frozen=True, kw_only=True):
    """Numbers, who counted them, and what they do not say."""

    title: str
    message: str
    type: str
    measure: str
    scope: str
    unit: str
    date: Annotated[str, Meta(description="When the numbers were published: a date, or in words")]
    counted_by: str
    does_not_say: str
    alt: str
    x: Annotated[str, Meta(description="What `x` of the points is")]
    y: Annotated[str, Meta(description="What `y` of the points is")]
    series: tuple[SeriesRow, ...]
    points: tuple[PointRow, ...]
    csv: Annotated[Url, Meta(description="The absolute address of the points as CSV")]
    sections: SectionIds


class SourceRow(RecordRow, frozen=True, kw_only=True):
    """An article told whole (`seed`), or a page from which single facts are taken."""

    kind: Annotated[str, Meta(pattern="^(seed|reference)$")]
    title: str
    publisher: str
    carried_by: Annotated[str, Meta(description="Where it was read, if not at the publisher's")]
    original: OutsideUrl
    archived: OutsideUrl
    published: Date
    accessed: Date
    note: str


class PartRow(Row, frozen=True, kw_only=True):
    """What one speaker says in a passage."""

    says: Annotated[str, Meta(description="In words of our own")]
    who: Speakers
    status: Status


class QuoteRow(Row, frozen=True, kw_only=True):
    """Direct speech, word for word."""

    text: str
    speaker: Annotated[str, Meta(description="The id of an actor")]


class ClaimRow(Row, frozen=True, kw_only=True):
    """A passage of a source: what is said there, by whom, and how certain it is."""

    id: Annotated[str, Meta(description="Its source's id, a colon, and its own; stays for ever")]
    url: Url
    layer: Layer
    source: Annotated[str, Meta(description="An id in sources.json")]
    publisher: str
    published: Date
    parts: tuple[PartRow, ...]
    quotes: tuple[QuoteRow, ...]
    used_in: RecordIds


class CorrectionRow(Row, frozen=True, kw_only=True):
    """Something that was wrong, and since when it is right."""

    id: Annotated[str, Meta(description="Stays for ever")]
    url: Url
    date: Date
    page: Annotated[str, Meta(description="The id of the record that was mended")]
    was: str
    now: str
    note: str
    passages: PassageIds


class Counts(Row, frozen=True, kw_only=True):
    """What the build counted."""

    passages: Annotated[int, Meta(description="Of articles told whole")]
    passages_used: Annotated[int, Meta(description="Of these, how many some record rests on")]
    statements: Annotated[
        dict[Status, int], Meta(description="The parts of all passages in claims.json, by status")
    ]
    quotations: Annotated[int, Meta(description="Compared word for word with their article")]
    figures: Annotated[int, Meta(description="Found in their article")]
    sources: int


class FileRow(Row, frozen=True, kw_only=True):
    bytes: int
    sha256: Annotated[str, Meta(description="In hexadecimal")]


class Manifest(Row, frozen=True, kw_only=True):
    """What the site consists of, and what was counted while it was made."""

    counts: Counts
    files: Annotated[dict[str, FileRow], Meta(description="Every other file, by its path")]
