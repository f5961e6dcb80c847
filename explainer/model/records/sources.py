"""A source: a seed or a reference, passage by passage."""

import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StrictFloat,
    StrictInt,
    StrictStr,
    model_validator,
)

from explainer.model.record import Layer, Status
from explainer.model.records.common import (
    Address,
    Date,
    DateRange,
    Id,
    Language,
    Model,
    OwnId,
    Prose,
    Record,
    Ref,
    Text,
)

Number = StrictInt | StrictFloat


def _file_name(value: str) -> str:
    if not value.strip() or value in (".", "..") or any(sign in value for sign in "/\\:"):
        raise ValueError(f"`{value}` is no file beside the record|write its name, without a folder")
    return value


def _sha256(value: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise ValueError(
            f"`{value}` is no SHA-256|write the 64 digits of `sha256sum`, or take it out"
        )
    return value


def _number(value: Any) -> Any:
    both = value if isinstance(value, list) and len(value) == 2 else [value]
    if value is None or all(type(one) in (int, float) for one in both):
        return value
    raise ValueError(
        f"`{value}` is no number|write digits, without unit or separators; for a range `[10, 15]`"
    )


Value = Annotated[Number | tuple[Number, Number], BeforeValidator(_number)]
Quoted = Annotated[Text, Field(max_length=5000)]
FileName = Annotated[StrictStr, AfterValidator(_file_name)]
Sha256 = Annotated[
    StrictStr, AfterValidator(_sha256), Field(json_schema_extra={"pattern": "^[0-9a-f]{64}$"})
]


class QuoteRecord(Model):
    text: Quoted = Field(description="The exact words")
    speaker: Id = Field(description="The actor who said it")


class LabelRecord(Model):
    text: Quoted = Field(description="Exact words in quotation marks that nobody speaks")


class FigureRecord(Model):
    text: Text = Field(description="As printed in the passage")
    value: Value | None = Field(
        None, description="A number, or two for a range; left out for `tens of billions`"
    )
    unit: Text | None = Field(None, description="`%`, `km`, `toads` …")
    about: Text | None = Field(None, description="What it measures")
    period: DateRange | None = Field(None, description="The time it is about")


class DateRecord(Model):
    text: Text = Field(description="As printed in the passage")
    date: DateRange = Field(description="The day, month, year or range it means")


class PartRecord(Model):
    says: Prose
    who: tuple[Id, ...] = Field(("publisher",), description="Who asserts it")
    status: Status = Field("fact", description="How it is said")


class PassageRecord(Model):
    id: Id = Field(description="`p1`, `p2` …, `caption`; for a fact a few words")
    says: Prose | None = Field(None, description="What it says, in our own words")
    who: tuple[Id, ...] = Field(
        (), description="Who asserts it; `publisher` for the publication itself"
    )
    status: Status | None = Field(
        None, description="How it is said: reported, claimed, planned, forecast or disputed"
    )
    parts: tuple[PartRecord, ...] = Field((), description="Instead of `says` where two speak")
    against: tuple[Ref, ...] = Field((), description="Passages that say otherwise")
    due: Date | None = Field(None, description="When a plan or forecast would have come true")
    outcome: Text | None = Field(None, description="What came of a plan or forecast")
    layer: Layer = Field("base", description="`later` for what was not known at `as_of`")
    quotes: tuple[QuoteRecord, ...] = Field((), description="Exact direct speech")
    labels: tuple[LabelRecord, ...] = Field(
        (), description="Exact words in quotation marks that nobody speaks"
    )
    figures: tuple[FigureRecord, ...] = Field((), description="Every number in it")
    dates: tuple[DateRecord, ...] = Field((), description="Every date in it")
    actors: tuple[Id, ...] = Field((), description="Everybody named or plainly meant in it")
    also: tuple[Id, ...] = Field((), description="Other references that say the same")
    note: Text | None = Field(None, description="For the source's page: oddities, cautions")

    @model_validator(mode="after")
    def _says_or_parts(self) -> "PassageRecord":
        if bool(self.says) == bool(self.parts):
            raise ValueError(
                f"passage `{self.id}` needs either `says` or `parts`|write `says: …` in your own words"
            )
        if self.says and not self.status:
            raise ValueError(
                f"passage `{self.id}` has no `status`"
                "|add `status:` fact, claim, plan, forecast or disputed"
            )
        if self.status == "disputed" and not self.against:
            raise ValueError(
                f"passage `{self.id}` is disputed by nobody|name the passage in `against:`"
            )
        return self


class SourceRecord(Record):
    id: OwnId | None = Field(None, description="Else the file's name")
    kind: Literal["seed", "reference"] = Field(
        description="`seed`: an article told whole; `reference`: a page from which single facts are taken"
    )
    title: Text | None = Field(None, description="As the page bears it; a reference needs one")
    publisher: Text = Field(description="The agency, office or newspaper that says so")
    carried_by: Text | None = Field(None, description="Where it was read, if elsewhere")
    url: Address | None = Field(None, description="Its address; a reference needs one")
    archived: Address | None = Field(None, description="The address of an archived copy")
    published: Date | None = Field(None, description="When it appeared")
    accessed: Date | None = Field(None, description="When it was read")
    language: Language = Field("en", description="Of the source")
    file: FileName | None = Field(None, description="The article's text; may lie beside the record")
    sha256: Sha256 | None = Field(None, description="Of the article's file")
    note: Text | None = Field(None, description="For the source's page, in plain text")
    unused: dict[Id, Text] = Field({}, description="Passages no section uses, and why")
    passages: tuple[PassageRecord, ...] = Field(
        (), description="Paragraphs of a seed; facts taken from a reference"
    )

    @model_validator(mode="after")
    def _kinds(self) -> "SourceRecord":
        if self.kind == "reference" and not self.title:
            raise ValueError("a reference has a `title`|add `title:` as the page bears it")
        if self.kind == "reference" and not self.url:
            raise ValueError("a reference has a `url`|add the address of the page")
        return self

    @model_validator(mode="after")
    def _read_once_published(self) -> "SourceRecord":
        read, published = self.accessed or "", self.published or ""
        if read and read < published[: len(read)]:
            raise ValueError(f"`accessed` is {read}, before `published`|mend one of the two")
        return self
