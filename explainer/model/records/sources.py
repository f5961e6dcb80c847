"""A source: a seed or a reference, passage by passage."""

from typing import Annotated, Literal

from pydantic import Field, StrictFloat, StrictInt, StrictStr, StringConstraints, model_validator

from explainer.model.records.common import (
    Address,
    Date,
    DateRange,
    Id,
    Layer,
    Model,
    OwnId,
    Prose,
    Record,
    Ref,
    Status,
    Text,
)

Number = StrictInt | StrictFloat


class QuoteRecord(Model):
    text: Text = Field(description="The exact words")
    speaker: Id


class LabelRecord(Model):
    text: Text = Field(description="Exact words in quotation marks that nobody speaks")


class FigureRecord(Model):
    text: Text = Field(description="As printed in the passage")
    value: Number | tuple[Number, Number] | None = Field(
        None, description="A number, or two for a range; left out for `tens of billions`"
    )
    unit: Text | None = None
    about: Text | None = Field(None, description="What it measures")
    period: DateRange | None = None


class DateRecord(Model):
    text: Text = Field(description="As printed in the passage")
    date: DateRange = Field(description="The day, month, year or range it means")


class PartRecord(Model):
    says: Prose
    who: tuple[Id, ...] = ("publisher",)
    status: Status = "fact"


class PassageRecord(Model):
    id: Id
    says: Prose | None = Field(None, description="What it says, in our own words")
    who: tuple[Id, ...] = Field(
        (), description="Who asserts it; `publisher` for the publication itself"
    )
    status: Status | None = None
    parts: tuple[PartRecord, ...] = Field((), description="Instead of `says` where two speak")
    against: tuple[Ref, ...] = Field((), description="Passages that say otherwise")
    due: Date | None = Field(None, description="When a plan or forecast would have come true")
    outcome: Text | None = None
    layer: Layer = "base"
    quotes: tuple[QuoteRecord, ...] = ()
    labels: tuple[LabelRecord, ...] = ()
    figures: tuple[FigureRecord, ...] = ()
    dates: tuple[DateRecord, ...] = ()
    actors: tuple[Id, ...] = ()
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
    kind: Literal["seed", "reference"]
    title: Text | None = None
    publisher: Text = Field(description="The agency, office or newspaper that says so")
    carried_by: Text | None = Field(None, description="Where it was read, if elsewhere")
    url: Address | None = None
    archived: Address | None = None
    published: Date | None = None
    accessed: Date | None = None
    language: Annotated[StrictStr, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")] = "en"
    file: Text | None = Field(None, description="The article's text; may lie beside the record")
    sha256: Annotated[StrictStr, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    note: Text | None = None
    unused: dict[Id, Text] = Field({}, description="Passages no section uses, and why")
    passages: tuple[PassageRecord, ...] = ()

    @model_validator(mode="after")
    def _kinds(self) -> "SourceRecord":
        if self.kind == "reference" and not self.title:
            raise ValueError("a reference has a `title`|add `title:` as the page bears it")
        if self.kind == "reference" and not self.url:
            raise ValueError("a reference has a `url`|add the address of the page")
        return self
