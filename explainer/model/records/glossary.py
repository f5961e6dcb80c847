"""A glossary file: the terms of one field."""

from pydantic import Field

from explainer.model.records.common import Brief, Id, Model, NamedRecord, Prose, Text


class ConfusionRecord(Model):
    id: Id = Field(description="The other term")
    difference: Prose


class TermRecord(NamedRecord):
    meaning: Brief = Field(description="Markdown, understandable alone; at most 240 characters")
    text: Prose | None = Field(None, description="A fuller text")
    matters: Prose | None = Field(None, description="Why it matters here")
    confused_with: tuple[ConfusionRecord, ...] = Field(
        (), description="Terms it is easily taken for"
    )
    see_also: tuple[Id, ...] = Field((), description="Records worth reading with it")


class GlossaryFile(Model):
    field: Text = Field(description="The field's name, shown as a heading")
    terms: tuple[TermRecord, ...] = Field(description="The terms of this field")
