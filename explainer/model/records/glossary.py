"""A glossary file: the terms of one field."""

from typing import Annotated

from pydantic import Field, StrictStr, StringConstraints

from explainer.model.records.common import Id, Model, NamedRecord, Prose, Text


class ConfusionRecord(Model):
    id: Id
    difference: Prose


class TermRecord(NamedRecord):
    meaning: Annotated[StrictStr, StringConstraints(max_length=240, min_length=1)] = Field(
        description="Markdown, understandable alone; at most 240 characters"
    )
    text: Prose | None = Field(None, description="A fuller text")
    matters: Prose | None = Field(None, description="Why it matters here")
    confused_with: tuple[ConfusionRecord, ...] = ()
    see_also: tuple[Id, ...] = ()


class GlossaryFile(Model):
    field: Text = Field(description="The field's name, shown as a heading")
    terms: tuple[TermRecord, ...]
