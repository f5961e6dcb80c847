"""An actors file: the people, bodies, companies and places of one side."""

from typing import Annotated, Literal

from pydantic import Field, StrictStr, StringConstraints

from explainer.model.records.common import Id, Model, NamedRecord, Prose, Ref, Text


class DealingRecord(Model):
    id: Id
    how: Text = Field(description="In a few words: `negotiates with`")
    passage: Ref | None = None


class ActorRecord(NamedRecord):
    kind: Literal["person", "body", "company", "place", "state"]
    role: Text = Field(description="At the time of the story")
    roles: tuple[Text, ...] = Field((), description="Other words of the role that tell who speaks")
    description: Annotated[StrictStr, StringConstraints(max_length=240, min_length=1)]
    text: Prose | None = None
    belongs_to: tuple[Id, ...] = ()
    deals_with: tuple[DealingRecord, ...] = ()
    attended: tuple[Id, ...] = Field((), description="Events")
    delegation: bool = Field(False, description="Sat at the table")


class ActorsFile(Model):
    side: Id
    name: Text = Field(description="The side's name, shown as a heading")
    actors: tuple[ActorRecord, ...]
