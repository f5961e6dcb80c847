"""An actors file: the people, bodies, companies and places of one side."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from explainer.model.records.common import Brief, Id, Model, NamedRecord, Prose, Ref, Text


def _side(value: str) -> str:
    if value == "both":
        raise ValueError("`both` means all sides, where an event names one|choose another id")
    return value


SideId = Annotated[Id, AfterValidator(_side)]


class DealingRecord(Model):
    id: Id = Field(description="The other actor")
    how: Text = Field(description="In a few words: `negotiates with`")
    passage: Ref | None = Field(None, description="Where it is said")


class ActorRecord(NamedRecord):
    kind: Literal["person", "body", "company", "place", "state"] = Field(
        description="What sort of actor it is"
    )
    role: Text = Field(description="At the time of the story")
    roles: tuple[Text, ...] = Field((), description="Other words of the role that tell who speaks")
    description: Brief = Field(description="Markdown: one line about them, at most 240 characters")
    text: Prose | None = Field(None, description="Markdown: a fuller text")
    belongs_to: tuple[Id, ...] = Field(
        (), description="Actors it is a part of: a person's office, an office's government"
    )
    deals_with: tuple[DealingRecord, ...] = Field(
        (), description="Whom it deals with, for the map and its table"
    )
    attended: tuple[Id, ...] = Field(
        (), description="Events it took part in, beside `talks` that list it"
    )
    delegation: bool = Field(False, description="Sat at the table")


class ActorsFile(Model):
    side: SideId = Field(description="The side's id, which events and series name")
    name: Text = Field(description="The side's name, shown as a heading")
    actors: tuple[ActorRecord, ...] = Field(
        description="People, bodies, companies, places and states of this side"
    )
