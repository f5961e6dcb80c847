"""site.yaml."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictStr, StringConstraints, model_validator

from explainer.model.records.common import (
    Address,
    Contact,
    Date,
    Id,
    Language,
    Model,
    Prose,
    Ref,
    SiteAddress,
    Text,
    once,
)

NavigationItem = Literal[
    "sections", "actors", "timeline", "glossary", "charts", "claims", "sources", "ask", "search"
]


Ids = Annotated[tuple[Id, ...], AfterValidator(once)]
Pages = Annotated[tuple[NavigationItem, ...], AfterValidator(once)]


class License(Model):
    name: Text = Field(description="As it is shown: `CC BY 4.0`")
    url: Address = Field(description="Its text")


class KeyFigure(Model):
    figure: Text = Field(description="As it is shown: `−34.5%`")
    text: Prose
    cites: tuple[Ref, ...] = Field((), description="Passages it rests on")


class SiteFile(Model):
    title: Text = Field(description="The site's name")
    question: Text = Field(description="The question the whole site answers")
    description: Annotated[StrictStr, StringConstraints(max_length=160)] = Field(
        description="For search engines and shared links; at most 160 characters"
    )
    standfirst: Prose
    answer: Prose = Field(description="The answer, in three sentences")
    as_of: Date = Field(description="The date of knowledge: base text knows nothing later")
    as_of_later: Date | None = Field(None, description="The same for the later layer")
    base_url: SiteAddress = Field(description="Where the site will be read; ends in a slash")
    language: Language = Field("en", description="Of the text: `en`, `en-GB`")
    seed: Id = Field(description="The seed `[@p5]` means")
    publisher: Text = Field(description="Who publishes the explainer")
    license: License = Field(description="Under which readers may use the text")
    contact: Contact = Field(description="Where readers report a mistake")
    repository: Address | None = Field(None, description="Where the site is made")
    navigation: Pages = Field((
        "sections", "actors", "timeline", "glossary", "charts", "sources", "search",
    ), description="Pages named at the top of each page, in order")  # fmt: skip
    key_figures: tuple[KeyFigure, ...] = Field((), description="Numbers shown on the first page")
    at_the_table: Ids = Field(
        (),
        description="Actors shown on the first page; of people those with `delegation`, if any has it",
    )
    disputed: tuple[Prose, ...] = Field(
        (), description="What the sides tell differently, for the first page"
    )
    unknown: tuple[Prose, ...] = Field((), description="What was not known, for the first page")
    short_timeline: Ids = Field((), description="Events shown on the first page")
    search: bool = Field(True, description="`false` leaves the full-text index out")
    engine: Text | None = Field(None, description="The engine's version the site was written for")

    @model_validator(mode="after")
    def _in_order(self) -> "SiteFile":
        if self.as_of_later and self.as_of_later < self.as_of:
            raise ValueError(
                f"`as_of_later` ({self.as_of_later}) is before `as_of` ({self.as_of})"
                "|the later layer knows more: write a later day, or take it out"
            )
        return self
