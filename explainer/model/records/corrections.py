"""corrections.yaml."""

from pydantic import Field

from explainer.model.records.common import Date, Id, Model, Prose


class CorrectionRecord(Model):
    id: Id = Field(description="An id of its own, for ever")
    date: Date
    page: Id = Field(description="The record that was corrected")
    was: Prose
    now: Prose = Field(alias="is")
    note: Prose | None = Field(None, description="How the mistake came about")


class CorrectionsFile(Model):
    corrections: tuple[CorrectionRecord, ...] = Field(
        (), description="Newest first; an entry is never removed"
    )
